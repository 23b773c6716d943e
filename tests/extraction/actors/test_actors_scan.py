"""Segments cover every word of a passage, whatever names lie across each other."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest

from dragoman.extraction.actors import find_actors
from dragoman.extraction.actors.scan import scan
from dragoman.extraction.passages import ParsedArticle


@pytest.mark.parametrize(
    "text",
    [
        "Police in the Eastern Cape town of Bhisho arrested two men.",
        "Gunmen attacked a post in North Sinai province, which has become unsafe.",
        "The governor's house in North Sinai province as well as a bank in Cairo were hit.",
    ],
)
def test_segments_cover_all_words(text: str, parse: Callable[..., ParsedArticle]) -> None:
    parsed = parse(text)
    for passage in parsed.passages:
        seen = scan(passage, frozenset())
        assert seen.found[0].start == 0
        assert all(left.end == right.start for left, right in pairwise(seen.found))
        assert seen.found[-1].end == len(seen.words)
    find_actors(parsed)
