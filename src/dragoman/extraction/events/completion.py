"""Looks further for who did it and to whom, where a frame's own slots name nobody.

A frame says where parties stand around its word. News also puts them elsewhere: behind the verb
that answers a request ("ignored the plea"), in the operation during which it was done ("killed in
a Kenyan raid"), in a pronoun or a common noun that no list of parties has.
"""

from __future__ import annotations

from dragoman.codebooks.reporting import reporting_verbs
from dragoman.extraction.cast import Cast
from dragoman.extraction.clauses.grammar import phrases_of, verb_arguments
from dragoman.extraction.clauses.parties import Parties
from dragoman.extraction.events.around import Around, first
from dragoman.extraction.events.doers import DOERS
from dragoman.extraction.events.frames import Candidate
from dragoman.extraction.events.receivers import RECEIVERS
from dragoman.extraction.events.slots import distinct, without
from dragoman.extraction.passages import Passage


def completed(candidate: Candidate, passage: Passage, cast: Cast) -> Candidate:
    """Return the candidate with the parties that stand outside its frame's slots."""
    around = Around(candidate, Parties(passage, cast))
    if not candidate.actors:
        candidate = candidate._replace(actors=without(first(DOERS, around), candidate.recipients))
    if not candidate.recipients and not candidate.mutual and candidate.frame.recipients:
        candidate = candidate._replace(
            recipients=without(first(RECEIVERS, around), candidate.actors)
        )
    if candidate.frame.mutual and len(candidate.actors) == 1 and not candidate.recipients:
        return _with_speaker(candidate, around)
    return candidate


def _with_speaker(candidate: Candidate, around: Around) -> Candidate:
    """Return an act of equals with who tells of it ("the rebels say talks with Mali go on")."""
    told_with = any(prep == "with" for prep, _ in phrases_of(candidate.trigger))
    if around.is_verb or not told_with or any(c.dep_ == "poss" for c in candidate.trigger.children):
        return candidate
    speakers = (
        party
        for above in candidate.trigger.ancestors
        if above.lemma_.lower() in reporting_verbs()
        for party in around.parties_of(verb_arguments(above).subjects)
    )
    both = distinct((*candidate.actors, *tuple(speakers)[:1]))
    return candidate._replace(actors=both, mutual=len(both) > 1)
