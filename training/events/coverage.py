"""What the event lexicon covers, and which labelled words it does not know.

    python -m training.events.coverage --gold DIR            rows per type, mode and code; gaps
    python -m training.events.coverage --gold DIR --missed   also the labelled events not found

Gaps are read from the labels of coder a, natural and written: a labelled trigger without any frame
of its type, by frequency. Documents kept aside (``whole_aside`` and ``judged`` of splits.json) are
never read.
"""

from __future__ import annotations

import argparse
import json
import os
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from dragoman import Article, extract_all
from dragoman.codebooks.cameo import cameo_codes
from dragoman.codebooks.plover import plover_types
from dragoman.codebooks.plover_lexicon import Frame, event_lexicon
from training.events.worksheets import DATA, Sentence, natural, written

_ASIDE = ("whole_aside", "judged")


class Labelled(NamedTuple):
    """A labelled sentence: its text, and its events with triggers that point into it."""

    text: str
    date: str
    events: tuple[dict[str, Any], ...]


def frames() -> Iterator[Frame]:
    """Yield every frame of the lexicon."""
    for index in event_lexicon():
        for listed in index.values():
            yield from listed


def rows_per_code() -> Iterator[str]:
    """Yield a line a type, then one for each of its modes and CAMEO codes, with the frames of each."""
    kinds, modes, codes = Counter[str](), Counter[tuple[str, str]](), Counter[tuple[str, str]]()
    for frame in frames():
        kinds[frame.type] += 1
        modes[frame.type, frame.mode or "–"] += 1
        codes[frame.type, frame.cameo] += 1
    yield f"{sum(kinds.values())} frames"
    for name, kind in plover_types().items():
        shown = [f"{m} {modes[name, m]}" for m in ("–", *kind.modes)]
        yield f"{name:10} {kinds[name]:5}   {', '.join(shown)}"
        yield f"{'':18}{', '.join(f'{c} {n}' for (k, c), n in sorted(codes.items()) if k == name)}"
    bare = sorted(set(cameo_codes()) - {code for _, code in codes})
    yield f"codes without a frame: {' '.join(bare)}"


def labelled(gold: Path) -> Iterator[Labelled]:
    """Yield the sentences that coder a labelled with events, without those kept aside."""
    splits = json.loads((DATA / "splits.json").read_text(encoding="utf-8"))
    aside = {document for name in _ASIDE for document in splits[name]}
    for folder, sentences in (("natural_a", natural(gold)), ("written_a", written())):
        for path in sorted((DATA / folder).glob("*.jsonl")):
            for line in path.read_text(encoding="utf-8").splitlines():
                row = json.loads(line)
                if row["events"] and row.get("id") not in aside:
                    yield _of_row(row, sentences[row["n"]])


def _of_row(row: dict[str, Any], sentence: Sentence) -> Labelled:
    events = []
    for event in row["events"]:
        start, end = (at - sentence.start for at in event["trigger"])
        events.append({**event, "trigger": (start, end), "words": sentence.text[start:end]})
    return Labelled(sentence.text, sentence.date, tuple(events))


def known_words() -> dict[str, set[str]]:
    """Return, for each type, the lemmas of its frames and the objects and phrases they ask for."""
    known: dict[str, set[str]] = {name: set() for name in plover_types()}
    for frame in frames():
        known[frame.type].add(frame.lemma)
        for need in frame.needs:
            if not need.negated:
                known[frame.type] |= need.wanted
    return known


def gaps(sentences: Iterable[Labelled]) -> Counter[tuple[str, str]]:
    """Count the labelled (type, trigger) whose words, in no form, stand in a frame of the type."""
    known = known_words()
    found: Counter[tuple[str, str]] = Counter()
    for sentence in sentences:
        for event in sentence.events:
            words = event["words"].lower().split()
            if not any(form in known[event["type"]] for w in words for form in _forms(w)):
                found[event["type"], " ".join(words)] += 1
    return found


def _forms(word: str) -> Iterator[str]:
    """Yield what a word may be a form of; a guess that errs towards knowing the word."""
    yield word
    for ending, instead in (
        ("ies", "y"), ("ied", "y"), ("es", ""), ("s", ""), ("ed", ""), ("ed", "e"), ("ing", ""),
        ("ing", "e"),
    ):  # fmt: skip
        if word.endswith(ending):
            stem = word.removesuffix(ending) + instead
            yield stem
            if len(stem) > 2 and stem[-1] == stem[-2]:
                yield stem[:-1]


def missed(sentences: Iterable[Labelled]) -> Iterator[tuple[str, str, str, str]]:
    """Yield (type, status, trigger, sentence) of each labelled event that reading does not find."""
    listed = list(sentences)
    articles = (Article.from_text(s.text, published=s.date or None) for s in listed)
    for sentence, readout in zip(listed, extract_all(articles), strict=True):
        spans = [span for e in readout.events for span in (e.trigger, *e.mentions)]
        for event in sentence.events:
            start, end = event["trigger"]
            if not any(span.start < end and start < span.end for span in spans):
                yield event["type"], event["status"], event["words"], sentence.text


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gold", type=Path, default=os.environ.get("DRAGOMAN_GOLD"))
    parser.add_argument("--missed", action="store_true")
    return parser.parse_args()


def main() -> None:
    """Print the report."""
    asked = _arguments()
    for line in rows_per_code():
        print(line)
    sentences = list(labelled(Path(asked.gold)))
    counted = gaps(sentences)
    total = sum(len(s.events) for s in sentences)
    print(f"labelled events: {total}; triggers without a frame of their type: {counted.total()}")
    for (kind, words), count in counted.most_common():
        print(f"{count:4} {kind:10} {words}")
    if asked.missed:
        for kind, status, words, text in missed(sentences):
            print(f"not found: {kind:10} {status:12} {words} | {text}")


if __name__ == "__main__":
    main()
