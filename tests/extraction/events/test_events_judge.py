"""The judge: what a candidate is seen as, how likely it is, and why."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.extraction.events import stage
from dragoman.extraction.events.features import features
from dragoman.extraction.events.frames import Candidate
from dragoman.extraction.events.judge import KEPT_FROM, Judge, judge
from dragoman.extraction.events.scene import Scene
from dragoman.records import Readout

Read = Callable[..., Readout]


@given(st.lists(st.sampled_from(sorted(judge().weights)) | st.text(max_size=9)))
def test_any_features_give_a_probability(names: list[str]) -> None:
    assert 0.0 <= judge().probability(names) <= 1.0


def test_a_feature_that_speaks_for_an_event_makes_it_likelier() -> None:
    small = Judge({"actor:government": 2.0, "word~goal": -3.0}, intercept=-0.5)
    assert small.probability(["actor:government"]) > small.probability([]) > 0.3
    assert small.probability(["word~goal"]) < small.probability(["unknown"])
    assert small.reasons(["word~goal", "unknown", "actor:government"]) == (
        ("word~goal", -3.0), ("actor:government", 2.0),
    )  # fmt: skip


def test_events_say_how_likely_they_were_judged(read: Read) -> None:
    (event,) = read("Norwegian warplanes bombed a base of the rebels in Mali on Monday.").events
    assert event.confidence >= KEPT_FROM
    assert f"judged {event.confidence:.2f} likely" in event.why


def test_what_the_judge_finds_unlikely_is_left_out(
    read: Read, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "Norwegian warplanes bombed a base of the rebels in Mali on Monday."
    monkeypatch.setattr(stage, "judge", lambda: Judge({}, intercept=-5.0))
    assert read(text).events == ()


def test_features_name_the_frame_the_parties_and_the_words(
    read: Read, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[frozenset[str]] = []

    def noted(candidate: Candidate, scene: Scene) -> frozenset[str]:
        seen.append(features(candidate, scene))
        return seen[-1]

    monkeypatch.setattr(stage, "features", noted)
    read("Norway's parliament condemned the arrest of two priests in Chad.")
    (condemned,) = (f for f in seen if "type=ACCUSE" in f)
    assert {"frame=condemn.v>ACCUSE", "actor:LEG", "actor:country", "word~priest"} <= condemned
    assert any(name.startswith("article officials=") for name in condemned)
