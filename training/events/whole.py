r"""Whole articles labelled with events: sheets for coders, and rows kept apart from the text.

    python -m training.events.whole print --gold DIR --ids ID,ID > sheet.txt
    python -m training.events.whole keep --gold DIR --labels labels.txt

``print`` shows date, title and numbered sentences. ``keep`` checks a coder's file, whose articles
begin with ``@ ID``, and adds one row a document to ``evaluation/gold/standoff/events_tuning.jsonl``
or ``events_aside.jsonl``, as ``data/splits.json`` deals them. See manual.md, "Whole articles".
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from evaluation.sets import STANDOFF
from training.events.notation import NotationError
from training.events.whole_notation import read_articles, split_sentences

SPLITS = Path(__file__).parent / "data" / "splits.json"
CORPUS = "corpus/wikinews.jsonl"
FILES = {"whole_tuning": "events_tuning.jsonl", "whole_aside": "events_aside.jsonl"}

Row = dict[str, Any]


def sheet(document: Row) -> str:
    """Return an article as coders read it: date, title, numbered sentences."""
    text = document["text"]
    lines = (f"{n}: {text[start:end]}" for n, (start, end) in enumerate(split_sentences(text), 1))
    return "\n".join([f"@ {document['id']} | {document['date']} | {document['title']}", *lines])


def rows_of(lines: Iterable[str], documents: dict[str, Row]) -> list[Row]:
    """Return the rows of a coder's file: document, hash and labels, no text.

    Raises:
        NotationError: A line is wrong; every fault is in the message.
    """
    read = read_articles(lines, {name: d["text"] for name, d in documents.items()})
    return [
        {
            "id": name,
            "corpus": CORPUS,
            "sha256": hashlib.sha256(documents[name]["text"].encode()).hexdigest(),
            "events": sorted(labels.events, key=lambda event: list(event["trigger"])),
            "neutral": {"events": labels.neutral},
        }
        for name, labels in read.items()
    ]


def keep(rows: Sequence[Row], splits: dict[str, list[str]], folder: Path) -> dict[str, int]:
    """Put each row into the file of its part, sorted by id, in place of an older row; count them.

    Raises:
        NotationError: A document is in neither part; nothing is kept then.
    """
    parts = {name: part for part in FILES for name in splits[part]}
    strangers = [row["id"] for row in rows if row["id"] not in parts]
    if strangers:
        raise NotationError(f"in neither part: {', '.join(strangers)}")
    counts: dict[str, int] = {}
    for part, file in FILES.items():
        fresh = {row["id"]: row for row in rows if parts[row["id"]] == part}
        if fresh:
            _merge(folder / file, fresh)
            counts[file] = len(fresh)
    return counts


def _merge(path: Path, fresh: dict[str, Row]) -> None:
    old = {row["id"]: row for row in _rows(path)} if path.is_file() else {}
    merged = old | fresh
    lines = (json.dumps(merged[name], ensure_ascii=False) + "\n" for name in sorted(merged))
    path.write_text("".join(lines), encoding="utf-8")


def _rows(path: Path) -> list[Row]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("action", choices=["print", "keep"])
    parser.add_argument("--gold", type=Path, default=os.environ.get("DRAGOMAN_GOLD"))
    parser.add_argument("--ids", default="", help="the articles to print, parted by commas")
    parser.add_argument("--labels", type=Path, help="a coder's file, for keep")
    return parser.parse_args()


def main() -> None:
    """Print sheets, or keep a coder's labels."""
    asked = _arguments()
    documents = {row["id"]: row for row in _rows(asked.gold / CORPUS)}
    if asked.action == "print":
        print("\n\n".join(sheet(documents[name]) for name in asked.ids.split(",")))
        return
    try:
        rows = rows_of(asked.labels.read_text(encoding="utf-8").splitlines(), documents)
        counts = keep(rows, json.loads(SPLITS.read_text(encoding="utf-8")), STANDOFF)
    except NotationError as error:
        sys.exit(f"{error}\nNothing was kept.")
    events = sum(len(row["events"]) for row in rows)
    print(f"{events} events of {len(rows)} articles kept: {counts}")


if __name__ == "__main__":
    main()
