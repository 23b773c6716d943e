"""Runs many sets, prints one table, keeps the floors."""

from __future__ import annotations

import json
import math
import tempfile
from collections.abc import Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path
from typing import NamedTuple

from dragoman.extraction.language import available_models
from evaluation.door import score, write_predictions
from evaluation.sets import FLOORS, GoldSet, figure, read_floors

# A floor is this much below what was measured: another processor's rounding moves a record or two.
SLACK = 0.005


class Measured(NamedTuple):
    """The figures of one set, by dotted path."""

    gold: GoldSet
    figures: dict[str, float]


def model_label() -> str:
    """Return the label of the model that will be used ("none" if none is installed)."""
    return next((model.label for model, _ in available_models()), "none")


def measure_all(sets: Sequence[GoldSet], workers: int) -> list[Measured]:
    """Predict and score every set; sets over one file and task share their predictions."""
    jobs: dict[tuple[str, Path], list[GoldSet]] = {}
    for gold in sets:
        jobs.setdefault((gold.task, gold.path), []).append(gold)
    with tempfile.TemporaryDirectory(prefix="dragoman-evaluation-") as folder:
        run = partial(_measure, Path(folder))
        if workers < 2 or len(jobs) < 2:
            groups = list(map(run, jobs.values()))
        else:
            with ProcessPoolExecutor(workers) as pool:
                groups = list(pool.map(run, jobs.values()))
    return [measured for group in groups for measured in group]


def _measure(folder: Path, sets: Sequence[GoldSet]) -> list[Measured]:
    out = folder / f"{sets[0].name}.jsonl"
    write_predictions(sets[0].task, sets[0].path, out, sets[0].texts)
    measured = []
    for gold in sets:
        report = score(gold, out)
        measured.append(Measured(gold, {path: figure(report, path) for path in gold.figures}))
    return measured


def print_table(measured: Iterable[Measured]) -> None:
    """Print one line a figure: set, figure, measured, asked, floor."""
    floors = read_floors().get(model_label(), {})
    print(f"model {model_label()}")
    print(f"{'set':18} {'figure':28} {'measured':>9} {'asked':>7} {'floor':>7}")
    for gold, figures in measured:
        for path, value in figures.items():
            asked = gold.figures[path]
            floor = floors.get(gold.name, {}).get("figures", {}).get(path)
            print(f"{gold.name:18} {path:28} {value:9.3f} {_cell(asked):>7} {_cell(floor):>7}")


def _cell(value: float | None) -> str:
    return "–" if value is None else f"{value:.3f}"


def check_floors(measured: Iterable[Measured]) -> list[str]:
    """Return one sentence for each figure under its floor, or whose set has changed or no floor."""
    floors = read_floors().get(model_label(), {})
    failures = []
    for gold, figures in measured:
        kept = floors.get(gold.name)
        if kept is None:
            failures.append(f"{gold.name}: no floor is kept for {model_label()}")
            continue
        if kept["digest"] != gold.digest:
            failures.append(f"{gold.name}: the set has changed since its floors were set")
            continue
        failures += [
            f"{gold.name}: {path} is {value:.4f}, under its floor {kept['figures'][path]:.4f}"
            for path, value in figures.items()
            if value < kept["figures"].get(path, -math.inf)
        ]
    return failures


def raise_floors(measured: Iterable[Measured]) -> None:
    """Set each floor just under what is measured now, unless it stands higher already.

    Floors go down by hand only, with a reason in the changelog.
    """
    everything = read_floors()
    floors = everything.setdefault(model_label(), {})
    for gold, figures in measured:
        old = floors.get(gold.name, {})
        kept = old.get("figures", {}) if old.get("digest") == gold.digest else {}
        slack = SLACK * (100 if max(figures.values()) > 1 else 1)
        floors[gold.name] = {
            "digest": gold.digest,
            "figures": {p: max(round(v - slack, 4), kept.get(p, 0.0)) for p, v in figures.items()},
        }
    FLOORS.write_text(json.dumps(everything, indent=1, sort_keys=True) + "\n", encoding="utf-8")
