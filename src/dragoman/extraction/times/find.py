"""Finds the time expressions of an article and resolves them, from its first word to its last."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from dragoman.extraction.passages import ParsedArticle, Passage
from dragoman.extraction.times import (
    clock,
    counted,
    dates,
    days,
    periods,
    references,
    spans_of_time,
)
from dragoman.extraction.times.calendar import first_day
from dragoman.extraction.times.clues import Clues, Focus, Found, Reading, Rule
from dragoman.extraction.times.lexer import OTHER, YEAR, Lexeme, lex
from dragoman.records import Article, Instant, Span, TimeRef, record_id

if TYPE_CHECKING:
    from spacy.tokens import Token

# Of equally long readings the first wins.
RULES: tuple[Rule, ...] = (
    *clock.RULES,
    *dates.RULES,
    *days.RULES,
    *periods.RULES,
    *counted.RULES,
    *references.RULES,
    *spans_of_time.RULES,
)
_SILENT = frozenset(OTHER + ",'-&ompzqGtb")  # no expression begins with these
_LEADS = frozenset("TAaZEn")  # nor with these, where nothing of time follows
_NOTHING = frozenset((OTHER, ",", ""))
_PAIRS = frozenset("&-")  # the second of two days: "April 24 and 25"

# A text is told from another time when most of the years it names lie this far back.
_LONG_AGO = 2  # years
_MOSTLY = 0.6
_ENOUGH_YEARS = 8
# In such a text a later year ("files released in 2005 show") is an aside, not where the story is.
_LEAP = 15  # years


class _Hit(NamedTuple):
    start: int
    stop: int
    reading: Reading


def find_times(parsed: ParsedArticle) -> tuple[TimeRef, ...]:
    """Return the article's time expressions in the order of the text.

    Values are resolved against the day of publication, the tense of the governing verb and the
    time that the text spoke of last. Without a day of publication what depends on it has a null
    value: it is never guessed.
    """
    lexed = [(passage, lex(passage.text)) for passage in parsed.passages]
    published = published_day(parsed.article.published)
    narrative = _is_narrative(published, (lexemes for _, lexemes in lexed))
    clues = Clues(published, Focus(), narrative)
    found = (
        _record(parsed, passage, lexemes, hit)
        for passage, lexemes in lexed
        for hit in _hits(passage, lexemes, clues)
    )
    return tuple(found)


def published_day(instant: Instant | None) -> date | None:
    """Return the day of publication, or None if the page does not tell the day."""
    if instant is None or len(instant.value) < len("2023-11-01"):
        return None
    return first_day(instant.day)


def _is_narrative(published: date | None, texts: Iterable[list[Lexeme]]) -> bool:
    years = [lexeme.number for lexemes in texts for lexeme in lexemes if lexeme.letter == YEAR]
    if published is None or len(years) < _ENOUGH_YEARS:
        return False
    old = sum(year <= published.year - _LONG_AGO for year in years)
    return old >= _MOSTLY * len(years)


def _hits(passage: Passage, lexemes: list[Lexeme], clues: Clues) -> Iterator[_Hit]:
    letters = "".join(lexeme.letter for lexeme in lexemes)
    token = partial(_token, passage)
    narrative = clues.narrative
    at = 0
    while at < len(lexemes):
        hit = None if _idle(letters, at) else _best(letters, at, lexemes, token, clues)
        if hit is None:
            at += 1
            continue
        if hit.reading.type in {"DATE", "TIME"} and not hit.reading.aside:
            clues.focus.note(hit.reading.value, furthest=_LEAP if narrative else None)
        yield hit
        at = hit.stop


def _idle(letters: str, at: int) -> bool:
    """Whether nothing can begin here; spares nine in ten lexemes the rules."""
    if letters[at] in _SILENT:
        return True
    lone = letters[at] in _LEADS and letters[at + 1 : at + 2] in _NOTHING
    return lone and not (letters[at] == "n" and letters[at - 1 : at] in _PAIRS)


def _best(
    letters: str,
    at: int,
    lexemes: list[Lexeme],
    token: Callable[[Lexeme], Token | None],
    clues: Clues,
) -> _Hit | None:
    """Return the longest reading that begins at ``at`` and that its rule does not refuse."""
    matches = [(match, entry) for entry in RULES if (match := entry.pattern.match(letters, at))]
    matches.sort(key=lambda pair: -pair[0].end())
    for match, entry in matches:
        if match.end() == at:
            continue
        reading = entry.read(Found(match, lexemes, token, clues))
        if reading is not None:
            return _Hit(at, match.end(), reading)
    return None


def _token(passage: Passage, lexeme: Lexeme) -> Token | None:
    tokens = passage.doc.char_span(lexeme.start, lexeme.end, alignment_mode="expand")
    return tokens.root if tokens is not None and len(tokens) else None


def _record(parsed: ParsedArticle, passage: Passage, lexemes: list[Lexeme], hit: _Hit) -> TimeRef:
    article: Article = parsed.article
    within = Span(lexemes[hit.start].start, lexemes[hit.stop - 1].end)
    span = within.shift(passage.span.start)
    return TimeRef(
        id=record_id(article.id, "time", span),
        evidence=(span,),
        made_by=parsed.made_by,
        type=hit.reading.type,
        value=hit.reading.value,
        span=span,
        text=article.words(span),
    )
