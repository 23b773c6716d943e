"""Source chains: from who knows it first to the last hand before the publisher.

A quotation's chain is its speaker, then the media around its cue, then what the article says of
all of itself (a source line, a dateline's agency). A background section has no chain of its own:
the page does not say who supplied it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dragoman.codebooks.outlets import outlet_named
from dragoman.extraction.cast import Cast
from dragoman.extraction.chains.around import Surroundings, surroundings
from dragoman.extraction.chains.article_level import Piece, datelines, source_lines
from dragoman.extraction.chains.linking import chained_events, chained_quotations
from dragoman.extraction.chains.statement import quotation_links, sentence_links, unique
from dragoman.extraction.passages import ParsedArticle
from dragoman.extraction.speech import Speech
from dragoman.records import ChainLink, Quotation, SourceChain, Span, record_id

__all__ = ["chained_events", "chained_quotations", "find_chains"]

# Confidence by what a chain rests on, from the share of exact chains on the development records.
EXPLICIT, INFERRED = 0.8, 0.6
_CLAUSE = 15  # fewer characters after a colon are no statement
_FIRST_PERSON = frozenset({"i", "we"})


def find_chains(parsed: ParsedArticle, cast: Cast, speech: Speech) -> tuple[SourceChain, ...]:
    """Return the article's own chain (if the page gives one) and one for each statement."""
    whole = _article_links(parsed)
    chains = [_article_chain(parsed, whole)] if whole else []
    covered: list[Span] = []
    near = list(surroundings(speech.quotations))
    own = {n.quotation.id: quotation_links(parsed, cast, *n) for n in near}
    for around in near:
        quotation = around.quotation
        links = _with_hands_around(around, own)
        if not _background(parsed, quotation.content[0]):
            links = unique([*links, *whole])
        links = _without_publisher(parsed, links)
        if links:
            chains.append(_quotation_chain(parsed, quotation, links))
            covered += quotation.content
    chains += _sentence_chains(parsed, cast, covered, whole)
    return tuple(chains)


def _with_hands_around(around: Surroundings, own: Mapping[str, list[ChainLink]]) -> list[ChainLink]:
    """Add the links of what reports the report: "police said that the driver told them …"."""
    links = own[around.quotation.id]
    outer = [link for other in around.reported_by for link in own[other.id]]
    if outer and links and links[0].name.casefold() in _FIRST_PERSON:
        links = links[1:]  # "I said no", he told NBC: the "I" is he
    return unique([*links, *outer])


def _article_links(parsed: ParsedArticle) -> list[ChainLink]:
    pieces = [*source_lines(parsed), *datelines(parsed)]
    return _without_publisher(parsed, unique([_link(piece) for piece in pieces]))


def _link(piece: Piece) -> ChainLink:
    return ChainLink(role=piece.role, name=piece.name, span=piece.span)


def _article_chain(parsed: ParsedArticle, links: list[ChainLink]) -> SourceChain:
    spans = _spans(links)
    return SourceChain(
        id=record_id(parsed.article.id, "chain", spans[0]),
        evidence=spans,
        confidence=EXPLICIT,
        made_by=parsed.made_by,
        links=tuple(links),
        scope="article",
        covers=tuple(p.span for p in parsed.passages if not p.background),
    )


def _quotation_chain(
    parsed: ParsedArticle, quotation: Quotation, links: list[ChainLink]
) -> SourceChain:
    return SourceChain(
        # One cue, one quotation: two cues may share the words between them.
        id=record_id(parsed.article.id, "chain", quotation.cue or quotation.content[0]),
        evidence=(*quotation.content, *_spans(links)),
        confidence=min(EXPLICIT, quotation.confidence),
        made_by=parsed.made_by,
        links=tuple(links),
        scope="quotation",
        covers=quotation.content,
    )


def _sentence_chains(
    parsed: ParsedArticle, cast: Cast, covered: Sequence[Span], whole: list[ChainLink]
) -> list[SourceChain]:
    """Chains of sentences that carry an attribution but no quotation ("…, AFP reported")."""
    chains = []
    for passage in parsed.passages:
        if passage.label is not None and passage.label.kind == "source":
            continue
        for sentence in passage.doc.sents:
            whole_sentence = passage.of(sentence)
            span = _uncovered(parsed, whole_sentence, covered)
            if span is None:
                continue
            links = sentence_links(parsed, cast, passage, whole_sentence)
            if not links:
                continue
            links = unique([*links, *([] if passage.background else whole)])
            links = _without_publisher(parsed, links)
            if links:
                chains.append(_statement_chain(parsed, span, links))
    return chains


def _uncovered(parsed: ParsedArticle, sentence: Span, covered: Sequence[Span]) -> Span | None:
    """Return the sentence, or what follows its colon, if no quotation's words are in it."""
    if not any(sentence.overlaps(c) for c in covered):
        return sentence
    colon = parsed.words(sentence).find(": ")
    after = Span(sentence.start + colon + 2, sentence.end)
    if colon < 0 or after.length < _CLAUSE or any(after.overlaps(c) for c in covered):
        return None
    return after


def _statement_chain(parsed: ParsedArticle, span: Span, links: list[ChainLink]) -> SourceChain:
    return SourceChain(
        id=record_id(parsed.article.id, "chain", span),
        evidence=(span, *_spans(links)),
        confidence=INFERRED,
        made_by=parsed.made_by,
        links=tuple(links),
        scope="statement",
        covers=(span,),
    )


def _background(parsed: ParsedArticle, span: Span) -> bool:
    passage = parsed.passage_at(span.start)
    return passage is not None and passage.background


def _without_publisher(parsed: ParsedArticle, links: list[ChainLink]) -> list[ChainLink]:
    publisher = _canonical(parsed.article.outlet or "")
    media = {"agency", "outlet"}
    return [k for k in links if not (k.role in media and _canonical(k.name) == publisher)]


def _canonical(name: str) -> str:
    entry = outlet_named(name) or outlet_named(name.removeprefix("The "))
    known = entry.name if entry else name.removeprefix("The ").removeprefix("the ")
    return known.casefold().removesuffix(" news agency")  # an agency signs its own datelines short


def _spans(links: Sequence[ChainLink]) -> tuple[Span, ...]:
    return tuple(link.span for link in links if link.span is not None)
