"""Whom words stand for, gold against predicted: the scorers of speakers and of pronouns.

Gold has a list of *labels*, one a party: ``{"names": [...], "heads": [[s, e], ...]}``. `names` are
alternatives for a party with a name; `heads` are spans of nouns that stand for one without. A
label is met by a prediction with one of the names, or whose words hold one of the nouns. An empty
list says that there is nobody to name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

from evaluation.names import name_words, same_name

Row = dict[str, Any]
_DICE = 0.5


def meets(label: Row, name: str | None, words: Iterable[str], text: str) -> bool:
    """Whether a predicted party (its name, its words) is the labelled one."""
    said = [w for w in (name, *words) if w]
    if any(same_name(wanted, given) for wanted in label.get("names", ()) for given in said):
        return True
    nouns = {word for start, end in label.get("heads", ()) for word in name_words(text[start:end])}
    return any(nouns & set(name_words(given)) for given in said)


def all_met(labels: Sequence[Row], given: Sequence[Row], text: str) -> bool:
    """Whether the predicted parties are the labelled ones, none missing and none too many."""
    free = list(given)
    for label in labels:
        hit = next((g for g in free if meets(label, g["name"], g.get("words", ()), text)), None)
        if hit is None:
            return False
        free.remove(hit)
    return not free


def word_starts(text: str, spans: Iterable[Sequence[int]]) -> set[int]:
    """Return where the words inside some spans begin: what two contents share."""
    return {m.start() + s for s, e in spans for m in re.finditer(r"\w+", text[s:e])}


def pair_quotations(gold: Row, predicted: Row) -> list[tuple[Row, Row]]:
    """Pair quotations one to one by content (Dice of their words at least 0.5), best first."""
    wanted = [(q, word_starts(gold["text"], q["content_spans"])) for q in gold["quotes"]]
    found = [(q, word_starts(gold["text"], q["content_spans"])) for q in predicted["quotes"]]
    ranked = sorted(
        ((_dice(a, b), i, j) for i, (_, a) in enumerate(wanted) for j, (_, b) in enumerate(found)),
        key=lambda entry: (-entry[0], entry[1], entry[2]),
    )
    pairs: dict[int, int] = {}
    for dice, i, j in ranked:
        if dice >= _DICE and i not in pairs and j not in pairs.values():
            pairs[i] = j
    return [(wanted[i][0], found[j][0]) for i, j in sorted(pairs.items())]


def is_neutral(gold: Row, quotation: Row) -> bool:
    """Whether a predicted quotation stands where careful readers differ: it is not counted."""
    words = word_starts(gold["text"], quotation["content_spans"])
    for span in gold.get("neutral", ()):
        loose = word_starts(gold["text"], [span])
        if loose and words and 2 * len(loose & words) >= min(len(loose), len(words)):
            return True
    return False


def _dice(one: set[int], other: set[int]) -> float:
    return 2 * len(one & other) / (len(one) + len(other)) if one or other else 0.0
