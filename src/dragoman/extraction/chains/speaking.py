"""What a speaker's own phrase says of media: a medium speaks, is its employer, made its report."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dragoman.codebooks.chain_words import chain_words
from dragoman.extraction.chains.media_names import classify_name
from dragoman.extraction.chains.medium import Medium, Step
from dragoman.records import Span, Speaker
from dragoman.records.vocabulary import LinkRole

_ARTICLE = re.compile(r"^(?:the|a|an) ", re.IGNORECASE)
_MEDIA = frozenset({"agency", "outlet"})
_BEFORE_MEDIUM = re.compile(
    r",|\b(?:whom?|which|that|by|on|to|in|for|from|with|speaking|quoted|cited|interviewed|told"
    r"|seen|obtained|reviewed|viewed|shared|leaked|published|met)\b"
)
_AT_ONCE = 12  # characters of "from the" between a report and the medium that made it


def is_employer(text: str, medium: Medium, speaker: Speaker) -> bool:
    """Whether a speaker's own phrase begins with a medium: "CNN analyst Anna Berg"."""
    span = speaker.span
    if span is None or not span.contains(medium.span) or medium.span.end == span.end:
        return False
    before = text[span.start : medium.span.start].split()
    return len(before) <= 1 and not is_medium(speaker)


def before_media(text: str, speaker: Speaker, media: Sequence[Medium]) -> Speaker:
    """Return a speaker without the media in its phrase: "sailors whom Lusa found"."""
    span = speaker.span
    within = [m.span for m in media if span and span.start < m.span.start < span.end]
    if span is None or not within:
        return speaker
    words = _BEFORE_MEDIUM.split(text[span.start : min(within).start], maxsplit=1)[0].rstrip(" ,(")
    if not words:
        return speaker
    return speaker.model_copy(
        update={"span": Span(span.start, span.start + len(words)), "text": words}
    )


def is_product(text: str, speaker: Speaker, media: Sequence[Medium]) -> bool:
    """Whether a speaker is a medium's own piece: "a report by Lusa" says what Lusa says."""
    products = chain_words().document | chain_words().products
    span = speaker.span
    head = speaker.text.casefold().split()[-1:]
    if span is None or not head or head[0] not in products:
        return False
    return any(
        text[span.end : m.span.start].casefold().split()[:1] in (["by"], ["from"], ["in"], ["of"])
        and m.span.start - span.end <= _AT_ONCE
        for m in media
        if m.span.start > span.end
    )


def is_utterance(speaker: Speaker) -> bool:
    """Whether a speaker is a text of somebody's whom the page does not name with it."""
    words = set(speaker.text.casefold().split())
    return speaker.kind != "person" and bool(words & chain_words().utterances)


def is_medium(speaker: Speaker) -> bool:
    """Whether a speaker is an agency or outlet, or a "newspaper" without a name."""
    return _role_as_medium(speaker) in _MEDIA


def _role_as_medium(speaker: Speaker) -> LinkRole | None:
    words = _ARTICLE.sub("", speaker.text).removesuffix("'s").removesuffix("’s")
    head = words.casefold().split()[-1:]
    if speaker.kind != "person" and head and head[0] in chain_words().medium:
        return "outlet"
    return classify_name(words)


def speaking_media(text: str, speakers: Sequence[Speaker], media: Sequence[Medium]) -> list[Medium]:
    """Return the media that are themselves the speakers ("AFP said"): they passed the words on."""
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
