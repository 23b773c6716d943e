"""Finds a spaCy model on disk, checks its files, loads it once.

A model is loaded from its directory by path and never imported: the packages on PyPI that carry
the official files are other people's code. Order: an explicit path (argument, then the
environment variable ``DRAGOMAN_MODEL``), then for each known model, the preferred first: the one
that ``dragoman model fetch`` unpacked, an official package that is installed, the PyPI copy.
"""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import platformdirs

from dragoman.codebooks.models import KnownModel, known_models
from dragoman.errors import ModelError
from dragoman.extraction.language.marks import part_marks

if TYPE_CHECKING:
    from spacy.language import Language

FETCH_HINT = "Run `dragoman model fetch`, or name a model directory in DRAGOMAN_MODEL."


@dataclass(frozen=True, slots=True)
class LanguageModel:
    """A loaded model and the label that records carry ("en_core_web_md-3.8.0")."""

    nlp: Language
    label: str
    path: Path


def model_folders() -> tuple[Path, ...]:
    """Return the folders in which `dragoman model fetch` puts models, the preferred first."""
    return (
        Path(sys.prefix) / "share" / "dragoman" / "models",
        Path(platformdirs.user_data_dir("dragoman")) / "models",
    )


def available_models() -> Iterator[tuple[KnownModel, Path]]:
    """Yield each known model that is on this machine and its directory, the preferred first."""
    for model in known_models():
        for path in _places(model):
            if (path / "config.cfg").is_file():
                yield model, path
                break


def _places(model: KnownModel) -> Iterator[Path]:
    for folder in model_folders():
        yield folder / model.label
    for package, inside in (
        (model.official, model.label),
        (model.inside.split("/", 1)[0], model.inside.split("/", 1)[1]),
    ):
        spec = find_spec(package)  # finds without importing
        for root in (spec.submodule_search_locations or ()) if spec else ():
            yield Path(root) / inside


def wrong_files(model: KnownModel, path: Path) -> list[str]:
    """Return the names of files in ``path`` that are missing or not the ones we know."""
    wrong = []
    for name, expected in model.files.items():
        try:
            with (path / name).open("rb") as handle:
                found = hashlib.file_digest(handle, "sha256").hexdigest()
        except OSError:
            found = ""
        if found != expected:
            wrong.append(name)
    return wrong


@cache
def load_model(path: str | None = None) -> LanguageModel:
    """Load the best language model on this machine (once per process and path).

    Args:
        path: A model directory. Its files are checked when it is a model we know; another model
            is loaded as it is and its label ends in "unverified".

    Raises:
        ModelError: No model is installed, or its files are not the ones we know.
    """
    wanted = path or os.environ.get("DRAGOMAN_MODEL")
    if wanted:
        return _load(Path(wanted), _known_at(Path(wanted)))
    for model, place in available_models():
        return _load(place, model)
    raise ModelError("No English language model is installed.", hint=FETCH_HINT)


def _known_at(path: Path) -> KnownModel | None:
    return next((m for m in known_models() if not wrong_files(m, path)), None)


def _load(path: Path, model: KnownModel | None) -> LanguageModel:
    import spacy

    if not (path / "config.cfg").is_file():
        raise ModelError("There is no spaCy model here.", hint=FETCH_HINT, source=str(path))
    if model is not None and (wrong := wrong_files(model, path)):
        raise ModelError(
            f"The files of {model.label} are not the known ones ({', '.join(wrong[:3])}).",
            hint="Delete the folder, then run `dragoman model fetch`.",
            source=str(path),
        )
    try:
        nlp = spacy.load(path, exclude=["senter"])
    except (OSError, ValueError) as error:
        raise ModelError(
            f"spaCy cannot load it: {error}", hint=FETCH_HINT, source=str(path)
        ) from error
    part_marks(nlp)
    label = model.label if model else f"{nlp.meta['name']}-{nlp.meta['version']}-unverified"
    return LanguageModel(nlp, label, path)
