"""Authors printed in a text: "By Jane Roe", or names alone beside the date line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.codebooks.bylines import byline_opener
from dragoman.codebooks.outlets import outlets_by_name
from dragoman.reading.datelines import find_date
from dragoman.reading.html.metadata.names import looks_personal, names_in
from dragoman.reading.labels import find_label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dragoman.reading.saved.lines import Line

_LONGEST = 160  # characters of a byline


def opened_byline(lines: Sequence[Line], place: int) -> tuple[int, tuple[str, ...]] | None:
    """Read a byline that opens like one: "By Jane Roe", "Von" with the name on the next line.

    Returns:
        How many lines it takes, and the names; None if the line is no such byline.
    """
    text, taken = lines[place].text, 1
    if find_label(text) is not None:
        return None
    if _is_opener(text):
        if place + 1 == len(lines):
            return None
        text, taken = f"{text} {lines[place + 1].text}", 2
    if len(text) > _LONGEST or byline_opener().match(text) is None:
        return None
    names = tuple(name for name in _before_date(text) if _is_author(name))
    # "von Anna Muster" begins a byline, "by mistake" a sentence that was broken.
    sure = not text[0].islower() or all(map(looks_personal, names))
    return (taken, names) if names and sure else None


def bare_byline(line: Line) -> tuple[str, ...]:
    """Return the names of a line that holds nothing but persons' names (and a date)."""
    if len(line.text) > _LONGEST or line.text.endswith((".", ":", "?", "!")):
        return ()
    names = _before_date(line.text)
    return names if all(map(looks_personal, names)) else ()


def _is_author(name: str) -> bool:
    """Whether words after "By" name an author: capitals throughout, or an agency we know."""
    words = name.split()
    plain = len(words) <= 5 and not any(ch.isdigit() or ch in ".:!?" for ch in name[-1])
    return (
        looks_personal(name)
        or name in outlets_by_name()
        or (plain and len(words) >= 2 and all(word[0].isupper() for word in words))
    )


def _is_opener(text: str) -> bool:
    """Whether a line is "By" or "Von" alone."""
    match = byline_opener().match(text + " x")
    return match is not None and match.end() >= len(text)


def _before_date(text: str) -> tuple[str, ...]:
    found = find_date(text)
    return names_in(text[: found[0].start] if found else text, printed=True)
