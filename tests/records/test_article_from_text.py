from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.errors import PageError
from dragoman.records import Article

TEXT = st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=200)


@given(TEXT)
def test_the_text_is_kept_and_every_nonblank_line_is_a_paragraph(text: str) -> None:
    article = Article.from_text(text)
    assert article.text == text
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    assert [article.words(b.span) for b in article.blocks] == lines
    assert all(b.kind == "paragraph" for b in article.blocks)


def test_a_lone_surrogate_is_refused() -> None:
    with pytest.raises(PageError) as caught:
        Article.from_text("half \ud83d a character")
    assert caught.value.code == "E_ENCODING"


@pytest.mark.parametrize("published", ["yesterday", "2023-02-30", "1 November 2023"])
def test_a_date_that_is_none_is_refused_with_a_hint(published: str) -> None:
    with pytest.raises(PageError, match="Write it as") as caught:
        Article.from_text("A text.", published=published)
    assert caught.value.code == "E_DATE"


def test_a_date_keeps_its_precision_and_zone() -> None:
    article = Article.from_text("A text.", published="2023-11-01T13:56+02:00")
    assert article.published is not None
    assert str(article.published) == "2023-11-01 13:56 (+02:00)"
    assert article.published.day == "2023-11-01"
    other = Article.from_text("A text.", published="20231101")
    assert str(other.published) == "2023-11-01 (zone unknown)"
