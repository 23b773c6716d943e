"""Events by kind and period: what counts, what counts once, and out of how many articles."""

from __future__ import annotations

from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from dragoman.archive import ArchiveFile
from dragoman.errors import ArchiveReadOnly, QueryError


@pytest.fixture
def put(archive: ArchiveFile, news: ModuleType) -> Any:
    """Keep an article: ``put(1, "2024-05-13", "The Courier", [act, …])``."""

    def keep(*of: Any, **fields: Any) -> None:
        archive.put(news.article(*of, **fields))

    return keep


@pytest.fixture
def told(archive: ArchiveFile, news: ModuleType, put: Any) -> ArchiveFile:
    """Five articles of two months; two of them tell the same visit."""
    visit = news.act("CONSULT", "NOR", "FRA", "Paris FRA", date="2024-05-12", modes=("visit",))
    put(1, "2024-05-12", "The Courier", [visit, news.act("ACCUSE", "FRA", "NOR")])
    put(2, "2024-05-13T08:00", "The Gazette", [visit])
    put(3, "2024-05-20", "The Gazette", [news.act("AID", "NOR", "MLI", status="planned")])
    put(4, "2024-06-02", "The Courier", [news.act("ASSAULT", "rebels MLI", "MLI", background=True)])
    put(
        5,
        "2024-06-03",
        "The Courier",
        [news.act("AID", "NOR", "MLI"), news.act("AID", "FRA", "MLI")],
    )
    return archive


def _by(found: Any, *names: str) -> dict[tuple[Any, ...], int]:
    return {tuple(getattr(row, name) for name in names): row.events for row in found}


def test_an_event_that_several_articles_tell_counts_once(told: ArchiveFile) -> None:
    (row,) = told.counts()
    assert (row.events, row.reports, row.articles, row.outlets) == (4, 5, 5, 2)
    assert told.counts("type:CONSULT")[0].events == 1
    assert told.counts("type:CONSULT", each_report=True)[0].events == 2
    assert _by(told.counts("type:CONSULT", by=["outlet"]), "outlet") == {
        ("The Courier",): 1,
        ("The Gazette",): 1,
    }


def test_counts_are_actual_and_news_unless_asked_otherwise(told: ArchiveFile) -> None:
    assert _by(told.counts(by="type"), "type") == {("AID",): 2, ("ACCUSE",): 1, ("CONSULT",): 1}
    assert _by(told.counts(by="type", status="planned"), "type") == {("AID",): 1}
    assert told.counts(status="any")[0].events == 5
    assert told.counts(status="actual,planned")[0].events == 5
    assert told.counts(background=True)[0].events == 5
    assert told.counts(status="any", background=True).basis.events == 6


def test_a_query_that_names_a_status_says_itself_which_count(told: ArchiveFile) -> None:
    found = told.counts("type:AID status:planned")
    assert found[0].events == 1
    assert "of the status that the query asks for" in found.basis.filter
    assert len(told.counts("status:planned", status="actual")) == 0


def test_each_month_has_its_denominator(told: ArchiveFile) -> None:
    found = told.counts(every="month")
    assert [(r.period, r.events, r.articles, r.outlets) for r in found] == [
        ("2024-05", 2, 3, 2),
        ("2024-06", 2, 2, 1),
    ]
    assert found.periods == ("2024-05", "2024-06")
    assert (found.basis.articles, found.basis.outlets, found.basis.events) == (5, 2, 4)


def test_a_period_without_articles_is_there_and_empty(
    put: Any, archive: ArchiveFile, news: ModuleType
) -> None:
    put(1, "2024-01-31", "A", [news.act("AID", "NOR", "MLI")])
    put(2, "2024-04-01", "B", [news.act("AID", "NOR", "MLI")])
    found = archive.counts(every="month")
    assert [(r.period, r.events, r.articles) for r in found] == [
        ("2024-01", 1, 1), ("2024-02", 0, 0), ("2024-03", 0, 0), ("2024-04", 1, 1),
    ]  # fmt: skip
    empty = archive.counts(since="2024-02", until="2024-03")
    assert (len(empty), empty.basis.articles, empty.basis.events) == (0, 0, 0)
    assert len(archive.counts(every="day", since="2025")) == 0


