"""A user's own codebook: read, merged, checked, written, and forgotten again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.codebooks import codebooks_stamp, use_codebooks
from dragoman.codebooks.loader import codebooks_in_use, load_table
from dragoman.codebooks.offices import holders, people
from dragoman.codebooks.own import KEYS, parse_own
from dragoman.codebooks.own_file import add_row, check, columns_of
from dragoman.errors import CodebookError
from dragoman.extraction.actors import describe_phrase, who

HEAD = '[codebook]\nname = "mine"\nversion = "1"\nsource = "test"\nlicence = "CC0-1.0"\n'
KARIMOVA = """
[[people]]
name = "Aziza Karimova"
aliases = ["Aziza K. Karimova", "Азиза Каримова"]
country = "UZB"
verified = true

[[offices]]
person = "Aziza Karimova"
office = "foreign_minister"
country = "UZB"
start = 2026-03-01
"""


@pytest.fixture(autouse=True)
def only_what_ships() -> Iterator[None]:
    yield
    use_codebooks()


def _file(folder: Path, rows: str) -> Path:
    path = folder / "my.toml"
    path.write_text(HEAD + rows, encoding="utf-8")
    return path


def test_rows_of_ones_own_are_known_everywhere(tmp_path: Path) -> None:
    assert describe_phrase("Aziza Karimova", "2026-05-01") is None
    stamp = codebooks_stamp()
    use_codebooks(_file(tmp_path, KARIMOVA))
    assert people()["Aziza Karimova"].verified
    assert holders("foreign_minister", "UZB", "2026-05-01")[0].person == "Aziza Karimova"
    described = describe_phrase("Азиза Каримова", "2026-05-01")
    assert described is not None
    assert described.name == "Aziza Karimova"
    assert described.office is not None
    assert codebooks_stamp() != stamp
    use_codebooks()
    assert codebooks_stamp() == stamp
    assert "Aziza Karimova" not in people()


def test_a_row_with_the_key_of_one_that_ships_takes_its_place(tmp_path: Path) -> None:
    shipped = len(load_table("people.tsv"))
    use_codebooks(_file(tmp_path, '[[people]]\nname = "Emmanuel Macron"\ncountry = "BEL"\n'))
    assert people()["Emmanuel Macron"].country == "BEL"
    assert len(load_table("people.tsv")) == shipped


def test_a_word_may_report_speech_by_a_row(tmp_path: Path) -> None:
    from dragoman.codebooks.reporting import reporting_verbs

    use_codebooks(
        _file(
            tmp_path,
            '[[reporting_verbs]]\nverb = "bloviate"\nact = "say"\nframes = ["clause", "quote"]\n',
        )
    )
    assert reporting_verbs()["bloviate"].frames == {"clause", "quote"}


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("name: yaml", "not a TOML file"),
        ("[[people]]\nname = 'A B'", "lacks name, version, source, licence"),
        (HEAD + "[[persons]]\nname = 'A B'", "no codebook 'persons'"),
        (HEAD + "[people]\nname = 'A B'", "must be a list of rows"),
        (HEAD + "[[people]]\nname = 'A B'\nnation = 'UZB'", "no column nation"),
        (HEAD + "[[people]]\ncountry = 'UZB'", "has no name"),
        (HEAD + '[[people]]\nname = "A\\tB"', "one line of text"),
        (HEAD + "[[people]]\nname = {a = 1}", "one line of text"),
    ],
)
def test_a_file_that_does_not_fit_says_why_and_changes_nothing(
    tmp_path: Path, text: str, says: str
) -> None:
    path = tmp_path / "bad.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(CodebookError, match=says) as caught:
        use_codebooks(path)
    assert caught.value.source == str(path)
    assert codebooks_in_use() == ()


def test_a_file_that_is_not_there_says_so(tmp_path: Path) -> None:
    with pytest.raises(CodebookError, match="cannot be read"):
        use_codebooks(tmp_path / "none.toml")


def test_frames_of_ones_own_join_the_lexicon_and_stand_over_its_lists(tmp_path: Path) -> None:
    from dragoman.codebooks.plover_lexicon import event_lexicon

    rows = """
[[plover_lexicon]]
lemma = ["frobnicate", "zap"]
pos = "v"
needs = ["party", "with:*"]
type = "SANCTION"
mode = "discontinue"
cameo = "163"
roles = "S>O"

