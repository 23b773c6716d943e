"""The links of one statement: its origin, then the media around its cue in their order."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dragoman.extraction.cast import Cast
from dragoman.extraction.chains.antecedents import PRONOUNS, fuller
from dragoman.extraction.chains.beside import is_someone, media_around, zone_of
from dragoman.extraction.chains.candidates import (
    SOMEONE_MAY_HAVE,
    SOMEONE_TOLD,
    likely_origin,
)
from dragoman.extraction.chains.lines import line_links
from dragoman.extraction.chains.media import find_media
from dragoman.extraction.chains.media_names import classify_name, same_medium
from dragoman.extraction.chains.medium import Medium, Step
from dragoman.extraction.chains.origins import Origin, origin_of
from dragoman.extraction.chains.speaking import (
    before_media,
    is_employer,
    is_medium,
    is_product,
    is_utterance,
    speaking_media,
)
from dragoman.extraction.passages import ParsedArticle, Passage
from dragoman.records import ChainLink, Quotation, Span, Speaker

_ARTICLE = re.compile(r"^(?:the|a|an) ", re.IGNORECASE)
_MEDIA = frozenset({"agency", "outlet"})
_MARKED = re.compile(r"“[^“”]*”|\"[^\"]*\"|«[^«»]*»")


def quotation_links(
    parsed: ParsedArticle, cast: Cast, quotation: Quotation, others: Sequence[Quotation] = ()
) -> list[ChainLink]:
    """Return the links of one quotation, the origin first; empty if the page names nobody.

    Args:
        parsed: The article.
        cast: Its actors and mentions.
        quotation: The quotation.
        others: Further quotations of the article: a medium that was told *their* words, or that
            reports them alone, has no part in these.
    """
    text = parsed.article.text
    speakers = [fuller(parsed, cast, s) for s in quotation.speakers]
    media = [
        m
        for m in media_around(parsed, cast, quotation, others)
        if not any(is_employer(text, m, s) for s in speakers)
    ]
    media += speaking_media(text, speakers, media)
    people = [before_media(text, s, media) for s in speakers if not is_medium(s)]
    people = [s for s in people if not is_product(text, s, media)]
    texts = [s for s in people if is_utterance(s)]
    links = _origin_links(parsed, [s for s in people if s not in texts], media)
    if not links and media:
        reported = any(is_medium(s) for s in speakers)
        enough = SOMEONE_MAY_HAVE if reported else _enough(media)
        words = quotation.content if speakers else ()
        taken = [*(m.span for m in media), *(s.span for s in quotation.speakers if s.span)]
        links = _likely(parsed, cast, zone_of(parsed, quotation), taken, enough, words)
    links = links or _origin_links(parsed, texts, media)  # "a statement said": nobody else did
    links += [_medium_link(m) for m in sorted(media, key=lambda m: (m.step, m.span))]
    passage = parsed.passage_at(quotation.content[0].start)
    notes = line_links(text, passage) if passage else []
    if _has_origin(links):
        notes = [n for n in notes if n.role in _MEDIA]  # the cue knows better who spoke
        return unique([*links, *notes])
    return unique([*notes, *links])


def sentence_links(
    parsed: ParsedArticle, cast: Cast, passage: Passage, sentence: Span
) -> list[ChainLink]:
    """Return the links of a sentence in which the quotation stage found no speech."""
    text = parsed.article.text
    media = [m for m in find_media(text, *sentence) if not is_someone(parsed, cast, m)]
    notes = line_links(text, passage)
    only_on = all(m.step <= Step.ON for m in media)
    if only_on and ":" not in sentence.of(text):
        return notes  # "… has a page on Telegram": without words, no speech
    spans = [m.span for m in media]
    links = _likely(parsed, cast, [sentence], spans, _enough(media)) if media else []
    if not links and only_on:
        return notes
    links += [_medium_link(m) for m in sorted(media, key=lambda m: (m.step, m.span))]
    return unique([*notes, *links] if not _has_origin(links) else [*links, *notes])


def _has_origin(links: Sequence[ChainLink]) -> bool:
    return bool(links) and links[0].role not in _MEDIA


def unique(links: list[ChainLink]) -> list[ChainLink]:
    """Return the links without repeats: same words, or one name inside another of its role."""
    kept: list[ChainLink] = []
    for link in links:
        if not any(_same(link, other) for other in kept):
            kept.append(link)
    return kept


def _same(a: ChainLink, b: ChainLink) -> bool:
    if a.span and b.span and a.span.overlaps(b.span):
        return True
    one, two = _bare(a.name), _bare(b.name)
    if one == two or (bool(a.actor_id) and a.actor_id == b.actor_id):
        return True
    return a.role in _MEDIA and same_medium(a.name, b.name)


def _bare(name: str) -> str:
    return _ARTICLE.sub("", name.casefold())


def _enough(media: Sequence[Medium]) -> int:
    told = any(m.step <= Step.TOLD for m in media)
    return SOMEONE_TOLD if told else SOMEONE_MAY_HAVE


def _origin_links(
    parsed: ParsedArticle, speakers: Sequence[Speaker], media: Sequence[Medium]
) -> list[ChainLink]:
    links = []
    for speaker in speakers:
        if speaker.span is None or _is_unknown(speaker):
            continue
        sentence = parsed.sentence_at(speaker.span) or speaker.span
        origin = origin_of(parsed.article.text, speaker, sentence)
        if origin is not None:
            links.append(_origin_link(origin, speaker))
    return [link for link in links if not _is_one_of(link, media)]


def _is_unknown(speaker: Speaker) -> bool:
    """Whether a speaker is a pronoun that nobody resolved: the page's reader does not know who."""
    return speaker.name is None and speaker.text.casefold() in PRONOUNS


