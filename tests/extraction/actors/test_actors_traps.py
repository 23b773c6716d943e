"""Names that are something else: birds, persons, rivers, ships, streets, towns, other bodies."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import dragoman as dg
from dragoman.extraction.actors import describe_phrase

Read = Callable[..., dg.Readout]


def _named(readout: dg.Readout, words: str) -> dg.Actor | None:
    start = readout.article.text.index(words)
    return readout.actor_at(dg.Span(start, start + len(words)))


def _names(readout: dg.Readout) -> set[str]:
    return {actor.name for actor in readout.actors if actor.kind != "place_only"}


@pytest.mark.parametrize(
    ("text", "words", "kind", "countries"),
    [
        ("Turkey recalled its envoy from Cairo.", "Turkey", "state", ("TUR",)),
        ("Georgia arrested protesters in Tbilisi.", "Georgia", "state", ("GEO",)),
        ("Jordan recalled its ambassador from Israel.", "Jordan", "state", ("JOR",)),
        ("Chad closed its border with Sudan.", "Chad", "state", ("TCD",)),
        ("Lebanon freed two men near the border with Syria.", "Lebanon", "state", ("LBN",)),
        ("The Washington Post praised the Kenyan plan.", "Washington Post", "media", ("USA",)),
        ("Paris Hilton spoke before the US Congress.", "Paris Hilton", "person", ("USA",)),
        ("Police in Lebanon, Pennsylvania, freed two men.", "Police", "government", ("USA",)),
    ],
)
def test_names_of_many_things_are_read_right(
    read: Read, text: str, words: str, kind: str, countries: tuple[str, ...]
) -> None:
    actor = _named(read(text, published="2023-05-10"), words)
    assert actor is not None
    assert (actor.kind, actor.countries) == (kind, countries)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Farmers roasted a turkey for the feast.", "Turkey"),
        ("Michael Jordan sold the club. Jordan had owned it for years.", "Jordan"),
        ("Chad Wolf said the plan would hold. Wolf then left.", "Chad"),
        ("Children planted trees in Jackson Park. Jackson Park was closed.", "Park Geun-hye"),
        ("Rosa Lima ran. The head of the police said of Lima: she fled.", "Government of Peru"),
        ("Theresa May Johnson, a nurse, was hurt in Leeds.", "Boris Johnson"),
        ("Theresa May Johnson, a nurse, was hurt in Leeds.", "Theresa May"),
        ("Barack Obama Elementary School reopened in Texas.", "Barack Obama"),
        ("Abbas Kiarostami Street was renamed in Tehran.", "Abbas Kiarostami Street"),
        ("The Danube rose to a record in Hungary.", "Danube"),
        ("The Dali struck a bridge in Baltimore.", "Dali"),
        ("HMS Diamond shot down a rocket, London said.", "HMS Diamond"),
        ("A Franco-German proposal angered Poland.", "Franco-German"),
        ("The Polish Supreme Court president met his peers.", "Andrzej Duda"),
        ("The Polish central bank president met his peers.", "Andrzej Duda"),
        ("Abkhazia's de facto president arrived in Sochi.", "Salome Zourabichvili"),
        ("Somaliland's foreign minister flew home.", "Abshir Omar Huruse"),
        ("The Moskva sank in the Black Sea, Ukraine said.", "Government of Russia"),
        ("The library of the University of Nairobi's law school burned.", "Government of Kenya"),
    ],
)
def test_what_only_looks_like_a_name_is_nobodys(read: Read, text: str, wrong: str) -> None:
    assert wrong not in _names(read(text, published="2022-05-10"))


@pytest.mark.parametrize(
    "text",
    [
        "Рутin said Pоland was a target of Моsсоw.",
        "The pact runs until 99999 and starts on 30 February, Chad said.",
        "Ⅻ \u202eaissuR\u202c said Ру\u0301син; the Ⅼebanon of 東京 agreed.",
        "\u200bTur\u00adkey\u200d said nothing.",
        "Chad " * 60,
        "Jordan, Georgia, Chad, Paris, Lebanon, Turkey: Victoria Jordan of Georgia, Lebanon, Ohio.",
    ],
)
def test_mixed_scripts_and_rubbish_raise_nothing(read: Read, text: str) -> None:
    readout = read(text, published="2023-05-10")
    assert not [p for p in readout.problems if "'actors'" in p.message]
    assert not _names(readout) & {"Russia", "Poland", "Government of Russia"}


def test_parties_named_by_common_words_need_their_country(read: Read) -> None:
    abroad = read("Third Way, a Washington think tank, warned Congress.", published="2023-05-10")
    assert "Third Way (Poland)" not in _names(abroad)
    at_home = read("Third Way may join the Polish cabinet, Warsaw said.", published="2023-11-10")
    assert "Third Way (Poland)" in _names(at_home)


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("The Republicans blocked the bill in the US Senate.", "Republican Party"),
        ("The Republicans blocked the French budget in Paris.", "Les Républicains"),
    ],
)
def test_a_partys_name_goes_with_its_country(read: Read, text: str, party: str) -> None:
    assert party in _names(read(text, published="2023-05-10"))


@pytest.mark.parametrize(
    ("text", "words", "sector"),
    [
        ("The company's president said US sales rose.", "company's president", "BUS"),
        ("The think tank's president said US power fell.", "think tank's president", "EDU"),
        ("Boeing president Ada Ruiz said US sales rose.", "Boeing president Ada Ruiz", "BUS"),
    ],
)
def test_a_president_of_a_firm_heads_no_state(
    read: Read, text: str, words: str, sector: str
) -> None:
    actor = _named(read(text, published="2024-03-05"), words)
    assert actor is not None
    assert actor.sector == sector
    assert "United States" not in (actor.office.title if actor.office else "")


def test_a_super_pac_is_not_whom_it_backs(read: Read) -> None:
    actor = _named(read("A super PAC backing Trump bought time.", published="2024-03-05"), "PAC")
    assert actor is not None
    assert (actor.kind, actor.sector) == ("organisation", "PTY")


def test_a_clock_is_no_part_of_a_party(read: Read) -> None:
    readout = read("11:20 Commission spokesman: no comment on tariffs.", published="2024-03-05")
    assert not [m for m in readout.mentions if m.text.startswith("11")]


def test_a_possessive_stands_at_its_word(read: Read) -> None:
    for text in (
        "The prosecutor 's office in Kyiv spoke.",
        "The prosecutor's office in Kyiv spoke.",
    ):
        assert "prosecutor's office of Ukraine" in _names(read(text, published="2024-03-05"))


@pytest.mark.parametrize(
    ("name", "person"),
    [
        ("Orbán Viktor", "Viktor Orbán"),
        ("Kishida Fumio", "Fumio Kishida"),
        ("Jae-in Moon", "Moon Jae-in"),
        ("Tokaev", "Kassym-Jomart Tokayev"),
        ("Toqaev", "Kassym-Jomart Tokayev"),
        ("Тоқаев", "Kassym-Jomart Tokayev"),
        ("Lindsey O. Graham", "Lindsey Graham"),
    ],
)
def test_spellings_orders_and_initials_are_one_person(name: str, person: str) -> None:
    found = describe_phrase(name, "2021-10-10")
    assert found is not None
    assert found.name == person


@pytest.mark.parametrize(
    ("text", "words", "person"),
    [
        (
            "Ursula von der Leyen met Joe Biden; von der Leyen agreed.",
            "; von der Leyen",
            "Ursula von der Leyen",
        ),
        ("President al-Sisi flew to Riyadh.", "President al-Sisi", "Abdel Fattah el-Sisi"),
        ("Тоқаев flew to Tashkent, Kazakh media said.", "Тоқаев", "Kassym-Jomart Tokayev"),
    ],
)
def test_particles_and_scripts_in_running_text(
    read: Read, text: str, words: str, person: str
) -> None:
    actor = _named(read(text, published="2023-05-10"), words)
    assert actor is not None
    assert actor.name == person


def test_a_name_that_a_phrase_cuts_is_whole(read: Read) -> None:
    text = "The Ghanaian finance minister, Ken Ofori-Atta, asked the IMF for help."
    actor = _named(read(text, published="2023-05-10"), "Ken Ofori-Atta")
    assert actor is not None
    assert (actor.name, actor.countries) == ("Ken Ofori-Atta", ("GHA",))


def test_no_king_is_called_by_his_country() -> None:
    found = describe_phrase("Jordan", "2023-05-10")
    assert found is not None
    assert found.kind == "state"


@pytest.mark.parametrize(
    ("phrase", "countries", "sector"),
    [
        ("Mariupol", ("UKR",), "CVL"),
        ("Puerto Madryn", ("ARG",), "CVL"),
        ("regions across Peru", ("PER",), "UNK"),
        ("paramilitary organisation", (), "PRM"),
        ("parliamentary group", (), "LEG"),
        ("the rebel M23 column", ("COD",), "REB"),
        ("Cali Self-Defense Forces", ("COL",), "PRM"),
        ("the two Koreas", ("KOR", "PRK"), "GOV"),
        ("General Thierry Burkhard", ("FRA",), "MIL"),
        ("Akorda", ("KAZ",), "GOV"),
    ],
)
def test_bare_phrases_of_each_kind(phrase: str, countries: tuple[str, ...], sector: str) -> None:
    found = describe_phrase(phrase, "2022-10-01")
    assert found is not None
    assert (found.countries, found.sector) == (countries, sector)


@pytest.mark.parametrize(
    ("text", "words", "sector"),
    [
        ("Northern Medical Alliance opened in Kenya.", "Northern Medical Alliance", "MED"),
        ("Pamoja Farmers Cooperative sued in Kenya.", "Pamoja Farmers Cooperative", "AGR"),
    ],
)
def test_a_strangers_name_tells_its_sector(read: Read, text: str, words: str, sector: str) -> None:
    actor = _named(read(text, published="2024-03-05"), words)
    assert actor is not None
    assert actor.sector == sector


def test_who_comes_from_all_the_world_is_of_no_country(read: Read) -> None:
    text = "Catholic bishops from around the world met in Italy, Italian media said."
    actor = _named(read(text, published="2019-05-12"), "bishops")
    assert actor is not None
    assert actor.countries == ()


def test_the_pope_is_the_pope_in_every_country(read: Read) -> None:
    actor = _named(
        read("The Pope thanked Italy and Italian bishops.", published="2019-05-12"), "Pope"
    )
    assert actor is not None
    assert (actor.name, actor.countries) == ("Pope Francis", ("VAT",))


def test_a_city_that_is_hit_is_a_place(read: Read) -> None:
    actor = _named(read("Kyiv was shelled at dawn.", published="2022-10-10"), "Kyiv")
    assert actor is None or actor.kind == "place_only"
