"""Pages that ship with Dragoman, written for it in the manner of different outlets.

All persons, outlets and events in them are invented, but for ``treaty``, which tells a real event
without quoting anyone. Five pages cover one event: ``wire`` is the origin, ``copy`` prints it
shortened, ``translation`` cites it with changed words, ``state-media`` tells the other side and
``interview`` is reporting of its own; ``live`` draws on several of them.
"""

from __future__ import annotations

from importlib.resources import files
from importlib.resources.abc import Traversable

_PAGES = files(__name__).joinpath("pages")


def _files() -> dict[str, Traversable]:
    return {f.name.rsplit(".", 1)[0]: f for f in _PAGES.iterdir() if f.is_file()}


def names() -> tuple[str, ...]:
    """Return the names of the example pages."""
    return tuple(sorted(_files()))


def load(name: str) -> bytes:
    """Return an example page as bytes.

    Raises:
        KeyError: No example has this name.
    """
    return _files()[name].read_bytes()


def file_name(name: str) -> str:
    """Return the name of the example's file ("wire.html").

    Raises:
        KeyError: No example has this name.
    """
    return _files()[name].name
