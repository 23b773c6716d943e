"""Organisations that no codebook has, as the recogniser sees them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.codebooks.actor_words import actor_words
from dragoman.codebooks.role_nouns import RoleNoun
from dragoman.extraction.actors.bodies import town
from dragoman.extraction.actors.description import Description, Setting
from dragoman.extraction.actors.places_in import country_of_place, states_in
from dragoman.extraction.actors.scan import Scan
from dragoman.extraction.actors.topics import told_by
from dragoman.records import Span
from dragoman.records.vocabulary import ActorKind, Sector

if TYPE_CHECKING:
    from spacy.tokens import Token

_GROUPS: frozenset[ActorKind] = frozenset(
    {"government", "organisation", "armed_group", "company", "media", "igo"}
)
_NO_BODIES = frozenset({"UTC", "GMT", "CET", "EST", "EDT", "PST", "BST", "CEST"})
_SAY_LITTLE: frozenset[Sector] = frozenset({"SOC", "UNK", "GOV"})
_KIND_OF: dict[Sector, ActorKind] = {"JRN": "media", "BUS": "company"}


def unknown_organisation(
    seen: Scan, start: int, end: int, setting: Setting
) -> tuple[Description, Span] | None:
    """Describe a phrase that ends in an organisation's name that no codebook has."""
    where = _entity(seen, seen.doc[seen.words[end - 1].token])
    if where is None or where[0] < start or where[1] > end:
        return None
    if seen.words[where[1] - 1].text in _NO_BODIES:
        return None
    if any(s.has("country", "capital", "place", "person") for s in seen.covering(*where)):
        return None
    iso3 = country_of_place(_text(seen, where))
    if iso3 and not any(s.entries for s in seen.covering(*where)):
        named = seen.words[slice(*where)]
        return town(iso3, named), Span(named[0].span.start, named[-1].span.end)
    roles: list[RoleNoun] = [r for s in seen.covering(*where) for r in s.values("role")]
    states = states_in(seen.covering(start, end), setting.day)
    sector: Sector = roles[-1].sector if roles else "UNK"
    if sector in _SAY_LITTLE:
        sector = told_by(seen.words[slice(*where)]) or sector
    kind: ActorKind = roles[-1].kind if roles and roles[-1].kind in _GROUPS else "organisation"
    description = Description(
        name=_text(seen, where),
        kind=_KIND_OF.get(sector, kind),
        countries=states or setting.sole,
        sector=sector,
        inherited=not states,
        confidence=0.5,
    )
    words = seen.words
    return description, Span(words[where[0]].span.start, words[where[1] - 1].span.end)


def named_organisation(seen: Scan, description: Description, head: Token) -> Description:
    """Give a body described by its last noun its full name: "Institute" of "… of Volcanology"."""
    where = _entity(seen, head)
    if where is None or where[1] - where[0] < 2:
        return description
    kind = description.kind
    if kind not in _GROUPS:
        kind = _KIND_OF.get(description.sector, "organisation")
    sector = description.sector
    if sector in {"SOC", "UNK"} or head.lower_ in actor_words().vague:
        sector = told_by(seen.words[slice(*where)]) or sector
    return description.but(
        name=_text(seen, where), kind=kind, sector=sector, office=None, mention="name", named=True
    )


def _entity(seen: Scan, token: Token) -> tuple[int, int] | None:
    """Return the words of the organisation's name in which a token stands, or None."""
    if token.ent_type_ != "ORG":
        return None
    doc, start, end = seen.doc, token.i, token.i + 1
    while start > 0 and doc[start].ent_iob_ == "I":
        start -= 1
    while end < len(doc) and doc[end].ent_iob_ == "I":
        end += 1
    where = seen.range_of(start, end)
    if where is None:
        return None
    first, last = where
    while first < last - 1 and seen.words[first].key == "the":
        first += 1
    while last > first + 1 and not seen.words[last - 1].text[:1].isalnum():
        last -= 1
    return (first, last) if seen.words[first].capital else None


def _text(seen: Scan, where: tuple[int, int]) -> str:
    start, end = seen.words[where[0]].span.start, seen.words[where[1] - 1].span.end
    return seen.passage.text[start - seen.passage.span.start : end - seen.passage.span.start]
