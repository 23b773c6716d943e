"""What differs between two readouts of one page: after it was coded anew, or printed anew."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple, get_args

from dragoman.records.anchors import anchor_of, records_of
from dragoman.records.base import EvidenceRecord, Record
from dragoman.records.readout import Readout
from dragoman.records.vocabulary import JudgedKind
from dragoman.text.differences import Difference, carried_about, differences
from dragoman.text.spans import Span

How = Literal["came", "went", "changed"]

_SHARED = 0.5
"""Of the shorter of two anchors, for their records to be the same one."""
# Where words stand, ids, and how sure the extraction is: these differ without anything being told
# otherwise.
_ASIDE = frozenset(
    {"id", "actor_id", "place_id", "chain_id", "nested_in", "confidence", "made_by", "why"}
)


class RecordChange(NamedTuple):
    """One record that came, went, or says something else; `fields` are those that differ."""

    kind: JudgedKind
    how: How
    before: EvidenceRecord | None
    after: EvidenceRecord | None
    fields: tuple[str, ...] = ()


def changes(old: Readout, new: Readout) -> tuple[RecordChange, ...]:
    """Return which records came, went and changed, kind by kind in the order of the text.

    Records are the same one if they are of one kind and stand on the same words; where the text was
    changed, on what stands in place of those words.
    """
    found = differences(old.article.text, new.article.text)
    return tuple(one for kind in get_args(JudgedKind) for one in _of_kind(kind, old, new, found))


def _of_kind(
    kind: JudgedKind, old: Readout, new: Readout, found: Sequence[Difference]
) -> Iterator[RecordChange]:
    before = [(carried_about(anchor_of(r, kind), found), r) for r in records_of(old, kind)]
    after = [(anchor_of(r, kind), r) for r in records_of(new, kind)]
    pairs = _paired([span for span, _ in before], [span for span, _ in after])
    taken = set(pairs.values())
    told: list[tuple[int, RecordChange]] = []
    for at, (span, record) in enumerate(before):
        if at not in pairs:
            told.append((span.start, RecordChange(kind, "went", record, None)))
            continue
        other = after[pairs[at]][1]
        if fields := differing(record, other):
            told.append((span.start, RecordChange(kind, "changed", record, other, fields)))
    told += [
        (span.start, RecordChange(kind, "came", None, record))
        for at, (span, record) in enumerate(after)
        if at not in taken
    ]
    for _, one in sorted(told, key=lambda entry: entry[0]):
        yield one


def _paired(old: Sequence[Span], new: Sequence[Span]) -> dict[int, int]:
    """Return which span of ``old`` is which of ``new``: equal ones, then those that share most."""
    places: dict[Span, list[int]] = {}
    for at, span in enumerate(new):
        places.setdefault(span, []).append(at)
    pairs = {at: places[span].pop(0) for at, span in enumerate(old) if places.get(span)}
    left = sorted(set(range(len(new))) - set(pairs.values()))
    shares = [
        (_shared(span, new[other]), at, other)
        for at, span in enumerate(old)
        if at not in pairs
        for other in left
        if span.overlaps(new[other])
    ]
    for share, at, other in sorted(shares, key=lambda s: (-s[0], s[1], s[2])):
        if share >= _SHARED and at not in pairs and other not in pairs.values():
            pairs[at] = other
    return pairs


def _shared(one: Span, other: Span) -> float:
    shared = min(one.end, other.end) - max(one.start, other.start)
    return shared / min(one.length, other.length)


def differing(one: Record, other: Record) -> tuple[str, ...]:
    """Return the fields in which two records say something else."""
    return tuple(
        name
        for name in type(one).model_fields
        if name not in _ASIDE and _told(getattr(one, name)) != _told(getattr(other, name))
    )


def _told(value: object) -> object:
    """Return what a value tells, without where it stands."""
    if isinstance(value, Span):
        return None
    if isinstance(value, Record):
        names = type(value).model_fields
        return {name: _told(getattr(value, name)) for name in names if name not in _ASIDE}
    if isinstance(value, tuple):
        return [_told(item) for item in value if not isinstance(item, Span)]
    return value
