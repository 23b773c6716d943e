"""Words in date lines: months and weekdays in many languages, "published", "updated", zones."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from dragoman.codebooks.loader import load_toml
from dragoman.errors import CodebookError

if TYPE_CHECKING:
    from collections.abc import Mapping


class DateWords(NamedTuple):
    """All forms are lower case and have no closing full stop; the codebook says what each is for.

    `zones` gives an offset ("+02:00"), "UTC", or a tz name where the offset depends on the date.
    """

    months: Mapping[str, int]
    weekdays: frozenset[str]
    inside: frozenset[str]
    between: frozenset[str]
    after_time: frozenset[str]
    am: frozenset[str]
    pm: frozenset[str]
    update: frozenset[str]
    company: frozenset[str]
    english: frozenset[str]
    month_first: frozenset[str]
    zones: Mapping[str, str]


@cache
def date_words() -> DateWords:
    """Return the words of date lines.

    Raises:
        CodebookError: A form stands for two months.
    """
    tables = load_toml("dates.toml")
    words = {kind: frozenset(listed) for kind, listed in tables["words"].items()}
    return DateWords(
        months=_months(tables["months"]),
        weekdays=frozenset(tables["weekdays"]["names"]),
        zones=tables["zones"],
        **words,
    )


@cache
def abroad_words() -> frozenset[str]:
    """Return the date words that are not English: their pages write the day before the month."""
    known = date_words()
    every = known.weekdays | known.between | known.after_time | known.update | known.company
    return frozenset(word for word in every - known.english if len(word) > 1 or word == "à")


def _months(by_language: Mapping[str, list[str]]) -> dict[str, int]:
    months: dict[str, int] = {}
    for language, forms in by_language.items():
        if len(forms) != 12:
            raise CodebookError(f"{language} has {len(forms)} months", source="dates.toml")
        for number, written in enumerate(forms, 1):
            for form in filter(None, written.split("|")):
                if months.setdefault(form, number) != number:
                    raise CodebookError(f"{form} means two months", source="dates.toml")
    return months
