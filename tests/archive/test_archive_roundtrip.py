"""Any readout that can be made comes back equal, and its rows agree with it."""

from __future__ import annotations

import sqlite3
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any, get_args

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.archive import ArchiveFile
from dragoman.archive.packing import pack, unpack
from dragoman.records import (
    Actor,
    Article,
    Block,
    Event,
    Mention,
    Party,
    Problem,
    Quotation,
    Readout,
    Span,
    Speaker,
    article_id,
    record_id,
)
from dragoman.records.vocabulary import BlockKind, EventStatus, EventType, QuotationKind

# Everything that can stand in a text: NUL, astral characters, right-to-left marks, quotes.
TEXT = st.text(
    st.characters(exclude_categories=["Cs"]) | st.sampled_from("\0\u202e😀'\"\\\n"),
    min_size=4,
    max_size=60,
)
NAMES = st.none() | st.text(st.characters(exclude_categories=["Cs"]), max_size=12)


@st.composite
def readouts(draw: Callable[..., Any]) -> Readout:
    """A readout over a random text, with spans that lie in it."""
    text = draw(TEXT)
    spans = st.builds(
        lambda a, b: Span(min(a, b), max(a, b) + 1),
        st.integers(0, len(text) - 1),
        st.integers(0, len(text) - 1),
    )
    page = Article(
        id=article_id(draw(st.text("0123456789abcdef", min_size=8, max_size=8)), None),
        url=draw(st.none() | st.sampled_from(["https://a.example/", "https://b.example/"])),
        headline=draw(NAMES),
        outlet=draw(NAMES),
        text=text,
        raw_sha256="0" * 64,
        blocks=tuple(
            Block(kind=draw(st.sampled_from(get_args(BlockKind))), span=s)
            for s in draw(st.lists(spans, max_size=3))
        ),
    )
    actors = tuple(
        Actor(
            id=record_id(page.id, "actor", s),
            evidence=(s,),
            name=draw(NAMES) or "?",
            kind="person",
            countries=draw(st.lists(st.sampled_from(["RUS", "KAZ"]), max_size=2).map(tuple)),
        )
        for s in draw(st.lists(spans, max_size=3, unique=True))
    )
    who = st.none() | st.sampled_from([a.id for a in actors] or ["s-none"]) | st.just("s-unknown")
    mentions = tuple(
        Mention(
            id=record_id(page.id, "mention", s),
            evidence=(s,),
            actor_id=draw(who) or "s-unknown",
            kind="name",
            span=s,
            text=s.of(text),
            head=s,
        )
        for s in draw(st.lists(spans, max_size=3))
    )
    quotations = tuple(
        Quotation(
            id=record_id(page.id, "quotation", s),
            evidence=(s,),
            kind=draw(st.sampled_from(get_args(QuotationKind))),
            content=(s,),
            text=s.of(text),
            speakers=(Speaker(text=draw(NAMES) or "", name=draw(NAMES), actor_id=draw(who)),),
            chain_id=draw(st.none() | st.just("c-unknown")),
            confidence=draw(st.floats(0, 1)),
        )
        for s in draw(st.lists(spans, max_size=3))
    )
    events = tuple(
        Event(
            id=record_id(page.id, "event", s),
            evidence=(s,),
            type=draw(st.sampled_from(get_args(EventType))),
            quad=draw(st.integers(1, 4)),
            score=draw(st.floats(-10, 10)),
            actors=(Party(text=s.of(text), span=s, actor_id=draw(who)),),
            trigger=s,
            trigger_text=s.of(text),
            status=draw(st.sampled_from(get_args(EventStatus))),
            why="a test",
        )
        for s in draw(st.lists(spans, max_size=3))
    )
    problems = (Problem(code="E_DATE", message="?", span=draw(st.none() | spans)),)
    return Readout(
        article=page,
        actors=actors,
        mentions=mentions,
        quotations=quotations,
        events=events,
        problems=problems,
    )


@given(readouts())
@settings(max_examples=50, deadline=None)
def test_packing_loses_nothing(readout: Readout) -> None:
    assert unpack(pack(readout), readout.article.text) == readout


@given(st.lists(readouts(), min_size=1, max_size=3))
@settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)  # each example makes a file
def test_an_archive_gives_back_what_it_was_given(found: list[Readout]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "x.dragoman")
        with ArchiveFile(path) as archive:
            added = [archive.put(readout) for readout in found]
            for readout, result in zip(found, added, strict=True):
                if result.status == "unchanged":
                    continue
                back = archive.readout(readout.article.id)
                assert back.article.revision == result.revision
                same = back.article.model_copy(update={"revision": readout.article.revision})
                assert back.model_copy(update={"article": same}) == readout
        connection = sqlite3.connect(path)
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        (texts,) = connection.execute(
            "SELECT count(*) FROM event e JOIN article a ON a.key = e.article "
            "WHERE instr(a.text, char(0)) = 0 AND e.trigger_text <> "
            "substr(a.text, e.start_ + 1, e.end_ - e.start_)"
        ).fetchone()
        assert texts == 0
        connection.close()
