from __future__ import annotations

import time

from dragoman.reading.html.dom import parse_page
from dragoman.reading.html.segments import Segment, cut_segments


def cut(html: str) -> list[Segment]:
    return cut_segments(parse_page(html)).segments


def test_paragraphs_headings_and_items_are_segments_of_their_own() -> None:
    found = cut(
        "<h2>Head</h2><p>One <b>bold</b> word.</p><ul><li>first</li><li>second</li></ul>tail"
    )
    assert [(s.text, s.holder.tag) for s in found] == [
        ("Head", "h2"),
        ("One bold word.", "p"),
        ("first", "li"),
        ("second", "li"),
        ("tail", "body"),
    ]


def test_two_line_breaks_part_paragraphs_and_one_does_after_a_sentence() -> None:
    found = cut("<div>First one<br>goes on.<br>Second<br><br>Third<br/>goes on</div>")
    assert [s.text for s in found] == ["First one goes on.", "Second", "Third goes on"]


def test_links_point_at_their_words() -> None:
    (found,) = cut('<p>See  <a href="/a">the \n report</a> and <a href="/b"><i> more</i></a>.</p>')
    assert [(span.of(found.text), href) for span, href in found.links] == [
        ("the report", "/a"),
        ("more", "/b"),
    ]
    assert 0 < found.link_share < 1


def test_a_link_around_paragraphs_is_kept_in_each() -> None:
    found = cut('<a href="/a"><p>One</p><p>Two</p></a><p>Three</p>')
    assert [[span.of(s.text) for span, _ in s.links] for s in found] == [["One"], ["Two"], []]


def test_controls_and_media_hold_no_text() -> None:
    found = cut("<p>a</p><button>b</button><select><option>c</select><svg><title>d</title></svg>e")
    assert [s.text for s in found] == ["a", "e"]


def test_80000_paragraphs_are_cut_in_time() -> None:
    start = time.process_time()
    assert len(cut("<p>Word after word.</p>" * 80_000)) == 80_000
    assert time.process_time() - start < 10
