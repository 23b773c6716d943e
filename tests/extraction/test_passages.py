"""Parsing keeps offsets, labels speak for what follows, hostile blocks are left out and said so."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.extraction.passages import MAX_PASSAGE, ParsedArticle, slices
from dragoman.records import Article, Span

PAGE = """Source: Reuters
Quote from Berg: "The bridge is safe."
Details: Anna Berg spoke on Monday.
She left early.
Background:
The bridge was built in 1931."""


def test_tokens_point_into_the_article(parse: Callable[..., ParsedArticle]) -> None:
    parsed = parse(PAGE)
    for passage in parsed.passages:
        for token in passage.doc:
            assert parsed.words(passage.of(token)) == token.text


def test_labels_speak_for_their_line_or_their_section(parse: Callable[..., ParsedArticle]) -> None:
    parsed = parse(PAGE)
    spoken = [(parsed.words(p.span), p.label.kind if p.label else None) for p in parsed.passages]
    assert spoken == [
        ("Reuters", "source"),
        ('"The bridge is safe."', "quote"),
        ("Anna Berg spoke on Monday.", "details"),
        ("She left early.", "details"),
        ("The bridge was built in 1931.", "background"),
    ]
    label = parsed.passages[1].label
    assert label is not None
    assert label.name is not None
    assert parsed.words(label.name) == "Berg"


def test_a_sentence_is_found_by_any_span_in_it(parse: Callable[..., ParsedArticle]) -> None:
    text = "Rain fell. The bridge held. Nobody left."
    parsed = parse(text)
    sentence = parsed.sentence_at(Span(text.index("held"), text.index("held") + 4))
    assert sentence is not None
    assert parsed.words(sentence) == "The bridge held."


def test_a_run_of_brackets_is_left_out_and_said_so() -> None:
    article = Article.from_text("A fine day.\n" + "(" * 100_000)
    found, problems = slices(article)
    assert [article.words(s.span) for s in found] == ["A fine day."]
    assert [p.code for p in problems] == ["E_LONG"]


@settings(max_examples=50)
@given(st.lists(st.sampled_from(["word ", "x" * 300 + " ", "\n"]), max_size=400))
def test_slices_are_ordered_and_within_bounds(parts: list[str]) -> None:
    article = Article.from_text("".join(parts) * 3)
    found, _ = slices(article)
    spans = [s.span for s in found]
    assert spans == sorted(spans)
    assert all(0 < s.length <= MAX_PASSAGE for s in spans)
    assert all(a.end <= b.start for a, b in pairwise(spans))


def test_a_block_in_capitals_says_so(parse: Callable[..., ParsedArticle]) -> None:
    parsed = parse("NORWAY SENDS TROOPS TO CHAD.\nThe troops left on Monday.\nBACKGROUND")
    assert [(p.code, p.severity) for p in parsed.problems] == [("E_CAPITALS", "note")]
