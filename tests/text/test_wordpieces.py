"""Words cut into the pieces of a vocabulary."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dragoman.text.wordpieces import Wordpieces

WORDS = ("[UNK]", "bomb", "##ed", "##ing", "u", ".", "s", "sao", "-", "##s", "b", "##o")


def pieces(word: str) -> list[str]:
    return [WORDS[n] for n in Wordpieces(WORDS).of(word)]


def test_the_longest_piece_from_the_left_is_taken() -> None:
    assert pieces("bombed") == ["bomb", "##ed"]
    assert pieces("Bombings") == ["bomb", "##ing", "##s"]


def test_punctuation_parts_a_word_and_accents_go() -> None:
    assert pieces("U.S.") == ["u", ".", "s", "."]
    assert pieces("São") == ["sao"]


def test_what_cannot_be_cut_whole_is_unknown_and_white_space_is_nothing() -> None:
    assert pieces("bombxyz") == ["[UNK]"]
    assert pieces("b" + "o" * 200) == ["[UNK]"]
    assert pieces(" \n") == []
    assert Wordpieces(WORDS).number("nowhere") == 0


@given(st.text(max_size=40))
def test_any_word_gives_pieces_of_the_vocabulary(word: str) -> None:
    assert all(0 <= n < len(WORDS) for n in Wordpieces(WORDS).of(word))
