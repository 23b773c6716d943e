"""Puts the speaker of a quotation where "we" or "I" acts ("We urge Chad …": who says so urges)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.extraction.clauses.grammar import verb_arguments
from dragoman.extraction.events.assertion import speakers_around
from dragoman.extraction.events.frames import Candidate
from dragoman.extraction.events.scene import Scene
from dragoman.extraction.events.turns import SPEECH_ACTS
from dragoman.extraction.passages import Passage

if TYPE_CHECKING:
    from spacy.tokens import Token

_FIRST_PERSON = frozenset({"we", "i"})


def spoken_for(candidate: Candidate, passage: Passage, scene: Scene) -> Candidate:
    """Return the candidate with the quotation's speaker for actor, if "we" or "I" is its subject.

    Only acts of speech: what "we" did with hands is often done by others of the speaker's side.
    """
    if candidate.actors or candidate.frame.type not in SPEECH_ACTS:
        return candidate
    if not any(map(_is_first_person, verb_arguments(candidate.trigger).subjects)):
        return candidate
    speakers = tuple(speakers_around(candidate.trigger, passage, scene))
    others = tuple(p for p in candidate.recipients if not any(scene.same(p, s) for s in speakers))
    return candidate._replace(actors=speakers, recipients=others)


def _is_first_person(token: Token) -> bool:
    return token.lower_ in _FIRST_PERSON
