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
