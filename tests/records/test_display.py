"""What notebooks show: the words marked, and nothing of a page acts."""

from __future__ import annotations

from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from dragoman.archive import ArchiveFile
from dragoman.records import Article, Readout, Span
from dragoman.text.markup import escaped, excerpt, marked, table

HOSTILE = '<script>alert(1)</script><img src=x onerror="x">&amp;\'"\u202e\x1b[31m'
ALLOWED = {
    "div",
    "table",
    "caption",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
    "p",
    "strong",
    "br",
    "mark",
}


def parsed(document: str) -> etree._Element:
    """Parse what is shown as strictly as XML: every tag is closed, every mark is escaped."""
    return etree.fromstring(f"<div>{document.replace('<br>', '<br/>')}</div>")


def marks(document: str) -> list[str]:
    """Return what is marked."""
    return ["".join(map(str, mark.itertext())) for mark in parsed(document).iter("mark")]


@given(st.text(), st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=6))
def test_any_text_with_any_marks_is_shown_whole(text: str, spans: list[tuple[int, int]]) -> None:
    wanted = [Span(*sorted(span)) for span in spans]
    shown = parsed(marked(text, wanted).translate({0xFFFE: "?", 0xFFFF: "?"}))
    plain = "".join(map(str, shown.itertext()))
    assert len(plain) == len(text)
    assert {element.tag for element in shown.iter()} <= {"div", "mark"}
    inside = {at for span in wanted for at in range(*span) if at < len(text)}
    assert sum(len(m.text or "") for m in shown.iter("mark")) == len(inside)


def test_an_excerpt_is_of_one_paragraph() -> None:
    text = "Before.\n" + "word " * 100 + "Holm spoke. " + "word " * 100 + "\nAfter."
    span = Span(text.index("Holm"), text.index(" spoke"))
    shown = excerpt(text, [span])
    assert marks(shown) == ["Holm"]
    assert shown.startswith("… ")
    assert shown.endswith(" …")
    assert len("".join(map(str, parsed(shown).itertext()))) < 340
    assert excerpt("Holm spoke.\nAfter.", [Span(0, 4)]).count("…") == 0


def test_a_table_tells_a_screen_reader_what_it_is() -> None:
    root = parsed(table("Events: 2", ("type",), [("AID",)]))
    assert root.findtext(".//caption") == "Events: 2"
    assert [head.get("scope") for head in root.iter("th")] == ["col"]
    assert "color:" not in (root.find(".//td").get("style") or "")  # type: ignore[union-attr]


def test_a_readout_shows_its_quotations_and_events(readout: Readout) -> None:
    shown = readout._repr_html_()
    assert "Anna Holm visited" not in marks(shown)
    assert readout.article.words(readout.events[0].evidence[0]) in marks(shown)
    assert readout.quotations[0].content[0].of(readout.article.text) in marks(shown)
    captions = [caption.text for caption in parsed(shown).iter("caption")]
    assert captions == [
        f"Quotations: {len(readout.quotations)}", f"Events: {len(readout.events)}"
    ]  # fmt: skip


def test_single_records_show_their_words(readout: Readout) -> None:
    event, quotation = readout.events[0], readout.quotations[0]
    assert marks(event._repr_html_()) == [event.trigger_text]
    assert escaped(quotation.text) in quotation._repr_html_()


def test_a_search_and_its_records_show_their_words(tmp_path: Path, readout: Readout) -> None:
    with ArchiveFile(tmp_path / "x.dragoman") as archive:
        archive.put(readout)
        found = archive.search("grain type:CONSULT")
        assert marks(found._repr_html_())[0] == "grain"
        assert marks(found.hits[0]._repr_html_()) == [e.words for e in found.hits[0].evidence]
        events = archive.events()
        assert marks(events._repr_html_()) == [event.trigger for event in events]
        for records in (archive.quotations(), archive.positions()):
            assert parsed(records._repr_html_()).findtext(".//caption") == (f"{len(records)} (all)")


@pytest.mark.parametrize("words", [HOSTILE, "<b>", "&lt;script&gt;", "\x00\ud7ff"])
def test_hostile_words_are_only_words(tmp_path: Path, crafted: ModuleType, words: str) -> None:
    readout = crafted.readout()
    page = readout.article.model_copy(update={"headline": words, "outlet": words, "url": words})
    actors = tuple(actor.model_copy(update={"name": words}) for actor in readout.actors)
    hostile = readout.model_copy(
        update={
            "article": page,
            "actors": actors,
            "events": tuple(
                e.model_copy(
                    update={
                        "place": words,
                        "why": words,
                        "actors": tuple(p.model_copy(update={"name": words}) for p in e.actors),
                    }
                )
                for e in readout.events
            ),
            "quotations": tuple(
                q.model_copy(
                    update={
                        "text": words,
                        "speakers": tuple(s.model_copy(update={"name": words}) for s in q.speakers),
                    }
                )
                for q in readout.quotations
            ),
        }
    )
    shown = [
        hostile._repr_html_(),
        hostile.events[0]._repr_html_(),
        hostile.quotations[0]._repr_html_(),
    ]
    with ArchiveFile(tmp_path / "x.dragoman") as archive:
        archive.put(hostile)
        shown += [
            archive.search("grain")._repr_html_(),
            archive.events()._repr_html_(),
            archive.quotations()._repr_html_(),
        ]
    for document in shown:
        tags = {str(element.tag) for element in parsed(document).iter()}
        assert tags <= ALLOWED
        assert "\x1b" not in document
        assert "\u202e" not in document


def test_an_article_alone_is_shown() -> None:
    bare = Readout(article=Article.from_text("Nothing happened."))
    assert "(no headline)" in bare._repr_html_()
