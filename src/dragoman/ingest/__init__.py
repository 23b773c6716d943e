"""Row 9: the one way in. Reads pages, extracts their records, keeps them in an archive."""

from dragoman.ingest.archive import Archive, ArticleLike
from dragoman.ingest.lines import Imported, import_lines
from dragoman.ingest.outcomes import Counts, OnError, Outcome
from dragoman.ingest.pages import ingest_pages, outcomes
from dragoman.ingest.recoding import KindCount, Recoded, recode, to_recode
from dragoman.ingest.sources import Source, expand

__all__ = [
    "Archive",
    "ArticleLike",
    "Counts",
    "Imported",
    "KindCount",
    "OnError",
    "Outcome",
    "Recoded",
    "Source",
    "expand",
    "import_lines",
    "ingest_pages",
    "outcomes",
    "recode",
    "to_recode",
]
