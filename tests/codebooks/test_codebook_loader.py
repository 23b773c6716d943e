from __future__ import annotations

import pytest

from dragoman.codebooks import codebooks_stamp, data_files
from dragoman.codebooks.loader import load_table, load_toml
from dragoman.codebooks.outlets import outlets, outlets_by_domain
from dragoman.errors import CodebookError

TEXT_FILES = [f.name for f in data_files() if f.name.endswith((".toml", ".tsv"))]


@pytest.mark.parametrize("name", TEXT_FILES)
def test_every_codebook_says_what_it_is(name: str) -> None:
    assert load_toml(name) if name.endswith(".toml") else load_table(name)


def test_the_stamp_is_stable() -> None:
    assert len(codebooks_stamp()) == 8
    assert codebooks_stamp() == codebooks_stamp()


def test_outlets_are_sane() -> None:
    names = [o.name for o in outlets()]
    assert len(names) == len(set(names))
    assert all(len(o.country) in (0, 3) and o.country == o.country.upper() for o in outlets())
    assert outlets_by_domain()["reuters.com"].name == "Reuters"


def test_a_missing_head_is_an_error(
    monkeypatch: pytest.MonkeyPatch, tmp_path: pytest.TempPathFactory
) -> None:
    import pathlib

    from dragoman.codebooks import loader

    folder = pathlib.Path(str(tmp_path))
    (folder / "bare.toml").write_text("[words]\nx = 1\n")
    (folder / "ragged.tsv").write_text(
        "# name: x\n# version: 1\n# source: x\n# licence: x\na\tb\n1\n"
    )
    monkeypatch.setattr(loader, "_DATA", folder)
    with pytest.raises(CodebookError, match="head lacks name"):
        load_toml("bare.toml")
    with pytest.raises(CodebookError, match="row 2 has 1 cells"):
        load_table("ragged.tsv")
