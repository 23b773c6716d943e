from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.reading.detect import detect

SENTENCES = "The ministers met in Oslo on Friday.\n\nThey agreed to meet again in spring."


@pytest.mark.parametrize(
    "text",
    [
        "<!DOCTYPE html><html><body><p>Hello</p></body></html>",
        "\n  <html lang=en><p>Hello",
        "<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'></html>",
        "<p>The ministers met.</p>\n<p>They agreed.</p>",
        "The ministers met.<br>They agreed.<br>",
        "<div class='x'>\n<h1>Talks</h1>\n<p>The ministers met.</p>\n</div>",
    ],
)
def test_html(text: str) -> None:
    assert detect(text) == "html"


@pytest.mark.parametrize(
    "text",
    [
        "# Talks in Oslo\n\nThe [ministers](https://example.org) met.",
        "Talks in Oslo\n=============\n\nThe **ministers** met.",
        "---\ntitle: Talks\ndate: 2024-03-02\n---\nThe ministers met.",
        "# Talks\n\n- a treaty\n- more talks\n",
    ],
)
def test_markdown(text: str) -> None:
    assert detect(text) == "markdown"


@pytest.mark.parametrize(
    "text",
    [
        f"Subscribe\n\n{SENTENCES}",
        f"Talks in Oslo\n\n14 March 2024, 09:05\n\n{SENTENCES}",
        f"Читайте также\n{SENTENCES}",
        "Ministers meet for talks in Oslo\nMinisters meet for talks in Oslo\n\n" + SENTENCES,
    ],
)
def test_saved_text(text: str) -> None:
    assert detect(text) == "saved_text"


@pytest.mark.parametrize(
    "text",
    [
        SENTENCES,
        "One line",
        "The tag <p> opens a paragraph, said the teacher.\n\nNobody wrote it down.\n\nSo it goes.",
        "<img src='x'>\nThe ministers met.\nThey agreed.\nThey parted.\nThey wrote.",
        "She rated it 5 * 3 * 2 and #1 of all.\n\nNobody agreed with her.",
    ],
)
def test_plain_text(text: str) -> None:
    assert detect(text) == "text"


@given(st.text(max_size=200))
def test_any_text_is_something(text: str) -> None:
    assert detect(text) in {"html", "markdown", "saved_text", "text"}
