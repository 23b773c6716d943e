"""Pronouns find their actors by gender, number, recency and subjecthood."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from dragoman.codebooks.gender import gender_cues
from dragoman.extraction.cast import Cast
from dragoman.extraction.language import LanguageModel
from dragoman.extraction.passages import parse_all
from dragoman.extraction.reference import resolve_pronouns
from dragoman.extraction.reference.gender import given_name_gender
from dragoman.records import Actor, Article, Mention, Span
from dragoman.records.base import record_id

Resolve = Callable[..., list[tuple[str, str]]]
NAMES = {
    "Maria Sandu": "person",
    "Ilie Rotaru": "person",
    "Tom Baker": "person",
    "Moldova": "state",
    "Romania": "state",
    "Union of Dockers": "organisation",
}


def named(article: Article) -> Cast:
    actors: dict[str, Actor] = {}
    mentions = []
    for name, kind in NAMES.items():
        pattern = name if kind != "person" else rf"(?:{name.split()[0]} )?{name.split()[-1]}"
        for match in re.finditer(pattern, article.text):
            span = Span(*match.span())
            actors.setdefault(
                name,
                Actor.model_validate(
                    {
                        "id": record_id(article.id, "actor", span),
                        "evidence": (span,),
                        "name": name,
                        "kind": kind,
                    }
                ),
            )
            mentions.append(
                Mention(
                    id=record_id(article.id, "mention", span),
                    evidence=(span,),
                    actor_id=actors[name].id,
                    kind="name",
                    span=span,
                    text=match[0],
                    head=span,
                )
            )
    return Cast(tuple(actors.values()), tuple(mentions))


@pytest.fixture(scope="session")
def resolve(model: LanguageModel) -> Resolve:
    """Resolve a text's pronouns: [("he", "Ilie Rotaru"), …]."""

    def resolved(text: str) -> list[tuple[str, str]]:
        parsed = next(parse_all([Article.from_text(text)], model))
        cast = resolve_pronouns(parsed, named(parsed.article))
        return [(m.text, cast.actor_of(m).name) for m in cast.mentions if m.kind == "pronoun"]

    return resolved


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ilie Rotaru met Maria Sandu. She said no.", [("She", "Maria Sandu")]),
        ("Maria Sandu met Ilie Rotaru. He said no.", [("He", "Ilie Rotaru")]),
        ("Ilie Rotaru met Tom Baker. He said no.", [("He", "Ilie Rotaru")]),
        ("Tom Baker left the port. Ilie Rotaru stayed.\nHe said no.", [("He", "Ilie Rotaru")]),
        ("Ilie Rotaru praised Tom Baker and thanked him.", [("him", "Tom Baker")]),
        ("Ilie Rotaru sold his boat.", [("his", "Ilie Rotaru")]),
        ("Mrs Sandu arrived. Rotaru said she was late.", [("she", "Maria Sandu")]),
        ("Moldova closed its port.", [("its", "Moldova")]),
        (
            "Moldova and Romania closed their ports.",
            [("their", "Moldova"), ("their", "Romania")],
        ),
        ("In his speech, Ilie Rotaru said no.", [("his", "Ilie Rotaru")]),
        ("Tom Baker left. Ilie Rotaru wrote he would stay.", [("he", "Ilie Rotaru")]),
        ('Tom Baker said of Ilie Rotaru: "He was calm."', [("He", "Ilie Rotaru")]),
        ('"He was calm," Tom Baker said.\nIlie Rotaru sold his boat.', [("his", "Ilie Rotaru")]),
        ("The Union of Dockers met Sandu. It wants a deal.", [("It", "Union of Dockers")]),
    ],
)
def test_a_pronoun_finds_its_actor(
    resolve: Resolve, text: str, expected: list[tuple[str, str]]
) -> None:
    assert resolve(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "He said no.",  # nobody stands before it
        "Maria Sandu spoke. He said no.",  # nobody of that gender
        "Moldova voted. It is clear that prices rise.",  # points at a clause
        'Tom Baker spoke. "He fell," Baker said.',  # who speaks is not "he" of his words
        "Moldova voted. A ship burnt and sank with its crew.",  # a ship is nobody here
        "Moldova spoke. Workers shut the port and lost their jobs.",  # nor are workers
        "Moldova voted. He said no.",  # a state is nobody's he
    ],
)
def test_a_pronoun_that_nothing_fits_stays_open(resolve: Resolve, text: str) -> None:
    assert resolve(text) == []


def test_a_man_does_not_praise_himself_as_him(resolve: Resolve) -> None:
    assert resolve("Ilie Rotaru praised him.") == []
    text = "Rotaru flew to Chisinau, meeting Tom Baker and praising him for his work."
    assert resolve(text)[0] == ("him", "Tom Baker")


def test_only_a_clear_winner_is_trusted(model: LanguageModel) -> None:
    def confidence(text: str) -> float:
        parsed = next(parse_all([Article.from_text(text)], model))
        cast = resolve_pronouns(parsed, named(parsed.article))
        return next(m.confidence for m in cast.mentions if m.kind == "pronoun")

    alone = confidence("Ilie Rotaru left. He said no.")
    rivals = confidence("A letter from Ilie Rotaru to Tom Baker was read. He said no.")
    assert 0.3 <= rivals < alone <= 1.0


def test_mentions_rest_on_the_pronoun_and_its_antecedent(model: LanguageModel) -> None:
    parsed = next(parse_all([Article.from_text("Ilie Rotaru left. He said no.")], model))
    cast = resolve_pronouns(parsed, named(parsed.article))
    (pronoun,) = [m for m in cast.mentions if m.kind == "pronoun"]
    assert [parsed.words(s) for s in pronoun.evidence] == ["He", "Ilie Rotaru"]
    assert pronoun.made_by == parsed.made_by


def test_ten_thousand_pronouns_stay_quick(model: LanguageModel) -> None:
    text = "Ilie Rotaru left. " + "He said that he saw him. " * 600
    parsed = next(parse_all([Article.from_text(text)], model))
    cast = resolve_pronouns(parsed, named(parsed.article))
    assert sum(m.kind == "pronoun" for m in cast.mentions) >= 1200


@pytest.mark.parametrize(
    ("name", "gender"),
    [
        ("Maria Sandu", "female"),
        ("Ilie-Ion Rotaru", "male"),
        ("Alex Juncker", None),
        ("Emmanuel Macron", "male"),
        ("Sandu", None),
        ("", None),
    ],
)
def test_a_first_name_tells_a_gender(name: str, gender: str | None) -> None:
    assert given_name_gender(name) == gender


def test_no_name_or_word_tells_two_genders() -> None:
    import tomllib
    from importlib.resources import files

    data = files("dragoman.codebooks").joinpath("data")
    names = tomllib.loads(data.joinpath("given_names.toml").read_text(encoding="utf-8"))
    male, female = set(names["male"]["names"].split()), set(names["female"]["names"].split())
    assert not male & female
    cues = tomllib.loads(data.joinpath("gender_cues.toml").read_text(encoding="utf-8"))
    assert not set(cues["male"]["titles"]) & set(cues["female"]["titles"])
    assert len(gender_cues().given_names) == len(male) + len(female)
