"""Calendar dates and what is resolved against the article's day."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.extraction.passages import ParsedArticle
from dragoman.extraction.times import find_times

Parse = Callable[..., ParsedArticle]


def values(parse: Parse, text: str, published: str | None = "2023-11-01") -> list[str | None]:
    """The values of the times in a text; 1 November 2023 is a Wednesday."""
    return [time.value for time in find_times(parse(text, published=published))]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("They met on 14 March 2021.", "2021-03-14"),
        ("They met on March 14, 2021.", "2021-03-14"),
        ("They met on Sunday, March 14, 2021.", "2021-03-14"),
        ("They met on the 14th of March 2021.", "2021-03-14"),
        ("They met on 2021-03-14.", "2021-03-14"),
        ("They met on Sept. 3, 1995.", "1995-09-03"),
        ("They met in March 2021.", "2021-03"),
        ("They met in mid-March 2021.", "2021-03"),
        ("They met in 1987.", "1987"),
        ("They met in the 1990s.", "199"),
        ("They met in the late '80s.", "198"),
        ("They met in the nineteenth century.", "18"),
        ("They met in the third quarter of 2019.", "2019-Q3"),
        ("They met in the first half of 2019.", "2019-H1"),
        ("They met in the winter of 2019.", "2019-WI"),
        ("They met on Christmas Eve 2019.", "2019-12-24"),
        ("They met on Good Friday 2023.", "2023-04-07"),
        ("Rome fell to them in 264 BC.", "BC0264"),
    ],
)
def test_a_date_that_says_all_needs_no_article_date(parse: Parse, text: str, value: str) -> None:
    assert values(parse, text, published=None) == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The minister arrived on Wednesday.", "2023-11-01"),
        ("The minister arrived on Thursday.", "2023-10-26"),
        ("The minister will arrive on Thursday.", "2023-11-02"),
        ("The ministers agreed to meet on Thursday.", "2023-11-02"),
        ("The minister was forced to resign on Thursday.", "2023-10-26"),
        ("The minister will arrive next Monday.", "2023-11-06"),
        ("The minister arrived last Wednesday.", "2023-10-25"),
        ("The minister arrived yesterday.", "2023-10-31"),
        ("The minister will arrive the day after tomorrow.", "2023-11-03"),
        ("The minister resigned in October.", "2023-10"),
        ("The minister resigned in December.", "2022-12"),
        ("The minister will resign in December.", "2023-12"),
        ("The minister resigned on 14 December.", "2022-12-14"),
        ("The dividend is payable on 14 December.", "2023-12-14"),
        ("The minister resigned this week.", "2023-W44"),
        ("The minister resigned last month.", "2023-10"),
        ("The minister will resign early next year.", "2024"),
        ("The minister resigned two days ago.", "2023-10-30"),
        ("The minister resigned three years ago.", "2020"),
        ("The minister resigned six weeks ago.", "2023-W38"),
        ("The minister resigned over the weekend.", "2023-W43-WE"),
        ("The minister resigned on Tuesday of last week.", "2023-10-24"),
        ("The minister resigned last April.", "2023-04"),
        ("The minister said she would resign by December.", "2023-12"),
        ("The minister said she would have left in September.", "2023-09"),
    ],
)
def test_the_unsaid_part_comes_from_the_article_date_and_the_tense(
    parse: Parse, text: str, value: str
) -> None:
    assert values(parse, text) == [value]


def test_friday_printed_on_a_friday_is_that_day(parse: Parse) -> None:
    assert values(parse, "The two sides met on Friday.", "2023-11-03") == ["2023-11-03"]


def test_a_count_of_years_starts_from_the_time_in_focus(parse: Parse) -> None:
    text = "The treaty was signed in 2010. Talks had begun three years earlier."
    assert values(parse, text) == ["2010", "2007"]


def test_a_story_of_another_time_fills_the_year_from_itself(parse: Parse) -> None:
    told = " ".join(f"In {year} the army moved." for year in range(1860, 1869))
    assert values(parse, f"{told} On 7 February it left.")[-1] == "1868-02-07"


@pytest.mark.parametrize(
    "text",
    [
        "They met on 30 February 2021.",
        "They met on February 30, 2021.",
        "They met on 31 April 2020.",
    ],
)
def test_a_day_that_does_not_exist_has_no_value(parse: Parse, text: str) -> None:
    assert values(parse, text) == [None]


@pytest.mark.parametrize(
    "text",
    [
        "It happened in the year 99999.",
        "The code is 20231101123456789012345678901234567890.",
        "He may resign, and they march on.",
        "The fall of Kabul surprised Jan and Sun.",
        "It cost $1990 and weighed 1500 tons.",
    ],
)
def test_what_is_no_date_is_left_alone(parse: Parse, text: str) -> None:
    assert values(parse, text) == []


@pytest.mark.parametrize(
    "text",
    ["The minister arrived on Wednesday.", "They met last month.", "They met yesterday."],
)
def test_without_an_article_date_nothing_is_guessed(parse: Parse, text: str) -> None:
    assert values(parse, text, published=None) == [None]
