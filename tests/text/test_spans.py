from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.text.spans import Span, envelope, trimmed

SPANS = st.tuples(st.integers(0, 50), st.integers(0, 50)).map(lambda p: Span(min(p), max(p)))


@given(SPANS, SPANS)
def test_overlap_means_a_shared_code_point(a: Span, b: Span) -> None:
    assert a.overlaps(b) == bool(set(range(*a)) & set(range(*b)))


@given(SPANS, SPANS)
def test_containing_means_all_code_points(a: Span, b: Span) -> None:
    assert a.contains(b) == (a.start <= b.start and b.end <= a.end)


@given(st.text(max_size=40), st.data())
def test_trimming_keeps_the_words(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    span = Span(start, data.draw(st.integers(start, len(text))))
    tight = trimmed(text, span)
    assert span.contains(tight)
    assert tight.of(text) == span.of(text).strip()


@given(st.lists(SPANS, min_size=1, max_size=6))
def test_an_envelope_holds_all(spans: list[Span]) -> None:
    around = envelope(spans)
    assert all(around.contains(span) for span in spans)
    assert any(span.start == around.start for span in spans)


def test_no_envelope_of_nothing() -> None:
    with pytest.raises(ValueError, match="no spans"):
        envelope([])
