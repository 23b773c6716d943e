"""The samples of predicted events that are judged: from which documents, how many of each.

``first`` is of Wikinews documents set apart for it, every event alike likely; half of it came
from four long interviews. ``second`` and ``third`` are of three other corpora: pages of 130
outlets in 41 countries, and two corpora of news. Only documents that name two countries are in,
at most three events an article. Nobody had read them for events before they were judged; a later
judgement needs others. ``read`` is for training, of Wikinews documents that sentences were drawn
from; ``others`` are more events of the documents of ``second``, which are measured on only.
Parties were mended on all of these; ``fourth`` is of three corpora that nobody had read for events:
agency and newspaper reports, local news, and news of 48 outlets. ``fifth`` is of other documents of
the same three, and of campaign news, which nobody had read either.
"""

from __future__ import annotations

import hashlib
import itertools
import json
import random
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import dragoman as dg
from training.events.worksheets import DATA

WIKINEWS = "corpus/wikinews.jsonl"
UNREAD = ("times/timebank.jsonl", "places/lgl_a.jsonl", "places/geowebnews_a.jsonl")
OTHERS = ("pages/publishers_a/gold.jsonl", "places/trnews.jsonl", "times/aquaint.jsonl")
CAMPAIGN = "quotes/polnear_speech_train.jsonl"
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}|\d{8}$")
COUNTRIES = 2  # that a text must name to be of international affairs


class Sample(NamedTuple):
    """How one sample is drawn, and where its verdicts are kept."""

    kept: Path
    number: int
    seed: int
    an_article: int | None = None  # at most so many events of one; null: any number
    half: int | None = None  # of the other corpora; null: Wikinews documents, or all
    use: str = "judged"  # of the Wikinews documents, by splits.json
    corpora: tuple[str, ...] = OTHERS
    a_corpus: int | None = None  # at most so many documents of one corpus
    without: tuple[str, ...] = ()  # files of labels whose documents are known


SAMPLES = {
    "first": Sample(DATA / "judged.jsonl", 200, 2024),
    "second": Sample(DATA / "judged_second.jsonl", 100, 2025, 3, 0, use=""),
    "third": Sample(DATA / "judged_third.jsonl", 200, 2026, 3, 1, use=""),
    "read": Sample(DATA / "judged_read.jsonl", 400, 2027, 6, use="sentences"),
    "others": Sample(DATA / "judged_others.jsonl", 400, 2028, 9, 0, use=""),
    "fourth": Sample(DATA / "judged_fourth.jsonl", 150, 2029, 3, use="", corpora=UNREAD),
    "fifth": Sample(
        DATA / "judged_fifth.jsonl",
        200,
        2030,
        3,
        use="",
        corpora=(*UNREAD, CAMPAIGN),
        a_corpus=75,
        without=("judged_fourth.jsonl", "readings.jsonl"),
    ),
}


class Document(NamedTuple):
    """A text of a corpus."""

    id: str
    corpus: str
    text: str
    title: str
    published: str | None

    @property
    def sha256(self) -> str:
        """Return the SHA-256 of the text, by which a verdict finds it again."""
        return hashlib.sha256(self.text.encode()).hexdigest()

    def article(self) -> dg.Article:
        """Return the text as an article."""
        return dg.Article.from_text(
            self.text, published=self.published, headline=self.title or None
        )


class Drawn(NamedTuple):
    """One predicted event, and the document that tells it."""

    document: Document
    event: dg.Event


def drawn(sample: Sample, gold: Path) -> list[Drawn]:
    """Return the events to judge, in an order that depends on seed, texts and program alone."""
    documents = list(_wikinews(gold, sample.use) if sample.use else _others(gold, sample))
    dice = random.Random(sample.seed)  # noqa: S311 - a sample, no secret
    found: list[Drawn] = []
    readouts = dg.extract_all(document.article() for document in documents)
    for document, readout in zip(documents, readouts, strict=True):
        if not sample.use and len(_countries(readout)) < COUNTRIES:
            continue
        events = [Drawn(document, event) for event in readout.events]
        most = len(events) if sample.an_article is None else sample.an_article
        found += dice.sample(events, most) if most < len(events) else events
    return dice.sample(found, min(sample.number, len(found)))


def _countries(readout: dg.Readout) -> set[str]:
    acting = itertools.chain.from_iterable(actor.countries for actor in readout.actors)
    return {*acting, *(place.country for place in readout.places if place.country)}


def _wikinews(gold: Path, use: str) -> Iterator[Document]:
    wanted = set(json.loads((DATA / "splits.json").read_text(encoding="utf-8"))[use])
    return (document for document in documents(gold, WIKINEWS) if document.id in wanted)


def _others(gold: Path, sample: Sample) -> Iterator[Document]:
    known = {row["id"] for name in sample.without for row in _rows(DATA / name)}
    for corpus in sample.corpora:
        found = [
            document
            for document in documents(gold, corpus)
            if document.id not in known
            and (sample.half is None or int(document.sha256, 16) % 2 == sample.half)
        ]
        if sample.a_corpus is not None:
            dice = random.Random(sample.seed)  # noqa: S311 - a sample, no secret
            found = dice.sample(found, min(sample.a_corpus, len(found)))
        yield from found


def _rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def documents(gold: Path, corpus: str) -> Iterator[Document]:
    """Yield the texts of a corpus (a JSON Lines file of the gold folder)."""
    with (gold / corpus).open(encoding="utf-8") as lines:
        rows: Iterable[dict[str, Any]] = map(json.loads, lines)
        for row in rows:
            yield Document(
                row["id"],
                corpus,
                row["text"],
                row.get("title") or row.get("headline") or "",
                _day(row.get("date") or row.get("dct") or ""),
            )


def _day(written: str) -> str | None:
    """Return the day, or None where it is written in another way."""
    return written if _DAY.match(written) else None
