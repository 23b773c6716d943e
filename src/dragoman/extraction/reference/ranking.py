"""Ranks the candidates of each pronoun of an article, in the order of the text."""

from __future__ import annotations

import math
from collections import Counter, deque
from collections.abc import Iterator

from dragoman.codebooks.confidence import PronounGroup, pronoun_probability
from dragoman.codebooks.gender import Gender
from dragoman.codebooks.reporting import reporting_verbs, reporting_words
from dragoman.extraction.cast import Cast
from dragoman.extraction.passages import ParsedArticle
from dragoman.extraction.reference.candidates import Candidate, candidates_of, sentence_numbers
from dragoman.extraction.reference.gender import genders
from dragoman.extraction.reference.grammar import bars, subject_ahead
from dragoman.extraction.reference.pronouns import Pronoun, find_pronouns
from dragoman.extraction.reference.salience import (
    WEIGHTS,
    Case,
    Seen,
    Weights,
    agrees,
    case_of,
    score,
)
from dragoman.extraction.reference.speech import NOTHING, Around, around, stretch_at
from dragoman.text.folding import key
from dragoman.text.marks import find_quoted

# A pronoun reaches back over this many passages; further back no reader would go.
REACH = 4
# Candidates kept: with more, the nearest ones decide anyway.
KEPT = 80


class Ranking:
    """Finds the best candidate of each pronoun of one article."""

    def __init__(self, parsed: ParsedArticle, cast: Cast, weights: Weights = WEIGHTS) -> None:
        self._parsed, self._weights = parsed, weights
        self._headline = set(key(parsed.article.headline or ""))
        self._known = genders(parsed, cast)
        self._sentences = sentence_numbers(parsed)
        quoted = find_quoted(parsed.article.text, [p.span for p in parsed.passages])
        self._quoted = [q for q in quoted if q.depth == 0]
        self._starts = [q.outer.start for q in self._quoted]
        self._all = list(candidates_of(parsed, cast, self._sentences))
        self._at = {
            (c.passage_number, c.token.i): c
            for c in self._all
            if c.token is not None and len(c.members) == 1
        }
        self._recent: deque[Candidate] = deque(maxlen=KEPT)
        self._counts: Counter[str] = Counter()
        self._around: dict[int, Around] = {}
        self._headlined: dict[str, bool] = {}

    def resolved(self) -> Iterator[tuple[Pronoun, Candidate, float]]:
        """Yield each pronoun that finds a party, with its candidate and confidence."""
        waiting = deque(self._all)
        for pronoun in find_pronouns(self._parsed, self._quoted):
            while waiting and waiting[0].start < pronoun.span.start:
                entry = waiting.popleft()
                self._recent.append(entry)
                self._counts[entry.key] += 1
            while self._recent and pronoun.passage_number - self._recent[0].passage_number > REACH:
                self._recent.popleft()
            ranked = self._rank(pronoun)
            if ranked is None:
                continue
            best, confidence = ranked
            self._remember(pronoun, best)
            if best.members:
                yield pronoun, best, confidence

    def _remember(self, pronoun: Pronoun, best: Candidate) -> None:
        """Let the pronoun stand for its antecedent from here on."""
        again = best._replace(
            token=pronoun.token,
            start=pronoun.span.start,
            passage_number=pronoun.passage_number,
            sentence=self._sentence(pronoun),
            subject=pronoun.subject,
        )
        self._recent.append(again)
        self._counts[best.key] += 1
        self._at[pronoun.passage_number, pronoun.token.i] = again

    def _sentence(self, pronoun: Pronoun) -> int:
        return self._sentences[pronoun.passage_number][pronoun.token.i]

    def _rank(self, pronoun: Pronoun) -> tuple[Candidate, float] | None:
        ahead = self._ahead(pronoun)
        beside = self._beside(pronoun)
        after = ahead.token.i if ahead is not None and ahead.token is not None else -1
        case = case_of(pronoun, self._sentence(pronoun), after, beside.spoken_of)
        speaks = pronoun.subject and pronoun.token.head.lemma_.lower() in reporting_verbs()
        best: dict[str, tuple[float, Candidate]] = {}
        barred: set[str] = set()
        for candidate in (*self._recent, *((ahead,) if ahead is not None else ())):
            if not self._may(pronoun, candidate, speaks=speaks):
                continue
            if self._speaks(pronoun, candidate, beside.speakers) or bars(pronoun, candidate):
                barred.add(candidate.key)
                continue
            value = score(case, candidate, self._seen(case, candidate), self._weights)
            if candidate.key not in best or value > best[candidate.key][0]:
                best[candidate.key] = (value, candidate)
        ordered = sorted(
            ((v, c) for name, (v, c) in best.items() if name not in barred), key=lambda p: -p[0]
        )
        if not ordered:
            return None
        total = sum(math.exp(value) for value, _ in ordered)
        total += math.exp(self._weights.of_nobody(pronoun))
        return ordered[0][1], pronoun_probability(_group(pronoun), math.exp(ordered[0][0]) / total)

    def _may(self, pronoun: Pronoun, candidate: Candidate, *, speaks: bool) -> bool:
        """Whether a candidate agrees, and can do what the pronoun does."""
        if not agrees(pronoun, candidate, self._gender(candidate)):
            return False
        return not speaks or bool(candidate.members) or _carries_words(candidate)

    def _seen(self, case: Case, candidate: Candidate) -> Seen:
        stretch = stretch_at(self._quoted, candidate.start, self._starts)
        return Seen(
            self._gender(candidate),
            self._counts[candidate.key],
            self._in_headline(candidate),
            stretch not in {-1, case.pronoun.stretch},
        )

    def _in_headline(self, candidate: Candidate) -> bool:
        if candidate.actor is None or len(candidate.members) != 1:
            return False
        name = candidate.actor.name
        if name not in self._headlined:
            names = key(name)
            self._headlined[name] = bool(names) and names[-1] in self._headline
        return self._headlined[name]

    def _ahead(self, pronoun: Pronoun) -> Candidate | None:
        subject = subject_ahead(pronoun.token)
        if subject is None:
            return None
        return self._at.get((pronoun.passage_number, subject.i))

    def _gender(self, candidate: Candidate) -> Gender | None:
        return self._known.get(candidate.actor.id) if candidate.actor is not None else None

    def _beside(self, pronoun: Pronoun) -> Around:
        """Return who speaks next to the marks that the pronoun stands in, and of whom."""
        if pronoun.stretch < 0:
            return NOTHING
        if pronoun.stretch not in self._around:
            stretch = self._quoted[pronoun.stretch]
            self._around[pronoun.stretch] = around(pronoun.passage, stretch)
        return self._around[pronoun.stretch]

    def _speaks(self, pronoun: Pronoun, candidate: Candidate, speakers: frozenset[int]) -> bool:
        """Whether a candidate speaks the words in which the pronoun stands."""
        return any(
            (at := self._at.get((pronoun.passage_number, i))) is not None
            and at.key == candidate.key
            for i in speakers
        )


def _group(pronoun: Pronoun) -> PronounGroup:
    if pronoun.form in {"it", "they"}:
        return "other"
    return "person" if pronoun.stretch < 0 else "person_in_marks"


def _carries_words(candidate: Candidate) -> bool:
    token = candidate.token
    return token is not None and token.lemma_.lower() in reporting_words().statements
