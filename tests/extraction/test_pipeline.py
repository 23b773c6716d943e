"""The pipeline: other languages are abstained from, one failing stage costs only its own records."""

from __future__ import annotations

import pytest

from dragoman.extraction import extract, extract_all, pipeline
from dragoman.extraction.language import LanguageModel
from dragoman.extraction.passages import ParsedArticle
from dragoman.records import Article, Readout

GERMAN = (
    "Der Bürgermeister sagte am Montag, dass die Brücke sicher sei und dass niemand "
    "die Stadt verlassen müsse, weil das Wasser wieder fällt."
)


def codes(readout: Readout) -> list[str]:
    return [problem.code for problem in readout.problems]


def test_another_language_is_abstained_from(model: LanguageModel) -> None:
    readout = extract(Article.from_text(GERMAN), model=model)
    assert codes(readout) == ["E_LANGUAGE"]
    assert not list(readout.records())


def test_readouts_come_in_order_whatever_the_language(model: LanguageModel) -> None:
    articles = [
        Article.from_text(text)
        for text in ["Anna Berg met Kurt Wolf in Oslo on Monday.", GERMAN, "The bridge held."]
    ]
    readouts = list(extract_all(articles, model=model))
    assert [r.article.id for r in readouts] == [a.id for a in articles]
    assert [codes(r) for r in readouts] == [[], ["E_LANGUAGE"], []]


def test_one_failing_stage_is_a_problem_and_the_rest_goes_on(
    model: LanguageModel, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_parsed: ParsedArticle) -> tuple[()]:
        raise RuntimeError("no clock")

    monkeypatch.setattr(pipeline, "find_times", broken)
    readout = extract(Article.from_text('"Nobody left," Anna Berg said on Monday.'), model=model)
    assert codes(readout) == ["E_EXTRACTION"]
    assert "no clock" in readout.problems[0].message
    assert readout.times == ()
    assert len(readout.quotations) == 1


@pytest.mark.parametrize("text", ["", " ", "\n\n", "?", "—", "((((((", "\u202e\u200b", "A" * 3000])
def test_odd_texts_give_a_readout(model: LanguageModel, text: str) -> None:
    readout = extract(Article.from_text(text), model=model)
    assert "E_EXTRACTION" not in codes(readout)
