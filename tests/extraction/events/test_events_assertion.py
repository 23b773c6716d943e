"""What the rest of the sentence, its time and its speaker make of an event's status."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.records import Readout

Read = Callable[..., Readout]


def _statuses(readout: Readout, kind: str) -> list[str]:
    return [event.status for event in readout.events if event.type == kind]


@pytest.mark.parametrize(
    ("text", "kind", "status"),
    [
        # Answers: a denial, a charge in return, a name for the claim.
        ("Sudan claims that Chad shelled Tine, which Chad denies.", "ASSAULT", "denied"),
        ("Sudan accused Chad of shelling Tine; Chad called that nonsense.", "ASSAULT", "denied"),
        ("Chad rejected the claim that it had shelled Tine.", "ASSAULT", "denied"),
        ("Chad's army said that it had not shelled Tine.", "ASSAULT", "denied"),
        # Plans that were dropped, in their own clause or in the next.
        ("Kenya had planned to expel the Sudanese envoy but called it off.", "SANCTION", "cancelled"),
        ("Kenya was to have expelled the Sudanese envoy on Monday.", "SANCTION", "cancelled"),
        # What did not come about.
        ("Kenya ruled out talks with Sudan.", "CONSULT", "negated"),
        ("Kenya stopped short of condemning Sudan.", "ACCUSE", "negated"),
        # Asked, not done: negation and statement under another's verb.
        ("Ghana urged Kenya not to expel the Sudanese envoy.", "SANCTION", "hypothetical"),
        ("If Kenya expels the Sudanese envoy, Chad will protest.", "SANCTION", "hypothetical"),
        ("Will Kenya expel the Sudanese envoy?", "SANCTION", "hypothetical"),
        ("Kenya's minister told reporters that Kenya had expelled the Sudanese envoy.", "SANCTION", "actual"),
        # Held out.
        ("Chad will bomb Juba unless Sudan leaves, its president said.", "ASSAULT", "threatened"),
        ("Chad vowed to bomb Juba.", "ASSAULT", "threatened"),
        ("Kenya warned that Chad would bomb Juba.", "ASSAULT", "hypothetical"),
        ("Chad's rebels tried to storm the palace in N'Djamena.", "ASSAULT", "actual"),
        # An answer to something else is none.
        ("Chad shelled Tine and denied a report that it had met Sudan.", "ASSAULT", "actual"),
        # Only said.
        ("Sudan bombed Juba, the Kenyan minister claimed.", "ASSAULT", "alleged"),
        ("Chad is said to have bombed Juba.", "ASSAULT", "alleged"),
        ("Chad admitted that its troops had bombed Juba.", "ASSAULT", "actual"),
        # What was ordered is still to be done; what an order was for may be done.
        ("Kenya's president ordered the police to arrest the Sudanese envoy.", "COERCE", "planned"),
    ],
)  # fmt: skip
def test_status_after_the_whole_sentence(read: Read, text: str, kind: str, status: str) -> None:
    assert status in _statuses(read(text), kind), read(text).events


@pytest.mark.parametrize(
    ("text", "kind", "status"),
    [
        ("Chad was founded in 1960 after rebels attacked France.", "ASSAULT", "historical"),
        ("Sudan now trusts the general who once bombed Juba.", "ASSAULT", "historical"),
        ("Sudan has bombed Chad since 2009.", "ASSAULT", "actual"),
        ("Sudan accused Chad of having bombed Juba in 1994.", "ACCUSE", "actual"),
    ],
)
def test_what_is_history(read: Read, text: str, kind: str, status: str) -> None:
    assert _statuses(read(text), kind) == [status], read(text).events


def test_a_date_to_come_makes_a_plan_of_the_present_tense(read: Read) -> None:
    readout = read("Kenya's president visits Sudan in December 2023.", published="2023-11-02")
    assert _statuses(readout, "CONSULT") == ["planned"]


def test_who_says_it_in_the_middle_of_the_clause(read: Read) -> None:
    events = read("France, says Niger in a letter to the UN, is bombing Libya.").events
    assault = next(e for e in events if e.type == "ASSAULT")
    assert (assault.status, assault.claimed_by) == ("alleged", "Niger")


def test_an_official_is_believed_of_his_state_and_named(read: Read) -> None:
    events = read("Kenya expelled the Sudanese envoy, Kenya's foreign minister said.").events
    (expelled,) = (e for e in events if e.type == "SANCTION")
    assert expelled.status == "actual"
    assert expelled.claimed_by is not None


def test_a_threat_is_the_threateners_word(read: Read) -> None:
    (bombing,) = (e for e in read("Chad vowed to bomb Juba.").events if e.type == "ASSAULT")
    assert (bombing.status, bombing.claimed_by) == ("threatened", "Chad")


@pytest.mark.parametrize(
    ("text", "background"),
    [
        ("Kenya expelled the Sudanese envoy on Monday.", False),
        ("Kenya expelled the Sudanese envoy in August.", True),
        ("Kenya expelled the Sudanese envoy last year.", True),
        ("Kenya has expelled Sudanese envoys since August.", False),
        ("Kenya has expelled Sudanese envoys since 2019.", True),
        ("Kenya met Sudan on Monday.\n\nKenya praised Chad, which had expelled the Sudanese envoy.",
         True),
    ],
)  # fmt: skip
def test_what_is_background(read: Read, text: str, background: bool) -> None:
    (expelled,) = (e for e in read(text, published="2023-11-01").events if e.type == "SANCTION")
    assert expelled.background is background


def test_a_claim_that_a_noun_names_is_its_owners(read: Read) -> None:
    events = read("Chad rejected Sudan's claim that it had shelled Tine.").events
    (shelling,) = (e for e in events if e.type == "ASSAULT")
    assert (shelling.status, shelling.claimed_by) == ("denied", "Sudan")
