"""Text → lexemes: each word with the one-letter class that the grammar is written over."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from dragoman.codebooks.time_words import TimeWord, time_words

OTHER = "."

# The alphabet of the grammar: the part a word plays (codebooks/time_words) → its letter.
LETTERS = {
    "month": "M", "weekday": "W", "season": "S", "unit": "U", "part": "P", "number": "n",
    "ordinal": "O", "decade": "K", "deictic": "d", "set": "V", "reference": "x", "the": "T",
    "a": "A", "of": "o", "approximately": "a", "several": "i", "back": "R", "forward": "F",
    "here": "C", "there": "Z", "latest": "Q", "early": "B", "ago": "G", "before": "J",
    "after": "L", "and": "&", "fiscal": "f", "half": "H", "each": "E", "weekend": "w",
    "period": "p", "times_ten": "t", "old": "q", "meridiem": "m", "zone": "z", "noon": "N",
    "era": "b", "holiday": "D",
}  # fmt: skip
# Letters that only the shape of the token gives.
YEAR, ISO, CLOCK, FRACTION, POSSESSIVE = "Y", "I", ":", "h", "'"

_TOKEN = re.compile(
    r"(?P<word>(?![ap]\.?m\b)[^\W\d_]+)"  # first: most are
    r"|(?P<iso>\d{4}-\d\d-\d\d(?!\d))"
    r"|(?P<clock>\d{1,2}[:.]\d\d(?=\s?[ap]\.?m\b)|\d{1,2}:\d\d(?::\d\d)?(?![\d:]))"
    r"|(?P<fraction>\d{1,2}/\d{1,2}(?![\d/]))"
    r"|(?P<decade>(?:\d\d|['’‘])?\d0['’]?s\b)"
    r"|(?P<ordinal>\d{1,2}(?:st|nd|rd|th)\b)"
    r"|(?P<number>\d{1,3}(?:,\d{3}){1,4}(?!\d)|\d+(?:\.\d+)?)"
    r"|(?P<possessive>['’]s\b)"
    r"|(?P<meridiem>[ap]\.m\b\.?|[ap]m\b)"
    r"|(?P<mark>[^\w\s])",
    re.IGNORECASE,
)
_NUMBER_SIZE = 6  # digits: longer ones count no days and name no year
_FIRST_YEAR, _LAST_YEAR = 1000, 2199


class Lexeme(NamedTuple):
    """One word, number or phrase of a passage, with offsets into the passage."""

    letter: str
    start: int
    end: int
    text: str
    value: int | float | str = ""

    @property
    def number(self) -> int:
        """The value of a lexeme whose class has whole numbers."""
        return int(self.value)


def lex(text: str) -> list[Lexeme]:
    """Cut ``text`` into lexemes; linear in its length."""
    return list(_numbers(_phrases(list(_tokens(text)))))


def _tokens(text: str) -> Iterator[Lexeme]:
    end_of_last = -1
    for match in _TOKEN.finditer(text):
        shape, word = str(match.lastgroup), match.group()
        start, end = match.span()
        if start < end_of_last:
            continue  # the full stop of an abbreviation
        letter, value = _classify(shape, word)
        glued = start == end_of_last and text[start - 1] in "$€£¥#.,/"
        if glued and letter in "nYKO":
            letter = OTHER
        if letter in "MW" and text[end : end + 1] == "." and _is_short(word):
            end += 1  # "Nov.", "Tues.", but not the end of "in June."
        yield Lexeme(letter, start, end, text[start:end], value)
        end_of_last = end


def _is_short(word: str) -> bool:
    entry = time_words().get(word.lower())
    return entry is not None and entry.role.endswith("abbreviation")


def _classify(shape: str, word: str) -> tuple[str, int | float | str]:
    match shape:
        case "iso" | "clock":
            return (ISO if shape == "iso" else CLOCK), word.replace(".", ":")
        case "fraction":
            top, bottom = (int(part) for part in word.split("/"))
            return (FRACTION, top / bottom) if bottom > top else (OTHER, "")
        case "decade":
            digits = re.sub(r"\D", "", word)
            return "K", digits[:-1] if len(digits) == 4 else "19" + digits[:-1]
        case "ordinal" | "number":
            return ("O", int(word[:-2])) if shape == "ordinal" else _digits(word)
        case "possessive":
            return POSSESSIVE, ""
        case "word":
            return _word(word)
        case _:
            return _mark(word)


def _mark(word: str) -> tuple[str, str]:
    """Class a punctuation mark, or "a.m." and "p.m.", whose stops are marks too."""
    if word[0] in "apAP":
        return "m", word.lower().replace(".", "")
    return ("-" if word in "-–‐" else word if word in ",&" else OTHER), ""


def _digits(word: str) -> tuple[str, int | float | str]:
    plain = word.replace(",", "")
    if len(plain) > _NUMBER_SIZE:
        return OTHER, ""
    if "." in plain:
        return "n", float(plain)
    if len(word) == 4 and _FIRST_YEAR <= int(plain) <= _LAST_YEAR:
        return YEAR, int(plain)
    return "n", int(plain)


def _word(word: str) -> tuple[str, int | float | str]:
    entry = time_words().get(word.lower())
    if entry is None:
        return OTHER, ""
    capital = word[0].isupper()
    if entry.role in {"month", "weekday", "holiday"}:
        return (LETTERS[entry.role], entry.value) if capital else (OTHER, "")
    if entry.role in {"month_abbreviation", "weekday_abbreviation"}:
        return (LETTERS[entry.role.partition("_")[0]], entry.value) if capital else (OTHER, "")
    return LETTERS[entry.role], entry.value


class _Phrases(NamedTuple):
    longest: int
    first_words: frozenset[str]
    entries: dict[tuple[str, ...], TimeWord]


@cache
def _phrase_table() -> _Phrases:
    """The codebook's entries of several words, cut as `_TOKEN` cuts them."""
    entries = {
        tuple(match.group() for match in _TOKEN.finditer(word)): part
        for word, part in time_words().items()
        if " " in word
    }
    firsts = {words[0] for words in entries}
    written = {form for word in firsts for form in (word, word.capitalize(), word.upper())}
    return _Phrases(max(len(words) for words in entries), frozenset(written), entries)


