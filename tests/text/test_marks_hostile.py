"""Quotation marks in bulk: bounded time, nothing lost."""

from __future__ import annotations

import sys
from types import FrameType
from typing import Any

import pytest

from dragoman.text.marks import find_quoted
from dragoman.text.spans import Span

HOSTILE = ["“", '"', "'", '„«"‘', '"a ', "“‘", "'a ", "''", "a” ", "‘s’ ", '" ', '"a" ', "“a ”"]


def steps(text: str) -> int:
    """Count the lines of our own code that one call runs: a clock that other processes can't slow."""
    count = 0

    def trace(frame: FrameType, event: str, _: Any) -> Any:
        nonlocal count
        if "dragoman/text" not in frame.f_code.co_filename:
            return None
        count += event == "line"
        return trace

    sys.settrace(trace)
    try:
        find_quoted(text, [Span(0, len(text))])
    finally:
        sys.settrace(None)
    return count


@pytest.mark.parametrize("unit", HOSTILE)
def test_work_grows_in_line_with_the_text(unit: str) -> None:
    small, large = steps(unit * 120), steps(unit * 240)
    assert large < 2.3 * small + 200


def test_a_hundred_thousand_opening_marks() -> None:
    text = "“" * 100_000
    assert find_quoted(text, [Span(0, len(text))]) == ()


def test_a_quotation_of_half_a_million_characters() -> None:
    text = "“" + "war and peace " * 36_000 + "” he said."
    (found,) = find_quoted(text, [Span(0, len(text))])
    assert found.closed
    assert found.inner.length > 500_000


def test_ten_thousand_paragraphs_of_one_quotation_are_one_chain() -> None:
    text = "“So it went.\n" * 10_000 + "“The end.”"
    spans, start = [], 0
    for line in text.split("\n"):
        spans.append(Span(start, start + len(line)))
        start += len(line) + 1
    found = find_quoted(text, spans)
    assert len(found) == 10_001
    assert len({q.chain for q in found}) == 1
