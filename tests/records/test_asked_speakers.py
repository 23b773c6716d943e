"""Speakers asked for by name, surname, office, role, or by those they speak for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.records import Actor, ChainLink, Mention, Readout, SourceChain, Span, Speaker
from dragoman.records.asked import Asked

SPAN = Span(0, 1)


def _actor(name: str, *texts: tuple[str, str]) -> tuple[Actor, list[Mention]]:
    actor = Actor(id=f"s{name}", evidence=(SPAN,), name=name, kind="person")
    mentions = [
        Mention.model_validate(
            {
                "id": f"m{text}", "evidence": (SPAN,), "actor_id": actor.id, "kind": kind,
                "span": SPAN, "text": text, "head": SPAN,
            }
        )
        for kind, text in texts
    ]  # fmt: skip
    return actor, mentions


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ("Ionescu", True), ("ionescu", True), ("IONESCU, Stefan", True), ("Ștefan Ionescu", True),
        ("Shtefan", True), ("foreign minister", True), ("Foreign Minister of Moldova", True),
        ("minister", True), ("Chisinau", False), ("Ion", False), ("prime minister", False),
        ("", False), ("?", False),
    ],
)  # fmt: skip
def test_a_person_is_found_by_what_people_type(wanted: str, found: bool) -> None:
    actor, mentions = _actor(
        "Ștefan Ionescu", ("name", "Shtefan Ionescu"), ("office", "the foreign minister of Moldova")
    )
    speaker = Speaker(text="he", span=SPAN, name=actor.name, actor_id=actor.id)
    assert Asked([actor], mentions, wanted).among([speaker]) is found


@pytest.mark.parametrize(
    ("text", "wanted", "found"),
    [
        ("a senior Kremlin official", "Kremlin official", True),
        ("an adviser to the president", "president", False),
        ("an adviser to the president", "adviser", True),
        ("Macron’s spokesman", "Macron", False),
        ("sources close to Holm", "Holm", False),
        ("two diplomats, who met the minister", "minister", False),
        ("the minister of foreign affairs", "minister of foreign affairs", True),
    ],
)
def test_whom_a_description_describes(text: str, wanted: str, found: bool) -> None:
    speakers = [Speaker(text=text, span=SPAN, confidence=0.4)]
    assert Asked((), (), wanted).among(speakers) is found


def test_by_name_role_and_those_spoken_for(readout: Readout) -> None:
    headline, direct, indirect = readout.quotations
    assert readout.quotations_by("holm") == readout.quotations_by("foreign minister") == (direct,)
    assert readout.quotations_by("Ilya Brand") == (indirect,)
    assert readout.quotations_by("Lavrov") == ()
    assert readout.refusals_by("Brand") == readout.nonstatements
    assert headline.speakers == ()
    link = ChainLink(role="speaker", name="Brand", span=SPAN, speaks_for="the Palace of Sarmatia")
    chain = SourceChain(
        id="c1", evidence=(SPAN,), links=(link,), scope="quotation", covers=indirect.content
    )
    spoken_for = readout.model_copy(update={"chains": (chain,)})
    assert spoken_for.quotations_by("palace") == (indirect,)


@given(st.text(max_size=40), st.text(max_size=40))
def test_any_words_give_an_answer(text: str, wanted: str) -> None:
    Asked((), (), wanted).among([Speaker(text=text, role=text)])
    assert not Asked((), (), "").among([Speaker(text=text, role=text, name=text)])
