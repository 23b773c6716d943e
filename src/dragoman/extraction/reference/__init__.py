"""Pronouns → actors: a small resolver by gender, number, recency and subjecthood."""

from __future__ import annotations

from dragoman.extraction.cast import Cast
from dragoman.extraction.passages import ParsedArticle
from dragoman.extraction.reference.candidates import Candidate
from dragoman.extraction.reference.pronouns import Pronoun
from dragoman.extraction.reference.ranking import Ranking
from dragoman.records import Mention, Span
from dragoman.records.base import record_id


def resolve_pronouns(parsed: ParsedArticle, cast: Cast) -> Cast:
    """Return the cast with a mention for each third-person pronoun that finds its actor.

    A pronoun that stands for several ("they" for "A and B") has a mention for each. One that
    nothing fits, or that a noun without an actor fits best, stays unresolved. A mention's
    confidence is the share of its candidate's weight in that of all candidates.
    """
    found: list[Mention] = []
    for pronoun, best, confidence in Ranking(parsed, cast).resolved():
        found += _mentions(parsed, pronoun, best, confidence)
    return cast.with_mentions(found)


def _mentions(
    parsed: ParsedArticle, pronoun: Pronoun, best: Candidate, confidence: float
) -> list[Mention]:
    """Return a mention for each party; ids of all but the first take in the antecedent's place."""
    made = []
    actors: set[str] = set()
    for member in best.members:
        if member.actor_id in actors:
            continue
        anchor = _around(member.span, pronoun.span) if actors else pronoun.span
        actors.add(member.actor_id)
        made.append(
            Mention(
                id=record_id(parsed.article.id, "mention", anchor),
                evidence=(pronoun.span, member.span),
                confidence=confidence,
                made_by=parsed.made_by,
                actor_id=member.actor_id,
                kind="pronoun",
                span=pronoun.span,
                text=parsed.words(pronoun.span),
                head=pronoun.span,
            )
        )
    return made


def _around(member: Span, pronoun: Span) -> Span:
    # The member may hold the pronoun: "their schools" begins where "their" does.
    return Span(min(member.start, pronoun.start), max(member.end, pronoun.end))