@pytest.mark.parametrize(
    ("date", "every", "periods"),
    [
        ("2024-05-31", "month", ["2024-05"]),
        ("2024-06-01", "month", ["2024-06"]),
        ("2024-05", "month", ["2024-05"]),
        ("2024-05", "day", []),  # which day is not known
        ("2024", "month", []),
        ("2024", "year", ["2024"]),
        ("2024-W22", "week", ["2024-W22"]),
        ("2024-W22", "month", []),  # it lies in May and in June
        ("2024-W21", "month", ["2024-05"]),
        ("2024-12-30", "week", ["2025-W01"]),
        ("2023-01-01", "week", ["2022-W52"]),
        ("2024-Q2", "year", ["2024"]),
        ("202", "year", []),
        ("PAST_REF", "year", []),
        ("2024-02-30", "day", []),
        (None, "day", ["2024-06-15"]),  # told as news: the day of the article
        ("PRESENT_REF", "day", ["2024-06-15"]),
    ],
)
def test_a_date_counts_in_the_period_that_holds_all_of_it(
    put: Any,
    archive: ArchiveFile,
    news: ModuleType,
    date: str | None,
    every: str,
    periods: list[str],
) -> None:
    put(1, "2024-06-15", "A", [news.act("AID", "NOR", "MLI", date=date)])
    found = archive.counts(every=every)
    assert [row.period for row in found if row.events] == periods
    assert (found.basis.events, found.basis.unplaced) == (len(periods), 1 - len(periods))


@pytest.mark.parametrize(
    ("since", "until", "expected"),
    [
        ("2024-05", "2024-05", (1, 1)),
        ("2024-05-12", "2024-05-12", (1, 1)),
        ("2024-05-13", None, (0, 1)),
        ("2024", "2024", (2, 0)),
        (None, "2024-05-11", (0, 1)),
        ("2023", None, (2, 0)),
        (None, "2023", (0, 0)),
    ],
)
def test_a_date_that_is_partly_in_the_period_is_said_to_have_no_place(
    archive: ArchiveFile,
    news: ModuleType,
    since: str | None,
    until: str | None,
    expected: tuple[int, int],
) -> None:
    acts = [news.act("AID", "NOR", "MLI", date=day) for day in ("2024-05-12", "2024")]
    archive.put(news.article(1, "2024-05-14", "A", acts))
    basis = archive.counts(since=since, until=until).basis
    assert (basis.events, basis.unplaced) == expected


def test_articles_without_a_date_are_counted_apart(
    put: Any, archive: ArchiveFile, news: ModuleType
) -> None:
    put(1, None, "A", [news.act("AID", "NOR", "MLI")])
    put(2, "2024-05", "A", [])
    put(3, "2024-05-03", None, [])
    assert archive.counts().basis.articles == 3
    monthly = archive.counts(every="month").basis
    assert (monthly.articles, monthly.undated, monthly.unplaced, monthly.outlets) == (2, 1, 1, 1)
    daily = archive.counts(every="day").basis
    assert (daily.articles, daily.undated) == (1, 2)
    since = archive.counts(since="2024-05-02").basis
    assert (since.articles, since.undated, since.unplaced) == (1, 2, 1)


