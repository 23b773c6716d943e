"""Of quotations inside quotations, those in whose words no other stands: who really spoke."""

from __future__ import annotations

from collections.abc import Sequence

import dragoman as dg

# Share of a quotation's characters that another one must fill for the first to pass it on only.
_FILLS = 0.5


def innermost(quotations: Sequence[dg.Quotation]) -> list[dg.Quotation]:
    """Return the quotations without those that only pass another one on.

    "Reuters reported that a diplomat said it was late" has two; gold that marks only the
    innermost speaker has the diplomat's, and Reuters as a source.
    """
    return [q for q in quotations if not any(_passes_on(q, other) for other in quotations)]


def _passes_on(outer: dg.Quotation, inner: dg.Quotation) -> bool:
    if outer.id == inner.id or inner.cue is None or not inner.speakers:
        return False
    if not any(span.contains(inner.cue) for span in outer.content):
        return False
    filled = sum(s.length for s in inner.content if any(o.contains(s) for o in outer.content))
    return filled >= _FILLS * sum(span.length for span in outer.content)
