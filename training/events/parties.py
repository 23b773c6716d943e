"""How often the parties of a labelled event are right, where the event is found with its type.

    python -m training.events.parties --gold DIR            shares, both halves
    python -m training.events.parties --gold DIR --errors   also what is wrong in the tuning half

Settled labels, natural and written, without the documents kept aside; each sentence is read alone.
A side is right if each labelled party is met by one of ours, at its words or at another mention
of the same actor, and each of ours meets one. The
parties of an act of equals are compared as one list, for both sides may stand as actors.
Sentences with an odd number are for tuning; of the even ones only figures are shown.
"""

from __future__ import annotations

import argparse
import json
import os
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from dragoman import Article, Event, extract_all
from dragoman.records import Mention, Party, Span
from training.events.settle import settled
from training.events.worksheets import DATA, Sentence, natural, written

_ASIDE = ("whole_aside", "judged")
_NAMES = ("natural", "written")


class Compared(NamedTuple):
    """A labelled event, with our event of its type at its trigger, or None."""

    name: str
    sentence: Sentence
    number: int
    told: dict[str, Any]
    ours: Event | None
    mentions: tuple[Mention, ...]

    @property
    def tuning(self) -> bool:
        """Whether it is in the half that may be read."""
        return bool(self.number % 2)

    def labelled(self, side: str) -> list[Span]:
        """Return the labelled parties of one side, by their place in the sentence."""
        return [Span(*pair).shift(-self.sentence.start) for pair in self.told[side]]

    def found(self, side: str) -> list[Party]:
        """Return our parties of one side."""
        return list(getattr(self.ours, side)) if self.ours else []

    @property
    def of_equals(self) -> bool:
        """Whether both sides may stand as actors."""
        equals = len(self.told["actors"]) > 1 and not self.told["recipients"]
        return equals or bool(self.ours and self.ours.reciprocal)

    def right(self, side: str) -> bool:
        """Whether a side is right."""
        if self.of_equals:
            sides = ("actors", "recipients")
            return self._same(
                [span for s in sides for span in self.labelled(s)],
                [party for s in sides for party in self.found(s)],
            )
        return self._same(self.labelled(side), self.found(side))

    def _same(self, labelled: Sequence[Span], found: Sequence[Party]) -> bool:
        places = [self._places(party) for party in found]
        return all(any(_meet(a, spans) for spans in places) for a in labelled) and all(
            any(_meet(a, spans) for a in labelled) for spans in places
        )

    def _places(self, party: Party) -> list[Span]:
        """Return where a party stands: its words, and wherever else its actor is mentioned."""
        if party.actor_id is None:
            return [party.span]
        return [party.span, *(m.span for m in self.mentions if m.actor_id == party.actor_id)]


def _meet(span: Span, others: Iterable[Span]) -> bool:
    return any(span.overlaps(other) for other in others)


def compared(gold: Path) -> Iterator[Compared]:
    """Yield each labelled event with ours."""
    splits = json.loads((DATA / "splits.json").read_text(encoding="utf-8"))
    aside = {document for name in _ASIDE for document in splits[name]}
    for name, sentences in zip(_NAMES, (natural(gold), written()), strict=True):
        kept = settled(name).values()
        rows = [r for r in kept if r["events"] and r.get("id") not in aside]
        chosen = [sentences[row["n"]] for row in rows]
        articles = (Article.from_text(s.text, published=s.date or None) for s in chosen)
        for row, sentence, readout in zip(rows, chosen, extract_all(articles), strict=True):
            for event in row["events"]:
                trigger = Span(*event["trigger"]).shift(-sentence.start)
                ours = _at(event["type"], trigger, readout.events)
                yield Compared(name, sentence, row["n"], event, ours, readout.mentions)


def _at(kind: str, trigger: Span, events: Iterable[Event]) -> Event | None:
    here = (e for e in events if any(s.overlaps(trigger) for s in (e.trigger, *e.mentions)))
    return next((e for e in here if e.type == kind), None)


def report(pairs: Sequence[Compared]) -> str:
    """Return the shares of the events that are found with their type."""
    typed = [p for p in pairs if p.ours is not None]
    count = Counter[str]()
    for pair in typed:
        actors, recipients = pair.right("actors"), pair.right("recipients")
        count.update({"actors": actors, "recipients": recipients, "both": actors and recipients})
    shares = ", ".join(
        f"{side} {count[side] / max(1, len(typed)):.3f}"
        for side in ("actors", "recipients", "both")
    )
    return f"labelled {len(pairs)}, of the right type {len(typed)}: right {shares}"


def _error(pair: Compared) -> str:
    text = pair.sentence.text
    start, end = pair.ours.trigger if pair.ours else (0, 0)
    told = f"{pair.told['type']} {pair.told['status']}"
    marked = f"{text[:start]}[{text[start:end]}]{text[end:]}"
    lines = [f"\n{pair.name} {pair.number} {told} | {marked}"]
    for side in ("actors", "recipients"):
        labelled = [span.of(text) for span in pair.labelled(side)]
        ours = [party.text for party in pair.found(side)]
        mark = "  " if pair.right(side) else "! "
        lines.append(
            f"  {mark}{side}: {'; '.join(labelled) or '–'} | ours: {'; '.join(ours) or '–'}"
        )
    return "\n".join([*lines, f"    {pair.ours.why if pair.ours else ''}"])


def main() -> None:
    """Print the report."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gold", type=Path, default=os.environ.get("DRAGOMAN_GOLD"))
    parser.add_argument("--errors", action="store_true")
    asked = parser.parse_args()
    pairs = list(compared(Path(asked.gold)))
    for half, tuning in (("tuning half", True), ("other half", False)):
        for name in _NAMES:
            chosen = [p for p in pairs if p.tuning is tuning and p.name == name]
            print(f"{half}, {name}: {report(chosen)}")
    if asked.errors:
        for pair in pairs:
            wrong = pair.ours is not None and not (
                pair.right("actors") and pair.right("recipients")
            )
            if pair.tuning and wrong:
                print(_error(pair))


if __name__ == "__main__":
    main()
