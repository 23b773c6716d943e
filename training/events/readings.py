r"""Candidates of whole articles read one by one: sheets for readers, rows kept without text.

    python -m training.events.readings print --corpus FILE --gold DIR --ids ID,ID > sheet.txt
    python -m training.events.readings check --corpus FILE --gold DIR --sheet sheet.txt --labels l.txt
    python -m training.events.readings keep --corpus FILE --gold DIR --sheet sheet.txt --labels l.txt

A sheet has each article's numbered sentences, and under each what the lexicon meets there, lettered:
``3b sanctions SANCTION``. A reader answers each, and adds what the lexicon missed::

    3a y actual | a: Zenda's police | r: two miners
    3b n business
    3c =ACCUSE actual | a: the minister | r: -
    3d double 3a
    3e ?
    3+ ASSAULT.aerial actual | strikes | a: [2] coalition jets | r: them=the rebels?

See manual.md, "Candidates one by one". Answers are read with the sheet that was answered: another
judge would ask about other candidates.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from string import ascii_lowercase
from typing import Any, NamedTuple

from dragoman.extraction.events.judge import judge
from training.events.candidates import Met, met
from training.events.judged_samples import Document, documents
from training.events.notation import GROUNDS, NotationError, Pair, place_of, read_act
from training.events.whole_notation import split_sentences
from training.events.worksheets import DATA

READ = DATA / "readings.jsonl"
_SENTENCES = 16  # of an article: what is news stands in front, transcripts go on for hundreds
_LEAST = 0.05  # how likely a candidate must be to be asked about
_ANSWER = re.compile(r"(\d+)([a-z]|\+)\s+(.+)")
_ELSEWHERE = re.compile(r"\[(\d+)\]\s*(.+)")
_ASKED = re.compile(r" {3}(\d+)([a-z]) (.+) ([A-Z]+)")
_DOUBLE = re.compile(r"double (\d+[a-z])")

Row = dict[str, Any]


class Asked(NamedTuple):
    """A candidate that a reader is asked about."""

    trigger: Pair
    type: str


class Sheet(NamedTuple):
    """An article as a reader sees it; candidates by their place ("3b")."""

    document: Document
    sentences: list[Pair]
    asked: dict[str, Asked]

    def lines(self) -> Iterator[str]:
        """Yield the lines of the sheet."""
        text, told = self.document.text, self.document
        yield f"@ {told.id} | {told.published or 'undated'} | {told.title}"
        for number, (start, end) in enumerate(self.sentences, 1):
            yield f"{number}: {text[start:end]}"
            for name, one in self.asked.items():
                if int(name[:-1]) == number:
                    yield f"   {name} {text[slice(*one.trigger)]} {one.type}"


def sheets(documents: Sequence[Document]) -> Iterator[Sheet]:
    """Yield the sheet of each document."""
    articles = (document.article() for document in documents)
    for document, found in zip(documents, met(articles), strict=True):
        sentences = split_sentences(document.text)[:_SENTENCES]
        yield Sheet(document, sentences, _asked(found, sentences))


def _asked(found: Iterable[Met], sentences: Sequence[Pair]) -> dict[str, Asked]:
    likely = {
        Asked(one.words[0], one.type) for one in found if judge().probability(one.seen) >= _LEAST
    }
    asked: dict[str, Asked] = {}
    for number, (start, end) in enumerate(sentences, 1):
        inside = sorted(one for one in likely if start <= one.trigger[0] < end)
        asked |= {
            f"{number}{letter}": one for letter, one in zip(ascii_lowercase, inside, strict=False)
        }
    return asked


def printed(lines: Iterable[str], documents: dict[str, Document]) -> dict[str, Sheet]:
    """Return the sheets of a printed file, by document.

    Raises:
        NotationError: A line names a document or a word that is not there.
    """
    found: dict[str, Sheet] = {}
    sheet: Sheet | None = None
    for line in lines:
        asked = _ASKED.fullmatch(line)
        if line.startswith("@"):
            name = line[1:].split("|")[0].strip()
            if name not in documents:
                raise NotationError(f"{line!r}: no such article")
            document = documents[name]
            sheet = Sheet(document, split_sentences(document.text)[:_SENTENCES], {})
            found[name] = sheet
        elif sheet is not None and asked is not None:
            number, word, kind = int(asked[1]), asked[3], asked[4]
            sheet.asked[f"{number}{asked[2]}"] = Asked(_next(word, number, kind, sheet, line), kind)
    return found


def _next(word: str, number: int, kind: str, sheet: Sheet, line: str) -> Pair:
    """Return where a candidate stands: those of a sentence are printed by place, then by type."""
    start, end = sheet.sentences[number - 1]
    before = [one for name, one in sheet.asked.items() if int(name[:-1]) == number]
    begins = r"(?<!\w)" if word[0].isalnum() else ""  # "they're" has 're
    pattern = re.compile(rf"{begins}{re.escape(word)}(?!\w)")
    places = (match.span() for match in pattern.finditer(sheet.document.text, start, end))
    for place in places:
        if all((one.trigger, one.type) < (place, kind) for one in before):
            return place
    raise NotationError(f"{line!r}: the sentence has no {word!r}")


def read(lines: Iterable[str], of: dict[str, Sheet]) -> list[Row]:
    """Read a reader's lines against the sheets.

    Raises:
        NotationError: A line is wrong or an answer missing; every fault is in the message.
    """
    faults: list[str] = []
    found: list[Row] = []
    sheet: Sheet | None = None
    answered: set[tuple[str, str]] = set()
    for line in (raw.strip() for raw in lines):
        if not line or line.startswith("#"):
            continue
        if line.startswith("@"):
            name = line[1:].split("|")[0].strip()
            sheet = of.get(name)
            faults += [] if sheet else [f"{line!r}: no such article"]
        elif sheet is not None:
            try:
                place, row = _answer(line, sheet)
            except NotationError as error:
                faults.append(f"{sheet.document.id}: {error}")
                continue
            answered.add((sheet.document.id, place))
            found.append(_of(sheet.document) | row)
    met_ones = {name for name, _ in answered}
    faults += [
        f"{name}: no answer to {place}"
        for name, sheet in of.items()
        if name in met_ones
        for place in sheet.asked
        if (name, place) not in answered
    ]
    if faults:
        raise NotationError("\n".join(faults))
    return found


def _of(document: Document) -> Row:
    return {"id": document.id, "corpus": document.corpus, "sha256": document.sha256}


def _answer(line: str, sheet: Sheet) -> tuple[str, Row]:
    match = _ANSWER.fullmatch(line)
    if match is None:
        raise NotationError(f"{line!r}: begins with no candidate's place")
    number, letter, rest = int(match[1]), match[2], match[3].strip()
    if not 1 <= number <= len(sheet.sentences):
        raise NotationError(f"{line!r}: the sheet has no sentence {number}")
    if letter == "+":
        head, _, tail = rest.partition("|")
        words, _, parties = tail.partition("|")
        kind, mode, status = read_act(head.strip(), line)
        trigger = _place(number, words.strip(), sheet, line)
        act = {"type": kind, "mode": mode, "status": status}
        return f"{number}+", {"trigger": trigger, "asked": None, **act} | _sides(
            number, parties, sheet, line
        )
    one = sheet.asked.get(f"{number}{letter}")
    if one is None:
        raise NotationError(f"{line!r}: no such candidate")
    row: Row = {"trigger": list(one.trigger), "asked": one.type}
    return f"{number}{letter}", row | _verdict(rest, number, one, sheet, line)


def _verdict(rest: str, number: int, one: Asked, sheet: Sheet, line: str) -> Row:
    head, _, parties = rest.partition("|")
    head = head.strip()
    double = _DOUBLE.fullmatch(head)
    if head == "?":
        return {"type": None, "doubt": True}
    if double is not None:
        other = sheet.asked.get(double[1])
        if other is None:
            raise NotationError(f"{line!r}: no such candidate: {double[1]}")
        return {"type": None, "double": list(other.trigger)}
    if head == "n" or head.startswith("n "):
        ground = head[1:].strip()
        if ground not in GROUNDS:
            raise NotationError(f"{line!r}: no such ground: {ground!r}")
        return {"type": None, "ground": ground}
    act = f"{one.type} {head[1:].strip()}" if head.startswith("y ") else head.removeprefix("=")
    kind, mode, status = read_act(act, line)
    row = {"type": kind, "mode": mode, "status": status}
    return row | _sides(number, parties, sheet, line)


def _sides(number: int, fields: str, sheet: Sheet, line: str) -> Row:
    sides: Row = {"actors": [], "recipients": []}
    names = {"a": "actors", "r": "recipients"}
    for field in filter(None, (part.strip() for part in fields.split("|"))):
        side, colon, listed = field.partition(":")
        if side.strip() not in names or not colon:
            raise NotationError(f"{line!r}: {field!r} begins with neither a: nor r:")
        items = (item.strip() for item in listed.split(";"))
        sides[names[side.strip()]] = [
            _party(number, item, sheet, line) for item in items if item not in ("", "-")
        ]
    return sides


def _party(number: int, party: str, sheet: Sheet, line: str) -> Row:
    needed = not party.endswith("?")
    words, _, name = (part.strip() for part in party.rstrip("?").partition("="))
    other = _ELSEWHERE.fullmatch(words)
    if other is not None:
        number, words = int(other[1]), other[2]
    told = {"span": _place(number, words, sheet, line), "needed": needed}
    return told | ({"name": name} if name else {})


def _place(number: int, words: str, sheet: Sheet, line: str) -> list[int]:
    if not 1 <= number <= len(sheet.sentences):
        raise NotationError(f"{line!r}: the sheet has no sentence {number}")
    start, end = sheet.sentences[number - 1]
    first, last = place_of(words, sheet.document.text[start:end], line)
    return [first + start, last + start]


def _lines(paths: Iterable[Path]) -> list[str]:
    return [line for path in paths for line in path.read_text(encoding="utf-8").splitlines()]


def _named(paths: Iterable[Path]) -> set[str]:
    lines = _lines(paths)
    return {line[1:].split("|")[0].strip() for line in lines if line.startswith("@")}


def main() -> None:
    """Print sheets, check answers, or keep them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("action", choices=["print", "check", "keep"])
    parser.add_argument("--gold", type=Path, default=os.environ.get("DRAGOMAN_GOLD"))
    parser.add_argument("--ids", default="", help="the articles to print, parted by commas")
    parser.add_argument("--sheet", type=Path, nargs="*", default=[], help="as printed")
    parser.add_argument("--labels", type=Path, nargs="*", default=[], help="answers to it")
    parser.add_argument("--corpus", required=True, help="a JSON Lines file of the gold folder")
    asked = parser.parse_args()
    found = {d.id: d for d in documents(asked.gold, asked.corpus)}
    if asked.action == "print":
        made = sheets([found[name] for name in asked.ids.split(",")])
        print("\n\n".join("\n".join(sheet.lines()) for sheet in made))
        return
    of = printed(_lines(asked.sheet), found)
    answered = _named(asked.labels)
    of = {name: sheet for name, sheet in of.items() if name in answered}
    try:
        rows = read(_lines(asked.labels), of)
    except NotationError as error:
        sys.exit(f"{error}\nNothing was kept.")
    if asked.action == "keep":
        kept = READ.read_text("utf-8").splitlines() if READ.is_file() else []
        others = [line for line in kept if json.loads(line)["id"] not in of]
        lines = [*others, *map(json.dumps, rows)]
        READ.write_text("\n".join(lines) + "\n", encoding="utf-8")
    right = sum(row["type"] is not None and row["type"] == row["asked"] for row in rows)
    print(f"{len(rows)} answers, {right} of the asked type, of {len(of)} articles")


if __name__ == "__main__":
    main()
