"""The event lexicon: verb and noun frames, and the validator that holds the file to its rules.

One row is one frame: a word, what must stand around it, the event it tells, and who is who.

``needs`` is a list of conditions parted by blanks, all of which must hold:

* ``obj:a,b`` the object's head word is a or b (for a noun: it is the object of verb a or b);
* ``to:a,b`` (any preposition) the phrase with it is headed by a or b; ``to:*`` any phrase;
* ``prt:up`` a particle; ``inf`` an infinitive complement (``inf:a`` of verb a); ``that`` a clause
  complement; ``that:a`` a clause whose verb, predicate or modal is a;
* ``of:ing`` (any preposition) the preposition governs a clause;
* ``comp:a,b`` the predicate word (as in "is willing", "calls unacceptable");
* ``noobj`` there is no object; ``party`` the object is a party; ``armed`` the actor bears arms;
  ``official`` the actor holds an office or is a state; ``csub`` the clause's subject is a party;
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
    r"(?:inf|that|noobj|party|armed|official|csub)!?|[a-z]+!?:(?:\*|ing|[^\s:,]+(?:,[^\s:,]+)*)"
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
    frames = [_frame(row) for row in rows]
    return Lexicon(
        _indexed(f for f in frames if f.pos == "v"), _indexed(f for f in frames if f.pos == "n")
    )


def lexicon_faults(rows: Iterable[Mapping[str, str]]) -> Iterator[str]:
    """Yield one sentence for each fault in the rows of a lexicon."""
    seen: set[tuple[str, str, str]] = set()
    for row in rows:
        where = f"{row['lemma']}.{row['pos']} [{row['needs']}]"
        key = (row["lemma"], row["pos"], " ".join(sorted(row["needs"].split())))
        if key in seen:
            yield f"{where}: stands twice"
        seen.add(key)
        yield from (f"{where}: {fault}" for fault in _row_faults(row))


def _row_faults(row: Mapping[str, str]) -> Iterator[str]:
    if not row["lemma"] or row["lemma"] != row["lemma"].lower():
        yield "the lemma must be lower-case"
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
        if not _NEED.fullmatch(need):
            yield f"a condition cannot be read: {need!r}"


def _frame(row: Mapping[str, str]) -> Frame:
    mutual = "&" in row["roles"]
    actors, _, recipients = row["roles"].partition("&" if mutual else ">")
    return Frame(
        row["lemma"],
        cast("Literal['v', 'n']", row["pos"]),
        tuple(_need(need) for need in row["needs"].split()),
        cast("EventType", row["type"]),
        row["mode"] or None,
        row["cameo"],
        tuple(filter(None, actors.split("|"))),
        tuple(filter(None, recipients.split("|"))),
        mutual,
    )


def _need(written: str) -> Need:
    kind, _, words = written.partition(":")
    return Need(kind.rstrip("!"), frozenset(filter(None, words.split(","))), kind.endswith("!"))


def _indexed(frames: Iterable[Frame]) -> Mapping[str, tuple[Frame, ...]]:
    by_lemma: dict[str, list[Frame]] = {}
    for frame in frames:
        by_lemma.setdefault(frame.lemma, []).append(frame)
    return {
        lemma: tuple(sorted(found, key=lambda f: -f.weight)) for lemma, found in by_lemma.items()
    }
