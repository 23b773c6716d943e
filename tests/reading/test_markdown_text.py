from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.reading.inline import without_marks
from dragoman.reading.markdown import read_markdown
from dragoman.records import Article

SHA = "0" * 64
PAGE = """\
---
title: "Talks open in Oslo"
outlet: The Fjord Times
url: https://fjord.example/talks
---
# Talks open in *Oslo*

By Jane Roe

2 March 2024

![Two ministers](/a.jpg "A title")
*The ministers at the fjord*

The **ministers** of [Norway](https://norway.example) and [Sweden](javascript:alert(1)) met
in Oslo on Friday.

> “We agreed,” said one of them.

What comes next
---------------

- More *talks*
- A treaty
"""


@pytest.fixture(scope="module")
def article() -> Article:
    return read_markdown(PAGE, None, SHA)


def of_kind(article: Article, kind: str) -> list[str]:
    return [article.words(block.span) for block in article.blocks if block.kind == kind]


def test_fields(article: Article) -> None:
    assert article.headline == "Talks open in Oslo"
    assert article.outlet == "The Fjord Times"
    assert article.url == "https://fjord.example/talks"
    assert article.byline == ("Jane Roe",)
    assert article.published is not None
    assert article.published.value == "2024-03-02"
    assert article.published.span is not None
    assert article.words(article.published.span) == "2 March 2024"


def test_marks_are_gone_and_lines_are_kept(article: Article) -> None:
    assert article.text.count("\n") == PAGE.count("\n")
    assert "*" not in article.text
    assert "](" not in article.text


def test_blocks(article: Article) -> None:
    assert of_kind(article, "headline") == ["Talks open in Oslo"]
    assert of_kind(article, "subhead") == ["What comes next"]
    assert of_kind(article, "list_item") == ["More talks", "A treaty"]
    assert of_kind(article, "paragraph") == [
        "The ministers of Norway and Sweden met\nin Oslo on Friday.",
        "“We agreed,” said one of them.",
    ]


def test_links_and_pictures(article: Article) -> None:
    (link,) = article.links  # a javascript: link is dropped
    assert (article.words(link.span), link.url) == ("Norway", "https://norway.example")
    (image,) = article.images
    assert image.url == "https://fjord.example/a.jpg"
    assert image.caption == "The ministers at the fjord"
    assert image.alternative_text == "Two ministers"


@pytest.mark.parametrize(
    ("line", "plain"),
    [
        ("a **b** c", "a b c"),
        ("a *b* _c_ ~~d~~ `e`", "a b c d e"),
        ("5 * 3 and snake_case_name", "5 * 3 and snake_case_name"),
        (r"\*not emphasis\*", "*not emphasis*"),
        ("Tom &amp; Jerry&nbsp;&#8211; <b>bold</b>", "Tom & Jerry – bold"),
        ("<https://example.org/x>", "https://example.org/x"),
        ("[**b**](https://example.org)", "b"),
    ],
)
def test_inline_marks(line: str, plain: str) -> None:
    assert without_marks(line).text == plain


@settings(max_examples=60)
@given(st.text(alphabet=st.sampled_from("ab*_[]()!`\\<>#-&;. \nhttps:/"), max_size=120))
def test_anything_is_read_and_spans_hold(text: str) -> None:
    article = read_markdown(text, None, SHA)
    assert article.text.count("\n") == text.count("\n")
    covered = "".join(article.words(block.span) for block in article.blocks)
    assert "".join(covered.split()) == "".join(article.text.split())
