"""Scripts that make what ships: models, tables, and the labels they are trained on."""
