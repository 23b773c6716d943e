"""The one door: bytes or text of a page → `Article`."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from dragoman.errors import PageError
from dragoman.reading.decode import Decoded, decode
from dragoman.reading.refusals import MAX_BYTES
from dragoman.records import Article, Problem
from dragoman.text.normalise import normalise, repair_surrogates

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dragoman.records.vocabulary import Severity


_MOST_LINES = 30_000  # reading them takes about 6 s; the longest of 621 saved pages has 1,068


def read_page(
    source: bytes | str, url: str | None = None, *, source_name: str | None = None
) -> Article:
    """Read a page: HTML, a page saved as text with its menus, Markdown, or plain text.

    The format is told by the content. Characters are put in order once (`dragoman.text.normalise`)
    before any offset exists; the lines of a text are kept one to one. Nothing is dropped: what is
    not the article stands in blocks of kind "furniture".

    Args:
        source: The page's bytes, or its content as a string (a string is never a path).
        url: Where it was published, if known.
        source_name: A file name or the like, for messages; the URL by default.

    Returns:
        The article. What may be wrong with it is in `Article.problems`: E_NO_ARTICLE (an index,
        a paywall, a cookie wall; severity "error"), E_ENCODING, E_TRUNCATED, E_DEPTH.

    Raises:
        PageError: E_EMPTY, E_BINARY, E_IMAGE (a picture, sound or PDF), E_TOO_LARGE (over 20 MB),
            E_ENCODING (EBCDIC). `PageError.hint` says what to do.
    """
    name = source_name or url
    raw = source.encode("utf-8", "surrogatepass") if isinstance(source, str) else source
    if not raw.strip():
        raise _empty(name)
    digest = hashlib.sha256(raw).hexdigest()
    decoded = _given(source, raw, name) if isinstance(source, str) else decode(raw, name)
    return _read(decoded, url, digest, name)


def _given(source: str, raw: bytes, name: str | None) -> Decoded:
    """Take a string as it is, within the limits that hold for bytes."""
    if len(raw) > MAX_BYTES or source.startswith(("%PDF-", "\x89PNG")) or "\0" in source[:64]:
        return decode(raw, name)  # says what is wrong
    return Decoded(source, "str", ())


def _read(decoded: Decoded, url: str | None, digest: str, name: str | None) -> Article:
    from dragoman.reading.detect import detect

    text, halves = repair_surrogates(decoded.text)
    kind = detect(text)
    if kind == "html":
        from dragoman.reading.html import read_html

        article = read_html(text, url, digest)
        found = (*decoded.problems, *_damage(halves, 0, name), *article.problems)
        return article.model_copy(update={"problems": _named(found, name)})
    ordered = normalise(text)
    if not ordered.text.strip():
        raise _empty(name)
    if ordered.text.count("\n") > _MOST_LINES:
        raise PageError(
            "E_TOO_LARGE",
            f"The text has more than {_MOST_LINES:,} lines.",
            hint="It is no page; split the file into articles.",
            source=name,
        )
    found = (*decoded.problems, *_damage(halves + ordered.damaged, ordered.hidden, name))
    if kind == "markdown":
        from dragoman.reading.markdown import read_markdown

        return read_markdown(ordered.text, url, digest, problems=found)
    if kind == "saved_text":
        from dragoman.reading.saved.reader import read_saved

        return read_saved(ordered.text, url, digest, source=name, problems=found)
    from dragoman.reading.plain import read_plain

    return read_plain(ordered.text, url, digest, problems=found)


def _empty(name: str | None) -> PageError:
    return PageError(
        "E_EMPTY",
        "There is nothing in it.",
        hint="Check that the page was saved whole.",
        source=name,
    )


def _damage(damaged: int, hidden: int, name: str | None) -> tuple[Problem, ...]:
    found = []
    if damaged:
        found.append(_encoding(f"{damaged} characters were NULs or halves of characters.", name))
    if hidden:
        message = f"{hidden} invisible characters that change the direction of text were taken out."
        found.append(_encoding(message, name, "note"))
    return tuple(found)


def _encoding(message: str, name: str | None, severity: Severity = "warning") -> Problem:
    return Problem(
        code="E_ENCODING",
        message=message,
        hint="Compare the words with the page in a browser.",
        source=name,
        severity=severity,
    )


def _named(problems: Iterable[Problem], name: str | None) -> tuple[Problem, ...]:
    """Say of each problem to which source it happened."""
    return tuple(p if p.source else p.model_copy(update={"source": name}) for p in problems)
