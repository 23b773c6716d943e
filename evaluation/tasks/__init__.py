"""One module a task: gold-shaped records in, predictions in the scorer's shape out."""
