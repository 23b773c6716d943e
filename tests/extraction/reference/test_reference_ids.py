"""Each mention of a pronoun that stands for several parties has an id of its own."""

from __future__ import annotations

from dragoman.extraction.reference import _around
from dragoman.records import Span


def test_ids_of_joint_antecedents_differ() -> None:
    pronoun = Span(20, 25)
    before, holding = Span(3, 9), Span(20, 34)
    anchors = {pronoun, _around(before, pronoun), _around(holding, pronoun)}
    assert len(anchors) == 3
