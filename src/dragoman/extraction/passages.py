"""An article's readable blocks, parsed: what every stage of the extraction works on.

Each block is parsed on its own, so that no sentence runs over from a caption into a paragraph
and one hostile block cannot spoil the others. Offsets into the article are kept by every passage.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from spacy.tokens import Doc, Token
from spacy.tokens import Span as DocSpan

from dragoman.extraction.wires import head_of_wire
from dragoman.reading.labels import Label, find_label
from dragoman.records import Article, Block, Problem, Span
from dragoman.text.runs import cut_runs
from dragoman.text.spans import trimmed

if TYPE_CHECKING:
    from dragoman.extraction.language import LanguageModel

READABLE = frozenset({"headline", "standfirst", "paragraph", "list_item", "subhead", "caption"})

# spaCy's tokenizer is quadratic on long runs of punctuation (100,000 "(" took over 40 s) and its
# parser's memory grows with the text: longer passages are cut at white space.
MAX_PASSAGE = 20_000
# The longest of 57,748 sentences of news has 979 characters. Stages look at all pairs within a
# sentence: 10 kB without a full stop took 32 s before runs were cut.
MAX_SENTENCE = 1_200
_FEWEST_SHOUTED = 5  # words; "BACKGROUND", "OSLO, NORWAY" are labels and places
_HOSTILE = re.compile(r"([^\w\s])\1{199}|\S{4000}")


@dataclass(frozen=True, slots=True)
class Passage:
    """One readable stretch of the article and its parse.

    `label` is the label that speaks for it ("Quote from Macron:", "Background:"), with spans
    into the article; `standing` tells a quotation where it stands. `text` is the passage's words,
    kept because spaCy joins a document's text anew at each call.
    """

    block: Block
    span: Span
    doc: Doc
    label: Label | None = None
    text: str = field(init=False, repr=False)
    _columns: dict[str, list[int]] = field(
        init=False, repr=False, compare=False, default_factory=dict
    )
    _bounds: list[int] = field(init=False, repr=False, compare=False, default_factory=list)

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", self.doc.text)

    def of(self, part: Token | DocSpan) -> Span:
        """Return a token's or a token range's span in the article."""
        if isinstance(part, DocSpan):
            return Span(part.start_char, part.end_char).shift(self.span.start)
        return Span(part.idx, part.idx + len(part.text)).shift(self.span.start)

    def tokens(self, span: Span) -> DocSpan | None:
        """Return the tokens that lie (at least in part) in an article span, or None."""
        here = Span(max(span.start, self.span.start), min(span.end, self.span.end))
        if here.start >= here.end:
            return None
        start, end = here.start - self.span.start, here.end - self.span.start
        return self.doc.char_span(start, end, alignment_mode="expand")

    def column(self, attribute: str) -> list[int]:
        """Return one attribute of all tokens as ids ("POS", "LOWER"), read once.

        spaCy makes a new `Token` at each access; most of what the stages cost was making them
        for words that a look at one attribute rules out.
        """
        if attribute not in self._columns:
            self._columns[attribute] = self.doc.to_array(attribute).tolist()
        return self._columns[attribute]

    def starts(self) -> list[int]:
        """Return where each token begins in the article."""
        return [self.span.start + idx for idx in self.column("IDX")]

    def sentence_of(self, token: int) -> Span:
        """Return the article span of the sentence that holds a token, by its number."""
        first, stop = self.sentence_tokens(token)
        starts, lengths = self.column("IDX"), self.column("LENGTH")
        return Span(starts[first], starts[stop - 1] + lengths[stop - 1]).shift(self.span.start)

    def sentence_tokens(self, token: int) -> tuple[int, int]:
        """Return the tokens, from and to, of the sentence that holds a token, by its number."""
        bounds = self._edges()
        at = bisect_right(bounds, token) - 1
        return bounds[at], bounds[at + 1]

    def sentences(self) -> Iterator[tuple[int, int]]:
        """Yield the tokens, from and to, of each sentence, by their numbers."""
        bounds = self._edges()
        return pairwise(bounds)

    def _edges(self) -> list[int]:
        """Return where sentences begin, and where the last one ends."""
        bounds = self._bounds
        if not bounds:
            column = self.column("SENT_START")
            bounds += [0, *(i for i, at in enumerate(column) if at == 1 and i), len(column)]
        return bounds

    def where(self, attribute: str, *values: str) -> list[int]:
        """Return the numbers of the tokens whose attribute has one of these values."""
        strings = self.doc.vocab.strings
        wanted = {strings[value] for value in values}
        return [i for i, at in enumerate(self.column(attribute)) if at in wanted]

    @property
    def background(self) -> bool:
        """Whether a "Background:" label (or its kin) speaks for this passage."""
        return self.label is not None and self.label.kind == "background"


class Slice(NamedTuple):
    """A passage before it is parsed."""

    block: Block
    span: Span
    label: Label | None


@dataclass(frozen=True, slots=True)
class ParsedArticle:
    """An article with its passages in the order of the text."""

    article: Article
    passages: tuple[Passage, ...]
    made_by: str
    problems: list[Problem] = field(default_factory=list)

    def passage_at(self, offset: int) -> Passage | None:
        """Return the passage that holds an offset of the article, or None."""
        return next((p for p in self.passages if p.span.start <= offset < p.span.end), None)

    def sentence_at(self, span: Span) -> Span | None:
        """Return the article span of the sentence in which ``span`` begins, or None."""
        passage = self.passage_at(span.start)
        tokens = passage.tokens(span) if passage else None
        if passage is None or tokens is None or not len(tokens):
            return None
        return passage.sentence_of(tokens.start)

    def words(self, span: Span) -> str:
        """Return the exact words at ``span``."""
        return self.article.words(span)


def slices(article: Article) -> tuple[list[Slice], list[Problem]]:
    """Cut an article into stretches to parse; says which blocks were left out and why."""
    found: list[Slice] = []
    problems: list[Problem] = []
    section: Label | None = None
    for block in article.blocks:
        text = article.words(block.span)
        label = _shift(find_label(text), block.span.start)
        if block.kind == "label" or label is not None:
            section = label
        if block.kind not in READABLE:
            continue
        if _HOSTILE.search(text):
            problems.append(_too_long(article, block))
            continue
        if block.kind != "caption" and in_capitals(text):
            problems.append(_capitals(article, block))
        rest = Span(label.span.end if label else block.span.start, block.span.end)
        speaks = label or section
        found += [
            Slice(block, part, speaks)
            for piece in _without_dateline(article.text, rest, block)
            for part in _cut(article.text, piece)
        ]
        if section is not None and section.reach == "line":
            section = None
    return found, problems


def parse_all(articles: Sequence[Article], model: LanguageModel) -> Iterator[ParsedArticle]:
    """Parse articles in one stream of batches; yields them in order."""
    from dragoman.extraction.stamp import made_by

    cut = [slices(article) for article in articles]
    texts = (
        article.words(s.span)
        for article, (found, _) in zip(articles, cut, strict=True)
        for s in found
    )
    docs = iter(model.nlp.pipe(texts, batch_size=64))
    for article, (found, problems) in zip(articles, cut, strict=True):
        passages = tuple(Passage(s.block, s.span, next(docs), s.label) for s in found)
        yield ParsedArticle(article, passages, made_by(model.label), problems)


def _shift(label: Label | None, by: int) -> Label | None:
    if label is None:
        return None
    name = label.name.shift(by) if label.name else None
    return label._replace(span=label.span.shift(by), name=name)


def _without_dateline(text: str, span: Span, block: Block) -> Iterator[Span]:
    """Yield a paragraph's dateline and the rest of it, or the whole of it."""
    head = head_of_wire(text, span) if block.kind == "paragraph" else None
    if head is not None:
        yield head
    yield Span(head.end, span.end) if head is not None else span


def _cut(text: str, span: Span) -> Iterable[Span]:
    for part in cut_runs(text, span, sentence=MAX_SENTENCE, passage=MAX_PASSAGE):
        yield from _nonempty(text, part)


def _nonempty(text: str, span: Span) -> Iterable[Span]:
    tight = trimmed(text, span)
    return (tight,) if tight.length else ()


def in_capitals(text: str) -> bool:
    """Whether a text of some words is printed in capitals, as telegraphic headlines are."""
    return text.isupper() and len(text.split()) >= _FEWEST_SHOUTED


def _capitals(article: Article, block: Block) -> Problem:
    return Problem(
        code="E_CAPITALS",
        message="A block is printed in capitals; its names and events may be missed.",
        hint="Where the same words stand in ordinary letters, give those.",
        source=article.url,
        severity="note",
        span=block.span,
    )


def _too_long(article: Article, block: Block) -> Problem:
    return Problem(
        code="E_LONG",
        message="A block holds a run of characters that is no language; it was not read.",
        hint="The text is kept; only its extraction was left out.",
        source=article.url,
        severity="warning",
        span=block.span,
    )
