"""The links of one statement: its origin, then the media around its cue in their order."""

from __future__ import annotations

import re

from dragoman.extraction.cast import Cast
from dragoman.extraction.chains.article_level import source_notes
from dragoman.extraction.chains.candidates import ALONE, BESIDE_A_QUOTATION, likely_origin
from dragoman.extraction.chains.media import Medium, Step, classify_name, find_media
from dragoman.extraction.chains.origins import Origin, origin_of
from dragoman.extraction.passages import ParsedArticle, Passage
from dragoman.records import ChainLink, Quotation, Span, Speaker

_PRONOUNS = frozenset({"he", "she", "they", "it", "who", "we", "i"})
_RELATIVE = frozenset({"which", "who", "that"})


def quotation_links(parsed: ParsedArticle, cast: Cast, quotation: Quotation) -> list[ChainLink]:
    """Return the links of one quotation, the origin first; empty if the page names nobody."""
    text = parsed.article.text
    zone = _zone(parsed, quotation)
    media = [
        medium
        for sentence in zone
        for medium in find_media(text, sentence.start, sentence.end)
        if not any(piece.overlaps(medium.span) for piece in quotation.content)
    ]
    speakers = [s for s in quotation.speakers if not _is_medium(s)]
    media += _speaking_media(text, quotation, media)
    origins = [_origin(parsed, cast, speaker) for speaker in speakers]
    links = [_origin_link(o, s) for o, s in zip(origins, speakers, strict=True) if o is not None]
    links = [link for link in links if not _is_one_of(link, media)]
    if not links and media:
        taken = [*quotation.content, *(m.span for m in media)]
        links = _likely(parsed, cast, zone, taken, BESIDE_A_QUOTATION)
    links += [_medium_link(m) for m in sorted(media, key=lambda m: (m.step, m.span))]
    passage = parsed.passage_at(quotation.content[0].start)
    notes = source_notes(text, passage) if passage else []
    links += [ChainLink(role=n.role, name=n.name, span=n.span) for n in notes]
    return unique(links)


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
    return one == two or (bool(a.actor_id) and a.actor_id == b.actor_id)


def _bare(name: str) -> str:
    return re.sub(r"^(?:the|a|an) ", "", name.casefold())


def _zone(parsed: ParsedArticle, quotation: Quotation) -> list[Span]:
    """Return the sentences that may name hands: those of content and cue; one more for "he"."""
    anchors = [
        quotation.content[0],
        quotation.content[-1],
        *([quotation.cue] if quotation.cue else []),
    ]
    zone = []
    for anchor in anchors:
        sentence = parsed.sentence_at(anchor)
        if sentence is not None and sentence not in zone:
            zone.append(sentence)
    if any(s.text.casefold() in _PRONOUNS for s in quotation.speakers) and zone:
        zone = _with_previous(parsed, zone)
    return zone


def _with_previous(parsed: ParsedArticle, zone: list[Span]) -> list[Span]:
    first = min(zone)
    passage = parsed.passage_at(first.start)
    if passage is None or first.start <= passage.span.start:
        return zone
    earlier = parsed.sentence_at(Span(max(passage.span.start, first.start - 2), first.start))
    return [earlier, *zone] if earlier is not None and earlier not in zone else zone


def _is_medium(speaker: Speaker) -> bool:
    return classify_name(re.sub(r"^the ", "", speaker.text)) in {"agency", "outlet"}


def _speaking_media(text: str, quotation: Quotation, media: list[Medium]) -> list[Medium]:
    """A medium that is itself the speaker ("AFP said") has passed the words on."""
    found = []
    for speaker in quotation.speakers:
        role = classify_name(re.sub(r"^the ", "", speaker.text))
        if speaker.span is None or role not in {"agency", "outlet"}:
            continue
        if not any(m.span.overlaps(speaker.span) for m in media):
            found.append(Medium(speaker.span.of(text), speaker.span, role, Step.CARRIER))
    return found


def _origin(parsed: ParsedArticle, cast: Cast, speaker: Speaker) -> Origin | None:
    """The fuller mention is marked: "he" gives way to the name that it stands for."""
    fuller = _antecedent(parsed, speaker)
    if speaker.text.casefold() in _PRONOUNS and speaker.actor_id and speaker.span:
        named = [
            m
            for m in cast.mentions
            if m.actor_id == speaker.actor_id
            and m.kind != "pronoun"
            and m.span.end <= speaker.span.start
        ]
        if named:
            fuller = speaker.model_copy(update={"span": named[-1].span, "text": named[-1].text})
    if fuller.span is None:
        return None
    sentence = parsed.sentence_at(fuller.span) or fuller.span
    return origin_of(parsed.article.text, fuller, sentence)


def _antecedent(parsed: ParsedArticle, speaker: Speaker) -> Speaker:
    """Return "a sealed letter" for the "which" of "a sealed letter which says"."""
    if speaker.text.casefold() not in _RELATIVE or speaker.span is None:
        return speaker
    passage = parsed.passage_at(speaker.span.start)
    before = [
        chunk
        for chunk in (passage.doc.noun_chunks if passage else ())
        if passage and passage.of(chunk).end <= speaker.span.start
    ]
    if passage is None or not before:
        return speaker
    span = passage.of(before[-1])
    return speaker.model_copy(update={"span": span, "text": parsed.words(span)})


def _origin_link(origin: Origin, speaker: Speaker) -> ChainLink:
    name = speaker.name if speaker.name and origin.role == "speaker" else origin.name
    return ChainLink(
        role=origin.role,
        name=name,
        span=origin.span,
        speaks_for=origin.speaks_for,
        actor_id=speaker.actor_id,
    )


def _is_one_of(link: ChainLink, media: list[Medium]) -> bool:
    return link.span is not None and any(m.span.overlaps(link.span) for m in media)


def _likely(
    parsed: ParsedArticle, cast: Cast, zone: list[Span], taken: list[Span], enough: int
) -> list[ChainLink]:
    """Find the origin beside a medium: "Lusa wrote, citing the harbour master"."""
    for sentence in reversed(zone):
        passage = parsed.passage_at(sentence.start)
        link = likely_origin(passage, cast, sentence, taken, enough) if passage else None
        if link is not None:
            return [link]
    return []


def _medium_link(medium: Medium) -> ChainLink:
    return ChainLink(role=medium.role, name=medium.name, span=medium.span)


def sentence_links(
    parsed: ParsedArticle, cast: Cast, passage: Passage, sentence: Span
) -> list[ChainLink]:
    """Return the links of a sentence in which the quotation stage found no speech."""
    text = parsed.article.text
    media = find_media(text, sentence.start, sentence.end)
    notes = [ChainLink(role=n.role, name=n.name, span=n.span) for n in source_notes(text, passage)]
    if not any(m.role != "channel" for m in media):
        return notes
    links = _likely(parsed, cast, [sentence], [m.span for m in media], ALONE)
    links += [_medium_link(m) for m in sorted(media, key=lambda m: (m.step, m.span))]
    return unique([*links, *notes])
