from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.reading.plain import read_plain
from dragoman.records import Article

SHA = "0" * 64


def shown(article: Article) -> list[tuple[str, str]]:
    return [(block.kind, article.words(block.span)) for block in article.blocks]


def test_a_short_first_line_is_the_headline() -> None:
    article = read_plain("Talks open in Oslo\n\nThe ministers met on Friday.\n", None, SHA)
    assert article.headline == "Talks open in Oslo"
    assert shown(article) == [
        ("headline", "Talks open in Oslo"),
        ("paragraph", "The ministers met on Friday."),
    ]


def test_a_sentence_is_no_headline() -> None:
    article = read_plain("The ministers met.\n\nThey agreed to meet again soon.\n", None, SHA)
    assert article.headline is None
    assert [kind for kind, _ in shown(article)] == ["paragraph", "paragraph"]


def test_a_byline_under_the_headline() -> None:
    text = "Talks open in Oslo\nBy Jane Roe\n\nThe ministers met on Friday.\n"
    article = read_plain(text, None, SHA)
    assert article.byline == ("Jane Roe",)
    assert ("byline", "By Jane Roe") in shown(article)


def test_nothing_of_a_note_is_lost() -> None:
    text = "He said no.\n\n“Why?”\n\n- one thing\n- another\n\nSource: own notes"
    article = read_plain(text, None, SHA)
    assert shown(article) == [
        ("paragraph", "He said no."),
        ("paragraph", "“Why?”"),
        ("furniture", "-"),
        ("list_item", "one thing"),
        ("furniture", "-"),
        ("list_item", "another"),
        ("label", "Source:"),
        ("paragraph", "own notes"),
    ]


def test_wrapped_lines_make_one_paragraph() -> None:
    text = (
        "The ministers of both countries met in Oslo on Friday to\n"
        "talk about fisheries and about the border that has been\n"
        "closed since the storm. They agreed to meet again in the\n"
        "spring.\n"
        "\n"
        "A second round of talks is planned for April, the hosts\n"
        "said, and will be held in a smaller town on the coast of\n"
        "the northern province.\n"
    )
    article = read_plain(text, None, SHA)
    assert [words.count("\n") for _, words in shown(article)] == [3, 2]
    assert article.text == text


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(codec="utf-8"), max_size=300))
def test_blocks_cover_all_that_is_not_blank(text: str) -> None:
    article = read_plain(text, None, SHA)
    assert article.text == text
    covered = "".join(words for _, words in shown(article))
    assert "".join(covered.split()) == "".join(text.split())
