"""When and where an event took place, and that two of its tellings are one only if these fit."""

from __future__ import annotations

from collections.abc import Callable

from dragoman.records import Readout

Read = Callable[..., Readout]


def test_a_date_may_hang_on_the_noun_that_tells_the_act(read: Read) -> None:
    (talks,) = read("Norway and Chad began the negotiations in April 2023.").events
    assert talks.date == "2023-04"


def test_the_place_of_a_clause_below_is_not_the_events_own(read: Read) -> None:
    told = "Norway attacked Chad, when the rebels of Mali were meeting the president in London."
    attack = next(e for e in read(told).events if e.type == "ASSAULT")
    assert attack.place != "London"


def test_old_talks_are_not_those_of_the_news(read: Read) -> None:
    told = "Norway met Chad on Sunday. In May 2019 Norway met Chad in Oslo. Norway met Chad again."
    dates = [e.date for e in read(told).events if e.type == "CONSULT"]
    assert "2019-05" in dates
    assert len(dates) > 1


def test_a_clause_with_when_takes_up_the_time_before_it(read: Read) -> None:
    told = "Norway began the talks in April 2009, when Kenya met Chad in London."
    met = next(e for e in read(told, published="2010-03-01").events if e.trigger_text == "met")
    assert met.date == "2009-04"
