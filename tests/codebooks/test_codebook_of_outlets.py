from __future__ import annotations

from collections import Counter

import pytest

from dragoman.codebooks import outlets as book
from dragoman.codebooks.outlets import (
    Outlet,
    loose_names,
    outlet_named,
    outlets,
    outlets_by_domain,
    outlets_by_name,
    same_owner,
)
from dragoman.codebooks.validate_outlets import outlet_problems
from dragoman.errors import CodebookError

_ROW = {
    "name": "Example Post", "kind": "outlet", "country": "FRA", "owner": "", "ownership": "",
    "languages": "fr|en", "aliases": "The Example Post|L'Exemple", "loose": "Post",
    "domains": "example.com", "verified": "",
}  # fmt: skip


def _read(monkeypatch: pytest.MonkeyPatch, *rows: dict[str, str]) -> tuple[Outlet, ...]:
    monkeypatch.setattr(book, "load_table", lambda _: rows)
    made = tuple(book._outlet(row) for row in rows)
    monkeypatch.setattr("dragoman.codebooks.validate_outlets.outlets", lambda: made)
    return made


def test_no_entry_is_at_fault() -> None:
    assert outlet_problems() == ()


def test_the_world_is_covered() -> None:
    kinds = Counter(outlet.kind for outlet in outlets())
    assert len(outlets()) >= 2_000
    assert kinds["agency"] >= 200
    assert kinds["channel"] >= 40
    assert len({outlet.country for outlet in outlets()}) >= 190
    assert sum(outlet.verified for outlet in outlets()) > len(outlets()) / 2


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("ITAR-TASS", "TASS"),
        ("ТАСС", "TASS"),
        ("Укрінформ", "Ukrinform"),
        ("新华社", "Xinhua"),
        ("Yediot Ahronot", "Yedioth Ahronoth"),
        ("Azərbaycan Televiziyası", "AzTV"),
        ("VK", "VKontakte"),
    ],
)
def test_spellings_mean_one_medium(printed: str, name: str) -> None:
    assert outlets_by_name()[printed].name == name


@pytest.mark.parametrize("name", ["Time", "Sabah", "Mehr", "The Nation", "Daily News", "Record"])
def test_words_and_shared_names_are_loose(name: str) -> None:
    assert name in loose_names()
    assert name not in outlets_by_name()


def test_a_masthead_may_be_a_loose_name_that_one_medium_bears() -> None:
    time = outlet_named("Time")
    assert time is not None
    assert time.domains == ("time.com",)
    assert outlet_named("The Nation") is None, "half a dozen states have one"
    assert outlet_named("no such paper") is None


def test_languages_and_owners_are_given() -> None:
    tass = outlets_by_name()["TASS"]
    assert (tass.ownership, tass.owner, tass.country) == ("state", "", "RUS")
    assert "ru" in tass.languages
    assert tass.verified


def test_one_hand_is_told_from_two() -> None:
    named, sites = outlets_by_name(), outlets_by_domain()
    assert same_owner(named["RIA Novosti"], named["Sputnik"])
    assert same_owner(sites["wsj.com"], sites["theaustralian.com.au"])
    assert same_owner(named["TASS"], named["TASS"])
    assert not same_owner(named["TASS"], named["BelTA"]), "two states"
    assert not same_owner(named["Reuters"], named["TASS"])


def test_unknown_owners_are_not_the_same() -> None:
    one = Outlet("A", "outlet", "FRA", (), (), ownership="private")
    other = Outlet("B", "outlet", "FRA", (), (), ownership="private")
    assert not same_owner(one, other)


@pytest.mark.parametrize("column", ["kind", "ownership"])
def test_a_word_that_is_no_kind_is_an_error(monkeypatch: pytest.MonkeyPatch, column: str) -> None:
    with pytest.raises(CodebookError, match=f"'rag' is no {column}"):
        _read(monkeypatch, {**_ROW, column: "rag"})


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"country": "ZZZ"}, "country ZZZ is unknown"),
        ({"domains": "www.example.com"}, "'www.example.com' is no domain"),
        ({"domains": "example"}, "'example' is no domain"),
        ({"languages": "French"}, "'French' is no language code"),
        ({"owner": "Somebody"}, "an owner, but no ownership"),
        ({"aliases": "L'Exemple |Other"}, "white space"),
        ({"loose": "L'Exemple"}, "loose here and sure elsewhere"),
    ],
)
def test_faults_are_named(
    monkeypatch: pytest.MonkeyPatch, change: dict[str, str], fault: str
) -> None:
    twin = {**_ROW, "name": "Other Post", "aliases": "", "domains": "example.net", **change}
    rows = (_ROW, twin) if "loose" in change else ({**_ROW, **change},)
    _read(monkeypatch, *rows)
    assert any(fault in problem for problem in outlet_problems())


def test_shared_names_and_addresses_are_faults(monkeypatch: pytest.MonkeyPatch) -> None:
    _read(monkeypatch, _ROW, {**_ROW, "name": "Other Post"})
    problems = " ".join(outlet_problems())
    assert "the name 'The Example Post' stands 2 times" in problems
    assert "the domain 'example.com' stands 2 times" in problems
