"""How well the status of labelled events is read.

    python -m training.events.statuses --gold DIR            both halves, as confusion and F1
    python -m training.events.statuses --gold DIR --errors   also what is wrong in the tuning half
    python -m training.events.statuses --gold DIR --found    by what is found end to end

The status is read at the labelled word, whether or not the lexicon knows it, so that what is
measured is the reading of status alone; ``--found`` takes the event that is found there, of the
labelled type, instead ("missing" if there is none).

Labels of coder a, natural and written, without the documents kept aside. Sentences with an odd
number are for tuning; of the even ones only figures are shown.
"""

from __future__ import annotations

import argparse
import json
import os
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from dragoman import Article, Event, extract_all
from dragoman.codebooks.plover_lexicon import Frame
from dragoman.extraction.actors import find_actors
from dragoman.extraction.events.assertion import assertion
from dragoman.extraction.events.frames import Candidate, light_verb
from dragoman.extraction.events.scene import Scene
from dragoman.extraction.events.when import event_time
from dragoman.extraction.language import load_model
from dragoman.extraction.passages import ParsedArticle, parse_all
from dragoman.extraction.places import find_places
from dragoman.extraction.quotations import find_quotations
from dragoman.extraction.reference import resolve_pronouns
from dragoman.extraction.times import find_times
from dragoman.records import Party, Span
from training.events.worksheets import DATA, Sentence, natural, written

if TYPE_CHECKING:
    from spacy.tokens import Token

_ASIDE = ("whole_aside", "judged")
_FOLDERS = ("natural_a", "written_a")


class Labelled(NamedTuple):
    """A labelled sentence: where its labels come from, its text, and its row of labels."""

    folder: str
    sentence: Sentence
    row: dict[str, Any]


class Compared(NamedTuple):
    """One labelled event: its status by the coder and by us, and why we say so."""

    labelled: Labelled
    trigger: Span
    kind: str
    told: str
    read: str
    why: str

    @property
    def tuning(self) -> bool:
        """Whether it is in the half that may be read."""
        return bool(self.labelled.row["n"] % 2)


def labelled(gold: Path) -> Iterator[Labelled]:
    """Yield the sentences that coder a labelled with events, without those kept aside."""
    splits = json.loads((DATA / "splits.json").read_text(encoding="utf-8"))
    aside = {document for name in _ASIDE for document in splits[name]}
    for folder, sentences in zip(_FOLDERS, (natural(gold), written()), strict=True):
        for path in sorted((DATA / folder).glob("*.jsonl")):
            for row in map(json.loads, path.read_text(encoding="utf-8").splitlines()):
                if row["events"] and row.get("id") not in aside:
                    yield Labelled(folder, sentences[row["n"]], row)


def given(sentences: Iterable[Labelled]) -> Iterator[Compared]:
    """Yield each labelled event with the status that is read at its word."""
    listed = list(sentences)
    for one, parsed in zip(listed, parse_all(_articles(listed), load_model()), strict=True):
        scene = _scene(parsed)
        for event in one.row["events"]:
            trigger = _shifted(event["trigger"], one)
            passage = parsed.passage_at(trigger.start)
            tokens = passage.tokens(trigger) if passage is not None else None
            if passage is None or tokens is None:
                continue
            time = event_time(passage, tokens.root, scene.times)
            read = assertion(_candidate(event, tokens.root, one, scene), passage, scene, time)
            why = f"{read.cue}; {read.claimed_by}; {time.value if time else None}"
            yield Compared(one, trigger, event["type"], event["status"], read.status, why)


def _candidate(event: dict[str, Any], word: Token, one: Labelled, scene: Scene) -> Candidate:
    """Return the candidate that a perfect lexicon would find at a labelled word."""
    actors, recipients = (
        tuple(_party(span, one, scene) for span in event[side]) for side in ("actors", "recipients")
    )
    nominal = word.pos_ not in ("VERB", "AUX")
    pos: Literal["v", "n"] = "n" if nominal else "v"
    frame = Frame("", pos, (), event["type"], event["mode"], "", (), (), mutual=False)
    governor = light_verb(word) if nominal else None
    return Candidate(word, frame, actors, recipients, mutual=False, governor=governor)


