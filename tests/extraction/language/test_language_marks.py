"""Quotation marks glued to words by a missing space."""

from __future__ import annotations

import pytest

from dragoman.extraction.language import LanguageModel


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("she said,“Look up", ["she", "said", ",", "“", "Look", "up"]),
        ("we won!”After that", ["we", "won", "!", "”", "After", "that"]),
        ('he said:"Go', ["he", "said", ":", '"', "Go"]),
        ("a plan”and more", ["a", "plan", "”", "and", "more"]),
        ("the 12\"wide pipe isn't", ["the", '12"wide', "pipe", "is", "n't"]),
    ],
)
def test_marks_are_tokens_of_their_own(model: LanguageModel, text: str, tokens: list[str]) -> None:
    assert [t.text for t in model.nlp.make_doc(text)] == tokens
