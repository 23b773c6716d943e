"""House rule 1, checked on a readout from outside: every record rests on words that are there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

import dragoman as dg
from dragoman.records import spans_in


def faults(readout: dg.Readout) -> Iterator[str]:
    """Yield a sentence for each record that does not rest on words, or points at none that exist."""
    yield from _outside(readout)
    yield from _dangling(readout)
    yield from _unlike(readout)
    for quotation in readout.quotations:
        yield from _in_pieces(readout.article, quotation)


def _outside(readout: dg.Readout) -> Iterator[str]:
    length = len(readout.article.text)
    for record in readout.records():
        if not record.evidence:
            yield f"{record.id} has no evidence"
        for span in spans_in(record):
            if not 0 <= span.start < span.end <= length:
                yield f"{record.id} points at {tuple(span)} in a text of {length} characters"


def _dangling(readout: dg.Readout) -> Iterator[str]:
    counts = Counter(record.id for record in readout.records())
    yield from (f"the id {name} is given {n} times" for name, n in counts.items() if n > 1)
    named = [mention.actor_id for mention in readout.mentions]
    for quotation in readout.quotations:
        named += [s.actor_id for s in quotation.speakers if s.actor_id]
        named += [name for name in (quotation.chain_id, quotation.nested_in) if name]
    yield from (f"no record has the id {name}" for name in named if name not in counts)


def _unlike(readout: dg.Readout) -> Iterator[str]:
    """Yield the records whose printed words are not those at their spans."""
    pairs = [(m.id, m.text, m.span) for m in readout.mentions]
    pairs += [(t.id, t.text, t.span) for t in readout.times]
    pairs += [(p.id, p.text, p.span) for p in readout.places]
    pairs += [(e.id, e.trigger_text, e.trigger) for e in readout.events]
    for quotation in readout.quotations:
        if quotation.cue and quotation.cue_text:
            pairs.append((quotation.id, quotation.cue_text, quotation.cue))
        pairs += [(quotation.id, s.text, s.span) for s in quotation.speakers if s.span]
    for record, text, span in pairs:
        if readout.article.words(span) != text:
            yield f"{record} prints {text[:40]!r}, its span {readout.article.words(span)[:40]!r}"


def _in_pieces(article: dg.Article, quotation: dg.Quotation) -> Iterator[str]:
    if " ".join(article.words(piece) for piece in quotation.content) != quotation.text:
        yield f"{quotation.id} prints other words than its pieces"
    if any(left.end > right.start for left, right in pairwise(quotation.content)):
        yield f"{quotation.id} has pieces that overlap or stand in disorder"
    inside = (*quotation.elisions, *quotation.insertions)
    if not all(any(piece.overlaps(mark) for piece in quotation.content) for mark in inside):
        yield f"{quotation.id} marks an elision or an insertion outside its content"
