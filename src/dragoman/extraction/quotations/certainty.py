"""How sure a quotation is: by its marks, or by the frame that reports it."""

from __future__ import annotations

from dragoman.codebooks.reporting import frame_shares
from dragoman.extraction.quotations.attach import Draft
from dragoman.records.vocabulary import QuotationKind

# A clause after a verb of saying: 91 of 100 in 460 American news articles.
_CLAUSE = 0.9


def confidence_of(draft: Draft, kind: QuotationKind) -> float:
    """Return how often quotations found in the same way are reported speech (0 to 1)."""
    if kind == "direct" or draft.cue is None or draft.spoken:
        return draft.confidence
    frame = "noun" if draft.cue.kind == "noun" else draft.cue.frame
    return round(draft.confidence * frame_shares().get(frame or "", _CLAUSE), 3)
