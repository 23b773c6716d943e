"""What is timed: real pages and texts from the gold folder, else the bundled examples."""

from __future__ import annotations

import gzip
import json
from itertools import islice
from pathlib import Path

from dragoman import examples


def html_pages(gold: Path | None, count: int) -> list[bytes]:
    """Return HTML pages as bytes."""
    if gold is not None:
        paths = sorted((gold / "pages").glob("*/html/*.html.gz"))
        step = max(1, len(paths) // count)
        return [gzip.decompress(path.read_bytes()) for path in paths[::step][:count]]
    bundled = [n for n in examples.names() if examples.file_name(n).endswith(".html")]
    return [examples.load(name) for name in bundled] * 4


def texts(gold: Path | None, count: int) -> list[tuple[str, str]]:
    """Return (text, date) of English articles."""
    if gold is not None:
        with (gold / "corpus" / "wikinews.jsonl").open(encoding="utf-8") as lines:
            rows = [json.loads(line) for line in islice(lines, count)]
        return [(row["text"], row["date"]) for row in rows]
    plain = [n for n in examples.names() if not examples.file_name(n).endswith(".html")]
    return [(examples.load(name).decode(), "2025-05-14") for name in plain] * 10