def test_events_count_by_every_dimension(told: ArchiveFile) -> None:
    assert _by(told.counts(by="source,target"), "source", "target") == {
        ("FRA", "MLI"): 1, ("NOR", "MLI"): 1, ("FRA", "NOR"): 1, ("NOR", "FRA"): 1,
    }  # fmt: skip
    assert _by(told.counts(by="country"), "country") == {("FRA",): 3, ("NOR",): 3, ("MLI",): 2}
    assert _by(told.counts(by="place"), "place") == {("Paris",): 1, ("",): 3}
    assert _by(told.counts(by="place_country"), "place_country") == {("FRA",): 1, ("",): 3}
    assert _by(told.counts(by="mode"), "mode") == {("visit",): 1, ("",): 3}
    assert _by(told.counts(by="quad"), "quad") == {(1,): 1, (2,): 2, (3,): 1}
    assert _by(told.counts(by="sector"), "sector") == {("GOV",): 4}
    assert _by(told.counts(by="actor"), "actor")["Government of NOR",] == 2
    assert _by(told.counts(by="recipient"), "recipient")["Government of MLI",] == 2
    for name in ("context", "status", "origin"):
        assert sum(_by(told.counts(by=name), name).values()) == 4


def test_periods_and_dimensions_together(told: ArchiveFile) -> None:
    found = told.counts("country:MLI", by=("type", "source"), every="month", status="any")
    assert [(r.period, r.type, r.source, r.events, r.articles) for r in found] == [
        ("2024-05", "AID", "NOR", 1, 3), ("2024-06", "AID", "FRA", 1, 2), ("2024-06", "AID", "NOR", 1, 2),
    ]  # fmt: skip
    assert found[0].target is None
    assert found.basis.events == 3


def test_scores_are_summed_and_averaged(told: ArchiveFile) -> None:
    rows = {row.type: row for row in told.counts(by="type")}
    assert rows["AID"].score == 2 * (rows["AID"].mean_score or 0) > 0
    assert rows["ACCUSE"].score < 0


def test_outlets_and_days_of_the_query_narrow_the_denominator(told: ArchiveFile) -> None:
    courier = told.counts("outlet:courier", every="month")
    assert [(r.period, r.events, r.articles) for r in courier] == [
        ("2024-05", 2, 1), ("2024-06", 2, 2),
    ]  # fmt: skip
    assert told.counts("outlet:courier after:2024-06").basis.articles == 2
    assert told.counts("type:AID -outlet:courier", status="any").basis.articles == 2
    assert told.counts("type:AID").basis.articles == 5


def test_words_pick_articles_and_all_their_events(told: ArchiveFile) -> None:
    assert told.counts("number 5")[0].events == 2
    assert told.counts("nowhere").basis.events == 0


def test_older_revisions_count_neither_above_nor_below(
    put: Any, archive: ArchiveFile, news: ModuleType
) -> None:
    put(1, "2024-05-12", "A", [news.act("AID", "NOR", "MLI")], url="https://news.example/1")
    put(2, "2024-05-12", "A", [news.act("AID", "FRA", "MLI")], url="https://news.example/1")
    found = archive.counts(by="source")
    assert _by(found, "source") == {("FRA",): 1}
    assert found.basis.articles == 1


@pytest.mark.parametrize(
    ("one", "other", "events"),
    [
        ({}, {}, 1),
        ({"date": "2024-05-11"}, {"date": "2024-05-12"}, 2),
        ({"status": "actual"}, {"status": "alleged"}, 2),
        ({"date": "2024-05-12"}, {}, 1),  # the day of the article is that day
        ({"date": "PAST_REF"}, {"date": "PAST_REF"}, 2),  # when is not known: not the same
    ],
)
def test_tellings_are_one_event_if_type_status_parties_date_and_place_are(
    put: Any, archive: ArchiveFile, news: ModuleType, one: Any, other: Any, events: int
) -> None:
    put(1, "2024-05-12", "A", [news.act("AID", "NOR", "MLI", **one)])
    put(2, "2024-05-12", "B", [news.act("AID", "NOR", "MLI", **other)])
    assert archive.counts(status="any").basis.events == events


