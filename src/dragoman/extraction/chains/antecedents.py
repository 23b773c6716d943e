"""What a speaker's words stand for: a pronoun's name, a "which", "the newspaper" named before."""

from __future__ import annotations

from dragoman.codebooks.chain_words import chain_words
from dragoman.extraction.cast import Cast
from dragoman.extraction.chains.media_names import Name, names_in
from dragoman.extraction.passages import ParsedArticle
from dragoman.records import Span, Speaker

PRONOUNS = frozenset({"he", "she", "they", "it", "who", "we", "i"})
_RELATIVE = frozenset({"which", "who", "that"})
# How far before "the newspaper" its name may stand, in characters; before "it", in the sentence
# before. Further back another medium has usually come between.
_REACH = 1500
_NAME = 40  # characters in which a name that follows at once is read


def fuller(parsed: ParsedArticle, cast: Cast, speaker: Speaker) -> Speaker:
    """Return the speaker with the fuller mention that its words stand for, if there is one."""
    named = _named(cast, speaker)
    for find in (_noun_of_relative, _beside_a_medium, _medium_named_before, _author):
        found = find(parsed, named)
        if found is not None:
            return speaker.model_copy(update={"span": found, "text": parsed.words(found)})
    return named


def _named(cast: Cast, speaker: Speaker) -> Speaker:
    """Let a pronoun give way to the last name before it of the actor that it stands for."""
    if speaker.text.casefold() not in PRONOUNS or not speaker.actor_id or not speaker.span:
        return speaker
    named = [
        m
        for m in cast.mentions
        if m.actor_id == speaker.actor_id
        and m.kind != "pronoun"
        and m.span.end <= speaker.span.start
    ]
    if not named:
        return speaker
    return speaker.model_copy(update={"span": named[-1].span, "text": named[-1].text})


def _noun_of_relative(parsed: ParsedArticle, speaker: Speaker) -> Span | None:
    """Return "a sealed letter" for the "which" of "a sealed letter which says"."""
    if speaker.text.casefold() not in _RELATIVE or speaker.span is None:
        return None
    passage = parsed.passage_at(speaker.span.start)
    before = [
        passage.of(chunk)
        for chunk in (passage.doc.noun_chunks if passage else ())
        if passage and passage.of(chunk).end <= speaker.span.start
    ]
    return before[-1] if before else None


def _beside_a_medium(parsed: ParsedArticle, speaker: Speaker) -> Span | None:
    """Return "Anna Berg" for a phrase that runs "Reuters, Anna Berg" after "speaking to"."""
    if speaker.span is None or "," not in speaker.text:
        return None
    named = _media(parsed, speaker.span.start, speaker.span.end)
    text = parsed.article.text
    if not named or named[0].start != speaker.span.start or text[named[0].end] != ",":
        return None
    return Span(named[0].end + 2, speaker.span.end)


def _medium_named_before(parsed: ParsedArticle, speaker: Speaker) -> Span | None:
    """Return the name that "the newspaper", or an "it" after a medium's report, stands for."""
    if speaker.span is None:
        return None
    words = speaker.text.casefold().split()
    kinds = chain_words().medium | chain_words().agency
    if words[-1] in kinds:
        end = speaker.span.end
        named = [n for n in _media(parsed, end, end + _NAME) if n.start == end + 1]
        if named:  # "the journal", of "the journal Science"
            return Span(named[0].start, named[0].end)
        return last_medium(parsed, speaker.span.start)
    if words == ["it"] and speaker.name is None:
        return _medium_that_spoke(parsed, speaker.span)
    return None


def _author(parsed: ParsedArticle, speaker: Speaker) -> Span | None:
    """Return whose "statement" it is: "X issued a statement saying", "a statement from X"."""
    passage = parsed.passage_at(speaker.span.start) if speaker.span else None
    tokens = passage.tokens(speaker.span) if passage and speaker.span else None
    if (
        passage is None
        or tokens is None
        or tokens.root.text.casefold() not in chain_words().utterances
    ):
        return None
    noun = tokens.root
    owners = [t for t in noun.children if t.dep_ == "poss"]
    owners += [
        t
        for p in noun.children
        if p.lower_ in {"by", "from", "of"}
        for t in p.children
        if t.dep_ == "pobj"
    ]
    if noun.dep_ == "dobj":
        owners += [t for t in noun.head.children if t.dep_ == "nsubj"]
    named = [t for t in owners if t.lower_ not in PRONOUNS and t.pos_ != "PRON"]
    return passage.of(passage.doc[named[0].left_edge.i : named[0].i + 1]) if named else None


def last_medium(parsed: ParsedArticle, before: int) -> Span | None:
    """Return the last named agency or outlet before an offset, or None."""
    named = [n for n in _media(parsed, max(0, before - _REACH), before) if not n.generic]
    return Span(named[-1].start, named[-1].end) if named else None


def _medium_that_spoke(parsed: ParsedArticle, pronoun: Span) -> Span | None:
    """Return the medium that opens the sentence before, in the same passage."""
    passage = parsed.passage_at(pronoun.start)
    here = parsed.sentence_at(pronoun)
    if passage is None or here is None or here.start <= passage.span.start:
        return None
    earlier = parsed.sentence_at(Span(here.start - 2, here.start - 1))
    if earlier is None:
        return None
    opening = _media(parsed, earlier.start, min(earlier.end, earlier.start + 60))
    if opening and opening[0].start - earlier.start <= len("The "):
        return Span(opening[0].start, opening[0].end)
    words = parsed.words(earlier).casefold().split()[:4]
    return last_medium(parsed, earlier.start) if set(words) & chain_words().medium else None


def _media(parsed: ParsedArticle, start: int, end: int) -> list[Name]:
    names = names_in(parsed.article.text, start, end)
    return [n for n in names if n.role in {"agency", "outlet"}]
