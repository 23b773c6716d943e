"""What a sentence and its article speak of: the mean of their words' vectors, each of length one.

The judge reads it beside the named features: labelled texts are too few to tell the words of an
interview about software from those of a parliament one by one, and the language model knows which
words go together.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

Vector = NDArray[np.float32]

NO_TOPIC: Vector = np.zeros(0, dtype=np.float32)

# Names tell of the sentence who acts; over an article they would say which country it is of.
_OF_SENTENCE = ("NOUN", "VERB", "ADJ", "PROPN")
_OF_ARTICLE = ("NOUN", "VERB", "ADJ")


def sentence_topic(trigger: Token) -> Vector:
    """Return what the sentence of a trigger speaks of, its own word apart."""
    start, end = trigger.sent.start, trigger.sent.end
    total, count = _summed(trigger.doc, _OF_SENTENCE, range(start, end), but=trigger.i)
    return _unit(total, count)


def article_topic(docs: Iterable[Doc]) -> Vector:
    """Return what an article speaks of, from the parses of its passages."""
    sums = [_summed(doc, _OF_ARTICLE, range(len(doc))) for doc in docs]
    if not sums:
        return NO_TOPIC
    total: Vector = np.sum([total for total, _ in sums], axis=0, dtype=np.float32)
    return _unit(total, sum(count for _, count in sums))


def _summed(doc: Doc, kinds: tuple[str, ...], at: range, but: int = -1) -> tuple[Vector, int]:
    """Return the sum of the vectors of the words of some kinds, and how many have one."""
    vectors = doc.vocab.vectors
    columns = doc.to_array(["POS", "ORTH"])[at.start : at.stop]
    of_kind = [
        columns[:, 0] == doc.vocab.strings[kind] for kind in kinds
    ]  # isin takes twice as long
    wanted = np.logical_or.reduce(of_kind)
    if at.start <= but < at.stop:
        wanted[but - at.start] = False
    rows = vectors.find(keys=columns[wanted, 1])
    known = rows[rows >= 0]
    width = int(vectors.shape[1]) if len(vectors.shape) > 1 else 0
    if not known.size:
        return np.zeros(width, dtype=np.float32), 0
    return vectors.data[known].sum(axis=0), int(known.size)


def _unit(total: Vector, count: int) -> Vector:
    length = float(np.linalg.norm(total))
    if not count or not length:
        return total
    unit: Vector = (total / length).astype(np.float32)
    return unit
