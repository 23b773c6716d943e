"""Numbers of dead, injured, detained and of a crowd belong to the event on whose words they hang."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.records import Readout

Read = Callable[..., Readout]


@pytest.mark.parametrize(
    ("text", "words", "counts"),
    [
        (
            "Gunmen attacked a convoy of Mali, killing 12 and wounding 30.",
            "attacked",
            {"dead": 12, "injured": 30},
        ),
        (
            "At least a dozen people were killed and 30 wounded in an airstrike by Chad.",
            "airstrike",
            {"dead": 12, "injured": 30},
        ),
        (
            "A suicide bombing in Kabul left at least 42 people dead and 60 injured.",
            "bombing",
            {"dead": 42, "injured": 60},
        ),
        ("The attack on the embassy of Chad killed three guards.", "attack", {"dead": 3}),
        (
            "Hundreds protested in Oslo while police of Chad arrested 20 students.",
            "protested",
            {"size": 200},
        ),
        (
            "Hundreds protested in Oslo while police of Chad arrested 20 students.",
            "arrested",
            {"detained": 20},
        ),
    ],
)
def test_numbers_hang_on_the_words_of_their_event(
    read: Read, text: str, words: str, counts: dict[str, int]
) -> None:
    event = next(e for e in read(text).events if words in e.trigger_text)
    assert {c.kind: c.value for c in event.counts} == counts


def test_no_number_leaks_to_another_event_of_the_sentence(read: Read) -> None:
    text = "Rebels killed six soldiers in Gao and the army killed two rebels in Kidal."
    dead = [[c.value for c in e.counts] for e in read(text).events]
    assert dead == [[6], [2]]
    told = "The army of Chad shelled a town a day after rebels killed nine soldiers of Mali."
    shelled = next(e for e in read(told).events if "shelled" in e.trigger_text)
    assert not shelled.counts


def test_at_least_a_dozen_is_a_lower_bound(read: Read) -> None:
    events = read("Rebels of Mali killed at least a dozen soldiers of Chad.").events
    assert [c.bound for e in events for c in e.counts] == ["at_least"]
