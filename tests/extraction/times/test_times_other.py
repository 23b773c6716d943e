"""References, durations, sets, times of day; spans; hostile input."""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.extraction.passages import ParsedArticle
from dragoman.extraction.times import find_times
from dragoman.extraction.times.calendar import first_day, holiday, moved, value_at
from dragoman.extraction.times.lexer import lex

Parse = Callable[..., ParsedArticle]


def found(parse: Parse, text: str) -> list[tuple[str, str | None]]:
    return [(ref.type, ref.value) for ref in find_times(parse(text, published="2023-11-01"))]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Recently, the chancellor resigned.", "PAST_REF"),
        ("The minister said earlier that the talks failed.", "PAST_REF"),
        ("It is the country which the minister will visit next.", "FUTURE_REF"),
        ("The country is now at war.", "PRESENT_REF"),
        ("The trade will grow in the near future.", "FUTURE_REF"),
        ("The trade grew in recent years.", "PAST_REF"),
    ],
)
def test_points_that_no_calendar_holds(parse: Parse, text: str, value: str) -> None:
    assert found(parse, text) == [("DATE", value)]


@pytest.mark.parametrize("text", ["It was earlier than planned.", "They live next door."])
def test_an_adverb_that_compares_or_places_is_no_time(parse: Parse, text: str) -> None:
    assert found(parse, text) == []


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("It rained for the past 24 hours.", "DURATION", "PT24H"),
        ("A nine-month siege ended.", "DURATION", "P9M"),
        ("They waited for two and a half years.", "DURATION", "P2Y6M"),
        ("They waited for nearly a decade.", "DURATION", "P10Y"),
        ("The council meets every year.", "SET", "P1Y"),
        ("The council meets weekly.", "SET", "P1W"),
        ("The council meets every Friday.", "SET", "XXXX-WXX-5"),
    ],
)
def test_durations_and_sets(parse: Parse, text: str, kind: str, value: str) -> None:
    assert found(parse, text) == [(kind, value)]


def test_an_age_is_no_duration(parse: Parse) -> None:
    assert found(parse, "The 27-year-old driver survived.") == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The attack began at 5 p.m. on Tuesday.", "2023-10-31T17:00"),
        ("The attack began on Tuesday night.", "2023-10-31TNI"),
        ("The attack began last night.", "2023-10-31TNI"),
        ("The attack began at 14:30 GMT.", "2023-11-01T14:30"),
        ("The attack began at noon.", "2023-11-01T12:00"),
    ],
)
def test_times_of_day(parse: Parse, text: str, value: str) -> None:
    assert found(parse, text) == [("TIME", value)]


def test_easter_and_a_day_that_moves() -> None:
    assert str(holiday("easter+0", 2024)) == "2024-03-31"
    assert str(holiday("11/4/4", 2023)) == "2023-11-23"
    assert str(holiday("5/1/-1", 2024)) == "2024-05-27"


@given(st.dates(), st.sampled_from("DWMQHY"))
def test_a_value_holds_the_day_it_was_made_of(day: dt.date, unit: str) -> None:
    value = value_at(day, unit)
    start = first_day(value)
    assert start is not None
    assert value_at(start, unit) == value
    assert moved(value, 0, "Y") == value


@given(st.text(max_size=200))
def test_lexemes_stand_in_order_inside_the_text(text: str) -> None:
    last = 0
    for lexeme in lex(text):
        assert last <= lexeme.start < lexeme.end <= len(text)
        last = lexeme.end


@settings(max_examples=40, deadline=None)
@given(
    words=st.lists(
        st.sampled_from(
            [
                "the",
                "last",
                "next",
                "two",
                "May",
                "31",
                "February",
                "1999",
                "of",
                "years",
                "ago",
                "Friday",
                ",",
                "-",
                "a.m.",
                "9:99",
                "every",
                "mid",
            ]
        ),
        max_size=14,
    )
)
def test_any_pile_of_time_words_gives_spans_and_no_error(parse: Parse, words: list[str]) -> None:
    parsed = parse(" ".join(words) or "x", published="2023-11-01")
    for ref in find_times(parsed):
        assert parsed.words(ref.span) == ref.text
        assert ref.evidence == (ref.span,)


def test_reading_is_linear_in_the_text() -> None:
    def seconds(times: int) -> float:
        text = "the last two of the first three years of May and 12 of the next " * times
        start = time.perf_counter()
        lex(text)
        return time.perf_counter() - start

    # The best of several runs: one may be interrupted.
    assert min(seconds(800) for _ in range(4)) < 8 * min(seconds(200) for _ in range(4))
