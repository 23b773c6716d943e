"""Every quotation and event is told which chain answers for it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dragoman.records import Event, Quotation, SourceChain, Span


def chained_quotations(
    quotations: Iterable[Quotation], chains: Sequence[SourceChain]
) -> tuple[Quotation, ...]:
    """Return the quotations with the id of their chain; None where the page says nothing."""
    of_words = {chain.covers: chain.id for chain in chains if chain.scope == "quotation"}
    whole = _whole(chains)
    return tuple(
        q.model_copy(update={"chain_id": of_words.get(q.content) or _at(q.content[0], whole)})
        for q in quotations
    )


def chained_events(events: Iterable[Event], chains: Sequence[SourceChain]) -> tuple[Event, ...]:
    """Return the events with the id of the chain that answers for their trigger."""
    own = [(c, chain) for chain in chains if chain.scope != "article" for c in chain.covers]
    whole = _whole(chains)
    return tuple(
        e.model_copy(update={"chain_id": _closest(e.trigger, own) or _at(e.trigger, whole)})
        for e in events
    )


def _closest(span: Span, own: Iterable[tuple[Span, SourceChain]]) -> str | None:
    """As `Readout.chain_for`: the chain that shares most of the span, the narrowest of those."""
    shared: dict[str, int] = {}
    length: dict[str, int] = {}
    for cover, chain in own:
        if cover.overlaps(span):
            common = min(cover.end, span.end) - max(cover.start, span.start)
            shared[chain.id] = shared.get(chain.id, 0) + common
            length[chain.id] = sum(s.length for s in chain.covers)
    return max(shared, key=lambda c: (shared[c], -length[c]), default=None)


def _whole(chains: Iterable[SourceChain]) -> list[tuple[Span, str]]:
    return [(span, c.id) for c in chains if c.scope == "article" for span in c.covers]


def _at(span: Span, whole: Iterable[tuple[Span, str]]) -> str | None:
    return next((chain for cover, chain in whole if cover.overlaps(span)), None)
