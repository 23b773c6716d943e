"""Words that a missing space glues to a quotation mark are parted: said,“Look · voters!”After."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language

# After a digit a straight mark means inches, so marks between word characters need letters.
_GLUED = (
    r'[,:;.!?](?=["“”„«»]\w)',
    r'(?<=[,:;.!?])["“”„«»](?=\w)',
    r'(?<=[^\W\d_])["“”„«»](?=[^\W\d_])',
)


def part_marks(nlp: Language) -> None:
    """Teach a model's tokenizer to split at quotation marks inside a run of characters."""
    from spacy.util import compile_infix_regex

    infixes = [*(nlp.Defaults.infixes or ()), *_GLUED]
    nlp.tokenizer.infix_finditer = compile_infix_regex(infixes).finditer  # type: ignore[union-attr]
