"""What a text speaks of is a direction that texts on the same matter share."""

from __future__ import annotations

import numpy as np
import pytest

from dragoman.extraction.events.topics import article_topic, sentence_topic
from dragoman.extraction.language import load_model

ARMY = "The army shelled a village near the border, and soldiers fired at refugees."
WAR = "Rebels attacked an outpost; troops bombed their camp."
KITCHEN = "The cook stirred the soup, sliced an onion and tasted the bread."


def test_texts_on_one_matter_lie_nearer_than_others() -> None:
    army, war, kitchen = (article_topic([load_model().nlp(text)]) for text in (ARMY, WAR, KITCHEN))
    assert float(army @ war) > float(army @ kitchen)
    assert float(np.linalg.norm(army)) == pytest.approx(1.0, abs=1e-4)


def test_the_triggers_own_word_does_not_speak_for_its_sentence() -> None:
    doc = load_model().nlp("Workers strike. Workers sing.")
    strike, sing = doc[1], doc[4]
    assert np.allclose(sentence_topic(strike), sentence_topic(sing), atol=1e-5)


@pytest.mark.parametrize("text", ["", "...", "Xqzvy wqrtz 7"])
def test_a_text_without_known_words_speaks_of_nothing(text: str) -> None:
    assert not article_topic([load_model().nlp(text)]).any()
    assert not article_topic([]).size
