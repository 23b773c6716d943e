"""Bad input through `dragoman quotes`: an answer or an abstention, in bounded time, spans valid."""

from __future__ import annotations

import json
import time

import pytest
from click.testing import CliRunner

import dragoman as dg
from dragoman.cli import main
from evaluation.evidence import faults

# Processor seconds for a page: 20 to 30 are what the worst of these cost per 100,000 characters
# when a stage is linear; a quadratic one takes minutes at these sizes.
MOST_SECONDS = 12.0

MINUTE = "We spoke of the road and of the port. They will be open in May, whatever happens"

ODD = {
    "nothing": "",
    "white space": " \n \t\n",
    "a mark": '"',
    "marks only": '"' * 400,
    "every mark there is": "“”‘’«»„‟‹›「」『』" * 60,
    "opening marks": "“no " * 2_000,
    "opening marks, straight": '"no ' * 2_000,
    "opening marks of all kinds": "“a ‘b «c „d 「e " * 400,
    "apostrophes": "'no o'clock ’90s boys' " * 400,
    "a mark on each line": '"\n' * 1_000,
    "nested deep": "“‘" * 500 + "no" + "’”" * 500,
    "capitals": 'MINISTER ANNA HOLM SAID: "WE WILL OPEN THE ROAD." SHE TOLD REPORTERS SO. ' * 25,
    "no end of a sentence": "Anna Holm said that the road " + "and the port " * 1_200,
    "cues only": "said " * 1_500,
    "frames only": "according to " * 1_000,
    "told upon told": "Holm told Lund that Brand told Vesna that " * 60,
    "brackets and dots": "[...] … " * 800,
    "control characters": 'Holm said\x00\x1b[2J \u202e"no\u202c".\x7f',
    "combining marks": "Holm" + "\u0301" * 2_000 + ' said "no".',
    "pictures": "😀 said “👩‍👩‍👧 no 😀” " * 200,
    "windows lines": 'Holm said:\r\n"No."\r\n' * 150,
    "labels": "Source: Reuters, cited by AP, citing TASS, with reference to Interfax\n" * 100,
}


def _quotes(page: str, *options: str) -> tuple[int, str, str]:
    done = CliRunner().invoke(main, ["quotes", "-", *options], input=page.encode())
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done.exit_code, done.stdout, done.stderr


@pytest.mark.parametrize("name", ODD)
def test_odd_input_is_answered_or_refused(name: str) -> None:
    start = time.process_time()
    code, out, err = _quotes(ODD[name])
    assert time.process_time() - start < MOST_SECONDS
    assert code in (0, 1)
    assert "Traceback" not in err
    assert "unforeseen" not in err
    assert "failed" not in err
    assert out or err
    assert not [ch for ch in out if ch < " " and ch != "\n"]


@pytest.mark.parametrize("name", ODD)
def test_odd_input_leaves_no_record_without_words(name: str) -> None:
    try:
        article = dg.read_page(ODD[name][:4_000])
    except dg.PageError:
        return
    readout = dg.extract(article)
    assert list(faults(readout)) == []
    assert [p for p in readout.problems if p.code == "E_EXTRACTION"] == []


def test_a_transcript_of_ten_thousand_words_is_kept_whole() -> None:
    turns = [f"{'MS. HOLM' if n % 2 else 'Q'}: {MINUTE}, {n}." for n in range(590)]
    page = "Press briefing by Anna Holm\n\n" + "\n".join(turns)
    assert len(page.split()) > 10_000
    start = time.process_time()
    code, out, _ = _quotes(page, "--json")
    assert time.process_time() - start < 3 * MOST_SECONDS
    assert code == 0
    lines = [json.loads(line) for line in out.splitlines()]
    said = [line["text"] for line in lines if line["record"] == "quotation"]
    assert sum(MINUTE in text for text in said) > 0.95 * len(turns)
    assert any(f"{MINUTE}, 589" in text for text in said)


def test_a_long_quotation_over_many_paragraphs_is_one() -> None:
    paragraphs = [f'"{MINUTE}, {n}.' for n in range(120)]
    page = "Anna Holm said on Monday:\n" + "\n".join(paragraphs) + '"'
    code, out, _ = _quotes(page, "--json")
    assert code == 0
    said = [json.loads(line) for line in out.splitlines() if '"quotation"' in line[:40]]
    assert max(len(q["text"]) for q in said) > 0.9 * len(page)
