"""Who "the two" and "we" are, and what is nobody's act: parties as the article tells of them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.records import Event, Readout

Read = Callable[..., Readout]


def of_type(readout: Readout, kind: str) -> list[Event]:
    return [e for e in readout.events if e.type == kind]


def names(event: Event) -> list[str | None]:
    return [party.name for party in event.actors]


def test_the_two_presidents_are_those_told_of_before(read: Read) -> None:
    told = (
        "French President Emmanuel Macron phoned Brazilian President Luiz Inacio Lula da Silva on "
        "Monday. The two presidents met at the palace, where Kenyan President William Ruto was "
        "the host."
    )
    met = next(e for e in of_type(read(told), "CONSULT") if e.trigger_text == "met")
    assert len(met.actors) == 2
    assert "Emmanuel Macron" in names(met)
    assert not any("Ruto" in (name or "") for name in names(met))


def test_two_people_of_whom_nothing_was_told_stay_as_they_are_written(read: Read) -> None:
    (met,) = of_type(read("The two generals met in Oslo on Monday."), "CONSULT")
    assert [p.text for p in met.actors] == ["The two generals"]


def test_who_speaks_is_who_urges_under_we(read: Read) -> None:
    told = '"We urge Chad to free the prisoners," Norwegian Prime Minister Jonas Store said.'
    (urged,) = of_type(read(told), "REQUEST")
    assert any("Jonas" in (name or "") for name in names(urged))


def test_a_treaty_that_commits_its_parties_is_their_agreement(read: Read) -> None:
    told = "The treaty commits Chad and Niger to cut their armies by half."
    for event in of_type(read(told), "AGREE"):
        assert {"Chad", "Niger"} <= set(names(event))


@pytest.mark.parametrize(
    "text",
    [
        "It limits deployed missiles to 700 on each side.",
        "Niger counted the captured rifles in its depots.",
    ],
)
def test_a_participle_before_its_noun_tells_no_event(read: Read, text: str) -> None:
    assert not read(text).events


def test_a_headline_joins_two_names_by_a_comma(read: Read) -> None:
    (accused,) = of_type(read("Paris, Berlin condemn attack on embassy"), "ACCUSE")
    assert [p.text for p in accused.actors] == ["Paris", "Berlin"]


def test_who_is_asked_by_a_reporter_asks_for_nothing(read: Read) -> None:
    told = "Asked whether Norway had proof, the minister of Chad said her office had records."
    assert not of_type(read(told), "REQUEST")


def test_a_document_receives_nothing(read: Read) -> None:
    (left,) = of_type(read("Chile may withdraw from the treaty."), "RETREAT")
    assert not left.recipients


def test_where_a_border_is_closed_is_a_place_and_no_recipient(read: Read) -> None:
    told = "Bolivia closed the border crossing at Desaguadero on Tuesday."
    (closed,) = of_type(read(told), "COERCE")
    assert not closed.recipients
    assert closed.place == "Desaguadero"


def test_what_a_promise_brings_about_or_sends_receives_nothing(read: Read) -> None:
    (agreed,) = of_type(read("Chad agreed to open a joint office with Kenya."), "AGREE")
    assert [p.text for p in agreed.recipients] == ["Kenya"]
    (promised,) = of_type(read("The minister said that Chad would send 500 soldiers."), "AGREE")
    assert not promised.recipients


def test_an_accuser_does_not_speak_for_his_state_when_he_accuses_it(read: Read) -> None:
    told = "The Norwegian minister accused the Norwegian army of killing civilians."
    (killed,) = of_type(read(told), "ASSAULT")
    assert killed.status == "alleged"


def test_who_asks_for_no_gifts_asks_for_none(read: Read) -> None:
    assert all(
        e.status == "negated"
        for e in of_type(read("Norway asks for no presents from Chad."), "REQUEST")
    )


def test_the_city_of_a_signing_signs_nothing(read: Read) -> None:
    (signed,) = of_type(read("Norway signed a treaty in Prague."), "SUPPORT")
    assert not signed.recipients
    assert signed.place == "Prague"


@pytest.mark.parametrize(
    ("told", "kind", "recipients"),
    [
        ("France condemned the murder of the monks.", "ACCUSE", []),
        ("Guatemala condemned Chad's attack on the villages.", "ACCUSE", ["Chad"]),
        (
            "Kenya condemned the bombings of the French embassies.",
            "ASSAULT",
            ["the French embassies"],
        ),
        ("Gunmen opened fire on police in Paris.", "ASSAULT", ["police"]),
        ("Soldiers killed the mayor near Karak.", "ASSAULT", ["the mayor"]),
    ],
)
def test_places_and_victims_of_the_condemned_are_no_recipients(
    read: Read, told: str, kind: str, recipients: list[str]
) -> None:
    (event,) = of_type(read(told), kind)
    assert [party.text for party in event.recipients] == recipients


@pytest.mark.parametrize(
    ("told", "kind", "actors", "recipients"),
    [
        ("Mayor charged with fraud in Strelsau.", "ACCUSE", [], ["Mayor"]),
        ("Police arrested and jailed two editors.", "COERCE", ["Police"], ["two editors"]),
        (
            "The editors that police arrested on Friday are free.",
            "COERCE",
            ["police"],
            ["The editors"],
        ),
        (
            "Russia's ally fears the threat of an attack from Peru.",
            "THREATEN",
            ["Peru"],
            [],
        ),
    ],
)
def test_who_is_charged_and_who_threatens(
    read: Read, told: str, kind: str, actors: list[str], recipients: list[str]
) -> None:
    event = of_type(read(told), kind)[0]
    assert [party.text for party in event.actors] == actors
    assert [party.text for party in event.recipients] == recipients
