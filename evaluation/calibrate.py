"""How often a resolved speaker is right, by the grounds it rests on: the table behind its confidence.

\b
python -m evaluation.calibrate --gold DIR            bins and calibration error of each part
python -m evaluation.calibrate --gold DIR --curves   the points for speaker_confidence.toml

Curves are fitted on our tuning labels, and on `--read` articles of polnear_speech_train for
what these can tell: whether the words at the cue are those of the speaker. The aside part is only
measured.
"""  # noqa: D301 - \b tells click to keep these lines as they are

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

import click

import dragoman as dg
from dragoman import Span
from dragoman.codebooks.confidence import Curve, pronoun_curves, speaker_curves
from dragoman.text.marks import find_quoted
from evaluation.door import gold_rows, read_rows
from evaluation.referents import all_met, pair_quotations
from evaluation.sets import STANDOFF, gold_folder
from evaluation.tasks import pronouns
from evaluation.tasks.speakers import predicted_row

EDGES = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.01)
# Cases that one bin of a curve must hold, and the weight of the prior in each.
_SMALLEST, _PRIOR = 12, 2


class Case(NamedTuple):
    """One quotation's speaker: its basis, score before and after calibration, and the truth."""

    basis: str
    raw: float
    confidence: float
    right: bool


def labelled_cases(part: str, folder: Path) -> Iterator[Case]:
    """Yield the speakers of a part of our labels where the content was found."""
    rows = gold_rows(STANDOFF / f"speakers_{part}.jsonl", folder)
    for row, readout in zip(rows, _read(rows), strict=True):
        for gold, found in pair_quotations(row, predicted_row(row["id"], readout)):
            if found["speakers"]:
                right = all_met(gold["speakers"], found["speakers"], row["text"])
                yield _case(found["speakers"][0], right=right)


def worded_cases(rows: Sequence[dict[str, Any]]) -> Iterator[Case]:
    """Yield speakers whose words can be judged: right if they overlap the gold speaker's."""
    for row, readout in zip(rows, _read(rows), strict=True):
        gold = [q for q in row["quotes"] if q["type"] != "attitude"]
        for wanted, found in pair_quotations(
            {**row, "quotes": gold}, predicted_row(row["id"], readout)
        ):
            for speaker in found["speakers"][:1]:
                if speaker["basis"] in {"name", "office", "described", "surname"}:
                    yield _case(speaker, right=_overlap(wanted.get("speaker"), speaker["span"]))


def pronoun_cases(part: str, folder: Path) -> Iterator[Case]:
    """Yield the pronouns of a part of our labels that were given an antecedent."""
    rows = gold_rows(STANDOFF / f"speakers_{part}.jsonl", folder)
    for row, answer in zip(rows, pronouns.predict(rows), strict=True):
        found = {tuple(p["span"]): p["means"] for p in answer["pronouns"]}
        for pronoun in row["pronouns"]:
            means = found.get(tuple(pronoun["span"]))
            if means:
                start, end = pronoun["span"]
                group = _group(row["text"], start, end)
                confidence = means[0]["confidence"]
                raw = _raw(pronoun_curves(), group, confidence)
                right = all_met(pronoun["means"], means, row["text"])
                yield Case(group, raw, confidence, right)


def _group(text: str, start: int, end: int) -> str:
    if text[start:end].casefold()[:2] in {"it", "th"}:
        return "other"
    quoted = find_quoted(text, [Span(0, len(text))])
    return (
        "person_in_marks" if any(q.outer.contains(Span(start, end)) for q in quoted) else "person"
    )


def _read(rows: Sequence[dict[str, Any]]) -> Iterable[dg.Readout]:
    return dg.extract_all(
        dg.Article.from_text(row["text"], published=row.get("date"), headline=row.get("title"))
        for row in rows
    )


def _overlap(one: Sequence[int] | None, other: Sequence[int] | None) -> bool:
    return bool(one and other) and one[0] < other[1] and other[0] < one[1]  # type: ignore[index]


def _case(speaker: dict[str, Any], *, right: bool) -> Case:
    basis, confidence = speaker["basis"], speaker["confidence"]
    return Case(basis, _raw(speaker_curves(), basis, confidence), confidence, right)


