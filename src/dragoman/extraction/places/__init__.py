"""Where: toponyms, the places they stand for, and how they are meant."""

from dragoman.extraction.places.find import find_places

__all__ = ["find_places"]
