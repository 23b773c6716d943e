"""Times that lean on the story: the day told, plans, weekdays beside dates, days of a month."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.extraction.passages import ParsedArticle
from dragoman.extraction.times import find_times

Parse = Callable[..., ParsedArticle]
WEDNESDAY = "2023-11-01"


def values(parse: Parse, text: str, published: str | None = WEDNESDAY) -> dict[str, str | None]:
    return {time.text: time.value for time in find_times(parse(text, published=published))}


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("A bomb exploded on Monday. It went off at 7:38 pm near a mill.", "7:38 pm", "2023-10-30T19:38"),
        ("A bomb exploded on Monday. Crowds stayed until early evening.", "early evening", "2023-10-30TEV"),
        ("The ship sank on Monday. The hearing will begin at 9:30 am.", "9:30 am", "2023-11-01T09:30"),
        ("Protesters planned a large march on Saturday.", "Saturday", "2023-11-04"),
        ("On Friday the government planned to pay the first part.", "Friday", "2023-10-27"),
        ("They have time until Friday to sign.", "Friday", "2023-11-03"),
        ("Until Monday they had not called him a suspect.", "Monday", "2023-10-30"),
        ("He is to be sentenced in June.", "June", "2024-06"),
        ("The airline flies there, according to a report on Monday.", "Monday", "2023-10-30"),
        ("The halt was planned to last until Saturday, November 11.", "Saturday, November 11", "2023-11-11"),
        ("It was founded on Tuesday, November 1, a year ago.", "Tuesday, November 1", "2022-11-01"),
        ("The fair was held on the last weekend of July.", "the last weekend of July", "2023-W30-WE"),
        ("They met on the first Monday of October 2019.", "the first Monday of October 2019", "2019-10-07"),
        ("A few days back, she returned from Spain.", "A few days back", "PAST_REF"),
        ("The union punished them earlier in the month.", "earlier in the month", "2023-11"),
        ("Bells rang at 1 o'clock.", "1 o'clock", "2023-11-01T01:00"),
    ],
)  # fmt: skip
def test_what_the_story_says_resolves_the_time(
    parse: Parse, text: str, words: str, value: str
) -> None:
    assert values(parse, text)[words] == value


@pytest.mark.parametrize(
    "text", ["The Halloween-themed event was long.", "They joined the annual March for Peace."]
)
def test_names_of_events_are_no_dates(parse: Parse, text: str) -> None:
    assert values(parse, text) == {}


def test_the_stop_of_a_sentence_is_no_part_of_a_month(parse: Parse) -> None:
    assert "June" in values(parse, "They won in June. Nobody knew why.")


def test_a_bare_hour_without_a_day_has_no_value(parse: Parse) -> None:
    assert values(parse, "The rally began at 7:38 pm.", published=None) == {"7:38 pm": None}


HISTORY = (
    "The pact was signed in 1950. Greece joined in 1953 and Chad in 1961. It was renewed in 1970, "
    "1975, 1980 and 1985, and broken in 1990. {}"
)


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("The ministers renewed it on Friday.", "Friday", "2023-10-27"),
        ("They will meet again next month.", "next month", "2023-12"),
        ("It drew few visitors last year.", "last year", "2022"),
    ],
)
def test_a_year_of_history_moves_no_weekday_into_it(
    parse: Parse, text: str, words: str, value: str
) -> None:
    assert values(parse, HISTORY.format(text))[words] == value


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("They must pay by Oct. 31.", "Oct. 31", "2023-10-31"),
        ("The court hears the case in the week of November 20.", "the week of November 20", "2023-W47"),
        ("They met in the week of 6 March 2022.", "the week of 6 March 2022", "2022-W09"),
    ],
)  # fmt: skip
def test_the_nearest_day_and_the_week_of_a_day(
    parse: Parse, text: str, words: str, value: str
) -> None:
    assert values(parse, text)[words] == value


def test_somebodys_thirties_are_no_decade(parse: Parse) -> None:
    assert values(parse, "The envoy, still in her 30s, resigned.") == {}


def test_what_was_ordered_may_lie_ahead(parse: Parse) -> None:
    text = "The committee ordered the banker to testify on 5 January."
    assert values(parse, text)["5 January"] == "2024-01-05"
