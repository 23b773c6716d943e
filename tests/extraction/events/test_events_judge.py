"""The judge: what a candidate is seen as, how likely it is, and why."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.extraction.events import stage
from dragoman.extraction.events.features import ALONE, Seen, features
from dragoman.extraction.events.frames import Candidate
from dragoman.extraction.events.judge import KEPT_ALONE, KEPT_FROM, Judge, judge, kept_from
from dragoman.extraction.events.scene import Scene
from dragoman.records import Readout

Read = Callable[..., Readout]


def _seen(*names: str) -> Seen:
    return Seen(frozenset(names))


@given(st.frozensets(st.sampled_from(sorted(judge().weights)) | st.text(max_size=9)))
def test_any_features_give_a_probability(names: frozenset[str]) -> None:
    assert 0.0 <= judge().probability(Seen(names)) <= 1.0


def test_a_feature_that_speaks_for_an_event_makes_it_likelier() -> None:
    small = Judge({"actor:government": 2.0, "word~goal": -3.0}, intercept=-0.5)
    assert small.probability(_seen("actor:government")) > small.probability(_seen()) > 0.3
    assert small.probability(_seen("word~goal")) < small.probability(_seen("unknown"))
    assert small.reasons(_seen("word~goal", "unknown", "actor:government")) == (
        ("word~goal", -3.0), ("actor:government", 2.0),
    )  # fmt: skip


def test_what_a_text_speaks_of_weighs_if_the_vectors_are_of_the_same_model() -> None:
    up, down = np.array([1, 0], np.float32), np.array([0, 1], np.float32)
    small = Judge({}, 0.0, sentence=up - down, article=up)
    assert small.probability(Seen(frozenset(), up, up)) > 0.8
    assert small.probability(Seen(frozenset(), down, down)) < 0.3
    assert small.reasons(Seen(frozenset(), down, up)) == (
        ("topic of article", 1.0), ("topic of sentence", -1.0),
    )  # fmt: skip
    other = np.ones(3, np.float32)
    assert small.probability(Seen(frozenset(), other, other)) == 0.5


def test_a_whole_article_must_be_surer_than_a_sentence_that_was_chosen() -> None:
    assert kept_from(_seen("actor:GOV")) == KEPT_FROM > KEPT_ALONE == kept_from(_seen(ALONE))


def test_private_acts_told_in_an_interview_are_no_events(read: Read) -> None:
    told = (
        "My uncle taught me to bake. I asked him to help me with the shop, and he agreed.\n\n"
        "We met every Sunday and discussed bread. I thanked my customers, and they asked for rye.\n\n"
        "Police arrested the governor of Minsk on Friday over the shooting of two protesters."
    )
    events = read(told).events
    assert {event.type for event in events} <= {"COERCE", "ASSAULT"}
    assert any(event.trigger_text == "arrested" for event in events)


def test_what_the_judge_finds_unlikely_is_left_out(
    read: Read, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "Norwegian warplanes bombed a base of the rebels in Mali on Monday."
    monkeypatch.setattr(stage, "judge", lambda: Judge({}, intercept=-5.0))
    assert read(text).events == ()


def test_features_name_the_frame_the_parties_and_the_words(
    read: Read, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[Seen] = []

    def noted(candidate: Candidate, scene: Scene) -> Seen:
        seen.append(features(candidate, scene))
        return seen[-1]

    monkeypatch.setattr(stage, "features", noted)
    read("Norway's parliament condemned the arrest of two priests in Chad.")
    (condemned,) = (f.names for f in seen if "type=ACCUSE" in f.names)
    assert {"frame=condemn.v>ACCUSE", "actor:LEG", "actor:country", "word~priest"} <= condemned
    assert any(name.startswith("article officials=") for name in condemned)
