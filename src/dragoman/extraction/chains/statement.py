"""The links of one statement: its origin, then the media around its cue in their order."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dragoman.codebooks.chain_words import chain_words
from dragoman.extraction.cast import Cast
from dragoman.extraction.chains.antecedents import PRONOUNS, fuller
from dragoman.extraction.chains.candidates import (
    SOMEONE_MAY_HAVE,
    SOMEONE_TOLD,
    likely_origin,
)
from dragoman.extraction.chains.lines import line_links
from dragoman.extraction.chains.media import Medium, Step, describes, find_media
from dragoman.extraction.chains.media_names import classify_name, same_medium
from dragoman.extraction.chains.origins import Origin, origin_of
from dragoman.extraction.passages import ParsedArticle, Passage
from dragoman.records import ChainLink, Quotation, Span, Speaker
from dragoman.records.vocabulary import LinkRole

_ARTICLE = re.compile(r"^(?:the|a|an) ", re.IGNORECASE)
_MEDIA = frozenset({"agency", "outlet"})
_MAY_BE_MEDIA = frozenset({"media", "company", "organisation"})
_MARKED = re.compile(r"“[^“”]*”|\"[^\"]*\"|«[^«»]*»")
_BEFORE_MEDIUM = re.compile(
    r",|\b(?:whom?|which|that|by|on|to|in|for|from|with|speaking|quoted|cited|interviewed|told)\b"
)
_TO = frozenset({"on", "to", "via", "in", "the", "a"})  # between "said" and "Telegram"
_AT_ONCE = 12  # characters of "from the" between a report and the medium that made it
_NEAR = 40  # characters from "told" to the name of the medium that was told


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
        for m in _media_around(parsed, cast, quotation, others)
        if not any(_is_employer(text, m, s) for s in speakers)
    ]
    media += _speaking_media(text, speakers, media)
    people = [_before_media(text, s, media) for s in speakers if not _is_medium(s)]
    people = [s for s in people if not _is_product(text, s, media)]
    texts = [s for s in people if _is_utterance(s)]
    links = _origin_links(parsed, [s for s in people if s not in texts], media)
    if not links and media:
        reported = any(_is_medium(s) for s in speakers)
        enough = SOMEONE_MAY_HAVE if reported else _enough(media)
        words = quotation.content if speakers else ()
        taken = [*(m.span for m in media), *(s.span for s in quotation.speakers if s.span)]
        links = _likely(parsed, cast, _zone(parsed, quotation), taken, enough, words)
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
    media = [m for m in find_media(text, *sentence) if not _is_someone(parsed, cast, m)]
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


def _zone(parsed: ParsedArticle, quotation: Quotation) -> list[Span]:
    """Return the sentences that may name hands: those of content and cue."""
    anchors = [
        quotation.content[0],
        quotation.content[-1],
        *([quotation.cue] if quotation.cue else []),
    ]
    zone: list[Span] = []
    for anchor in anchors:
        sentence = parsed.sentence_at(anchor)
        if sentence is not None and sentence not in zone:
            zone.append(sentence)
    return zone


def _before(parsed: ParsedArticle, quotation: Quotation, zone: list[Span]) -> list[Span]:
    """Return the sentence before, for a speaker that is a pronoun: it may name the medium."""
    first = min(zone, default=None)
    passage = parsed.passage_at(first.start) if first else None
    if first is None or passage is None or first.start <= passage.span.start:
        return []
    if not any(s.text.casefold() in PRONOUNS for s in quotation.speakers):
        return []
    earlier = parsed.sentence_at(Span(max(passage.span.start, first.start - 2), first.start))
    return [earlier] if earlier is not None and earlier not in zone else []


def _media_around(
    parsed: ParsedArticle, cast: Cast, quotation: Quotation, others: Sequence[Quotation]
) -> list[Medium]:
    text = parsed.article.text
    zone = _zone(parsed, quotation)
    for sentences in (zone, _before(parsed, quotation, zone)):
        media = [
            medium
            for sentence in sentences
            for medium in find_media(text, *sentence)
            if not _is_among_the_words(text, quotation, medium)
            and not _is_another_s(text, quotation, others, medium)
            and not _is_someone(parsed, cast, medium)
        ]
        if media:
            return media
    return []


def _is_among_the_words(text: str, quotation: Quotation, medium: Medium) -> bool:
    """Whether a medium is part of what was said, not of who was told it."""
    if not quotation.speakers or not any(p.overlaps(medium.span) for p in quotation.content):
        return False  # where nobody was found to speak, the words may hold their own source
    cue = quotation.cue
    if cue is None or medium.step not in {Step.TOLD, Step.ON} or cue.end > medium.span.start:
        return True
    between = text[cue.end : medium.span.start].split()
    return not all(w in _TO or describes(w) for w in between)


def _is_another_s(
    text: str, quotation: Quotation, others: Sequence[Quotation], medium: Medium
) -> bool:
    """Whether a medium has its part in another quotation beside this one, and none in this."""
    if medium.step is Step.TOLD:
        cues = [q.cue for q in (quotation, *others) if q.cue and q.cue.end <= medium.span.start]
        last = max(cues, default=None)
        told = next((q for q in others if q.cue == last), None)
        return (
            last is not None
            and told is not None
            and not _share_a_speaker(told, quotation)
            and medium.span.start - last.end <= _NEAR
            and not set(text[last.end : medium.span.start]) & set(',;"“”')
        )
    if medium.step is Step.CARRIER:
        theirs = [
            q for q in others if any(s.span and s.span.overlaps(medium.span) for s in q.speakers)
        ]
        return bool(theirs) and not any(_shares_words(q, quotation) for q in theirs)
    return False


def _share_a_speaker(one: Quotation, two: Quotation) -> bool:
    return any(
        a.span == b.span or (a.actor_id is not None and a.actor_id == b.actor_id)
        for a in one.speakers
        for b in two.speakers
    )


def _shares_words(outer: Quotation, inner: Quotation) -> bool:
    spans = [*inner.content, *([inner.cue] if inner.cue else [])]
    return any(piece.overlaps(span) for piece in outer.content for span in spans)


def _is_someone(parsed: ParsedArticle, cast: Cast, medium: Medium) -> bool:
    """Whether a name that only its place makes a medium is a person, a place or a date."""
    if not medium.presumed:
        return False
    mention = cast.mention_at(medium.span)
    if mention is not None and cast.actor_of(mention).kind not in _MAY_BE_MEDIA:
        return True
    passage = parsed.passage_at(medium.span.start)
    tokens = passage.tokens(medium.span) if passage else None
    return tokens is None or any(
        t.ent_type_ in {"PERSON", "GPE", "LOC", "NORP", "DATE", "TIME", "FAC"} for t in tokens
    )


def _is_employer(text: str, medium: Medium, speaker: Speaker) -> bool:
    """Whether a speaker's own phrase begins with a medium: "CNN analyst Anna Berg"."""
    span = speaker.span
    if span is None or not span.contains(medium.span) or medium.span.end == span.end:
        return False
    before = text[span.start : medium.span.start].split()
    return len(before) <= 1 and not _is_medium(speaker)


