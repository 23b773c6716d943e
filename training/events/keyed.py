"""How often both sides of events are right by keys written without seeing ours.

    python -m training.events.keyed --gold DIR

The key (``data/keyed_parties.jsonl``) has 702 events of the judged samples whose type is right: who
did it, to whom, of which states each is (null: nobody can tell), the status; no text. Parties that
are not ``needed`` may be left out. The readings (``readings.py``) say the same of other texts, but
the states. An event counts where ours of its type has its trigger. Each
party that is needed must be met by one of ours, at its words or at another mention of the actor,
and each of ours must meet one; a state that we give must be one of the key's.
"""

from __future__ import annotations

import argparse
import json
import os
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import dragoman as dg
from evaluation.standoff import joined
from training.events.worksheets import DATA

KEY = DATA / "keyed_parties.jsonl"
READINGS = DATA / "readings.jsonl"
_SIDES = ("actors", "recipients")
Row = dict[str, Any]


def compared(gold: Path, key: Path = KEY) -> Iterator[tuple[Row, dg.Event, dg.Readout]]:
    """Yield each event of a key that is found, with ours and its readout."""
    by_text: dict[str, list[Row]] = defaultdict(list)
    rows = (json.loads(line) for line in key.read_text(encoding="utf-8").splitlines())
    for row in joined(rows, gold):
        if row["type"]:
            by_text[row["sha256"]].append(row)
    articles = [_article(rows[0]) for rows in by_text.values()]
    for keyed, readout in zip(by_text.values(), dg.extract_all(articles), strict=True):
        for row in keyed:
            ours = _at(row, readout.events)
            if ours is not None:
                yield row, ours, readout


def _article(row: Row) -> dg.Article:
    headline = row.get("title") or row.get("headline")
    return dg.Article.from_text(row["text"], published=row.get("date"), headline=headline)


def _at(row: Row, events: Iterable[dg.Event]) -> dg.Event | None:
    trigger = dg.Span(*row["trigger"])
    typed = (e for e in events if e.type == row["type"])
    return next(
        (e for e in typed if any(s.overlaps(trigger) for s in (e.trigger, *e.mentions))), None
    )


def right(row: Row, ours: dg.Event, readout: dg.Readout) -> bool:
    """Whether both sides, and their states, are right."""
    needed = sum(party["needed"] for party in row["actors"])
    if ours.reciprocal or (needed > 1 and not row["recipients"]):
        told = [*row["actors"], *row["recipients"]]
        return _same(told, [*ours.actors, *ours.recipients], readout)
    return all(_same(row[side], getattr(ours, side), readout) for side in _SIDES)


def _same(told: list[Row], found: Iterable[dg.Party], readout: dg.Readout) -> bool:
    met = [(party, [t for t in told if _meets(party, t, readout)]) for party in found]
    named = all(any(t in those for _, those in met) for t in told if t["needed"])
    return named and all(any(_of_state(party, t, readout) for t in those) for party, those in met)


def _meets(party: dg.Party, told: Row, readout: dg.Readout) -> bool:
    span = dg.Span(*told["span"])
    others = (m.span for m in readout.mentions if party.actor_id and m.actor_id == party.actor_id)
    return any(one.overlaps(span) for one in (party.span, *others))


def _of_state(party: dg.Party, told: Row, readout: dg.Readout) -> bool:
    actor = next((a for a in readout.actors if a.id == party.actor_id), None)
    if actor is None or not actor.countries or told.get("states") is None:
        return True
    return bool(set(actor.countries) & set(told["states"]))


def main() -> None:
    """Print the shares."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gold", type=Path, default=os.environ.get("DRAGOMAN_GOLD"))
    gold = Path(parser.parse_args().gold)
    for key in (KEY, READINGS):
        counts: dict[str, Counter[str]] = defaultdict(Counter)
        for row, ours, readout in compared(gold, key):
            both = right(row, ours, readout)
            counts[row["corpus"]].update(found=1, right=both, status=ours.status == row["status"])
        for corpus, count in counts.items():
            shares = (f"{name} {count[name] / count['found']:.3f}" for name in ("right", "status"))
            print(f"{key.stem}, {corpus}: {', '.join(shares)} of {count['found']}")


if __name__ == "__main__":
    main()
