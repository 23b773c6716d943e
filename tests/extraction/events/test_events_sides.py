"""Who stands on which side: found in real articles, each with sentences of our own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.records import Event, Readout

Read = Callable[..., Readout]


def event(readout: Readout, kind: str, trigger: str = "") -> Event:
    return next(e for e in readout.events if e.type == kind and trigger in e.trigger_text)


def sides(found: Event) -> tuple[list[str], list[str]]:
    return [p.text for p in found.actors], [p.text for p in found.recipients]


@pytest.mark.parametrize(
    ("told", "kind", "actors", "recipients"),
    [
        ("Chad refused requests by the rebels to go to Mali.", "REJECT", ["Chad"], ["the rebels"]),
        ("Soldiers used tear gas to clear them.", "ASSAULT", ["Soldiers"], ["them"]),
        ("An abortion foe was charged with murder.", "ACCUSE", [], ["An abortion foe"]),
        ("Kenya condemned the bombings in Chad and Mali.", "ACCUSE", ["Kenya"], []),
        ("Ruto thanked Macron on Twitter.", "SUPPORT", ["Ruto"], ["Macron"]),
        ("Workers marched against the deportation of Ana Quispe.", "PROTEST", ["Workers"], []),
        (
            "The army launched air strikes against rebel camps in Mali.",
            "ASSAULT",
            ["The army"],
            ["rebel camps"],
        ),
        (
            "The governor of Lima endorsed his former rival, Ana Quispe, on Monday.",
            "SUPPORT",
            ["The governor of Lima"],
            ["Ana Quispe"],
        ),
        (
            "Police believe the Moyo clan was behind two killings in Lusaka last week.",
            "ASSAULT",
            ["the Moyo clan"],
            [],
        ),
        (
            "Norway accuses Chad of involvement in the poisoning of a former agent.",
            "ASSAULT",
            ["Chad"],
            ["a former agent"],
        ),
        ("Two clubs were subject to police raids in March.", "COERCE", ["police"], ["Two clubs"]),
        (
            "She also denied accusations made by the king's brother.",
            "ACCUSE",
            ["the king's brother"],
            ["She"],
        ),
        (
            "Authorities have blocked lawyers from visiting the bishop of Lima.",
            "CONSULT",
            ["lawyers"],
            ["the bishop of Lima"],
        ),
        ("Egypt is under pressure to outlaw the party.", "COERCE", ["Egypt"], ["the party"]),
        ("She's condemned the raid.", "ACCUSE", ["She"], ["the raid"]),
        (
            "The rebels say talks with the Kenyan military go on.",
            "CONSULT",
            ["the Kenyan military", "The rebels"],
            [],
        ),
        (
            "The buildup of Kenyan forces in the Persian Gulf goes on.",
            "MOBILIZE",
            ["Kenyan forces"],
            [],
        ),
        ("Kenya decided to deploy troops to the border.", "MOBILIZE", ["Kenya"], []),
        (
            "Spain refused to negotiate with Eta.",
            "REJECT",
            ["Spain"],
            ["Eta"],
        ),
    ],
)
def test_who_did_it_to_whom(
    read: Read, told: str, kind: str, actors: list[str], recipients: list[str]
) -> None:
    assert sides(event(read(told), kind)) == (actors, recipients)


def test_a_participle_after_an_arrest_tells_of_the_arrested(read: Read) -> None:
    found = read(
        "Police arrested two teenagers, accused of plotting an attack on a mosque in Oslo."
    )
    assert sides(event(found, "ACCUSE")) == ([], ["two teenagers"])


def test_what_is_told_of_a_bombing_is_not_done_by_its_target(read: Read) -> None:
    found = read("The bombing of a clinic that killed two guards shocked Lima.")
    assert sides(event(found, "ASSAULT", "killed")) == ([], ["two guards"])


def test_the_s_of_has_makes_no_passive(read: Read) -> None:
    found = read("He's also slammed the Peruvian Adjustment Act.")
    slammed = event(found, "ACCUSE")
    assert [p.text for p in slammed.actors] == ["He"]


def test_a_refusal_is_of_who_asked(read: Read) -> None:
    found = read("The government asked the judge to delay the ruling, but he declined.")
    assert sides(event(found, "REJECT")) == (["he"], ["The government"])
    offered = read(
        "The OBR had offered to draft a forecast, but the government rejected the offer."
    )
    assert sides(event(offered, "REJECT")) == (["the government"], ["The OBR"])


def test_a_pronoun_that_may_be_anybody_keeps_its_own_word(read: Read) -> None:
    """Two men of the same standing: whom "him" means is not said."""
    found = read(
        "Carlos Medina and Luis Rojas spoke in Lima. Pedro Alva and Juan Soto listened. Juan Soto "
        "and Carlos Medina left. Police arrested him."
    )
    (arrested,) = event(found, "COERCE").recipients
    assert (arrested.text, arrested.name, arrested.actor_id) == ("him", "him", None)


def test_a_nerve_agent_is_nobody(read: Read) -> None:
    told = "Doctors said a nerve agent attack by soldiers hurt nine villagers."
    assert all("agent" not in p.text for e in read(told).events for p in e.actors)


def test_the_deputy_of_a_minister_is_not_the_minister(read: Read) -> None:
    found = read("The deputy Russian foreign minister met the Kenyan envoy on Monday.")
    assert "Sergey Lavrov" not in [p.name for p in event(found, "CONSULT").actors]
