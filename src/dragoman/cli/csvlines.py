"""Quotations as CSV: one row each, for spreadsheets."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain as chained

from dragoman.cli.picked import is_uncertain
from dragoman.export.cells import page_cells, yes_or_no
from dragoman.records import Nonstatement, Quotation, Readout, Span, Speaker
from dragoman.text.safe import csv_line

__all__ = ["COLUMNS", "csv_line", "head_line", "page_cells", "quotation_lines", "yes_or_no"]

_PARTED = "; "

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
