"""No record without words under it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from dragoman.errors import EvidenceError
from dragoman.records import (
    Actor,
    Article,
    ChainLink,
    Mention,
    Quotation,
    Readout,
    SourceChain,
    Span,
    TimeRef,
    json_schema,
    spans_in,
)

TEXT = "Anna Berg said the bridge was safe, Reuters reported. She left on Monday."
ARTICLE = Article.from_text(TEXT, published="2024-05-06")


def quotation(span: Span) -> Quotation:
    return Quotation(id="q1", evidence=(span,), kind="indirect", content=(span,), text="x")


def chain(scope: str, name: str, covers: tuple[Span, ...]) -> SourceChain:
    link = ChainLink(role="speaker", name=name, span=Span(0, 9))
    return SourceChain(
        id="c" + name, evidence=(Span(0, 9),), links=(link,), scope=scope, covers=covers
    )


@pytest.mark.parametrize("span", [Span(5, 5), Span(9, 4), Span(0, len(TEXT) + 1), Span(-1, 3)])
def test_a_span_outside_the_text_is_refused(span: Span) -> None:
    with pytest.raises((EvidenceError, ValidationError)):
        Readout(article=ARTICLE, quotations=(quotation(span),))


def test_a_record_needs_evidence() -> None:
    with pytest.raises(ValidationError):
        TimeRef(id="t1", evidence=(), type="DATE", value=None, span=Span(0, 4), text="Anna")


def test_a_link_needs_words_unless_it_is_editorial() -> None:
    assert ChainLink(role="editorial", name="The Harbour Gazette").span is None
    with pytest.raises((EvidenceError, ValidationError)):
        ChainLink(role="agency", name="Reuters")


def test_chain_for_takes_the_narrowest_then_the_article_s() -> None:
    narrow, wide = (
        chain("quotation", "narrow", (Span(15, 34),)),
        chain("event", "wide", (Span(0, 53),)),
    )
    whole = chain("article", "whole", (Span(0, 70),))
    readout = Readout(article=ARTICLE, chains=(whole, wide, narrow))
    assert readout.chain_for((15, 34)) == narrow
    assert readout.chain_for((36, 43)) == wide
    assert readout.chain_for((54, 60)) == whole
    assert readout.chain_for((71, 73)) is None


def test_actor_at_takes_the_best_mention() -> None:
    anna = Actor(id="s1", evidence=(Span(0, 9),), name="Anna Berg", kind="person")
    agency = Actor(id="s2", evidence=(Span(36, 43),), name="Reuters", kind="media")
    mentions = tuple(
        Mention(
            id=f"m{i}", evidence=(s,), actor_id=a.id, kind="name", span=s, text=s.of(TEXT), head=s
        )
        for i, (a, s) in enumerate([(anna, Span(0, 9)), (agency, Span(36, 43))])
    )
    readout = Readout(article=ARTICLE, actors=(anna, agency), mentions=mentions)
    assert readout.actor_at((5, 9)) == anna
    assert readout.actor_at((36, 43)) == agency
    assert readout.actor_at((50, 53)) is None


@given(st.integers(0, len(TEXT) - 2), st.integers(1, 10))
def test_readouts_round_trip_through_json(start: int, length: int) -> None:
    span = Span(start, min(len(TEXT), start + length))
    readout = Readout(article=ARTICLE, quotations=(quotation(span),))
    again = Readout.model_validate_json(readout.model_dump_json())
    assert again == readout
    assert list(spans_in(again.quotations[0])) == [span, span]


def test_the_schema_knows_every_record() -> None:
    schema = json_schema()
    assert {"Readout", "Article", "Quotation", "Event", "SourceChain", "Problem"} <= set(
        schema["$defs"]
    )
