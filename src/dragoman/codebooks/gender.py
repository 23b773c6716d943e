"""Given names, titles and nouns that tell a person's gender."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Literal, NamedTuple

from dragoman.codebooks.loader import load_toml

Gender = Literal["male", "female"]


class GenderCues(NamedTuple):
    """Lower-case words to the gender they tell."""

    given_names: Mapping[str, Gender]
    titles: Mapping[str, Gender]
    nouns: Mapping[str, Gender]


@cache
def gender_cues() -> GenderCues:
    """Return the words that tell a person's gender."""
    names, cues = load_toml("given_names.toml"), load_toml("gender_cues.toml")
    given: dict[str, Gender] = {}
    titles: dict[str, Gender] = {}
    nouns: dict[str, Gender] = {}
    genders: tuple[Gender, Gender] = ("male", "female")
    for gender in genders:
        given.update(dict.fromkeys(names[gender]["names"].split(), gender))
        titles.update(dict.fromkeys(cues[gender]["titles"], gender))
        nouns.update(dict.fromkeys(cues[gender]["nouns"], gender))
    return GenderCues(given, titles, nouns)
