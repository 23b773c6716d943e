"""The notation in which coders write labels, and the rows that are kept of it.

A line is ``NUMBER: TYPE.mode status | trigger | a: actor; actor | r: recipient``, or
``NUMBER: - ground`` for a sentence without event (see manual.md). Words stand as in the sentence;
``#2`` after them means their second occurrence.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple, get_args

from dragoman.codebooks.plover import plover_types
from dragoman.records.vocabulary import EventStatus

STATUSES = frozenset(get_args(EventStatus))
GROUNDS = frozenset(
    {
        "", "sport", "business", "culture", "science", "crime", "accident", "weather",
        "figurative", "statement", "position", "election",
    }
)  # fmt: skip
_LINE = re.compile(r"(\d+)\s*:\s*(.+)")
_ACT = re.compile(r"([A-Z]+)(?:\.([a-z-]+))?\s+([a-z]+)")
_NTH = re.compile(r"(.+?)\s*#(\d)$")

Pair = tuple[int, int]


class NotationError(ValueError):
    """A label line cannot be read; the message has the line and the reason."""


class Label(NamedTuple):
    """One event of a sentence; offsets are code points into the sentence, end exclusive."""

    type: str
    mode: str | None
    status: str
    trigger: Pair
    actors: tuple[Pair, ...]
    recipients: tuple[Pair, ...]


class Labelled(NamedTuple):
    """A sentence's labels; without events `ground` may say what it is about."""

    events: tuple[Label, ...]
    ground: str


def read_labels(lines: Iterable[str], sentences: dict[int, str]) -> dict[int, Labelled]:
    """Read a coder's lines against the numbered sentences.

    Raises:
        NotationError: A line is wrong, or a sentence has no line. Every fault is in the message.
    """
    found: dict[int, list[Label]] = {}
    grounds: dict[int, str] = {}
    faults: list[str] = []
    for raw in lines:
        line = raw.strip()
        if not line or line.startswith("#"):
            continue
        try:
            number, label, ground = _read(line, sentences)
        except NotationError as error:
            faults.append(str(error))
            continue
        found.setdefault(number, [])
        if label is None:
            grounds[number] = ground
        else:
            found[number].append(label)
    faults += [f"{n}: no line for this sentence" for n in sentences if n not in found]
    faults += [f"{n}: both no event and events" for n in grounds if found[n]]
    if faults:
        raise NotationError("\n".join(faults))
    return {n: Labelled(tuple(events), grounds.get(n, "")) for n, events in found.items()}


def _read(line: str, sentences: dict[int, str]) -> tuple[int, Label | None, str]:
    match = _LINE.fullmatch(line)
    if match is None or int(match[1]) not in sentences:
        raise NotationError(f"{line!r}: begins with no sentence's number")
    number, rest = int(match[1]), match[2].strip()
    if rest.startswith("-"):
        ground = rest[1:].strip()
        if ground not in GROUNDS:
            raise NotationError(f"{line!r}: no such ground: {ground!r}")
        return number, None, ground
    return number, _label(rest, sentences[number], line), ""


def _label(rest: str, sentence: str, line: str) -> Label:
    head, *fields = [field.strip() for field in rest.split("|")]
    if not fields:
        raise NotationError(f"{line!r}: not TYPE.mode status | trigger")
    kind, mode, status = read_act(head, line)
    parties = {"a": (), "r": ()} | dict(_parties(fields[1:], sentence, line))
    trigger = place_of(fields[0], sentence, line)
    return Label(kind, mode, status, trigger, parties["a"], parties["r"])


def read_act(head: str, line: str) -> tuple[str, str | None, str]:
    """Return type, mode and status of ``TYPE.mode status``.

    Raises:
        NotationError: It is written otherwise, or there are none such.
    """
    act = _ACT.fullmatch(head)
    if act is None:
        raise NotationError(f"{line!r}: not TYPE.mode status | trigger")
    kind, mode, status = act[1], act[2], act[3]
    known = plover_types().get(kind)
    if known is None or (mode and mode not in known.modes) or status not in STATUSES:
        raise NotationError(f"{line!r}: no such type, mode or status")
    return kind, mode, status


def _parties(
    fields: Iterable[str], sentence: str, line: str
) -> Iterator[tuple[str, tuple[Pair, ...]]]:
    for field in fields:
        side, colon, names = field.partition(":")
        if side.strip() not in {"a", "r"} or not colon:
            raise NotationError(f"{line!r}: {field!r} begins with neither a: nor r:")
        listed = (name.strip() for name in names.split(";"))
        yield side.strip(), tuple(place_of(name, sentence, line) for name in listed if name)


def place_of(words: str, sentence: str, line: str) -> Pair:
    """Return where words stand in a sentence; ``#2`` after them means their second occurrence.

    Raises:
        NotationError: The sentence does not have them; `line` is named in the message.
    """
    nth = _NTH.fullmatch(words)
    wanted, times = (nth[1], int(nth[2])) if nth else (words, 1)
    pattern = rf"(?<!\w){re.escape(wanted)}(?!\w)"
    places = [match.span() for match in re.finditer(pattern, sentence)]
    if len(places) < times:
        raise NotationError(f"{line!r}: the sentence has no {words!r}")
    return places[times - 1]
