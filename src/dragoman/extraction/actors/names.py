"""Persons by their short names: surnames, names with particles, East Asian order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher

from dragoman.codebooks.dates import covers
from dragoman.codebooks.kept import kept
from dragoman.codebooks.offices import people, terms_of
from dragoman.text.folding import key

PARTICLES = frozenset(
    {
        "al", "el", "as", "ash", "bin", "ben", "bint", "ibn", "abu", "von", "van", "der", "den",
        "de", "da", "dos", "das", "di", "du", "la", "le", "ter", "ten",
    }
)  # fmt: skip
# Last words of names that are words of their own.
_NO_SURNAMES = frozenset(
    {
        "islam", "church", "king", "law", "young", "general", "state", "he", "she", "we", "i", "will",
        "friday",
        "to", "an", "do", "so", "no", "in", "on", "or", "my", "man", "son", "long", "day", "gang",
    }
)  # fmt: skip
_ALIKE = 0.7  # "Sergei" and "Sergey" .83, "Alyaksandr" and "Alexander" .74; "Ali" and "Abu" .33
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv", "md", "phd"})
_TURNED_ABROAD = frozenset({"HUN", "JPN"})
_SURNAME_FIRST = frozenset({"CHN", "KOR", "PRK", "TWN", "VNM", "SGP"})


def short_names(name: str, country: str = "") -> tuple[tuple[str, ...], ...]:
    """Return the keys under which a later mention may name a person, the surname first."""
    parts = key(name)
    if "of" in parts:  # "Abdullah II of Jordan": no king is called by his country
        parts = parts[: parts.index("of")]
    while len(parts) > 2 and parts[-1] in _SUFFIXES:
        parts = parts[:-1]
    if len(parts) < 2:
        return ()
    last = len(parts) - 1
    found = [parts[last:]]
    while last > 1 and parts[last - 1] in PARTICLES:
        last -= 1
        found.append(parts[last:])
    if country in _SURNAME_FIRST:
        found.append(parts[:1])
    elif len(parts) > 2 and last == len(parts) - 1:
        found.append(parts[-2:])
    return tuple(found)


def turned(name: str, country: str) -> str | None:
    """Return a full name in the other order, where the country's writers use both.

    "Orbán Viktor" and "Kishida Fumio" at home, "Jae-in Moon" in some papers abroad.
    """
    parts = name.split()
    if country in _TURNED_ABROAD and len(parts) == 2:
        return f"{parts[1]} {parts[0]}"
    if country in _SURNAME_FIRST and 2 <= len(parts) <= 3:
        return " ".join((*parts[1:], parts[0]))
    return None


def other_names(name: str) -> tuple[str, ...]:
    """Return the single words of a full name under which an article may go on, surnames aside.

    The first of two surnames ("Rosselló" for Ricardo Rosselló Nevares) and the given name. Weaker
    than `short_names`: they count only where nobody else of the article bears them.
    """
    parts = key(name)
    while len(parts) > 2 and parts[-1] in _SUFFIXES:
        parts = parts[:-1]
    if not 2 <= len(parts) <= 4 or PARTICLES & set(parts):
        return ()
    return tuple(p for p in parts[:-1] if len(p) > 2 and p not in _NO_SURNAMES)


@kept()
def by_short_name() -> Mapping[tuple[str, ...], tuple[str, ...]]:
    """Return the codebook's persons by each of their short names."""
    found: dict[tuple[str, ...], list[str]] = {}
    for person in people().values():
        keys = {
            k
            for name in (person.name, *person.aliases)
            for k in short_names(name, person.country or home_of(person.name))
        }
        for short in keys:
            if len(short) == 1 and short[0] in _NO_SURNAMES:
                continue
            found.setdefault(short, []).append(person.name)
    return {short: tuple(names) for short, names in found.items()}


def home_of(name: str) -> str:
    """Return the country of the first term that has one, or an empty string."""
    return next((t.country for t in terms_of().get(name, ()) if t.country), "")


def known_bearers(short: tuple[str, ...], day: str | None, near: Sequence[str] = ()) -> list[str]:
    """Return who of the codebook may be meant by a bare surname on a day, the likeliest first.

    Those who hold an office then come first, by its rank and by whether the context is about
    their country; those out of office last.
    """
    named = by_short_name().get(short, ())
    return sorted(named, key=lambda name: _distance(name, day, near))


def alike(parts: tuple[str, ...], bearers: Sequence[str]) -> list[str]:
    """Keep the bearers of a surname whose first name is the given one, spelt otherwise or short.

    "Aleksandr Lukashenko" for Alexander, "V. Putin" for Vladimir.
    """
    return [name for name in bearers if _same_first(parts, key(name))]


def without_initials(parts: tuple[str, ...]) -> list[str]:
    """Return who bears a full name without its middle initials: "John R. Bolton"."""
    inner = [p for p in parts[1:-1] if len(p.rstrip(".")) > 1]
    if len(parts) < 3 or len(inner) == len(parts) - 2:
        return []
    plain = " ".join((parts[0], *inner, parts[-1]))
    return [by_full_name()[plain]] if plain in by_full_name() else []


@kept()
def by_full_name() -> Mapping[str, str]:
    """Return the codebook's persons by their whole names, folded."""
    return {
        " ".join(key(name)): person.name
        for person in people().values()
        for name in (person.name, *person.aliases)
    }


def _same_first(parts: tuple[str, ...], full: tuple[str, ...]) -> bool:
    given, known = parts[0], full[0]
    if not given or not known or given[0] != known[0] or len(parts) > len(full) + 1:
        return False
    if len(given) == 1:
        return True
    return SequenceMatcher(None, given, known, autojunk=False).ratio() >= _ALIKE


def _distance(name: str, day: str | None, near: Sequence[str]) -> tuple[bool, int, int]:
    terms = terms_of().get(name, ())
    far = not ({t.country for t in terms} | {people()[name].country}) & set(near)
    now = [t.rank for t in terms if covers(t.since, t.until, day)]
    if now:
        return (far, 0, min(now))
    return (far, 1, min((t.rank for t in terms), default=9))
