"""Dragoman reads news and keeps who said and did what to whom, when, where, and on whose word.

Every record points at the exact words it rests on: ``article.text[start:end]``.

::

    import dragoman as dg

    article = dg.read_page(open("page.html", "rb").read())     # bytes → Article
    readout = dg.extract(article)                              # Article → Readout

    for quotation in readout.quotations:
        print([speaker.name for speaker in quotation.speakers], quotation.text)
        print(readout.chain_for(quotation.content[0]))         # "Reuters → European Pravda"

    with dg.Archive("talks.dragoman") as archive:              # one SQLite file
        archive.add(readout)

The steps: `read_page` or `Article.from_text`, then `extract` (or `extract_all`, batched), then
`Archive`. The records: `Readout` and everything it holds. What can go wrong: the tree under
`DragomanError`. The command line does the same: ``dragoman --help``.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dragoman.analysis import (
        Change,
        Changes,
        Chart,
        Timeline,
        changes,
        chart_of,
        timeline,
        write_chart,
    )
    from dragoman.archive import (
        Added,
        ArticleSummary,
        AsOf,
        Evidence,
        Fault,
        Hit,
        Judged,
        News,
        Revision,
        SavedSearch,
        SearchResult,
        WordChange,
        as_of,
        back_up,
        verify,
    )
    from dragoman.archive.frames import EventRow, PositionRow, QuotationRow
    from dragoman.archive.numbers.records import (
        Basis,
        DyadPoint,
        DyadSeries,
        EventCount,
        EventCounts,
        Network,
        Occurrence,
        Occurrences,
        Tie,
    )
    from dragoman.codebooks import use_codebooks
    from dragoman.errors import (
        ArchiveError,
        ArchiveFull,
        ArchiveLocked,
        ArchiveReadOnly,
        CodebookError,
        DragomanError,
        EvidenceError,
        ExportError,
        FramesMissing,
        JudgementError,
        LinesError,
        ModelError,
        NewerArchive,
        NotAnArchive,
        PageError,
        QueryError,
        SheetError,
        UnknownRecord,
    )
    from dragoman.export import Exported, export_archive
    from dragoman.extraction import extract, extract_all
    from dragoman.extraction.actors import who
    from dragoman.extraction.language import LanguageModel, load_model
    from dragoman.ingest import (
        Archive,
        ArticleLike,
        Counts,
        Imported,
        Outcome,
        Recoded,
        import_lines,
        ingest_pages,
    )
    from dragoman.reading import read_page
    from dragoman.records import (
        Actor,
        Article,
        Block,
        ChainLink,
        Count,
        Event,
        FieldEdit,
        Image,
        Instant,
        Judgement,
        Link,
        Mention,
        Nonstatement,
        Office,
        Party,
        Place,
        Position,
        Problem,
        Quotation,
        Readout,
        SourceChain,
        Span,
        Speaker,
        TimeRef,
        json_schema,
    )

    __version__: str

_HOMES = {
    "dragoman.reading": ("read_page",),
    "dragoman.extraction": ("extract", "extract_all"),
    "dragoman.export": ("Exported", "export_archive"),
    "dragoman.extraction.actors": ("who",),
    "dragoman.codebooks": ("use_codebooks",),
    "dragoman.extraction.language": ("LanguageModel", "load_model"),
    "dragoman.archive": (
        "Added", "ArticleSummary", "AsOf", "Evidence", "Fault", "Hit", "Judged", "News", "Revision",
        "SavedSearch", "SearchResult", "WordChange", "as_of", "back_up", "verify",
    ),
    "dragoman.archive.frames": ("EventRow", "PositionRow", "QuotationRow"),
    "dragoman.archive.numbers.records": (
        "Basis", "DyadPoint", "DyadSeries", "EventCount", "EventCounts", "Network", "Occurrence",
        "Occurrences", "Tie",
    ),
    "dragoman.analysis": (
        "Change", "Changes", "Chart", "Timeline", "changes", "chart_of", "timeline", "write_chart",
    ),
    "dragoman.ingest": (
        "Archive", "ArticleLike", "Counts", "Imported", "Outcome", "Recoded",
        "import_lines", "ingest_pages",
    ),
    "dragoman.records": (
        "Actor", "Article", "Block", "ChainLink", "Count", "Event", "FieldEdit", "Image", "Instant",
        "Judgement", "Link", "Mention", "Nonstatement", "Office", "Party", "Place", "Position",
        "Problem", "Quotation", "Readout", "SourceChain", "Span", "Speaker", "TimeRef", "json_schema",
    ),
    "dragoman.errors": (
        "ArchiveError", "ArchiveFull", "ArchiveLocked", "ArchiveReadOnly", "CodebookError",
        "DragomanError", "EvidenceError", "ExportError", "FramesMissing", "JudgementError",
        "LinesError", "ModelError", "NewerArchive", "NotAnArchive", "PageError", "QueryError",
        "SheetError", "UnknownRecord",
    ),
}  # fmt: skip
_MODULE_OF = {name: module for module, names in _HOMES.items() for name in names}

__all__ = [  # noqa: RUF022 - in the order in which a reader meets them
    "__version__",
    "read_page",
    "extract",
    "extract_all",
    "load_model",
    "LanguageModel",
    "use_codebooks",
    "who",
    "Archive",
    "ArticleLike",
    "ArticleSummary",
    "Added",
    "as_of",
    "AsOf",
    "SearchResult",
    "Hit",
    "Evidence",
    "SavedSearch",
    "News",
    "EventRow",
    "QuotationRow",
    "PositionRow",
    "Basis",
    "EventCounts",
    "EventCount",
    "DyadSeries",
    "DyadPoint",
    "Network",
    "Tie",
    "Occurrences",
    "Occurrence",
    "changes",
    "Changes",
    "Change",
    "timeline",
    "Timeline",
    "chart_of",
    "Chart",
    "write_chart",
    "Judged",
    "Judgement",
    "FieldEdit",
    "Revision",
    "WordChange",
    "Recoded",
    "verify",
    "Fault",
    "back_up",
    "ingest_pages",
    "Counts",
    "Outcome",
    "export_archive",
    "Exported",
    "import_lines",
    "Imported",
    "Article",
    "Block",
    "Image",
    "Instant",
    "Link",
    "Readout",
    "Quotation",
    "Speaker",
    "Nonstatement",
    "SourceChain",
    "ChainLink",
    "Actor",
    "Mention",
    "Office",
    "Event",
    "Party",
    "Count",
    "Position",
    "TimeRef",
    "Place",
    "Problem",
    "Span",
    "json_schema",
    "DragomanError",
    "PageError",
    "ModelError",
    "CodebookError",
    "EvidenceError",
    "QueryError",
    "JudgementError",
    "ArchiveError",
    "NotAnArchive",
    "NewerArchive",
    "ArchiveLocked",
    "ArchiveReadOnly",
    "ArchiveFull",
    "SheetError",
    "LinesError",
    "ExportError",
    "FramesMissing",
    "UnknownRecord",
]


def __getattr__(name: str) -> object:
    """Import a public name when it is first used: `import dragoman` itself loads nothing."""
    if name == "__version__":
        from dragoman.version import own_version

        return own_version()
    if name not in _MODULE_OF:
        raise AttributeError(f"module 'dragoman' has no attribute {name!r}")
    value = getattr(import_module(_MODULE_OF[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
