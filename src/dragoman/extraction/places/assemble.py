"""Resolved toponyms as records, and those that no gazetteer holds, with what the text says of them."""

from __future__ import annotations

from bisect import bisect_left
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
    surroundings = _Surroundings(placed)
    for toponym, use in toponyms:
        holders = [gazetteer().country(at) for at in toponym.within]
        around = holders[0] if holders else surroundings.country(toponym.span)
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


class _Surroundings:
    """The countries of the article's literal places, by where they stand."""

    def __init__(self, placed: Sequence[Place]) -> None:
        known = sorted((place.span.start, place.country) for place in placed if place.country)
        self._starts = [start for start, _ in known]
        self._countries = [country for _, country in known]
        ranked = Counter(self._countries).most_common(1)
        mostly = bool(ranked) and ranked[0][1] >= _MOSTLY * len(known)
        self._usual = ranked[0][0] if mostly else None

    def country(self, span: Span) -> str | None:
        """Return the country of the nearest place in the sentence, or of most of them."""
        at = bisect_left(self._starts, span.start)
        beside = [i for i in (at - 1, at) if 0 <= i < len(self._starts)]
        nearest = min(beside, key=lambda i: abs(self._starts[i] - span.start), default=None)
        if nearest is not None and abs(self._starts[nearest] - span.start) <= _CLOSE:
            return self._countries[nearest]
        return self._usual
