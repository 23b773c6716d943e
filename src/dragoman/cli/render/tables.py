"""Actors, places and times as tables: each once, however often it is named."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from rich.text import Text

from dragoman.cli.render.layout import Gap, Heading, Part, grid
from dragoman.cli.render.pieces import codes, day_words
from dragoman.records import Actor, Place, Readout


def actors(readout: Readout, wanted: str | None) -> Iterator[Part]:
    """Yield the parties, those named most often first."""
    named = Counter(m.actor_id for m in readout.mentions)
    acting = [a for a in readout.actors if a.kind != "place_only"]
    ranked = sorted(acting, key=lambda a: -named[a.id])
    yield Heading("◉", "Actors", len(ranked))
    yield grid(_actor(a, named[a.id], wanted) for a in ranked)
    yield Gap()


def _actor(actor: Actor, times_named: int, wanted: str | None) -> tuple[Text, ...]:
    office = actor.office.title if actor.office else ""
    if actor.metonym_for:
        office = f"stands for {actor.metonym_for}"
    return (
        Text(actor.name, "wanted" if actor.id == wanted else "name"),
        Text(codes(actor), "code"),
        Text(actor.kind.replace("_", " ")),
        Text(office),
        Text(f"×{times_named}" if times_named > 1 else "", "quiet"),
    )


def places(readout: Readout, wanted: str | None) -> Iterator[Part]:
    """Yield the places, in the order of the text."""
    seen: dict[tuple[str, str], list[Place]] = {}
    for place in readout.places:
        seen.setdefault((place.name, place.use), []).append(place)
    yield Heading("⌖", "Places", len(seen))
    yield grid(_place(same, wanted) for same in seen.values())
    yield Gap()


def _place(same: list[Place], wanted: str | None) -> tuple[Text, ...]:
    place = same[0]
    style = "wanted" if wanted in {p.id for p in same} else "name"
    where = ""
    if place.latitude is not None and place.longitude is not None:
        north, east = "N" if place.latitude >= 0 else "S", "E" if place.longitude >= 0 else "W"
        where = f"{abs(place.latitude):.1f}° {north}, {abs(place.longitude):.1f}° {east}"
    return (
        Text(place.name, style),
        Text(place.country or "", "code"),
        Text(place.admin1 or ""),
        Text(where),
        Text("" if place.use == "literal" else place.use),
        Text(f"×{len(same)}" if len(same) > 1 else "", "quiet"),
    )


def times(readout: Readout, wanted: str | None) -> Iterator[Part]:
    """Yield the times, in the order of the text."""
    seen = {(t.text, t.value): t for t in reversed(readout.times)}
    rows = tuple(
        (
            Text(time.text, "wanted" if time.id == wanted else "name"),
            Text(day_words(time.value) if time.value else "unresolved"),
            Text("" if time.type == "DATE" else time.type.lower(), "code"),
        )
        for time in reversed(seen.values())
    )
    yield Heading("◷", "Times", len(rows))
    yield grid(rows)
    yield Gap()
