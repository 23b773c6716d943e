"""Row 5: bytes → `Article`. `read_page` is the door; formats are told by content."""

from dragoman.reading.page import read_page

__all__ = ["read_page"]
