"""`dragoman quotes`: every quotation with all that is known of it, filters, forms, exit codes."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from types import ModuleType

import pytest
from click.testing import CliRunner, Result
from rich.console import Console

from dragoman.archive import ArchiveFile
from dragoman.cli import main
from dragoman.cli.csvlines import COLUMNS, quotation_lines
from dragoman.cli.jsonlines import line_schema
from dragoman.cli.layers import LAYERS
from dragoman.cli.picked import Wanted
from dragoman.cli.render.layout import THEME, plain_lines, print_parts
from dragoman.cli.render.quoted import circumstances, words
from dragoman.cli.render.quotes import Totals, page, summary
from dragoman.records import Article, ChainLink, Readout, SourceChain, Span, Speaker

STORY = b"""Minister Lindqvist visits Norway

OSLO, 3 March 2024. Foreign Minister Karin Lindqvist arrived in Norway on Sunday.

"We came to listen," Lindqvist said, "and to sign what we promised." She told reporters that the
talks would go on in May. Lindqvist declined to comment on prices.
"""


def run(*words: object, stdin: bytes | None = None) -> Result:
    """Run the command line."""
    return CliRunner().invoke(main, ["quotes", *map(str, words)], input=stdin)


def flat(readout: Readout) -> str:
    """Return what a pipe gets of one page."""
    return "\n".join(plain_lines(page(readout, underline=False)))


@pytest.fixture
def kept(tmp_path: Path, readout: Readout) -> Path:
    """An archive with one article."""
    path = tmp_path / "kept.dragoman"
    with ArchiveFile(path) as archive:
        archive.put(readout)
    return path


def test_all_that_is_known_of_a_quotation_is_there(kept: Path) -> None:
    done = run(kept)
    assert done.exit_code == 0, done.stderr
    for shown in (
        'Minister hails "historic" grain deal with Sarmatia', "The Norland Courier",
        "speaker unknown · mixed", "in the headline", "misquotation",
        "“Holm” → Anna Holm, Foreign Minister · direct · “said”",
        '"We are opening a road ... for bread,"', "words left out", "likely a translation",
        "source chain: Vesna Agency (agency) → The Norland Courier (publisher)",
        "“Brand” → Ilya Brand · indirect · “told”", "to reporters",
        "source chain: the page does not say",
        "REFUSALS TO SPEAK (1)", "“He” → Ilya Brand", "declined to comment on prices",
        "3 quotations · 1 mixed, 1 direct, 1 indirect · 1 refusal to speak · 1 by speakers uncert",
        "By Anna Holm 1 · Ilya Brand 1",
    ):  # fmt: skip
        assert shown in done.stdout, shown
    assert "verbatim" not in done.stdout
    assert "\x1b" not in done.stdout


def test_only_one_speaker(kept: Path) -> None:
    done = run(kept, "--speaker", "FOREIGN minister")
    assert "Anna Holm" in done.stdout
    assert "Ilya Brand" not in done.stdout
    both = run(kept, "--speaker", "holm", "--speaker", "Brand").stdout
    assert both.index("Anna Holm") < both.index("Ilya Brand") < both.index("declined")
    nobody = run(kept, "--speaker", "Lavrov")
    assert (nobody.exit_code, nobody.stdout) == (0, "")
    assert "'Lavrov'" in nobody.stderr


def test_only_some_kinds_and_only_known_speakers(kept: Path) -> None:
    done = run(kept, "--kind", "Direct, mixed").stdout
    assert "2 quotations · 1 mixed, 1 direct" in done
    assert "REFUSALS" not in done
    sure = run(kept, "--no-uncertain").stdout
    assert "2 quotations" in sure
    assert "uncertain" not in sure


def test_json_lines_are_a_smaller_readout(kept: Path, readout: Readout) -> None:
    import jsonschema

    done = run(kept, "--speaker", "Holm", "--json")
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert [line["record"] for line in lines] == ["article", "quotation", "chain"]
    assert lines[1]["id"] == readout.quotations[1].id
    validator = jsonschema.Draft202012Validator(line_schema())
    for line in lines:
        validator.validate(line)


def test_csv_is_one_row_each(kept: Path, readout: Readout) -> None:
    rows = list(csv.DictReader(io.StringIO(run(kept, "--csv").stdout)))
    assert [row["record"] for row in rows] == ["quotation"] * 3 + ["nonstatement"]
    direct = rows[1]
    assert direct["speaker"] == "Anna Holm"
    assert direct["speaker_as_written"] == "Holm"
    assert direct["chain"] == "Vesna Agency"
    assert direct["translation"] == "translation"
    start, end = int(direct["start"]), int(direct["end"])
    assert readout.article.text[start:end] == direct["text"]
    assert rows[0]["misquotation"] == rows[0]["uncertain"] == "yes"


def test_csv_runs_nothing(readout: Readout) -> None:
    (direct,) = readout.quotations_by("Holm")
    evil = direct.model_copy(update={"text": '=cmd|"/C calc"!A0\x1b[2J', "cue_text": "@said"})
    (line,) = quotation_lines(
        readout.model_copy(update={"quotations": (evil,), "nonstatements": ()})
    )
    (row,) = csv.DictReader(io.StringIO(",".join(COLUMNS) + "\n" + line))
    assert row["text"].startswith("'=cmd")
    assert row["cue"] == "'@said"
    assert "\x1b" not in line


@pytest.mark.parametrize(
    ("text", "kind", "name", "shown"),
    [
        ("he", "unresolved", None, "“he” (uncertain) · "),
        ("officials", "group", None, "officials · "),
        ("a farmer", "unnamed", "farmer of Norland", "a farmer · "),
        ("the ministry", "body", "Ministry of Trade", "“the ministry” → Ministry of Trade · "),
        ("Minister Anna Holm", "person", "Anna Holm", "Anna Holm · "),
        ("an old fisherman", "unnamed", "fisherman", "an old fisherman · "),
        ("he", "unnamed", "fisherman", "“he” → fisherman · "),
    ],
)
def test_speakers_as_written_and_as_resolved(
    readout: Readout, text: str, kind: str, name: str | None, shown: str
) -> None:
    values = {"text": text, "span": Span(0, 1), "name": name, "kind": kind}
    role = text if name == "farmer of Norland" else None
    speaker = Speaker.model_validate({**values, "role": role})
    quotation = readout.quotations[1].model_copy(update={"speakers": (speaker,)})
    only = readout.model_copy(update={"quotations": (quotation,)})
    assert shown in flat(only)
    certain = Wanted(uncertain=False).picked(only)
    assert len(certain.quotations) == (0 if kind == "unresolved" else 1)


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("We will pay.", '"We will pay."'),
        ('it was "bold, new and all theirs', 'it was "bold, new and all theirs"'),
        ("it was “bold, new and all theirs", "it was “bold, new and all theirs”"),
        ("We heard “no” twice", '"We heard “no” twice"'),
    ],
)
def test_marks_are_neither_doubled_nor_lost(said: str, shown: str, readout: Readout) -> None:
    closing = "”" if "“" in said else '"'
    article = Article.from_text(f"Holm said: {said}{closing} and left.")
    span = Span(article.text.index(said), article.text.index(said) + len(said))
    quotation = readout.quotations[1].model_copy(update={"content": (span,)})
    only = Readout(article=article).model_copy(update={"quotations": (quotation,)})
    assert words(only, quotation, underline=False).plain == shown


@pytest.mark.parametrize(
    ("venue", "shown"),
    [
        ("on the radio", "on the radio"),
        ("In an interview", "in an interview"),
        ("state television", "venue: state television"),
        ("Telegram", "venue: Telegram"),
    ],
)
def test_a_venue_says_that_it_is_one(venue: str, shown: str, readout: Readout) -> None:
    article = Article.from_text(venue)
    quotation = readout.quotations[2].model_copy(
        update={"venue": Span(0, len(venue)), "addressee": None}
    )
    assert list(circumstances(article, quotation)) == [shown]


def test_joint_speakers_stand_side_by_side(readout: Readout) -> None:
    names = ("Anna Holm", "Ilya Brand")
    links = [ChainLink(role="speaker", name=name, span=Span(0, 1)) for name in names]
    links.append(ChainLink(role="agency", name="Vesna Agency", span=Span(0, 1)))
    joint = readout.quotations[2].model_copy(
        update={"speakers": tuple(Speaker(text=n, span=Span(0, 1), name=n) for n in names)}
    )
    chain = SourceChain(
        id="c1", evidence=(Span(0, 1),), links=tuple(links), scope="quotation",
        covers=joint.content,
    )  # fmt: skip
    only = readout.model_copy(update={"quotations": (joint,), "chains": (chain,)})
    assert "Anna Holm (speaker) and Ilya Brand (speaker) → Vesna Agency (agency) →" in flat(only)


def test_nested_quotations_say_in_which(readout: Readout) -> None:
    outer, inner = readout.quotations[1:]
    nested = inner.model_copy(update={"nested_in": outer.id})
    whole = readout.model_copy(update={"quotations": (outer, nested)})
    assert "inside 1" in flat(whole)
    alone = readout.model_copy(update={"quotations": (nested,)})
    assert f"inside {outer.id}" in flat(alone)


def test_a_terminal_shows_all_pieces_however_many(crafted: ModuleType, readout: Readout) -> None:
    spans = [Span(m, m + 4) for m in range(0, len(crafted.TEXT) - 4, 40)]
    whole = [s for s in spans if "\n" not in crafted.TEXT[s.start : s.end]]
    quotation = readout.quotations[1].model_copy(
        update={"content": tuple(whole), "elisions": (Span(whole[1].start, whole[1].end),)}
    )
    out = io.StringIO()
    console = Console(file=out, force_terminal=True, width=100, theme=THEME, markup=False)
    print_parts(
        console, page(readout.model_copy(update={"quotations": (quotation,)}), underline=True)
    )
    assert out.getvalue().count("\x1b[4") >= len(whole)


def test_the_summary_names_the_most_frequent_first(readout: Readout) -> None:
    totals = Totals()
    for number in range(20):
        name = f"Speaker {max(0, number - 3)}"
        said = readout.quotations[1].model_copy(
            update={"speakers": (Speaker(text=name, span=Span(0, 1), name=name),)}
        )
        totals.add(readout.model_copy(update={"quotations": (said,), "nonstatements": ()}))
    first, second = plain_lines(summary(totals))
    assert first == "20 quotations on 20 pages · 20 direct"
    assert second.startswith("By Speaker 0 4 · Speaker 1 1 · ")
    assert second.endswith("and 5 others")


def test_pages_from_files_and_standard_input(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_bytes(STORY)
    (tmp_path / "other").mkdir()
    from_file, from_stdin = run(path), run("-", stdin=STORY)
    assert from_file.exit_code == from_stdin.exit_code == 0
    assert from_file.stdout == from_stdin.stdout
    assert '"We came to listen," "and to sign what we promised."' in from_file.stdout
    assert "“She” → Karin Lindqvist" in from_file.stdout
    assert "REFUSALS TO SPEAK (1)" in from_file.stdout
    bad = run(path, tmp_path / "no.html", tmp_path / "other", "--speaker", "Lindqvist")
    assert bad.exit_code == 1
    assert "We came to listen" in bad.stdout
    assert "no.html" in bad.stderr
    assert "holds no page" in bad.stderr


def test_a_given_date_resolves_the_day(tmp_path: Path) -> None:
    path = tmp_path / "bare.txt"
    path.write_text("Karin Lindqvist said on Wednesday that the port would open in May.")
    assert "on 1 November 2023" in run(path, "--published", "2023-11-02").stdout


def test_ids_in_an_archive(kept: Path, readout: Readout) -> None:
    everything = run("--in", kept)
    assert everything.stdout == run(readout.article.id, "--in", kept).stdout == run(kept).stdout
    unknown = run("azzzzzzz", "--in", kept)
    assert unknown.exit_code == 1
    assert unknown.stderr.startswith("Error: ")


def test_a_foreign_database_is_refused(tmp_path: Path) -> None:
    import sqlite3

    path = tmp_path / "other.db"
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE t (x)")
    other.close()
    done = run(path)
    assert done.exit_code == 1
    assert "Hint: " in done.stderr


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["a.html", "--kind", "loud"],
        ["a.html", "--json", "--csv"],
        ["a.html", "b.html", "--published", "2023-11-01"],
        ["a.html", "--published", "30 February"],
        ["a.html", "--speaker", " "],
        ["a.html", "--in", "x.dragoman", "--url", "https://news.example/"],
    ],
)
def test_wrong_usage_is_code_2(words: list[str]) -> None:
    done = run(*words)
    assert done.exit_code == 2, done.output
    assert "Traceback" not in done.output


def test_a_page_in_another_language_is_explained() -> None:
    done = run("example:french")
    assert done.exit_code == 0
    assert "English" in done.stderr


def test_the_layers_of_json_are_layers() -> None:
    from dragoman.cli import quoting

    assert set(quoting._LAYERS) <= set(LAYERS)
