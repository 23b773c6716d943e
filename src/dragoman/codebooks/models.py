"""Which language models we know, and the hash of every file in them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from dragoman.codebooks.loader import load_toml


class KnownModel(NamedTuple):
    """A model that may be loaded: where it comes from and what its files must be."""

    name: str
    version: str
    distribution: str
    distribution_version: str
    wheel_sha256: str
    inside: str
    official: str
    files: Mapping[str, str]

    @property
    def label(self) -> str:
        """Name and version, as records carry it: "en_core_web_md-3.8.0"."""
        return f"{self.name}-{self.version}"


@cache
def known_models() -> tuple[KnownModel, ...]:
    """Return the known models, the preferred one first."""
    return tuple(
        KnownModel(**{field: entry[field] for field in KnownModel._fields})
        for entry in load_toml("models.toml")["model"]
    )
