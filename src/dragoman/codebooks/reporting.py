"""Verbs and nouns of reported speech, and which of their complements are the words reported."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple

from dragoman.codebooks.kept import kept
from dragoman.codebooks.loader import load_table, load_toml

Act = Literal["say", "ask", "promise", "claim", "urge", "name", "judge", "deny", "show"]
Frame = Literal[
    "clause",  # said (that) it rained
    "infinitive",  # promised to leave
    "object",  # announced a plan
    "predicate",  # called it a farce
    "as",  # described it as a farce
    "about",  # asked about the visit
    "of",  # warned of a famine
    "against",  # warned against a delay
    "to",  # pointed to the figures
    "gerund",  # reported raising money
    "order",  # asked the crowd to leave
    "marked",  # any complement that holds words in quotation marks
    "quote",  # only words in marks: "Yes," he laughed
]


class ReportingVerb(NamedTuple):
    """A verb that can report speech."""

    lemma: str
    act: Act
    frames: frozenset[Frame]


class ReportingWords(NamedTuple):
    """Nouns, frames and refusals of reported speech, lower-case lemmas."""

    nouns: frozenset[str]
    frames: frozenset[str]
    documents: frozenset[str]
    refusals: frozenset[str]
    silences: frozenset[str]
    withheld: frozenset[str]
    evasions: frozenset[str]
    approaches: frozenset[str]
    statements: frozenset[str]
    forums: frozenset[str]
    platforms: frozenset[str]
    citing: frozenset[str]


@kept()
def reporting_verbs() -> dict[str, ReportingVerb]:
    """Return every reporting verb by its lemma."""
    rows = load_table("reporting_verbs.tsv")
    return {
        row["verb"]: ReportingVerb(row["verb"], row["act"], frozenset(row["frames"].split(",")))  # type: ignore[arg-type]
        for row in rows
    }


@kept()
def reporting_words() -> ReportingWords:
    """Return the nouns, refusals and venues of reported speech."""
    table = load_toml("reporting_words.toml")
    return ReportingWords(*(frozenset(table[name]["lemmas"]) for name in ReportingWords._fields))


@kept()
def frame_shares() -> Mapping[str, float]:
    """Return for frames (and "noun") how often what they find unmarked is reported speech."""
    return {str(k): float(v) for k, v in load_toml("reporting_words.toml")["shares"].items()}
