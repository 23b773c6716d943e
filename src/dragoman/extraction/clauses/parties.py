"""Which noun phrases are parties, and how they are named."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dragoman.codebooks.countries import state_of_adjective
from dragoman.codebooks.event_words import event_words, party_nouns, party_words
from dragoman.codebooks.role_nouns import role_words
from dragoman.extraction.cast import Cast
from dragoman.extraction.clauses.grammar import coordinated, phrases_of, verb_arguments
from dragoman.extraction.clauses.phrases import (
    headlined,
    is_unspecific,
    listed_names,
    names_before,
    phrase_edges,
)
from dragoman.extraction.passages import Passage
from dragoman.records import Actor, Mention, Party, Span

if TYPE_CHECKING:
    from spacy.tokens import Token

_NAMED = frozenset({"PERSON", "NORP", "GPE", "ORG"})
_ACTING = frozenset({"GPE", "ORG", "PERSON"})  # a place by the gazetteer that acts all the same
_NOMINAL = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "dative", "conj"})
_AGENTIVE = ("by", "of", "from")
_ANY = ("by", "from", "between", "against", "of", "with", "to", "on", "for", "in", "at")
_OFFICIAL_SECTORS = frozenset({"GOV", "LEG", "JUD", "MIL", "IGO"})
_ARMED_SECTORS = frozenset({"MIL", "REB", "UAF", "COP", "PRM", "GOV"})
_PRONOUNS = frozenset({"he", "she", "it", "they", "his", "her", "its", "their"})
_GROUPS = ("armed", "police", "official", "people")
_NO_NAME = frozenset(
    {"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "CARDINAL", "ORDINAL", "EVENT", "LANGUAGE"}
)


# How sure a pronoun's antecedent must be: of 100 pronouns of judged events 16 of the 32 less sure
# were right, and 63 of the 68 others.
_SURE = 0.66


class Parties:
    """Answers, for the words of one passage, which of them name a party."""

    def __init__(self, passage: Passage, cast: Cast) -> None:
        self._passage = passage
        self._cast = cast

    def named(self, head: Token) -> Iterator[Party]:
        """Yield a party for ``head`` and each word coordinated with it that names one.

        A list of names set beside a noun stands for it ("the states – Chad, Mali and Niger").
        """
        listed = listed_names(head)
        if listed:
            yield from (self._party(token) for token in listed)
            return
        yield from (self._party(token) for token in (*names_before(head), *headlined(head)))
        for token in coordinated(head):
            several = self._several(token)
            if several:
                yield from several
                continue
            resolved = self._pronoun(token)
            if resolved is not None and self.is_party(resolved):
                yield self._party(resolved, words=token)
            elif self.is_party(token):
                yield self._party(token)

    def inside(self, head: Token, *, acting: bool = False, of: bool = True) -> tuple[Party, ...]:
        """Return the parties that a phrase names in passing ("the demands of Iran": Iran).

        Args:
            head: The phrase's head.
            acting: Whether the party must be one that acts ("the car bomb in Kyiv": nobody).
            of: Whether it may stand after "of" ("the return of the boy").
        """
        for token in coordinated(head):
            owners = tuple(
                p
                for c in token.children
                if c.dep_ == "poss" and c.pos_ != "PRON"
                for p in self.named(c)
            )
            found = owners or self.adjective_party(token)
            if found:
                return found
            hanging = list(phrases_of(token))
            for wanted in _AGENTIVE if acting else _ANY:
                if wanted == "of" and not of:
                    continue
                there = [t for prep, t in hanging if prep == wanted]
                if wanted == "at":  # "the crossing at Gao" is where it stands, not whose it is
                    there = [t for t in there if not self.is_place(t)]
                found = tuple(p for t in there for p in self.named(t))
                if found:
                    return found
        return ()

    def is_own(self, head: Token) -> bool:
        """Whether ``head`` is the actor's own arm ("its troops"), and so no recipient."""
        if not any(c.dep_ == "poss" and c.tag_ == "PRP$" for c in head.children):
            return False
        return self.group(head) in ("armed", "police") or head.lemma_.lower() in event_words(
            "grammar", "own"
        )

    def people(self, head: Token) -> Iterator[Party]:
        """Yield the people that ``head`` stands for without a name: a pronoun or a common noun.

        A pronoun that is not resolved stays as it stands ("beat us"); "the accused" is a person too.
        """
        for token in coordinated(head):
            pronoun = token.pos_ in ("PRON", "DET") and token.lower_ in party_words("people")
            if pronoun or _names_people(token):
                yield self._party(token)

    def thing(self, head: Token) -> Party:
        """Return the phrase around ``head`` as a recipient that is no party ("a hospital ward")."""
        return self._party(head)

    def set_in(self, noun: Token) -> tuple[Party, ...]:
        """Return the town that a noun's modifier names ("the Atlanta attacks")."""
        modifiers = [c for c in noun.children if c.dep_ in ("compound", "nmod")]
        return tuple(self._party(c) for c in modifiers if self._is_town(c))

    def adjective_party(self, noun: Token) -> tuple[Party, ...]:
        """Return the polity that a noun's modifier names ("an Israeli airstrike")."""
        if noun.lemma_.lower() in party_words("waters"):
            return ()  # "the Persian Gulf" is no Persians
        modifiers = [c for c in noun.children if c.dep_ in ("amod", "compound", "nmod")]
        makers = [c for c in modifiers if self._names_polity(c)]
        named = [c for c in makers if c.ent_type_]  # "a U.S. drone strike" is by no drone
        return tuple(self._party(c) for c in named or makers)

    def is_party(self, token: Token) -> bool:
        """Whether ``token`` heads a name or noun that can act."""
        if token.pos_ in ("VERB", "ADV", "ADP", "AUX") or is_unspecific(token):
            return False
        mention = self._mention(token)
        if mention is not None and self._covers_head(mention, token):
            return self._cast.actor_of(mention).kind != "place_only" or token.ent_type_ in _ACTING
        if token.ent_type_ in _NAMED:
            return True
        if (
            token.pos_ == "PROPN"
            and token.text[:1].isupper()
            and token.ent_type_ not in _NO_NAME
            and token.dep_ == "nsubj"
        ):
            return True  # a capitalised subject that the entity recogniser does not know
        return (
            token.pos_ in ("NOUN", "PROPN", "NUM", "ADJ", "DET", "PRON")
            and self.group(token) is not None
        )

    def group(self, token: Token) -> str | None:
        """Return the group of party nouns to which ``token`` belongs, or None."""
        word = token.lemma_.lower()
        if _is_substance(token):
            return None
        for one in (word, token.lower_):
            for name in _GROUPS:
                if one in party_nouns(name):
                    if one in event_words("grammar", "quantifying"):
                        inner = [t for prep, t in phrases_of(token) if prep == "of"]
                        return self.group(inner[0]) if inner else name
                    return name
        return None

    def holds(self, head: Token, party: Party) -> bool:
        """Whether ``head``, or a word coordinated with it, stands in a party's words."""
        return any(party.span.contains(self._passage.of(t)) for t in coordinated(head))

    def is_place(self, head: Token) -> bool:
        """Whether ``head`` names a place and nobody who acts for it."""
        actor = self.actor(head)
        return head.ent_type_ == "GPE" if actor is None else actor.kind == "place_only"

    def is_channel(self, head: Token) -> bool:
        """Whether ``head`` names where something is said ("on Twitter", "on state television")."""
        actor = self.actor(head)
        if actor is not None and actor.kind == "media":
            return True
        return head.lemma_.lower() in party_words("channels")

    def is_armed(self, head: Token) -> bool:
        """Whether ``head`` names someone who bears arms, or a state, which has an army."""
        if self.group(head) in ("armed", "police") or head.ent_type_ in ("GPE", "NORP", "ORG"):
            return True
        actor = self.actor(head)
        return actor is not None and (
            actor.kind in ("armed_group", "state", "government") or actor.sector in _ARMED_SECTORS
        )

    def is_official(self, head: Token) -> bool:
        """Whether ``head`` names an office, its holder, a state or a body of states."""
        if self.group(head) == "official":
            return True
        actor = self.actor(head)
        if actor is not None:
            official = actor.office is not None or actor.sector in _OFFICIAL_SECTORS
            return official or actor.kind in ("state", "government", "igo")
        if head.ent_type_ in ("GPE", "ORG", "NORP"):
            return True
        # A name whose office stands beside it, where the actor stage found none.
        return any(
            c.lemma_.lower() in party_nouns("official")
            for c in head.children
            if c.dep_ in ("compound", "appos")
        )

    def actor(self, head: Token) -> Actor | None:
        """Return the actor that ``head`` names, or None."""
        resolved = self._pronoun(head) or head
        mention = self._mention(resolved)
        if mention is None or not self._covers_head(mention, resolved):
            return None
        return self._cast.actor_of(mention)

    def _is_town(self, token: Token) -> bool:
        if token.ent_type_ != "GPE" or state_of_adjective(token.text):
            return False
        actor = self.actor(token)
        return actor is None or actor.kind not in ("state", "government")

    def _names_polity(self, token: Token) -> bool:
        if token.ent_type_ in ("NORP", "GPE", "ORG"):
            return True
        return token.pos_ in ("NOUN", "PROPN") and self.group(token) in ("armed", "police")

    def _mention(self, token: Token) -> Mention | None:
        return self._cast.mention_at(self._passage.of(token))

    def _covers_head(self, mention: Mention, token: Token) -> bool:
        return mention.head.overlaps(self._passage.of(token)) or (
            mention.span.overlaps(self._passage.of(token))
            and token.dep_ not in ("amod", "compound", "poss")
        )

    def _pronoun(self, token: Token) -> Token | None:
        """Return the subject of the clause above that a pronoun stands for, if no mention says more.

        "Russia said it had …": within a sentence, the speaker is the nearest subject above.
        """
        if token.pos_ != "PRON" or token.lower_ not in _PRONOUNS:
            return None
        mention = self._mention(token)
        if mention is not None and self._cast.actor_of(mention).kind != "place_only":
            return None
        for above in list(token.ancestors)[1:]:
            if above.pos_ not in ("VERB", "AUX") or token.head == above:
                continue
            for subject in verb_arguments(above).subjects:
                if (
                    subject != token
                    and subject.pos_ != "PRON"
                    and subject.i < token.i
                    and self.is_party(subject)
                ):
                    return subject
        return None

    def _by_name(self, token: Token) -> Token:
        """Return the name beside a description of somebody ("his rival, Jane Roe", and reversed)."""
        if token.pos_ != "NOUN":
            return token
        above = token.head
        beside = [c for c in token.children if c.dep_ == "appos"]
        if token.dep_ == "appos" and not any(c.dep_ == "conj" for c in above.children):
            beside.append(above)
        names = [t for t in beside if t.ent_type_ == "PERSON" and t.pos_ == "PROPN"]
        return names[0] if len(names) == 1 else token

    def _several(self, token: Token) -> tuple[Party, ...]:
        """Return those for whom a pronoun stands, if several, each in its own words."""
        if token.pos_ != "PRON":
            return ()
        span = self._passage.of(token)
        mentions = [m for m in self._cast.mentions_in(span) if m.span == span]
        if len(mentions) < 2 or any(map(_is_guess, mentions)):
            return ()
        actors = [self._cast.actor_of(m) for m in mentions]
        text, start = self._passage.text, self._passage.span.start
        told = [m.evidence[-1] for m in mentions]
        if not all(self._passage.span.contains(t) for t in told):
            return ()
        return tuple(
            Party(text=text[t.start - start : t.end - start], span=t, name=a.name, actor_id=a.id)
            for t, a in zip(told, actors, strict=True)
        )

    def _party(self, token: Token, words: Token | None = None) -> Party:
        if words is None:
            token = self._by_name(token)
        shown = words or token
        mention = self._mention(token)
        if mention is not None and not self._covers_head(mention, token):
            mention = None
        span = self._passage.of(shown) if words is not None else self._span(token, mention)
        sure = mention is not None and not _is_guess(mention)
        actor = self._cast.actor_of(mention) if mention is not None and sure else None
        text = self._passage.text[
            span.start - self._passage.span.start : span.end - self._passage.span.start
        ]
        # "Ukrainian territories": the adjective stands for Ukraine.
        name = actor.name if actor is not None else state_of_adjective(text) or self._text_of(token)
        return Party(
            text=text, span=span, name=name, actor_id=actor.id if actor is not None else None
        )

    def _text_of(self, token: Token) -> str:
        span = self._span(token, None).shift(-self._passage.span.start)
        return self._passage.text[span.start : span.end]

    def _span(self, token: Token, mention: Mention | None) -> Span:
        """Return the noun phrase around ``token``, or from its mention's start where that is wider."""
        first, last = phrase_edges(token)
        span = Span(self._passage.of(first).start, self._passage.of(last).end)
        if mention is not None and mention.span.start < span.start and mention.span.overlaps(span):
            return Span(mention.span.start, max(span.end, mention.span.end))
        return span


def _is_guess(mention: Mention) -> bool:
    """Whether it is not sure enough for whom a pronoun stands: then it stays as it is written."""
    return mention.kind == "pronoun" and mention.confidence < _SURE


def _is_substance(token: Token) -> bool:
    """Whether an agent is nobody ("a nerve agent")."""
    kinds = party_words("substances")
    return any(c.dep_ in ("compound", "amod") and c.lower_ in kinds for c in token.children)


def _names_people(token: Token) -> bool:
    """Whether a common noun, or "the" with an adjective or participle, stands for people."""
    if token.pos_ == "NOUN" and _is_substance(token):
        return False
    if token.pos_ == "NOUN":
        return token.lemma_.lower() in role_words() or token.lower_ in role_words()
    return (
        token.tag_ in ("JJ", "VBN")
        and token.dep_ in _NOMINAL
        and any(c.dep_ == "det" and c.lower_ == "the" for c in token.children)
    )
