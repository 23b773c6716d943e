"""The scorer of the small sets that ship in ``evaluation/gold``: precision, recall, F1 of items.

Each task turns a record (gold or predicted, same shape) into a set of comparable items; the
figures are counted over all records of the set. The public development sets bring scorers of
their own, which forgive more; the shapes are the same.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from evaluation.tasks import (
    direction,
    event_dates,
    parties,
    positions,
    pronouns,
    speakers,
    statements,
    timerefs,
    uses,
)

Row = dict[str, Any]
Items = Callable[[Row], set[Any]]
_WORD = re.compile(r"\w+")


def _words(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(text.casefold()))


def _shingles(row: Row) -> set[Any]:
    words = _words(row.get("text") or "")
    return {words[i : i + 4] for i in range(max(1, len(words) - 3))}


def _quotes(row: Row) -> set[Any]:
    return {
        (tuple(map(tuple, q["content_spans"])), _name(q.get("speaker_name"))) for q in row["quotes"]
    }


def _quote_contents(row: Row) -> set[Any]:
    return {tuple(map(tuple, q["content_spans"])) for q in row["quotes"]}


def _chain(row: Row) -> set[Any]:
    return {tuple((link["role"], link["name"]) for link in row["chain"])}


def _name(name: str | None) -> str:
    """A name without case, leading article, or marks of possession."""
    return re.sub(r"^(?:the|a|an) |['’]s?\b", "", (name or "").casefold()).strip()


def _authors(row: Row) -> set[Any]:
    author = row.get("author") or []
    names = author if isinstance(author, list) else author.split(";")
    return {_name(name.strip()) for name in names}


def _image_credits(row: Row) -> set[Any]:
    found = (image.get("credit") or [] for image in row["images"])
    return {name for c in found for name in ([c] if isinstance(c, str) else c)}


def _field(name: str) -> Items:
    def items(row: Row) -> set[Any]:
        value = row.get(name)
        return {(name, tuple(value) if isinstance(value, list) else value)}

    return items


def _times(row: Row) -> set[Any]:
    return {(t["start"], t["end"], t["value"]) for t in row["timex"]}


def _places(row: Row) -> set[Any]:
    return {(t["start"], t["end"], t["geonameid"]) for t in row["toponyms"]}


def _events(row: Row) -> set[Any]:
    return {(_party(e["source"]), _party(e["target"]), e["code"]) for e in row["events"]}


def _party(party: Row | None) -> str:
    return party["text"].casefold() if party else ""


def _statuses(row: Row) -> set[Any]:
    """Gold marks one event of a sentence; a prediction lists all: see `_marked`."""
    return {(row["type"], row["status"])}


def _layer(layer: str, *fields: str) -> Items:
    def items(row: Row) -> set[Any]:
        return {tuple(str(item.get(f)) for f in fields) for item in row.get(layer) or ()}

    return items


TASKS: dict[str, dict[str, Items]] = {
    "pages": {
        "body": _shingles,
        "title": _field("title"),
        "date": _field("date"),
        "author": _authors,
        "caption": lambda row: {i["caption"] for i in row["images"] if i.get("caption")},
        "credit": _image_credits,
    },
    "savedtext": {"lines": lambda row: set(row.get("gold_lines") or row.get("body_lines") or ())},
    "quotes": {"content": _quote_contents, "content_and_speaker": _quotes},
    "chains": {"chain": _chain},
    "actors": {"countries": _field("countries"), "sector": _field("sector")},
    "times": {"span_and_value": _times},
    "places": {"span_and_id": _places},
    "events": {"parties_and_type": _events},
    "status": {"type_and_status": _statuses},
    "articles": {
        "quotes": _layer("quotes", "content", "speaker_name"),
        "events": _layer("events", "type", "trigger"),
        "times": _layer("times", "span", "value"),
        "places": _layer("places", "span", "country"),
    },
}
# Tasks whose answers are no sets of items: they bring a scorer of their own.
SCORERS: dict[str, Callable[[Sequence[Row], Iterable[Row]], dict[str, Any]]] = {
    "parties": parties.score,
    "direction": direction.score,
    "event_dates": event_dates.score,
    "positions": positions.score,
    "speakers": speakers.score,
    "pronouns": pronouns.score,
    "uses": uses.score,
    "timerefs": timerefs.score,
    "statements": statements.score,
}
FIGURES = {task: [f"{figure}.F1" for figure in figures] for task, figures in TASKS.items()}
FIGURES["parties"] = ["countries.acc", "sector.acc", "both.acc"]
FIGURES["positions"] = ["found.F1", "holders.acc", "issue.acc"]
FIGURES["direction"] = ["actors.acc", "recipients.acc", "both.acc"]


def score_own(task: str, gold: Sequence[Row], predicted: Iterable[Row]) -> dict[str, Any]:
    """Return {figure: {"P", "R", "F1"}} for one of our own sets; a missing record finds nothing."""
    if task in SCORERS:
        return SCORERS[task](gold, predicted)
    rows = {_key(row): row for row in predicted}
    report: dict[str, Any] = {}
    for name, items in TASKS[task].items():
        hit = given = wanted = 0
        for row in gold:
            want = items(row)
            answer = rows.get(_key(row))
            got = items(_marked(row, answer) if task == "status" else answer) if answer else set()
            hit, given, wanted = hit + len(want & got), given + len(got), wanted + len(want)
        report[name] = _prf(hit, given, wanted)
    return report


def _key(row: Row) -> tuple[str, str]:
    return row["id"], row.get("variant") or ""


def _marked(gold: Row, answer: Row) -> Row:
    """Return the predicted event whose trigger overlaps the marked one (else an empty one)."""
    start, end = gold["trigger"]
    for event in answer["events"]:
        if event["trigger"][0] < end and start < event["trigger"][1]:
            return {"type": event["type"], "status": event["status"]}
    return {"type": None, "status": None}


def _prf(hit: int, given: int, wanted: int) -> dict[str, float]:
    precision = hit / given if given else float(not wanted)
    recall = hit / wanted if wanted else 1.0
    total = precision + recall
    return {
        "P": round(precision, 4),
        "R": round(recall, 4),
        "F1": round(2 * precision * recall / total, 4) if total else 0.0,
    }
