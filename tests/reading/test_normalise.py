from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.text.normalise import normalise


@pytest.mark.parametrize(
    ("raw", "ordered"),
    [
        ("a\r\nb\r\nc", "a\nb\nc"),
        ("a\rb", "a\nb"),
        ("a\rb\nc", "a b\nc"),
        ("10\xa0000\u202fkm\u3000x\ty", "10 000 km x y"),
        ("a\u2028b\x85c\x0cd", "a b c d"),
        ("co\xadop\u200bera\ufefftion", "cooperation"),
        ("it\x92s \x93so\x94", "it’s “so”"),
        ("e\u0301te\u0301", "été"),
        ("Pu\u200dtin", "Putin"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("👩\u200d🚀", "👩\u200d🚀"),
        ("ad\U000e0041\U000e0042min", "admin"),
    ],
)
def test_characters_are_put_in_order(raw: str, ordered: str) -> None:
    assert normalise(raw).text == ordered


def test_damage_is_counted() -> None:
    found = normalise("a\0b\ud800c \ud83d\ude80")
    assert found.text == "ab\ufffdc 🚀"
    assert found.damaged == 2


def test_direction_controls_go_and_are_counted() -> None:
    found = normalise("paid by \u202eecnarF\u202c today")
    assert (found.text, found.hidden) == ("paid by ecnarF today", 2)


@given(st.text())
def test_twice_is_once(text: str) -> None:
    once = normalise(text)
    assert normalise(once.text).text == once.text
    assert unicodedata.is_normalized("NFC", once.text)


@given(st.text())
def test_lines_are_kept_one_to_one(text: str) -> None:
    if "\n" in text:
        assert normalise(text).text.count("\n") == text.count("\n")
