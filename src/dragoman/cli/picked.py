"""Which quotations of a readout somebody wants to see."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple, TypeVar, get_args

from dragoman.records import EvidenceRecord, Quotation, Readout, Speaker
from dragoman.records.vocabulary import QuotationKind

R = TypeVar("R", bound=EvidenceRecord)

KINDS: tuple[QuotationKind, ...] = get_args(QuotationKind)


def parse_kinds(names: str) -> tuple[QuotationKind, ...]:
    """Return the kinds in a list such as "direct,mixed".

    Raises:
        ValueError: A name is none of them; the message lists those there are.
    """
    wanted = names.replace(" ", "").lower().split(",")
    for name in wanted:
        if name not in KINDS:
            raise ValueError(f"{name!r} is no kind; there are: {', '.join(KINDS)}.")
    return tuple(kind for kind in KINDS if kind in wanted)


def is_uncertain(quotation: Quotation) -> bool:
    """Whether nobody is known to have said it: no speaker, or words that fit nobody surely."""
    return not any(map(is_resolved, quotation.speakers))


def is_resolved(speaker: Speaker) -> bool:
    """Whether it is known who is meant: a name, or words that describe somebody unnamed."""
    return speaker.name is not None or speaker.kind != "unresolved"


class Wanted(NamedTuple):
    """What to pick: speakers (any of them; none: all), kinds, and whether uncertain ones too."""

    speakers: tuple[str, ...] = ()
    kinds: tuple[QuotationKind, ...] = KINDS
    uncertain: bool = True

    @property
    def is_everything(self) -> bool:
        """Whether nothing is left out."""
        return not self.speakers and set(self.kinds) == set(KINDS) and self.uncertain

    def picked(self, readout: Readout) -> Readout:
        """Return the readout with the wanted quotations and refusals only, and their chains.

        Refusals are of no kind: they are left out where only some kinds are wanted.
        """
        if self.is_everything:
            return readout
        said, refused = readout.quotations, readout.nonstatements
        if self.speakers:
            said = _in_order(said, map(readout.quotations_by, self.speakers))
            refused = _in_order(refused, map(readout.refusals_by, self.speakers))
        said = tuple(q for q in said if self._fits(q))
        chains = {c.id for q in said if (c := readout.chain_for(q.content[0]))}
        return readout.model_copy(
            update={
                "quotations": said,
                "nonstatements": refused if set(self.kinds) == set(KINDS) else (),
                "chains": tuple(c for c in readout.chains if c.id in chains),
            }
        )

    def _fits(self, quotation: Quotation) -> bool:
        return quotation.kind in self.kinds and (self.uncertain or not is_uncertain(quotation))


def _in_order(records: tuple[R, ...], groups: Iterable[tuple[R, ...]]) -> tuple[R, ...]:
    """Return the records that are in any of the groups, each once."""
    ids = {record.id for group in groups for record in group}
    return tuple(record for record in records if record.id in ids)
