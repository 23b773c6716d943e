"""Leaves out of a readout what follows from the rest of it: ids, and words that the text has.

An id is a hash of its article, its kind and a span (`dragoman.records.record_id`); a random
looking hash is what no packer makes smaller. Words that stand at a record's own span stand in the
article's text already. Both become a small number that says from what they follow; what follows
from nothing is kept as it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from dragoman.archive.packing.columns import Fields, is_span
from dragoman.records import Span, record_id

KINDS = {
    "actors": "actor",
    "mentions": "mention",
    "times": "time",
    "places": "place",
    "quotations": "quotation",
    "nonstatements": "nonstatement",
    "chains": "chain",
    "events": "event",
    "positions": "position",
}
"""The lists of records in a readout, in the order in which they are numbered, and their kinds."""

_REFERENCES = ("actor_id", "place_id", "chain_id", "nested_in")
_WORDS = {
    "text": ("span", "content", "cue", "evidence"),
    "name": ("span", "evidence"),
    "trigger_text": ("trigger",),
    "cue_text": ("cue",),
}
"""Fields of words, and the fields of spans that they may stand at."""


def leave_out(readout: Fields, text: str) -> None:
    """Put a number in place of each id and each text that follows from the rest."""
    article = readout["article"]["id"]
    numbers: dict[str, int] = {}
    for _, record in _records(readout):
        numbers.setdefault(record["id"], len(numbers))
    known = {kind: _places(article, kind, spans) for kind, spans in _borrowed(readout).items()}
    for kind, record in _records(readout):
        own = _places(article, kind, _spans(record))
        place = own.get(record["id"])
        if place is None and (lent := known.get(kind, {}).get(record["id"])) is not None:
            place = -1 - lent
        record["id"] = record["id"] if place is None else place
    for fields in _objects(readout):
        for name in _REFERENCES:
            if fields.get(name) is not None:
                fields[name] = numbers.get(fields[name], fields[name])
        for name, sources in _WORDS.items():
            if isinstance(fields.get(name), str):
                fields[name] = _source(fields, sources, fields[name], text)


def put_back(readout: Fields, text: str) -> None:
    """Undo `leave_out`."""
    article = readout["article"]["id"]
    ids: dict[str, None] = {}
    lent = _borrowed(readout)
    for kind, record in _records(readout):
        if isinstance(place := record["id"], int):
            span = (
                lent[kind][-1 - place] if place < 0 else next(islice(_spans(record), place, None))
            )
            record["id"] = record_id(article, kind, span)
        ids.setdefault(record["id"])
    listed = list(ids)
    for fields in _objects(readout):
        for name in _REFERENCES:
            if isinstance(fields.get(name), int):
                fields[name] = listed[fields[name]]
        for name, sources in _WORDS.items():
            if isinstance(fields.get(name), int):
                fields[name] = _words(fields, sources[fields[name]], text)


def _places(article: str, kind: str, spans: Iterable[Span]) -> dict[str, int]:
    """Return the ids that spans make, and which span makes each."""
    return {record_id(article, kind, span): n for n, span in enumerate(spans)}


def _borrowed(readout: Fields) -> dict[str, list[Span]]:
    """Return spans of other records that ids are made of.

    An actor's is the head that names it first, a chain's the cue of its quotation.
    """
    return {
        "actor": [Span(*mention["head"]) for mention in readout["mentions"]],
        "chain": [Span(*(q["cue"] or q["content"][0])) for q in readout["quotations"]],
    }


def _records(readout: Fields) -> Iterator[tuple[str, Fields]]:
    for layer, kind in KINDS.items():
        for record in readout[layer]:
            yield kind, record


def _objects(readout: Fields) -> Iterator[Fields]:
    """Yield every record and every object in it."""
    for _, record in _records(readout):
        yield record
        for value in record.values():
            if type(value) is list and value and type(value[0]) is dict:
                yield from value


def _spans(record: Fields) -> Iterator[Span]:
    """Yield the spans of a record, those that ids are made of among the first."""
    for value in record.values():
        if type(value) is not list or not value:
            continue
        if is_span(value):
            yield Span(*value)
        elif is_span(value[0]):
            for item in value:
                yield Span(*item)


def _source(fields: Fields, sources: tuple[str, ...], words: str, text: str) -> int | str:
    for number, source in enumerate(sources):
        if fields.get(source) and _words(fields, source, text) == words:
            return number
    return words


def _words(fields: Fields, source: str, text: str) -> str:
    spans: Any = fields[source]
    if is_span(spans):
        spans = [spans]
    elif source == "evidence":
        spans = spans[:1]
    return " ".join(text[start:end] for start, end in spans)
