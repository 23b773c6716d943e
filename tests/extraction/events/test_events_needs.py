"""What must stand around a word before it tells an event, and what tells none."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.records import Readout

Read = Callable[..., Readout]


def types(readout: Readout) -> set[str]:
    return {event.type for event in readout.events}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Norway will lend Malawi $300m for a new port.", "AID"),
        ("Norway gave Malawi two hundred million dollars on Monday.", "AID"),
        ("Chad let the French convoy cross on Tuesday.", "RETREAT"),
        ("Peru expelled the aid agency on Monday.", "SANCTION"),
        ("The federal judge dismissed the governor's lawsuit on Monday.", "REJECT"),
        ("Senator Mary Stone attacked the government's policy in a speech.", "ACCUSE"),
        ("Bolivia recognised Kosovo on Monday.", "SUPPORT"),
    ],
)
def test_words_that_tell_an_event(read: Read, text: str, kind: str) -> None:
    assert kind in types(read(text))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The virus killed forty people in Lima, officials of the ministry said.", "ASSAULT"),
        ("The change of the rules hurt companies in Germany.", "ASSAULT"),
        ("The government met the requirements of the European Union.", "CONSULT"),
        ("The law is supported by evidence from Canada.", "SUPPORT"),
        ("The senator ended her campaign on Tuesday.", "CONCEDE"),
        ("The mayor was allowed to run for a third term.", "RETREAT"),
        ("The report says Finland demonstrates its resilience.", "PROTEST"),
    ],
)
def test_words_that_tell_something_else(read: Read, text: str, kind: str) -> None:
    assert kind not in types(read(text))


@pytest.mark.parametrize(
    "text",
    [
        "Members of parliament in Chad have abused their power for years.",
        "The government of Tonga executed a shutdown of ministries and of the post on Monday.",
        "Young candidates ousted veteran candidates of the Norwegian parliament in nine wards.",
        "The president of Chad held his first press conference since May.",
        "Norwegian police helped the accused in the town of Moss.",
    ],
)
def test_words_of_force_and_talk_with_a_thing_for_object_tell_no_event(
    read: Read, text: str
) -> None:
    kinds = {event.type for event in read(text).events}
    assert not kinds & {"ASSAULT", "COERCE", "CONSULT", "ACCUSE"}
