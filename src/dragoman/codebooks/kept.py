"""Tables made once from codebooks, and made again when a user's own codebook joins them."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import ParamSpec, TypeVar

from dragoman.codebooks.collector import collector_paused

P = ParamSpec("P")
T = TypeVar("T")

_FORGETTERS: list[Callable[[], None]] = []


def kept(maxsize: int | None = None) -> Callable[[Callable[P, T]], Callable[P, T]]:
    """Return a decorator that keeps what a function returns until `forget_all` is called.

    For everything that depends on the rows of a codebook: an index, a trie, a set of words. Like
    `functools.lru_cache`, so the arguments must be hashable; what depends on no codebook uses that.

    Args:
        maxsize: How many results are kept at most, for functions of what a text holds.
    """

    def keep(function: Callable[P, T]) -> Callable[P, T]:
        cached = lru_cache(maxsize=maxsize)(collector_paused()(function))
        _FORGETTERS.append(cached.cache_clear)
        return cached  # type: ignore[return-value]  # the cache's type forgets the arguments'

    return keep


def forget_all() -> None:
    """Forget everything kept, so that it is made again from the present rows."""
    for forget in _FORGETTERS:
        forget()
