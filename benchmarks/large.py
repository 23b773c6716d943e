"""Makes a large archive from a seed, by inserting rows: nothing is extracted.

Every article has a text of its own, of words as unevenly frequent as in a language, over ten years;
its records point into that text. The packed readout is one of a few hundred that are made whole,
so that its size is that of a real one, while its ids are not those of the rows beside it.
"""

from __future__ import annotations

import random
import re
import sqlite3
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import accumulate
from pathlib import Path
from typing import Any, NamedTuple, get_args

from dragoman.archive import ArchiveFile, rows
from dragoman.archive.numbers import fill as numbers
from dragoman.archive.packing import pack
from dragoman.archive.search.fill import fill_records, fill_text
from dragoman.archive.search.terms import Terms
from dragoman.archive.sheet import insert
from dragoman.records import (
    Actor,
    Article,
    Block,
    ChainLink,
    Event,
    Instant,
    Mention,
    Party,
    Place,
    Quotation,
    Readout,
    SourceChain,
    Span,
    Speaker,
    TimeRef,
    article_id,
    record_id,
)
from dragoman.records.vocabulary import EventStatus, EventType

EVENTS, QUOTATIONS = 3, 3
"""In each article; actors, places, times and mentions come on top."""

_BATCH = 2_000
_WORDS_IN_SENTENCE, _SENTENCES = 22, 18
_DAYS = 3_652
_FIRST_DAY = date(2016, 1, 1)
_MADE_BY = "dragoman benchmark; no model; codebooks 00000000"
_PACKED = 300

COUNTRIES = (
    "USA", "RUS", "CHN", "UKR", "ISR", "GBR", "FRA", "DEU", "IRN", "TUR", "IND", "JPN", "KAZ", "SYR",
    "PAK", "EGY", "SAU", "KOR", "POL", "ITA", "BRA", "AZE", "ARM", "GEO", "UZB", "KGZ", "TJK", "MDA",
)  # fmt: skip
_WORDS = (
    "ceasefire", "talks", "sanctions", "minister", "president", "border", "troops", "agreement",
    "grain", "pipeline", "election", "missile", "embassy", "parliament", "refugees", "prisoners",
)  # fmt: skip
_SYLLABLES = (
    "ba",
    "re",
    "ti",
    "lo",
    "mu",
    "ka",
    "ne",
    "si",
    "do",
    "va",
    "gra",
    "shi",
    "ter",
    "lin",
)


class Vocabulary:
    """What articles are made of: words, people and outlets, the first the most frequent."""

    def __init__(self, rng: random.Random) -> None:
        made = {"".join(rng.choices(_SYLLABLES, k=rng.randint(1, 4))) for _ in range(60_000)}
        words = sorted(made)
        rng.shuffle(words)
        for place, word in enumerate(_WORDS):  # among the 100th to the 2,500th of a language
            words.insert(100 + 150 * place, word)
        self.words = words[:30_000]
        self.people = [
            f"{rng.choice(words).title()} {rng.choice(words).title()}" for _ in range(8_000)
        ]
        self.outlets = [f"{rng.choice(words).title()} Courier" for _ in range(120)]
        self._word_weights = _zipf(len(self.words))
        self._people_weights = _zipf(len(self.people))
        self._country_weights = _zipf(len(COUNTRIES))

    def text(self, rng: random.Random) -> str:
        """Return a text of paragraphs."""
        size = _WORDS_IN_SENTENCE * _SENTENCES
        drawn = rng.choices(self.words, cum_weights=self._word_weights, k=size)
        sentences = (
            " ".join(drawn[at : at + _WORDS_IN_SENTENCE]).capitalize() + "."
            for at in range(0, size, _WORDS_IN_SENTENCE)
        )
        return "\n".join(sentences)

    def person(self, rng: random.Random) -> tuple[str, str]:
        """Return somebody's name and country."""
        (number,) = rng.choices(range(len(self.people)), cum_weights=self._people_weights, k=1)
        (country,) = rng.choices(COUNTRIES, cum_weights=self._country_weights, k=1)
        return self.people[number], country


class Size(NamedTuple):
    """What was made: numbers of rows, and bytes of text in UTF-8."""

    articles: int
    events: int
    quotations: int
    text: int