def _phrases(lexemes: list[Lexeme]) -> Iterator[Lexeme]:
    table, at = _phrase_table(), 0
    while at < len(lexemes):
        first = lexemes[at]
        if first.text in table.first_words:
            words = tuple(_plain(lexeme) for lexeme in lexemes[at : at + table.longest])
            size = next((n for n in range(len(words), 1, -1) if words[:n] in table.entries), 0)
            if size:
                part, last = table.entries[words[:size]], lexemes[at + size - 1]
                text = " ".join(words[:size])
                yield Lexeme(LETTERS[part.role], first.start, last.end, text, part.value)
                at += size
                continue
        yield first
        at += 1


def _plain(lexeme: Lexeme) -> str:
    return lexeme.text.lower().replace("’", "'")


def _numbers(lexemes: Iterator[Lexeme]) -> Iterator[Lexeme]:
    """Join number words: "twenty four", "twenty-four", "nineteen ninety-four", "two thousand"."""
    listed, at = list(lexemes), 0
    while at < len(listed):
        here = listed[at]
        if here.letter != "n" or here.text[0].isdigit():
            yield here
            at += 1
            continue
        words, stop = [here], at + 1
        while stop < len(listed):
            step = 1 if listed[stop].letter != "-" else 2
            if stop + step - 1 >= len(listed):
                break
            following = listed[stop + step - 1]
            worded = following.letter in "nOt" and not following.text[0].isdigit()
            if not worded or not _continues(words[-1], following):
                break
            words.append(following)
            stop += step
        yield _joined(words)
        at = stop


def _continues(left: Lexeme, right: Lexeme) -> bool:
    """Whether two number words make one: tens and a digit, or a century and its year."""
    if right.letter == "t":
        return left.letter == "n" and left.number < right.number
    if left.letter == "t":
        return right.number < left.number
    if left.number >= 20:
        return left.number % 10 == 0 and right.number < 10
    return left.number in range(16, 21) and right.letter == "n" and right.number >= 10


def _joined(words: list[Lexeme]) -> Lexeme:
    first, last = words[0], words[-1]
    value, letter = first.number, "n" if last.letter == "t" else last.letter
    for word in words[1:]:
        if word.letter == "t":
            value *= word.number
        elif value < 20 and word.number >= 10:
            value, letter = value * 100 + word.number, YEAR
        else:
            value += word.number
    text = first.text if len(words) == 1 else f"{first.text} {last.text}"
    return Lexeme(letter, first.start, last.end, text, value)
