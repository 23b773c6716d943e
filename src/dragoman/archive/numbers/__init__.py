"""Counting an archive; docs/reference/numbers.md has the rules."""
