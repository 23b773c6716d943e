"""What dates an event: its own clause, then the quotation, the occasion, the story around it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.records import Event, Readout

Read = Callable[..., Readout]
PUBLISHED = "2023-11-10"  # a Friday


def _event(read: Read, text: str, words: str) -> Event:
    events = read(text, published=PUBLISHED).events
    return next(e for e in events if words in e.trigger_text)


@pytest.mark.parametrize(
    ("text", "words", "date"),
    [
        # The time of the saying is not the time of the act.
        ("Chad's minister said on Monday that rebels attacked a town last week.", "attack", "2023-W44"),
        ("The minister said on Monday that rebels attacked the army of Chad.", "attack", None),
        # A clause before the verb of saying has its own.
        ("On Monday, soldiers of Chad shot three protesters, officials said.", "shot", "2023-11-06"),
        # A series lends its time; what an act speaks of does not.
        ("On Monday Chad launched a series of airstrikes on rebels.", "airstrikes", "2023-11-06"),
        ("On Monday Norway condemned the attack on the embassy of Chad.", "attack", None),
        # A time between a name and its noun is the noun's alone.
        ("Norway rejected a 1994 agreement with Chad.", "reject", None),
        # What goes on meanwhile.
        ("On Monday protesters marched as soldiers attacked the police of Chad.", "attack", "2023-11-06"),
        # Two dates are of a period.
        ("Chad imposed sanctions on Norway from 2020 to 2022.", "imposed", None),
    ],
)  # fmt: skip
def test_the_clause_dates_its_event(read: Read, text: str, words: str, date: str | None) -> None:
    assert _event(read, text, words).date == date


def test_an_inquiry_does_not_take_the_date_of_what_it_looks_into(read: Read) -> None:
    text = (
        "Protesters demand an investigation of the police violence against students on 5 November."
    )
    dates = {e.trigger_text: e.date for e in read(text, published=PUBLISHED).events}
    assert dates.get("violence") == "2023-11-05"
    assert dates.get("investigation") is None


def test_a_story_goes_on_in_the_simple_past(read: Read) -> None:
    text = "On Monday a man attacked the guards of Chad's embassy. Police shot the man."
    assert _event(read, text, "shot").date == "2023-11-06"


def test_a_story_does_not_go_on_after_a_saying_or_in_another_tense(read: Read) -> None:
    said = "On Monday a minister spoke of the guards, reports said. Police arrested the man."
    assert _event(read, said, "arrested").date is None
    had = "On Monday a man attacked the guards of Chad's embassy. Police had arrested his brother."
    assert _event(read, had, "arrested").date is None


def test_an_act_of_speech_is_done_when_its_words_are_said(read: Read) -> None:
    text = 'Norway\'s minister said on Monday: "We condemn the invasion of Mali by Chad."'
    assert _event(read, text, "condemn").date == "2023-11-06"


def test_an_event_at_an_occasion_has_its_day(read: Read) -> None:
    text = (
        "On Tuesday the opposition of Chad held a rally in the capital. Many came.\n\n"
        "Police had arrested six opposition leaders at the rally."
    )
    assert _event(read, text, "arrested").date == "2023-11-07"
