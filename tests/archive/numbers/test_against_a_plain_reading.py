"""Random archives, counted by SQL and by a plain reading of their readouts."""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from collections.abc import Iterator
from types import ModuleType
from typing import Any, NamedTuple

import pytest

from dragoman.archive import ArchiveFile
from dragoman.archive.numbers.days import days_of
from dragoman.records import Event, Readout

STATES = ("NOR", "FRA", "MLI")
DATES = ("2024-05-31", "2024-06-01", "2024-05", "2024", "2024-W22", None, None, "PAST_REF")


class Told(NamedTuple):
    """One telling: what it has in common with others of the same event, and what is counted."""

    same: Any
    month: str | None
    type: str
    ties: frozenset[tuple[str, str]]


def _fill(archive: ArchiveFile, news: ModuleType, rng: random.Random) -> None:
    for number in range(12):
        acts = [
            news.act(
                rng.choice(("AID", "ACCUSE")),
                ",".join(rng.sample(STATES, rng.choice((1, 1, 2)))),
                ",".join(rng.sample(STATES, rng.choice((0, 1, 1)))),
                rng.choice((None, "Gao MLI")),
                date=rng.choice(DATES),
                status=rng.choice(("actual", "actual", "planned")),
                background=rng.random() < 0.2,
                reciprocal=rng.random() < 0.2,
            )
            for _ in range(rng.randint(0, 4))
        ]
        published = rng.choice(("2024-05-30", "2024-06-01", "2024-06-02", "2024"))
        url = rng.choice((None, "https://news.example/1"))
        archive.put(news.article(number, published, rng.choice("AB"), acts, url=url))


def _tellings(archive: ArchiveFile) -> Iterator[Told]:
    for readout in archive.readouts():
        seen: Counter[Any] = Counter()
        for event in readout.events:
            told = _told(readout, event)
            seen[told.same] += 1
            if event.status == "actual" and not event.background:
                yield told._replace(same=(told.same, seen[told.same]))


def _told(readout: Readout, event: Event) -> Told:
    published = readout.article.published
    assert published
    days = days_of(published.value if event.date is None else event.date)
    codes = {actor.id: actor.countries for actor in readout.actors}
    who = [code for p in event.actors for code in codes[p.actor_id or ""]]
    whom = [code for p in event.recipients for code in codes[p.actor_id or ""]]
    if event.reciprocal:
        sides: Any = tuple(sorted(who + whom))
        ties = {(a, b) for a in who + whom for b in who + whom if a != b}
    else:
        sides = (tuple(sorted(who)), tuple(sorted(whom)))
        ties = {(a, b) for a in who for b in whom}
    same = (event.type, event.status, event.reciprocal, sides, days, event.place)
    if days is None:
        same = (event.id,)  # type: ignore[assignment]
    month = None
    if days is not None and days.first // 100 == days.last // 100:
        month = f"{days.first // 10_000}-{days.first // 100 % 100:02}"
    return Told(same, month, event.type, frozenset(ties))


@pytest.mark.parametrize("seed", range(25))
def test_numbers_are_those_of_a_plain_reading(
    archive: ArchiveFile, news: ModuleType, seed: int
) -> None:
    rng = random.Random(seed)  # noqa: S311 - a fixed choice
    _fill(archive, news, rng)
    tellings = list(_tellings(archive))
    events = {told.same: told for told in tellings}
    monthly: Counter[tuple[str, str]] = Counter()
    ties: Counter[tuple[str, str]] = Counter()
    reports: defaultdict[tuple[str, str], int] = defaultdict(int)
    for told in events.values():
        ties.update(told.ties)
        if told.month:
            monthly[told.month, told.type] += 1
    for told in tellings:
        if told.month:
            reports[told.month, told.type] += 1

    found = archive.counts(by="type", every="month")
    assert {(r.period, r.type): r.events for r in found} == dict(monthly)
    assert {(r.period, r.type): r.reports for r in found} == dict(reports)
    assert found.basis.unplaced == len(events) - sum(monthly.values())
    assert archive.counts().basis.events == len(events)
    assert archive.counts(each_report=True).basis.events == len(tellings)
    assert {(t.source, t.target): t.count for t in archive.network()} == dict(ties)
    between = [t for t in events.values() if t.ties & {("NOR", "FRA"), ("FRA", "NOR")}]
    series = archive.dyad("NOR", "FRA")
    assert series.basis.events + series.basis.unplaced == len(between)
    assert len(archive.occurrences(most=1_000)) == len(events)