[[plover_lexicon]]
lemma = "lambaste"
pos = "v"
type = "THREATEN"
cameo = "130"
roles = "S>O"
"""
    assert check(_file(tmp_path, rows)) == ()
    use_codebooks(_file(tmp_path, rows))
    verbs = event_lexicon().verbs
    assert str(verbs["zap"][0]) == "zap.v [party with:*]"
    bare = [frame for frame in verbs["lambaste"] if not frame.needs]
    assert [frame.type for frame in bare] == ["THREATEN"]


def test_a_wrong_frame_is_named_with_its_fault(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    row = {"lemma": "zap", "pos": "v", "type": "SANCTION", "cameo": "163", "roles": "S>O"}
    assert any(
        "zap.v [obj:]: a condition cannot be read: 'obj:'" in fault
        for fault in add_row(path, "plover_lexicon", {**row, "needs": "obj:"})
    )
    assert not path.exists()
    assert add_row(path, "plover_lexicon", {**row, "needs": "obj:bank"}) == ()


def test_check_finds_every_fault_and_leaves_what_is_in_use(tmp_path: Path) -> None:
    rows = """
[[people]]
name = "Jan Novotny"
country = "CZX"

[[people]]
name = "Jan Novotny"

[[offices]]
person = "Jan Novotny"
office = "top_man"
country = "CZE"
start = 2026-02-01
end = 2025-02-01

[[plover_lexicon]]
lemma = "frob"
pos = "v"
type = "FROB"
cameo = "010"
roles = "S>O"

[[regions]]
kind = "site"
name = "Nowhere"
lat = "north"
lon = 1.0
"""
    faults = "\n".join(check(_file(tmp_path, rows)))
    for wrong in (
        "stands 2 times",
        "top_man",
        "ends (2025-02-01) before",
        "FROB",
        "could not convert",
    ):
        assert wrong in faults
    assert codebooks_in_use() == ()
    assert check(_file(tmp_path, KARIMOVA)) == ()


def test_adding_makes_a_file_and_refuses_a_wrong_row(tmp_path: Path) -> None:
    path = tmp_path / "new.toml"
    cells = {"name": 'Ana "la Jefa" Ruiz', "aliases": "A. Ruiz|Ruiz Mora", "country": "MEX"}
    assert add_row(path, "people", cells) == ()
    before = path.read_bytes()
    assert any(
        "XXQ" in fault for fault in add_row(path, "people", {"name": "B C", "country": "XXQ"})
    )
    assert path.read_bytes() == before
    assert [p.name for p in tmp_path.iterdir()] == ["new.toml"]
    use_codebooks(path)
    assert people()['Ana "la Jefa" Ruiz'].aliases == ("A. Ruiz", "Ruiz Mora")


@given(st.text(max_size=40))
def test_any_name_written_is_the_name_read(name: str) -> None:
    from dragoman.codebooks.own_file import _written

    data = (HEAD + _written("people", {"name": name})).encode("utf-8", "surrogatepass")
    try:
        (row,) = parse_own(data, Path("x.toml")).tables["people"]
    except CodebookError:  # a control character or a lone surrogate is refused, never changed
        return
    assert (
        "|".join(p.strip() for p in row["name"].split("|"))
        == "|".join(p.strip() for p in name.split("|") if p.strip())
        or row["name"] == name.strip()
    )


@pytest.mark.parametrize("table", sorted(KEYS))
def test_keys_are_columns_of_their_table(table: str) -> None:
    assert set(KEYS[table]) <= set(columns_of(table))


def test_who_answers_with_holders_bearers_and_readings() -> None:
    office = who("foreign minister of Kazakhstan", "2019-06-01")
    assert [term.person for term in office.holders if term.holds_on("2019-06-01")] == [
        "Beibut Atamkulov"
    ]
    person = who("Medvedev", "2015-03-01")
    assert person.reading is not None
    assert person.reading.office is not None
    assert person.reading.office.title == "Prime Minister of Russia"
    assert person.holders == ()
    assert person.known[0].terms[-1].since < person.known[0].terms[0].since
    bloc = who("the Baltic states")
    assert bloc.reading is not None
    assert bloc.reading.members == ("EST", "LTU", "LVA")
    assert not who("Qwertyuiop")
