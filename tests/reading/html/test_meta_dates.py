"""Dates: the page's own, as precise as written; none where it carries none."""

from __future__ import annotations

import pytest

from dragoman.reading.html.dom import parse_page
from dragoman.reading.html.metadata import PageMetadata, read_metadata
from dragoman.reading.html.metadata.dates import parse_declared

TEXT = (
    "<p>" + "The two delegations met for the third time this month in the port city. " * 3 + "</p>"
)


def meta(head: str, lead: str = "", tail: str = "", url: str | None = None) -> PageMetadata:
    body = f"<h1>Ministers meet in the port</h1>{lead}{TEXT}{TEXT}{tail}"
    return read_metadata(parse_page(f"<html><head>{head}</head><body>{body}</body></html>", url))


def published(page: PageMetadata) -> tuple[str, str | None] | None:
    return None if page.published is None else (page.published.value, page.published.zone)


def test_json_ld_comes_first_and_keeps_its_zone() -> None:
    head = (
        '<meta property="article:published_time" content="2024-05-04T01:00:00Z">'
        '<script type="application/ld+json">{"@type": "NewsArticle",'
        ' "datePublished": "2024-05-03T15:47:42.389+02:00",'
        ' "dateModified": "2024-05-04T08:00+02:00"}</script>'
    )
    found = meta(head)
    assert published(found) == ("2024-05-03T15:47:42", "+02:00")
    assert found.modified is not None
    assert found.modified.day == "2024-05-04"


def test_an_article_inside_a_web_page_object_is_found() -> None:
    head = (
        '<script type="application/ld+json">{"@graph": [{"@type": "WebPage", "mainEntity":'
        ' {"@type": ["Article", "NewsArticle"], "datePublished": "2024-05-03"}}]}</script>'
    )
    assert published(meta(head)) == ("2024-05-03", None)


def test_the_visible_date_line_is_read_and_its_element_named() -> None:
    found = meta("", '<div class="meta"><span>3 May 2024, 15:47</span></div>')
    assert published(found) == ("2024-05-03T15:47", None)
    assert [element.tag for element in found.date_elements] == ["span"]


def test_time_elements_of_an_update_do_not_become_the_date() -> None:
    lead = (
        '<time class="updated" datetime="2024-05-05T10:00:00Z">5 May</time>'
        '<time datetime="2024-05-03T15:47:00Z">3 May</time>'
    )
    found = meta("", lead)
    assert published(found) == ("2024-05-03T15:47:00", "UTC")
    assert found.modified is not None
    assert found.modified.day == "2024-05-05"


@pytest.mark.parametrize(
    "tail",
    [
        "<footer>© 2019 Harbour Courier</footer>",
        '<div class="comments"><time datetime="2020-01-01">1 January 2020</time></div>',
        '<div class="related"><a>Older story</a><time datetime="2018-01-01">1.1.2018</time></div>',
        "<p>The treaty was signed on 4 March 1998.</p>",
    ],
)
def test_other_dates_on_the_page_are_not_its_own(tail: str) -> None:
    found = meta("", tail=tail)
    assert found.published is None
    assert found.modified is None


def test_the_address_is_the_last_resort() -> None:
    assert published(meta("", url="https://x.example/2024/05/03/talks.html")) == (
        "2024-05-03",
        None,
    )
    assert published(meta("", url="https://x.example/2024/13/03/talks.html")) is None


def test_a_zone_is_taken_from_a_source_that_prints_the_same_minute() -> None:
    head = (
        '<script type="application/ld+json">'
        '{"@type": "NewsArticle", "datePublished": "2024-05-03T15:47"}</script>'
        '<meta property="article:published_time" content="2024-05-03T15:47:42+02:00">'
    )
    assert published(meta(head)) == ("2024-05-03T15:47:42", "+02:00")


@pytest.mark.parametrize("year", ["0001", "1969", "9999"])
def test_an_impossible_date_is_a_problem_and_no_date(year: str) -> None:
    found = meta(f'<meta property="article:published_time" content="{year}-01-01T00:00:00Z">')
    assert found.published is None
    assert [problem.code for problem in found.problems] == ["E_DATE"]


@pytest.mark.parametrize(
    ("written", "value", "zone"),
    [
        ("2024-05-03", "2024-05-03", None),
        ("2024-05-03T15:47:42.1234567Z", "2024-05-03T15:47:42", "UTC"),
        ("1714744062000", "2024-05-03T13:47:42", "UTC"),
        ("1714744062", "2024-05-03T13:47:42", "UTC"),
        ("Mon, 05 Aug 2024 12:47:21 GMT", "2024-08-05T12:47:21", "UTC"),
        ("May 15th, 2023", "2023-05-15", None),
    ],
)
def test_forms_of_declared_dates(written: str, value: str, zone: str | None) -> None:
    instant = parse_declared(written)
    assert instant is not None
    assert (instant.value, instant.zone) == (value, zone)


def test_java_dates() -> None:
    instant = parse_declared("Fri Apr 28 19:20:36 CEST 2023")
    assert instant is not None
    assert instant.value == "2023-04-28T19:20:36"


@pytest.mark.parametrize(
    "written", ["", "yesterday", "2023-02-30", "99999999999999", "03/04/2023", "x" * 9000]
)
def test_what_is_no_date_gives_none(written: str) -> None:
    assert parse_declared(written) is None
