"""A model is loaded by path, after every file was checked."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from dragoman.codebooks.models import known_models
from dragoman.errors import ModelError
from dragoman.extraction.language.fetch import fetch_model
from dragoman.extraction.language.models import (
    LanguageModel,
    available_models,
    load_model,
    wrong_files,
)


def test_the_preferred_model_is_the_medium_one() -> None:
    assert [m.name for m in known_models()] == ["en_core_web_md", "en_core_web_sm"]


def test_the_installed_model_is_the_known_one(model: LanguageModel) -> None:
    known = next(m for m, path in available_models() if path == model.path)
    assert model.label == known.label
    assert wrong_files(known, model.path) == []


def test_a_changed_file_is_refused(model: LanguageModel, tmp_path: Path) -> None:
    known = next(m for m, path in available_models() if path == model.path)
    copy = tmp_path / "model"
    shutil.copytree(model.path, copy)
    (copy / "ner" / "cfg").write_bytes(b"{}")
    assert wrong_files(known, copy) == ["ner/cfg"]


def test_a_folder_without_a_model_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="dragoman model fetch"):
        load_model(str(tmp_path))


def test_fetching_an_unknown_model_names_the_known_ones(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="en_core_web_md"):
        fetch_model("en_core_web_xl", into=tmp_path)


def test_fetching_what_is_there_does_nothing(model: LanguageModel) -> None:
    name = next(m.name for m, path in available_models() if path == model.path)
    if model.path.parent.name != "models":
        pytest.skip("the model was not put there by `dragoman model fetch`")
    assert fetch_model(name, into=model.path.parent) == model.path
