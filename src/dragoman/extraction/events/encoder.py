"""Reads a sentence with a small encoder: who does the act that a word tells, and to whom.

The model (``roles.onnx``, card in docs/explanation/events.md) is the lower part of MiniLM, trained
further on labelled events: for each word how likely it names an actor or a recipient of the act,
and for the act how likely it is an event of its type at all. It needs no torch; it was made by
``training/events/train_roles.py``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from dragoman.text.wordpieces import Wordpieces

if TYPE_CHECKING:
    from numpy.typing import NDArray

_FOLDER = "dragoman.extraction.events"
_MODEL, _VOCABULARY = "roles.onnx", "wordpieces.txt"
MOST = 64  # pieces of a sentence; of a longer one those around the act are read


class Reading(NamedTuple):
    """What the encoder reads of one act.

    Attributes:
        actor: How likely a word belongs to an actor, 0 to 1, by its place in the sentence.
        recipient: The same for a recipient.
        event: Log odds that the act is an event of its type.
    """

    actor: Mapping[int, float]
    recipient: Mapping[int, float]
    event: float


class Pieces(NamedTuple):
    """A sentence as the encoder gets it; `words` has the word of each piece, -1 for none."""

    numbers: list[int]
    marked: list[int]  # 1 where the act is told
    words: list[int]


def pieces(words: Sequence[str], acts: Sequence[int], kind: str, by: Wordpieces) -> Pieces:
    """Return what the encoder gets.

    Args:
        words: The sentence's words.
        acts: Places of the words that tell the act, in order.
        kind: Its PLOVER type.
        by: The pieces that the encoder knows.
    """
    cut = [by.of(word) for word in words]
    first, last = _window([len(one) for one in cut], acts[0])
    head = [by.number("[CLS]"), by.number(kind.lower()), by.number(":"), by.number("[SEP]")]
    numbers, marked, at = head, [0] * len(head), [-1] * len(head)
    for place in range(first, last):
        numbers = [*numbers, *cut[place]]
        marked = [*marked, *[int(place in acts)] * len(cut[place])]
        at = [*at, *[place] * len(cut[place])]
    return Pieces([*numbers, by.number("[SEP]")], [*marked, 0], [*at, -1])


def _window(lengths: Sequence[int], act: int) -> tuple[int, int]:
    """Return the first words that are read, and where they end: the act is among them."""
    first, last = 0, len(lengths)
    while sum(lengths[first:last]) > MOST:
        if act - first > last - 1 - act:
            first += 1
        else:
            last -= 1
    return first, last


class Encoder:
    """The encoder, loaded once."""

    def __init__(self, model: bytes, vocabulary: Sequence[str]) -> None:
        import onnxruntime  # takes 90 ms, for which `--help` need not wait

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        self._session = onnxruntime.InferenceSession(
            model, options, providers=["CPUExecutionProvider"]
        )
        self._pieces = Wordpieces(vocabulary)

    def read(self, words: Sequence[str], act: int, kind: str) -> Reading:
        """Return what is read of one act.

        Args:
            words: The sentence's words.
            act: The place of the word that tells the act.
            kind: The act's PLOVER type.
        """
        given = pieces(words, [act], kind, self._pieces)
        roles, event = self._run(given)
        actor: dict[int, float] = {}
        recipient: dict[int, float] = {}
        for place, (_, acting, receiving) in zip(given.words, roles.tolist(), strict=True):
            if place >= 0:
                actor[place] = max(actor.get(place, 0.0), acting)
                recipient[place] = max(recipient.get(place, 0.0), receiving)
        return Reading(actor, recipient, event)

    def _run(self, given: Pieces) -> tuple[NDArray[np.float32], float]:
        """Return of each piece how likely it is of no party, an actor, a recipient; the log odds."""
        numbers = np.array([given.numbers], dtype=np.int64)
        marked = np.array([given.marked], dtype=np.int64)
        roles, event = self._session.run(None, {"pieces": numbers, "marked": marked})
        return roles[0], float(event[0])


@cache
def encoder() -> Encoder:
    """Return the encoder that ships."""
    folder = files(_FOLDER)
    vocabulary = folder.joinpath(_VOCABULARY).read_text(encoding="utf-8").splitlines()
    return Encoder(folder.joinpath(_MODEL).read_bytes(), vocabulary)
