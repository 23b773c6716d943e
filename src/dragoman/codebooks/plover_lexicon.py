"""The event lexicon: verb and noun frames, and the validator that holds the file to its rules.

One row is one frame: its words, what must stand around them, the event told, and who is who. Words
that share a frame stand in one row, parted by commas ("slam,blast,bash"); a row of a single word
takes the place of a list's for that word and those conditions.

``needs`` is a list of conditions parted by blanks, all of which must hold:

* ``obj:a,b`` the object's head word is a or b (for a noun: it is the object of verb a or b);
* ``to:a,b`` (any preposition) the phrase with it is headed by a or b; ``to:*`` any phrase;
* ``prt:up`` a particle; ``inf`` an infinitive complement (``inf:a`` of verb a); ``that`` a clause
  complement; ``that:a`` a clause whose verb, predicate or modal is a;
* ``of:ing`` (any preposition) the preposition governs a clause;
* ``comp:a,b`` the predicate word (as in "is willing", "calls unacceptable");
* ``noobj`` there is no object; ``party`` the object is a party; ``dative`` somebody is given or
  told something; ``actor`` the actor is a party; ``armed`` the actor bears arms; ``official`` the
  actor holds an office or is a state; ``csub`` the clause's subject is a party;
* ``sub:a,b`` the subject's head word is a or b; ``mod:a,b`` the noun, ``omod:a,b`` the object
  has this modifier.

"!" after the condition's name (``inf!``, ``obj!:a``) asks that it does not hold.

``roles`` reads "actors>recipients"; "&" joins parties who act on each other. S is the deep
subject, O the deep object, D the dative, X the complement clause's parties, C its subject, a
preposition its phrase; "|" lists alternatives, the first that names a party is taken.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Literal, NamedTuple, cast

from dragoman.codebooks.cameo import cameo_codes
from dragoman.codebooks.kept import kept
from dragoman.codebooks.loader import load_table
from dragoman.codebooks.plover import plover_types
from dragoman.errors import CodebookError
from dragoman.records.vocabulary import EventType

_FILE = "plover_lexicon.tsv"
_SLOT = r"(?:[SODXC]|[a-z]+)"
_ROLES = re.compile(rf"(?:{_SLOT}(?:\|{_SLOT})*)?[>&](?:{_SLOT}(?:\|{_SLOT})*)?")
_NEED = re.compile(
    r"(?:inf|that|noobj|party|dative|actor|armed|official|csub)!?|[a-z]+!?:(?:\*|ing|[^\s:,]+(?:,[^\s:,]+)*)"
)


class Need(NamedTuple):
    """One condition of a frame; `wanted` is empty for a condition without words."""

    kind: str
    wanted: frozenset[str]
    negated: bool = False

    def __str__(self) -> str:
        sign = "!" if self.negated else ""
        return self.kind + (f"{sign}:{','.join(sorted(self.wanted))}" if self.wanted else sign)


class Frame(NamedTuple):
    """One way in which a word tells an event."""

    lemma: str
    pos: Literal["v", "n"]
    needs: tuple[Need, ...]
    type: EventType
    mode: str | None
    cameo: str
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    mutual: bool

    @property
    def weight(self) -> int:
        """How specific the frame is: the number of its conditions."""
        return len(self.needs)

    def __str__(self) -> str:
        needs = " ".join(map(str, self.needs))
        return f"{self.lemma}.{self.pos}" + (f" [{needs}]" if needs else "")


class Lexicon(NamedTuple):
    """Frames by lemma, the most specific first."""

    verbs: Mapping[str, tuple[Frame, ...]]
    nouns: Mapping[str, tuple[Frame, ...]]


@kept()
def event_lexicon() -> Lexicon:
    """Return the lexicon, indexed by lemma.

    Raises:
        CodebookError: A row breaks a rule; the message lists the first ones.
    """
    rows = load_table(_FILE)
    if faults := list(lexicon_faults(rows)):
        raise CodebookError("; ".join(faults[:5]), source=_FILE)
    return Lexicon(_indexed(rows, "v"), _indexed(rows, "n"))


def lexicon_faults(rows: Iterable[Mapping[str, str]]) -> Iterator[str]:
    """Yield one sentence for each fault in the rows of a lexicon."""
    seen: set[tuple[str, str, str, bool]] = set()
    for row in rows:
        words = row["lemma"].split(",")
        where = f"{row['lemma']}.{row['pos']} [{row['needs']}]"
        needs = " ".join(sorted(row["needs"].split()))
        for word in words:
            key = (word, row["pos"], needs, len(words) > 1)
            if key in seen:
                yield f"{where}: {word!r} stands twice"
            seen.add(key)
        yield from (f"{where}: {fault}" for fault in _row_faults(row))


def _row_faults(row: Mapping[str, str]) -> Iterator[str]:
    if not all(row["lemma"].split(",")) or row["lemma"] != row["lemma"].lower():
        yield "the lemma must be lower-case, lemmas parted by commas"
    if row["pos"] not in ("v", "n"):
        yield f"no such part of speech: {row['pos']!r}"
    known = plover_types().get(row["type"])
    if known is None:
        yield f"no such type: {row['type']!r}"
    elif row["mode"] and row["mode"] not in known.modes:
        yield f"{row['type']} has no mode {row['mode']!r}"
    code = cameo_codes().get(row["cameo"])
    if code is None:
        yield f"no such CAMEO code: {row['cameo']!r}"
    if not _ROLES.fullmatch(row["roles"]):
        yield f"roles cannot be read: {row['roles']!r}"
    for need in row["needs"].split():
        if not _readable(need):
            yield f"a condition cannot be read: {need!r}"


@cache
def _readable(need: str) -> bool:
    return _NEED.fullmatch(need) is not None


def _frames(row: Mapping[str, str]) -> Iterator[Frame]:
    """Yield the frames of a row, one a word; they share all but the word."""
    mutual = "&" in row["roles"]
    actors, _, recipients = row["roles"].partition("&" if mutual else ">")
    shared = (
        cast("Literal['v', 'n']", row["pos"]),
        tuple(map(_need, row["needs"].split())),
        cast("EventType", row["type"]),
        row["mode"] or None,
        row["cameo"],
        tuple(filter(None, actors.split("|"))),
        tuple(filter(None, recipients.split("|"))),
        mutual,
    )
    for word in row["lemma"].split(","):
        yield Frame(word, *shared)


@cache
def _need(written: str) -> Need:
    kind, _, words = written.partition(":")
    return Need(kind.rstrip("!"), frozenset(filter(None, words.split(","))), kind.endswith("!"))


def _indexed(rows: Iterable[Mapping[str, str]], pos: str) -> Mapping[str, tuple[Frame, ...]]:
    """Index the frames of one part of speech; rows of a single word come before those of lists."""
    by_lemma: dict[str, dict[frozenset[Need], Frame]] = {}
    for row in sorted(
        (row for row in rows if row["pos"] == pos), key=lambda row: "," in row["lemma"]
    ):
        for frame in _frames(row):
            by_lemma.setdefault(frame.lemma, {}).setdefault(frozenset(frame.needs), frame)
    return {
        lemma: tuple(sorted(found.values(), key=lambda f: -f.weight))
        for lemma, found in by_lemma.items()
    }
