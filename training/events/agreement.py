"""How well two coders agree, per type, before anything is settled.

    python -m training.events.agreement natural      # or: written

An event of one coder meets one of the other in the same sentence when their triggers overlap, or
else when they have the same type and share an actor. F1 of a type counts meetings of that type in
both; kappa (Cohen's) asks of each sentence whether it has an event of the type.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

DATA = Path(__file__).parent / "data"
Row = dict[str, Any]
Event = dict[str, Any]


class Agreement(NamedTuple):
    """Agreement on one type: F1 and kappa (0 to 1), and how many events each coder gave."""

    f1: float
    kappa: float
    first: int
    second: int


def meetings(first: list[Event], second: list[Event]) -> Iterator[tuple[Event, Event]]:
    """Yield pairs of events of one sentence that two coders gave alike, each event once."""
    ours, theirs = list(first), list(second)
    for alike in (_overlap, _same_act):
        for event in tuple(ours):
            other = next((o for o in theirs if alike(event, o)), None)
            if other is not None:
                ours.remove(event)
                theirs.remove(other)
                yield event, other


def _overlap(a: Event, b: Event) -> bool:
    return bool(a["trigger"][0] < b["trigger"][1] and b["trigger"][0] < a["trigger"][1])


def _same_act(a: Event, b: Event) -> bool:
    return a["type"] == b["type"] and any(actor in b["actors"] for actor in a["actors"])


def kappa(answers: list[tuple[bool, bool]]) -> float:
    """Return Cohen's kappa of two coders' yes and no; 1.0 where chance alone would agree."""
    n = len(answers)
    same = sum(x == y for x, y in answers) / n
    yes, also = sum(x for x, _ in answers) / n, sum(y for _, y in answers) / n
    chance = yes * also + (1 - yes) * (1 - also)
    return 1.0 if chance == 1 else (same - chance) / (1 - chance)


def by_type(pairs: list[tuple[Row, Row]]) -> dict[str, Agreement]:
    """Return the agreement on each type that a coder gave."""
    first = Counter(e["type"] for a, _ in pairs for e in a["events"])
    second = Counter(e["type"] for _, b in pairs for e in b["events"])
    both = Counter(
        e["type"]
        for a, b in pairs
        for e, o in meetings(a["events"], b["events"])
        if e["type"] == o["type"]
    )
    found = {}
    for kind in sorted(first | second):
        answers = [(_has(a, kind), _has(b, kind)) for a, b in pairs]
        f1 = 2 * both[kind] / (first[kind] + second[kind])
        found[kind] = Agreement(f1, kappa(answers), first[kind], second[kind])
    return found


def _has(row: Row, kind: str) -> bool:
    return any(event["type"] == kind for event in row["events"])


def coded_twice(name: str) -> list[tuple[Row, Row]]:
    """Return the sentences that both coders labelled: "natural" or "written"."""
    a, b = ({row["n"]: row for row in coder_rows(f"{name}_{coder}")} for coder in "ab")
    return [(a[n], b[n]) for n in sorted(a.keys() & b.keys())]


def coder_rows(folder: str) -> Iterator[Row]:
    """Yield the rows of a folder of labels."""
    for file in sorted((DATA / folder).glob("*.jsonl")):
        with file.open(encoding="utf-8") as lines:
            yield from map(json.loads, lines)


def main() -> None:
    """Print agreement per type, on having an event at all, and on status and mode where they meet."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("name", choices=["natural", "written"])
    pairs = coded_twice(parser.parse_args().name)
    print(f"{len(pairs)} sentences\n{'type':10} {'F1':>5} {'kappa':>6} {'first':>6} {'second':>6}")
    for kind, found in by_type(pairs).items():
        print(f"{kind:10} {found.f1:5.2f} {found.kappa:6.2f} {found.first:6} {found.second:6}")
    some = kappa([(bool(a["events"]), bool(b["events"])) for a, b in pairs])
    met = [m for a, b in pairs for m in meetings(a["events"], b["events"])]
    print(f"any event: kappa {some:.2f}")
    for field in ("type", "mode", "status", "actors", "recipients"):
        same = sum(e[field] == o[field] for e, o in met)
        print(
            f"same {field} where both have the event: {same / max(1, len(met)):.2f} of {len(met)}"
        )


if __name__ == "__main__":
    main()
