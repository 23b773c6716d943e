"""How well each candidate fits a pronoun: recency, subjecthood, frequency, parallelism."""

from __future__ import annotations

from typing import NamedTuple

from dragoman.codebooks.gender import Gender
from dragoman.extraction.reference.candidates import Candidate
from dragoman.extraction.reference.grammar import embedding_subject, own_subject
from dragoman.extraction.reference.pronouns import Pronoun

_PLURAL_KINDS = frozenset(
    {"people", "collective", "armed_group", "organisation", "government", "company", "igo", "media"}
)
_THING_KINDS = frozenset(
    {"state", "government", "organisation", "igo", "company", "media", "armed_group", "collective"}
)


class Weights(NamedTuple):
    """What each ground counts; tuned on the tuning part of our own pronoun labels."""

    subject: float = 1.1
    sentence_back: float = 0.8
    passage_back: float = 0.7
    same_role: float = 0.4
    often: float = 0.06
    told_gender: float = 0.5
    named: float = 0.5
    embeds: float = 0.8
    own_subject: float = 0.4
    ahead: float = 0.6
    spoken_of: float = 0.8
    headline: float = 0.5
    marks_apart: float = 0.4
    rival: float = 0.1
    joined: float = 0.6
    singular_they: float = 0.5
    # The weight of "nobody that we see": a lone bad candidate is not certain.
    nobody: float = -2.3
    nobody_it: float = -1.0
    nobody_they: float = -1.5

    def of_nobody(self, pronoun: Pronoun) -> float:
        """Return the weight of "nobody that we see" for a pronoun."""
        if pronoun.form == "it":
            return self.nobody_it
        return self.nobody_they if pronoun.form == "they" else self.nobody


WEIGHTS = Weights()


class Case(NamedTuple):
    """A pronoun with what its sentence points at: words by their index, -1 for none.

    Attributes:
        pronoun: The pronoun.
        sentence: The number of its sentence in the article.
        embedding: The subject of the verb above: *Rotaru* said he left.
        own: The subject of its clause, for a possessive: *Rotaru* sold his boat.
        ahead: The main subject behind it: in his speech, *Rotaru* said …
        spoken_of: Whom the words around it are about: he said of *Rotaru*: "He …".
    """

    pronoun: Pronoun
    sentence: int
    embedding: int
    own: int
    ahead: int
    spoken_of: frozenset[int]


class Seen(NamedTuple):
    """What the article tells of a candidate: gender, how often it was named, and where."""

    gender: Gender | None
    named: int
    headline: bool
    marks_apart: bool


def case_of(pronoun: Pronoun, sentence: int, ahead: int, spoken_of: frozenset[int]) -> Case:
    """Return a pronoun with what its sentence points at."""
    embedding = embedding_subject(pronoun.token)
    own = own_subject(pronoun.token) if pronoun.possessive or pronoun.reflexive else None
    return Case(
        pronoun,
        sentence,
        embedding.i if embedding is not None else -1,
        own.i if own is not None else -1,
        ahead,
        spoken_of,
    )


def agrees(pronoun: Pronoun, candidate: Candidate, gender: Gender | None) -> bool:
    """Whether number and gender allow the candidate."""
    actor = candidate.actor
    if actor is None:
        return pronoun.form == ("they" if candidate.plural else "it")
    if len(candidate.members) > 1:
        return pronoun.form == "they"
    kind = actor.kind
    if pronoun.form in {"he", "she"}:
        wanted = "male" if pronoun.form == "he" else "female"
        return kind == "person" and not candidate.plural and gender in (None, wanted)
    if pronoun.form == "it":
        return kind in _THING_KINDS and not candidate.plural
    return kind in _PLURAL_KINDS or candidate.plural


def score(case: Case, candidate: Candidate, seen: Seen, weights: Weights) -> float:
    """Return how well a candidate fits; higher is better, comparable for one pronoun only."""
    w, pronoun = weights, case.pronoun
    back = case.sentence - candidate.sentence
    total = -w.sentence_back * max(back, 0)
    total -= w.passage_back * (pronoun.passage_number - candidate.passage_number)
    total += w.subject if candidate.subject else 0.0
    total += w.same_role if candidate.subject and pronoun.subject else 0.0
    total += w.often * min(seen.named, 8)
    total += w.told_gender if seen.gender is not None else 0.0
    total += w.headline if seen.headline else 0.0
    total -= w.marks_apart if seen.marks_apart else 0.0
    return total + _by_kind(case, candidate, w) + _by_sentence(case, candidate, w)


def _by_kind(case: Case, candidate: Candidate, w: Weights) -> float:
    if not candidate.members:
        return -w.rival
    if len(candidate.members) > 1:
        return w.joined
    total = w.named if candidate.members[0].kind == "name" else 0.0
    if case.pronoun.form == "they" and not candidate.plural:
        total -= w.singular_they
    return total


def _by_sentence(case: Case, candidate: Candidate, w: Weights) -> float:
    token = candidate.token
    if token is None or token.doc is not case.pronoun.token.doc:
        return 0.0
    total = w.spoken_of if token.i in case.spoken_of else 0.0
    for place, weight in (
        (case.embedding, w.embeds),
        (case.own, w.own_subject),
        (case.ahead, w.ahead),
    ):
        total += weight if token.i == place else 0.0
    return total
