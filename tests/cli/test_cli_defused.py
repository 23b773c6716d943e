"""No cell of any table that the command line writes is a formula, whatever a page says."""

from __future__ import annotations

import csv
import re
from pathlib import Path
from types import ModuleType

import pytest
from click.testing import CliRunner

from dragoman.archive import ArchiveFile
from dragoman.cli import main
from dragoman.export import TEXT_FORMATS
from dragoman.records import Position, Span, record_id
from dragoman.text.safe import safe_cell

SOURCE = Path(__file__).parents[2] / "src" / "dragoman"
FORMULA = '=HYPERLINK("http://bad.example","+1")'
COMMANDS = (
    "events FILE --csv",
    "positions FILE --csv",
    "quotes FILE --csv",
    "search 'kind:event OR kind:quotation' --in FILE --csv",
    "new all --in FILE --csv --peek",
    "judgements FILE --csv",
    "revisions --in FILE --full --csv",
    "counts --in FILE --by type,actor,recipient,outlet,place --csv",
    "network --in FILE --nodes actor --csv",
    "network --in FILE --of quotes --csv",
    "timeline --in FILE --csv",
    *(f"export --in FILE --format {form} --all" for form in TEXT_FORMATS if form not in (
        "jsonl", "geojson", "gexf", "graphml", "acled",  # acled takes events with a point only
    )),
)  # fmt: skip


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory, news: ModuleType) -> Path:
    """An archive in which everything that a page can say begins like a formula."""
    path = tmp_path_factory.mktemp("hostile") / "hostile.dragoman"
    names = [f"{mark}{FORMULA[1:]} NOR" for mark in "=+-@"]
    with ArchiveFile(path) as archive:
        for number, published in ((1, "2024-05-01"), (2, "2024-05-02")):
            acts = [
                news.act(
                    "ASSAULT", name, f"@sum {number} FRA", place="+Oslo NOR", date="2024-05-01"
                )
                for name in names
            ]
            readout = news.article(
                number, published, "-=outlet", acts, said=names, cited=[FORMULA], url="=url"
            )
            event = readout.events[0]
            position = Position(
                id=record_id(readout.article.id, "position", Span(0, 3)),
                evidence=(Span(0, 3),),
                holders=event.actors,
                issue=FORMULA,
                issue_span=Span(0, 3),
                stance="+for",
                stance_span=Span(0, 3),
                towards=event.recipients,
            )
            page = readout.article.model_copy(update={"headline": FORMULA})
            archive.put(readout.model_copy(update={"article": page, "positions": (position,)}))
        archive.save_search("all", "kind:event OR kind:quotation")
        archive.judge(archive.events()[0].event_id, "accept", by="=me", note="@note")
    return path


@pytest.mark.parametrize("command", COMMANDS)
def test_no_cell_is_a_formula(hostile: Path, command: str) -> None:
    words = [word.strip("'") for word in re.findall(r"'[^']*'|\S+", command)]
    done = CliRunner().invoke(main, [str(hostile) if w == "FILE" else w for w in words])
    assert done.exit_code == 0, done.stderr
    tabs = any(form in words for form in ("icews", "polecat", "gdelt", "gdelt-mentions"))
    rows = (
        [line.split("\t") for line in done.stdout.splitlines()]
        if tabs
        else list(csv.reader(done.stdout.splitlines()))
    )
    cells = [cell for row in rows for cell in row]
    number = re.compile(r"-[0-9]+(\.[0-9]+)?")
    assert [c for c in cells if c.startswith(tuple("=+-@")) and not number.fullmatch(c)] == []
    assert any(cell.startswith(("'=", "'+", "'-", "'@")) for cell in cells), "nothing was hostile"


def test_one_place_writes_tables() -> None:
    elsewhere = [
        path.name
        for path in SOURCE.rglob("*.py")
        if re.search(r"csv\.(Dict)?[wW]riter|writerow", path.read_text(encoding="utf-8"))
    ]
    assert elsewhere == ["safe.py"]


@pytest.mark.parametrize(
    "cell", ["=1", "+1", "-a", "@a", "\t=1", "\r=1", "＝1", "＋1", "－1", "＠a"]
)
def test_a_formula_begins_with_an_apostrophe(cell: str) -> None:
    assert safe_cell(cell) == "'" + cell.replace("\t", " ").replace("\r", " ")


@pytest.mark.parametrize("cell", ["-2.5", "-10", "a=b", "", "2024-05-12"])
def test_what_is_none_stays_as_it_is(cell: str) -> None:
    assert safe_cell(cell) == cell
