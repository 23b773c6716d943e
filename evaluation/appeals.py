r"""How much of what others marked as reported fact is found, sentence by sentence.

\b
python -m evaluation.appeals --gold DIR    share found and share with the right speaker

The sentences (factappeal) mark statements that a text rests on a source: reported speech, but
also films, photographs and documents that show something. Opinions are not marked, so only the
share found says something; what is found besides is mostly speech too.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import click

from evaluation.door import predict, read_rows
from evaluation.sets import gold_folder

_FILES = ("quotes/factappeal_train.jsonl", "quotes/factappeal_dev.jsonl")
_SAME = 0.5  # share of both stretches' characters that must be common


class Appeal(NamedTuple):
    """One marked statement: its group, whether it was found, and with its speaker."""

    group: str
    found: bool
    attributed: bool


def appeals(
    gold: Sequence[Mapping[str, Any]], found: Sequence[Mapping[str, Any]]
) -> Iterator[Appeal]:
    """Yield every marked statement of the sentences, compared with what was found in each."""
    for row, answer in zip(gold, found, strict=True):
        for statement in row["quotes"]:
            best = max(answer["quotes"], key=lambda q: _common(statement, q), default=None)
            same = best is not None and _common(statement, best) >= _SAME
            right = same and best is not None and _overlaps(statement["speaker"], best["speaker"])
            yield Appeal(str(statement.get("source_type") or "unnamed"), same, right)


def _common(one: Mapping[str, Any], other: Mapping[str, Any]) -> float:
    """Return twice the common characters over the sum of both contents' characters."""
    here, there = _characters(one), _characters(other)
    return 2 * len(here & there) / max(1, len(here) + len(there))


def _characters(quote: Mapping[str, Any]) -> set[int]:
    return {i for start, end in quote["content_spans"] for i in range(start, end)}


def _overlaps(one: Sequence[int] | None, other: Sequence[int] | None) -> bool:
    if one is None or other is None:
        return one is None and other is None
    return max(one[0], other[0]) < min(one[1], other[1])


@click.command(help=__doc__)
@click.option("--gold", type=click.Path(path_type=Path), help="Default: DRAGOMAN_GOLD.")
def main(gold: Path | None) -> None:
    """Print a line for each part and kind of source."""
    folder = gold_folder(gold)
    if folder is None:
        raise click.UsageError("no folder with the development sets: --gold or DRAGOMAN_GOLD")
    for name in _FILES:
        rows = read_rows(folder / name)
        groups: dict[str, list[Appeal]] = defaultdict(list)
        for appeal in appeals(rows, list(predict("quotes", folder / name))):
            groups["all"].append(appeal)
            groups[appeal.group].append(appeal)
        click.echo(f"{name}: {len(rows)} sentences")
        for group, members in sorted(groups.items(), key=lambda item: -len(item[1])):
            found = sum(a.found for a in members) / len(members)
            right = sum(a.attributed for a in members) / len(members)
            click.echo(
                f"  {group:20} {len(members):5}  found {found:.3f}  with speaker {right:.3f}"
            )


if __name__ == "__main__":
    main()
