"""Our own short texts of standing stances, or of none: who holds what on which issue, since when.

Marked is what holds as of the text: policies, relations and views that a state, a body, an
office-holder, a party or an armed group is told to have, in the present, the perfect, or the past
of a report ("said it did not recognise"). Acts, plans, conditions, questions, stances that are
over, and what private people, firms or clubs hold are no positions.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import dragoman as dg

Row = dict[str, Any]


def predict(records: Iterable[Row]) -> Iterator[Row]:
    """Yield {"id", "positions": [{"holders", "stance", "issue", "towards", "since"}]} by offsets."""
    rows = list(records)
    articles = (dg.Article.from_text(row["text"], published=row["date"]) for row in rows)
    for row, readout in zip(rows, dg.extract_all(articles), strict=True):
        yield {"id": row["id"], "positions": [_position(p) for p in readout.positions]}


def _position(position: dg.Position) -> Row:
    return {
        "holders": [list(party.span) for party in position.holders],
        "stance": list(position.stance_span),
        "issue": list(position.issue_span),
        "towards": [list(party.span) for party in position.towards],
        "since": position.since,
    }


def score(gold: Sequence[Row], predicted: Iterable[Row]) -> Row:
    """Return how many positions are found, and of all marked ones how many are right in each part.

    A position is found if the words of its stance and one of its holders overlap; each prediction
    meets one mark at most. A position that is not found is wrong in every part. `holders_also` are
    words for the same holder ("it": Norway) that are right too.
    """
    answers = {row["id"]: row.get("positions") or () for row in predicted}
    pairs: list[tuple[Row, Row | None]] = []
    given = 0
    for row in gold:
        left = list(answers.get(row["id"], ()))
        given += len(left)
        for mark in row["positions"]:
            met = next((p for p in left if _found(mark, p)), None)
            if met is not None:
                left.remove(met)
            pairs.append((mark, met))
    hits = [(mark, met) for mark, met in pairs if met is not None]
    return {
        "found": _prf(len(hits), given, len(pairs)),
        "holders": {"acc": _share([_holders_right(*hit) for hit in hits], len(pairs))},
        "issue": {"acc": _share([_overlap(m["issue"], p["issue"]) for m, p in hits], len(pairs))},
        "towards": {
            "acc": _share([_same(m["towards"], p["towards"]) for m, p in hits], len(pairs))
        },
        "since": {"acc": _share([m["since"] == p["since"] for m, p in hits], len(pairs))},
    }


def _found(mark: Row, position: Row) -> bool:
    holders = [*mark["holders"], *mark.get("holders_also", ())]
    return _overlap(mark["stance"], position["stance"]) and any(
        _meets(span, holders) for span in position["holders"]
    )


def _holders_right(mark: Row, position: Row) -> bool:
    also = mark.get("holders_also", ())
    given = position["holders"]
    named = all(_meets(span, given) for span in mark["holders"])
    otherwise = any(_meets(span, given) for span in also)
    return (named or otherwise) and all(_meets(span, [*mark["holders"], *also]) for span in given)


def _same(wanted: Sequence[list[int]], given: Sequence[list[int]]) -> bool:
    return all(_meets(span, given) for span in wanted) and all(
        _meets(span, wanted) for span in given
    )


def _meets(span: list[int], others: Iterable[list[int]]) -> bool:
    return any(_overlap(span, other) for other in others)


def _overlap(one: list[int], other: list[int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _share(right: Sequence[bool], total: int) -> float:
    return round(sum(right) / total, 4) if total else 1.0


def _prf(hit: int, given: int, wanted: int) -> dict[str, float]:
    precision = hit / given if given else float(not wanted)
    recall = hit / wanted if wanted else 1.0
    total = precision + recall
    return {
        "P": round(precision, 4),
        "R": round(recall, 4),
        "F1": round(2 * precision * recall / total, 4) if total else 0.0,
    }
