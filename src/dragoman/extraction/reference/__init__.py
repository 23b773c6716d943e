"""Pronouns → actors: a small resolver by gender, number, recency and subjecthood."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterable

from dragoman.codebooks.gender import Gender
from dragoman.extraction.cast import Cast
from dragoman.extraction.passages import ParsedArticle
from dragoman.extraction.reference.candidates import candidates_of, sentence_numbers
from dragoman.extraction.reference.gender import genders
from dragoman.extraction.reference.pronouns import Pronoun, find_pronouns
from dragoman.extraction.reference.salience import Candidate, agrees, bars, score
from dragoman.records import Mention
from dragoman.records.base import record_id

# A pronoun reaches back over this many passages; further back no reader would go.
REACH = 4
# Mentions kept as candidates: with more, the nearest ones decide anyway.
KEPT = 40


def resolve_pronouns(parsed: ParsedArticle, cast: Cast) -> Cast:
    """Return the cast with a mention for each third-person pronoun that finds its actor.

    A pronoun that nothing before it fits stays unresolved. A mention's confidence says how far
    the best actor stands before the second best.
    """
    known = genders(parsed, cast)
    sentences = sentence_numbers(parsed)
    waiting = deque(candidates_of(parsed, cast, sentences))
    recent: deque[Candidate] = deque(maxlen=KEPT)
    counts: Counter[str] = Counter()
    found: list[Mention] = []
    for pronoun in find_pronouns(parsed):
        while waiting and waiting[0].mention.span.start < pronoun.span.start:
            entry = waiting.popleft()
            recent.append(entry)
            counts[entry.actor.id] += 1
        here = sentences[pronoun.passage_number][pronoun.token.i]
        ranked = _rank(pronoun, here, recent, known, counts)
        if not ranked:
            continue
        best, confidence = ranked
        mention = _mention(parsed, pronoun, best, confidence)
        found.append(mention)
        recent.append(
            Candidate(
                mention, best.actor, pronoun.token, pronoun.passage_number, here, pronoun.subject
            )
        )
    return cast.with_mentions(found)


def _rank(
    pronoun: Pronoun,
    sentence: int,
    recent: Iterable[Candidate],
    known: dict[str, Gender],
    counts: Counter[str],
) -> tuple[Candidate, float] | None:
    best: dict[str, tuple[float, Candidate]] = {}
    barred: set[str] = set()
    for candidate in recent:
        gender = known.get(candidate.actor.id)
        if pronoun.passage_number - candidate.passage_number > REACH:
            continue
        if not agrees(pronoun, candidate, gender):
            continue
        if bars(pronoun, candidate):
            barred.add(candidate.actor.id)
            continue
        value = score(pronoun, sentence, candidate, gender, counts[candidate.actor.id])
        if candidate.actor.id not in best or value > best[candidate.actor.id][0]:
            best[candidate.actor.id] = (value, candidate)
    ordered = sorted(
        ((v, c) for key, (v, c) in best.items() if key not in barred), key=lambda pair: -pair[0]
    )
    if not ordered:
        return None
    margin = ordered[0][0] - ordered[1][0] if len(ordered) > 1 else 3.0
    return ordered[0][1], _confidence(margin, known.get(ordered[0][1].actor.id), pronoun)


def _confidence(margin: float, gender: Gender | None, pronoun: Pronoun) -> float:
    """Map the margin to a probability: 0.5 for a tie, 0.92 where nobody else fits."""
    base = 0.5 + 0.42 * min(margin, 3.0) / 3.0
    if pronoun.form in {"he", "she"} and gender is None:
        base -= 0.08
    if pronoun.form in {"it", "they"}:
        base -= 0.12
    return round(max(0.3, base), 3)


def _mention(
    parsed: ParsedArticle, pronoun: Pronoun, candidate: Candidate, confidence: float
) -> Mention:
    return Mention(
        id=record_id(parsed.article.id, "mention", pronoun.span),
        evidence=(pronoun.span, candidate.mention.span),
        confidence=confidence,
        made_by=parsed.made_by,
        actor_id=candidate.actor.id,
        kind="pronoun",
        span=pronoun.span,
        text=parsed.words(pronoun.span),
        head=pronoun.span,
    )
