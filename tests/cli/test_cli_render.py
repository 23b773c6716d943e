"""How a readout looks: complete, safe, sensible at any width, plain when piped."""

from __future__ import annotations

import io
import re
import unicodedata
from itertools import pairwise
from pathlib import Path
from types import ModuleType
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from dragoman.archive import ArticleSummary
from dragoman.cli.render.context import marked, plain, sentences
from dragoman.cli.render.layout import THEME, plain_lines, print_parts
from dragoman.cli.render.listing import articles, table
from dragoman.cli.render.pieces import day_words
from dragoman.cli.render.readout import readout_parts
from dragoman.cli.render.symbols import SEVERITY, STATUS
from dragoman.records import Article, Instant, Readout, Span
from dragoman.records.vocabulary import EventStatus, Severity
from dragoman.text.safe import safe_json, visible

ANSI = re.compile(r"\x1b\[[0-9;]*m")


def drawn(readout: Readout, width: int = 100, wanted: str | None = None) -> str:
    """Return what a terminal of this width gets, with its escape sequences."""
    file = io.StringIO()
    console = Console(
        file=file, force_terminal=True, color_system="standard", width=width, theme=THEME,
        highlight=False, markup=False, emoji=False,
    )  # fmt: skip
    print_parts(console, readout_parts(readout, wanted=wanted))
    return file.getvalue()


def flat(readout: Readout) -> str:
    """Return what a pipe gets."""
    return "\n".join(plain_lines(readout_parts(readout, underline=False)))


def test_everything_that_was_found_is_there(readout: Readout) -> None:
    for text in (flat(readout), ANSI.sub("", drawn(readout, 160))):
        for words in (
            readout.article.headline, "The Norland Courier", "12 May 2024, 09:30 (zone unknown)",
            "Per Lund, Mia Sand", "photo: Vesna Agency", "Anna Holm, Foreign Minister",
            "We are opening a road ... for bread,", "misquotation", "via Vesna Agency",
            "likely a translation", "words left out", "declined to comment", "happened",
            "Anna Holm (NOR GOV) → Sarmatia", "CONSULT (visit) 042", "claimed by Vesna Agency",
            "alleged", "at least 12 dead", "in April 2024", "in Port Vesna", "on 12 May 2024",
            "does not recognise: annexation of the port", "59.5° N, 10.2° E", "E_DATE",
            "Give one with --published.",
        ):  # fmt: skip
            assert words
            assert words in text, words


def test_the_source_chain_is_drawn_to_the_publisher(readout: Readout) -> None:
    whole = readout.chains[0].model_copy(update={"scope": "article", "covers": ()})
    text = flat(readout.model_copy(update={"chains": (whole,)}))
    assert "Source: Vesna Agency (agency) → The Norland Courier (publisher)" in text
    assert "Source: the page does not say" in flat(readout)


@pytest.mark.parametrize("width", [40, 60, 80, 120, 200])
def test_no_line_is_wider_than_the_terminal(readout: Readout, width: int) -> None:
    for line in ANSI.sub("", drawn(readout, width)).splitlines():
        assert len(line.rstrip()) <= width


def test_chains_and_mentions_are_listed_when_asked_for(readout: Readout) -> None:
    text = "\n".join(
        plain_lines(readout_parts(readout, only=["chains", "mentions"], underline=False))
    )
    assert "Vesna Agency (agency) · for the quotation" in text
    assert "We are opening a road" in text
    assert re.search(r"He +pronoun +Ilya Brand", text)
    assert "MENTIONS" not in flat(readout)


def test_the_plain_form_is_stable(readout: Readout) -> None:
    expected = Path(__file__).with_name("crafted_readout.txt").read_text(encoding="utf-8")
    assert flat(readout) + "\n" == expected


def test_evidence_is_underlined_in_its_sentence(readout: Readout) -> None:
    text = drawn(readout, 200)
    assert re.search(r"Sarmatian forces \x1b\[0m\x1b\[[0-9;]*4mshelled", text)


def test_layers_can_be_told_without_colour() -> None:
    assert set(STATUS) == set(get_args(EventStatus))
    assert len({s.symbol for s in STATUS.values()}) == len(STATUS)
    assert len({s.word for s in STATUS.values()}) == len(STATUS)
    assert set(SEVERITY) == set(get_args(Severity))


def test_a_pipe_gets_neither_escapes_nor_drawings_and_whole_sentences(readout: Readout) -> None:
    text = flat(readout)
    assert "\x1b" not in text
    assert not [ch for ch in text if "\u2500" <= ch <= "\u257f"]
    assert (
        "Foreign Minister Anna Holm of Norland visited Sarmatia on Sunday and signed a grain "
        "agreement with President Ilya Brand." in text
    )
    assert not [line for line in text.splitlines() if line != line.rstrip()]


def test_the_record_that_was_asked_for_stands_out(readout: Readout) -> None:
    event = readout.events[1]
    reverse = re.compile(r"\x1b\[[0-9;]*7m" + event.id[:8])
    assert reverse.search(drawn(readout, wanted=event.id))
    assert not reverse.search(drawn(readout))


