"""Whole pages, written for these tests in the manner of news sites."""

from __future__ import annotations

import gc
import time

import pytest

from dragoman.reading.html import read_html
from dragoman.records import Article

STORY = """<!DOCTYPE html>
<html lang="en"><head><title>Ministers meet in Oslo over grain corridor | The Harbour Post</title>
<meta property="og:title" content="Ministers meet in Oslo over grain corridor">
<meta property="og:site_name" content="The Harbour Post">
<meta property="article:published_time" content="2024-03-05T10:15:00+01:00">
<script type="application/ld+json">{"@type": "NewsArticle", "headline":
 "Ministers meet in Oslo over grain corridor", "author": {"@type": "Person", "name": "Ines Falk"},
 "datePublished": "2024-03-05T10:15:00+01:00"}</script></head>
<body>
<header class="site-header"><a href="/">The Harbour Post</a>
<nav><ul><li><a href="/world">World</a></li><li><a href="/sea">Sea</a></li></ul></nav></header>
<main><article class="article">
<h1>Ministers meet in Oslo over grain corridor</h1>
<p class="article__standfirst">Four governments look for a way to keep the ports open
 after insurers withdrew.</p>
<div class="article__byline">By <a href="/people/ines-falk">Ines Falk</a></div>
<time datetime="2024-03-05T10:15:00+01:00">5 March 2024, 10:15</time>
<figure><img src="/img/port.jpg" alt="Cranes in the port"><figcaption>Cranes in the port of Mykra on
 Monday. <span class="credit">Photo: Jon Aker / Nordbild</span></figcaption></figure>
<div class="article__body">
<p>The foreign ministers of four countries met in Oslo on Tuesday to save the agreement that lets
 grain ships leave the bay, after the last insurer withdrew its cover.</p>
<p>&ldquo;We are closer than we were yesterday,&rdquo; the Norwegian minister, Kari Lund, said after
 the first session. She spoke of <a href="https://example.org/terms">new terms</a> for the crews.</p>
<div class="newsletter-signup"><h3>Sign up to our newsletter</h3><p>The week at sea, in your inbox
 every Friday. <a href="/newsletter">Sign up</a></p></div>
<h2>What the insurers want</h2>
<p>The insurers ask for escorts, for an open channel between the navies and for a common list of the
 ships that have been inspected, two officials told the paper.</p>
<ul><li>Escorts through the strait, paid by the four governments together.</li>
<li>A list of inspected ships, published on each working day.</li></ul>
<div class="related"><h3>Read more</h3><ul><li><a href="/a">Why the ports closed last spring</a></li>
<li><a href="/b">The captain who stayed in the bay</a></li></ul></div>
<p>The talks go on until Thursday. A first convoy could leave next week if the navies agree, a
 spokesman for the Norwegian government said on Tuesday evening.</p>
</div></article>
<section id="comments" class="comments"><h2>Comments (2)</h2>
<div class="comment-body"><p>I have worked on these ships for twenty years and nobody ever asked the
 crews what they think about any of these agreements, so good luck to them all.</p></div>
<div class="comment-body"><p>The last convoy took three weeks to assemble and then it rained for the
 whole of the passage, as my brother, who was on it, likes to tell everybody.</p></div></section>
</main>
<footer><p>© 2024 The Harbour Post. All rights reserved.</p><a href="/privacy">Privacy</a></footer>
</body></html>"""

INDEX = (
    "<html><head><title>The Harbour Post</title><meta property='og:type' content='website'></head>"
    "<body><nav><a href='/world'>World</a> <a href='/sea'>Sea</a></nav>"
    + "".join(
        f"<div class='teaser'><a href='/{n}'><h3>Ship number {n} leaves the bay</h3></a></div>"
        for n in range(30)
    )
    + "<footer>© 2024</footer></body></html>"
)
COOKIE_WALL = (
    "<html><body><div class='consent'><h2>We value your privacy</h2><p>We use cookies.</p>"
    "<button>Accept all</button></div></body></html>"
)


def read(html: str) -> Article:
    return read_html(html, "https://harbour.example/world/grain", "0" * 64)


@pytest.fixture(scope="module")
def story() -> Article:
    return read(STORY)


def texts(article: Article, kind: str) -> list[str]:
    return [article.words(b.span) for b in article.blocks if b.kind == kind]


