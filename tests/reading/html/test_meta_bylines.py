"""Bylines: names only, as printed, from the source that names persons."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.reading.html.dom import parse_page
from dragoman.reading.html.metadata import PageMetadata, read_metadata
from dragoman.reading.html.metadata.names import looks_personal, names_in

TEXT = (
    "<p>" + "The two delegations met for the third time this month in the port city. " * 3 + "</p>"
)
SITE = '<meta property="og:site_name" content="Harbour Courier">'


def meta(head: str = "", lead: str = "", tail: str = "", author: object = None) -> PageMetadata:
    if author is not None:
        thing = json.dumps({"@type": "NewsArticle", "author": author})
        head += f'<script type="application/ld+json">{thing}</script>'
    body = f"<h1>Ministers meet in the port</h1>{lead}<div>{TEXT}{TEXT}{tail}</div>"
    page = f"<html><head>{SITE}{head}</head><body>{body}</body></html>"
    return read_metadata(parse_page(page, "https://harbourcourier.example/a"))


@pytest.mark.parametrize(
    ("written", "names"),
    [
        ("By Anna Muster and Jan Beispiel", ("Anna Muster", "Jan Beispiel")),
        (
            "Von: Anna Muster, Jan Beispiel und Eva Probe",
            ("Anna Muster", "Jan Beispiel", "Eva Probe"),
        ),
        ("Par Anne Modèle et Jean Essai", ("Anne Modèle", "Jean Essai")),
        ("Ana Prueba y José Ortega y Gasset", ("Ana Prueba", "José Ortega y Gasset")),
        ("Anna Muster Staff Writer", ("Anna Muster",)),
        ("Anna Muster (Reuters)", ("Anna Muster",)),
        ("Anna Muster; AFP", ("Anna Muster", "AFP")),
        ("AFP", ("AFP",)),
        ("dpa", ("dpa",)),
        ("Dr. Max Muster", ("Dr. Max Muster",)),
        ("Di Maria", ("Di Maria",)),
        ("anna.muster@courier.example", ()),
        ("https://courier.example/author/anna", ()),
        ("anna-muster", ()),
        ("", ()),
    ],
)
def test_words_to_names(written: str, names: tuple[str, ...]) -> None:
    assert names_in(written) == names


def test_short_openers_are_cut_in_print_only() -> None:
    assert names_in("di Viola Prova", printed=True) == ("Viola Prova",)
    assert names_in("di Prova") == ("di Prova",)


@pytest.mark.parametrize(
    "author",
    [
        "Anna Muster",
        ["Anna Muster"],
        {"@type": "Person", "name": "Anna Muster"},
        [[{"@type": "Person", "name": "Anna Muster"}]],
        {"@type": "Person", "byline": "Anna Muster"},
        {"@type": "Person", "name": ["Anna Muster"]},
    ],
)
def test_shapes_of_json_ld(author: object) -> None:
    assert meta(author=author).byline == ("Anna Muster",)


def test_an_author_behind_an_id_is_looked_up() -> None:
    graph = [
        {"@type": "NewsArticle", "author": {"@id": "#a1"}},
        {"@type": "Person", "@id": "#a1", "name": "Anna Muster"},
    ]
    head = f'<script type="application/ld+json">{json.dumps({"@graph": graph})}</script>'
    assert meta(head).byline == ("Anna Muster",)


def test_the_sites_own_name_gives_way_to_a_printed_person() -> None:
    found = meta(
        author={"@type": "Organization", "name": "Harbour Courier"},
        lead='<p class="byline">By <a href="/authors/anna">Anna Muster</a>, Staff Writer</p>',
    )
    assert found.byline == ("Anna Muster",)
    assert [element.get("class") for element in found.byline_elements] == ["byline"]


def test_the_sites_own_name_stays_where_nothing_else_is_printed() -> None:
    assert meta(author={"@type": "Organization", "name": "Harbour Courier"}).byline == (
        "Harbour Courier",
    )


def test_a_desk_is_nobody() -> None:
    assert meta('<meta name="author" content="admin">').byline == ()


def test_an_address_in_the_metadata_is_no_name() -> None:
    head = '<meta property="article:author" content="https://social.example/harbourcourier">'
    assert meta(head).byline == ()


def test_library_metadata_is_turned_around() -> None:
    head = '<meta name="dc.creator" content="Muster, Anna"><meta name="dc.creator" content="Beispiel, Jan">'
    assert meta(head).byline == ("Anna Muster", "Jan Beispiel")


@pytest.mark.parametrize(
    ("lead", "names"),
    [
        ("<div>By Anna Muster</div>", ("Anna Muster",)),
        ('<div><span rel="author">Anna Muster</span></div>', ("Anna Muster",)),
        (
            '<div class="article-byline"><span>Anna Muster</span><span>Jan Beispiel</span></div>',
            ("Anna Muster", "Jan Beispiel"),
        ),
        ('<a href="/autoren/anna-muster">Anna Muster</a>', ("Anna Muster",)),
        ("<div><span>Anna Muster |</span> 5 April 2025</div>", ("Anna Muster",)),
        ("<div>AFP, MANILA</div>", ("AFP", "MANILA")),
        ('<div class="author"><b>Share</b></div>', ()),
        ('<aside class="related"><p class="byline">By Olga Andere</p></aside>', ()),
    ],
)
def test_printed_bylines(lead: str, names: tuple[str, ...]) -> None:
    assert meta(lead=lead).byline == names


def test_an_editor_is_not_the_author() -> None:
    found = meta(
        author={"@type": "Person", "name": "Eva Redaktion"},
        lead='<div class="author-name">Anna Muster</div>',
        tail="<p>Editor: Eva Redaktion</p>",
    )
    assert found.byline == ("Anna Muster",)


def test_a_signature_after_the_text_is_read() -> None:
    assert meta(tail="<p><strong>Anna Muster</strong></p>").byline == ("Anna Muster",)


def test_commenters_and_teasers_are_no_authors() -> None:
    tail = '<div class="comments"><span class="author">Olga Laut</span></div>'
    assert meta(tail=tail).byline == ()


@pytest.mark.parametrize(
    "text",
    ["Share on Facebook", "Read More", "3 min read", "Anna", "The quick brown fox jumps over"],
)
def test_words_that_are_no_persons(text: str) -> None:
    assert not looks_personal(text)


@given(st.text(max_size=200))
def test_any_words_give_clean_names(written: str) -> None:
    for name in names_in(written, printed=True):
        assert name == name.strip()
        assert any(ch.isalpha() for ch in name)
