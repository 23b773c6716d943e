"""How given statements reached the page: a chain for each, on excerpts labelled stand-off."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import dragoman as dg

Row = dict[str, Any]
_ARTICLE = re.compile(r"^(?:the|a|an|its|his|her|their)\s+", re.IGNORECASE)
_END = -1  # the edge from the last link to the publisher


def predict(records: Iterable[Row]) -> Iterator[Row]:
    """Yield {"id", "statements": [{"chain"}]}: each excerpt is read as an article of its own."""
    rows = list(records)
    articles = (
        dg.Article.from_text(
            row["text"][slice(*item["window"])],
            published=row.get("date"),
            outlet=item["publisher"],
        )
        for row in rows
        for item in row["statements"]
    )
    readouts = dg.extract_all(articles)
    for row in rows:
        chains = [_chain(next(readouts), item) for item in row["statements"]]
        yield {"id": row["id"], "statements": [{"chain": chain} for chain in chains]}


def _chain(readout: dg.Readout, item: Row) -> list[Row]:
    by = item["window"][0]
    start, end = item["statement"]
    chain = readout.chain_for((start - by, end - by))
    links = chain.links if chain else ()
    return [
        {"span": list(link.span.shift(by)), "name": link.name, "role": link.role}
        for link in links
        if link.span is not None
    ]


def score(gold: Sequence[Row], predicted: Iterable[Row]) -> Row:
    """Return the share of exact chains, F1 over edges, and the share of right roles.

    A statement without a chain must get none. Two links are the same if their spans overlap or
    their names agree; the last link of a chain has an edge to the publisher, as an empty chain
    has one from it.
    """
    answers = {row["id"]: row for row in predicted}
    exact = total = edges = wanted = given = right = linked = 0
    for row in gold:
        found = (answers.get(row["id"]) or {}).get("statements") or []
        for index, item in enumerate(row["statements"]):
            want = [k for k in item["chain"] if k["span"]]
            have = found[index]["chain"] if index < len(found) else []
            same = _aligned(want, have, row["text"])
            total += 1
            exact += len(want) == len(have) and same == list(range(len(want)))
            wanted, given = wanted + max(1, len(want)), given + max(1, len(have))
            edges += _edges(same, len(have))
            linked += sum(at is not None for at in same)
            right += sum(
                at is not None and k["role"] == have[at]["role"]
                for k, at in zip(want, same, strict=True)
            )
    return {
        "exact_chain": round(exact / total, 4) if total else 0.0,
        "edge_f1": round(2 * edges / (wanted + given), 4) if total else 0.0,
        "role": round(right / linked, 4) if linked else 0.0,
        "counts": {"statements": total, "exact": exact},
    }


def _aligned(want: list[Row], have: list[Row], text: str) -> list[int | None]:
    """Return for each wanted link the index of its match, each match used once."""
    found: list[int | None] = []
    for index, link in enumerate(want):
        order = sorted(range(len(have)), key=lambda at: (at != index, at))
        match = (at for at in order if at not in found and _same(link, have[at], text))
        found.append(next(match, None))
    return found


def _edges(same: list[int | None], length: int) -> int:
    if not same:
        return int(length == 0)
    steps = [at + 1 if at + 1 < length else _END for at in range(length)]
    ahead = [*same[1:], _END]
    return sum(
        at is not None and following is not None and steps[at] == following
        for at, following in zip(same, ahead, strict=True)
    )


def _same(link: Row, other: Row, text: str) -> bool:
    (start, end), (begin, stop) = link["span"], other["span"]
    return max(start, begin) < min(end, stop) or _head(text[start:end]) == _head(other["name"])


def _head(name: str) -> str:
    """The last word of a proper name, else the phrase without its article."""
    phrase = _ARTICLE.sub("", re.split(r",| (?:of|for|in|at|from) ", name)[0])
    last = phrase.split()[-1] if phrase.split() else ""
    return last if last[:1].isupper() else phrase.casefold()
