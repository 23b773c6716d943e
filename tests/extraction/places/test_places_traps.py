"""Names that are traps: states that are also towns, persons, papers; letters that look alike."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from dragoman.extraction.cast import Cast
from dragoman.extraction.passages import ParsedArticle
from dragoman.extraction.places import find_places

Parse = Callable[..., ParsedArticle]


def countries(parse: Parse, text: str) -> list[tuple[str, str | None]]:
    return [(p.text, p.country) for p in find_places(parse(text), Cast()) if p.use != "associative"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Envoys from Turkey and Georgia met in Jordan.",
         [("Turkey", "TUR"), ("Georgia", "GEO"), ("Jordan", "JOR")]),
        ("Peaches are grown in Georgia, United States.",
         [("Georgia", "USA"), ("United States", "USA")]),
        ("A court in Lebanon, Pennsylvania, ruled on Monday.",
         [("Lebanon", "USA"), ("Pennsylvania", "USA")]),
        ("A fair was held in Turkey, Texas.", [("Turkey", "USA"), ("Texas", "USA")]),
        ("Envoys from Mali, Niger, Nigeria and Chad met.",
         [("Mali", "MLI"), ("Niger", "NER"), ("Nigeria", "NGA"), ("Chad", "TCD")]),
        ("Shells fell on Kyiv, Texas lawmakers said.", [("Kyiv", "UKR"), ("Texas", "USA")]),
        ("Paris Hilton met Jordan Peterson in Turkey.", [("Turkey", "TUR")]),
        ("Chad Smith sang in Chad.", [("Chad", "TCD")]),
        ("The Washington Post reported it on Friday.", []),
        ("They cooked a turkey and a jordan almond.", []),
    ],
)  # fmt: skip
def test_a_trap_is_read_right(
    parse: Parse, text: str, expected: list[tuple[str, str | None]]
) -> None:
    assert countries(parse, text) == expected


def test_towns_of_a_list_of_regions_are_no_parts_of_each_other(parse: Parse) -> None:
    found = find_places(parse("Shells fell in Donetsk, Luhansk and Kherson."), Cast())
    assert [(p.name, p.precision) for p in found] == [
        ("Donetsk", "city"), ("Luhansk", "city"), ("Kherson", "city"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "Explosions hit M\u043escow and K\u0456ev on Friday.",  # Cyrillic letters inside
        "He was in the \u0425\u0425\u0425 and in \u67cf\u6797 and \u041c\u043e\u0441\u043a\u0432\u0435.",
        "In " + "New " * 300 + "York and \u202eaissuR\u202c.",
        "(((((Paris, ,,, , Texas, (Mass., Ky.), )))))",
    ],
)
def test_mixed_scripts_and_rubbish_end_in_silence_or_places(parse: Parse, text: str) -> None:
    for place in find_places(parse(text), Cast()):
        assert place.text.isprintable()
        assert place.text in text


@pytest.mark.parametrize("text", ["It fell on 30 February 2023.", "It ends in the year 99999."])
def test_days_and_years_that_are_none_are_no_places_either(parse: Parse, text: str) -> None:
    assert countries(parse, text) == []


def test_thousands_of_unknown_places_take_no_minutes(parse: Parse) -> None:
    town = "They met in Qorvin{} Gardens, near Nairobi, and in Xelby{} Park. "

    def seconds(count: int) -> float:
        parsed = parse("".join(town.format(n, n) for n in range(count)))
        start = time.process_time()
        find_places(parsed, Cast())
        return time.process_time() - start

    seconds(5)
    assert seconds(400) < 12 * max(seconds(100), 0.02)
