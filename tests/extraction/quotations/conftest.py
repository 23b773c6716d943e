"""A cast made by hand, so that these tests hold whatever the actors stage finds."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

import pytest

from dragoman.extraction.cast import Cast
from dragoman.extraction.passages import ParsedArticle, parse_all
from dragoman.extraction.quotations import find_quotations
from dragoman.extraction.reference import resolve_pronouns
from dragoman.extraction.speech import Speech
from dragoman.extraction.times import find_times
from dragoman.records import Actor, Article, Block, Mention, Quotation, Span
from dragoman.records.base import record_id

from dragoman.extraction.language import LanguageModel  # isort: skip

PEOPLE = {
    "Maria Sandu": ("MDA",),
    "Ilie Rotaru": ("MDA",),
    "Anna Lindqvist": ("SWE",),
    "Tom Baker": ("GBR",),
    "Petro Hnatiuk": ("UKR",),
}
STATES = {"Moldova": "MDA", "Sweden": "SWE", "Ukraine": "UKR", "Romania": "ROU"}


def cast_of(article: Article) -> Cast:
    """Name each person of PEOPLE (by full name or surname) and each state where it stands."""
    actors: dict[str, Actor] = {}
    mentions: list[Mention] = []

    def add(name: str, pattern: str, kind: str, countries: tuple[str, ...]) -> None:
        for match in re.finditer(pattern, article.text):
            span = Span(*match.span())
            if any(m.span.overlaps(span) for m in mentions):
                continue
            if name not in actors:
                actors[name] = Actor.model_validate(
                    {
                        "id": record_id(article.id, "actor", span),
                        "evidence": (span,),
                        "name": name,
                        "kind": kind,
                        "countries": countries,
                    }
                )
            mentions.append(
                Mention(
                    id=record_id(article.id, "mention", span),
                    evidence=(span,),
                    actor_id=actors[name].id,
                    kind="name",
                    span=span,
                    text=match[0],
                    head=span,
                    confidence=0.95,
                )
            )

    for name, countries in PEOPLE.items():
        first, last = name.split()
        add(name, rf"\b(?:{first} )?{last}\b", "person", countries)
    for name, code in STATES.items():
        add(name, rf"\b{name}\b", "state", (code,))
    return Cast(tuple(actors.values()), tuple(mentions))


class Said(NamedTuple):
    """A quotation in the words of its text."""

    kind: str
    content: tuple[str, ...]
    cue: str | None
    speakers: tuple[str, ...]


class Heard(NamedTuple):
    """What the stage found in one text."""

    article: Article
    speech: Speech

    @property
    def said(self) -> list[Said]:
        return [self.words(q) for q in self.speech.quotations]

    def words(self, quotation: Quotation) -> Said:
        return Said(
            quotation.kind,
            tuple(self.article.words(s) for s in quotation.content),
            quotation.cue_text,
            tuple(s.text for s in quotation.speakers),
        )

    @property
    def only(self) -> Quotation:
        assert len(self.speech.quotations) == 1, self.said
        return self.speech.quotations[0]


@pytest.fixture(scope="session")
def hear(model: LanguageModel) -> Callable[..., Heard]:
    """Find the quotations of a text: ``hear("…", headline=True)`` makes line one a headline."""

    def heard(text: str, *, headline: bool = False, caption: bool = False) -> Heard:
        article = Article.from_text(text, published="2024-03-14")
        if headline:
            article = with_kind(article, 0, "headline")
        if caption:
            article = with_kind(article, -1, "caption")
        parsed: ParsedArticle = next(parse_all([article], model))
        cast = resolve_pronouns(parsed, cast_of(article))
        return Heard(article, find_quotations(parsed, cast, find_times(parsed)))

    return heard


def with_kind(article: Article, number: int, kind: str) -> Article:
    blocks = list(article.blocks)
    blocks[number] = Block.model_validate({"kind": kind, "span": blocks[number].span})
    return article.model_copy(update={"blocks": tuple(blocks)})
