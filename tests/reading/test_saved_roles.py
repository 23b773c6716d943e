from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.reading.saved.lines import read_lines
from dragoman.reading.saved.reader import read_saved
from dragoman.records import Article


def _pages() -> ModuleType:
    path = Path(__file__).parent / "saved_pages.py"
    spec = importlib.util.spec_from_file_location("saved_pages", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def harbour() -> Article:
    return read_saved(_pages().HARBOUR, None, "0" * 64)


@pytest.fixture(scope="module")
def wire() -> Article:
    return read_saved(_pages().WIRE, None, "0" * 64)


def kinds(article: Article, *wanted: str) -> list[str]:
    return [article.words(b.span) for b in article.blocks if b.kind in wanted]


def test_headline_date_and_authors_go_to_their_fields(harbour: Article) -> None:
    assert harbour.headline == "Peru and Lithuania sign pact to link their ports"
    assert harbour.byline == ("Ana Prieto", "Tomas Vaitkus")
    assert harbour.published is not None
    assert (harbour.published.value, harbour.published.zone) == ("2024-03-14T09:05", "UTC")
    assert harbour.published.span is not None
    assert harbour.words(harbour.published.span) == "14 March 2024, 09:05 GMT"


def test_body_is_the_five_paragraphs(harbour: Article) -> None:
    paragraphs = kinds(harbour, "paragraph", "standfirst", "list_item", "subhead")
    assert [p.split()[0] for p in paragraphs] == ["Peru", "“This", "The", "Peruvian", "Opposition"]


def test_menus_and_advertisements_are_furniture_and_stay_in_the_text(harbour: Article) -> None:
    furniture = kinds(harbour, "furniture")
    for words in ("Menu", "Opinion", "Advertisement", "Dock workers end their strike", "Comments"):
        assert words in furniture


def test_a_caption_loses_its_credit_and_its_double(harbour: Article) -> None:
    (image,) = harbour.images
    assert image.caption == "The container port of Callao seen from the hill at dawn."
    assert image.credit == "Marco Vidal/EFE"
    assert image.alternative_text == "The container port of Callao seen from the hill at dawn"
    assert image.caption_span is not None
    assert harbour.words(image.caption_span) == image.caption


def test_the_headline_repeated_under_the_date_is_alternative_text(wire: Article) -> None:
    assert wire.headline is not None
    assert wire.headline.startswith('Iceland\'s premier lands in Tunis and calls for "calm seas"')
    assert len(kinds(wire, "headline")) == 1
    (alternative,) = kinds(wire, "alternative_text")
    assert alternative.startswith("Iceland's premier lands in Tunis and calls for calm seas")
    (image,) = wire.images
    assert (image.credit, image.alternative_text) == ("TUNISIAN PRESIDENCY", alternative)


def test_labels_stand_apart_from_what_they_label(wire: Article) -> None:
    labels = ["Source:", "Quote from Jonsdottir:", "Details:", "Background:"]
    assert kinds(wire, "label") == labels
    assert "ANSA, citing the office of the president" in kinds(wire, "paragraph")


def test_what_a_label_announces_is_body(wire: Article) -> None:
    items = kinds(wire, "list_item")
    assert [item.split(",")[0] for item in items] == ["In May", "In October"]
    assert not any(item.startswith("•") for item in items)


def test_appeals_are_furniture(wire: Article) -> None:
    furniture = kinds(wire, "furniture")
    assert "Support our work or become our patron!" in furniture
    assert furniture.count("Advertisement:") == 3


def test_a_page_in_ukrainian() -> None:
    page = read_saved(_pages().UKRAINIAN, None, "0" * 64)
    assert page.language == "uk"
    assert kinds(page, "label") == ["Джерело:", "Пряма мова міністра:", "Деталі:", "Передісторія:"]
    assert len(kinds(page, "list_item")) == 2
    assert [image.credit for image in page.images] == ["GETTY IMAGES"]
    assert page.published is not None
    assert page.published.value == "2023-12-05T18:40"


def test_good_pages_have_no_problems(harbour: Article, wire: Article) -> None:
    assert harbour.problems == wire.problems == ()
    assert (harbour.language, wire.language) == ("en", "en")


def test_an_outlet_is_named_only_where_it_is_certain(wire: Article) -> None:
    assert wire.outlet is None
    page = _pages().HARBOUR.replace("The Harbour Post", "The Guardian")
    assert read_saved(page, None, "0" * 64).outlet == "The Guardian"
    assert read_saved(page, "https://www.reuters.com/x", "0" * 64).outlet == "Reuters"


def test_a_menu_alone_is_no_article() -> None:
    page = "Home\nNews\n  • World\n  • Sport\nSign in\n" * 4
    article = read_saved(page, None, "0" * 64, source="menu.txt")
    (problem,) = article.problems
    assert (problem.code, problem.severity, problem.source) == ("E_NO_ARTICLE", "error", "menu.txt")


def test_a_cookie_wall_is_no_article() -> None:
    page = (
        "We value your privacy\n\nWe and our 312 partners use cookies to store information on your "
        "device, to measure audiences and to show you advertisements.\n\nYou can withdraw consent "
        "to cookies at any time in the privacy policy of this site.\n\nAccept all\nReject all\n"
    )
    codes = [problem.code for problem in read_saved(page, None, "0" * 64).problems]
    assert codes == ["E_NO_ARTICLE"]


def test_an_index_of_teasers_is_no_article() -> None:
    teasers = [
        ("Grid operators warn of tight winter", "Reserves are lower than last year, they said."),
        ("Ministers meet in Oslo", "The talks on fisheries will go on until Friday."),
        ("Storm closes ports", "Ferries stay in harbour until the wind drops."),
        ("Parliament votes on budget", "Opposition members plan to abstain at first."),
        ("Court hears appeal", "A decision is expected before the end of the month."),
    ]
    items = "\n\n".join(f"{head}\n{words}\n3 hours ago\nRead more" for head, words in teasers)
    page = f"Home\nWorld\nSport\nSign in\n\n{items}\n\nMost read\nContact us\n"
    codes = [problem.code for problem in read_saved(page, None, "0" * 64).problems]
    assert codes == ["E_NO_ARTICLE"]


def test_a_paywall_is_no_article() -> None:
    page = (
        "Home\nWorld\nSign in\n\nThe price of calm\n\nBy Jane Roe\n\n14 March 2024\n\nFor ten years "
        "the two ministers have not spoken.\n\nSubscribe to continue reading.\n\nSubscribe now\n"
        "Already a subscriber? Log in\n\nTerms of use\nPrivacy policy\n"
    )
    codes = [problem.code for problem in read_saved(page, None, "0" * 64).problems]
    assert codes == ["E_NO_ARTICLE"]


def test_a_page_cut_in_a_sentence_is_flagged() -> None:
    page = _pages().HARBOUR
    cut = page[: page.index("and asked the government")].rstrip()
    codes = [problem.code for problem in read_saved(cut, None, "0" * 64).problems]
    assert codes == ["E_TRUNCATED"]


LINES = st.lists(
    st.one_of(
        st.text(st.characters(codec="utf-8", exclude_characters="\n"), max_size=60),
        st.sampled_from([
            "", "Advertisement", "Source: AP", "Background:", "  • An item of some words here",
            "By Jane Roe", "14 March 2024, 09:05", "A line. Photo: Getty Images", "3. Third thing",
            "The minister arrived in the capital on Wednesday and spoke to reporters for an hour.",
        ]),
    ),
    max_size=25,
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(LINES)
def test_blocks_cover_all_that_is_not_blank(lines: list[str]) -> None:
    text = "\n".join(lines)
    article = read_saved(text, None, "0" * 64)
    assert article.text == text
    end = 0
    for block in article.blocks:
        assert block.span.start >= end
        assert text[end : block.span.start].strip() == ""
        assert article.words(block.span).strip() == article.words(block.span) != ""
        end = block.span.end
    assert text[end:].strip() == ""


@settings(max_examples=60)
@given(LINES)
def test_lines_keep_their_numbers(lines: list[str]) -> None:
    text = "\n".join(lines)
    for line in read_lines(text):
        assert line.text in text.split("\n")[line.number]
        assert line.span.of(text) == line.text
