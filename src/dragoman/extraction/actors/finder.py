"""Article → Cast: describes every candidate, merges what is one, and writes the records."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from dragoman.codebooks.offices import people
from dragoman.codebooks.role_nouns import role_words
from dragoman.extraction.actors.appositions import apposed
from dragoman.extraction.actors.bodies import of_town, unacting
from dragoman.extraction.actors.candidates import Candidate, candidates
from dragoman.extraction.actors.context import Scene
from dragoman.extraction.actors.description import NOWHERE, Description, Setting
from dragoman.extraction.actors.mistaken import surnames_in
from dragoman.extraction.actors.names import other_names, short_names
from dragoman.extraction.actors.orgs import named_organisation, unknown_organisation
from dragoman.extraction.actors.origins import from_home, of_all_the_world
from dragoman.extraction.actors.phrases import describe_segments
from dragoman.extraction.actors.scan import Scan, scan
from dragoman.extraction.actors.use import (
    is_only_place,
    is_predicate,
    of_sport,
    qualified_by_place,
)
from dragoman.extraction.actors.words import POSSESSIVE, printed
from dragoman.extraction.cast import Cast
from dragoman.records import Actor, Mention, Span, record_id
from dragoman.text.folding import key

if TYPE_CHECKING:
    from spacy.tokens import Token

    from dragoman.extraction.passages import ParsedArticle


@dataclass(slots=True)
class Sighting:
    """A description and where it stands."""

    description: Description
    span: Span
    head: Span


@dataclass(slots=True)
class Finder:
    """Finds the actors of one article."""

    parsed: ParsedArticle
    setting: Setting
    sightings: list[Sighting] = field(default_factory=list)

    def find(self) -> Cast:
        """Return the article's cast."""
        passages = self.parsed.passages
        proper = frozenset(t.text for p in passages for t in p.doc if t.pos_ == "PROPN")
        scans = [scan(passage, proper) for passage in passages]
        surnames = {name for seen in scans for name in surnames_in(seen)}
        scene = Scene()
        for seen in scans:
            scene.hear(seen.found, self.setting.day)
        for seen in scans:
            seen.found = [scene.bears(surnames, s, seen.words) for s in seen.found]
            scene.add(seen.words, seen.found, self.setting.day)
        for seen in scans:
            seen.found = [
                scene.common(scene.fits(scene.namesake(segment)), seen.words)
                for segment in seen.found
            ]
        self._introduce(scans, scene)
        self._walk(scans, scene)
        return self._cast()

    def _introduce(self, scans: list[Scan], scene: Scene) -> None:
        """Learn the persons that the article names in full, so that surnames find them."""
        self.setting.home, self.setting.sole = scene.home(), scene.sole()
        for seen in scans:
            for candidate in candidates(seen, ()):
                if candidate.name is None or candidate.name[1] - candidate.name[0] < 2:
                    continue
                described = self._describe(seen, candidate)
                if described is not None and described[0].kind == "person":
                    surface = described[1].of(self.parsed.article.text)
                    self._remember(described[0], surface, first=True)
        self._remember_weakly()

    def _remember_weakly(self) -> None:
        """Let a word of one full name alone find its bearer: "Vázquez" for Ana Vázquez Ortiz."""
        bearers: dict[str, dict[str, Description]] = {}
        for description in self.setting.seen.values():
            for short in other_names(description.name):
                if short in role_words():
                    continue  # "Assemblywoman" is nobody's given name
                bearers.setdefault(short, {})[description.name] = description
        for short, found in bearers.items():
            if len(found) == 1:
                self.setting.seen.setdefault(short, *found.values())

    def _walk(self, scans: list[Scan], scene: Scene) -> None:
        for seen in scans:
            entered = -1
            for candidate in candidates(seen, self.setting.seen):
                start, end = seen.sentence_of(candidate.start)
                if start != entered:
                    entered = start
                    where = seen.range_of(start, end)
                    first, last = where or (0, 0)
                    found = seen.within(first, last) if where else ()
                    scene.enter(seen.words[first:last], found, self.setting.day)
                    self.setting.home, self.setting.stage = scene.home(), scene.stage()
                    self.setting.here, self.setting.sole = scene.set_here(), scene.sole()
                self._note(seen, candidate)

    def _note(self, seen: Scan, candidate: Candidate) -> None:
        described = self._describe(seen, candidate)
        if described is None:
            return
        description, head = described
        if any(s.head.overlaps(head) for s in self.sightings[-4:]):
            return
        words = seen.words[candidate.start : candidate.end]
        last = words[-2] if words[-1].key == POSSESSIVE and len(words) > 1 else words[-1]
        span = Span(min(words[0].span.start, head.start), max(last.span.end, head.end))
        self.sightings.append(Sighting(description, span, head))
        if description.kind == "person" and description.named:
            self._remember(description, head.of(self.parsed.article.text), first=False)

    def _describe(self, seen: Scan, candidate: Candidate) -> tuple[Description, Span] | None:
        start, end, name = candidate
        words = seen.words[start:end]
        inner = (name[0] - start, name[1] - start) if name else None
        known = name is not None or any(s.entries for s in seen.covering(start, end))
        found = (
            describe_segments(words, seen.within(start, end), self.setting, name=inner)
            if known
            else None
        )
        if found is None:
            return self._unknown(seen, candidate)
        description, head = found
        first, last = words[head.start], words[head.end - 1]
        description = self._as_printed(description, Span(first.span.start, last.span.end))
        token = seen.doc[last.token]
        if is_predicate(description, token):
            return None
        if self._is_all(seen, candidate) and description.kind == "people":
            description = of_town(description)
        elif _placed(seen, description, token):
            description = NOWHERE.but(name=printed(words[head.start : head.end]))
        elif description.kind == "person" and description.named and description.sector == "UNK":
            description = from_home(seen, description, last, self.setting.day)
            description = self._by_apposition(seen, description, token)
        elif self._is_all(seen, candidate):
            description = unacting(description)
        elif not description.named and first.capital:
            description = named_organisation(seen, description, token)
        if description.inherited and of_all_the_world(token):
            description = description.but(countries=())
        return description, Span(first.span.start, last.span.end)

    def _unknown(self, seen: Scan, candidate: Candidate) -> tuple[Description, Span] | None:
        found = unknown_organisation(seen, candidate.start, candidate.end, self.setting)
        if found is None or found[0].kind != "people":
            return found
        if self._is_all(seen, candidate):
            return of_town(found[0]), found[1]
        return NOWHERE.but(name=found[0].name), found[1]

    def _is_all(self, seen: Scan, candidate: Candidate) -> bool:
        """Whether a candidate is the whole text: a bare phrase that was given to be read."""
        return len(self.parsed.passages) == 1 and (candidate[0], candidate[1]) == (
            0,
            len(seen.words),
        )

    def _as_printed(self, person: Description, head: Span) -> Description:
        """Keep the hyphens of a stranger's name; a person of the codebooks has one spelling."""
        if person.kind != "person" or not person.named or person.name in people():
            return person
        printed = " ".join(head.of(self.parsed.article.text).split())
        return person.but(name=printed) if key(printed) == key(person.name) else person

    def _by_apposition(self, seen: Scan, person: Description, token: Token) -> Description:
        """Take what an apposition says of a person: "Jane Roe, a Kenyan farmer"."""
        beside = apposed(token)
        where = seen.range_of(*beside) if beside else None
        if where is None:
            return person
        where = seen.whole(*where)
        found = describe_segments(seen.words[slice(*where)], seen.within(*where), self.setting)
        if found is None or found[0].kind not in {"person", "people"}:
            return person
        told = found[0]
        office = told.office if told.office and not told.named else None
        return person.but(
            countries=told.countries or person.countries,
            sector=told.sector,
            office=office,
            inherited=told.inherited,
            confidence=max(person.confidence, told.confidence),
            office_keys=told.office_keys,
        )

    def _remember(self, description: Description, surface: str, *, first: bool) -> None:
        if not first:
            self.setting.titled.update(dict.fromkeys(description.office_keys, description))
        country = description.countries[0] if description.countries else ""
        for name in {surface, description.name}:
            parts = key(name)
            if len(parts) < 2:
                continue
            for short in (parts, *short_names(name, country)):
                joined = " ".join(short)
                known = self.setting.seen.get(joined)
                if known is not None and _outranks(known, description):
                    continue
                if known is None or not first or (known.inherited and not description.inherited):
                    if (
                        known is not None
                        and known.name == description.name
                        and _poorer(description, known)
                    ):
                        continue
                    self.setting.seen[joined] = description

    def _cast(self) -> Cast:
        article, made_by = self.parsed.article, self.parsed.made_by
        groups: dict[tuple[object, ...], list[Sighting]] = {}
        for sighting in self.sightings:
            groups.setdefault(_identity(sighting.description), []).append(sighting)
        actors, mentions = [], []
        for group in groups.values():
            actor_id = record_id(article.id, "actor", group[0].head)
            best = min((s.description for s in group), key=lambda d: (d.inherited, -d.confidence))
            actors.append(_actor(best, actor_id, tuple(s.span for s in group), made_by))
            mentions += [
                Mention(
                    id=record_id(article.id, "mention", s.head),
                    evidence=(s.span,),
                    confidence=s.description.confidence,
                    made_by=made_by,
                    actor_id=actor_id,
                    kind=s.description.mention,
                    span=s.span,
                    text=article.words(s.span),
                    head=s.head,
                )
                for s in group
            ]
        return Cast(tuple(actors), tuple(mentions))


