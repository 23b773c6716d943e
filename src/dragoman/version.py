"""The version of this Dragoman, asked of the installation only when somebody wants it."""

from __future__ import annotations

from functools import cache


@cache
def own_version() -> str:
    """Return "0.1.0", or "unreleased" in a source tree that is not installed."""
    # importlib.metadata takes 30 ms to import: not at start-up.
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("dragoman")
    except PackageNotFoundError:
        return "unreleased"
