"""What is wrong with an archive, and what to do about it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rich.text import Text

from dragoman.cli.render.layout import Line, Part, joined

if TYPE_CHECKING:
    from dragoman.archive import Fault

_SIGNS = {"fault": ("✗ fault", "bad"), "note": ("· note", "quiet")}


def fault_parts(fault: Fault) -> Iterator[Part]:
    """Yield one fault: where and what, then the hint."""
    sign, style = _SIGNS[fault.severity]
    head = Text(sign, style) + Text(f" {fault.check}", "code")
    yield Line(joined([head, (fault.where, "name"), fault.message]))
    yield Line(Text(fault.hint, "quiet"), 2)
