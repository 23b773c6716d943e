"""What changed in records: after coding anew, and from one revision of a page to the next."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from rich.text import Text

from dragoman.cli.render.layout import Line, Part, joined
from dragoman.cli.render.pieces import SHORT
from dragoman.records import (
    Actor,
    Event,
    EvidenceRecord,
    Nonstatement,
    Party,
    Place,
    Position,
    Quotation,
    SourceChain,
    Speaker,
    TimeRef,
)

if TYPE_CHECKING:
    from dragoman.ingest.recoding import KindCount, Recoded
    from dragoman.records.changes import RecordChange

_SIGNS = {"came": ("+", "good"), "went": ("-", "bad"), "changed": ("~", "open")}
_LONGEST = 160  # of the words of one record


def recoded_parts(one: Recoded) -> Iterator[Part]:
    """Yield a line for an article that was coded anew, and one for each judgement it lost."""
    head = Text(one.headline or "(no headline)", "name")
    if one.fate == "failed":
        why = Text(f"failed and stays as it was: {one.why}", "bad")
        yield Line(joined([head, why]), SHORT + 2, one.article_id[:SHORT])
        return
    told = [*kind_counts(one.counts)] or ["the page reads differently"]
    yield Line(joined([head, *told]), SHORT + 2, one.article_id[:SHORT])
    for judgement in one.lost:
        words = f"found no place: {judgement.verdict} of a {judgement.kind}, by {judgement.by}"
        yield Line(joined([Text(words, "bad"), f"“{_short(judgement.words)}”"]), SHORT + 2)


def kind_counts(counts: Iterable[KindCount]) -> Iterator[str]:
    """Yield "event +2 -1 ~3" for each kind: came, went, changed."""
    for one in counts:
        numbers = (("+", one.came), ("-", one.went), ("~", one.changed))
        yield f"{one.kind} " + " ".join(f"{sign}{n}" for sign, n in numbers if n)


def change_parts(found: Iterable[RecordChange]) -> Iterator[Part]:
    """Yield a line for each record that came, went or changed."""
    for one in found:
        sign, style = _SIGNS[one.how]
        before = told(one.before) if one.before else ""
        after = told(one.after) if one.after else ""
        words = after or before
        if one.how == "changed":
            words = f"{before} → {after}" if before != after else after
        fields = f"({', '.join(one.fields)})" if one.fields else ""
        yield Line(joined([Text(f"{sign} {one.kind}", style), words, (fields, "quiet")]), 2)


def told(record: EvidenceRecord) -> str:
    """Return what a record tells, in one line."""
    match record:
        case Event():
            whom = f" → {_parties(record.recipients)}" if record.recipients else ""
            status = "" if record.status == "actual" else f" ({record.status})"
            act = " ".join((record.type, *record.modes))
            line = f"{_parties(record.actors) or '?'}: {act}{whom}{status} “{record.trigger_text}”"
        case Quotation():
            line = f"{_speakers(record.speakers)}: “{record.text}”"
        case Nonstatement():
            line = f"{_speakers(record.speakers)}: {record.text}"
        case Position():
            line = f"{_parties(record.holders)}: {record.stance} {record.issue}"
        case Actor():
            line = f"{record.name} ({' '.join((*record.countries, record.sector))})"
        case Place():
            line = f"{record.name} ({record.country or 'country unknown'})"
        case TimeRef():
            line = f"{record.text} = {record.value or 'unresolved'}"
        case SourceChain():
            line = str(record)
        case _:
            line = record.id
    return _short(line)


def _parties(parties: tuple[Party, ...]) -> str:
    return ", ".join(p.name or p.text for p in parties)


def _speakers(speakers: tuple[Speaker, ...]) -> str:
    return ", ".join(s.name or s.text for s in speakers) or "nobody named"


def _short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…"
