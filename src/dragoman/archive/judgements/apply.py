"""A readout as people corrected it: rejected records out, edited fields replaced.

Nothing is stored so: the readout stays as it was extracted, and this is done when it is read.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple, get_args

from dragoman.archive.judgements.fields import edited
from dragoman.errors import JudgementError
from dragoman.records import Event, EvidenceRecord, FieldEdit, Judgement, Readout
from dragoman.records.anchors import KINDS, anchor_of, records_of
from dragoman.records.vocabulary import JudgedKind
from dragoman.text.spans import Span

_SHARED = 0.5
"""Of the shorter of two anchors: less is a neighbour that touches it."""


class Corrected(NamedTuple):
    """A readout with judgements applied, and the record each of them stands on (None: on none)."""

    readout: Readout
    stands_on: Mapping[str, str | None]


class _Fold:
    """What all judgements on one record come to; later ones win."""

    def __init__(self) -> None:
        self.rejected = False
        self.fields: dict[str, str] = {}
        self.editors: dict[str, str] = {}

    def take(self, judgement: Judgement) -> None:
        self.rejected = judgement.verdict == "reject"
        self.fields |= {edit.field: edit.value for edit in judgement.edits}
        self.editors |= {edit.field: judgement.by for edit in judgement.edits}

    @property
    def why(self) -> str:
        """Who decided what, for records that say why they are as they are."""
        return "".join(f"; {field} edited by {by}" for field, by in sorted(self.editors.items()))

    @property
    def edits(self) -> tuple[FieldEdit, ...]:
        return tuple(FieldEdit(field=name, value=value) for name, value in self.fields.items())


def corrected(readout: Readout, judgements: Iterable[Judgement]) -> Corrected:
    """Apply judgements, the oldest first; those that were withdrawn are passed over.

    A judgement that finds no record of its kind in its place, or whose edit does not fit the
    record that it finds, changes nothing and stands on none.
    """
    folds: dict[tuple[JudgedKind, str], _Fold] = {}
    stands_on: dict[str, str | None] = {}
    for judgement in sorted(judgements, key=lambda j: (j.at, j.id)):
        if judgement.withdrawn_at is not None:
            continue
        record = placed(readout, judgement)
        if record is not None and _fits(readout, judgement, record):
            stands_on[judgement.id] = record.id
            folds.setdefault((judgement.kind, record.id), _Fold()).take(judgement)
        else:
            stands_on[judgement.id] = None
    for kind in get_args(JudgedKind):
        own = {record_id: fold for (k, record_id), fold in folds.items() if k == kind}
        if own:
            readout = _with(readout, kind, own)
    return Corrected(readout, stands_on)


def placed(readout: Readout, judgement: Judgement) -> EvidenceRecord | None:
    """Return the record that a judgement speaks of: the same id, else the one it overlaps most."""
    anchor = judgement.anchor
    if anchor.of(readout.article.text) != judgement.words:
        return None
    records = records_of(readout, judgement.kind)
    for record in records:
        if record.id == judgement.record_id:
            return record
    near = (r for r in records if _of_the_shorter(anchor_of(r, judgement.kind), anchor) >= _SHARED)
    return max(near, key=lambda r: _of_both(anchor_of(r, judgement.kind), anchor), default=None)


def _shared(one: Span, other: Span) -> int:
    return max(0, min(one.end, other.end) - max(one.start, other.start))


def _of_the_shorter(one: Span, other: Span) -> float:
    return _shared(one, other) / min(one.length, other.length)


def _of_both(one: Span, other: Span) -> float:
    shared = _shared(one, other)
    return shared / (one.length + other.length - shared)


def _fits(readout: Readout, judgement: Judgement, record: EvidenceRecord) -> bool:
    try:
        edited(readout, judgement.kind, record, judgement.edits)
    except JudgementError:
        return False
    return True


def _with(readout: Readout, kind: JudgedKind, folds: Mapping[str, _Fold]) -> Readout:
    kept: list[EvidenceRecord] = []
    for record in records_of(readout, kind):
        fold = folds.get(record.id)
        if fold is None:
            kept.append(record)
        elif not fold.rejected:
            kept.append(_edited(readout, kind, record, fold))
    changed = readout.model_copy(update={KINDS[kind].layer: tuple(kept)})
    gone = {record_id for record_id, fold in folds.items() if fold.rejected}
    return _tidied(changed, kind, gone, {r.id: r for r in kept if r.id in folds})


def _edited(
    readout: Readout, kind: JudgedKind, record: EvidenceRecord, fold: _Fold
) -> EvidenceRecord:
    try:
        found = edited(readout, kind, record, fold.edits)
    except JudgementError:  # each edit fits alone, but a later one took away what it rested on
        return record
    if isinstance(found, Event):
        return found.model_copy(update={"why": found.why + fold.why})
    return found


def _tidied(
    readout: Readout, kind: JudgedKind, gone: set[str], edited_: Mapping[str, Any]
) -> Readout:
    """Return the readout with what other records say of rejected and edited ones put right."""
    if kind == "actor":
        return _tidied_actors(readout, gone, edited_)
    if kind == "place":
        named = {i: p.name for i, p in edited_.items()}
        events = tuple(
            e.model_copy(update={"place_id": None, "place": None}) if e.place_id in gone
            else e.model_copy(update={"place": named[e.place_id]}) if e.place_id in named
            else e
            for e in readout.events
        )  # fmt: skip
        return readout.model_copy(update={"events": events})
    if kind == "chain":
        return readout.model_copy(
            update={
                "events": _unchained(readout.events, gone),
                "quotations": _unchained(readout.quotations, gone),
            }
        )
    return readout


def _unchained(records: Sequence[Any], gone: set[str]) -> tuple[Any, ...]:
    return tuple(
        r.model_copy(update={"chain_id": None}) if r.chain_id in gone else r for r in records
    )


def _tidied_actors(readout: Readout, gone: set[str], edited_: Mapping[str, Any]) -> Readout:
    def told(party: Any) -> Any:
        if party.actor_id in gone:
            return party.model_copy(update={"actor_id": None, "name": None})
        actor = edited_.get(party.actor_id)
        return party.model_copy(update={"name": actor.name}) if actor and party.name else party

    def all_of(records: Sequence[EvidenceRecord], *fields: str) -> tuple[EvidenceRecord, ...]:
        return tuple(
            r.model_copy(update={f: tuple(map(told, getattr(r, f))) for f in fields})
            for r in records
        )

    return readout.model_copy(
        update={
            "mentions": tuple(m for m in readout.mentions if m.actor_id not in gone),
            "events": all_of(readout.events, "actors", "recipients"),
            "positions": all_of(readout.positions, "holders", "towards"),
            "quotations": all_of(readout.quotations, "speakers"),
            "nonstatements": all_of(readout.nonstatements, "speakers"),
        }
    )
