r"""Predicted events of natural text judged one by one: sheets, verdicts kept without text, shares.

    python -m training.events.judged print SAMPLE --gold DIR > sheet.txt
    python -m training.events.judged keep SAMPLE --gold DIR --verdicts v.txt   → data/
    python -m training.events.judged shares SAMPLE                  what share was right

The samples are described in judged_samples.py. How to judge is in protocol.md. A verdict is a
line of numbers and letters, ``12: type y parties n reversed n status y``, and a note may follow
after ``|``.
"""

from __future__ import annotations

import argparse
import json
import os
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import dragoman as dg
from training.events.judged_samples import SAMPLES, Drawn, drawn

_AN_ARTICLE = 3
_CONTEXT = 160  # characters before the sentence
_STOP = re.compile(r"(?<!\b[A-Z])[.?!]['\"”’)]*\s|\n")
QUESTIONS = ("type", "parties", "reversed", "status")
_VERDICT = re.compile(
    r"(?P<n>\d+):" + "".join(rf"\s+{q}\s+(?P<{q}>[yn])" for q in QUESTIONS) + r"\s*(?:\|.*)?"
)

Row = dict[str, Any]


def sheet(found: Iterable[Drawn]) -> Iterator[str]:
    """Yield what a judge reads of each event."""
    for number, (document, event) in enumerate(found, 1):
        text = document.text
        start, end = event.evidence[0].start, event.evidence[0].end
        first = max((stop.end() for stop in _STOP.finditer(text, 0, start)), default=0)
        stop = _stop(text, end)
        yield f"{number} | {document.published or 'undated'} | {document.title}"
        yield f"   … {' '.join(text[max(0, first - _CONTEXT) : first].split())}"
        yield f"   » {' '.join(text[first : stop + 1].split())}"
        yield f"   … {' '.join(text[stop + 1 : _stop(text, stop + 2) + 1].split())}"
        modes = f".{'.'.join(event.modes)}" if event.modes else ""
        yield (
            f"   = {event.type}{modes} {event.status} | {event.trigger_text}"
            f" | actors: {_names(event.actors)} | recipients: {_names(event.recipients)}"
            f"{' | reciprocal' if event.reciprocal else ''}"
        )


def _stop(text: str, end: int) -> int:
    """Return where the sentence stops that goes on at `end`."""
    stop = _STOP.search(text, end)
    return stop.start() if stop else len(text)


def _names(parties: tuple[dg.Party, ...]) -> str:
    return "; ".join(f"{p.text} ({p.name})" if p.name != p.text else p.text for p in parties) or "–"


def verdicts(lines: Iterable[str]) -> dict[int, dict[str, bool]]:
    """Read a judge's lines.

    Raises:
        ValueError: A line is no verdict; it is in the message.
    """
    read = {}
    for line in filter(None, map(str.strip, lines)):
        match = _VERDICT.fullmatch(line)
        if match is None:
            raise ValueError(f"no verdict: {line!r}")
        read[int(match["n"])] = {question: match[question] == "y" for question in QUESTIONS}
    return read


def rows(found: list[Drawn], judged: dict[int, dict[str, bool]]) -> Iterator[Row]:
    """Yield a row a judged event: document, hash, offsets and verdict, no text."""
    for number, (document, event) in enumerate(found, 1):
        yield {
            "id": document.id,
            "corpus": document.corpus,
            "sha256": document.sha256,
            "trigger": list(event.trigger),
            "type": event.type,
            "status": event.status,
            "actors": [list(party.span) for party in event.actors],
            "recipients": [list(party.span) for party in event.recipients],
            "confidence": event.confidence,
            "verdict": judged[number],
        }


def shares(kept: list[Row]) -> Iterator[str]:
    """Yield the figures: right in all, by type, and by confidence."""
    typed = [row for row in kept if _typed_right(row)]
    yield _share("type and parties right", kept, _coded_right)
    yield _share("type right", kept, _typed_right)
    yield _share("reversed", kept, lambda r: r["verdict"]["reversed"])
    yield _share(
        "status right, of those of the right type", typed, lambda r: r["verdict"]["status"]
    )
    for least in (0.5, 0.6, 0.7, 0.8):
        likely = [row for row in kept if row["confidence"] >= least]
        yield _share(f"  type right, confidence from {least:.1f}", likely, _typed_right)
    few = list(_few_an_article(kept))
    yield _share(f"  type right, at most {_AN_ARTICLE} an article", few, _typed_right)
    yield _share(f"  type and parties right, at most {_AN_ARTICLE}", few, _coded_right)
    for low, high in ((0.0, 0.4), (0.4, 0.6), (0.6, 0.8), (0.8, 1.01)):
        inside = [r for r in kept if low <= r["confidence"] < high]
        yield _share(f"  confidence {low:.1f} to {min(high, 1.0):.1f}", inside, _coded_right)


def _few_an_article(kept: list[Row]) -> Iterator[Row]:
    seen: Counter[str] = Counter()
    for row in kept:
        seen[row["id"]] += 1
        if seen[row["id"]] <= _AN_ARTICLE:
            yield row


def _typed_right(row: Row) -> bool:
    return bool(row["verdict"]["type"])


def _coded_right(row: Row) -> bool:
    return _typed_right(row) and bool(row["verdict"]["parties"])


def _share(what: str, of: list[Row], right: Callable[[Row], bool]) -> str:
    return f"{what:42} {sum(map(right, of)) / max(1, len(of)):.3f} of {len(of)}"


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("action", choices=["print", "keep", "shares"])
    parser.add_argument("sample", choices=sorted(SAMPLES))
    parser.add_argument("--gold", type=Path, default=os.environ.get("DRAGOMAN_GOLD"))
    parser.add_argument("--verdicts", type=Path)
    args = parser.parse_args()
    sample = SAMPLES[args.sample]
    if args.action == "print":
        print("\n".join(sheet(drawn(sample, Path(args.gold)))))
    elif args.action == "keep":
        judged = verdicts(args.verdicts.read_text(encoding="utf-8").splitlines())
        lines = (json.dumps(row) for row in rows(drawn(sample, Path(args.gold)), judged))
        sample.kept.write_text("\n".join(lines) + "\n", encoding="utf-8")
    else:
        kept = [json.loads(line) for line in sample.kept.read_text(encoding="utf-8").splitlines()]
        print("\n".join(shares(kept)))


if __name__ == "__main__":
    main()
