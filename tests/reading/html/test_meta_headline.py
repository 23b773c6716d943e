"""The headline: the article's own words, without the site's name."""

from __future__ import annotations

import pytest

from dragoman.reading.html.dom import parse_page
from dragoman.reading.html.metadata import PageMetadata, read_metadata
from dragoman.reading.html.metadata.headline import without_site

TEXT = (
    "<p>" + "The two delegations met for the third time this month in the port city. " * 3 + "</p>"
)
URL = "https://www.harbour-courier.example/world/talks"


def meta(head: str, body: str = TEXT) -> PageMetadata:
    return read_metadata(parse_page(f"<html><head>{head}</head><body>{body}</body></html>", URL))


@pytest.mark.parametrize(
    "title",
    [
        "Ministers meet in the port | Harbour Courier",
        "Ministers meet in the port - World - Harbour Courier",
        "Ministers meet in the port – harbour-courier.example",
        "Harbour Courier: Ministers meet in the port",
        "Ministers meet in the port",
    ],
)
def test_the_sites_name_is_cut_off(title: str) -> None:
    head = f'<title>{title}</title><meta property="og:site_name" content="Harbour Courier">'
    assert meta(head).headline == "Ministers meet in the port"


def test_a_dash_inside_a_headline_stays() -> None:
    head = '<meta property="og:title" content="Talks fail - again - in the port">'
    assert meta(head).headline == "Talks fail - again - in the port"


def test_the_tail_is_cut_where_the_visible_headline_ends() -> None:
    head = '<meta property="og:title" content="Ministers meet in the port - Northern News">'
    found = meta(head, "<h1>Ministers meet in the port</h1>" + TEXT)
    assert found.headline == "Ministers meet in the port"


def test_the_visible_headline_gives_wording_and_element() -> None:
    head = '<meta property="og:title" content="Minister\'s visit \'a success\'">'
    found = meta(head, "<nav><h1>World</h1></nav><h1>Minister’s visit ‘a success’</h1>" + TEXT)
    assert found.headline == "Minister’s visit ‘a success’"
    assert found.headline_element is not None
    assert found.headline_element.text == "Minister’s visit ‘a success’"


def test_a_logo_in_h1_is_no_headline() -> None:
    head = '<meta property="og:site_name" content="Harbour Courier"><title>Ministers meet in the port</title>'
    found = meta(head, "<h1>Harbour Courier</h1><h2>Ministers meet in the port</h2>" + TEXT)
    assert found.headline == "Ministers meet in the port"
    assert found.headline_element is not None
    assert found.headline_element.tag == "h2"


def test_two_sources_of_the_article_outvote_a_search_engine_kicker() -> None:
    head = (
        '<meta property="og:title" content="Port Talks News: Ministers meet in the old port">'
        '<script type="application/ld+json">{"@type": "NewsArticle",'
        ' "headline": "Ministers meet in the old port"}</script>'
    )
    found = meta(head, "<h1>Ministers meet in the old port</h1>" + TEXT)
    assert found.headline == "Ministers meet in the old port"


def test_a_title_cut_by_its_own_quotation_mark_is_made_whole() -> None:
    head = (
        '<meta property="og:title" content="Ministers hail "historic visit" to the port">'
        "<title>Ministers hail &quot;historic visit&quot; to the port</title>"
    )
    assert meta(head).headline == 'Ministers hail "historic visit" to the port'


def test_entities_and_soft_hyphens_are_resolved() -> None:
    head = (
        '<script type="application/ld+json">{"@type": "NewsArticle",'
        ' "headline": "R&uuml;ckbau im Hafen\u00adgebiet"}</script>'
    )
    assert meta(head).headline == "Rückbau im Hafengebiet"


def test_a_page_without_titles_has_no_headline() -> None:
    found = read_metadata(parse_page("", None))
    assert (found.headline, found.headline_element) == (None, None)


def test_only_known_names_are_cut() -> None:
    assert (
        without_site("Kyiv - Moscow: who decides?", {"moscowtimes"})
        == "Kyiv - Moscow: who decides?"
    )
    assert without_site("Who decides now? | Moscow Times", {"moscowtimes"}) == "Who decides now?"