def found(sentences: Iterable[Labelled]) -> Iterator[Compared]:
    """Yield each labelled event with the status of the event that is found there."""
    listed = list(sentences)
    for one, readout in zip(listed, extract_all(_articles(listed)), strict=True):
        for event in one.row["events"]:
            trigger = _shifted(event["trigger"], one)
            ours = _at(event["type"], trigger, readout.events)
            read, why = (ours.status, ours.why) if ours else ("missing", "")
            yield Compared(one, trigger, event["type"], event["status"], read, why)


def _articles(sentences: Iterable[Labelled]) -> list[Article]:
    return [
        Article.from_text(s.sentence.text, published=s.sentence.date or None) for s in sentences
    ]


def _shifted(pair: list[int], one: Labelled) -> Span:
    return Span(*pair).shift(-one.sentence.start)


def _scene(parsed: ParsedArticle) -> Scene:
    cast = resolve_pronouns(parsed, find_actors(parsed))
    times = find_times(parsed)
    speech = find_quotations(parsed, cast, times)
    return Scene(parsed, cast, times, find_places(parsed, cast), speech)


def _party(pair: list[int], one: Labelled, scene: Scene) -> Party:
    span = _shifted(pair, one)
    mention = scene.cast.mention_at(span)
    actor = scene.cast.actor_of(mention) if mention is not None else None
    return Party(
        text=span.of(one.sentence.text),
        span=span,
        name=actor.name if actor else None,
        actor_id=actor.id if actor else None,
    )


def _at(kind: str, trigger: Span, events: Iterable[Event]) -> Event | None:
    """Return the event of a type whose trigger, or else one of whose mentions, is there."""
    same = [e for e in events if e.type == kind]
    for spans in ([(e, e.trigger) for e in same], [(e, m) for e in same for m in e.mentions]):
        for event, span in spans:
            if span.overlaps(trigger):
                return event
    return None


def report(pairs: Iterable[Compared]) -> Iterator[str]:
    """Yield the lines of one half's confusion: a row for each status by the coder."""
    table = Counter((p.told, p.read) for p in pairs)
    names = sorted({name for pair in table for name in pair} - {"missing"})
    yield f"{'':13}" + "".join(f"{name[:8]:>9}" for name in (*names, "missing", "F1"))
    scores = []
    for told in names:
        claims = sum(n for (_, read), n in table.items() if read == told)
        wanted = sum(n for (t, read), n in table.items() if t == told and read != "missing")
        score = 2 * table[told, told] / (claims + wanted) if claims + wanted else 0.0
        scores += [score] if wanted else []
        cells = "".join(f"{table[told, read]:9}" for read in (*names, "missing"))
        yield f"{told:13}{cells}{score:9.3f}"
    read = sum(n for (_, name), n in table.items() if name != "missing")
    right = sum(table[name, name] for name in names) / max(read, 1)
    macro = sum(scores) / max(len(scores), 1)
    yield f"labelled {table.total()}, read {read}, right {right:.3f}, macro F1 {macro:.3f}"


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gold", type=Path, default=os.environ.get("DRAGOMAN_GOLD"))
    parser.add_argument("--errors", action="store_true")
    parser.add_argument("--found", action="store_true")
    return parser.parse_args()


def main() -> None:
    """Print the report."""
    asked = _arguments()
    pairs = list((found if asked.found else given)(labelled(Path(asked.gold))))
    for title, tuning in (("tuning half", True), ("other half", False)):
        for folder in _FOLDERS:
            print(f"\n{title}, {folder}")
            chosen = [p for p in pairs if p.tuning is tuning and p.labelled.folder == folder]
            print("\n".join(report(chosen)))
    if asked.errors:
        for pair in pairs:
            if pair.tuning and pair.read not in ("missing", pair.told):
                _print_error(pair)


def _print_error(pair: Compared) -> None:
    text, (start, end) = pair.labelled.sentence.text, pair.trigger
    marked = f"{text[:start]}[{text[start:end]}]{text[end:]}"
    where = f"{pair.labelled.folder[0]}{pair.labelled.row['n']} {pair.labelled.sentence.date}"
    print(f"{where} | {pair.told} read {pair.read} | {pair.kind} | {marked} | {pair.why}")


if __name__ == "__main__":
    main()
