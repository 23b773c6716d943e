"""What a line looks like: lengths, cases, punctuation, phrases; no words of its own."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING

from dragoman.codebooks.furniture import address_words, furniture_kinds
from dragoman.reading.saved.lines import MEASURED
from dragoman.reading.saved.phrases import phrase_hits

if TYPE_CHECKING:
    from dragoman.reading.saved.lines import Line

SENTENCE_WORDS = 10  # a line this long that ends like a sentence is taken for running text
_CLOSERS = "\"'”’»)]›“"
_EDGES = '.,;:!?"“”«»()'
_STOPS = ".!?。！？؟۔।"
_INNER_STOP = re.compile(r"[.!?。！？؟]['\"”’»)]?(?:\s|(?<=[。！？]))")
_GLUED = re.compile(r"[a-zа-яß-ÿ](?=[A-ZА-Я])")  # "NewsLatest": menu items run together
_SPACELESS = re.compile(r"[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff]")  # Thai, kana, Han
_CLOCK = re.compile(r"\b\d{1,2}[:.h]\d{2}\b")
_YEAR = re.compile(r"\b(?:19|20)\d{2}\b")
_HANDLE = re.compile(r"(?:^|\s)[@#]\w")
_WEB = re.compile(r"https?:|www\.|\w\.(?:com|org|net|co)\b", re.IGNORECASE)
_BARS = re.compile(r"[|›»→•·/]")
_CREDIT = re.compile(r"[(/©]\s?[^()]{0,60}\)?$")

_SHAPE = (
    "chars", "words", "word_length", "lower", "caps", "digits", "marks", "commas", "stops",
    "ends_sentence", "ends_colon", "ends_ellipsis", "ends_word", "starts_lower", "starts_quote",
    "quotes", "handle", "web", "bars", "clock", "year", "bracket_end", "glued", "foreign",
    "you", "we", "i", "short_words", "indent", "bullet", "number", "blank_before", "sentence",
)  # fmt: skip


def shape_names() -> tuple[str, ...]:
    """Return the names of the columns of `shape`."""
    return (*_SHAPE, *(f"phrase_{kind}" for kind in furniture_kinds()), "phrase_any")


def ends_sentence(text: str) -> bool:
    """Whether a line ends like a sentence, inside quotation marks and brackets too."""
    bare = text.rstrip(_CLOSERS + " ")
    return bare[-1:] != "" and bare[-1:] in _STOPS and not bare.endswith(("...", "…"))


def is_sentence(text: str) -> bool:
    """Whether a line is long enough and ends as running text does."""
    return ends_sentence(text) and len(text.split()) >= SENTENCE_WORDS


def shape(line: Line) -> list[float]:
    """Measure one line; the columns are `shape_names()`."""
    text = line.text[:MEASURED]
    tokens = text.split()
    letters = sum(map(str.isalpha, text))
    spaceless = len(_SPACELESS.findall(text))
    # Scripts without spaces: about two characters a word.
    words = len(tokens) + spaceless / 2
    bare = text.rstrip(_CLOSERS + " ")
    sentence = ends_sentence(text)
    lower = sum(token[0].islower() for token in tokens if token[0].isalpha())
    named = sum(token[0].isalpha() for token in tokens)
    size = len(text)
    hits = phrase_hits(text)
    measured = [
        math.log1p(size),
        math.log1p(words),
        min(size / max(words, 1), 30.0),
        lower / max(named, 1),
        sum(map(str.isupper, text)) / max(letters, 1),
        sum(map(str.isdigit, text)) / size,
        (size - letters - text.count(" ")) / size,
        text.count(",") + text.count("，") + text.count("、") + text.count("،"),
        len(_INNER_STOP.findall(text)),
        sentence,
        bare.endswith((":", "：")),
        bare.endswith(("...", "…")),
        bare[-1:].isalnum(),
        text[0].islower(),
        text[0] in "\"“«„'‘",
        sum(text.count(mark) for mark in '"“”«»„'),
        bool(_HANDLE.search(text)),
        bool(_WEB.search(text)),
        min(len(_BARS.findall(text)), 10),
        bool(_CLOCK.search(text)),
        bool(_YEAR.search(text)),
        bool(_CREDIT.search(text[-80:])),
        min(len(_GLUED.findall(text)), 10),
        sum(letter > "\u024f" for letter in text) / size,
        *_addresses(tokens),
        sum(len(token) <= 3 for token in tokens) / max(len(tokens), 1),
        min(line.indent, 20),
        line.mark != "" and not line.mark[0].isdigit(),
        line.mark[:1].isdigit(),
        min(line.blank_before, 4),
        sentence and words >= SENTENCE_WORDS,
    ]
    kinds = [
        3.0 if kind in hits.whole else 2.0 if kind in hits.starts else float(kind in hits.inside)
        for kind in furniture_kinds()
    ]
    return [*map(float, measured), *kinds, max(kinds)]


def _addresses(tokens: list[str]) -> list[float]:
    """Share of words that say "you", "we" and "I"."""
    words = [token.casefold().strip(_EDGES) for token in tokens]
    known = address_words()
    return [
        sum(word in known[kind] for word in words) / max(len(words), 1)
        for kind in ("you", "we", "i")
    ]
