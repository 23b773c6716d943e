"""Which sets are measured, how, and what is asked of them (``sets.toml``, ``floors.json``)."""

from __future__ import annotations

import hashlib
import json
import os
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

HERE = Path(__file__).parent
OWN = HERE / "gold"
STANDOFF = OWN / "standoff"
FLOORS = HERE / "floors.json"


class GoldSet(NamedTuple):
    """One set: its records, its scorer (None: our own), and the figures to reach."""

    name: str
    task: str
    path: Path
    scorer: Path | None
    flags: tuple[str, ...]
    figures: Mapping[str, float | None]
    texts: Path | None = None
    """The folder of the texts that labels kept apart belong to."""

    @property
    def digest(self) -> str:
        """The first twelve hex digits of the sha256 of the set's file."""
        return hashlib.sha256(self.path.read_bytes()).hexdigest()[:12]


def gold_folder(given: Path | None) -> Path | None:
    """Return the folder with the development sets: the one given, else DRAGOMAN_GOLD, else None."""
    named = given or (
        Path(os.environ["DRAGOMAN_GOLD"]) if os.environ.get("DRAGOMAN_GOLD") else None
    )
    return named if named is not None and named.is_dir() else None


def gold_sets(folder: Path | None) -> list[GoldSet]:
    """Return the sets that can be scored here: our own, and those of the gold folder if given."""
    return [*_own_sets(), *(_public_sets(folder) if folder else ())]


def _own_sets() -> list[GoldSet]:
    from evaluation.scoring import FIGURES

    whole = [(path.stem, path) for path in sorted(OWN.glob("*.jsonl"))]
    parts = [
        (path.parent.name, path)
        for path in sorted(OWN.glob("*/*.jsonl"))
        if path.parent.name in FIGURES
    ]
    return [
        GoldSet(_own_name(path), task, path, None, (), dict.fromkeys(FIGURES[task]))
        for task, path in (*whole, *parts)
    ]


def _own_name(path: Path) -> str:
    """Return "own_quotes" for ``quotes.jsonl``, "own_parties_aside" for ``parties/aside.jsonl``."""
    return "_".join(("own", *path.relative_to(OWN).with_suffix("").parts))


def _public_sets(folder: Path) -> list[GoldSet]:
    entries = tomllib.loads((HERE / "sets.toml").read_text(encoding="utf-8"))["set"]
    return [
        GoldSet(
            entry["name"],
            entry["task"],
            STANDOFF / entry["labels"] if "labels" in entry else folder / entry["file"],
            folder / entry["scorer"] if "scorer" in entry else None,
            tuple(entry.get("flags", ())),
            entry["figures"],
            folder if "labels" in entry else None,
        )
        for entry in entries
        if (folder / entry["file"]).is_file()
        and ("labels" not in entry or (STANDOFF / entry["labels"]).is_file())
    ]


def read_floors() -> dict[str, Any]:
    """Return the floors: model → set → {"digest", "figures": {path: floor}}."""
    return json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.is_file() else {}


def figure(report: Mapping[str, Any], path: str) -> float:
    """Return the number at a dotted path in a scorer's report; a list is indexed by a number.

    Keys may hold dots themselves ("quotes.end_to_end"): the longest key that fits is taken.

    Raises:
        KeyError: The report has no such figure.
    """
    value: Any = report
    parts = path.split(".")
    while parts:
        if isinstance(value, list):
            value = value[int(parts.pop(0))]
            continue
        for length in range(len(parts), 0, -1):
            key = ".".join(parts[:length])
            if isinstance(value, Mapping) and key in value:
                value, parts = value[key], parts[length:]
                break
        else:
            raise KeyError(path)
    return float(value)
