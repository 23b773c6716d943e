"""Leaves out parties that are none: nobody did it, or it was done to nobody.

Slots lead to whatever stands in them: to the place of a shooting, to the victims of what is
condemned, to the troops that are sent.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.extraction.cast import Cast
from dragoman.extraction.clauses.parties import Parties
from dragoman.extraction.events.around import tells_harm
from dragoman.extraction.events.frames import Candidate
from dragoman.extraction.events.slots import BESIDE
from dragoman.extraction.passages import Passage
from dragoman.records import Party

if TYPE_CHECKING:
    from spacy.tokens import Token

_ARMED = ("armed", "police")
_SUFFERED = frozenset({"of", "on", "against", *BESIDE})


def pruned(candidate: Candidate, passage: Passage, cast: Cast) -> Candidate:
    """Return the candidate without the parties that are none.

    A bombing of which only the place is told keeps that: an act needs a side.
    """
    parties = Parties(passage, cast)
    if candidate.frame.type == "ASSAULT":
        # "The bombing of a clinic that killed two": not by the clinic.
        actors = tuple(p for p in candidate.actors if not _suffered(p, candidate, passage))
        if actors or candidate.recipients:
            candidate = candidate._replace(actors=actors)
    if not candidate.recipients:
        return candidate
    if candidate.frame.type == "MOBILIZE" and not candidate.actors:
        candidate = _of_themselves(candidate, passage, parties)
    kept = tuple(p for p in candidate.recipients if _is_recipient(p, candidate, passage, parties))
    return candidate._replace(recipients=kept) if kept or candidate.actors else candidate


def _of_themselves(candidate: Candidate, passage: Passage, parties: Parties) -> Candidate:
    """Return a deployment by nobody as that of those deployed ("police have been deployed")."""
    heads = [(party, passage.tokens(party.span)) for party in candidate.recipients]
    armed = [p for p, t in heads if t is not None and parties.group(t.root) in _ARMED]
    if not armed:
        return candidate
    others = tuple(p for p in candidate.recipients if p not in armed)
    return candidate._replace(actors=tuple(armed), recipients=others)


def _is_recipient(party: Party, candidate: Candidate, passage: Passage, parties: Parties) -> bool:
    tokens = passage.tokens(party.span)
    if tokens is None:
        return True
    root, kind = tokens.root, candidate.frame.type
    if kind == "ACCUSE":
        return not _is_victim(root, candidate.trigger)
    if kind == "ASSAULT":
        return not (_after(root, BESIDE) and parties.is_place(root))
    return kind != "MOBILIZE" or parties.group(root) not in _ARMED


def _suffered(party: Party, candidate: Candidate, passage: Passage) -> bool:
    tokens = passage.tokens(party.span)
    return tokens is not None and len(tokens) > 0 and _is_victim(tokens.root, candidate.trigger)


def _after(root: Token, prepositions: frozenset[str]) -> bool:
    return root.dep_ == "pobj" and root.head.lower_ in prepositions


def _is_victim(root: Token, trigger: Token) -> bool:
    """Whether somebody suffered what is condemned ("condemned the murder of the monks")."""
    if not _after(root, _SUFFERED):
        return False
    noun = root.head.head
    return noun != trigger and noun.pos_ == "NOUN" and tells_harm(noun)
