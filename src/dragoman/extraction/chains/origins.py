"""What kind of origin a speaker is: a named person, a document, someone unnamed, a witness."""

from __future__ import annotations

import re
from typing import NamedTuple

from dragoman.codebooks.chain_words import chain_words
from dragoman.records import Span, Speaker
from dragoman.records.vocabulary import LinkRole

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_POST = re.compile(
    r"\b(?:of|for|in|at|from|to|with|who|which|that|whose|on|by|behind|close|familiar|briefed|whom|near|speaking|inside|within)\b"
)
_CLAUSE = 90  # characters of context in which an unnamed source is explained

_FOR = re.compile(
    r"\b(?:spokes(?:man|woman|person)|speaking|speaks|spoke) for (?P<whom>(?:the |a )?[^,.;:]{2,60})",
)
_APPOSITION_FOR = re.compile(r"^,? for (?P<whom>(?:the )?[^\W\d_a-z][^,.;:]{1,50}),")


class Origin(NamedTuple):
    """The first link of a chain, before it is made a record."""

    role: LinkRole
    name: str
    span: Span
    speaks_for: str | None


def origin_of(text: str, speaker: Speaker, sentence: Span) -> Origin | None:
    """Return the origin that a quotation's speaker stands for, or None if it has no words.

    Args:
        text: The article's text.
        speaker: The speaker as the quotation stage found it.
        sentence: The sentence that names the speaker.
    """
    if speaker.span is None:
        return None
    words = speaker.text
    role = origin_role(words, text[speaker.span.end : speaker.span.end + _CLAUSE])
    return Origin(role, words, speaker.span, speaks_for(text, speaker, sentence))


def origin_role(name: str, after: str = "") -> LinkRole:
    """Return what kind of origin a noun phrase is; ``after`` are the words that follow it."""
    vocabulary = chain_words()
    head_part = _POST.split(name, maxsplit=1)[0].split(",")[0]
    words = _WORD.findall(head_part) or _WORD.findall(name)
    if not words:
        return "speaker"
    lowered = [w.casefold() for w in words]
    head = lowered[-1]
    named = words[-1][:1].isupper() and len(words[-1]) > 1
    rest = (name[len(head_part) :] + " " + after).casefold()
    if any(w in vocabulary.witness for w in (head, lowered[0])) or _is_witness(rest, named=named):
        return "witness"
    if named:
        return "speaker"
    own = name[len(head_part) :].casefold()  # "a sailor who asked not to be named"
    if any(phrase in own for phrase in vocabulary.unnamed):
        return "anonymous"
    if head in vocabulary.document:
        return "document"
    if head in vocabulary.spokesman:
        return "speaker"
    if head in vocabulary.anonymous and _is_unnamed(lowered, rest):
        return "anonymous"
    return "speaker"


def _is_witness(rest: str, *, named: bool) -> bool:
    return (
        named
        and re.match(
            r"\W*(?:one of the |a |who |another )?(?:survivors?|witness(?:es)?|residents?)\b", rest
        )
        is not None
    )


def _is_unnamed(lowered: list[str], rest: str) -> bool:
    vocabulary = chain_words()
    if any(phrase in rest for phrase in vocabulary.unnamed):
        return True
    if lowered[-1] in {"source", "sources"} or lowered[0] in vocabulary.indefinite:
        return True
    # "the minister" is an office-holder named by office; "officials", "three diplomats" are not.
    return (
        lowered[-1].endswith("s") and lowered[0] not in {"the", "all", "both"} and len(lowered) <= 3
    )


def speaks_for(text: str, speaker: Speaker, sentence: Span) -> str | None:
    """Return whom a spokesperson speaks for, in the words of the text, or None."""
    if speaker.span is None:
        return None
    after = text[speaker.span.end : min(len(text), sentence.end)]
    match = (
        _FOR.search(speaker.text)
        or _FOR.match(after.lstrip(", whoais"))
        or _FOR.search(after[:_CLAUSE])
    )
    match = match or _APPOSITION_FOR.match(after)
    if match:
        return match.group("whom").strip().rstrip("’'")
    before = text[max(sentence.start, speaker.span.start - _CLAUSE) : speaker.span.start]
    return _body_of_role(
        f"{before}{speaker.text}" if speaker.role is None else f"{before} {speaker.role}"
    )


def _body_of_role(words: str) -> str | None:
    """Return "Police" from "Police spokesman", "Kremlin" from "Kremlin spokesman"."""
    titles = "|".join(sorted(map(re.escape, chain_words().spokesman), key=len, reverse=True))
    match = re.search(rf"(?P<whom>(?:[^\W\d_a-z][\w'’.-]* ?){{1,4}}|[a-z]+ )(?:{titles})\b", words)
    if match is None:
        return None
    whom = match.group("whom").split()
    while whom and whom[0].casefold() in chain_words().openers:
        whom = whom[1:]
    return " ".join(whom) or None
