"""Scripts and function words by which the language of a text is guessed."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from dragoman.codebooks.loader import load_toml

if TYPE_CHECKING:
    from collections.abc import Mapping


class Script(NamedTuple):
    """A writing system: inclusive ranges of code points, and its language where it has but one."""

    name: str
    ranges: tuple[tuple[int, int], ...]
    language: str | None


@cache
def scripts() -> tuple[Script, ...]:
    """Return every script of the codebook."""
    return tuple(
        Script(
            entry["name"],
            tuple((first, last) for first, last in entry["ranges"]),
            entry.get("language"),
        )
        for entry in load_toml("languages.toml")["script"]
    )


@cache
def function_words() -> Mapping[str, tuple[str, ...]]:
    """Return, for each function word, the languages (ISO 639-1, or -3) that use it."""
    languages: defaultdict[str, list[str]] = defaultdict(list)
    for language, words in load_toml("languages.toml")["words"].items():
        for word in dict.fromkeys(words.split()):
            languages[word].append(language)
    return {word: tuple(used_by) for word, used_by in languages.items()}
