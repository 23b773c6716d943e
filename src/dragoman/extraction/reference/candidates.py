"""What a pronoun may stand for: mentions, joined mentions, and nouns that are no party at all."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from dragoman.extraction.cast import Cast
from dragoman.extraction.passages import ParsedArticle, Passage
from dragoman.records import Actor, Mention, Span

if TYPE_CHECKING:
    from spacy.tokens import Token

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_PREDICATES = frozenset({"attr", "oprd"})
_MODIFIERS = frozenset({"compound", "npadvmod", "nmod", "nummod", "quantmod", *_PREDICATES})
_TIMES = frozenset({"DATE", "TIME", "CARDINAL", "ORDINAL", "PERCENT", "MONEY", "QUANTITY"})


class Candidate(NamedTuple):
    """What stands before a pronoun (or, in a main clause, right after it).

    `members` are the mentions it stands for: one, several for "A and B", none for a noun that
    names no party: such a rival can only win the pronoun away from the parties. `key` tells
    which candidates are one and the same.
    """

    key: str
    members: tuple[Mention, ...]
    actor: Actor | None
    token: Token | None
    start: int
    passage_number: int
    sentence: int
    subject: bool
    plural: bool


def sentence_numbers(parsed: ParsedArticle) -> list[list[int]]:
    """Return for each passage the running number of the sentence that each token stands in."""
    number = 0
    numbers: list[list[int]] = []
    for passage in parsed.passages:
        here = []
        # attributes as an array: making Token objects for all words cost 1.5 % of the parse
        for start in passage.doc.to_array("SENT_START").tolist():
            number += start == 1
            here.append(number)
        numbers.append(here)
    return numbers


def candidates_of(
    parsed: ParsedArticle, cast: Cast, sentences: Sequence[Sequence[int]]
) -> Iterator[Candidate]:
    """Yield the candidates of an article in the order of the text."""
    for number, passage in enumerate(parsed.passages):
        found: list[Candidate] = []
        inside: set[int] = set()
        for mention in cast.mentions_in(passage.span):
            if mention.kind == "pronoun":
                continue
            tokens = passage.tokens(mention.head)
            token = tokens.root if tokens is not None and len(tokens) else None
            if token is not None and token.dep_ in _PREDICATES and mention.kind != "name":
                inside.add(token.i)
                continue  # "he was a victim" names nobody new
            entry = _of_mention(cast, mention, token, number, sentences)
            found.append(entry)
            inside.update(t.i for t in passage.tokens(mention.span) or ())
        found += list(_joined(found, parsed))
        found += _rivals(passage, inside, number, sentences)
        yield from sorted(found, key=lambda c: c.start)


def _of_mention(
    cast: Cast,
    mention: Mention,
    token: Token | None,
    number: int,
    sentences: Sequence[Sequence[int]],
) -> Candidate:
    plural = token is not None and token.tag_ in {"NNS", "NNPS"} and mention.kind != "name"
    return Candidate(
        mention.actor_id,
        (mention,),
        cast.actor_of(mention),
        token,
        mention.span.start,
        number,
        sentences[number][token.i] if token is not None else 0,
        token is not None and is_subject(token),
        plural,
    )


def _joined(found: Sequence[Candidate], parsed: ParsedArticle) -> Iterator[Candidate]:
    """Yield "Kazakhstan and Uzbekistan" as one candidate.

    Told by what stands between the mentions: the parser often tears two names with titles apart.
    """
    group: list[Candidate] = []
    closed = False  # whether an "and" has been read
    for candidate in found:
        link = _link(group[-1], candidate, parsed) if group else None
        if link == "," and _describes(group[-1], candidate):
            group[-1] = candidate  # "his counterpart, Jane Roe" is one person
        elif link in _LINKS and len(group) < _MOST:
            group.append(candidate)
            closed = link != ","
        else:
            group, closed = [candidate], False
        if closed:
            yield _group(group)


def _link(last: Candidate, candidate: Candidate, parsed: ParsedArticle) -> str | None:
    """Return the words between two neighbours, or None if they are too many or overlap."""
    gap = Span(last.members[0].span.end, max(candidate.start, last.members[0].span.end))
    if candidate.start < gap.start or gap.length > _LONGEST_LINK:
        return None
    words = parsed.words(gap).strip()
    return "and" if _AND_HIS.fullmatch(words) else words


def _describes(noun: Candidate, name: Candidate) -> bool:
    """Whether a mention only describes the person whose name follows it."""
    return (
        noun.members[0].kind in {"noun", "office"}
        and name.members[0].kind == "name"
        and name.actor is not None
        and name.actor.kind == "person"
        and not noun.plural
    )


_LINKS = frozenset({",", "and", ", and", "&", "as well as", "together with", "along with"})
# "…, and his Russian counterpart, …": a description that is no mention of its own
_AND_HIS = re.compile(r",?\s*and (?:his|her|its|their|the|a) [^.;:,]{1,40},?")
_LONGEST_LINK = 56  # characters
_MOST = 12  # members: a longer list is no "they", and its groups would cost its length squared


def _group(group: Sequence[Candidate]) -> Candidate:
    members = tuple(m for c in group for m in c.members)
    key = "+".join(sorted({c.key for c in group}))
    return group[0]._replace(key=key, members=members, plural=True)


def _rivals(
    passage: Passage, inside: set[int], number: int, sentences: Sequence[Sequence[int]]
) -> Iterator[Candidate]:
    """Yield the nouns outside all mentions: things, events, nameless people."""
    strings = passage.doc.vocab.strings
    nouns = {strings["NOUN"], strings["PROPN"]}
    for i, pos in enumerate(passage.doc.to_array("POS").tolist()):
        if pos not in nouns or i in inside:
            continue
        token = passage.doc[i]
        if token.dep_ in _MODIFIERS or token.ent_type_ in _TIMES:
            continue
        yield Candidate(
            f"noun:{token.lemma_.lower()}",
            (),
            None,
            token,
            passage.of(token).start,
            number,
            sentences[number][token.i],
            is_subject(token),
            token.tag_ in {"NNS", "NNPS"},
        )


def is_subject(token: Token) -> bool:
    """Whether a word is (in) the subject of its clause."""
    node = token
    for _ in range(4):
        if node.dep_ in _SUBJECTS:
            return True
        if node.dep_ not in {"appos", "compound", "conj"}:
            return False
        node = node.head
    return False
