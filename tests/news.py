"""Readouts for counting: articles that tell acts between states, in a line each."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

from dragoman.codebooks.plover import plover_types
from dragoman.records import (
    Actor,
    Article,
    ChainLink,
    Event,
    Party,
    Place,
    Quotation,
    Readout,
    SourceChain,
    Span,
    Speaker,
    record_id,
)

TEXT = "One side did it to the other, and somebody said so. " * 4


class Act(NamedTuple):
    """An event to be: parties are names, which act for the states whose codes they end with."""

    type: str
    who: tuple[str, ...]
    whom: tuple[str, ...]
    place: str | None
    fields: dict[str, Any]


def act(type_: str, who: str = "", whom: str = "", place: str | None = None, **fields: Any) -> Act:
    """Return an act: ``act("CONSULT", "Holm NOR", "Brand FRA", date="2024-05-12")``."""
    return Act(type_, _names(who), _names(whom), place, fields)


def _names(written: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in written.split(",") if name.strip())


def article(  # noqa: PLR0913 - what one line of a test says
    number: int,
    published: str | None,
    outlet: str | None = "The Courier",
    acts: Iterable[Act] = (),
    *,
    said: Iterable[str] = (),
    cited: Iterable[str] = (),
    url: str | None = None,
) -> Readout:
    """Return an article of its own.

    Args:
        number: Tells it from the others.
        published: Its date.
        outlet: Who published it.
        acts: What it tells.
        said: Who is quoted in it, as `Act` names parties.
        cited: Its source chain: agencies, from the origin on.
        url: Where it was published.
    """
    text = f"{TEXT}\nNumber {number}.\n"
    page = Article.from_text(
        text, published=published, outlet=outlet, url=url, headline=f"Number {number}"
    )
    page = page.model_copy(update={"language": "en"})
    return _Maker(page).readout(tuple(acts), tuple(said), tuple(cited))


class _Maker:
    def __init__(self, page: Article) -> None:
        self._page = page
        self._actors: dict[str, Actor] = {}
        self._places: dict[str, Place] = {}

    def readout(
        self, acts: tuple[Act, ...], said: tuple[str, ...], cited: tuple[str, ...]
    ) -> Readout:
        events = tuple(self._event(n, one) for n, one in enumerate(acts))
        quotations = tuple(self._quotation(n, name) for n, name in enumerate(said))
        return Readout(
            article=self._page,
            actors=tuple(self._actors.values()),
            places=tuple(self._places.values()),
            quotations=quotations,
            chains=self._chains(cited),
            events=events,
            made_by="test",
        )

    def _common(self, kind: str, at: int) -> dict[str, Any]:
        span = Span(at, at + 1)
        return {"id": record_id(self._page.id, kind, span), "evidence": (span,), "made_by": "test"}

    def _event(self, number: int, one: Act) -> Event:
        known = plover_types()[one.type]
        trigger = Span(number, number + 1)
        place = self._place(one.place) if one.place else None
        fields: dict[str, Any] = {
            **self._common("event", number),
            "type": one.type,
            "quad": known.quad,
            "score": known.score_of(one.fields.get("modes", ())),
            "actors": tuple(map(self._party, one.who)),
            "recipients": tuple(map(self._party, one.whom)),
            "trigger": trigger,
            "trigger_text": trigger.of(self._page.text),
            "place_id": place.id if place else None,
            "place": place.name if place else None,
            "why": "a test",
        }
        return Event.model_validate(fields | one.fields)

    def _party(self, name: str) -> Party:
        actor = self._actor(name)
        return Party(text="one side", span=Span(0, 8), name=actor.name, actor_id=actor.id)

    def _actor(self, written: str) -> Actor:
        words = written.split()
        codes = tuple(word for word in words if len(word) == 3 and word.isupper())
        name = " ".join(word for word in words if word not in codes) or f"Government of {codes[0]}"
        if name not in self._actors:
            fields = {"name": name, "kind": "government", "countries": codes, "sector": "GOV"}
            common = self._common("actor", len(self._actors))
            self._actors[name] = Actor.model_validate(common | fields)
        return self._actors[name]

    def _place(self, written: str) -> Place:
        name, _, country = written.rpartition(" ")
        if name not in self._places:
            at = len(self._places)
            fields = {
                "name": name, "span": Span(at, at + 2), "text": name, "country": country,
                "precision": "city",
            }  # fmt: skip
            self._places[name] = Place.model_validate(self._common("place", at) | fields)
        return self._places[name]

    def _quotation(self, number: int, name: str) -> Quotation:
        actor = self._actor(name)
        content = Span(30 + number, 31 + number)
        speaker = Speaker(text=actor.name, span=Span(34, 42), name=actor.name, actor_id=actor.id)
        fields = {
            "kind": "indirect", "content": (content,), "text": content.of(self._page.text),
            "speakers": (speaker,),
        }  # fmt: skip
        return Quotation.model_validate(self._common("quotation", 30 + number) | fields)

    def _chains(self, cited: tuple[str, ...]) -> tuple[SourceChain, ...]:
        if not cited:
            return ()
        links = tuple(
            ChainLink(role="agency", name=name, span=Span(n, n + 1)) for n, name in enumerate(cited)
        )
        fields = {"links": links, "scope": "article", "covers": (Span(0, 10),)}
        return (SourceChain.model_validate(self._common("chain", 0) | fields),)