def test_parties_and_places_tell_events_apart(
    put: Any, archive: ArchiveFile, news: ModuleType
) -> None:
    acts = [
        news.act("AID", "NOR", "MLI"),
        news.act("AID", "MLI", "NOR"),
        news.act("AID", "NOR", "MLI", "Gao MLI"),
        news.act("AID", "Anna Holm NOR", "MLI"),
    ]
    for number in (1, 2):
        put(number, "2024-05-12", f"Outlet {number}", acts)
    assert (archive.counts().basis.events, archive.counts().basis.reports) == (4, 8)


def test_what_an_article_tells_apart_stays_apart(
    put: Any, archive: ArchiveFile, news: ModuleType
) -> None:
    strike = news.act("ASSAULT", "NOR", "MLI")
    put(1, "2024-05-12", "A", [strike, strike])
    put(2, "2024-05-12", "B", [strike])
    assert (archive.counts().basis.events, archive.counts().basis.reports) == (2, 3)


def test_nobody_knows_whether_unnamed_parties_are_the_same(
    archive: ArchiveFile, news: ModuleType
) -> None:
    for number in (1, 2):
        made = news.article(number, "2024-05-12", "A", [news.act("ASSAULT", "NOR", "MLI")])
        (event,) = made.events
        hidden = tuple(p.model_copy(update={"name": None, "actor_id": None}) for p in event.actors)
        archive.put(
            made.model_copy(update={"events": (event.model_copy(update={"actors": hidden}),)})
        )
    assert archive.counts().basis.events == 2


def test_confidence_and_dimension_and_period_are_checked(archive: ArchiveFile) -> None:
    for wrong in (
        {"by": "weather"}, {"every": "fortnight"}, {"since": "soon"}, {"status": "odd"},
        {"confidence": 2.0}, {"since": "2024", "until": "2023"}, {"since": "19"},
    ):  # fmt: skip
        with pytest.raises(QueryError) as caught:
            archive.counts(**wrong)
        assert caught.value.hint


def test_a_series_that_nobody_can_look_at_is_refused(
    put: Any, archive: ArchiveFile, news: ModuleType
) -> None:
    put(1, "2024-05-12", "A", [news.act("AID", "NOR", "MLI", date="1066-10-14")])
    with pytest.raises(QueryError, match="From 1066-10-14 to 2024-05-12"):
        archive.counts(every="day")
    assert len(archive.counts(every="year")) == 959


def test_an_empty_archive_has_numbers_too(archive: ArchiveFile) -> None:
    assert len(archive.counts(by="type", every="month")) == 0
    assert len(archive.counts(every="week")) == 0
    assert archive.counts().basis.articles == 0


def test_events_below_a_confidence_do_not_count(
    put: Any, archive: ArchiveFile, news: ModuleType
) -> None:
    put(1, "2024-05-12", "A", [news.act("AID", "NOR", "MLI", confidence=0.4)])
    assert archive.counts(confidence=0.5).basis.events == 0
    assert "confidence at least 0.4" in archive.counts(confidence=0.4).basis.filter
    assert archive.counts(confidence=0.4).basis.events == 1


def test_counting_asks_for_the_tables_that_a_writer_makes(tmp_path: Path) -> None:
    path = tmp_path / "old.dragoman"
    with ArchiveFile(path) as archive:
        archive._connection.execute("PRAGMA user_version = 3")
    with ArchiveFile(path, readonly=True) as archive, pytest.raises(ArchiveReadOnly) as caught:
        archive.counts()
    assert "dragoman read" in caught.value.hint


def test_a_record_that_is_put_anew_is_counted_anew(archive: ArchiveFile, news: ModuleType) -> None:
    from dragoman.archive.numbers.fill import fill_all

    archive.put(news.article(1, "2024-05-12", "A", [news.act("AID", "NOR", "MLI")]))
    before = archive.counts(by="source,target")
    fill_all(archive._connection)
    assert archive.counts(by="source,target") == before
