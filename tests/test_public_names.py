"""The public names: complete, documented, lazy."""

from __future__ import annotations

import inspect
import pydoc
import subprocess
import sys

import pytest

import dragoman as dg
from dragoman import errors, records

NAMES = {
    "__version__", "read_page", "extract", "extract_all", "load_model", "LanguageModel",
    "use_codebooks", "who", "Archive", "ArticleLike", "ArticleSummary", "Added", "ingest_pages",
    "Basis", "EventCounts", "EventCount", "DyadSeries", "DyadPoint", "Network", "Tie", "Occurrences",
    "Occurrence", "changes", "Changes", "Change", "timeline", "Timeline", "chart_of", "Chart",
    "write_chart", "Counts", "Outcome", "SearchResult", "Hit", "Evidence", "QueryError",
    "Article", "Block", "Image", "Instant", "Link", "Readout", "Quotation", "Speaker",
    "Nonstatement", "SourceChain", "ChainLink", "Actor", "Mention", "Office", "Event", "Party",
    "Count", "Position", "TimeRef", "Place", "Problem", "Span", "json_schema", "DragomanError",
    "PageError", "ModelError", "CodebookError", "EvidenceError", "ArchiveError", "NotAnArchive",
    "NewerArchive", "ArchiveLocked", "ArchiveReadOnly", "ArchiveFull", "SheetError", "UnknownRecord",
    "LinesError", "ExportError", "FramesMissing", "News", "SavedSearch", "AsOf", "as_of",
    "EventRow", "QuotationRow",
    "PositionRow", "JudgementError", "Judgement", "FieldEdit", "Judged", "Revision",
    "WordChange", "Recoded", "verify", "Fault", "back_up",
    "Exported", "export_archive", "Imported", "import_lines",
}  # fmt: skip


def test_the_public_names_are_these() -> None:
    assert set(dg.__all__) == NAMES
    assert len(dg.__all__) == len(NAMES)
    assert set(dir(dg)) == NAMES


@pytest.mark.parametrize("name", sorted(NAMES))
def test_each_name_can_be_had(name: str) -> None:
    assert getattr(dg, name) is not None


def test_every_error_and_record_is_public() -> None:
    own = {
        n for n, v in vars(errors).items() if inspect.isclass(v) and v.__module__ == errors.__name__
    }
    assert own <= NAMES
    helpers = {"EvidenceRecord", "Record", "article_id", "record_id", "spans_in"}
    assert set(records.__all__) - helpers <= NAMES


def test_everything_public_says_what_it_is() -> None:
    for name in NAMES - {"__version__", "ArticleLike"}:
        assert (inspect.getdoc(getattr(dg, name)) or "").strip(), name


def test_help_reads_well() -> None:
    text = pydoc.plain(pydoc.render_doc(dg))
    assert "who said and did what to whom" in text
    for name in ("class Archive", "class Quotation", "extract_all(", "read_page("):
        assert name in text, name


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="nothing_like_this"):
        dg.nothing_like_this  # noqa: B018


def test_importing_loads_nothing_heavy() -> None:
    script = (
        "import sys, dragoman; from dragoman import errors;"
        "heavy = {'spacy', 'lxml', 'pydantic', 'rich', 'trafilatura', 'numpy', 'sqlite3'};"
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run(  # noqa: S603 - our own words
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


def test_the_version_is_that_of_the_installation() -> None:
    assert dg.__version__ == "unreleased" or dg.__version__[0].isdigit()
