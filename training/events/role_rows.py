"""Labelled acts as the encoder learns them: words, which tell the act, which are whose.

Of each act either who is who is known (labelled sentences, whole articles, the key of parties,
readings), or whether it is an event of its type at all (the judge's candidates), or both. Words are
cut as the extraction cuts them.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from dragoman.extraction.language import load_model
from evaluation.sets import STANDOFF
from evaluation.standoff import joined
from training.events.articles import READINGS, TRAINABLE
from training.events.candidates import Judged
from training.events.keyed import KEY
from training.events.settle import settled
from training.events.whole_notation import split_sentences
from training.events.worksheets import DATA, natural, written

_SIDES = ("actors", "recipients")
_LONGEST = 900  # characters of a sentence; what is longer is no sentence
LEARNED = TRAINABLE | {"corpus/wikinews.jsonl"}
Pair = tuple[int, int]


class Act(NamedTuple):
    """One act of a sentence, words by their place in it.

    Attributes:
        document: Where it stands.
        trains: Whether its text may train a model that ships.
        words: The sentence's words.
        told: The words that tell the act.
        type: The PLOVER type.
        actors: Words of those who did it.
        recipients: Words of those to whom it was done.
        open: Words that may be in either or not: no reader says.
        event: Whether it is an event of this type; None where that was not asked.
    """

    document: str
    trains: bool
    words: tuple[str, ...]
    told: tuple[int, ...]
    type: str
    actors: frozenset[int]
    recipients: frozenset[int]
    open: frozenset[int]
    event: bool | None = None


def with_parties(gold: Path) -> Iterator[Act]:
    """Yield the acts whose parties are labelled."""
    yield from _sentences(gold)
    whole = joined(_rows(STANDOFF / "events_tuning.jsonl"), gold)
    told = [{**row, **event, "text": row["text"]} for row in whole for event in row["events"]]
    for row in (*told, *joined(_rows(KEY), gold), *joined(_rows(READINGS), gold)):
        if row["type"] and row["status"]:
            yield from _of_article(row)


def of_candidates(found: Iterable[Judged]) -> Iterator[Act]:
    """Yield the judge's candidates: of each only whether it is an event is known."""
    for one in found:
        words, places = _words(one.told.sentence)
        act = _inside(places, [one.told.act])
        if act and len(one.told.sentence) < _LONGEST:
            every = frozenset(range(len(words)))
            none: frozenset[int] = frozenset()
            yield Act(
                one.document,
                True,
                words,
                tuple(sorted(act)),
                one.type,
                none,
                none,
                every,
                one.right,
            )


def _sentences(gold: Path) -> Iterator[Act]:
    aside = json.loads((DATA / "splits.json").read_text(encoding="utf-8"))["whole_aside"]
    for name, sentences in (("natural", natural(gold)), ("written", written())):
        for row in settled(name).values():
            document, sentence = row.get("id", f"written-{row['n']}"), sentences[row["n"]]
            if document in aside:
                continue
            for event in row["events"]:
                sides = [[{"span": pair} for pair in event[side]] for side in _SIDES]
                yield from _act(document, sentence.text, sentence.start, event, sides, trains=True)


def _of_article(row: dict[str, Any]) -> Iterator[Act]:
    first = row["trigger"][0]
    for start, end in split_sentences(row["text"]):
        if start <= first < end:
            text = row["text"][start:end]
            trains = row["corpus"] in LEARNED
            sides = [row[side] for side in _SIDES]
            yield from _act(row["id"], text, start, row, sides, trains=trains)


def _act(
    document: str,
    text: str,
    start: int,
    event: dict[str, Any],
    sides: list[list[dict[str, Any]]],
    *,
    trains: bool,
) -> Iterator[Act]:
    words, places = _words(text)
    told = _inside(places, [_moved(event["trigger"], start)])
    if not told or len(text) > _LONGEST:
        return
    needed = [
        _inside(places, [_moved(p["span"], start) for p in side if p.get("needed", True)])
        for side in sides
    ]
    rest = [_moved(p["span"], start) for s in sides for p in s if not p.get("needed", True)]
    free = _inside(places, rest) - needed[0] - needed[1]
    yield Act(
        document, trains, words, tuple(sorted(told)), event["type"], needed[0], needed[1], free
    )


def _words(text: str) -> tuple[tuple[str, ...], list[Pair]]:
    doc = load_model().nlp.make_doc(text)
    return tuple(t.text for t in doc), [(t.idx, t.idx + len(t)) for t in doc]


def _moved(span: Iterable[int], start: int) -> Pair:
    first, last = span
    return first - start, last - start


def _inside(places: list[Pair], spans: list[Pair]) -> frozenset[int]:
    return frozenset(
        n for n, (a, b) in enumerate(places) if any(a < end and start < b for start, end in spans)
    )


def _rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
