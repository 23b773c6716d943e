"""Row 9: the one way in. Reads pages, extracts their records, keeps them in an archive."""

from dragoman.ingest.archive import Archive, ArticleLike
from dragoman.ingest.outcomes import Counts, OnError, Outcome
from dragoman.ingest.pages import ingest_pages, outcomes
from dragoman.ingest.sources import Source, expand

__all__ = [
    "Archive",
    "ArticleLike",
    "Counts",
    "OnError",
    "Outcome",
    "Source",
    "expand",
    "ingest_pages",
    "outcomes",
]