def test_running_text_is_kept_and_the_rest_is_not(story: Article) -> None:
    assert [text[:20] for text in texts(story, "paragraph")] == [
        "The foreign minister",
        "“We are closer than ",
        "The insurers ask for",
        "The talks go on unti",
    ]
    assert texts(story, "subhead") == ["What the insurers want"]
    assert texts(story, "list_item")[0].startswith("Escorts through the strait")
    for furniture in ("newsletter", "Sign up", "ports closed", "twenty years", "rights reserved"):
        assert furniture not in story.text


def test_headline_standfirst_byline_and_date_come_first(story: Article) -> None:
    assert [block.kind for block in story.blocks[:4]] == [
        "headline",
        "standfirst",
        "byline",
        "dateline",
    ]
    assert story.text.startswith("Ministers meet in Oslo over grain corridor\n\nFour governments")
    assert story.headline == "Ministers meet in Oslo over grain corridor"
    assert story.byline == ("Ines Falk",)


def test_captions_stand_at_their_place_with_exact_spans(story: Article) -> None:
    (image,) = story.images
    assert image.caption_span is not None
    assert story.words(image.caption_span) == image.caption
    assert image.caption == "Cranes in the port of Mykra on Monday."
    assert story.body.count("Cranes") == 0


def test_blocks_hold_all_text_but_blank_lines(story: Article) -> None:
    at = 0
    for block in story.blocks:
        assert story.text[at : block.span.start] in {"", "\n\n"}
        at = block.span.end
    assert at == len(story.text)


def test_links_of_the_body_point_at_their_words(story: Article) -> None:
    assert [(story.words(link.span), link.url) for link in story.links] == [
        ("new terms", "https://example.org/terms")
    ]


def test_links_that_are_no_web_addresses_are_dropped() -> None:
    page = STORY.replace("https://example.org/terms", "javascript:alert(1)")
    assert read(page).links == ()


def test_words_that_the_page_hides_are_not_in_the_article() -> None:
    secret = "Reuters has confirmed all of this and the convoy has left the bay already, it said."
    for hidden in (
        f'<p style="display:none">{secret}</p>',
        f"<noscript><p>{secret}</p></noscript>",
        f"<!-- <p>{secret}</p> -->",
        f"<template><p>{secret}</p></template>",
        f'<p><span style="font-size:0">{secret}</span></p>',
    ):
        changed = STORY.replace("<h2>What", f"{hidden}<h2>What")
        assert read(changed).text == read(STORY).text


def test_a_paragraph_that_a_page_prints_twice_stands_once() -> None:
    start = STORY.index("<p>The insurers ask")
    paragraph = STORY[start : STORY.index("</p>", start) + 4]
    assert read(STORY.replace(paragraph, paragraph * 2)).text == read(STORY).text


@pytest.mark.parametrize("html", [INDEX, COOKIE_WALL, "", "<p>Hello</p>", "plain words"])
def test_a_page_without_article_says_so(html: str) -> None:
    problems = {problem.code: problem for problem in read(html).problems}
    assert problems["E_NO_ARTICLE"].severity == "error"
    assert problems["E_NO_ARTICLE"].hint


def test_html_cut_in_the_middle_gives_what_is_there() -> None:
    cut = read(STORY[: STORY.index("The talks go on")])
    assert "E_TRUNCATED" in {problem.code for problem in cut.problems}
    assert "The insurers ask for escorts" in cut.body


def test_reading_twice_gives_the_same() -> None:
    assert read(STORY) == read(STORY)


@pytest.mark.parametrize(
    "html",
    [
        "<p>Word after word, and then another word.</p>" * 80_000,
        "<div>" * 200_000 + "deep",
        "<table>" + '<td colspan="1000000000">cell</td>' * 50 + "</table>",
        "".join(f'<p a{n}="x" b="y" c="z">Word</p>' for n in range(20_000)),
        "<p>" + "(" * 100_000 + "</p>",
        "<p>" + "x" * 1_000_000 + "</p>",
        '<script type="application/ld+json">{"articleBody": "' + "y " * 400_000 + '"}</script>',
        "<a href='" + "/a" * 50_000 + "'>" + "<b>" * 5_000 + "word",
    ],
    ids=["80k-p", "deep", "colspan", "attributes", "parentheses", "one-word", "jsonld", "bold"],
)
def test_hostile_pages_are_read_in_time(html: str) -> None:
    gc.freeze()  # what earlier tests left is not searched again for every 700 new objects
    start = time.process_time()
    try:
        article = read(html)
        assert time.process_time() - start < 20
    finally:
        gc.unfreeze()
    assert len(article.text) <= len(html)
