"""What counting gives back: sequences of flat, frozen records, each with its basis."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, Literal, TypeVar, get_args, overload

from dragoman.archive.frames.framed import Framed
from dragoman.archive.numbers.periods import Every

Row = TypeVar("Row")

Dimension = Literal[
    "type", "quad", "mode", "context", "status", "country", "source", "target", "actor", "recipient",
    "sector", "place", "place_country", "outlet", "origin",
]  # fmt: skip
DIMENSIONS: tuple[Dimension, ...] = get_args(Dimension)

QUADS = (
    "verbal cooperation", "material cooperation", "verbal conflict", "material conflict",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Basis:
    """What numbers are of: the filter in words, and the denominator.

    `articles` and `outlets` are all that were published in the period, whether or not an event was
    found in them; older revisions are left out. `events` are those that count, `reports` the
    tellings they were made of. What has no date, or only one that is too coarse for the period or
    the series ("2024" in a series by month), stands in no point: so many are `unplaced` events
    and `undated` articles.
    """

    filter: str
    period: str
    articles: int
    outlets: int
    events: int
    reports: int
    unplaced: int = 0
    undated: int = 0


@dataclass(frozen=True)
class Rows(Sequence[Row], Framed, Generic[Row]):
    """Records in order, and what they are of; `to_arrow`, `to_pandas`, `to_polars` make tables."""

    rows: tuple[Row, ...]
    basis: Basis

    def __len__(self) -> int:
        return len(self.rows)

    @overload
    def __getitem__(self, at: int) -> Row: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Row]: ...
    def __getitem__(self, at: int | slice) -> Row | Sequence[Row]:
        return self.rows[at]

    def __iter__(self) -> Iterator[Row]:
        return iter(self.rows)


@dataclass(frozen=True, slots=True)
class Kind:
    """What events are split by: a value for each dimension that was asked for.

    A dimension that was not asked for is None; an empty string says that events tell none of it.
    """

    type: str | None = None
    quad: int | None = None
    mode: str | None = None
    context: str | None = None
    status: str | None = None
    country: str | None = None
    source: str | None = None
    target: str | None = None
    actor: str | None = None
    recipient: str | None = None
    sector: str | None = None
    place: str | None = None
    place_country: str | None = None
    outlet: str | None = None
    origin: str | None = None

    def values(self, by: Iterable[Dimension]) -> tuple[str, ...]:
        """Return the values of dimensions, as text."""
        return tuple("" if (value := getattr(self, name)) is None else str(value) for name in by)


@dataclass(frozen=True, slots=True)
class EventCount(Kind):
    """How many events there are of one kind, in one period.

    `events` counts what several articles tell once, `reports` each telling. `score` is the sum of
    PLOVER's scores (-10 to +10 an event), `mean_score` that of one event. `articles` and `outlets`
    are those of the period, whatever they tell.
    """

    period: str | None = None
    events: int = 0
    reports: int = 0
    score: float = 0.0
    mean_score: float | None = None
    articles: int = 0
    outlets: int = 0


@dataclass(frozen=True)
class EventCounts(Rows[EventCount]):
    """Counts by period, then by the dimensions asked for, the most frequent first.

    With a period and no dimension there is a row for each period, also for empty ones.
    """

    by: tuple[Dimension, ...] = ()
    every: Every | None = None
    periods: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DyadPoint:
    """What two states did to each other in one period.

    `there` are events in which the first acts on the second, `back` the other way; what they do
    with one another is in both and once in `events`. The four quads sum to `events`. `score` is the
    sum of PLOVER's scores; `mean_score` is None where nothing happened. `articles` and `outlets` are
    all that were published in the period.
    """

    period: str
    events: int
    reports: int
    there: int
    back: int
    verbal_cooperation: int
    material_cooperation: int
    verbal_conflict: int
    material_conflict: int
    score: float
    mean_score: float | None
    articles: int
    outlets: int

    @property
    def cooperation(self) -> int:
        """Events of quads 1 and 2."""
        return self.verbal_cooperation + self.material_cooperation

    @property
    def conflict(self) -> int:
        """Events of quads 3 and 4."""
        return self.verbal_conflict + self.material_conflict


@dataclass(frozen=True)
class DyadSeries(Rows[DyadPoint]):
    """A point for each period from the first to the last, also for those without events."""

    source: str = ""
    target: str = ""
    directed: bool = False
    every: Every = "month"


TieKind = Literal["acts", "quotes", "citations"]
Node = Literal["country", "actor"]


@dataclass(frozen=True, slots=True)
class Tie:
    """How often one acts on, quotes or cites another.

    `count` is of events, quotations or citing articles; `articles` and `outlets` are those in which
    the tie stands. `cooperation` and `conflict` events and `mean_score` are of acts only. `first`
    and `last` are days: of the events, else of the articles.
    """

    source: str
    target: str
    count: int
    reports: int
    articles: int
    outlets: int
    cooperation: int | None
    conflict: int | None
    mean_score: float | None
    first: str | None
    last: str | None


@dataclass(frozen=True)
class Network(Rows[Tie]):
    """Ties, the most frequent first."""

    of: TieKind = "acts"
    nodes: Node = "country"


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One event that counts, as the first article that tells it has it.

    `reports` are the articles' tellings of it, `outlets` those that tell it. `words` are the words
    it rests on, from the first to the last.
    """

    event_id: str
    article_id: str
    period: str | None
    date: str | None
    type: str
    modes: str
    who: str | None
    whom: str | None
    status: str
    place: str | None
    quad: int
    score: float
    words: str
    outlet: str | None
    published: str | None
    headline: str | None
    url: str | None
    reports: int
    outlets: int


@dataclass(frozen=True)
class Occurrences(Rows[Occurrence]):
    """Events by date, the undated ones last."""

    every: Every | None = None
