"""Every convention of quotation marks, by property: what is put in marks comes out, nested or in rows."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.text.marks import find_quoted
from dragoman.text.spans import Span

CONVENTIONS = {
    "English": ("“", "”", "‘", "’"),
    "British": ("‘", "’", "“", "”"),
    "straight": ('"', '"', "'", "'"),
    "typewriter": ("``", "''", "`", "'"),
    "German": ("„", "“", "‚", "‘"),
    "Polish": ("„", "”", "«", "»"),
    "French": ("« ", " »", "“", "”"),
    "Swiss": ("«", "»", "‹", "›"),
    "Danish": ("»", "«", "›", "‹"),
    "Swedish": ("”", "”", "’", "’"),
    "Japanese": ("「", "」", "『", "』"),
}
SENTENCES = st.lists(
    st.lists(st.sampled_from(["we", "leave", "the", "port", "don’t"]), min_size=1, max_size=6).map(
        lambda words: " ".join(words).capitalize() + "."
    ),
    min_size=1,
    max_size=4,
)


def found(text: str) -> list[tuple[int, str]]:
    return [(q.depth, q.inner.of(text)) for q in find_quoted(text, [Span(0, len(text))])]


@pytest.mark.parametrize("name", CONVENTIONS)
@given(said=SENTENCES)
def test_what_is_put_in_marks_comes_out(name: str, said: list[str]) -> None:
    left, right, *_ = CONVENTIONS[name]
    text = "She said: " + ", then: ".join(f"{left}{s}{right}" for s in said) + " Then she left."
    assert found(text) == [(0, s) for s in said]


@pytest.mark.parametrize("name", [n for n in CONVENTIONS if n not in {"typewriter", "Swedish"}])
def test_inner_marks_of_each_convention_are_nested(name: str) -> None:
    left, right, inner, close = CONVENTIONS[name]
    text = f"She said: {left}He told me {inner}never{close} again.{right} Then she left."
    assert found(text) == [(0, f"He told me {inner}never{close} again."), (1, "never")]


@pytest.mark.parametrize("name", ["English", "straight", "German", "Swiss", "Japanese"])
def test_an_opening_mark_on_each_paragraph_is_one_chain(name: str) -> None:
    left, right, *_ = CONVENTIONS[name]
    lines = [f"{left}One.", f"{left}Two.", f"{left}Three.{right} She left."]
    text, spans, start = "\n".join(lines), [], 0
    for line in lines:
        spans.append(Span(start, start + len(line)))
        start += len(line) + 1
    quoted = find_quoted(text, spans)
    assert [q.inner.of(text) for q in quoted] == ["One.", "Two.", "Three."]
    assert len({q.chain for q in quoted}) == 1
