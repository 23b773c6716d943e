"""Paragraphs of our own are labelled by words, and each label finds its word."""

from __future__ import annotations

from collections import Counter

from dragoman.codebooks.plover import plover_types
from training.events.articles import paragraphs
from training.events.worksheets import DATA


def test_labels_of_paragraphs_name_a_type_and_a_word_of_the_paragraph() -> None:
    for line in (DATA / "paragraphs/something.txt").read_text(encoding="utf-8").splitlines():
        text, _, labels = line.partition("\t")
        for label in labels.split(";"):
            kind, _, word = label.partition("=")
            assert kind in plover_types()
            assert word.split("#")[0] in text


def test_paragraphs_give_right_and_wrong_candidates() -> None:
    found = Counter(one.right for one in paragraphs())
    assert found[False] > found[True] > 300
