"""Nouns for parties without a name: "spokesman", "peacekeepers", "junta", "settlers"."""

from __future__ import annotations

from typing import NamedTuple

from dragoman.codebooks.kept import kept
from dragoman.codebooks.loader import load_table
from dragoman.records.vocabulary import ActorKind, Sector


class RoleNoun(NamedTuple):
    """One line of ``role_nouns.tsv``; the plural is given where it is irregular."""

    noun: str
    plural: str
    kind: ActorKind
    sector: Sector


@kept()
def role_nouns() -> tuple[RoleNoun, ...]:
    """Return every role noun with its plural."""
    return tuple(
        RoleNoun(
            row["noun"],
            row["plural"] or plural_of(row["noun"]),
            row["kind"],  # type: ignore[arg-type]  # the validator checks these two columns
            row["sector"],  # type: ignore[arg-type]
        )
        for row in load_table("role_nouns.tsv")
    )


@kept()
def role_words() -> frozenset[str]:
    """Return the role nouns that are one word, in lower case."""
    return frozenset(role.noun.rstrip(".").lower() for role in role_nouns() if " " not in role.noun)


def plural_of(noun: str) -> str:
    """Return the regular plural: of the head before "of", else of the last word."""
    head, mark, tail = noun.partition(" of ")
    return _regular(head) + mark + tail


def _regular(word: str) -> str:
    if word.endswith("man"):
        return word[:-2] + "en"
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return word[:-1] + "ies"
    if word.endswith(("s", "x", "ch", "sh")):
        return word + "es"
    return word + "s"