def _origin_link(origin: Origin, speaker: Speaker) -> ChainLink:
    span, words = _tight(origin, speaker)
    named = speaker.name if origin.role in {"speaker", "witness"} else None
    if named is None or classify_name(named) in _MEDIA:
        named = words  # "Speaking to Reuters, Anna Berg": she is no agency
    return ChainLink(
        role=origin.role,
        name=named,
        span=span,
        speaks_for=origin.speaks_for,
        actor_id=speaker.actor_id,
    )


def _tight(origin: Origin, speaker: Speaker) -> tuple[Span, str]:
    """Return an origin's words without the role before its name and the apposition after it.

    "The head of the yard, Anna Berg" is Anna Berg; "Anna Berg, a pilot" is she, too.
    """
    surname = (speaker.name or "").split()[-1:] or [""]
    parts = origin.name.split(", ")
    named = next((p for p in parts if surname[0] and surname[0] in p.split()), parts[0])
    role = speaker.role or ""
    if role and named.startswith(role + " ") and named[len(role) + 1 :][:1].isupper():
        named = named[len(role) + 1 :]
    named = named.strip()
    if not named:
        return origin.span, origin.name
    begin = origin.span.start + origin.name.index(named)
    return Span(begin, begin + len(named)), named


def _is_one_of(link: ChainLink, media: Sequence[Medium]) -> bool:
    return link.span is not None and any(m.span.overlaps(link.span) for m in media)


def _likely(
    parsed: ParsedArticle,
    cast: Cast,
    zone: list[Span],
    taken: Sequence[Span],
    enough: int,
    words: Sequence[Span] = (),
) -> list[ChainLink]:
    """Find the origin beside a medium: "Lusa wrote, citing the harbour master"."""
    for sentence in reversed(zone):
        passage = parsed.passage_at(sentence.start)
        if passage is None:
            continue
        marked = [Span(*m.span()) for m in _MARKED.finditer(parsed.article.text, *sentence)]
        link = likely_origin(passage, cast, sentence, taken, enough, [*words, *marked])
        if link is not None:
            return [link]
    return []


def _medium_link(medium: Medium) -> ChainLink:
    return ChainLink(role=medium.role, name=medium.name, span=medium.span)
