"""Draws the natural sentences to be labelled, and sets documents apart, always the same ones.

The first draw (``sample.jsonl``) turned out to hold three long interviews and few events, so a
second one (``--more``, ``sample_more.jsonl``) takes only sentences that name a state and hold a
word of the event lexicon, from documents that are no interviews, and from a second corpus.

    python -m training.events.sample --gold DIR

writes ``data/splits.json`` (which document is for what) and ``data/sample.jsonl`` (sentences:
document, hash, offsets; no text). A sixth of the sentences are drawn evenly; the others by
turns for each PLOVER type among those with a word of the event lexicon for it, from the half of
the documents that speak of states most: in even samples most types are rare, and a third of the
corpus is science, sport and conventions.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from dragoman.codebooks.plover_lexicon import event_lexicon
from dragoman.extraction.language import load_model

DATA = Path(__file__).parent / "data"
CORPUS = "corpus/wikinews.jsonl"
SECOND = "quotes/factappeal_train.jsonl"
SEED = 20261124
JUDGED, WHOLE, SENTENCES = 40, 44, 1_650
MORE, MORE_OF_SECOND = 450, 350
# Shorter ones are headings and captions, longer ones lists.
SHORTEST, LONGEST = 40, 400

Row = dict[str, Any]


def split(documents: list[Row], read: set[str], closed: set[str]) -> dict[str, list[str]]:
    """Deal documents to their uses.

    `judged`: events predicted there are judged, nobody reads them before; `whole_tuning` and
    `whole_aside`: labelled whole; `sentences`: single sentences are drawn from them.

    Args:
        documents: The corpus.
        read: Documents that were read for other labels: not for `judged`.
        closed: Documents that development sets hold: not used at all.
    """
    ids = sorted(d["id"] for d in documents if d["id"] not in closed)
    random.Random(SEED).shuffle(ids)  # noqa: S311 - a sample, not a secret
    judged = [i for i in ids if i not in read][:JUDGED]
    rest = [i for i in ids if i not in set(judged)]
    whole = rest[:WHOLE]
    return {
        "judged": sorted(judged),
        "whole_tuning": sorted(whole[::2]),
        "whole_aside": sorted(whole[1::2]),
        "sentences": sorted(rest[WHOLE:]),
    }


class Found(NamedTuple):
    """A sentence that may be drawn: its row, the types its words may tell, whether it names a state."""

    row: Row
    types: frozenset[str]
    of_states: bool


def sentences(documents: list[Row], corpus: str = CORPUS) -> Iterator[Found]:
    """Yield each sentence of fitting length with what it may tell."""
    nlp = load_model().nlp
    lexicon = event_lexicon()
    for document, doc in zip(documents, nlp.pipe(d["text"] for d in documents), strict=True):
        digest = hashlib.sha256(document["text"].encode()).hexdigest()
        for sentence in doc.sents:
            text = sentence.text.strip()
            start = sentence.start_char + sentence.text.index(text)
            if not SHORTEST <= len(text) <= LONGEST or "\n" in text:
                continue
            types = frozenset(
                frame.type
                for token in sentence
                for table in ([lexicon.verbs] if token.pos_ == "VERB" else [lexicon.nouns])
                for frame in table.get(token.lemma_.lower(), ())
            )
            span = [start, start + len(text)]
            row = {"id": document["id"], "corpus": corpus, "sha256": digest, "sentence": span}
            of_states = any(entity.label_ in ("GPE", "NORP") for entity in sentence.ents)
            yield Found(row, types, of_states)


def draw(found: list[Found]) -> list[Row]:
    """Draw the sample: a sixth evenly, the others by turns over the types."""
    chance = random.Random(SEED)  # noqa: S311
    order = list(range(len(found)))
    chance.shuffle(order)
    taken = set(order[: SENTENCES // 6])
    political = _political(found)
    types = sorted({kind for sentence in found for kind in sentence.types})
    waiting = {
        kind: [i for i in order if kind in found[i].types and found[i].row["id"] in political]
        for kind in types
    }
    while len(taken) < SENTENCES and any(waiting.values()):
        for kind in types:
            while waiting[kind] and waiting[kind][0] in taken:
                waiting[kind].pop(0)
            if waiting[kind] and len(taken) < SENTENCES:
                taken.add(waiting[kind].pop(0))
    return [found[i].row for i in sorted(taken)]


def _political(found: list[Found]) -> set[str]:
    """Return the half of the documents with the largest share of acts beside a state's name."""
    acts: dict[str, list[bool]] = {}
    for sentence in found:
        acts.setdefault(sentence.row["id"], []).append(sentence.of_states and bool(sentence.types))
    ranked = sorted(acts, key=lambda name: (-sum(acts[name]) / len(acts[name]), name))
    return set(ranked[: len(ranked) // 2])


def more(found: list[Found], taken: list[Row], count: int) -> list[Row]:
    """Draw sentences that name a state and may tell an act, by turns over the types."""
    gone = {(row["id"], *row["sentence"]) for row in taken}
    fit = [f for f in found if f.of_states and f.types]
    fit = [f for f in fit if (f.row["id"], *f.row["sentence"]) not in gone]
    random.Random(SEED).shuffle(fit)  # noqa: S311
    drawn: list[Found] = []
    types = sorted({kind for sentence in fit for kind in sentence.types})
    while len(drawn) < count and fit:
        for kind in types:
            one = next((f for f in fit if kind in f.types), None)
            if one is not None and len(drawn) < count:
                fit.remove(one)
                drawn.append(one)
    return [f.row for f in drawn]


def is_interview(text: str) -> bool:
    """Whether a document is mostly somebody's own words: "I", "we", "you" at every turn."""
    words = text.lower().split()
    return sum(word in {"i", "we", "you", "my", "your"} for word in words) > len(words) / 50


def main() -> None:
    """Write the splits and the sample."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--gold", type=Path, default=os.environ.get("DRAGOMAN_GOLD"), required=False
    )
    parser.add_argument("--closed", type=Path, help="a file of document ids not to be used")
    parser.add_argument("--more", action="store_true", help="draw the second sample")
    folder = parser.parse_args()
    if folder.more:
        _write_more(folder.gold)
        return
    documents = _records(folder.gold / CORPUS)
    closed = set(folder.closed.read_text().split()) if folder.closed else set()
    standoff = Path("evaluation/gold/standoff").glob("*.jsonl")
    read = {row["id"] for file in standoff for row in _records(file)}
    splits = split(documents, read, closed)
    DATA.mkdir(exist_ok=True)
    (DATA / "splits.json").write_text(json.dumps(splits, indent=1) + "\n")
    chosen = [d for d in documents if d["id"] in set(splits["sentences"])]
    sample = draw(list(sentences(chosen)))
    _write(DATA / "sample.jsonl", sample)
    print({name: len(ids) for name, ids in splits.items()}, len(sample), "sentences")


def _write_more(gold: Path) -> None:
    taken = _records(DATA / "sample.jsonl")
    usable = set(json.loads((DATA / "splits.json").read_text())["sentences"])
    first = [
        d for d in _records(gold / CORPUS) if d["id"] in usable and not is_interview(d["text"])
    ]
    drawn = more(list(sentences(first)), taken, MORE)
    drawn += more(list(sentences(_records(gold / SECOND), SECOND)), [], MORE_OF_SECOND)
    _write(DATA / "sample_more.jsonl", drawn)
    print(len(drawn), "more sentences")


def _records(path: Path) -> list[Row]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def _write(path: Path, rows: list[Row]) -> None:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))


if __name__ == "__main__":
    main()