def make(path: Path, articles: int, seed: int = 20260301) -> Size:
    """Make an archive of so many articles; the same seed makes the same rows."""
    rng = random.Random(seed)  # noqa: S311 - nothing secret
    words = Vocabulary(rng)
    packed = [pack(_Page(rng, words, number).readout()) for number in range(_PACKED)]
    text = 0
    with ArchiveFile(path) as archive:
        connection = archive._connection  # noqa: SLF001 - rows are put in past its one door
        terms = Terms(connection)
        for first in range(0, articles, _BATCH):
            connection.execute("BEGIN IMMEDIATE")
            for number in range(first, min(first + _BATCH, articles)):
                page = _Page(rng, words, number)
                _keep(connection, page.readout(), packed[number % _PACKED], terms)
                text += len(page.text.encode())
            connection.execute("COMMIT")
    return Size(articles, articles * EVENTS, articles * QUOTATIONS, text)


def readouts(rng: random.Random, words: Vocabulary, articles: int) -> Iterator[Readout]:
    """Yield made-up readouts, as `make` keeps them."""
    for number in range(articles):
        yield _Page(rng, words, number).readout()


def _keep(connection: sqlite3.Connection, readout: Readout, packed: bytes, terms: Terms) -> None:
    """Insert one readout as the archive's writer does, with a blob that is ready."""
    from dragoman.archive import asof, writer

    row = rows.article_row(readout.article, readout.made_by)
    row |= {"added_at": "2026-11-01T00:00:00.000+00:00", "record": packed}
    key = insert(connection, "article", row)
    writer.write_blocks(connection, readout.article, key)
    writer._records(connection, readout, key)  # noqa: SLF001
    fill_text(connection, key)
    fill_records(connection, key, terms)
    numbers.fill(connection, key)
    asof.fill(connection, key)


def _zipf(size: int) -> list[float]:
    return list(accumulate(1 / (rank + 2) for rank in range(size)))


