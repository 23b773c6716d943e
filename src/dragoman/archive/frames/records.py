"""Flat records, one a row: what `Archive.events`, `quotations` and `positions` give back.

Their fields are the columns of frames and of Parquet. Names are stable; several values in one
field are parted by "; ", one place for each party even where it is empty.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Annotated, Any, Generic, TypeVar, overload

from dragoman.archive.frames.framed import Framed

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class _OfArticle:
    """What every row says of its article."""

    article_id: str
    headline: str | None
    outlet: str | None
    url: str | None
    published: Annotated[str | None, "ISO 8601 without zone, as precise as the page says"]
    published_precision: Annotated[str | None, "year, month, day, minute, second"]
    published_zone: Annotated[str | None, "offset or UTC; empty: the page does not say"]
    published_from: Annotated[dt.date | None, "first day that it can be"]
    published_to: Annotated[dt.date | None, "last day that it can be"]
    published_utc: Annotated[dt.datetime | None, "only where the page gives time and zone"]
    added_at: Annotated[dt.datetime, "when the archive got it, UTC"]


@dataclass(frozen=True, slots=True)
class ArticleRow(_OfArticle):
    """One article."""

    revision: Annotated[int, "1 is the first that the archive has of the page"]
    language: Annotated[str | None, "ISO 639-1"]
    section: str | None
    standfirst: str | None
    byline: Annotated[str | None, "names, parted by '; '"]
    text: Annotated[str, "what all offsets count in"]
    events: Annotated[int, "how many records it has, of any status"]
    quotations: int
    positions: int
    made_by: Annotated[str, "versions of Dragoman, model and codebooks"]


@dataclass(frozen=True, slots=True)
class EventRow(_OfArticle):
    """One event as one article tells it."""

    event_id: str
    type: Annotated[str, "PLOVER type of the act itself"]
    modes: Annotated[str, "PLOVER modes, parted by '; '"]
    contexts: Annotated[str, "PLOVER contexts, parted by '; '"]
    cameo: Annotated[str | None, "CAMEO code; text: 042 is not 42"]
    quad: Annotated[int, "1 verbal, 2 material cooperation, 3 verbal, 4 material conflict"]
    score: Annotated[float, "PLOVER's scale, -10 (conflict) to +10 (cooperation)"]
    strict: Annotated[str | None, "type under PLOVER's own conventions; empty: not coded there"]
    status: Annotated[
        str, "actual, planned, hypothetical, threatened, negated, denied, alleged, ..."
    ]
    background: Annotated[bool, "told as background, not as news"]
    reciprocal: Annotated[bool, "done with one another: all parties are actors"]
    claimed_by: Annotated[str | None, "whose word it is, if not the reporter's"]
    actors: Annotated[str, "who: names, or the words where none is known, parted by '; '"]
    actor_countries: Annotated[str, "ISO-3 codes of each, parted by a space within a party"]
    actor_sectors: Annotated[str, "PLOVER sector of each; UNK: not known"]
    recipients: Annotated[str, "to whom, likewise"]
    recipient_countries: Annotated[str, "likewise"]
    recipient_sectors: Annotated[str, "likewise"]
    date: Annotated[str | None, "TIMEX value, as precise as the text"]
    date_precision: Annotated[str | None, "century to second; empty: it names no days"]
    date_from: Annotated[dt.date | None, "first day that it can be"]
    date_to: Annotated[dt.date | None, "last day that it can be"]
    place: str | None
    place_country: Annotated[str | None, "ISO-3"]
    admin1: Annotated[str | None, "first-level division"]
    latitude: Annotated[float | None, "degrees north"]
    longitude: Annotated[float | None, "degrees east"]
    place_precision: Annotated[str | None, "of the point: point, city, region, country, ..."]
    dead: Annotated[int | None, "people, as the article counts them; empty: it does not, never 0"]
    injured: Annotated[int | None, "likewise"]
    detained: Annotated[int | None, "likewise"]
    size: Annotated[int | None, "people in a crowd, likewise"]
    count_bounds: Annotated[str, "'dead at_least; size about'; exact ones are not named"]
    trigger: Annotated[str, "the word that tells the act"]
    evidence: Annotated[str, "the words from the first to the last that it rests on"]
    trigger_start: Annotated[int, "code points from the start of the text"]
    trigger_end: Annotated[int, "exclusive"]
    evidence_start: int
    evidence_end: Annotated[int, "exclusive"]
    chain: Annotated[str | None, "the way it reached the page, the origin first, parted by ' → '"]
    confidence: Annotated[float, "0 to 1: how likely type and parties are right"]


@dataclass(frozen=True, slots=True)
class QuotationRow(_OfArticle):
    """One act of reported speech."""

    quotation_id: str
    kind: Annotated[str, "direct, indirect, mixed"]
    speakers: Annotated[str, "names, or the words where none is known, parted by '; '"]
    speakers_as_printed: Annotated[str, "the words that name each: 'he'"]
    speaker_roles: Annotated[str, "as the text gives them"]
    speaker_countries: Annotated[str, "ISO-3 codes of each, parted by a space within a speaker"]
    speaker_sectors: Annotated[str, "PLOVER sector of each; UNK: not known"]
    text: Annotated[str, "its pieces as printed, joined by a space"]
    cue: Annotated[str | None, "the reporting word or label"]
    said_at: Annotated[str | None, "TIMEX value, if the text tells it"]
    said_precision: Annotated[str | None, "century to second; empty: it names no days"]
    said_from: Annotated[dt.date | None, "first day that it can be"]
    said_to: Annotated[dt.date | None, "last day that it can be"]
    standing: Annotated[str, "body, headline, ..."]
    translation: Annotated[str, "whether the words are likely a translation"]
    original_language: Annotated[str | None, "ISO 639-1"]
    misquotation: Annotated[bool, "a headline's words that the article does not quote as said"]
    start: Annotated[int, "code points from the start of the text"]
    end: Annotated[int, "exclusive"]
    chain: Annotated[str | None, "the way it reached the page, the origin first, parted by ' → '"]
    confidence: Annotated[float, "0 to 1"]


@dataclass(frozen=True, slots=True)
class PositionRow(_OfArticle):
    """One standing stance."""

    position_id: str
    holders: Annotated[str, "who holds it, parted by '; '"]
    holder_countries: Annotated[str, "ISO-3 codes of each, parted by a space within a holder"]
    holder_sectors: Annotated[str, "PLOVER sector of each; UNK: not known"]
    stance: Annotated[str, "as coded: 'does not recognise'"]
    issue: str
    towards: Annotated[str, "likewise, towards whom"]
    towards_countries: Annotated[str, "likewise"]
    towards_sectors: Annotated[str, "likewise"]
    since: Annotated[str | None, "TIMEX value, if the text tells it"]
    since_precision: Annotated[str | None, "century to second; empty: it names no days"]
    since_from: Annotated[dt.date | None, "first day that it can be"]
    since_to: Annotated[dt.date | None, "last day that it can be"]
    evidence: Annotated[str, "the words that state it"]
    start: Annotated[int, "code points from the start of the text"]
    end: Annotated[int, "exclusive"]
    confidence: Annotated[float, "0 to 1"]


class Records(Sequence[Row], Framed, Generic[Row]):
    """Flat records in the order of (published, id) of their articles; a record is made when asked for.

    Args:
        row: The class of the records.
        cells: The fields of each, in order.
        asked: What they are the answer to, in words.
    """

    def __init__(self, row: type[Row], cells: Sequence[tuple[Any, ...]], asked: str) -> None:
        self.row, self._rows, self.asked = row, cells, asked

    def __len__(self) -> int:
        return len(self._rows)

    @overload
    def __getitem__(self, at: int) -> Row: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Row]: ...
    def __getitem__(self, at: int | slice) -> Row | Sequence[Row]:
        if isinstance(at, slice):
            return type(self)(self.row, self._rows[at], self.asked)
        return self.row(*self._rows[at])

    def __iter__(self) -> Iterator[Row]:
        return (self.row(*cells) for cells in self._rows)

    def __repr__(self) -> str:
        return f"<{len(self):,} of {self.row.__name__}: {self.asked}>"

    def _repr_html_(self) -> str:
        from dragoman.archive.frames.display import records_html

        return records_html(self)

    def _cells(self, row: type) -> Sequence[tuple[Any, ...]]:  # noqa: ARG002 - they are ready
        return self._rows


class Events(Records[EventRow]):
    """Events, each as one article tells it."""


class Quotations(Records[QuotationRow]):
    """Quotations."""


class Positions(Records[PositionRow]):
    """Positions."""
