from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.reading.html.dom import Page, parse_page
from dragoman.reading.html.segments import cut_segments


def words(page: Page) -> str:
    return " ".join(segment.text for segment in cut_segments(page).segments)


def codes(page: Page) -> dict[str, str]:
    return {problem.code: problem.severity for problem in page.problems}


def test_200000_nested_elements_are_flagged_not_lost_in_silence() -> None:
    page = parse_page("<body>" + "<div>" * 200_000 + "deep" + "</div>" * 200_000 + "</body></html>")
    assert codes(page)["E_DEPTH"] == "warning"


def test_300_nested_elements_are_read_with_a_note() -> None:
    page = parse_page("<body>" + "<div>" * 300 + "deep" + "</div>" * 300 + "<p>after</body></html>")
    assert codes(page) == {"E_DEPTH": "note"}
    assert words(page) == "deep after"


@pytest.mark.parametrize("value", ['="x"', "", "='y'"])
def test_200000_attributes_cost_no_time(value: str) -> None:
    attributes = " ".join(f"a{number}{value}" for number in range(200_000))
    start = time.process_time()
    page = parse_page(f"<p {attributes}>hello</p>")
    assert time.process_time() - start < 5
    assert words(page) == "hello"


def test_a_long_data_address_keeps_its_tag() -> None:
    page = parse_page(f'<p id="here" data-image="data:image/png;base64,{"A" * 90_000}">hello</p>')
    assert page.tree.xpath("//p/@id") == ["here"]


@pytest.mark.parametrize(
    ("html", "seen"),
    [
        ("<p>a</p><!-- never closed <p>b</p>", "a"),
        ("<p>a<![CDATA[ x ><p>b</p>", "a b"),
        ("<p>a</p><plaintext><p>b</p>", "a <p>b</p>"),
        ("<p>a</p><template><p>b</p></template><p>c</p>", "a c"),
        ("<p>a</p><script>var b = '<p>c</p>'</script><p>d</p>", "a d"),
        ("<p>a</p><style>p{color:red}</style>b", "a b"),
        ("<p>a</p><noscript><p>b</p></noscript>", "a"),
        ('<p>a</p><p style="DISPLAY : none">b</p>', "a"),
        ("<p>a</p><div hidden><p>b</p></div>", "a"),
        ('<p>a</p><p style="font-size:0">b</p><p style="font-size:0.9em">c</p>', "a c"),
        ('<p>a</p><p style="visibility:hidden">b</p>', "a"),
        ('<p>a</p><div class="c-paywall" hidden><p>b</p></div>', "a b"),
        ("<p>a\x00b\ud800c</p>", "a�b�c"),
        ("<p>co\u00adop\u200berate&nbsp;&amp; go</p>", "cooperate & go"),
        ('<?xml version="1.0" encoding="latin-1"?><p>é</p>', "é"),
        ("", ""),
        ("<", "<"),
    ],
)
def test_what_a_reader_sees(html: str, seen: str) -> None:
    assert words(parse_page(html)) == seen


@pytest.mark.parametrize(
    "html",
    [
        "<html><body><p>One.</p><p>Two",
        "<html><body><p>One.</p><p class='",
        "<html><body><p>One.</p><!-- and so on",
    ],
)
def test_html_cut_in_the_middle_is_flagged(html: str) -> None:
    assert codes(parse_page(html)) == {"E_TRUNCATED": "warning"}


@pytest.mark.parametrize(
    "html", ["<p>One.</p>", "One < two", "<html><body><p>One.</p></body></html>\n<!-- 0.1 s -->"]
)
def test_whole_html_is_not_flagged(html: str) -> None:
    assert codes(parse_page(html)) == {}


@pytest.mark.parametrize(
    ("script", "types"),
    [
        ('{"@type": "NewsArticle"}', ["NewsArticle"]),
        ('[{"@type": "A"}, [{"@type": "B"}]]', ["A", "B"]),
        ('{"@graph": [{"@type": "A"}, {"@type": "B"}]}', ["A", "B"]),
        ('<!-- {"@type": "A", "n": NaN,} -->', ["A"]),
        ('{"@type": "A", "text": "one\ntwo"};', ["A"]),
        ('{"@type": "A", "@type": "B"}', ["B"]),
        ("[" * 100_000, []),
        ('{"a":' * 100_000, []),
        ("not JSON", []),
        ('"a string"', []),
        ("1" * 10_000, []),
        ('{"@type": "A", "text": "' + "x" * 1_100_000 + '"}', []),
    ],
)
def test_jsonld_is_read_with_patience(script: str, types: list[str]) -> None:
    page = parse_page(f'<script type="application/ld+json">{script}</script><p>hello</p>')
    assert [item.get("@type") for item in page.jsonld] == types
    assert words(page) == "hello"


@given(st.text(alphabet=st.sampled_from("<>/=!-\"' apdivbrl&;#x\x00\ud800é"), max_size=60))
def test_any_string_gives_a_page(html: str) -> None:
    for segment in cut_segments(parse_page(html)).segments:
        assert segment.text == segment.text.strip() != ""
        for span, _ in segment.links:
            assert span.of(segment.text).strip()
