"""When and where the events of whole articles took place, of those events that are found."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from evaluation.readouts import whole_articles
from evaluation.tasks.articles import events_of

Row = dict[str, Any]
_SIDES = (("date", "dates"), ("place", "places"))


def predict(records: Iterable[Row]) -> Iterator[Row]:
    """Yield {"id", "events"} for each article."""
    for row, readout in whole_articles(records):
        yield {"id": row["id"], "events": events_of(readout)}


def score(gold: Sequence[Row], predicted: Iterable[Row]) -> Row:
    """Return for dates and places ``acc`` (none told counts as an answer), ``told.acc``, P, R, F1.

    An event is found if a word that tells it overlaps; of several such records the one of its type
    answers. A label with ``place_open`` is not judged by its place. ``told.acc`` is of the events
    that have a date (place) in the labels; precision is of all dates (places) given to them.
    """
    answers = {row["id"]: row["events"] for row in predicted}
    pairs = [
        (event, answer)
        for row in gold
        for event in row["events"]
        if (answer := _answer(event, answers.get(row["id"], []))) is not None
    ]
    report: Row = {"found": len(pairs), "of": sum(len(row["events"]) for row in gold)}
    for field, name in _SIDES:
        judged = [(e[field], a[field]) for e, a in pairs if not e.get(f"{field}_open")]
        report[name] = _figures(judged)
    return report


def _figures(judged: Sequence[tuple[str | None, str | None]]) -> Row:
    right = sum(_same(wanted, given) for wanted, given in judged)
    told = [(w, g) for w, g in judged if w is not None]
    hit = sum(_same(w, g) for w, g in told)
    given = sum(g is not None for _, g in judged)
    precision, recall = hit / max(1, given), hit / max(1, len(told))
    both = precision + recall
    return {
        "acc": round(right / max(1, len(judged)), 4),
        "told": {"acc": round(recall, 4), "of": len(told)},
        "P": round(precision, 4),
        "F1": round(2 * precision * recall / both, 4) if both else 0.0,
    }


def _same(wanted: str | None, given: str | None) -> bool:
    """Whether two dates or names are the same; the gazetteer writes marks that news leaves out."""
    return _plain(wanted) == _plain(given)


def _plain(name: str | None) -> str:
    letters = unicodedata.normalize("NFKD", name or "")
    return "".join(c for c in letters if not unicodedata.combining(c)).casefold()


def _answer(event: Row, given: Sequence[Row]) -> Row | None:
    """Return the predicted event that tells a labelled one, rather one of its type; or None."""
    words = [event["trigger"], *event["also"]]
    told = [
        p
        for p in given
        if any(
            s[0] < end and start < s[1] for s in (p["trigger"], *p["also"]) for start, end in words
        )
    ]
    return min(told, key=lambda p: p["type"] != event["type"], default=None)
