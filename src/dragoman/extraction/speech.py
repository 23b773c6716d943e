"""What is said in the article, and what is not: the result of the quotation stage."""

from __future__ import annotations

from typing import NamedTuple

from dragoman.records import Nonstatement, Quotation


class Speech(NamedTuple):
    """Quotations and refusals to speak, each in the order of the text."""

    quotations: tuple[Quotation, ...] = ()
    nonstatements: tuple[Nonstatement, ...] = ()
