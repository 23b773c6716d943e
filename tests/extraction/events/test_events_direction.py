"""Who did it to whom: actors and recipients under passives, light verbs and nominalisations."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.records import Event, Party, Readout

Read = Callable[..., Readout]


def words(parties: tuple[Party, ...]) -> str:
    return " ".join(party.text for party in parties)


def one(readout: Readout, kind: str) -> Event:
    found = [e for e in readout.events if e.type == kind]
    assert found, [(e.type, e.trigger_text) for e in readout.events]
    return found[0]


@pytest.mark.parametrize(
    ("text", "kind", "actor", "recipient"),
    [
        ("Peru accused Chile of spying.", "ACCUSE", "Peru", "Chile"),
        ("Chile was accused by Peru of spying.", "ACCUSE", "Peru", "Chile"),
        ("Kenya imposed sanctions on Eritrea on Monday.", "SANCTION", "Kenya", "Eritrea"),
        ("Sanctions were imposed on Eritrea by Kenya.", "SANCTION", "Kenya", "Eritrea"),
        ("Police arrested 30 protesters in Lagos.", "COERCE", "Police", "protesters"),
        ("The journalist, who was detained by police, is ill.", "COERCE", "police", "journalist"),
        ("Norway condemned the killing of civilians by Sudan.", "ACCUSE", "Norway", "Sudan"),
        ("Mali expelled the French ambassador on Friday.", "SANCTION", "Mali", "French"),
        ("Rebels opened fire on soldiers near Goma.", "ASSAULT", "Rebels", "soldiers"),
        ("The Philippine president paid a visit to Hanoi.", "CONSULT", "president", "Hanoi"),
        ("Japan urged Myanmar to free the prisoners.", "REQUEST", "Japan", "Myanmar"),
        ("Qatar called on Chad to hold elections.", "REQUEST", "Qatar", "Chad"),
        ("Oman sent tents and medicine to Yemen.", "AID", "Oman", "Yemen"),
        ("The army launched an airstrike on rebels.", "ASSAULT", "army", "rebels"),
        ("Ghana withdrew its troops from Mali.", "RETREAT", "Ghana", "Mali"),
        ("Thousands of farmers protested against the government.", "PROTEST", "farmers", "government"),
    ],
)  # fmt: skip
def test_actor_and_recipient(read: Read, text: str, kind: str, actor: str, recipient: str) -> None:
    event = one(read(text), kind)
    assert actor in words(event.actors)
    assert recipient in words(event.recipients)
    assert actor not in words(event.recipients)


@pytest.mark.parametrize(
    "text",
    [
        "Angela Merkel met with Xi Jinping in Beijing.",
        "Talks between Merkel and Xi resumed on Monday.",
        "Merkel and Xi held talks on trade.",
    ],
)
def test_a_meeting_is_one_event_of_all_its_parties(read: Read, text: str) -> None:
    meetings = [e for e in read(text).events if e.type == "CONSULT"]
    assert len(meetings) == 1
    assert meetings[0].reciprocal
    assert not meetings[0].recipients
    assert "Merkel" in words(meetings[0].actors)
    assert "Xi" in words(meetings[0].actors)


def test_a_shared_subject_acts_in_each_verb(read: Read) -> None:
    events = read("Turkey condemned the raid and recalled its ambassador from Israel.").events
    assert {e.type for e in events if words(e.actors) == "Turkey"} >= {"ACCUSE", "SANCTION"}


def test_a_subject_is_found_through_a_participle(read: Read) -> None:
    readout = read("President Lula da Silva arrived in Angola on Monday, praising the government.")
    assert "Lula" in words(one(readout, "SUPPORT").actors)


def test_the_two_countries_are_the_states_told_of_before(read: Read) -> None:
    readout = read("Italy met with Egypt on Monday. The two countries signed a trade agreement.")
    assert {p.name for p in one(readout, "SUPPORT").actors} == {"Italy", "Egypt"}


@pytest.mark.parametrize(
    "text",
    [
        "Ghana said on Monday that the road is long.",
        "The striker scored two goals as the midfielder watched the referee.",
        "Shares fell as investors sold stocks after the earnings report.",
        "The official asked not to be named.",
    ],
)
def test_statements_sport_and_markets_tell_no_event(read: Read, text: str) -> None:
    assert read(text).events == ()


def test_one_event_told_twice_is_one_record_with_a_mention(read: Read) -> None:
    readout = read(
        "Iran seized a Greek tanker on Friday.\n\nIran seized the Greek tanker off Oman."
    )
    seized = [e for e in readout.events if e.type == "COERCE"]
    assert len(seized) == 1
    assert len(seized[0].mentions) == 1


def test_an_event_carries_codes_reason_and_words(read: Read) -> None:
    readout = read("Kenya imposed sanctions on Eritrea on Monday, 30 October.")
    event = one(readout, "SANCTION")
    assert (event.cameo, event.modes, event.quad, event.score) == ("163", ("discontinue",), 4, -6.0)
    assert event.date == "2023-10-30"
    assert "economic" in event.contexts
    assert "impose.v" in event.why
    assert event.trigger_text == readout.article.words(event.trigger) == "imposed sanctions"


def test_counts_have_bounds(read: Read) -> None:
    readout = read("An airstrike by Israel on Gaza killed at least 12 people, officials said.")
    counts = {c.kind: (c.value, c.bound) for e in readout.events for c in e.counts}
    assert counts["dead"] == (12, "at_least")


@pytest.mark.parametrize(
    "text",
    [
        "RUSSIA ATTACKS KYIV; DOZENS DEAD",
        "09:05 Sirens. 09:10 Crowd leaves. 09:30 Calm",
        "• Sanctions • Talks • Visit • Arrest",
        "and and and of of of to to to",
        "Attack attack attack attack " * 40,
        "The minister, who met the envoy who met the king who met " * 25,
        "…",
    ],
)
def test_odd_texts_give_an_answer_or_none_and_no_problem(read: Read, text: str) -> None:
    readout = read(text)
    lost = [p for p in readout.problems if p.severity != "note"]
    assert not [p for p in lost if "events" in p.message or "positions" in p.message]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Premier Anna Berg visited Lisbon on Monday.", "Portugal"),
        ("Kenyan troops seized Ugandan territory on Monday.", "Uganda"),
    ],
)
def test_a_city_or_an_adjective_is_named_by_its_state(read: Read, text: str, name: str) -> None:
    assert name in [party.name for event in read(text).events for party in event.recipients]


def test_what_is_condemned_or_recognised_is_an_event_beside_it(read: Read) -> None:
    condemned = read("Norway condemned Sudan's attack on Chad on Monday.")
    assert words(one(condemned, "ACCUSE").actors) == "Norway"
    assert "Sudan" in words(one(condemned, "ASSAULT").actors)
    recognised = read("Chad refused to recognise Libya's annexation of the strip.")
    assert "Libya" in words(one(recognised, "COERCE").actors)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Norway said it would send tents to Chad.", "AGREE"),
        ("The rebels fired a volley of rockets at Goma.", "ASSAULT"),
        ("Chad lifted sanctions on Sudan on Monday.", "RETREAT"),
        ("Police used tear gas against demonstrators in Lagos.", "ASSAULT"),
        ("Ghana called for talks with Togo.", "REQUEST"),
        ("Togo extradited a banker to Ghana.", "COOPERATE"),
    ],
)
def test_frames_of_the_lexicon_tell_the_type(read: Read, text: str, kind: str) -> None:
    assert kind in {e.type for e in read(text).events}


@pytest.mark.parametrize(
    ("text", "kind", "actor", "recipient"),
    [
        ("The killing of a judge by gunmen was filmed.", "ASSAULT", "gunmen", "judge"),
        ("A visit by Gabon's president to Lima was announced.", "CONSULT", "Gabon", "Lima"),
        ("The expulsion of Malian diplomats by Niger followed.", "SANCTION", "Niger", "Malian"),
        ("Togo's criticism of Mali was unusual.", "ACCUSE", "Togo", "Mali"),
    ],
)
def test_a_noun_s_parties(read: Read, text: str, kind: str, actor: str, recipient: str) -> None:
    event = one(read(text), kind)
    assert actor in words(event.actors)
    assert recipient in words(event.recipients)