def test_a_page_cannot_steer_the_terminal(readout: Readout) -> None:
    evil = "\x1b]0;owned\x07\x1b[2J\u202egnp.exe\x9b31m\r\n[bold red]x[/] :smile:"
    article = readout.article.model_copy(
        update={"headline": evil, "outlet": evil, "byline": (evil,), "url": evil}
    )
    actors = tuple(a.model_copy(update={"name": evil}) for a in readout.actors)
    speaker = readout.quotations[1].speakers[0].model_copy(update={"name": evil, "role": evil})
    said = readout.quotations[1].model_copy(update={"speakers": (speaker,), "text": evil})
    hurt = readout.model_copy(update={"article": article, "actors": actors, "quotations": (said,)})
    for text in (flat(hurt), ANSI.sub("", drawn(hurt, 80))):
        bad = [ch for ch in text if unicodedata.category(ch) in ("Cc", "Cf") and ch != "\n"]
        assert bad == []
    assert "[bold red]x[/] :smile:" in flat(hurt)  # shown, not obeyed
    assert drawn(hurt, 80).count("\x1b]") == 0


@given(st.text())
def test_visible_keeps_every_place(text: str) -> None:
    shown = visible(text)
    assert len(shown) == len(text)
    assert not [ch for ch in shown if unicodedata.category(ch) in ("Cc", "Cs", "Zl", "Zp")]
    assert visible(shown) == shown


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_json_is_made_safe_without_changing_its_value(text: str) -> None:
    import json

    document = safe_json(json.dumps({"text": text}, ensure_ascii=False))
    assert json.loads(document) == {"text": text}
    assert "\x9b" not in document
    assert "\u202e" not in document


@given(st.text(st.sampled_from("ab. “”\nA1?"), min_size=1, max_size=80), st.data())
def test_a_sentence_holds_its_spans(text: str, data: st.DataObject) -> None:
    article = Article.from_text(text)
    numbers = st.integers(0, len(text) - 1)
    spans = [
        Span(min(a, b), max(a, b) + 1)
        for a, b in data.draw(st.lists(st.tuples(numbers, numbers), min_size=1, max_size=3))
    ]
    found = sentences(article, spans)
    assert all(any(s.contains(span) for s in found) for span in spans)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert plain(article, spans)
    marked(article, spans)


def test_a_long_sentence_is_cut_between_words() -> None:
    text = " ".join(["word"] * 100) + " visited " + " ".join(["more"] * 100)
    article = Article.from_text(text)
    start = text.index("visited")
    shown = marked(article, [Span(start, start + 7)]).plain
    assert len(shown) < 160
    assert "visited" in shown
    assert re.fullmatch(r"\[…\] (word )+visited (more )+\[…\]", shown)


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("2023-11-01", "1 November 2023"), ("2023-10", "October 2023"), ("2023", "2023"),
        ("2023-11-01T13:56", "1 November 2023, 13:56"), ("PAST_REF", "in the past"),
        ("P3D", "3 days"), ("P1Y", "1 year"), ("2023-W44", "week 44 of 2023"),
        ("2023-13-01", "2023-13-01"), ("2023-11-01TMO", "1 November 2023, morning"), ("XXXX", "XXXX"),
    ],
)  # fmt: skip
def test_dates_are_said_in_words(value: str, words: str) -> None:
    assert day_words(value) == words


@pytest.mark.parametrize(
    ("zone", "words"), [(None, "zone unknown"), ("+02:00", "UTC+02:00"), ("UTC", "UTC")]
)
def test_the_zone_is_said_plainly(crafted: ModuleType, zone: str | None, words: str) -> None:
    when = Instant(value="2024-05-12T09:30", precision="minute", zone=zone)
    page = crafted.article().model_copy(update={"published": when})
    assert f"12 May 2024, 09:30 ({words})" in flat(Readout(article=page))


@pytest.mark.parametrize("width", [50, 80, 200])
def test_a_list_of_articles_fits_the_terminal_and_is_a_line_each_in_a_pipe(width: int) -> None:
    summary = ArticleSummary(
        id="a" + "b" * 16, headline="A long headline " * 8, outlet="The Norland Courier",
        published="2024-05-12T09:30", zone=None, language="en", url=None, revision=2,
        superseded_by=None, added_at="", quotations=1, events=2, problems=0,
    )  # fmt: skip
    file = io.StringIO()
    print_parts(
        Console(file=file, force_terminal=True, width=width, theme=THEME), articles([summary] * 3)
    )
    text = ANSI.sub("", file.getvalue())
    assert all(len(line.rstrip()) <= width for line in text.splitlines())
    assert text.count("abbbbbbb ") == 3
    lines = list(plain_lines(table([summary] * 3)))
    assert len(lines) == 3
    assert "1 quotation, 2 events" in lines[0]


def test_an_empty_readout_is_shown_too() -> None:
    text = flat(Readout(article=Article.from_text("Nothing happened.")))
    assert "(no headline)" in text
    assert "QUOTATIONS (0)" in text
