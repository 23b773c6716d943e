"""Speech after a colon: headlines ("Zelenskyy: we will hold") and labels."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.codebooks.role_nouns import role_words
from dragoman.extraction.quotations.attach import Draft
from dragoman.extraction.quotations.cues import Cue, find_cues
from dragoman.extraction.quotations.gaps import last_sentence, leads_with
from dragoman.extraction.quotations.loose import loose_cue_before, loose_cue_in
from dragoman.extraction.quotations.scene import Scene
from dragoman.extraction.quotations.speakers import Speaking, speakers_of
from dragoman.extraction.quotations.terms import names_a_work
from dragoman.extraction.quotations.trees import pieces
from dragoman.records import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from spacy.tokens import Token

_MAX_NAME = 9  # tokens before the colon: "Ukrainian Foreign Minister Dmytro Kuleba:" has five
_SENTENCE = 3  # words
_PARTIES = frozenset({"PERSON", "ORG", "GPE", "NORP"})
_QUESTION_WORDS = frozenset({"WP", "WRB", "WDT", "WP$"})
_FIRST_PERSON = frozenset({"we", "us", "our", "i", "my"})
_NAME_TAGS = frozenset({"PROPN", "NOUN", "ADJ", "ADP", "DET", "PART", "NUM"})


def label_draft(scene: Scene, free: Iterable[int]) -> Draft | None:
    """Return the draft for a passage under "Quote from X:" from its stretches that no cue took."""
    label = scene.passage.label
    if label is None or label.kind != "quote":
        return None
    numbers = list(free)
    if numbers:
        content = tuple(scene.stretches[n].inner for n in numbers)
    elif scene.stretches:
        return None
    else:
        content = (scene.passage.span,)
    cue = Cue("label", label.span, None, None, (), content)
    return Draft(scene, cue, numbers, content, confidence=0.95, label_name=label.name, spoken=True)


def colon_cues(scene: Scene, free: Iterable[int]) -> list[Draft]:
    """Return drafts for stretches that a name and a colon lead to, and for headlines and transcripts."""
    drafts = []
    for number in free:
        if not (leads_with(scene, number) == ":" or _breaks_in(scene, number)):
            continue
        lead = last_sentence(scene, scene.gap_before(number))
        tokens = [t for t in scene.tokens_in(lead) if not t.is_space]
        if (cue := _leading_cue(scene, tokens)) is not None:
            content = (scene.stretches[number].inner,)
            drafts.append(Draft(scene, cue, [number], content, confidence=0.8, spoken=True))
    if drafts:
        return drafts
    opening = _opening(scene)
    return [opening] if opening is not None else list(_in_headline(scene, free))


def _breaks_in(scene: Scene, number: int) -> bool:
    """Whether a whole sentence follows a comma: Sandu jumped in, "We leave tonight."."""
    words = scene.words(scene.stretches[number].inner)
    whole = (
        words[:1].isupper() and words[-1:] in {".", "?", "!"} and len(words.split()) >= _SENTENCE
    )
    return whole and leads_with(scene, number) == "," and not names_a_work(scene, number)


def _in_headline(scene: Scene, free: Iterable[int]) -> Iterator[Draft]:
    """Yield the drafts of a headline whose verb the tagger takes for a noun."""
    if scene.passage.block.kind != "headline" and not _is_title(scene):
        return
    for number in free:
        if (cue := loose_cue_before(scene, number)) is not None:
            yield Draft(scene, cue, [number], cue.content, confidence=0.7)


def _name_cue(scene: Scene, tokens: list[Token]) -> Cue | None:
    """Return the colon after a name as a cue, or None if what stands before it names nobody."""
    if len(tokens) < 2 or tokens[-1].text != ":" or len(tokens) - 1 > _MAX_NAME:
        return None
    name = tokens[:-1]
    if any(t.pos_ not in _NAME_TAGS for t in name):
        return None
    head = next((t for t in reversed(name) if t.ent_type_ in _PARTIES), None)
    if head is None and not name[-1].text.isupper():
        return None
    head = head or name[-1]
    speaking = Speaking(head, scene.span(name[0], name[-1]), head)
    colon = scene.span(tokens[-1], tokens[-1])
    return Cue("colon", colon, None, None, (speaking,), ())


def cue_of_colon(scene: Scene) -> Cue | None:
    """Return the cue of a passage that ends with a colon and leads to the next one."""
    doc = scene.passage.doc
    if not len(doc) or doc[-1].text != ":" or scene.quoted(doc[-1]):
        return None
    if scene.stretches:
        lead = last_sentence(scene, scene.gap_after(len(scene.stretches) - 1))
    else:
        lead = last_sentence(scene, scene.passage.span)
    return _leading_cue(scene, [t for t in scene.tokens_in(lead) if not t.is_space])


def _leading_cue(scene: Scene, tokens: list[Token]) -> Cue | None:
    """Return who speaks after "Cruz continued:", "He made his point:", "Kuleba:"."""
    if not tokens:
        return None
    here = Span(scene.starts[tokens[0].i], scene.starts[tokens[-1].i] + 1)
    subject = next((t for t in reversed(tokens) if t.dep_ in {"nsubj", "nsubjpass"}), None)
    cues = [c for c in find_cues(scene) if here.contains(c.span)]
    if tokens[-1].text == "," and subject is not None:  # After A criticized B, C jumped in, "D."
        cues = [c for c in cues if c.span.start > scene.starts[subject.i]]
    if cues:
        return replace(cues[-1], content=())
    if (cue := _name_cue(scene, tokens) or loose_cue_in(scene, tokens)) is not None:
        return cue
    speakers = speakers_of(scene, subject.head) if subject is not None else ()
    if subject is None or not speakers:
        return None
    if tokens[-1].text == ",":
        verb = subject.head
        return Cue("verb", scene.span(verb, verb), verb, None, speakers, ())
    return Cue("colon", scene.span(tokens[-1], tokens[-1]), None, None, speakers, ())


def _opening(scene: Scene) -> Draft | None:
    """Return the draft of a passage that is a headline: a name, a colon, what is said."""
    doc = scene.passage.doc
    colon = next((t for t in doc[: _MAX_NAME + 2] if t.text == ":"), None)
    if colon is None or scene.quoted(colon):
        return None
    if scene.passage.block.kind != "headline" and not _is_title(scene):
        return None
    cue = _name_cue(scene, [*doc[: colon.i], colon])
    if cue is None:
        return None
    if not _can_speak(doc[colon.i - 1], list(doc[colon.i + 1 :])):
        return None
    rest = {t.i for t in doc[colon.i + 1 :]}
    content = tuple(pieces(scene, rest, breaks=set()))
    touched = [n for span in content for n in scene.stretches_in(span)]
    if not content or any(not scene.stretches[n].single for n in touched):
        return None
    return Draft(scene, cue, touched, content, confidence=0.7)


def _can_speak(last: Token, said: Sequence[Token]) -> bool:
    """Whether what ends before a headline's colon is a party that speaks, and not a topic.

    "Danube dispute: …" ends with a thing; "Gaza: what we know" is no speech of Gaza's. A place
    needs "we" to be a government: "Kyiv: we will hold".
    """
    first = next((t for t in said if not t.is_space), None)
    if first is None or first.tag_ in _QUESTION_WORDS:
        return False
    if last.ent_type_ in {"GPE", "NORP"}:
        return any(t.lower_ in _FIRST_PERSON for t in said)
    named = last.ent_type_ in {"PERSON", "ORG"} or last.text.isupper()
    return named or last.lower_ in role_words()


def _is_title(scene: Scene) -> bool:
    """Whether the passage opens the article and is short: a headline kept as its first line."""
    return scene.number == 0 and scene.passage.span.length < 160
