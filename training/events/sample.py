"""Draws the natural sentences to be labelled, and sets documents apart, always the same ones.

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
SEED = 20261124
JUDGED, WHOLE, SENTENCES = 40, 44, 1_650
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


def sentences(documents: list[Row]) -> Iterator[Found]:
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
            row = {"id": document["id"], "corpus": CORPUS, "sha256": digest, "sentence": span}
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


def main() -> None:
    """Write the splits and the sample."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--gold", type=Path, default=os.environ.get("DRAGOMAN_GOLD"), required=False
    )
    parser.add_argument("--closed", type=Path, help="a file of document ids not to be used")
    folder = parser.parse_args()
    lines = (folder.gold / CORPUS).read_text(encoding="utf-8").splitlines()
    documents = [json.loads(line) for line in lines]
    closed = set(folder.closed.read_text().split()) if folder.closed else set()
    standoff = Path("evaluation/gold/standoff").glob("*.jsonl")
    read = {json.loads(line)["id"] for f in standoff for line in f.read_text().splitlines()}
    splits = split(documents, read, closed)
    DATA.mkdir(exist_ok=True)
    (DATA / "splits.json").write_text(json.dumps(splits, indent=1) + "\n")
    chosen = [d for d in documents if d["id"] in set(splits["sentences"])]
    sample = draw(list(sentences(chosen)))
    (DATA / "sample.jsonl").write_text("".join(json.dumps(row) + "\n" for row in sample))
    print({name: len(ids) for name, ids in splits.items()}, len(sample), "sentences")


if __name__ == "__main__":
    main()
