"""Times and places."""

from __future__ import annotations

from pydantic import Field

from dragoman.records.base import EvidenceRecord
from dragoman.records.vocabulary import PlacePrecision, PlaceUse, TimexType
from dragoman.text.spans import Span


class TimeRef(EvidenceRecord):
    """A time expression, resolved against the article's date.

    `value` is a TIMEX3 value: "2023-11-01", "2023-10", "2023-W44", "P3D", "PAST_REF",
    "FUTURE_REF", "PRESENT_REF", "2023-11-01TMO"; null where it cannot be resolved.
    """

    type: TimexType
    value: str | None
    span: Span
    text: str


class Place(EvidenceRecord):
    """A toponym and the place it stands for."""

    name: str
    span: Span
    text: str
    geonameid: int | None = None
    latitude: float | None = Field(default=None, ge=-90, le=90, description="Degrees north.")
    longitude: float | None = Field(default=None, ge=-180, le=180, description="Degrees east.")
    country: str | None = Field(default=None, description="ISO-3.")
    admin1: str | None = None
    precision: PlacePrecision = "unknown"
    use: PlaceUse = "literal"
    claimed_by: str | None = Field(
        default=None,
        description="Contested territory, as of the article's date: ISO-3 or names, joined by |.",
    )
    held_by: str | None = Field(default=None, description="Who holds it on that date, likewise.")
    candidates: int = Field(default=1, description="How many gazetteer entries bear the name.")
