"""An archive with an event of every type and mode, and parties and places of every sort."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import cycle
from pathlib import Path
from typing import Any

import pytest

from dragoman.archive import ArchiveFile
from dragoman.codebooks.plover import plover_types
from dragoman.records import Actor, Article, Count, Event, Party, Place, Readout, Span, record_id

TEXT = (
    "Envoys of one side did it to the other. It was told in the harbour town at noon.\n"
    "A second paragraph says the same again!\n"
)
TRIGGER, AGAIN = Span(TEXT.index("did"), TEXT.index("did") + 3), Span(99, 103)

# name, kind, countries, sector: each sort of party that formats treat in its own way.
PARTIES: tuple[tuple[str, str, tuple[str, ...], str], ...] = (
    ("Anna Holm", "person", ("NOR",), "GOV"),
    ("Armed Forces of Russia", "organisation", ("RUS",), "MIL"),
    ("Government of Kosovo", "government", ("XKX",), "GOV"),
    ("South Sudan", "state", ("SSD",), "UNK"),
    ("Government of Romania", "government", ("ROU",), "GOV"),
    ("United Nations", "igo", (), "IGO"),
    ("European Commission", "igo", (), "IGO"),
    ("NATO", "igo", (), "IGO"),
    ("Oxfam", "organisation", (), "NGO"),
    ("reporters of Mali", "people", ("MLI",), "JRN"),
    ("Hamas", "armed_group", ("PSE",), "REB"),
    ("villagers", "people", (), "CVL"),
    ("three states", "collective", ("KAZ", "KGZ", "UZB"), "GOV"),
    ('=HYPERLINK("http://bad.example";"x")', "person", ("DEU",), "OPP"),
    ("@sum\tof; parts\n", "organisation", ("FRA",), "REL"),
)
# name, country, precision, admin1
PLACES = (
    ("Oslo", "NOR", "city", "Oslo County"),
    ("Texas", "USA", "region", None),
    ("Austin", "USA", "city", "Texas"),
    ("Ukraine", "UKR", "country", None),
    ("Donetsk Oblast", "UKR", "region", "Donetsk Oblast"),
    ("Pristina", "XKX", "city", None),
    ("The harbour", "GMB", "point", None),
    ("Africa", None, "continent", None),
)
DATES = (
    "2024-05-12",
    "2024-04",
    "2023",
    "2024-W19",
    None,
    "PAST_REF",
    "2024-05-11TMO",
    "2024-02-30",
)
STATUSES = ("actual", "actual", "planned", "denied")


class Maker:
    """Makes events over one article."""

    def __init__(self, number: int, **article: Any) -> None:
        fields = {"outlet": "The Courier", "url": f"https://news.example/{number}", **article}
        plain = Article.from_text(f"{TEXT}{number}.\n", published="2024-05-13", **fields)
        self.page = plain.model_copy(update={"language": "en", "made_by": "reader 1"})
        self.actors: dict[str, Actor] = {}
        self.places: list[Place] = []
        self.events: list[Event] = []

    def party(self, sort: tuple[str, str, tuple[str, ...], str]) -> Party:
        """Return a party of a sort; its actor is kept."""
        name, kind, countries, sector = sort
        if name not in self.actors:
            span = Span(len(self.actors), len(self.actors) + 1)
            self.actors[name] = Actor.model_validate(
                {
                    "id": record_id(self.page.id, "actor", span),
                    "evidence": (span,),
                    "name": name,
                    "kind": kind,
                    "countries": countries,
                    "sector": sector,
                }
            )
        return Party(text="one side", span=Span(10, 18), name=name, actor_id=self.actors[name].id)

    def place(self, sort: tuple[str, str | None, str, str | None]) -> Place:
        """Return a place of a sort."""
        name, country, precision, admin1 = sort
        span = Span(len(self.places), len(self.places) + 2)
        made = Place.model_validate(
            {
                "id": record_id(self.page.id, "place", span),
                "evidence": (span,),
                "name": name,
                "span": span,
                "text": name,
                "latitude": -0.00001 if precision == "point" else 59.9,
                "longitude": 10.75,
                "country": country,
                "precision": precision,
                "admin1": admin1,
            }
        )
        self.places.append(made)
        return made

    def event(self, type_: str, modes: tuple[str, ...] = (), **fields: Any) -> None:
        """Add an event."""
        known = plover_types()[type_]
        span = Span(len(self.events), len(self.events) + 1)
        self.events.append(
            Event.model_validate(
                {
                    "id": record_id(self.page.id, "event", span),
                    "evidence": (TRIGGER,),
                    "type": type_,
                    "modes": modes,
                    "quad": known.quad,
                    "score": known.score_of(modes),
                    "trigger": TRIGGER,
                    "trigger_text": "did",
                    "mentions": (AGAIN,),
                    "why": "a test",
                    **fields,
                }
            )
        )

    def readout(self) -> Readout:
        """Return what was made."""
        return Readout(
            article=self.page,
            actors=tuple(self.actors.values()),
            places=tuple(self.places),
            events=tuple(self.events),
            made_by="extractor 1",
        )


def all_sorts() -> Readout:
    """Return a readout with an event of every type and mode."""
    maker = Maker(1)
    parties, places = cycle(PARTIES), cycle(PLACES)
    dates, statuses = cycle(DATES), cycle(STATUSES)
    acts = [(t.name, m) for t in plover_types().values() for m in ((), *((m,) for m in t.modes))]
    for number, (type_, modes) in enumerate(acts):
        place = maker.place(next(places)) if number % 5 else None
        actors = tuple(maker.party(next(parties)) for _ in range(number % 3))
        maker.event(
            type_,
            modes,
            actors=actors,
            recipients=tuple(maker.party(next(parties)) for _ in range((number // 3) % 3)),
            reciprocal=len(actors) == 2,
            date=next(dates),
            place_id=place.id if place else None,
            place=place.name if place else None,
            counts=(Count(kind="dead", value=number, span=TRIGGER),) if number % 2 else (),
            status=next(statuses),
            background=number % 7 == 0,
            contexts=("diplomatic", "military"),
            confidence=0.87,
        )
    return maker.readout()


@pytest.fixture
def sorts(tmp_path: Path) -> Iterator[ArchiveFile]:
    """An archive with `all_sorts` and an article without events."""
    with ArchiveFile(tmp_path / "sorts.dragoman") as archive:
        archive.put(all_sorts())
        archive.put(Maker(2, url=None, outlet="Other").readout())
        yield archive


@pytest.fixture
def maker() -> type[Maker]:
    """The maker of readouts for one test's own events."""
    return Maker
