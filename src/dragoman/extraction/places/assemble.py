"""Resolved toponyms as records, and those that no gazetteer holds, with what the text says of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from dragoman.codebooks.gazetteer import Entry, gazetteer
from dragoman.extraction.passages import ParsedArticle
from dragoman.extraction.places.toponyms import Toponym
from dragoman.records import Place, Span, record_id
from dragoman.records.vocabulary import PlacePrecision, PlaceUse

_PRECISION: dict[str, PlacePrecision] = {
    "city": "city",
    "admin1": "region",
    "admin2": "region",
    "area": "region",
    "country": "country",
    "continent": "continent",
    "region": "region",
    "water": "region",
    "site": "point",
}
_CLOSE = 200  # characters: about a sentence
_MOSTLY = 0.6  # of the article's places


def placed_record(parsed: ParsedArticle, toponym: Toponym, at: int, use: PlaceUse) -> Place:
    """Return the record of a toponym that was resolved to a place of the gazetteer."""
    article = parsed.article
    entry: Entry = gazetteer().entry(at)
    standing = gazetteer().standing(at, article.published.day if article.published else None)
    return Place(
        id=record_id(article.id, "place", toponym.span),
        evidence=(toponym.span,),
        made_by=parsed.made_by,
        name=entry.name,
        span=toponym.span,
        text=article.words(toponym.span),
        geonameid=entry.geonameid,
        latitude=entry.latitude,
        longitude=entry.longitude,
        country=entry.country,
        admin1=entry.admin1 if entry.kind != "country" else None,
        precision=_PRECISION[entry.kind],
        use=use,
        claimed_by="|".join(standing.claimed_by) if standing else None,
        held_by="|".join(standing.held_by) if standing else None,
        candidates=max(1, len(toponym.candidates)),
    )


def unplaced_records(
    parsed: ParsedArticle, toponyms: Iterable[tuple[Toponym, PlaceUse]], placed: Sequence[Place]
) -> Iterator[Place]:
    """Yield records of places that the gazetteer lacks: a name, and a country where it is known.

    Args:
        parsed: The article.
        toponyms: The toponyms with their uses, in the order of the text.
        placed: The article's literal places that have been resolved.
    """
    country_of: dict[str, str | None] = {}
    for toponym, use in toponyms:
        holders = [gazetteer().country(at) for at in toponym.within]
        around = holders[0] if holders else _country_around(toponym.span, placed)
        yield Place(
            id=record_id(parsed.article.id, "place", toponym.span),
            evidence=(toponym.span,),
            made_by=parsed.made_by,
            name=toponym.named,
            span=toponym.span,
            text=parsed.article.words(toponym.span),
            country=country_of.setdefault(toponym.named, around),
            use=use,
            candidates=len(toponym.candidates),
        )


def _country_around(span: Span, placed: Sequence[Place]) -> str | None:
    """Return the country of the nearest place in the sentence, or of most places of the article."""
    known = [(place.span, place.country) for place in placed if place.country]
    near = [(abs(there.start - span.start), country) for there, country in known]
    if near and min(near)[0] <= _CLOSE:
        return min(near)[1]
    ranked = Counter(country for _, country in known).most_common(1)
    if ranked and ranked[0][1] >= _MOSTLY * len(known):
        return ranked[0][0]
    return None
