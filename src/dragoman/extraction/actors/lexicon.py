"""All names and nouns of the codebooks in one trie, matched in one pass over the words.

Built once, on first use. A node is a mapping from a word's key to the next node; the entries that
end at a node stand under the empty key. Matching takes the longest entry at each word, so the
cost is linear in the number of words.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import chain
from typing import Any, Literal, NamedTuple

from dragoman.codebooks.actor_words import actor_words
from dragoman.codebooks.countries import countries
from dragoman.codebooks.kept import kept
from dragoman.codebooks.metonyms import Metonym, metonyms
from dragoman.codebooks.offices import office_types, people
from dragoman.codebooks.organisations import Organisation, organisations
from dragoman.codebooks.outlets import outlets
from dragoman.codebooks.peoples import peoples
from dragoman.codebooks.role_nouns import RoleNoun, plural_of, role_nouns
from dragoman.extraction.actors.names import by_short_name, home_of, turned
from dragoman.extraction.actors.words import POSSESSIVE, Word
from dragoman.text.folding import key

Sort = Literal[
    "country", "adjective", "people", "ethnic", "capital", "place", "body", "metonym", "person",
    "short", "office", "role",
]  # fmt: skip
_LOWER = frozenset({"office", "role"})

# Acronyms that are English words when a line is printed in capitals.
_WORDS_TOO = frozenset(
    {"us", "is", "it", "who", "pan", "mas", "car", "pa", "an", "pace", "raw", "aid", "mit", "sis"}
)


_POSSESSIVES = re.compile(r"['’]s\b|(?<=s)['’](?=\s)")


_SHORT = 4  # letters


class Entry(NamedTuple):
    """One reading of a name: what sort it is, and the codebook's line."""

    sort: Sort
    value: Any
    acronym: bool = False
    plural: bool = False
    cased: bool = False
    exact: str = ""  # the only spelling of a short name with capitals inside: "LeT" is not "Let"


class Segment(NamedTuple):
    """A stretch of words and its readings (none: the words are unknown)."""

    start: int
    end: int
    entries: tuple[Entry, ...]
    hyphen: bool = False  # whether a hyphen ties it to the segment before

    def values(self, *sorts: Sort) -> list[Any]:
        """Return the codebook lines of some sorts of reading."""
        return [entry.value for entry in self.entries if entry.sort in sorts]

    def has(self, *sorts: Sort) -> bool:
        """Whether it has a reading of one of these sorts."""
        for entry in self.entries:  # noqa: SIM110 - called once a word; any() costs twice as much
            if entry.sort in sorts:
                return True
        return False

    @property
    def plural(self) -> bool:
        """Whether it is read as a plural noun."""
        return any(entry.plural for entry in self.entries)


Node = dict[str, Any]


@kept()
def lexicon() -> Node:
    """Return the trie of all codebooks."""
    root: Node = {}
    for name, entry in _entries():
        for parts in _keys(name):
            node = root
            for part in parts:
                node = node.setdefault(part, {})
            entries = node.setdefault("", [])
            if entry not in entries:  # two spellings of one name may fold to the same key
                entries.append(entry)
    return root


def _keys(name: str) -> Iterator[tuple[str, ...]]:
    """Yield a name's words as texts have them: the possessive is a word of its own there.

    "People's Army" is also written without its apostrophe.
    """
    whole = key(name)
    if whole:
        yield whole
    if "'" in name or "’" in name:
        pieces = _POSSESSIVES.split(name)
        if len(pieces) > 1:
            owners = [(*key(piece), POSSESSIVE) for piece in pieces[:-1]]
            yield (*chain.from_iterable(owners), *key(pieces[-1]))


def segments(words: Sequence[Word], *, shout: bool = False) -> list[Segment]:
    """Cut words into known names and single unknown words, longest match first.

    Args:
        words: The words of a phrase or passage.
        shout: Whether the line is printed in capitals, where capitals tell nothing.
    """
    root, found, i = lexicon(), [], 0
    while i < len(words):
        end, entries = _longest(root, words, i, shout)
        if words[i].key == "the" and entries:
            # "the National Unity Government" is not the newspaper "The National".
            after, _ = _longest(root, words, i + 1, shout) if i + 1 < len(words) else (0, ())
            if after > end:
                end, entries = i + 1, ()
        if not entries and i + 1 < len(words) and words[i + 1].hyphen:
            entries = _prefix(words[i])
        found.append(Segment(i, end, entries, words[i].hyphen))
        i = end
    return found


def _prefix(word: Word) -> tuple[Entry, ...]:
    """Return the state that a first part names before a hyphen: "Franco-German"."""
    iso3 = actor_words().prefixes.get(word.key) if word.capital else None
    return (Entry("adjective", iso3),) if iso3 else ()


