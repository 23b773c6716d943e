from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.errors import PageError
from dragoman.reading.decode import decode
from dragoman.reading.refusals import MAX_BYTES

RUSSIAN = "Министр прибыл в столицу в среду и провёл переговоры с коллегой. " * 3
FRENCH = "Le ministre est arrivé à l’heure où l’été s’achève, très fatigué. " * 3
JAPANESE = "外相は水曜日に首都に到着し、会談を行った。" * 5


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (RUSSIAN, "utf-8"),
        (RUSSIAN, "utf-8-sig"),
        (RUSSIAN, "utf-16"),
        (FRENCH, "utf-16-le"),
        (FRENCH, "utf-16-be"),
        (FRENCH, "utf-32"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8-r"),
        (FRENCH, "cp1252"),
        (JAPANESE, "shift_jis"),
        (JAPANESE, "euc-jp"),
    ],
)
def test_undeclared_encodings_are_told_apart(text: str, encoding: str) -> None:
    decoded = decode(text.encode(encoding))
    assert decoded.text == text
    assert decoded.problems == ()


@pytest.mark.parametrize("declared", ["iso-8859-1", "ISO-8859-1", "latin1", "windows-1252"])
def test_latin_1_means_windows_1252(declared: str) -> None:
    page = f'<meta charset="{declared}"><p>“Quoted” – he said'.encode("cp1252")
    assert "“Quoted” – he said" in decode(page).text


def test_a_wrong_declaration_does_not_win_over_valid_utf_8() -> None:
    page = f"<meta charset=windows-1251><p>{RUSSIAN}".encode()
    assert RUSSIAN in decode(page).text


def test_declared_utf_8_that_is_not_is_detected() -> None:
    page = f"<meta charset=utf-8><p>{RUSSIAN}".encode("cp1251")
    assert RUSSIAN in decode(page).text


def test_seven_bit_japanese_needs_its_declaration() -> None:
    page = f'<meta charset="iso-2022-jp">{JAPANESE}'.encode("iso-2022-jp")
    assert JAPANESE in decode(page).text


def test_utf_8_with_a_cut_character_is_kept_and_flagged() -> None:
    decoded = decode((RUSSIAN * 5).encode()[:-1] + b"\xd0")
    assert decoded.encoding == "utf-8"
    assert [problem.code for problem in decoded.problems] == ["E_ENCODING"]
    assert "character" in decoded.problems[0].message


def test_utf_7_stays_the_ascii_it_is() -> None:
    page = b'<meta charset="utf-7"><p>+ADw-script+AD4-alert(1)'
    decoded = decode(page)
    assert "<script" not in decoded.text
    assert [problem.severity for problem in decoded.problems] == ["warning"]


def test_text_that_was_decoded_twice_is_flagged_and_kept() -> None:
    wrong = (FRENCH * 2).encode().decode("cp1252")
    decoded = decode(wrong.encode())
    assert decoded.text == wrong
    assert "decoded wrongly" in decoded.problems[0].message


def test_good_french_is_not_taken_for_damage() -> None:
    assert decode(("Âge, Âme, À côté, Ã la carte. " + FRENCH).encode()).problems == ()


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (b"%PDF-1.7 ...", "E_IMAGE"),
        (b"\x89PNG\r\n\x1a\n....", "E_IMAGE"),
        (b"\xff\xd8\xff\xe0 JFIF", "E_IMAGE"),
        (b"RIFF....WAVEfmt ", "E_IMAGE"),
        (b"\0\0\0\x18ftypmp42", "E_IMAGE"),
        (b"PK\x03\x04....", "E_BINARY"),
        (b"\x1f\x8b\x08....", "E_BINARY"),
        (bytes(range(256)) * 20, "E_BINARY"),
        ("The minister arrived in the capital on Wednesday. ".encode("cp037") * 9, "E_ENCODING"),
    ],
)
def test_what_is_no_text_is_refused(raw: bytes, code: str) -> None:
    with pytest.raises(PageError) as caught:
        decode(raw, "file.bin")
    assert caught.value.code == code
    assert caught.value.hint
    assert caught.value.source == "file.bin"


def test_a_page_over_the_limit_is_refused_with_its_size() -> None:
    with pytest.raises(PageError, match=r"20\.0 MB") as caught:
        decode(b" " * (MAX_BYTES + 1))
    assert caught.value.code == "E_TOO_LARGE"


@given(st.binary(max_size=200))
def test_any_bytes_are_decoded_or_refused(raw: bytes) -> None:
    try:
        text = decode(raw).text
    except PageError:
        return
    text.encode()  # no lone surrogates


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]), max_size=100))
def test_utf_8_is_read_back(text: str) -> None:
    page = "The page says: " + text
    assert decode(page.encode()).text == page