def _before_media(text: str, speaker: Speaker, media: Sequence[Medium]) -> Speaker:
    """Return a speaker without the media in its phrase: "survivors whom Lusa met"."""
    span = speaker.span
    within = [m.span for m in media if span and span.start < m.span.start < span.end]
    if span is None or not within:
        return speaker
    words = _BEFORE_MEDIUM.split(text[span.start : min(within).start], maxsplit=1)[0].rstrip(" ,(")
    return speaker.model_copy(
        update={"span": Span(span.start, span.start + len(words)), "text": words}
    )


def _is_product(text: str, speaker: Speaker, media: Sequence[Medium]) -> bool:
    """Whether a speaker is a medium's own piece: "a report by Lusa" says what Lusa says."""
    products = chain_words().document | chain_words().products
    span = speaker.span
    if span is None or speaker.text.split()[-1].casefold() not in products:
        return False
    return any(
        text[span.end : m.span.start].casefold().split()[:1] in (["by"], ["from"], ["in"], ["of"])
        and m.span.start - span.end <= _AT_ONCE
        for m in media
        if m.span.start > span.end
    )


def _is_utterance(speaker: Speaker) -> bool:
    """Whether a speaker is a text of somebody's whom the page does not name with it."""
    words = set(speaker.text.casefold().split())
    return speaker.kind != "person" and bool(words & chain_words().utterances)


def _is_medium(speaker: Speaker) -> bool:
    return _role_as_medium(speaker) in _MEDIA


def _role_as_medium(speaker: Speaker) -> LinkRole | None:
    words = _ARTICLE.sub("", speaker.text).removesuffix("'s").removesuffix("’s")
    head = words.casefold().split()[-1:]
    if speaker.kind != "person" and head and head[0] in chain_words().medium:
        return "outlet"
    return classify_name(words)


def _speaking_media(
    text: str, speakers: Sequence[Speaker], media: Sequence[Medium]
) -> list[Medium]:
    """A medium that is itself the speaker ("AFP said") has passed the words on."""
    found = []
    for speaker in speakers:
        role = _role_as_medium(speaker)
        if speaker.span is None or role not in {"agency", "outlet"}:
            continue
        if not any(m.span.overlaps(speaker.span) for m in media):
            bare = speaker.span.of(text).split(" (")[0]  # "Lusa (LUSA)"
            span = Span(speaker.span.start, speaker.span.start + len(bare))
            found.append(Medium(bare, span, role, Step.CARRIER))
    return found


def _origin_links(
    parsed: ParsedArticle, speakers: Sequence[Speaker], media: Sequence[Medium]
) -> list[ChainLink]:
    links = []
    for speaker in speakers:
        if speaker.span is None:
            continue
        sentence = parsed.sentence_at(speaker.span) or speaker.span
        origin = origin_of(parsed.article.text, speaker, sentence)
        if origin is not None:
            links.append(_origin_link(origin, speaker))
    return [link for link in links if not _is_one_of(link, media)]


def _origin_link(origin: Origin, speaker: Speaker) -> ChainLink:
    name = speaker.name if speaker.name and origin.role == "speaker" else origin.name
    if classify_name(name) in _MEDIA:
        name = origin.name  # "Speaking to Reuters, Anna Berg": she is no agency
    return ChainLink(
        role=origin.role,
        name=name,
        span=origin.span,
        speaks_for=origin.speaks_for,
        actor_id=speaker.actor_id,
    )


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
