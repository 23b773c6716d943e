"""Standing stances that news reports between events: who holds what on which issue."""

from dragoman.extraction.positions.stage import find_positions

__all__ = ["find_positions"]