def _raw(curves: Mapping[Any, Curve], basis: str, confidence: float) -> float:
    """Return the score that the basis's curve maps to a confidence (curves rise strictly)."""
    curve = curves[basis]
    for (low, right_low), (high, right_high) in pairwise(curve):
        if confidence <= right_high:
            return low + (confidence - right_low) / (right_high - right_low) * (high - low)
    return curve[-1][0]


def calibration_error(cases: Sequence[Case]) -> float:
    """Return the expected calibration error over the bins of EDGES."""
    return sum(
        len(group) / len(cases) * abs(_share(group) - sum(c.confidence for c in group) / len(group))
        for group in _bins(cases)
        if group
    )


def _bins(cases: Sequence[Case]) -> list[list[Case]]:
    return [[c for c in cases if low <= c.confidence < high] for low, high in pairwise(EDGES)]


def _share(cases: Sequence[Case]) -> float:
    return sum(c.right for c in cases) / len(cases)


def print_bins(name: str, cases: Sequence[Case]) -> None:
    """Print how often speakers are right, by confidence."""
    print(f"{name}: {len(cases)} judged, {_share(cases):.3f} right, "
          f"expected calibration error {calibration_error(cases):.3f}")  # fmt: skip
    print("  confidence      n   mean  right")
    for (low, high), group in zip(pairwise(EDGES), _bins(cases), strict=True):
        if group:
            mean = sum(c.confidence for c in group) / len(group)
            print(f"  {low:.2f}-{min(high, 1):.2f} {len(group):6} {mean:6.3f} {_share(group):6.3f}")


def print_curves(cases: Sequence[Case]) -> None:
    """Print rising points (raw score, probability) for each basis, with the cases behind each."""
    for basis in dict.fromkeys(c.basis for c in cases):
        own = sorted((c for c in cases if c.basis == basis), key=lambda c: c.raw)
        points = [
            (
                sum(c.raw for c in g) / len(g),
                (sum(c.right for c in g) + _PRIOR * _share(own)) / (len(g) + _PRIOR),
                len(g),
            )
            for g in _rising(own)
        ]
        print(
            f"{basis:10}", "  ".join(f"[{raw:.2f}, {right:.3f}] n={n}" for raw, right, n in points)
        )


def _rising(cases: Sequence[Case]) -> list[list[Case]]:
    """Pool neighbours until each group is large enough and no group is more often right before."""
    groups: list[list[Case]] = []
    for case in cases:
        full = groups and len(groups[-1]) >= _SMALLEST and groups[-1][-1].raw < case.raw
        if groups and not full:
            groups[-1].append(case)
        else:
            groups.append([case])
        while (
            len(groups) > 1
            and len(groups[-1]) >= _SMALLEST
            and _share(groups[-2]) >= _share(groups[-1])
        ):
            groups[-2:] = [groups[-2] + groups[-1]]
    if len(groups) > 1 and len(groups[-1]) < _SMALLEST:
        groups[-2:] = [groups[-2] + groups[-1]]
    return groups


@click.command(help=__doc__)
@click.option("--gold", type=click.Path(path_type=Path, file_okay=False), help="Development sets.")
@click.option("--read", default=100, show_default=True, help="Articles of polnear train to read.")
@click.option("--curves", is_flag=True, help="Print the points of the curves too.")
def main(gold: Path | None, read: int, *, curves: bool) -> None:
    """Print the calibration of speakers' confidence."""
    folder = gold_folder(gold)
    if folder is None:
        raise click.UsageError("name the development sets: --gold DIR or DRAGOMAN_GOLD")
    tuning = list(labelled_cases("tuning", folder))
    rows = read_rows(folder / "quotes/polnear_speech_train.jsonl")
    worded = list(worded_cases(rows[:read]))
    said = list(pronoun_cases("tuning", folder))
    if curves:
        print_curves([*tuning, *worded])
        print_curves(said)
    print_bins("tuning", tuning)
    print_bins(f"words at the cue, {read} articles", worded)
    print_bins("pronouns, tuning", said)
    print_bins("pronouns, aside", list(pronoun_cases("aside", folder)))
    print_bins("aside", list(labelled_cases("aside", folder)))
    print_bins(
        f"words at the cue, {read} other articles", list(worded_cases(rows[read : 2 * read]))
    )


if __name__ == "__main__":
    main()
