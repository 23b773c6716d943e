"""What a segment is in itself: its length, marks, links, and how much of it others also have."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from dragoman.codebooks.furniture import furniture_kinds, furniture_phrases

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from numpy.typing import NDArray

    from dragoman.reading.html.opinions import Opinions, Said
    from dragoman.reading.html.segments import Segment

    Column = NDArray[np.float32]

TAGS = ("p", "li", "h1", "h2", "h3", "h4", "div", "blockquote", "td", "figcaption", "section")
OWN = (
    "log_length", "log_words", "link_share", "links", "strong_share", "ends_sentence", "ends_colon",
    "stops", "quotes", "digits", "capitals", "starts_small", "repeated", "wrapped",
    "quick", "jsonld", "description", "headline", "picture",
)  # fmt: skip
_END = re.compile(r"[.!?…。！？।؟۔][\"'”’»)\]」』]{0,3}$")
_STOPS = re.compile(r"[.!?…。！？।؟۔,;、，،]")
_QUOTES = re.compile(r"[\"“”„«»「」]")
_DIGITS = re.compile(r"\d")
_SAMPLE = 300
"""Characters of a segment in which capitals are counted."""
_PHRASE_REACH = 60
"""Words of a segment in which furniture phrases are looked for."""


def wording(segments: list[Segment], said: list[Said], opinions: Opinions) -> dict[str, Column]:
    """Return the columns named in `OWN`, one row for each segment."""
    times = Counter(segment.text for segment in segments)
    rows = np.empty((len(segments), len(OWN)), dtype=np.float32)
    for row, (segment, words) in enumerate(zip(segments, said, strict=True)):
        text, size = segment.text, len(segment.text)
        rows[row] = (
            math.log(size), math.log1p(len(words.words)), segment.link_share,
            min(len(segment.links), 9), segment.strong / size, bool(_END.search(text[-6:])),
            text.endswith((":", "：")), len(_STOPS.findall(text)) / size,
            min(9, len(_QUOTES.findall(text))), len(_DIGITS.findall(text)) / size,
            sum(map(str.isupper, text[:_SAMPLE])) / min(size, _SAMPLE), text[0].islower(),
            min(times[text], 5), segment.wrapper is not None,
            opinions.quick.share(words), opinions.jsonld.share(words),
            opinions.description.share(words), opinions.headline.share(words),
            opinions.pictures.share(words),
        )  # fmt: skip
    return dict(zip(OWN, rows.T, strict=True))


def tags(segments: list[Segment]) -> dict[str, Column]:
    """Return a column ``tag_…`` for each of `TAGS`: whether the segment's holder is one."""
    found = np.array([segment.holder.tag for segment in segments])
    return {f"tag_{tag}": (found == tag).astype(np.float32) for tag in TAGS}


def phrases(said: list[Said]) -> dict[str, Column]:
    """Return a column ``says_…`` for each kind of furniture phrase, and ``phrase_share``.

    3 where a phrase is the whole segment, 2 where one begins it, 1 where it holds one. Inside a
    segment only phrases of two words and more count: "share" and "more" are in any text.
    ``phrase_share`` is the share of the segment's words that stand in phrases.
    """
    columns = {f"says_{kind}": np.zeros(len(said), dtype=np.float32) for kind in furniture_kinds()}
    share = np.zeros(len(said), dtype=np.float32)
    for row, words in enumerate(segment.words for segment in said):
        for at, length, kinds in _phrases_in(words):
            share[row] += length / len(words)
            weight = 1.0 if at else 3.0 if length == len(words) else 2.0
            for kind in kinds:
                column = columns[f"says_{kind}"]
                column[row] = max(column[row], weight)
    return columns | {"phrase_share": share}


def _phrases_in(words: tuple[str, ...]) -> Iterator[tuple[int, int, frozenset[str]]]:
    """Yield where each phrase begins, how many words it has, and what it does."""
    known, starts = furniture_phrases(), _phrase_lengths()
    for at, word in enumerate(words[:_PHRASE_REACH]):
        for length in starts.get(word, ()):
            if (at and length == 1) or at + length > len(words):
                continue
            kinds = known.get(" ".join(words[at : at + length]))
            if kinds is not None:
                yield at, length, kinds


@cache
def _phrase_lengths() -> Mapping[str, tuple[int, ...]]:
    """For each first word the lengths of the phrases that begin with it."""
    lengths: defaultdict[str, set[int]] = defaultdict(set)
    for phrase in furniture_phrases():
        words = phrase.split()
        lengths[words[0]].add(len(words))
    return {word: tuple(sorted(found)) for word, found in lengths.items()}
