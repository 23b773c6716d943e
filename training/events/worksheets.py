r"""Turns sampled sentences into sheets for coders, and coders' sheets into rows.

    python -m training.events.worksheets print --gold DIR --from 1 --to 200 > sheet.txt
    python -m training.events.worksheets keep --gold DIR --coder a --from 1 --to 200 \
        --labels labels.txt

``print`` shows number, date, headline and sentence. ``keep`` checks the labels against the sentences
and keeps them in ``data/natural_CODER/0001-0200.jsonl``: document, hash and offsets, no text. Written
sentences (``data/written/*.jsonl``: n, date, text) go the same way with ``--written``.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from pathlib import Path
from typing import Any, NamedTuple

from evaluation.standoff import joined
from training.events.notation import Labelled, NotationError, read_labels

DATA = Path(__file__).parent / "data"
Row = dict[str, Any]


class Sentence(NamedTuple):
    """A sentence to be labelled: its row, its text, and where it begins in its document."""

    row: Row
    text: str
    start: int
    date: str
    headline: str
    document: str


def natural(gold: Path) -> dict[int, Sentence]:
    """Return the sampled sentences by number, joined with their texts."""
    rows = _rows(DATA / "sample.jsonl") + _rows(DATA / "sample_more.jsonl")
    found = {}
    for number, row in enumerate(joined(rows, gold), 1):
        start, end = row["sentence"]
        kept = {name: row[name] for name in ("id", "corpus", "sha256", "sentence")}
        found[number] = Sentence(
            {"n": number, **kept},
            row["text"][start:end],
            start,
            row.get("date", ""),
            row.get("title", ""),
            row["text"],
        )
    return found


def written() -> dict[int, Sentence]:
    """Return our own sentences by number."""
    return {
        row["n"]: Sentence({"n": row["n"]}, row["text"], 0, row["date"], "", row["text"])
        for file in sorted((DATA / "written").glob("*.jsonl"))
        for row in _rows(file)
    }


def kept_row(sentence: Sentence, labelled: Labelled, coder: str) -> Row:
    """Return the row of one labelled sentence; offsets point into the document."""

    def moved(pair: tuple[int, int]) -> list[int]:
        return [pair[0] + sentence.start, pair[1] + sentence.start]

    events = [
        {
            "type": event.type,
            "mode": event.mode,
            "status": event.status,
            "trigger": moved(event.trigger),
            "actors": [moved(pair) for pair in event.actors],
            "recipients": [moved(pair) for pair in event.recipients],
        }
        for event in labelled.events
    ]
    ground = {"ground": labelled.ground} if labelled.ground else {}
    return {**sentence.row, "coder": coder, "events": events, **ground}


def keep(sentences: dict[int, Sentence], lines: list[str], coder: str, folder: Path) -> Path:
    """Check a coder's lines and keep them in a file named after their numbers; return it.

    Raises:
        NotationError: A line is wrong or missing; nothing is kept then.
    """
    labels = read_labels(lines, {n: s.text for n, s in sentences.items()})
    rows = (kept_row(sentences[n], labels[n], coder) for n in sorted(labels))
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{min(labels):04}-{max(labels):04}.jsonl"
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), "utf-8")
    return path


def _rows(path: Path) -> list[Row]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("action", choices=["print", "keep"])
    parser.add_argument("--labels", type=Path, help="a coder's sheet, for keep")
    parser.add_argument("--gold", type=Path, default=os.environ.get("DRAGOMAN_GOLD"))
    parser.add_argument("--written", action="store_true")
    parser.add_argument("--coder", default="a")
    parser.add_argument("--from", dest="first", type=int, default=1)
    parser.add_argument("--to", dest="last", type=int, default=10**6)
    return parser.parse_args()


def main() -> None:
    """Print a sheet, or keep a coder's labels."""
    asked = _arguments()
    every = written() if asked.written else natural(asked.gold)
    sentences = {n: s for n, s in every.items() if asked.first <= n <= asked.last}
    if asked.action == "print":
        for number, sentence in sentences.items():
            print(f"{number} | {sentence.date} | {sentence.headline} | {sentence.text}")
        return
    lines = asked.labels.read_text(encoding="utf-8").splitlines()
    folder = DATA / f"{'written' if asked.written else 'natural'}_{asked.coder}"
    try:
        path = keep(sentences, lines, asked.coder, folder)
    except NotationError as error:
        sys.exit(f"{error}\nNothing was kept.")
    print(f"{len(sentences)} sentences kept in {path.name}")


if __name__ == "__main__":
    main()
