"""Quotations as CSV: one row each, for spreadsheets."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator
from io import StringIO
from itertools import chain as chained

from dragoman.cli.picked import is_uncertain
from dragoman.cli.render.safe import visible
from dragoman.records import Nonstatement, Quotation, Readout, Span, Speaker

_PARTED = "; "

# What makes a spreadsheet take a cell for a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_NUMBER = re.compile(r"-[0-9]+(\.[0-9]+)?")  # a score stays a number

COLUMNS = (
    "record", "id", "kind", "speaker", "speaker_as_written", "role", "uncertain", "cue", "cue_voice",
    "cue_tense", "cue_negated", "text",
    "addressee", "venue", "said_at", "standing", "nested_in", "elisions", "insertions",
    "translation", "original_language", "misquotation", "confidence", "chain", "chain_roles",
    "start", "end", "article", "headline", "outlet", "published", "url",
)  # fmt: skip


def head_line() -> str:
    """Return the line with the names of the columns."""
    return csv_line(COLUMNS)


def quotation_lines(readout: Readout) -> Iterator[str]:
    """Yield a line for each quotation and then for each refusal (its text is in ``text``)."""
    page = page_cells(readout)
    rows = chained(
        (_quotation(readout, quotation) for quotation in readout.quotations),
        map(_refusal, readout.nonstatements),
    )
    for row in rows:
        cells = {**row, **page}
        yield csv_line(cells.get(column, "") for column in COLUMNS)


def csv_line(cells: Iterable[str]) -> str:
    """Return one row; no cell of it is a formula."""
    line = StringIO()
    csv.writer(line, lineterminator="\n").writerow(map(_safe, cells))
    return line.getvalue()


def _safe(cell: str) -> str:
    """Return a cell that neither a spreadsheet runs nor a terminal obeys."""
    shown = visible(cell)
    formula = shown.startswith(_FORMULA) and not _NUMBER.fullmatch(shown)
    return f"'{shown}" if formula else shown


def page_cells(readout: Readout) -> dict[str, str]:
    """Return what every row says of its article."""
    article = readout.article
    return {
        "article": article.id,
        "headline": article.headline or "",
        "outlet": article.outlet or "",
        "published": article.published.value if article.published else "",
        "url": article.url or "",
    }


def _quotation(readout: Readout, quotation: Quotation) -> dict[str, str]:
    article = readout.article
    chain = readout.chain_for(quotation.content[0])
    links = chain.links if chain else ()

    def words(span: Span | None) -> str:
        return article.words(span) if span else ""

    return {
        "record": "quotation",
        "id": quotation.id,
        "kind": quotation.kind,
        **_speakers(quotation.speakers),
        "uncertain": yes_or_no(is_uncertain(quotation)),
        "cue": quotation.cue_text or "",
        "cue_voice": quotation.cue_voice or "",
        "cue_tense": quotation.cue_tense or "",
        "cue_negated": yes_or_no(quotation.cue_negated),
        "text": quotation.text,
        "addressee": words(quotation.addressee),
        "venue": words(quotation.venue),
        "said_at": quotation.said_at or "",
        "standing": quotation.standing,
        "nested_in": quotation.nested_in or "",
        "elisions": str(len(quotation.elisions)),
        "insertions": _PARTED.join(map(words, quotation.insertions)),
        "translation": quotation.translation,
        "original_language": quotation.original_language or "",
        "misquotation": yes_or_no(quotation.misquotation),
        "confidence": f"{quotation.confidence:g}",
        "chain": " → ".join(link.name for link in links),
        "chain_roles": " → ".join(link.role for link in links),
        "start": str(quotation.content[0].start),
        "end": str(quotation.content[-1].end),
    }


def _refusal(refusal: Nonstatement) -> dict[str, str]:
    return {
        "record": "nonstatement",
        "id": refusal.id,
        **_speakers(refusal.speakers),
        "text": refusal.text,
        "start": str(refusal.cue.start),
        "end": str(refusal.cue.end),
    }


def _speakers(speakers: tuple[Speaker, ...]) -> dict[str, str]:
    return {
        "speaker": _PARTED.join(s.name or "" for s in speakers),
        "speaker_as_written": _PARTED.join(s.text for s in speakers),
        "role": _PARTED.join(s.role or "" for s in speakers),
    }


def yes_or_no(value: bool) -> str:
    """Return a truth value as people write it."""
    return "yes" if value else "no"