def _placed(seen: Scan, description: Description, token: Token) -> bool:
    if description.kind == "state":
        return (
            is_only_place(token, country=True) or qualified_by_place(seen, token) or of_sport(token)
        )
    if description.kind == "people" and description.sector == "UNK":
        return True  # a town or region by its own name
    if description.mention == "metonym":
        capital = seen.segment_at(seen.word_at[token.i]).has("capital")
        return is_only_place(token, country=False, institution=not capital) or qualified_by_place(
            seen, token
        )
    return False


def _poorer(new: Description, old: Description) -> bool:
    return (new.office is None and old.office is not None) or (new.inherited and not old.inherited)


def _outranks(known: Description, new: Description) -> bool:
    """Whether a surname stays with who bore it before: an office holder beside a relative."""
    return known.name != new.name and known.office is not None and new.office is None


def _identity(description: Description) -> tuple[object, ...]:
    d = description
    if d.kind == "place_only":
        return ("place", d.name)
    if d.kind == "person" and d.named:
        return ("person", d.name)
    return (d.kind, d.name.casefold(), d.countries, d.sector, d.metonym_for)


def _actor(d: Description, actor_id: str, evidence: tuple[Span, ...], made_by: str) -> Actor:
    return Actor(
        id=actor_id,
        evidence=evidence,
        confidence=d.confidence,
        made_by=made_by,
        name=d.name,
        kind=d.kind,
        countries=d.countries,
        sector=d.sector,
        office=d.office,
        metonym_for=d.metonym_for,
        members=d.members,
        wikidata=d.wikidata,
        wikidata_verified=d.wikidata_verified,
        candidates=d.candidates,
    )
