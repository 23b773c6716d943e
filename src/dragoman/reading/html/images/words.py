"""Caption and credit of one caption block."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from lxml.etree import iterwalk

from dragoman.codebooks.image_credits import credit_words
from dragoman.reading.html.images.bare import attribute_credit
from dragoman.reading.html.images.credit import clean_credit, is_credit, opens_like_credit, part
from dragoman.reading.html.images.units import has_word
from dragoman.reading.html.metadata.names import looks_personal
from dragoman.reading.html.metadata.visible import text_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

    from dragoman.reading.html.images.units import Unit

_LONGEST_CREDIT = 160
_LEAF_TAGS = frozenset(
    {"small", "footer", "cite", "em", "i", "span", "p", "div", "li", "b", "strong", "a", "address"}
)
_SENTENCE = 50
"""Characters from which a text can be a caption instead of a credit."""

_NEAR = 80
"""Elements around a picture among which its credit is looked for."""

_LOOSE = " |–—-•\u200b"


class Words(NamedTuple):
    """What a caption block says; either text may be empty."""

    caption: str
    credit: str
    credit_element: HtmlElement | None


def caption_and_credit(unit: Unit) -> Words:
    """Part a caption block: credit elements inside it, then marks in its text, then a neighbour."""
    elements = list(_credit_elements(unit.caption))
    caption = _text_without(unit.caption, elements)
    owners = [c for element in elements if (c := clean_credit(text_of(element)))]
    if caption:
        parted = part(caption)
        caption = parted.caption
        if parted.credit and not owners:
            owners = [parted.credit]
    first = elements[0] if elements else None
    if not owners:
        first = unit.credit if unit.credit is not None else _neighbour(unit)
        if first is not None:
            owners = [clean_credit(text_of(first))]
    picture = next(unit.figure.iter("img"), None)
    if not owners and picture is not None and (owner := attribute_credit(picture)):
        owners = [owner]
    if caption.casefold() in credit_words().not_captions:
        caption = ""
    return Words(_bare(caption), " | ".join(dict.fromkeys(owners)), first)


def _credit_elements(block: HtmlElement) -> Iterator[HtmlElement]:
    """Yield the elements inside a caption block that hold a credit, the outermost only."""
    whole = text_of(block)
    taken: list[HtmlElement] = []
    for element in block.iterdescendants():
        if element.tag not in _LEAF_TAGS or any(
            holder in taken for holder in element.iterancestors()
        ):
            continue
        words = text_of(element)
        if not words or len(words) > _LONGEST_CREDIT:
            continue
        marked = (
            has_word(element, credit_words().credit_classes)
            and len(clean_credit(words)) > 1
            and (opens_like_credit(words) or not _is_sentence(words))
        )
        if marked or (words != whole and _is_credit_leaf(element, words)):
            taken.append(element)
            yield element


def _is_sentence(words: str) -> bool:
    """Whether a text in a credit's element is a caption: outlets put both into one."""
    words = clean_credit(words)  # without the legal words after a name
    if len(words) < _SENTENCE:
        return False
    return (
        part(words).credit != ""
        or words[-1] in ".!?"
        or sum(w.islower() for w in words.split()) > 5
    )


def _is_credit_leaf(element: HtmlElement, words: str) -> bool:
    """Whether an element among others in a caption block is a credit by its words.

    "Image Credits:" alone is none: the name comes after the element.
    """
    if not clean_credit(words):
        return False
    if opens_like_credit(words) or (not len(element) and is_credit(words)):
        return True
    wrapped = words[:1] + words[-1:] in {"()", "[]", "（）"}
    before_break = (follower := element.getnext()) is not None and follower.tag == "br"
    return (wrapped or before_break) and looks_personal(words.strip("()[]（） "))


def _text_without(block: HtmlElement, left_out: list[HtmlElement]) -> str:
    """Return the words of `block` without those of some elements inside it."""
    if not left_out:
        return text_of(block)
    pieces: list[str] = []
    skipped: HtmlElement | None = None
    for event, element in iterwalk(block, events=("start", "end")):
        if event == "start" and skipped is None:
            if element in left_out:
                skipped = element
            else:
                pieces.append(element.text or "")
        elif event == "end":
            if element is skipped:
                skipped = None
            if skipped is None and element is not block:
                pieces.append(element.tail or "")
    return " ".join(" ".join(pieces).split())


def _neighbour(unit: Unit) -> HtmlElement | None:
    """Return an element beside the caption block, within the picture's element, with a credit."""
    for element in islice(unit.figure.iterdescendants(), _NEAR):
        if element.tag not in _LEAF_TAGS or element is unit.caption:
            continue
        if unit.caption in set(element.iterancestors()) or unit.caption in set(
            element.iterdescendants()
        ):
            continue
        words = text_of(element)
        if not 1 < len(words) <= _LONGEST_CREDIT:
            continue
        if has_word(element, credit_words().credit_classes) or is_credit(words):
            return element
    return None


def _bare(caption: str) -> str:
    """Take loose signs off a caption, and a marker whose name stood in an element of its own."""
    opener = credit_words().caption_opener.match(caption)
    bare = (caption[opener.end() :] if opener else caption).strip(_LOOSE)
    head, _, last = bare.rpartition(" ")
    if head and last.rstrip(": ").casefold() in credit_words().markers and head[-1] in "-–—|(":
        bare = head.strip(_LOOSE)
    return bare if any(ch.isalnum() for ch in bare) else ""