class _Page:
    """One article and its records, made without checks: the archive is measured, not pydantic."""

    def __init__(self, rng: random.Random, words: Vocabulary, number: int) -> None:
        self._rng = rng
        self.text = words.text(rng)
        self._starts = _sentence_starts(self.text)
        self._day = _FIRST_DAY + timedelta(days=rng.randrange(_DAYS))
        self._id = article_id(f"{number:064x}", None)
        self._number = number
        self._outlet = words.outlets[min(int(rng.expovariate(0.06)), len(words.outlets) - 1)]
        self._people = [words.person(rng) for _ in range(5)]

    def readout(self) -> Readout:
        """Return the article with all its records."""
        actors = self._actors()
        places = self._places()
        chains = self._chains()
        return Readout.model_construct(
            article=self._article(),
            actors=actors,
            mentions=self._mentions(actors),
            places=places,
            times=self._times(),
            chains=chains,
            quotations=self._quotations(actors, chains),
            events=self._events(actors, places, chains),
            made_by=_MADE_BY,
        )

    def _article(self) -> Article:
        published = self._day.isoformat()
        return Article.model_construct(
            id=self._id,
            url=f"https://news.example/{self._number}",
            outlet=self._outlet,
            headline=self.text[: self._starts[1] - 1],
            published=Instant.model_construct(value=published, precision="day"),
            language="en",
            text=self.text,
            blocks=tuple(
                Block.model_construct(kind="paragraph", span=self._sentence(i))
                for i in range(len(self._starts) - 1)
            ),
            raw_sha256=f"{self._number:064x}",
            made_by=_MADE_BY,
        )

    def _sentence(self, number: int) -> Span:
        return Span(self._starts[number], self._starts[number + 1] - 1)

    def _some(self, number: int, length: int = 12) -> Span:
        start = self._starts[number % (len(self._starts) - 1)]
        return Span(start, start + length)

    def _common(self, kind: str, span: Span) -> dict[str, Any]:
        return {
            "id": record_id(self._id, kind, span), "evidence": (span,), "made_by": _MADE_BY,
        }  # fmt: skip

    def _actors(self) -> tuple[Actor, ...]:
        return tuple(
            Actor.model_construct(
                **self._common("actor", self._some(i, 9)), name=name, kind="person",
                countries=(country,), sector="GOV",
            )
            for i, (name, country) in enumerate(self._people)
        )  # fmt: skip

    def _mentions(self, actors: Sequence[Actor]) -> tuple[Mention, ...]:
        return tuple(
            Mention.model_construct(
                **self._common("mention", span), actor_id=self._rng.choice(actors).id, kind="name",
                span=span, text=span.of(self.text), head=span,
            )
            for span in (self._some(i, 8) for i in range(15))
        )  # fmt: skip

    def _places(self) -> tuple[Place, ...]:
        found = []
        for i in range(2):
            span = self._some(i + 3, 6)
            (country,) = self._rng.choices(COUNTRIES)
            found.append(
                Place.model_construct(
                    **self._common("place", span), name=f"Port {country.title()}", span=span,
                    text=span.of(self.text), latitude=50.0, longitude=30.0, country=country,
                    precision="city",
                )
            )  # fmt: skip
        return tuple(found)

    def _times(self) -> tuple[TimeRef, ...]:
        spans = (self._some(i + 5, 7) for i in range(3))
        return tuple(
            TimeRef.model_construct(
                **self._common("time", span), type="DATE", value=self._day.isoformat(), span=span,
                text=span.of(self.text),
            )
            for span in spans
        )  # fmt: skip

    def _chains(self) -> tuple[SourceChain, ...]:
        span = self._some(7)
        link = ChainLink.model_construct(
            role="agency", name=f"{self._people[0][0]} Agency", span=span
        )
        return (
            SourceChain.model_construct(
                **self._common("chain", span), links=(link,), scope="quotation", covers=(span,)
            ),
        )

    def _quotations(
        self, actors: Sequence[Actor], chains: Sequence[SourceChain]
    ) -> tuple[Quotation, ...]:
        found = []
        for i in range(QUOTATIONS):
            content = self._sentence(8 + i)
            actor = self._rng.choice(actors)
            speaker = Speaker.model_construct(
                text=actor.name, span=self._some(8 + i, 6), name=actor.name, actor_id=actor.id,
                role="minister",
            )  # fmt: skip
            kind = self._rng.choice(("direct", "indirect", "mixed"))
            found.append(
                Quotation.model_construct(
                    **self._common("quotation", content), kind=kind, content=(content,),
                    text=content.of(self.text), cue_text="said", speakers=(speaker,),
                    chain_id=chains[0].id if i == 0 else None,
                )
            )  # fmt: skip
        return tuple(found)

    def _events(
        self, actors: Sequence[Actor], places: Sequence[Place], chains: Sequence[SourceChain]
    ) -> tuple[Event, ...]:
        found = []
        types, statuses = get_args(EventType), get_args(EventStatus)
        for i in range(EVENTS):
            trigger = self._some(13 + i, 8)
            who, whom = self._rng.sample(list(actors), 2)
            told = self._day - timedelta(days=int(self._rng.expovariate(0.2)))
            type_ = types[min(int(self._rng.expovariate(0.25)), len(types) - 1)]
            status = statuses[min(int(self._rng.expovariate(1.2)), len(statuses) - 1)]
            found.append(
                Event.model_construct(
                    **self._common("event", trigger), type=type_, modes=("visit",),
                    contexts=("diplomatic",), cameo="042", quad=1 + i % 4, score=1.0,
                    actors=(self._party(who, i),), recipients=(self._party(whom, i + 1),),
                    trigger=trigger, trigger_text=trigger.of(self.text), date=told.isoformat(),
                    place_id=places[0].id if i == 0 else None, place=None, status=status,
                    chain_id=chains[0].id, why="frame visit: who, whom",
                )
            )  # fmt: skip
        return tuple(found)

    def _party(self, actor: Actor, at: int) -> Party:
        span = self._some(16 + at, 8)
        return Party.model_construct(text=actor.name, span=span, name=actor.name, actor_id=actor.id)


def _sentence_starts(text: str) -> list[int]:
    starts = [0]
    starts.extend(found.end() for found in re.finditer("\n", text))
    return [*starts, len(text) + 1]


def queries(rng: random.Random, words: Vocabulary, number: int) -> Iterator[str]:
    """Yield queries as people ask them: words and fields, rare and frequent, alone and together."""
    types = get_args(EventType)
    for _ in range(number):
        word, other = rng.sample(_WORDS, 2)
        rare = words.words[rng.randrange(500, 8_000)]
        person = words.people[min(int(rng.expovariate(0.01)), 7_999)]
        country, year = rng.choice(COUNTRIES), rng.randint(2016, 2025)
        yield rng.choice(
            (
                word,
                rare,
                f"{word} {other}",
                f'"{word} {other}"',
                f"{word} near/5 {other}",
                f"{word} -{other} after:{year}",
                f"{rare[:5]}* {word}",
                f'speaker:"{person}"',
                f'actor:"{person}" type:{rng.choice(types)}',
                f"country:{country} type:{rng.choice(types)} -status:planned",
                f"{word} country:{country} on:{year}",
                f'{word} speaker:"{person.split()[1]}" type:{rng.choice(types)} after:{year}',
                f"type:{rng.choice(types[4:])} on:{year}-0{rng.randint(1, 9)}",
                f"outlet:{rng.choice(words.outlets).split()[0]} {word}",
                f"({word} OR {rare}) kind:direct country:{country}",
            )
        )
