"""The event codebooks hold their own rules, and the validator sees a broken one."""

from __future__ import annotations

from collections import Counter
from typing import get_args

import pytest

from dragoman.codebooks.cameo import cameo_codes, narrowed
from dragoman.codebooks.event_words import domain_words, event_words, party_nouns
from dragoman.codebooks.loader import load_table
from dragoman.codebooks.plover import context_patterns, plover_types
from dragoman.codebooks.plover_lexicon import event_lexicon, lexicon_faults
from dragoman.codebooks.stances import stances
from dragoman.records.vocabulary import EventType

ROW = {
    "lemma": "scold", "pos": "v", "needs": "", "type": "ACCUSE", "mode": "disapprove",
    "cameo": "111", "roles": "S>O",
}  # fmt: skip


def test_the_lexicon_has_no_fault_and_covers_every_type() -> None:
    rows = load_table("plover_lexicon.tsv")
    assert list(lexicon_faults(rows)) == []
    counts = Counter(
        frame.type for index in event_lexicon() for listed in index.values() for frame in listed
    )
    assert set(counts) == set(get_args(EventType))
    assert counts.total() >= 4000
    assert min(counts.values()) >= 100


@pytest.mark.parametrize(
    ("column", "value", "fault"),
    [
        ("lemma", "Scold", "lower-case"),
        ("pos", "x", "part of speech"),
        ("type", "FIGHT", "no such type"),
        ("mode", "visit", "has no mode"),
        ("cameo", "999", "CAMEO"),
        ("roles", "S=>O", "roles"),
        ("needs", "obj:", "condition"),
    ],
)
def test_the_validator_sees_a_broken_row(column: str, value: str, fault: str) -> None:
    assert list(lexicon_faults([ROW])) == []
    assert any(fault in said for said in lexicon_faults([{**ROW, column: value}]))


def test_the_validator_sees_a_frame_that_stands_twice() -> None:
    assert any("twice" in said for said in lexicon_faults([ROW, dict(ROW)]))


def test_words_that_share_a_frame_stand_in_one_row() -> None:
    listed = {**ROW, "lemma": "scold,chide"}
    assert list(lexicon_faults([listed])) == []
    assert list(lexicon_faults([ROW, listed])) == []  # a word's own row stands over a list's
    assert any("'chide' stands twice" in said for said in lexicon_faults([listed, dict(listed)]))
    assert any("lower-case" in said for said in lexicon_faults([{**ROW, "lemma": "scold,"}]))


def test_the_most_specific_frame_comes_first() -> None:
    for frames in event_lexicon().verbs.values():
        weights = [frame.weight for frame in frames]
        assert weights == sorted(weights, reverse=True)


def test_quads_and_scores_follow_the_manual() -> None:
    types = plover_types()
    assert (types["CONSULT"].quad, types["AID"].quad, types["SANCTION"].quad) == (1, 2, 4)
    assert types["CONSULT"].score_of(("visit",)) == 4.0
    assert types["ASSAULT"].score_of(()) == -9.0
    assert all(-10 <= s <= 10 for t in types.values() for s in (t.score, *t.modes.values()))


def test_contexts_are_the_37_and_match_words_not_parts_of_words() -> None:
    patterns = context_patterns()
    assert len(patterns) == 37
    assert patterns["terrorism"].search("a terrorist cell")
    assert not patterns["legislative"].search("the billboard")


def test_cameo_codes_become_types_and_statements_are_dropped() -> None:
    codes = cameo_codes()
    assert codes["042"].type == "CONSULT"
    assert codes["042"].mode == "visit"
    assert codes["190"].goldstein == -10
    assert not any(code.startswith("01") for code in codes)


def test_word_lists_are_there_and_lower_case() -> None:
    assert "launch" in event_words("grammar", "light")
    assert "rebel" in party_nouns("armed")
    assert "goalkeeper" in domain_words()["sport"]
    assert stances().verbs["comply"].by == ("with",)


@pytest.mark.parametrize(
    ("code", "contexts", "narrow"),
    [
        ("031", ("economic",), "0311"),
        ("031", ("military", "technology"), "0312"),
        ("031", ("economic", "military"), "031"),
        ("031", (), "031"),
        ("042", ("economic",), "042"),
    ],
)
def test_a_code_is_narrowed_by_one_context(
    code: str, contexts: tuple[str, ...], narrow: str
) -> None:
    assert narrowed(code, contexts) == narrow
