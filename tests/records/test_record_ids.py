"""Ids depend on where a record stands, never on what was resolved."""

from __future__ import annotations

import string

from hypothesis import given
from hypothesis import strategies as st

from dragoman.records import Span, article_id, record_id

ALPHABET = set(string.ascii_lowercase + "234567")


def test_an_article_s_id_depends_on_bytes_and_url() -> None:
    ids = {article_id("00", None), article_id("01", None), article_id("00", "https://a.example/")}
    assert len(ids) == 3
    assert article_id("00", None) == article_id("00", None)


@given(st.integers(0, 10**6), st.integers(1, 10**4))
def test_a_record_s_id_is_short_and_says_its_kind(start: int, length: int) -> None:
    span = Span(start, start + length)
    quotation, event = record_id("a1", "quotation", span), record_id("a1", "event", span)
    assert quotation[0] == "q"
    assert event[0] == "e"
    assert quotation[1:] != event[1:]
    assert set(quotation[1:]) <= ALPHABET
    assert len(quotation) == 17  # 80 bits in base 32, and the letter
