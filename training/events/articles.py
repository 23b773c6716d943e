"""Candidates of whole articles: of those labelled event by event, and of those judged one by one.

Whole articles teach what sentences picked for their words do not: what the rest of an article
says, which mostly tells no event. So do paragraphs of our own on private life, sport, law and
trade (``data/paragraphs``): ``nothing.txt`` tells no event at all, a line of ``something.txt`` those
that stand after its tab, ``TYPE=word`` each (``word#2``: where it stands for the second time).
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import dragoman as dg
from evaluation.sets import STANDOFF
from evaluation.standoff import joined
from training.events.candidates import Judged, Met, met
from training.events.worksheets import DATA

Row = dict[str, Any]
_WRITTEN = "2020-05-05"  # the date of our paragraphs, which name no other
# Of these a whole article of the gold folder labels the future as AGREE.
_COOPERATION = frozenset({"CONSULT", "SUPPORT", "COOPERATE", "AID"})
# Verdicts on single predictions; the words of corpora that train nothing are not among them.
READINGS = DATA / "readings.jsonl"
TRAINABLE = frozenset({"events/synthetic_stories.jsonl"})
VERDICTS = ("judged.jsonl", "judged_read.jsonl", "judged_left.jsonl")


def labelled(gold: Path) -> Iterator[Judged]:
    """Yield the candidates of the articles labelled event by event, those aside left out."""
    ours = list(joined(_rows(STANDOFF / "events_tuning.jsonl"), gold))
    for rows, projected in ((ours, False), (_rows(gold / "articles/articles_dev.jsonl"), True)):
        for row, found in zip(rows, met(map(_article, rows)), strict=True):
            for one in found:
                right = _right(one, row, projected=projected)
                if right is not None:
                    yield one.judged(row["id"], "article", right=right)


def verdicts(gold: Path) -> Iterator[Judged]:
    """Yield the candidates that were judged one by one: whether the event is of its type."""
    told: dict[str, list[Row]] = defaultdict(list)
    for name in VERDICTS:
        for verdict in joined(_rows(DATA / name) if (DATA / name).is_file() else [], gold):
            told[verdict["id"]].append(verdict)
    articles = [_article(rows[0]) for rows in told.values()]
    for (name, rows), found in zip(told.items(), met(articles), strict=True):
        for one in found:
            of = [r for r in rows if r["type"] == one.type and _begins(one, r)]
            if of:
                yield one.judged(name, "verdict", right=bool(of[0]["verdict"]["type"]))


def readings(gold: Path) -> Iterator[Judged]:
    """Yield the candidates that were read one by one, of texts that may train (``readings.py``)."""
    told: dict[str, list[Row]] = defaultdict(list)
    for row in joined(_rows(READINGS), gold):
        if row["corpus"] in TRAINABLE:
            told[row["id"]].append(row)
    articles = [_article(rows[0]) for rows in told.values()]
    for (name, rows), found in zip(told.items(), met(articles), strict=True):
        last = max(row["trigger"][1] for row in rows)
        for one in found:
            right = _read_as(one, rows)
            if right is not None and one.words[0][1] <= last:
                yield one.judged(name, "reading", right=right)


def _read_as(one: Met, rows: list[Row]) -> bool | None:
    """Whether a reader found a candidate right; None if in doubt, or if it tells an act again.

    What was not asked about is right where the reader wrote down an event that was missed.
    """
    here = [r for r in rows if _begins(one, r)]
    if any(r["asked"] == one.type and ("double" in r or r.get("doubt")) for r in here):
        return None
    return any(r["type"] == one.type for r in here)


def paragraphs() -> Iterator[Judged]:
    """Yield the candidates of our own paragraphs."""
    folder = DATA / "paragraphs"
    lines = [line for file in sorted(folder.glob("*.txt")) for line in _lines(file)]
    texts, labels = zip(*(line.partition("\t")[::2] for line in lines), strict=True)
    articles = (dg.Article.from_text(text, published=_WRITTEN) for text in texts)
    for number, (text, told, found) in enumerate(zip(texts, labels, met(articles), strict=True)):
        events = [_event(label, text) for label in told.split(";") if label]
        for one in found:
            right = any(kind == one.type and one.is_at([span]) for kind, span in events)
            yield one.judged(f"paragraph-{number}", "paragraph", right=right)


def _event(label: str, text: str) -> tuple[str, tuple[int, int]]:
    kind, _, word = label.partition("=")
    word, _, nth = word.partition("#")
    matches = list(re.finditer(rf"(?<!\w){re.escape(word)}(?!\w)", text))
    return kind, matches[int(nth or 1) - 1].span()


def _begins(one: Met, verdict: Row) -> bool:
    """Whether a verdict is about a candidate: about its own word, not the verb that carries it."""
    start, end = verdict["trigger"]
    first, last = one.words[0]
    return bool(start < last and first < end)


def _right(one: Met, row: Row, *, projected: bool) -> bool | None:
    """Whether a candidate tells a labelled event; None where readers may differ."""
    for event in row["events"]:
        if one.is_at([event["trigger"], *event.get("also", ())]) and (
            event["type"] == one.type
            or (projected and event["type"] == "AGREE" and one.type in _COOPERATION)
        ):
            return True
    return None if one.is_at(row.get("neutral", {}).get("events", ())) else False


def _article(row: Row) -> dg.Article:
    headline = row.get("title") or row.get("headline")
    return dg.Article.from_text(row["text"], published=row.get("date"), headline=headline)


def _rows(path: Path) -> list[Row]:
    return [json.loads(line) for line in _lines(path)]


def _lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").splitlines()
