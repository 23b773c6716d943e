"""Whether an event happened: tense, modals, negation, governors, claims, time."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.extraction.events import (
    coded_by_plover,
    drop_negated,
    future_cooperation_as_agree,
)
from dragoman.extraction.events.project import strict_type
from dragoman.extraction.events.when import months_before
from dragoman.records import Instant, Readout

Read = Callable[..., Readout]


@pytest.mark.parametrize(
    ("text", "kind", "status"),
    [
        ("Kenya expelled the Sudanese envoy.", "SANCTION", "actual"),
        ("The president of Ghana will visit Togo next week.", "CONSULT", "planned"),
        ("Erdogan to visit Angola in May", "CONSULT", "planned"),
        ("Norway to impose sanctions on Iran", "SANCTION", "planned"),
        ("China to send troops to Mali", "MOBILIZE", "planned"),
        ("Kenya plans to expel the Sudanese envoy.", "SANCTION", "planned"),
        ("Kenya may expel the Sudanese envoy.", "SANCTION", "hypothetical"),
        ("Ghana urged Kenya to expel the Sudanese envoy.", "SANCTION", "hypothetical"),
        ("Kenya did not expel the Sudanese envoy.", "SANCTION", "negated"),
        ("Kenya failed to expel the Sudanese envoy.", "SANCTION", "negated"),
        ("Police made no arrests in Accra.", "COERCE", "negated"),
        ("Kenya threatened to expel the Sudanese envoy.", "SANCTION", "threatened"),
        ("Rwanda denied arming the rebels.", "AID", "denied"),
        ("Kenya expelled the Sudanese envoy in 2011.", "SANCTION", "historical"),
        ("Kenya claims that Sudan bombed Juba.", "ASSAULT", "alleged"),
        ("Sudan allegedly bombed Juba.", "ASSAULT", "alleged"),
    ],
)
def test_status(read: Read, text: str, kind: str, status: str) -> None:
    events = {e.type: e.status for e in read(text).events}
    assert events.get(kind) == status, events  # type: ignore[call-overload]


def test_what_is_presupposed_is_not_negated_with_its_verb(read: Read) -> None:
    events = read("Chad refused to recognise Libya's annexation of the Aouzou strip.").events
    annexation = next(e for e in events if e.type == "COERCE")
    assert (annexation.status, annexation.background) == ("historical", True)


def test_who_claims_is_kept(read: Read) -> None:
    events = read("Sudan bombed Juba, Kenya said.").events
    assault = next(e for e in events if e.type == "ASSAULT")
    assert (assault.claimed_by, assault.status) == ("Kenya", "alleged")


def test_an_actors_own_act_is_not_alleged(read: Read) -> None:
    events = read("Kenya said that it had expelled the Sudanese envoy.").events
    assert [e.status for e in events if e.type == "SANCTION"] == ["actual"]


def test_background_label(read: Read) -> None:
    readout = read("Kenya met Sudan on Monday.\n\nBackground: In October, Kenya sent aid to Chad.")
    assert [e.background for e in readout.events if e.type == "AID"] == [True]
    assert [e.background for e in readout.events if e.type == "CONSULT"] == [False]


@pytest.mark.parametrize(
    ("kind", "status", "refused", "blocs", "strict"),
    [
        ("CONSULT", "planned", False, False, "AGREE"),
        ("CONSULT", "cancelled", False, False, "REJECT"),
        ("RETREAT", "planned", False, False, "CONCEDE"),
        ("ASSAULT", "threatened", False, False, "THREATEN"),
        ("RETREAT", "negated", True, False, "REJECT"),
        ("RETREAT", "negated", False, False, None),
        ("ACCUSE", "actual", False, True, None),
        ("AID", "actual", False, False, "AID"),
    ],
)
def test_strict_types(
    kind: str, status: str, refused: bool, blocs: bool, strict: str | None
) -> None:
    found = strict_type(kind, status, refused=refused, left_out=blocs)  # type: ignore[arg-type]
    assert found == strict


def test_projections_on_records(read: Read) -> None:
    planned = read("The president of Ghana will visit Togo next week.").events[0]
    agreed = future_cooperation_as_agree(planned)
    assert (agreed.type, agreed.modes, agreed.score) == ("AGREE", (), 2.5)
    denied = read("Rwanda denied arming the rebels.").events
    assert [e for e in drop_negated(denied) if e.status == "denied"] == []


def test_an_agreement_and_its_content_are_one_event_in_plovers_eyes(read: Read) -> None:
    events = read("Honduras has agreed to withdraw its troops from Belize.").events
    assert {e.type for e in events} == {"AGREE", "RETREAT"}
    coded = coded_by_plover(events)
    assert [e.type for e in coded] == ["AGREE"]
    assert coded[0].recipients[0].text == "Belize"


def test_the_west_is_no_party_for_plover(read: Read) -> None:
    events = read("Belarus condemned the West on Friday.").events
    assert [(e.type, e.strict) for e in events] == [("ACCUSE", None)]


def test_months_before() -> None:
    published = Instant(value="2023-11-01", precision="day")
    assert months_before("2022-10", published) == 13
    assert months_before("2022", published) == 11
    assert months_before("1990", published) == 395
    assert months_before(None, published) is None
    assert months_before("PAST_REF", published) is None


@pytest.mark.parametrize(
    ("text", "coded"),
    [
        ("Three opposition leaders were arrested in Chad on Monday.", ["COERCE"]),
        ("A man was stabbed in a bar in Oslo on Monday.", []),
    ],
)
def test_a_harm_by_nobody_named_is_coded_if_it_is_politics(
    read: Read, text: str, coded: list[str]
) -> None:
    assert [event.strict for event in coded_by_plover(read(text).events)] == coded


def test_one_act_told_twice_in_a_sentence_is_coded_once(read: Read) -> None:
    told = "Nine protesters were killed when police opened fire on them in Chad on Monday."
    coded = coded_by_plover(read(told).events)
    assert len(coded) == 1
    assert coded[0].actors
