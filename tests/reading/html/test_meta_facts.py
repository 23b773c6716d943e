"""Outlet, language, section, standfirst, canonical address; and pages made to break readers."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.reading.html.dom import parse_page
from dragoman.reading.html.images import read_images
from dragoman.reading.html.metadata import PageMetadata, clean_link, read_metadata

SENTENCE = "The two delegations met for the third time this month in the port city. "
URL = "https://www.courier.co.uk/world/a1"


def meta(head: str, body: str = "", root: str = "<html>") -> PageMetadata:
    page = f"{root}<head>{head}</head><body><h1>Ministers meet</h1>{body}<p>{SENTENCE * 3}</p></body></html>"
    return read_metadata(parse_page(page, URL))


@pytest.mark.parametrize(
    ("head", "outlet"),
    [
        ('<meta property="og:site_name" content="The Courier">', "The Courier"),
        (
            '<meta property="og:site_name" content="The Courier | News you can trust">',
            "The Courier",
        ),
        (
            (
                '<script type="application/ld+json">{"@type":"NewsArticle",'
                '"publisher":{"@type":"Organization","name":"The Courier"}}</script>'
            ),
            "The Courier",
        ),
        ('<meta name="application-name" content="The Courier">', "The Courier"),
        ("<title>Ministers meet | Courier</title>", "Courier"),
        ("<title>Ministers meet | Elsewhere</title>", None),
        ("", None),
    ],
)
def test_outlet(head: str, outlet: str | None) -> None:
    assert meta(head).outlet == outlet


def test_the_text_decides_about_the_language() -> None:
    assert meta("", root='<html lang="tr">').language == "en"


@pytest.mark.parametrize(
    ("tag", "code"), [("de-AT", "de"), ("nb_NO", "no"), ("iw", "he"), ("xx!", None)]
)
def test_the_declared_language_serves_where_there_is_no_text(tag: str, code: str | None) -> None:
    page = parse_page(f'<html lang="{tag}"><body><p>OK</p></body></html>', None)
    assert read_metadata(page).language == code


def test_section() -> None:
    assert meta('<meta property="article:section" content="World">').section == "World"


def test_standfirst_by_description_and_by_class() -> None:
    words = "A third meeting in a month raises hopes of a deal before winter."
    head = f'<meta property="og:description" content="{words}">'
    found = meta(head, f"<div><p>{words}</p></div>")
    assert found.standfirst == words
    assert found.standfirst_element is not None
    assert found.standfirst_element.tag == "p"
    assert meta("", f'<p class="article__standfirst">{words}</p>').standfirst == words


def test_a_caption_is_no_standfirst() -> None:
    words = "Ministers arrive at the harbour on Monday, photographed from the pier."
    head = f'<meta property="og:description" content="{words}">'
    assert (
        meta(head, f"<figure><img src='a.jpg'><figcaption>{words}</figcaption></figure>").standfirst
        is None
    )


def test_canonical_address_on_the_same_site() -> None:
    found = meta('<link rel="canonical" href="/world/ministers-meet">')
    assert found.canonical_url == "https://www.courier.co.uk/world/ministers-meet"
    assert found.problems == ()


def test_canonical_address_of_another_site_is_refused() -> None:
    found = meta('<link rel="canonical" href="https://other.co.uk/world/a1">')
    assert found.canonical_url is None
    assert [(p.code, p.severity) for p in found.problems] == [("E_URL", "note")]


def test_base_and_refresh_are_never_followed() -> None:
    head = (
        '<base href="https://evil.example/"><meta http-equiv="refresh" content="0;url=https://evil.example/">'
        '<link rel="canonical" href="world/b2">'
    )
    assert meta(head).canonical_url == "https://www.courier.co.uk/world/world/b2"


@pytest.mark.parametrize(
    "href",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "mailto:a@b.example",
        "http://[",
        "http://user:pw@host.example/",
        "https://host.example/a b",
        "https://host.example:99999/",
        "//",
        "#top",
        "",
        "https://x.example/" + "a" * 3000,
    ],
)
def test_links_that_are_dropped(href: str) -> None:
    assert clean_link(href, None) is None


@pytest.mark.parametrize(
    "script",
    [
        '{"@type": "NewsArticle", "headline": NaN, "author": Infinity, "datePublished": 5}',
        '{"@type": "NewsArticle", "headline": {"a": []}, "author": {"name": {"x": 1}}, "image": 7}',
        '{"@type": "NewsArticle", "author": "A Bee", "author": ["C Dee"]}',
        '{"@type": ["NewsArticle", 5, null], "author": [null, 3, true, ["", {}]]}',
        '{"@type": "NewsArticle", "author": ' + "[" * 900 + "]" * 900 + "}",
        '{"@type": "NewsArticle", "mainEntity": ' * 60 + "1" + "}" * 60,
        '{"@type": "NewsArticle", "publisher": [], "articleSection": {}, "inLanguage": 4, "@id": []}',
        "[" * 5000,
        '"just a string"',
        "{",
    ],
)
def test_abused_json_ld_gives_a_page_all_the_same(script: str) -> None:
    found = meta(
        f'<script type="application/ld+json">{script}</script><title>Ministers meet</title>'
    )
    assert found.headline == "Ministers meet"


@settings(max_examples=60, deadline=None)
@given(
    st.text(alphabet=st.sampled_from(list("<>/=\"' abh1pdivtimeclassauthor:©0123.-")), max_size=300)
)
def test_any_source_gives_metadata_and_pictures(source: str) -> None:
    page = parse_page(source, URL)
    read_metadata(page)
    read_images(page)
