"""Texts without full stops are cut for the parser: nothing lost, bounded parts, linear work."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dragoman.text.runs import cut_runs
from dragoman.text.spans import Span


def parts(text: str, sentence: int = 50, passage: int = 200) -> list[str]:
    spans = cut_runs(text, Span(0, len(text)), sentence=sentence, passage=passage)
    return [text[a:b] for a, b in spans]


def test_sentences_stay_whole_up_to_the_length_of_a_passage() -> None:
    text = "The port is open. " * 20
    found = parts(text)
    assert all(p.endswith("open. ") and len(p) <= 200 for p in found)
    assert len(found) == 2


def test_a_run_without_a_full_stop_is_cut_at_its_last_pause() -> None:
    found = parts("the port, the bridge and the boats; the road, " * 3)
    assert all(len(p) <= 50 for p in found)
    assert found[0].endswith("; ")


@given(st.text(alphabet='ab .,;!"\n', max_size=600), st.integers(1, 60), st.integers(60, 200))
def test_nothing_is_lost_and_parts_are_bounded(text: str, sentence: int, passage: int) -> None:
    found = parts(text, sentence, passage)
    assert "".join(found) == text
    assert all(0 < len(p) <= passage for p in found)
