"""Every quality figure through one door.

\b
python -m evaluation predict quotes GOLD.jsonl OUT.jsonl
python -m evaluation score polnear_direct OUT.jsonl --gold DIR
python -m evaluation table --gold DIR            every figure, what is asked, its floor
python -m evaluation floors --gold DIR           exit 1 if a figure is under its floor
python -m evaluation floors --gold DIR --update  raise floors to what is measured now
python -m evaluation lost --gold DIR             documents lost to an exception; exit 1 if there are any
"""  # noqa: D301 - \b tells click to keep these lines as they are

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from evaluation.door import score, write_predictions
from evaluation.lost import HEADINGS, tally_all
from evaluation.measure import Measured, check_floors, measure_all, print_table, raise_floors
from evaluation.sets import OWN, gold_folder, gold_sets

GOLD = click.option(
    "--gold",
    type=click.Path(path_type=Path, file_okay=False),
    help="Folder with the development sets (default: DRAGOMAN_GOLD; else only our own small sets).",
)
ONLY = click.option("--only", multiple=True, help="Only these sets or tasks (repeat).")


@click.group(help=__doc__)
def main() -> None:
    """Measure quality through one door."""


@main.command("predict")
@click.argument("task")
@click.argument("gold", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.argument("out", type=click.Path(path_type=Path, dir_okay=False))
def predict_command(task: str, gold: Path, out: Path) -> None:
    """Write predictions for TASK on the records of GOLD to OUT, in the scorer's shape."""
    click.echo(f"{write_predictions(task, gold, out)} predictions in {out}", err=True)


@main.command("score")
@click.argument("name")
@click.argument("predictions", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@GOLD
def score_command(name: str, predictions: Path, gold: Path | None) -> None:
    """Print the scorer's whole report on a file of predictions for the set NAME."""
    chosen = {s.name: s for s in gold_sets(gold_folder(gold))}
    if name not in chosen:
        raise click.BadParameter(f"no set is called {name!r}; there are: {', '.join(chosen)}")
    click.echo(json.dumps(score(chosen[name], predictions), indent=1))


def _measured(gold: Path | None, only: tuple[str, ...], workers: int) -> list[Measured]:
    sets = gold_sets(gold_folder(gold))
    if only:
        sets = [s for s in sets if s.name in only or s.task in only]
    return measure_all(sets, workers)


WORKERS = click.option("--workers", default=2, show_default=True, help="Sets measured at once.")


@main.command()
@GOLD
@ONLY
@WORKERS
def table(gold: Path | None, only: tuple[str, ...], workers: int) -> None:
    """Print every figure with what is asked and its floor."""
    print_table(_measured(gold, only, workers))


@main.command()
@GOLD
@ONLY
@WORKERS
@click.option("--update", is_flag=True, help="Raise each floor to what is measured now.")
def floors(gold: Path | None, only: tuple[str, ...], workers: int, *, update: bool) -> None:
    """Check every figure against its floor; exit 1 if one has dropped."""
    measured = _measured(gold, only, workers)
    print_table(measured)
    if update:
        raise_floors(measured)
        return
    failures = check_floors(measured)
    for failure in failures:
        click.echo(failure, err=True)
    held = sum(len(m.figures) for m in measured) - len(failures)
    click.echo(f"{held} passed, {len(failures)} failed")
    sys.exit(1 if failures else 0)


@main.command()
@GOLD
@click.option("--only", multiple=True, help="Only files whose path holds this word (repeat).")
@click.option("--limit", type=click.IntRange(min=1), help="So many texts of each file at most.")
def lost(gold: Path | None, only: tuple[str, ...], limit: int | None) -> None:
    """Read and extract every text of every set; count those that an exception cost."""
    counted = []
    click.echo(HEADINGS)
    for counts in tally_all(gold_folder(gold) or OWN, only, limit):
        click.echo(counts)
        for sentence in (*counts.lost, *counts.harmed):
            click.echo(f"  {sentence}", err=True)
        counted.append(counts)
    lost, harmed = (sum(len(getattr(c, kind)) for c in counted) for kind in ("lost", "harmed"))
    texts = sum(c.documents for c in counted)
    click.echo(f"{texts} texts, {lost} lost, {harmed} harmed")
    sys.exit(1 if lost or harmed else 0)


if __name__ == "__main__":
    main()
