"""Finds the places of an article: where they are named, which they are, and how they are meant."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from dragoman.codebooks.countries import countries
from dragoman.codebooks.gazetteer import PlaceKind, gazetteer, name_key
from dragoman.codebooks.outlets import outlet_named, outlets_by_domain
from dragoman.extraction.cast import Cast
from dragoman.extraction.passages import ParsedArticle
from dragoman.extraction.places.assemble import placed_record, unplaced_records
from dragoman.extraction.places.resolve import resolve
from dragoman.extraction.places.scan import toponyms_in
from dragoman.extraction.places.surroundings import is_given_name
from dragoman.extraction.places.toponyms import Toponym
from dragoman.extraction.places.uses import by_default, use_by_grammar
from dragoman.records import Article, Place
from dragoman.records.vocabulary import PlaceUse

if TYPE_CHECKING:
    from spacy.tokens import Span as DocSpan

_FAMOUS = 6.0  # a city of a million: "Kyiv" at the end of a person's name is the parser's slip


def find_places(parsed: ParsedArticle, cast: Cast) -> tuple[Place, ...]:
    """Return the article's places in the order of the text.

    Args:
        parsed: The parsed article.
        cast: Its actors: a name that is a person's is no place, and a metonym ("Moscow accused")
            is marked as one.
    """
    entities = [tuple(passage.doc.ents) for passage in parsed.passages]
    toponyms = [
        toponym
        for passage, named in zip(parsed.passages, entities, strict=True)
        for toponym in toponyms_in(passage, named)
        if not _is_a_person(toponym, cast)
    ]
    toponyms = _believable(toponyms, [entity for named in entities for entity in named])
    chosen = resolve(toponyms, home_country(parsed.article))
    pairs = list(zip(toponyms, chosen, strict=True))
    placed = [
        placed_record(parsed, toponym, at, _use(toponym, gazetteer().kind_of(at), cast))
        for toponym, at in pairs
        if at is not None
    ]
    unknown = [toponym for toponym, at in pairs if at is None and toponym.placelike]
    others = unplaced_records(
        parsed,
        [(t, _use(t, "city", cast)) for t in unknown if t.use == "literal"],
        [place for place in placed if place.use == "literal"],
    )
    return tuple(sorted((*placed, *others), key=lambda place: place.span))


def _believable(toponyms: Sequence[Toponym], entities: Sequence[DocSpan]) -> list[Toponym]:
    """Drop names that nothing in the article calls a place's, and names of its persons."""
    sure = {name_key(toponym.named) for toponym in toponyms if toponym.sure}
    placelike = {name_key(toponym.named) for toponym in toponyms if toponym.placelike}
    given, family = _person_names(entities)
    return [
        toponym
        for toponym in toponyms
        if (toponym.sure or name_key(toponym.named) in sure)
        and (
            name_key(toponym.named) in placelike
            or not (toponym.named in given or _is_family_name(toponym, family))
        )
    ]


def _is_family_name(toponym: Toponym, family: frozenset[str]) -> bool:
    best = toponym.candidates[0][1] if toponym.candidates else 0.0
    return toponym.named in family and best < _FAMOUS


def _person_names(entities: Sequence[DocSpan]) -> tuple[frozenset[str], frozenset[str]]:
    """Return the given and the family names of the persons whom the parser finds."""
    given, family = set(), set()
    for entity in entities:
        if entity.label_ == "PERSON" and len(entity) > 1:
            if is_given_name(entity[0].lower_):
                given.add(entity[0].text)
            family.add(entity[-1].text)
    return frozenset(given), frozenset(family)


def _is_a_person(toponym: Toponym, cast: Cast) -> bool:
    """Whether a name is (part of) a person's: not "French" in "French President Macron".

    The cast takes small towns for persons where the parser does; the words around a bare name
    ("the hospital in Churchill") weigh more.
    """
    if toponym.use == "demonym":
        return False
    return any(
        mention.kind == "name"
        and cast.actor_of(mention).kind == "person"
        and mention.span.contains(toponym.span)
        and not (toponym.placelike and toponym.span.contains(mention.head))
        and (not toponym.sure or mention.head.contains(toponym.span))
        for mention in cast.mentions_in(toponym.span)
    )


def _use(toponym: Toponym, kind: PlaceKind, cast: Cast) -> PlaceUse:
    """Return how the place is meant: by its grammar, by what the cast says, by its kind."""
    if toponym.use != "literal" or toponym.stands_alone:
        return toponym.use
    told = use_by_grammar(toponym.tokens, kind)
    if told is not None:
        return told
    metonym = any(m.kind == "metonym" for m in cast.mentions_in(toponym.span))
    return "metonym" if metonym else by_default(kind)


def home_country(article: Article) -> str | None:
    """Return the ISO-3 code of the outlet's country, from its name or its address; None if unknown."""
    outlet = outlet_named(article.outlet or "")
    host = (urlsplit(article.url).hostname or "") if article.url else ""
    for domain in _domains(host):
        outlet = outlet or outlets_by_domain().get(domain)
    if outlet is not None:
        return outlet.country or None
    ending = host.rpartition(".")[2].upper()
    ending = {"UK": "GB"}.get(ending, ending)
    return next((c.iso3 for c in countries().values() if c.iso2 == ending), None)


def _domains(host: str) -> Iterable[str]:
    parts = host.split(".")
    return (".".join(parts[at:]) for at in range(len(parts) - 1))
