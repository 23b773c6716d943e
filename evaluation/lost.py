"""Documents lost to an exception, over every text of every set: the safety net's own figure.

A document is *lost* if reading or extracting it raises what nobody foresaw, *harmed* if a stage
failed on it or a record does not rest on words (`evaluation.evidence`). A page that is refused with
a reason, and a text in a language that is not extracted, are answers and counted apart.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import dragoman as dg
from evaluation.door import page_bytes, read_rows
from evaluation.evidence import faults

# Where a set's row has its document, the best first.
_TEXTS = ("page_text", "text", "window", "reference")


@dataclass
class Tally:
    """What became of the documents of one set; `slowest` is in seconds, `rate` in characters a second."""

    name: str
    documents: int = 0
    refused: int = 0
    not_english: int = 0
    characters: int = 0
    seconds: float = 0.0
    slowest: float = 0.0
    lost: list[str] = field(default_factory=list)
    harmed: list[str] = field(default_factory=list)

    @property
    def rate(self) -> float:
        """Characters a second."""
        return self.characters / self.seconds if self.seconds else 0.0

    def __str__(self) -> str:
        return (
            f"{self.name:34} {self.documents:6d} {len(self.lost):5d} {len(self.harmed):7d} "
            f"{self.refused:8d} {self.not_english:8d} {self.slowest:8.2f} {self.rate:8.0f}"
        )


HEADINGS = (
    f"{'set':34} {'texts':>6} {'lost':>5} {'harmed':>7} {'refused':>8} {'other':>8} "
    f"{'slowest':>8} {'chars/s':>8}"
)


def tally_all(folder: Path, only: tuple[str, ...], limit: int | None) -> Iterator[Tally]:
    """Yield a tally for each JSON Lines file of the folder, in the order of their names.

    Args:
        folder: The folder with the development sets.
        only: Words, one of which a file's path must hold; empty: all files.
        limit: So many documents of each file at most, evenly from it.
    """
    for path in sorted(folder.rglob("*.jsonl")):
        name = path.relative_to(folder).with_suffix("").as_posix()
        if not only or any(word in name for word in only):
            rows = read_rows(path)
            step = max(1, -(-len(rows) // limit)) if limit else 1
            yield tally(name, rows[::step], path.parent)


def tally(name: str, rows: list[dict[str, Any]], folder: Path) -> Tally:
    """Read and extract the documents of some rows; pages are looked for in ``folder``."""
    counts = Tally(name)
    for row in rows:
        counts.documents += 1
        start = time.process_time()
        try:
            _one(row, folder, counts)
        except Exception as error:  # noqa: BLE001 - the exception is what is measured
            counts.lost.append(f"{row['id']}: {type(error).__name__}: {error}")
        took = time.process_time() - start
        counts.seconds += took
        counts.slowest = max(counts.slowest, took)
    return counts


def _one(row: dict[str, Any], folder: Path, counts: Tally) -> None:
    try:
        article = _article(row, folder)
    except dg.PageError:
        counts.refused += 1
        return
    counts.characters += len(article.text)
    readout = dg.extract(article)
    codes = {problem.code for problem in readout.problems}
    counts.not_english += "E_LANGUAGE" in codes
    failed = [p.message for p in readout.problems if p.code == "E_EXTRACTION"]
    if wrong := [*failed, *faults(readout)]:
        counts.harmed.append(f"{row['id']}: {'; '.join(wrong[:3])}")


def _article(row: dict[str, Any], folder: Path) -> dg.Article:
    if "html_path" in row:
        return dg.read_page(page_bytes(folder / row["html_path"]))
    if "page_text" in row:
        return dg.read_page(row["page_text"])
    when = row.get("published") or row.get("date") or row.get("dct")
    text = next((row[key] for key in _TEXTS if row.get(key)), "")
    try:
        return dg.Article.from_text(text, published=when)
    except dg.PageError:  # a set's date may be the clock on the page: "7:58 AM ET"
        return dg.Article.from_text(text)
