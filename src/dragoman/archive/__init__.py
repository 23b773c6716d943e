"""Row 7: one SQLite file that keeps readouts; docs/reference/archive.md has its schema."""

from dragoman.archive.asof import AsOf, as_of
from dragoman.archive.backup import back_up
from dragoman.archive.file import ArchiveFile
from dragoman.archive.judgements import Judged
from dragoman.archive.lookup import Found
from dragoman.archive.revisions import Revision, WordChange
from dragoman.archive.saved import News, SavedSearch
from dragoman.archive.search import Evidence, Hit, SearchResult
from dragoman.archive.summaries import ArticleSummary
from dragoman.archive.verifying import Fault, verify
from dragoman.archive.writer import Added

__all__ = [
    "Added",
    "ArchiveFile",
    "ArticleSummary",
    "AsOf",
    "Evidence",
    "Fault",
    "Found",
    "Hit",
    "Judged",
    "News",
    "Revision",
    "SavedSearch",
    "SearchResult",
    "WordChange",
    "as_of",
    "back_up",
    "verify",
]
