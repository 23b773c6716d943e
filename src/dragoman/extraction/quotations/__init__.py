"""Who said what: direct, mixed and indirect speech with its speakers, and refusals to speak."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.extraction.cast import Cast
from dragoman.extraction.passages import ParsedArticle
from dragoman.extraction.quotations.assemble import Assembler
from dragoman.extraction.quotations.attach import Draft
from dragoman.extraction.quotations.continued import Continuation
from dragoman.extraction.quotations.continued_indirect import go_on
from dragoman.extraction.quotations.drafts import draft_passage
from dragoman.extraction.quotations.linking import flag_misquotations, nest
from dragoman.extraction.quotations.nonstatements import Refusal, find_refusals
from dragoman.extraction.quotations.scene import Scene, scenes
from dragoman.extraction.speech import Speech
from dragoman.records import Quotation, TimeRef


def find_quotations(parsed: ParsedArticle, cast: Cast, times: Sequence[TimeRef]) -> Speech:
    """Return the quotations and the refusals to speak of one article.

    Args:
        parsed: The article and its parsed passages.
        cast: Its actors and mentions, pronouns resolved.
        times: Its time expressions, for when something was said.
    """
    staged = list(scenes(parsed))
    drafts: list[Draft] = []
    refused: list[tuple[Scene, Refusal]] = []
    for scene in staged:
        refusals = list(find_refusals(scene))
        silent = {token for r in refusals for token in r.tokens}
        drafts += [d for d in draft_passage(scene) if not _is_refusal(d, silent)]
        refused += [(scene, r) for r in refusals]
    drafts = Continuation(staged, drafts).run()
    drafts += go_on(drafts)
    assembler = Assembler(parsed, cast, times)
    quotations = nest(_unique([assembler.quotation(d) for d in drafts]))
    quoted = [q for scene in staged for q in scene.stretches]
    quotations = flag_misquotations(parsed.article.text, quotations, quoted)
    nonstatements = [assembler.nonstatement(scene, r) for scene, r in refused]
    return Speech(tuple(quotations), tuple(nonstatements))


def _is_refusal(draft: Draft, silent: set[int]) -> bool:
    """Whether a draft's cue belongs to a refusal ("declined to say whether") and no marks follow."""
    token = draft.cue.token if draft.cue else None
    return token is not None and not draft.stretches and token.i in silent


def _unique(quotations: Sequence[Quotation]) -> list[Quotation]:
    return list({q.id: q for q in quotations}.values())
