"""Standing stances: who holds what on which issue."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.records import Readout

Read = Callable[..., Readout]


@pytest.mark.parametrize(
    ("text", "holder", "stance", "issue"),
    [
        ("Spain does not recognise Kosovo's independence.", "Spain", "not recognise", "independence"),
        ("Spain has refused to recognise the referendum in Kosovo.", "Spain", "not recognise", "referendum"),
        ("Chad has pledged to comply with the embargo against Libya.", "Chad", "comply", "embargo"),
        ("Serbia opposes the plan for Kosovo.", "Serbia", "oppose", "plan"),
        ("Norway remains committed to a two-state solution.", "Norway", "committed", "solution"),
        ("Iran has voiced concern over the drills in the Gulf.", "Iran", "concern", "drills"),
        ("Kenya called Ghana its strategic partner.", "Kenya", "strategic partner", "Ghana"),
        ("Fiji and Tonga are close allies.", "Fiji", "ally", "Tonga"),
        ("Croatia is against a levy on parcels.", "Croatia", "against", "levy"),
        ("Latvia is in favour of shorter terms.", "Latvia", "favour", "terms"),
        ("Nicaragua refuses to leave the pact.", "Nicaragua", "not leave", "pact"),
        ("Samoa does not extradite its citizens.", "Samoa", "not extradite", "citizens"),
        ("Benin has banned frozen poultry since 2004.", "Benin", "ban", "poultry"),
        ("Brunei has no intention of leaving the bloc.", "Brunei", "intention", "leaving"),
        ("Malawi has no diplomatic relations with Yemen.", "Malawi", "relation", "Yemen"),
        ("Japan's policy is to host no missiles.", "Japan", "policy", "host no missiles"),
        ("Togo, a close ally of Benin, sent no envoy.", "Togo", "ally", "Benin"),
        ("Cuba views the growth of the base as a threat.", "Cuba", "threat", "base"),
        ("Malta is neutral under its charter.", "Malta", "neutral", "neutral"),
        ("Sudan has always denied that it arms the militia.", "Sudan", "deny", "militia"),
        ("Qatar said it opposed the tax on ships.", "it", "oppose", "tax"),
        ("Zambia will continue to support the clinic fund.", "Zambia", "support", "fund"),
        ("Panama insists that Peru pay the toll.", "Panama", "insist", "Peru pay"),
        ('"We are committed to the truce," President Ana Ruiz said.', "Ana Ruiz", "committed", "truce"),
        ("Peru said it was ready and that it did not support the tax.", "it", "support", "tax"),
        ("Spain is committed to the truce.", "Spain", "committed", "truce"),
        ("Chile is opposed to the levy.", "Chile", "opposed", "levy"),
        ("Austria does not allow trucks to cross at night.", "Austria", "not allow", "cross"),
    ],
)  # fmt: skip
def test_positions(read: Read, text: str, holder: str, stance: str, issue: str) -> None:
    found = [
        (p.holders[0].text, p.stance, p.issue)
        for p in read(text).positions
        if holder in p.holders[0].text and stance in p.stance and issue in p.issue
    ]
    assert len(found) == 1, read(text).positions


def test_both_of_two_partners_are_named(read: Read) -> None:
    text = "Armenia met envoys on Monday, while calling both Turkey and India its partners."
    position = next(p for p in read(text).positions if "partner" in p.stance)
    assert position.holders[0].text == "Armenia"
    assert len(position.towards) == 2
    assert "Turkey" in position.issue


@pytest.mark.parametrize(
    "text",
    [
        "Serbia opposed the plan yesterday.",
        "Kenya will recognise the island in September.",
        "If Gabon rejects the offer, talks end.",
        "It is unclear whether Chad supports the plan.",
        "Would Ghana accept a smaller share?",
        "The suspect was committed to prison.",
        "Laos has rejected the offer.",
        "Spain called the raid an outrage.",
        "Peru signed the pact, allowing trade.",
        "Togo, once an ally of Benin, sent no envoy.",
        "Mali may be open to a truce.",
        "The envoy called on Niger to remain neutral.",
        "The waiter supports the local team.",
        "It is raining in Oslo.",
        "",
    ],
)
def test_past_acts_and_private_people_hold_no_position(read: Read, text: str) -> None:
    assert read(text).positions == ()


def test_a_position_points_at_its_words(read: Read) -> None:
    readout = read("Spain does not recognise Kosovo's independence.")
    position = readout.positions[0]
    assert readout.article.words(position.issue_span) == position.issue
    assert "recognise" in readout.article.words(position.stance_span)


@pytest.mark.parametrize(
    ("text", "since"),
    [
        ("Benin has banned frozen poultry since 2004.", "2004"),
        ("Gabon has been neutral since the war of 1967.", "1967"),
        ("Chad claims the hills, which Niger has held since 1954.", None),
    ],
)
def test_since_belongs_to_the_stance(read: Read, text: str, since: str | None) -> None:
    assert [p.since for p in read(text).positions] == [since]


def test_those_inside_an_issue_are_whom_it_is_held_towards(read: Read) -> None:
    goods = read("Kuwait forbids the import of Chadian goods.").positions[0]
    assert [p.name for p in goods.towards] == ["Chad"]
    clause = read("Panama insists that Peru pay the toll.").positions[0]
    assert [p.name for p in clause.towards] == ["Peru"]
    assert read("Samoa does not extradite its citizens.").positions[0].towards == ()
