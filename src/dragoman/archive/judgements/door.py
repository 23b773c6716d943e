"""Judging records of an archive, and taking it back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime

from dragoman.archive import lookup
from dragoman.archive.connection import FIRST_JUDGED, schema
from dragoman.archive.failures import explained
from dragoman.archive.judgements import store
from dragoman.archive.judgements.fields import edited
from dragoman.archive.judgements.store import Judged
from dragoman.archive.opened import OpenArchive, now
from dragoman.errors import JudgementError
from dragoman.records import EvidenceRecord, FieldEdit, Judgement, Readout
from dragoman.records.anchors import KINDS, anchor_of, records_of
from dragoman.records.judgement import judgement_id
from dragoman.records.vocabulary import JudgedKind, Verdict

_MOST_NAME, _MOST_NOTE = 200, 4_000


class Judging(OpenArchive):
    """What people decide about records."""

    def judge(
        self,
        id: str,  # noqa: A002 - the field's own word
        verdict: Verdict,
        *,
        by: str,
        edits: Iterable[tuple[str, str]] = (),
        note: str | None = None,
    ) -> Judgement:
        """Keep what a person decided about a record; what was extracted stays beside it.

        ::

            archive.judge("e3kq7v", "reject", by="Mia Sand")
            archive.judge("e3kq7v", "edit", by="Mia Sand", edits=[("status", "planned")])

        Args:
            id: The id of a record, or at least six characters of its beginning.
            verdict: "accept", "reject" or "edit"; of several on one record the latest counts.
            by: Who says so.
            edits: Fields and what should stand in them, only to "edit".
            note: Why.

        Raises:
            JudgementError: The record has no such field, or the field cannot have that value.
            UnknownRecord: No id begins so, or several do.
        """
        with explained(self.path):
            found = lookup.look_up(self._connection, id, self.path)
        readout = self._unpacked(found.key, as_corrected=False)
        kind, record = _record(readout, found.record_id)
        listed = tuple(FieldEdit(field=field.strip(), value=value) for field, value in edits)
        _check(verdict, listed, by, note)
        # To the microsecond: of two judgements by one person the later one must be told from the other.
        at = datetime.now(UTC).isoformat(timespec="microseconds")
        anchor = anchor_of(record, kind)
        judgement = Judgement(
            id=judgement_id(readout.article.id, kind, anchor, by.strip(), at),
            article_id=readout.article.id,
            record_id=record.id,
            kind=kind,
            verdict=verdict,
            anchor=anchor,
            words=anchor.of(readout.article.text),
            edits=listed,
            by=by.strip(),
            at=at,
            note=note,
        )
        before = self._judgements_of(found.key)
        _check_edits(readout, kind, record, judgement, before)
        self.keep_judgements([judgement])
        return judgement

    def withdraw(self, id: str, *, by: str) -> Judgement:  # noqa: A002
        """Take back a judgement: the one with this id, or the latest on the record with it.

        Raises:
            JudgementError: Nothing that stands was judged there.
            UnknownRecord: No id begins so, or several do.
        """
        _check_words(by, None)
        with explained(self.path):
            found = lookup.look_up(self._connection, id, self.path)
            on_it = store.judged(self._connection, record=found.record_id)
            standing = [one.judgement for one in on_it if one.judgement.withdrawn_at is None]
        if not standing:
            raise JudgementError(
                "Nothing that stands was judged there.",
                hint="See all judgements with: dragoman judgements FILE --all",
                source=found.record_id,
            )
        taken = standing[-1].model_copy(update={"withdrawn_by": by.strip(), "withdrawn_at": now()})
        self.keep_judgements([taken])
        return taken

    def judgements(self, *, withdrawn: bool = False, lost: bool = False) -> Iterator[Judged]:
        """Yield what people decided, the oldest first.

        Args:
            withdrawn: Also what was taken back, and what was said of older revisions.
            lost: Only what found no place when its article was coded anew.
        """
        with explained(self.path):
            if schema(self._connection) < FIRST_JUDGED:
                return
            for one in store.judged(self._connection):
                standing = one.judgement.withdrawn_at is None and not one.superseded
                if (withdrawn or standing) and not (lost and one.stands_on is not None):
                    yield one

    def judgements_on(self, article_id: str) -> tuple[Judgement, ...]:
        """Return all judgements on an article's records, withdrawn ones too, the oldest first."""
        with explained(self.path):
            key = lookup.look_up(self._connection, article_id, self.path).key
        return self._judgements_of(key)

    def _judgements_of(self, key: int) -> tuple[Judgement, ...]:
        with explained(self.path):
            if schema(self._connection) < FIRST_JUDGED:
                return ()
            return store.judgements_of(self._connection, key)

    def keep_judgements(self, judgements: Iterable[Judgement]) -> int:
        """Keep judgements on articles that are here, as an import does.

        Returns:
            How many were new, or had been withdrawn meanwhile.

        Raises:
            UnknownRecord: The archive does not have the article of one.
        """
        from dragoman.archive.rewriting import keep_judgements

        changed = 0
        by_article: dict[str, list[Judgement]] = {}
        for one in judgements:
            by_article.setdefault(one.article_id, []).append(one)
        for article_id, listed in by_article.items():
            with self._rewriting():
                key = lookup.look_up(self._connection, article_id, self.path).key
                changed += keep_judgements(self._connection, key, listed)
        return changed


def _record(readout: Readout, record_id: str) -> tuple[JudgedKind, EvidenceRecord]:
    for kind in KINDS:
        for record in records_of(readout, kind):
            if record.id == record_id:
                return kind, record
    raise JudgementError(
        "This is an article; people judge its records.",
        hint="See their ids with: dragoman show ID --in FILE --json",
        source=record_id,
    )


def _check(verdict: str, edits: tuple[FieldEdit, ...], by: str, note: str | None) -> None:
    _check_words(by, note, *(words for one in edits for words in (one.field, one.value)))
    if verdict == "edit" and not edits:
        raise JudgementError("An edit names no field.", hint="Write FIELD=VALUE: status=planned.")
    if verdict != "edit" and edits:
        raise JudgementError(
            f"To {verdict} a record changes no field.", hint="Use edit to change fields."
        )
    names = [edit.field for edit in edits]
    if len(set(names)) < len(names):
        raise JudgementError("A field is named twice.", hint="Name each field once.")


def _check_words(by: str, note: str | None, *others: str) -> None:
    if any("\ud800" <= ch <= "\udfff" for words in (by, note or "", *others) for ch in words):
        raise JudgementError(
            "The words hold half of a character.", hint="Write them in UTF-8, or use --json."
        )
    if not 0 < len(by.strip()) <= _MOST_NAME:
        raise JudgementError(
            "Nobody is named who judges.", hint=f"Give a name of 1 to {_MOST_NAME} characters."
        )
    if note is not None and len(note) > _MOST_NOTE:
        raise JudgementError("The note is too long.", hint=f"Up to {_MOST_NOTE:,} characters.")


def _check_edits(
    readout: Readout,
    kind: JudgedKind,
    record: EvidenceRecord,
    judgement: Judgement,
    before: Iterable[Judgement],
) -> None:
    """Try an edit on the record with what was edited in it before."""
    fields: dict[str, FieldEdit] = {}
    for one in (*before, judgement):
        if one.withdrawn_at is None and one.record_id == record.id:
            fields |= {edit.field: edit for edit in one.edits}
    edited(readout, kind, record, tuple(fields.values()))
