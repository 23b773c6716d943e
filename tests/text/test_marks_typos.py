"""Marks typed wrongly, and straight marks that frame an excerpt."""

from __future__ import annotations

import pytest

from dragoman.text.marks import find_quoted
from dragoman.text.spans import Span


def stretches(text: str) -> list[tuple[int, str]]:
    """Return depth and words of each stretch; a line is a paragraph."""
    spans, start = [], 0
    for line in text.split("\n"):
        spans.append(Span(start, start + len(line)))
        start += len(line) + 1
    return [(q.depth, q.inner.of(text)) for q in find_quoted(text, spans)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We leave.’ Then he went to “Oslo.”", ["We leave.", "Oslo."]),
        ("“We leave,’ he said. It was late. “Now.”", ["We leave,", "Now."]),
        ("“We leave.’\nNobody spoke.", ["We leave."]),
        ("‘We leave.” he said", ["We leave."]),
    ],
)
def test_a_mark_of_the_wrong_kind_closes_where_a_sentence_ends(
    text: str, expected: list[str]
) -> None:
    assert [words for depth, words in stretches(text) if depth == 0] == expected


def test_a_possessive_is_no_mark_typed_wrongly() -> None:
    assert stretches("“The boys’ boat left, he said.\nIt was late.") == [
        (0, "The boys’ boat left, he said.")
    ]


def test_a_nested_single_quotation_stays_nested_where_the_outer_one_is_unclosed() -> None:
    assert stretches("“He told me ‘No.’ Then we left.\nIt was late.") == [
        (0, "He told me ‘No.’ Then we left."),
        (1, "No."),
    ]


def test_a_straight_mark_that_opens_a_paragraph_of_curly_quotations_is_a_frame() -> None:
    text = '"The port was shut. “We waited,” she says. “All night.”\n"They left “unpaid.”"'
    assert stretches(text) == [(0, "We waited,"), (0, "All night."), (0, "unpaid.")]


def test_a_straight_quotation_that_goes_on_after_its_closing_mark_is_no_frame() -> None:
    text = '"He told me “no” twice," she said.'
    assert stretches(text)[0] == (0, "He told me “no” twice,")


def test_a_paragraph_opened_by_another_kind_of_mark_does_not_go_on_with_the_one_before() -> None:
    text = '"The port was shut for days.\n“We waited,” she says.'
    spans = [Span(0, 28), Span(29, len(text))]
    first, second = find_quoted(text, spans)
    assert first.chain != second.chain
