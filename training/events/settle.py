r"""Settles by a third reading the sentences that two coders labelled differently.

    python -m training.events.settle list --gold DIR > sheet.txt              add --written for ours
    python -m training.events.settle keep --gold DIR --labels settled.txt

``list`` shows each such sentence with both coders' lines. ``keep`` checks the settled lines and keeps
them, and only them, in ``data/natural_settled/`` or ``data/written_settled/``.
"""

from __future__ import annotations

import argparse
import os
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from training.events.agreement import Event, Row, coded_twice, coder_rows, meetings
from training.events.notation import NotationError
from training.events.worksheets import DATA, Sentence, keep, natural, written

ACT = ("type", "status")
DETAIL = ("mode", "actors", "recipients")
CODER = "settled"


def differ(a: Row, b: Row, fields: Iterable[str] = (*ACT, *DETAIL)) -> bool:
    """Say whether two coders' rows differ in which events there are or in these fields of them."""
    met = list(meetings(a["events"], b["events"]))
    alone = len(a["events"]) + len(b["events"]) - 2 * len(met)
    return alone > 0 or any(x[field] != y[field] for x, y in met for field in fields)


def settled(name: str) -> dict[int, Row]:
    """Return one row a number for the sentences labelled twice: "natural" or "written".

    That is the settled row; or else coder a's, if the two agree on the events, their types and
    statuses. A sentence on which they differ there and that is not settled has none.
    """
    found = {a["n"]: a for a, b in coded_twice(name) if not differ(a, b, ACT)}
    return found | {row["n"]: row for row in coder_rows(f"{name}_{CODER}")}


def open_pairs(name: str) -> Iterator[tuple[Row, Row]]:
    """Yield the rows of sentences on which the coders differ and that are not settled."""
    done = {row["n"] for row in coder_rows(f"{name}_{CODER}")}
    for a, b in coded_twice(name):
        if a["n"] not in done and differ(a, b):
            yield a, b


def lines_of(row: Row, sentence: Sentence) -> list[str]:
    """Return a row's labels in the notation that coders write."""
    events = [_line(event, sentence) for event in row["events"]]
    return [f"{row['n']}: {line}" for line in events or [f"- {row.get('ground', '')}".strip()]]


def _line(event: Event, sentence: Sentence) -> str:
    mode = f".{event['mode']}" if event["mode"] else ""
    line = f"{event['type']}{mode} {event['status']} | {_words(event['trigger'], sentence)}"
    for side in ("actors", "recipients"):
        if event[side]:
            line += f" | {side[0]}: {'; '.join(_words(pair, sentence) for pair in event[side])}"
    return line


def _words(pair: list[int], sentence: Sentence) -> str:
    start, end = pair[0] - sentence.start, pair[1] - sentence.start
    words = sentence.text[start:end]
    pattern = rf"(?<!\w){re.escape(words)}(?!\w)"
    nth = 1 + sum(match.start() < start for match in re.finditer(pattern, sentence.text))
    return words if nth == 1 else f"{words}#{nth}"


def sheet(sentences: dict[int, Sentence], pairs: Iterable[tuple[Row, Row]]) -> Iterator[str]:
    """Yield what a third reader needs of each sentence on which two coders differ."""
    for a, b in pairs:
        sentence = sentences[a["n"]]
        yield f"\n# {a['n']} | {sentence.date} | {sentence.headline} | {sentence.text}"
        yield from (f"a {line}" for line in lines_of(a, sentence))
        yield from (f"b {line}" for line in lines_of(b, sentence))


def keep_settled(sentences: dict[int, Sentence], lines: list[str], folder: Path) -> Path:
    """Keep the settled lines of those sentences that have one; return the file.

    Raises:
        NotationError: A line is wrong; nothing is kept then.
    """
    numbers = {int(found[1]) for line in lines if (found := re.match(r"\s*(\d+)\s*:", line))}
    chosen = {n: sentence for n, sentence in sentences.items() if n in numbers}
    return keep(chosen, lines, CODER, folder)


def main() -> None:
    """Print what is to be settled, or keep what was."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("action", choices=["list", "keep"])
    parser.add_argument("--labels", type=Path, help="the settled lines, for keep")
    parser.add_argument("--gold", type=Path, default=os.environ.get("DRAGOMAN_GOLD"))
    parser.add_argument("--written", action="store_true")
    asked = parser.parse_args()
    name = "written" if asked.written else "natural"
    sentences = written() if asked.written else natural(asked.gold)
    if asked.action == "list":
        print("\n".join(sheet(sentences, open_pairs(name))))
        return
    lines = asked.labels.read_text(encoding="utf-8").splitlines()
    try:
        print(keep_settled(sentences, lines, DATA / f"{name}_{CODER}").name)
    except NotationError as error:
        sys.exit(f"{error}\nNothing was kept.")


if __name__ == "__main__":
    main()
