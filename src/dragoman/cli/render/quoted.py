"""One quotation or refusal in words: who, how, to whom, where, when, and what to beware of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from rich.text import Text

from dragoman.cli.render.context import marked
from dragoman.cli.render.layout import joined
from dragoman.cli.render.pieces import speaker, when_words, written
from dragoman.records import Article, Nonstatement, Quotation, Readout, Span, Speaker

# Above this a reader need not be told.
UNSURE = 0.75

_PAIRS = (("“", "”"), ("«", "»"), ("„", "“"))
_CLOSING = frozenset("”»“")
_PREPOSITIONS = frozenset(
    {"in", "on", "at", "during", "via", "through", "to", "by", "over", "before", "after"}
)
_NOBODY = "speaker unknown"


def who(speakers: Iterable[Speaker], *, as_written: bool = False) -> Text:
    """Return the speakers, "Anna Holm, foreign minister"; also ``as_written``: "“she” → …"."""
    shown = (written(one) if as_written else speaker(one) for one in speakers)
    return joined(shown, ", ") or Text(_NOBODY, "uncertain")


def cue(quotation: Quotation) -> str:
    """Return the words that report it, in marks."""
    words = (quotation.cue_text or "").rstrip(":")
    return f"“{words}”" if words else ""


def words(readout: Readout, quotation: Quotation, *, underline: bool) -> Text:
    """Return what was said: marked in its sentences, or its pieces alone."""
    if underline:
        cues = [quotation.cue] if quotation.cue else []
        edited = (*quotation.elisions, *quotation.insertions)
        return marked(readout.article, quotation.content, cues, edited=edited, most=None)
    direct = quotation.kind == "direct"
    pieces = [_piece(readout.article, piece, direct=direct) for piece in quotation.content]
    return Text((" " if direct else " […] ").join(pieces))


def _piece(article: Article, piece: Span, *, direct: bool) -> str:
    """Return a piece with marks around it or, where they stand inside, as they stand."""
    inner = article.words(piece)
    # A direct piece may begin before its marks: 'it was "bold, new and all theirs'.
    if any(inner.count(opens) > inner.count(closes) for opens, closes in _PAIRS):
        after = article.text[piece.end : piece.end + 1]
        return inner + (after if after in _CLOSING else "")
    if inner.count('"') % 2:
        return inner + '"' * (article.text[piece.end : piece.end + 1] == '"')
    return f'"{inner}"' if direct else inner


def refusal_words(readout: Readout, refusal: Nonstatement, *, underline: bool) -> Text:
    """Return the words of a refusal: marked in their sentence, or alone."""
    return marked(readout.article, [refusal.cue]) if underline else Text(refusal.text)


def standing(quotation: Quotation) -> str:
    """Return where it stands, if not in the body."""
    if quotation.standing == "body":
        return ""
    return "background" if quotation.standing == "background" else f"in the {quotation.standing}"


def circumstances(article: Article, quotation: Quotation) -> Iterator[str]:
    """Yield where and to whom it was said, as the page prints it."""
    if quotation.venue:
        venue = article.words(quotation.venue)
        # "in an interview with X", "on Telegram" say what they are; "state television" does not.
        first, _, rest = venue.partition(" ")
        says_so = rest and first.lower() in _PREPOSITIONS
        yield f"{first.lower()} {rest}" if says_so else f"venue: {venue}"
    if quotation.addressee:
        yield f"to {article.words(quotation.addressee)}"


def said_when(quotation: Quotation) -> str:
    """Return when it was said, if the page says so."""
    if quotation.said_at == "PAST_REF":
        return "earlier"
    return when_words(quotation.said_at) if quotation.said_at else ""


def inside(quotation: Quotation, numbers: Mapping[str, int]) -> str:
    """Return in which other quotation it stands, by its number or its id."""
    if quotation.nested_in is None:
        return ""
    number = numbers.get(quotation.nested_in)
    return f"inside {number or quotation.nested_in}"


def warnings(quotation: Quotation) -> Iterator[str | tuple[str, str]]:
    """Yield what whoever quotes it further must know."""
    if quotation.misquotation:
        yield "! not quoted so in the article (misquotation)", "bad"
    if quotation.cue_negated:
        yield "! told as not done (the cue is negated)", "bad"
    if quotation.cue_tense == "future":
        yield "announced, not said yet"
    if quotation.elisions:
        yield "words left out"
    if quotation.insertions:
        yield "words put in by the editor"
    if quotation.translation == "translation":
        language = quotation.original_language
        yield f"translated from {language}" if language else "likely a translation"
    elif quotation.translation == "unknown" and quotation.kind != "indirect":
        yield "perhaps a translation"
    if quotation.confidence < UNSURE:
        yield f"unsure ({quotation.confidence:.0%})"
