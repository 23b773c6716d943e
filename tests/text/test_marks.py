"""Quotation-mark geometry over the conventions of news text."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.text.marks import Quoted, find_quoted
from dragoman.text.spans import Span


def paragraphs(text: str) -> list[Span]:
    found, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            found.append(Span(start, start + len(line)))
        start += len(line) + 1
    return found


def quoted(text: str) -> list[Quoted]:
    return list(find_quoted(text, paragraphs(text)))


def outer_words(text: str) -> list[str]:
    return [q.inner.of(text) for q in quoted(text) if q.depth == 0]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"We leave," he said. "Now."', ["We leave,", "Now."]),
        ("“We leave,” he said. “Now.”", ["We leave,", "Now."]),
        ("'We won't leave,' he said. 'Now.'", ["We won't leave,", "Now."]),
        ("‘We won’t leave,’ he said. ‘Now.’", ["We won’t leave,", "Now."]),
        ("''We leave,'' he said. ''Now.''", ["We leave,", "Now."]),
        ("``We leave,'' he said.", ["We leave,"]),
        ("„Wir gehen“, sagte sie. „Jetzt.“", ["Wir gehen", "Jetzt."]),
        ("„Wychodzimy”, powiedziała.", ["Wychodzimy"]),
        ("”Vi går”, sade hon.", ["Vi går"]),
        ("« Nous partons », dit-elle.", ["Nous partons"]),
        ("»Wir gehen«, sagte sie.", ["Wir gehen"]),
        ("她说：「我们走。」他说：『好。』", ["我们走。", "好。"]),
        ('“We leave," he said.', ["We leave,"]),
        ('she said—"yes"—and left', ["yes"]),
        ('"...and so we left," he said', ["...and so we left,"]),
        ('She said: "So be it ... "', ["So be it ..."]),
    ],
)
def test_each_convention_is_paired(text: str, expected: list[str]) -> None:
    assert outer_words(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The minister's aides' plans weren't the envoys' own.",
        "Back in the '90s it was rock 'n' roll.",
        "Back in the ’90s it was rock ’n’ roll.",
        'He is 6\'2" tall and the pipe is 12" wide.',
        'A stray closing mark" stands here.',
        "",
        "No marks at all.",
    ],
)
def test_apostrophes_inches_and_strays_quote_nothing(text: str) -> None:
    assert outer_words(text) == []


def test_inner_marks_are_nested() -> None:
    text = "“He told me ‘never’ and “not now” again,” she said."
    found = [(q.depth, q.inner.of(text)) for q in quoted(text)]
    assert found == [
        (0, "He told me ‘never’ and “not now” again,"),
        (1, "never"),
        (1, "not now"),
    ]


def test_straight_marks_inside_straight_marks_are_nested() -> None:
    text = '"He said "no" to me," she said.'
    assert [(q.depth, q.inner.of(text)) for q in quoted(text)] == [
        (0, 'He said "no" to me,'),
        (1, "no"),
    ]


def test_a_possessive_does_not_close_a_single_quotation() -> None:
    assert outer_words("'The boys' room is full,' he said.") == ["The boys' room is full,"]


def test_an_opening_mark_on_each_paragraph_makes_one_chain() -> None:
    text = "“One.\n“Two.\n“Three,” he said. “Other.”"
    found = quoted(text)
    assert [q.inner.of(text) for q in found] == ["One.", "Two.", "Three,", "Other."]
    assert len({q.chain for q in found[:3]}) == 1
    assert found[3].chain != found[0].chain
    assert [q.closed for q in found] == [False, False, True, True]


def test_a_quotation_may_close_in_the_next_paragraph_without_opening_there() -> None:
    text = "“One\ntwo,” he said."
    found = quoted(text)
    assert [q.inner.of(text) for q in found] == ["One", "two,"]
    assert found[0].chain == found[1].chain


def test_an_unclosed_quotation_ends_where_the_next_one_opens() -> None:
    text = '"We leave, he said. "Now," he said.'
    assert outer_words(text) == ["We leave, he said.", "Now,"]


def test_an_unclosed_quotation_ends_with_its_paragraph() -> None:
    text = "“We leave, he said.\nNobody else spoke."
    assert outer_words(text) == ["We leave, he said."]


MARKS = "\"“”„‟«»‹›‘’‚'「」『』` \n.,a1s-"


@given(st.text(alphabet=MARKS, max_size=200))
def test_spans_are_valid_and_ordered_whatever_the_marks(text: str) -> None:
    found = quoted(text)
    assert [q.outer.start for q in found] == sorted(q.outer.start for q in found)
    for q in found:
        assert 0 <= q.outer.start <= q.inner.start < q.inner.end <= q.outer.end <= len(text)
        assert q.inner.of(text).strip() == q.inner.of(text)
        assert "\n" not in q.outer.of(text)
    flat = [q for q in found if q.depth == 0]
    for before, after in itertools.pairwise(flat):
        assert before.outer.end <= after.outer.start


@given(st.lists(st.text(alphabet="abc ", min_size=1).filter(str.strip), min_size=1, max_size=5))
def test_what_is_put_in_marks_comes_out(pieces: list[str]) -> None:
    text = " x ".join(f"“{p.strip()}”" for p in pieces)
    assert outer_words(text) == [p.strip() for p in pieces]
