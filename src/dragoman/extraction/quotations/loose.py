"""Cues that the parser hides: "A," Smith notes (a noun?), or a subject found inside the marks.

After a stretch that runs on, word order alone tells cue and speaker: speaker and verb, or verb
and speaker, up to the next full stop.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.codebooks.kept import kept
from dragoman.codebooks.reporting import reporting_verbs
from dragoman.extraction.quotations.cues import Cue
from dragoman.extraction.quotations.gaps import first_sentence
from dragoman.extraction.quotations.scene import Scene
from dragoman.extraction.quotations.speakers import Speaking
from dragoman.records import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

_NAMING = frozenset({"PROPN", "PRON", "NOUN", "DET", "ADJ", "NUM", "ADP", "PART", "CCONJ"})
_TAKEN_FOR = frozenset({"NOUN", "PROPN"})
_INSIDE = frozenset({"PROPN", "PRON", "NOUN"})
_FAR = 8  # tokens between a headline's verb and its marks
_SHORT = 6  # tokens of a sentence that is nothing but an attribution: "Trump said."
_MAX = 30  # tokens between the marks and the verb: "Smith, a long apposition, said"
_STOPS = frozenset({",", "(", "–", "—", ";", "who", "which", "of", "for", "in", "at", "from"})


def loose_cue_after(scene: Scene, number: int) -> Cue | None:
    """Return the cue that follows a stretch by word order, or None."""
    tokens = _following(scene, number)
    joined = _is_joined(scene, number)
    if not joined and not _is_whole_sentence(tokens):
        return None
    at = next((i for i, t in enumerate(tokens[:_MAX]) if _reports(t)), None)
    if at is None and joined and tokens and tokens[0].tag_ == "VBD" and tokens[0].is_lower:
        at = 0  # "Great!" beamed the minister
    return None if at is None else _cue(scene, tokens, at)


def loose_cue_in(scene: Scene, tokens: Sequence[Token]) -> Cue | None:
    """Return the cue of a few words before a colon by word order ("Stated Stone:"), or None."""
    at = next(
        (i for i, t in enumerate(tokens) if _reports(t) or (not i and t.lower_ in _forms())), None
    )
    return None if at is None or len(tokens) > _SHORT else _cue(scene, tokens, at)


def loose_cue_before(scene: Scene, number: int) -> Cue | None:
    """Return the cue of a headline by word order: "Macron praises port for "…"", or None.

    Headlines leave out what the tagger leans on, and it takes their verbs for nouns.
    """
    gap = scene.gap_before(number)
    tokens = [t for t in scene.tokens_in(gap) if not t.is_space]
    at = next((i for i, t in enumerate(tokens) if i and t.lower_ in _presents()), None)
    if at is None or at > _SHORT or len(tokens) - at > _FAR:
        return None
    cue = _cue(scene, tokens, at)
    if cue is None:
        return None
    start = tokens[at + 1] if at + 1 < len(tokens) else None
    first = scene.starts[start.i] if start is not None else scene.stretches[number].inner.start
    return replace(cue, content=(Span(first, scene.stretches[number].inner.end),))


def _is_whole_sentence(tokens: Sequence[Token]) -> bool:
    """Whether the words are a short sentence of their own: Trump said."""
    return (
        0 < len(tokens) <= _SHORT
        and tokens[-1].text == "."
        and not any(t.text in ",:" for t in tokens)
    )


def _following(scene: Scene, number: int) -> list[Token]:
    reach = first_sentence(scene, scene.gap_after(number))
    tokens = [t for t in scene.tokens_in(reach) if not t.is_space]
    while tokens and tokens[0].is_punct:
        tokens = tokens[1:]
    return tokens


def _is_joined(scene: Scene, number: int) -> bool:
    """Whether punctuation joins a stretch to the words after it: "A," he said; "A", he said."""
    after = scene.words(scene.gap_after(number)).lstrip()
    return scene.text[scene.stretches[number].inner.end - 1] in ",?!—–-…" or after[:1] in {
        ",",
        "—",
        "–",
    }


def _cue(scene: Scene, tokens: Sequence[Token], at: int) -> Cue | None:
    named = _before_verb(tokens[:at]) if at else _after_verb(tokens)
    if not named or named[0].pos_ not in _NAMING:
        return None
    head = _head(named)
    if head is None:
        return None
    verb = tokens[at]
    speaking = Speaking(head, scene.span(named[0], _last(named)), head)
    entry = reporting_verbs().get(_forms().get(verb.lower_, ""))
    return Cue("verb", scene.span(verb, verb), verb, entry, (speaking,), ())


def _reports(token: Token) -> bool:
    """Whether a word is a finite form of a reporting verb; "the Gulf States" is none."""
    if token.lower_ not in _forms():
        return False
    return token.pos_ in {"VERB", "AUX"} or (token.is_lower and token.pos_ in _TAKEN_FOR)


def _before_verb(tokens: Sequence[Token]) -> list[Token]:
    """Return the name before "said", without a phrase in front of it: on Monday, Sandu."""
    if tokens[0].pos_ not in {"ADP", "CCONJ", "SCONJ"}:
        return list(tokens)
    comma = next((i for i, t in enumerate(tokens) if t.text == ","), len(tokens))
    return list(tokens[comma + 1 :])


def _after_verb(tokens: Sequence[Token]) -> list[Token]:
    """Return the name after "said": up to the first comma that ends it."""
    named: list[Token] = []
    for token in tokens[1:]:
        if token.text in {",", ".", ";", ":"} or token.pos_ in {"VERB", "SCONJ"}:
            break
        named.append(token)
    return named


def _head(named: Sequence[Token]) -> Token | None:
    """Return the last noun of the first noun phrase."""
    head = None
    for token in named:
        if token.lower_ in _STOPS and head is not None:
            break
        if (token.pos_ in _INSIDE or token.is_title) and token.lower_ not in {"’s", "'s"}:
            head = token
    return head or (named[0] if named[0].pos_ == "NUM" else None)


def _last(named: Sequence[Token]) -> Token:
    end = len(named) - 1
    while end > 0 and (named[end].is_punct or named[end].pos_ == "ADV"):
        end -= 1
    return named[end]


@kept()
def _presents() -> frozenset[str]:
    """Return the third-person forms of the verbs that report marked words: praises, calls, says."""
    return frozenset(f"{lemma}s" for lemma in reporting_verbs() if " " not in lemma)


@kept()
def _forms() -> dict[str, str]:
    """Map the finite forms of the reporting verbs that take a clause to their lemmas."""
    forms: dict[str, str] = {}
    for lemma, entry in reporting_verbs().items():
        if " " in lemma or not entry.frames & {"clause", "quote"}:
            continue
        stem = lemma.removesuffix("e")
        for form in (f"{lemma}s", f"{stem}ed"):
            forms.setdefault(form, lemma)
    forms.update(_IRREGULAR)
    return forms


_IRREGULAR = {
    "said": "say",
    "says": "say",
    "told": "tell",
    "wrote": "write",
    "thought": "think",
    "admitted": "admit",
    "quipped": "quip",
    "replied": "reply",
    "replies": "reply",
    "cried": "cry",
    "shot": "shoot",
    "began": "begin",
    "read": "read",
    "sang": "sing",
    "swore": "swear",
}
