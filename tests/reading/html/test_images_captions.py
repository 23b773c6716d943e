"""Pictures: captions parted from credits, the article's own only."""

from __future__ import annotations

import timeit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.reading.html.dom import parse_page
from dragoman.reading.html.images import FoundImage, read_images
from dragoman.reading.html.images.credit import clean_credit, part
from dragoman.reading.html.metadata import read_metadata

SENTENCE = "The two delegations met for the third time this month in the port city. "
WORDS = "Ministers arrive at the harbour on Monday."
FIGURE = f"<figure><img src='/b.jpg'><figcaption>{WORDS}</figcaption></figure>"


def images(picture: str, after: str = "") -> tuple[FoundImage, ...]:
    text = f"<p>{SENTENCE * 3}</p>"
    page = (
        f"<html><body><nav><img src='logo.png'></nav><main><h1>Ministers meet in the port</h1>"
        f"<div class='text'>{text}{picture}{text}{text}</div>{after}</main></body></html>"
    )
    return read_images(parse_page(page, "https://courier.example/a"))


def pair(image: FoundImage) -> tuple[str | None, str | None]:
    return (image.caption, image.credit)


@pytest.mark.parametrize(
    ("text", "caption", "credit"),
    [
        (f"{WORDS} Foto: A. Muster/dpa", WORDS, "A. Muster/dpa"),
        (
            f"{WORDS} (Symbolfoto: picture alliance/dpa | A. Muster)",
            WORDS,
            "picture alliance/dpa | A. Muster",
        ),
        (f"{WORDS} (AP Photo/Anna Muster)", WORDS, "AP Photo/Anna Muster"),
        (f"{WORDS} — © Belga", WORDS, "Belga"),
        (f"{WORDS} REUTERS/Anna Muster", WORDS, "REUTERS/Anna Muster"),
        ("港に到着した代表団＝13日（山田太郎撮影）", "港に到着した代表団＝13日", "山田太郎"),
        ("Photo by Anna Muster", "", "Anna Muster"),
        ("© Anna Muster", "", "Anna Muster"),
        ("Image courtesy of Port Authority", "", "Port Authority"),
        ("Anna Muster (REUTERS)", "", "Anna Muster (REUTERS)"),
        ("Robert F. Muster / AP", "", "Robert F. Muster / AP"),
        (WORDS, WORDS, ""),
        (
            "Minister Muster (left) and his host (right)",
            "Minister Muster (left) and his host (right)",
            "",
        ),
        ("He named the source: a diplomat.", "He named the source: a diplomat.", ""),
        ("", "", ""),
    ],
)
def test_caption_and_credit_in_one_text(text: str, caption: str, credit: str) -> None:
    assert part(text) == (caption, credit)


def test_a_marker_alone_is_no_credit() -> None:
    assert clean_credit("Image Credits:") == ""
    assert clean_credit("Foto: Anna Muster.") == "Anna Muster"


@pytest.mark.parametrize(
    "picture",
    [
        FIGURE.replace(WORDS, f"{WORDS} Foto: Anna Muster"),
        FIGURE.replace(WORDS, f"<span>{WORDS}</span><span>© Anna Muster</span>"),
        FIGURE.replace("</figure>", "<p class='credit'>Anna Muster</p></figure>"),
        FIGURE.replace(WORDS, f"{WORDS} <em>(Anna Muster)</em>"),
        f"<div><img src='/b.jpg'><p class='wp-caption-text'>{WORDS} Photo: Anna Muster</p></div>",
        f"<div><img src='/b.jpg'><p class='x2'>{WORDS}</p><p class='x3'>Anna Muster</p></div>",
        f"<div><img src='/b.jpg' alt='{WORDS}'><p>{WORDS}</p><p>Image: Anna Muster</p></div>",
        (
            f"<aside><img src='/b.jpg'><p class='caption'>{WORDS} "
            "<span class='credits'>(Photo by Anna Muster)</span></p></aside>"
        ),
        f"<a href='/b.jpg'>{FIGURE}</a>".replace(WORDS, f"{WORDS} Foto: Anna Muster"),
    ],
)
def test_ways_to_print_a_picture(picture: str) -> None:
    (image,) = images(picture)
    assert pair(image) == (WORDS, "Anna Muster")
    assert image.url == "https://courier.example/b.jpg"
    assert image.caption_element is not None


def test_author_and_library_of_a_credit_are_both_kept() -> None:
    (image,) = images(
        f"<figure><img src='/a.jpg'><figcaption>{WORDS}<span class='credit'>Photo by Anna Muster</span>"
        "<span class='distributor'>Getty Images</span></figcaption></figure>"
    )
    assert pair(image) == (WORDS, "Anna Muster | Getty Images")


@pytest.mark.parametrize(
    "after",
    [
        f"<aside class='related'>{FIGURE}</aside>",
        f"<a href='/other-story'>{FIGURE}</a>",
        f"<article>{FIGURE}</article>",
        FIGURE.replace(WORDS, "By <a rel='author' href='/x'>Anna Muster</a>"),
        f"<div><img src='/b.jpg' alt='{WORDS}'><p>{WORDS}</p></div>",
        FIGURE.replace(WORDS, "Advertisement"),
    ],
)
def test_pictures_of_other_stories_are_left_out(after: str) -> None:
    assert images("", after) == ()


def test_lazy_pictures_and_unsafe_addresses() -> None:
    lazy = FIGURE.replace("src=", "src='data:image/png;base64,AA' alt='The harbour' data-src=")
    (image,) = images(lazy)
    assert image.url == "https://courier.example/b.jpg"
    assert image.alternative_text == "The harbour"
    (other,) = images(FIGURE.replace("/b.jpg", "javascript:x()"))
    assert other.url is None


def test_the_headline_found_before_gives_the_same_pictures() -> None:
    text = f"<h1>Ministers meet in the port</h1><p>{SENTENCE * 3}</p>"
    page = parse_page(f"<html><body>{text}{FIGURE}</body></html>", "https://courier.example/a")
    assert read_images(page, read_metadata(page)) == read_images(page) != ()


def test_hidden_captions_are_not_read() -> None:
    assert images(f"<div style='display:none'>{FIGURE}</div>") == ()


@given(st.text(max_size=200))
def test_parting_invents_no_words(text: str) -> None:
    parted = part(text)
    for piece in parted:
        assert piece in text


@pytest.mark.parametrize("unit", ["(", "Foto: ", "a. ", "© ", "[x", "Anna Muster/", "名"])
def test_parting_takes_linear_time(unit: str) -> None:
    def seconds(length: int) -> float:
        text = unit * (length // len(unit))
        return min(timeit.repeat(lambda: part(text), number=1, repeat=3))

    assert seconds(40_000) < 3 * seconds(20_000) + 0.02  # a constant for the clock
