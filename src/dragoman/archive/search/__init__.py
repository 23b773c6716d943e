"""Searching an archive; docs/reference/search.md has the language of queries."""

from dragoman.archive.search.results import Evidence, Hit, SearchResult
from dragoman.archive.search.search import search

__all__ = ["Evidence", "Hit", "SearchResult", "search"]
