"""Words beside a picture that nothing marks as its caption.

Class names of generated style sheets say nothing. In a small wrapper of one picture, words are its
caption or credit if they repeat its alternative text, hold a credit, or are a sentence followed by
a short name.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from dragoman.codebooks.image_credits import credit_words
from dragoman.reading.html.images.credit import is_credit, part
from dragoman.reading.html.images.units import LONGEST, MOST, PICTURES, Unit, has_word
from dragoman.reading.html.metadata.names import folded
from dragoman.reading.html.metadata.visible import text_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

_WRAPPER = 420
"""Characters that a small wrapper of a picture and its words holds at most."""


def bare_units(scope: HtmlElement, known: set[HtmlElement]) -> Iterator[Unit]:
    """Yield words beside pictures that no other mark names as captions.

    Args:
        scope: Where to look.
        known: Elements of units found already.
    """
    for image in islice(scope.iter("img"), MOST):
        if any(holder in known for holder in image.iterancestors()):
            continue
        wrapper = _wrapper(image)
        if (
            wrapper is None
            or wrapper in known
            or any(e in known for e in wrapper.iterdescendants())
        ):
            continue
        unit = _bare_unit(wrapper, image)
        if unit is not None:
            known.add(wrapper)
            yield unit


def _wrapper(image: HtmlElement) -> HtmlElement | None:
    """Return the largest small element around a picture that holds words and no other picture."""
    best = None
    for depth, holder in enumerate(image.iterancestors()):
        if depth > 5 or holder.tag in {"body", "main", "article", "li", "header"}:
            break
        if _has_two_pictures(holder) or holder.find(".//p[3]") is not None:
            break
        words = text_of(holder)
        if len(words) > _WRAPPER:
            break
        if words:
            best = holder
    return best


def attribute_credit(image: HtmlElement) -> str:
    """Return the credit that stands only in a picture's title or alternative text, if any."""
    for attribute in ("title", "alt"):
        credit = part(" ".join((image.get(attribute) or "").split())[:LONGEST]).credit
        if credit:
            return credit
    return ""


def _has_two_pictures(holder: HtmlElement) -> bool:
    """Whether it holds more than one; the copy for browsers without scripts is no second one."""
    images = (i for i in holder.iter("img") if next(i.iterancestors("noscript"), None) is None)
    return sum(1 for _ in islice(images, 2)) > 1


def _bare_unit(wrapper: HtmlElement, image: HtmlElement) -> Unit | None:
    """Return the picture's caption block, or else its credit, if the wrapper holds one.

    Words count as a picture's if they repeat its alternative text, if an element of theirs is a
    credit, or if a class says so in a word that says little elsewhere ("title", "text").
    """
    if any(True for _ in wrapper.iter("h1", "h2", "h3", "h4", "time", "form", "li")):
        return None
    said = {folded(image.get(a) or "") for a in ("alt", "title", "data-caption")}
    blocks = list(_blocks_beside(wrapper, image))
    if any(_leads_away(block) for block in blocks):
        return None
    leaves = [e for block in blocks for e in block.iter() if isinstance(e.tag, str) and not len(e)]
    told = (
        any(
            is_credit(text_of(e)) or has_word(e, credit_words().strong_credit_classes)
            for e in leaves
        )
        or any(_repeats(block, said) for block in blocks)
        or bool(attribute_credit(image))
    )
    classed = any(
        has_word(e, credit_words().caption_classes) for block in blocks for e in block.iter()
    )
    if len(blocks) == 2 and not told:
        told = _is_pair(text_of(blocks[0]), text_of(blocks[1])) and not any(
            True for _ in wrapper.iter("a")
        )
        if told:
            return Unit(blocks[0], wrapper, blocks[1])
    if not (told or (classed and any(has_word(e, credit_words().credit_classes) for e in leaves))):
        return None
    captions = [block for block in blocks if not is_credit(text_of(block))]
    return Unit((captions or blocks)[0], wrapper) if len(captions) <= 1 else None


def _repeats(block: HtmlElement, said: set[str]) -> bool:
    """Whether most of a block's words are the picture's alternative text."""
    words = folded(text_of(block))
    return any(len(s) > 8 and s in words and len(s) > 0.5 * len(words) for s in said)


def _is_pair(first: str, second: str) -> bool:
    """Whether two texts look like a caption and its credit: a sentence, then a short name."""
    return (
        20 <= len(first) <= 300
        and 1 < len(second) <= 40
        and len(second.split()) <= 5
        and second[-1] not in ".!?:"
        and second[0].isupper()
    )


def _leads_away(block: HtmlElement) -> bool:
    """Whether all words of a block are a link: the title of another story."""
    if next(block.iterancestors("a"), None) is not None:
        return True
    whole = len(text_of(block))
    return any(len(text_of(link)) > 0.8 * whole for link in block.iter("a"))


def _blocks_beside(wrapper: HtmlElement, image: HtmlElement) -> Iterator[HtmlElement]:
    """Yield the largest elements of the wrapper that hold words and not the picture."""
    with_picture = set(image.iterancestors())
    waiting = [wrapper]
    while waiting:
        for child in waiting.pop(0):
            if child in with_picture:
                waiting.append(child)
            elif isinstance(child.tag, str) and child.tag not in PICTURES:
                words = text_of(child)
                if words and words.casefold() not in credit_words().not_captions:
                    yield child
