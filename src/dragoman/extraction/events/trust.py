"""How sure a record is: that the words tell an event of its type, and that its parties are right.

Two models look at the act: the judge at named features of sentence and article, the encoder at the
sentence alone. What each says is weighed by how often it was right in texts that neither learned
from: 742 verdicts on types, 522 keyed events on parties (``training/events/calibrate.py``).
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from dragoman.extraction.events.encoder import Reading
from dragoman.extraction.events.frames import Candidate
from dragoman.extraction.passages import Passage
from dragoman.records import Party

# What log odds by the judge and by the encoder weigh, and the intercept. Rightly ordered pairs: by
# the judge alone .754, by the encoder alone .808, by both .812.
_TYPE = (0.34, 0.38, 0.23)
# What the logarithms of the four figures of `Support` weigh, and the intercept (AUC .67).
_PARTIES = (0.50, 0.35, 0.40, 0.30)
_PARTIES_ALL = 1.62
_LEAST = 0.01  # below that the encoder's shares say nothing more


class Trust(NamedTuple):
    """How likely a record's type is right, and how likely its parties are, each 0 to 1."""

    type: float
    parties: float


class Support(NamedTuple):
    """What the encoder says of the parties that were found, each 0 to 1.

    Attributes:
        actors: How likely the least likely actor is one; 1 if there is none.
        recipients: The same for recipients.
        no_other_actor: How likely no other word of the sentence is an actor.
        no_other_recipient: The same for recipients.
    """

    actors: float
    recipients: float
    no_other_actor: float
    no_other_recipient: float


def of_type(judged: float, event: float) -> float:
    """Return how likely it is an event of its type, 0 to 1.

    Args:
        judged: The same by the judge alone, 0 to 1.
        event: Log odds by the encoder.
    """
    odds = math.log(max(judged, 1e-6) / max(1 - judged, 1e-6))
    return _share(_TYPE[0] * odds + _TYPE[1] * event + _TYPE[2])


def of_parties(support: Support) -> float:
    """Return how likely actors and recipients are right, 0 to 1."""
    weighed = (w * log(value) for w, value in zip(_PARTIES, support, strict=True))
    return _share(_PARTIES_ALL + sum(weighed))


def support(candidate: Candidate, reading: Reading, passage: Passage) -> Support:
    """Return what the encoder says of a candidate's parties."""
    first = candidate.trigger.sent.start
    actors = [_words(party, passage, first) for party in candidate.actors]
    recipients = [_words(party, passage, first) for party in candidate.recipients]
    acting, receiving = reading.actor, reading.recipient
    if candidate.mutual:  # the encoder may take one for the other side
        acting = {word: max(share, receiving[word]) for word, share in acting.items()}
    taken = frozenset().union(*actors, *recipients)
    return Support(
        min((_best(words, acting) for words in actors), default=1.0),
        min((_best(words, receiving) for words in recipients), default=1.0),
        1 - _best(reading.actor.keys() - taken, reading.actor),
        1 - _best(reading.recipient.keys() - taken, reading.recipient),
    )


def _words(party: Party, passage: Passage, first: int) -> frozenset[int]:
    """Return the places of a party's words in the sentence that begins at word `first`."""
    tokens = passage.tokens(party.span)
    return frozenset(t.i - first for t in tokens) if tokens is not None else frozenset()


def _best(words: Iterable[int], likely: Mapping[int, float]) -> float:
    return max((likely.get(word, 0.0) for word in words), default=0.0)


def log(share: float) -> float:
    """Return the logarithm of a share; what is all but nought counts as one in a hundred."""
    return math.log(max(share, _LEAST))


def _share(odds: float) -> float:
    return 1.0 / (1.0 + math.exp(-odds))