def _longest(
    root: Node, words: Sequence[Word], start: int, shout: bool
) -> tuple[int, tuple[Entry, ...]]:
    node: Node | None = root
    best: tuple[int, tuple[Entry, ...]] = (start + 1, ())
    i = start
    while i < len(words):
        node = node.get(words[i].key) if node else None
        if node is None:
            break
        i += 1
        if "" in node:
            fitting = tuple(e for e in node[""] if _fits(e, words[start:i], shout))
            if fitting:
                best = (i, fitting)
    return best


def _fits(entry: Entry, words: Sequence[Word], shout: bool) -> bool:
    """Whether the surface may be this entry: names want capitals, acronyms all capitals."""
    if entry.exact:
        return "".join(w.text for w in words) == entry.exact
    if entry.acronym:
        surface = "".join(w.text for w in words)
        return surface.upper() == surface and not (shout and words[0].key in _WORDS_TOO)
    if entry.sort in _LOWER:
        return not entry.cased or words[0].capital
    if entry.cased and not (words[0].capital and words[-1].capital):
        return False
    return any(word.capital for word in words) and (
        words[-1].capital or words[0].capital or len(words) > 2
    )


def _acronym(name: str) -> bool:
    letters = [ch for ch in name if ch.isalpha()]
    return len(letters) <= 6 and " " not in name and all(ch.isupper() for ch in letters)


def _inner_capitals(name: str) -> str:
    """Return a short word of both cases with a capital after its first letter, else nothing."""
    mixed = len(name) <= _SHORT and name.isalpha() and not name.isupper()
    return name if mixed and any(ch.isupper() for ch in name[1:]) else ""


def _entries() -> Iterator[tuple[str, Entry]]:
    yield from _country_entries()
    bare = {name for body in organisations() for name in (body.name, *body.aliases)}
    for body in organisations():
        names = (_bare(name, bare) for name in (body.name, *body.aliases))
        for name in _without_article(tuple(names)):
            yield name, Entry("body", body, _acronym(name), exact=_inner_capitals(name))
    yield from _media()
    for metonym in metonyms():
        for name in _without_article((metonym.name, *metonym.aliases)):
            yield name, Entry("metonym", metonym, _acronym(name))
    for person in people().values():
        for name in (person.name, *person.aliases):
            yield name, Entry("person", person.name)
            other = turned(name, person.country or home_of(person.name))
            if other:
                yield other, Entry("person", person.name)
    for short, bearers in by_short_name().items():
        yield " ".join(short), Entry("short", bearers)
    for office in office_types().values():
        for name in office.names:
            acronym = name.isupper() and len(name) <= 3
            yield name, Entry("office", office.key, acronym)
            yield plural_of(name), Entry("office", office.key, acronym, plural=True)
    for role in role_nouns():
        # "House", "Diet": words that are bodies only when written large; "MP", "CEO": acronyms.
        acronym, cased = _acronym(role.noun), role.noun[:1].isupper()
        only_plural = role.plural == role.noun
        yield role.noun, Entry("role", role, acronym, plural=only_plural, cased=cased)
        if not only_plural:
            yield role.plural, Entry("role", role, plural=True, cased=cased)


def _country_entries() -> Iterator[tuple[str, Entry]]:
    for country in countries().values():
        for name in (country.name, *country.aliases):
            yield name, Entry("country", country.iso3, _acronym(name))
        for name in country.adjectives:
            yield name, Entry("adjective", country.iso3, _acronym(name))
        for name in country.people:
            yield name, Entry("people", country.iso3, plural=True)
        for name in country.capitals:
            yield name, Entry("capital", country.iso3)
    for ethnic in peoples():
        for name in ethnic.adjectives:
            yield name, Entry("ethnic", ethnic.country)
        for name in ethnic.people:
            yield name, Entry("ethnic", ethnic.country, plural=True)


def _bare(name: str, others: Collection[str]) -> str:
    """Return a name without its article where another body has it so: "The Greens" are Greens."""
    short = name.removeprefix("The ")
    return short if short in others else name


def _without_article(names: tuple[str, ...]) -> Iterator[str]:
    """Leave out "the X" beside "X": the article would hide longer names that begin with "X"."""
    for name in names:
        bare = name.removeprefix("The ").removeprefix("the ")
        if bare == name or bare not in names:
            yield name


def _media() -> Iterator[tuple[str, Entry]]:
    """Agencies and outlets by the names that mean them anywhere."""
    for outlet in outlets():
        if outlet.kind == "channel":
            continue
        countries_of = (outlet.country,) if outlet.country else ()
        body = Organisation(
            outlet.name, outlet.aliases, "media", countries_of, "JRN", "none", (), "", ""
        )
        for name in _without_article(outlet.sure_names):
            parts = name.split()
            # "60 Minutes", "The Sun" and "One News" are other words without their capitals.
            cased = len(parts) > 1 and not parts[0][0].islower() and parts[-1][0].isupper()
            yield name, Entry("body", body, _acronym(name), cased=cased)


__all__ = ["Entry", "Metonym", "Organisation", "RoleNoun", "Segment", "lexicon", "segments"]
