"""The notation in which whole articles are labelled: each act once, with its other mentions.

An article begins with ``@ ID``; a line after it is an act at its first or fullest mention::

    3: COERCE.arrest actual | arrested | a: Zenda's police=Zenda police; [1] Rupert | r: them=miners
       | d: 2019-01-21 | p: Zenda | by: - | also: 5 arrest; 9 arrested#2

on one line: sentence, type, mode, status, trigger; actors and recipients as words of the sentence
(of another one after its number in brackets) with ``=`` and the name if it differs; date, place,
whose claim; other mentions by sentence and words. Fields after the trigger may be missing.
``3: neutral | words; words`` marks words on which careful readers may differ, and ``-`` stands
alone in an article without events.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, NamedTuple

from training.events.notation import NotationError, Pair, place_of, read_act

_END = re.compile(r"[.!?][\"”’')\]]*\s+(?=[\"“‘'(\[]?[A-Z0-9])|\n+")
_ABBREVIATED = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|St|No|vs|Jr|Sr|Gen|Sen|Rep|Lt)|\b[A-Z]|\b[ap]\.m)\.$"
)
_LINE = re.compile(r"(\d+)\s*:\s*([^|]+?)\s*\|\s*([^|]+?)\s*(?:\|(.*))?")
_ELSEWHERE = re.compile(r"\[(\d+)\]\s*(.+)")
_MENTION = re.compile(r"(\d+)\s+(.+)")
_DATE = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?|-W\d{2}(?:-WE)?)?")
_FIELDS = ("a", "r", "d", "p", "by", "also")


class Article(NamedTuple):
    """The labels of an article, offsets into its text."""

    events: list[dict[str, Any]]
    neutral: list[list[int]]


def split_sentences(text: str) -> list[Pair]:
    """Return where the sentences of a text stand; needs no model, so numbers never shift."""
    cuts = [
        match.end()
        for match in _END.finditer(text)
        if not _ABBREVIATED.search(text[: match.start() + 1])
    ]
    pairs = zip([0, *cuts], [*cuts, len(text)], strict=True)
    trimmed = [(a + _indent(text[a:b]), a + len(text[a:b].rstrip())) for a, b in pairs]
    return [(a, b) for a, b in trimmed if a < b]


def _indent(words: str) -> int:
    return len(words) - len(words.lstrip())


def read_articles(lines: Iterable[str], texts: dict[str, str]) -> dict[str, Article]:
    """Read a coder's file against the texts.

    Raises:
        NotationError: A line is wrong, or an article neither has events nor says so.
    """
    faults: list[str] = []
    found: dict[str, Article] = {}
    empty: set[str] = set()
    reader: _Reader | None = None
    name = ""
    for line in (raw.strip() for raw in lines):
        if not line or line.startswith("#"):
            continue
        if line.startswith("@"):
            name = line[1:].split("|")[0].strip()
            reader = _Reader(texts[name]) if name in texts else None
            found[name] = Article([], [])
            faults += [] if reader else [f"{line!r}: no such article"]
        elif line == "-":
            empty.add(name)
        elif reader is not None:
            try:
                reader.read(line, found[name])
            except NotationError as error:
                faults.append(f"{name}: {error}")
    for name, article in found.items():
        if bool(article.events) == (name in empty):
            faults.append(f"{name}: events, or - for none")
    if faults:
        raise NotationError("\n".join(faults))
    return found


class _Reader:
    """Reads the lines of one article."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.sentences = split_sentences(text)

    def read(self, line: str, article: Article) -> None:
        match = _LINE.fullmatch(line)
        if match is None:
            raise NotationError(f"{line!r}: not NUMBER: TYPE.mode status | trigger")
        number = int(match[1])
        if match[2] == "neutral":
            article.neutral.extend(self._place(number, w, line) for w in _items(match[3]))
            return
        kind, mode, status = read_act(match[2], line)
        fields = self._fields(match[4] or "", line)
        date = _value(fields["d"])
        if date is not None and not _DATE.fullmatch(date):
            raise NotationError(f"{line!r}: no such date: {date!r}")
        article.events.append(
            {
                "trigger": self._place(number, match[3], line),
                "type": kind,
                "mode": mode,
                "status": status,
                "actors": [self._party(number, p, line) for p in _items(fields["a"])],
                "recipients": [self._party(number, p, line) for p in _items(fields["r"])],
                "date": date,
                "place": _value(fields["p"]),
                "claimed_by": _value(fields["by"]),
                "also": [self._mention(m, line) for m in _items(fields["also"])],
            }
        )

    def _fields(self, rest: str, line: str) -> dict[str, str]:
        found = dict.fromkeys(_FIELDS, "")
        for field in filter(None, (part.strip() for part in rest.split("|"))):
            name, colon, value = field.partition(":")
            if name.strip() not in found or not colon:
                raise NotationError(f"{line!r}: {field!r} begins with none of {', '.join(_FIELDS)}")
            found[name.strip()] = value.strip()
        return found

    def _place(self, number: int, words: str, line: str) -> list[int]:
        if not 1 <= number <= len(self.sentences):
            raise NotationError(f"{line!r}: the article has no sentence {number}")
        start, end = self.sentences[number - 1]
        first, last = place_of(words, self.text[start:end], line)
        return [first + start, last + start]

    def _party(self, number: int, party: str, line: str) -> dict[str, Any]:
        words, _, name = (part.strip() for part in party.partition("="))
        other = _ELSEWHERE.fullmatch(words)
        if other is not None:
            number, words = int(other[1]), other[2]
        span = self._place(number, words, line)
        return {"span": span, "name": name} if name else {"span": span}

    def _mention(self, mention: str, line: str) -> list[int]:
        match = _MENTION.fullmatch(mention)
        if match is None:
            raise NotationError(f"{line!r}: {mention!r} is not a sentence's number and words")
        return self._place(int(match[1]), match[2], line)


def _items(listed: str) -> list[str]:
    return [item.strip() for item in listed.split(";") if item.strip() not in ("", "-")]


def _value(field: str) -> str | None:
    return None if field in ("", "-") else field
