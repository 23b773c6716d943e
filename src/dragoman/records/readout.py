"""All that Dragoman found in one article."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from pydantic import model_validator

from dragoman.errors import EvidenceError
from dragoman.records.actor import Actor, Mention
from dragoman.records.article import Article
from dragoman.records.asked import Asked
from dragoman.records.base import EvidenceRecord, Record
from dragoman.records.chain import SourceChain
from dragoman.records.event import Event, Position
from dragoman.records.problem import Problem
from dragoman.records.quotation import Nonstatement, Quotation
from dragoman.records.where_when import Place, TimeRef
from dragoman.text.spans import Span


class Readout(Record):
    """The records of one article; making one checks that every record rests on words.

    Raises:
        EvidenceError: A span is empty or lies outside the article's text.
    """

    article: Article
    actors: tuple[Actor, ...] = ()
    mentions: tuple[Mention, ...] = ()
    times: tuple[TimeRef, ...] = ()
    places: tuple[Place, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    nonstatements: tuple[Nonstatement, ...] = ()
    chains: tuple[SourceChain, ...] = ()
    events: tuple[Event, ...] = ()
    positions: tuple[Position, ...] = ()
    problems: tuple[Problem, ...] = ()
    made_by: str = ""

    @model_validator(mode="after")
    def _rests_on_words(self) -> Readout:
        length = len(self.article.text)
        for record in self.records():
            for span in spans_in(record):
                if not 0 <= span.start < span.end <= length:
                    raise EvidenceError(
                        f"{type(record).__name__} {record.id} points at {tuple(span)} in a text "
                        f"of {length} characters",
                        source=self.article.url,
                    )
        return self

    def _repr_html_(self) -> str:
        from dragoman.records.display import readout_html

        return readout_html(self)

    def records(self) -> Iterator[EvidenceRecord]:
        """Yield every record that carries evidence, layer by layer."""
        yield from self.actors
        yield from self.mentions
        yield from self.times
        yield from self.places
        yield from self.quotations
        yield from self.nonstatements
        yield from self.chains
        yield from self.events
        yield from self.positions

    def chain_for(self, span: Span | tuple[int, int]) -> SourceChain | None:
        """Return the source chain that answers for ``span``.

        The chain of the narrowest quotation, event or statement that overlaps it most; failing
        that, the article's own; failing that, None (unknown).
        """
        wanted = Span(*span)
        own = [c for c in self.chains if c.scope != "article"]
        best = max(own, key=lambda c: _fit(c, wanted), default=None)
        if best is not None and _fit(best, wanted)[0] > 0:
            return best
        whole = [c for c in self.chains if c.scope == "article" and _answers(c, wanted)]
        return whole[0] if whole else None

    def contexts(self) -> tuple[str, ...]:
        """Return the PLOVER contexts of the article as a whole, the most frequent first.

        Those that at least a third of its events have; what is told as background counts only if
        there is no news.
        """
        news = [e for e in self.events if not e.background] or self.events
        held = Counter(context for event in news for context in event.contexts)
        return tuple(name for name, n in held.most_common() if n * 3 >= len(news))

    def quotations_by(self, speaker: str) -> tuple[Quotation, ...]:
        """Return what somebody said, or others said for them, in the order of the text.

        Args:
            speaker: A name, surname, office or role: "Lavrov", "foreign minister", "Kremlin" (whose
                spokesman speaks for it). Case and diacritics do not matter.
        """
        asked = Asked(self.actors, self.mentions, speaker)
        return tuple(q for q in self.quotations if asked.among(q.speakers) or self._for(q, asked))

    def refusals_by(self, speaker: str) -> tuple[Nonstatement, ...]:
        """Return where somebody declined to speak; ``speaker`` is as in `quotations_by`."""
        asked = Asked(self.actors, self.mentions, speaker)
        return tuple(refusal for refusal in self.nonstatements if asked.among(refusal.speakers))

    def _for(self, quotation: Quotation, asked: Asked) -> bool:
        """Whether a spokesman speaks here for the one who is asked for."""
        chain = self.chain_for(quotation.content[0])
        return chain is not None and any(
            asked.named(link.speaks_for) for link in chain.links if link.role == "speaker"
        )

    def actor_at(self, span: Span | tuple[int, int]) -> Actor | None:
        """Return the actor whose mention covers ``span`` best, or None."""
        wanted = Span(*span)
        near = [m for m in self.mentions if m.span.overlaps(wanted)]
        if not near:
            return None
        best = max(near, key=lambda m: _shared(m.span, wanted) / _union(m.span, wanted))
        return next((a for a in self.actors if a.id == best.actor_id), None)


def spans_in(record: Record) -> Iterator[Span]:
    """Yield every span that a record or a record inside it holds."""
    for name in type(record).model_fields:
        yield from _spans_of(getattr(record, name))


def _spans_of(value: object) -> Iterator[Span]:
    if isinstance(value, Span):
        yield value
    elif isinstance(value, Record):
        yield from spans_in(value)
    elif isinstance(value, tuple):
        for item in value:
            yield from _spans_of(item)


def _shared(a: Span, b: Span) -> int:
    return max(0, min(a.end, b.end) - max(a.start, b.start))


def _union(a: Span, b: Span) -> int:
    return max(a.end, b.end) - min(a.start, b.start)


def _fit(chain: SourceChain, wanted: Span) -> tuple[int, int]:
    shared = sum(_shared(c, wanted) for c in chain.covers)
    return shared, -sum(c.length for c in chain.covers)


def _answers(chain: SourceChain, wanted: Span) -> bool:
    return not chain.covers or any(c.overlaps(wanted) for c in chain.covers)
