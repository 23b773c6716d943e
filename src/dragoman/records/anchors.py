"""The span by which a record finds its place again, and the layer of a readout that holds it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from dragoman.records.base import EvidenceRecord
from dragoman.records.readout import Readout
from dragoman.records.vocabulary import JudgedKind
from dragoman.text.spans import Span, envelope


class Kind(NamedTuple):
    """A kind of record: the layer that holds it, and the words that anchor one of it."""

    layer: str
    anchor: Callable[[EvidenceRecord], Span]


def _field(name: str) -> Callable[[EvidenceRecord], Span]:
    def anchor(record: EvidenceRecord) -> Span:
        span: Span = getattr(record, name)
        return span

    return anchor


def _content(record: EvidenceRecord) -> Span:
    return envelope(record.content)  # type: ignore[attr-defined]  # of quotations only


def _first(record: EvidenceRecord) -> Span:
    return record.evidence[0]


KINDS: Mapping[JudgedKind, Kind] = {
    "quotation": Kind("quotations", _content),
    "nonstatement": Kind("nonstatements", _field("cue")),
    "event": Kind("events", _field("trigger")),
    "position": Kind("positions", _field("stance_span")),
    "chain": Kind("chains", _first),
    "actor": Kind("actors", _first),
    "place": Kind("places", _field("span")),
    "time": Kind("times", _field("span")),
}
"""Every kind that people judge, and that two readouts of one page are compared by."""


def records_of(readout: Readout, kind: JudgedKind) -> tuple[EvidenceRecord, ...]:
    """Return the records of a kind."""
    found: tuple[EvidenceRecord, ...] = getattr(readout, KINDS[kind].layer)
    return found


def anchor_of(record: EvidenceRecord, kind: JudgedKind) -> Span:
    """Return the words that anchor a record: the trigger of an event, what a quotation quotes."""
    return KINDS[kind].anchor(record)
