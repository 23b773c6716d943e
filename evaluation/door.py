"""Predicting and scoring: gold records in, predictions out, a report from the set's scorer."""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

from evaluation.scoring import score_own
from evaluation.sets import GoldSet, gold_folder
from evaluation.standoff import joined

Rows = list[dict[str, Any]]


def read_rows(path: Path) -> Rows:
    """Return the records of a JSON Lines file."""
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def gold_rows(path: Path, folder: Path | None = None) -> Rows:
    """Return the records of a gold file; labels kept apart are joined with their texts.

    Raises:
        StandoffError: The texts are missing (`folder`, by default DRAGOMAN_GOLD) or have changed.
    """
    return list(joined(read_rows(path), gold_folder(folder)))


def predict(task: str, gold: Path, folder: Path | None = None) -> Iterator[dict[str, Any]]:
    """Yield the predictions of a task for the records of a gold file, in the scorer's shape."""
    records = gold_rows(gold, folder)
    for record in records:
        if "html_path" in record:
            record["html"] = page_bytes(gold.parent / record["html_path"])
    yield from import_module(f"evaluation.tasks.{task}").predict(records)


def write_predictions(task: str, gold: Path, out: Path, folder: Path | None = None) -> int:
    """Write the predictions of a task as JSON Lines; returns how many."""
    count = 0
    with out.open("w", encoding="utf-8") as lines:
        for row in predict(task, gold, folder):
            lines.write(json.dumps(row, ensure_ascii=False) + "\n")
            count += 1
    return count


def score(gold: GoldSet, predictions: Path) -> dict[str, Any]:
    """Return the report of the set's scorer on a file of predictions.

    Raises:
        RuntimeError: The scorer failed; its words are in the message.
    """
    if gold.scorer is None:
        return score_own(gold.task, gold_rows(gold.path, gold.texts), read_rows(predictions))
    with tempfile.TemporaryDirectory(prefix="dragoman-evaluation-") as folder:
        path = gold.path if gold.texts is None else _joined_file(gold, Path(folder))
        command = [sys.executable, str(gold.scorer), *gold.flags, str(path), str(predictions)]
        done = subprocess.run([*command, "--json"], capture_output=True, text=True, check=False)  # noqa: S603 - our own paths
    if done.returncode:
        raise RuntimeError(f"{gold.name}: the scorer failed: {done.stderr.strip()[-500:]}")
    report: dict[str, Any] = json.loads(done.stdout)
    return report


def _joined_file(gold: GoldSet, folder: Path) -> Path:
    """Write labels kept apart as the gold file their scorer reads; the task knows its shape."""
    shaped = import_module(f"evaluation.tasks.{gold.task}").gold_row
    path = folder / "gold.jsonl"
    rows = (shaped(row) for row in gold_rows(gold.path, gold.texts))
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def page_bytes(path: Path) -> bytes:
    """Return the bytes of a stored page, unpacked."""
    raw = path.read_bytes()
    return gzip.decompress(raw) if path.suffix == ".gz" else raw
