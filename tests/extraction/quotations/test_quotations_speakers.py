"""Who is quoted, by name: titles, appositions, carriers, pairs, groups, nameless sources."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.records import Readout, Speaker

Read = Callable[..., Readout]


def speakers(readout: Readout) -> list[Speaker]:
    return [s for q in readout.quotations for s in q.speakers]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The deal is good, said US Ambassador to Peru Jane Oldcastle.", "Jane Oldcastle"),
        ('A student named Oldcastle told the BBC: "We go on."', "Oldcastle"),
        ('"Ana was kind," said Jane Oldcastle, a dock worker from Hull.', "Jane Oldcastle"),
        ('This Monday Jane Oldcastle smiled, saying: "It is late."', "Jane Oldcastle"),
        ("Jane Oldcastle sent a letter which said the port was shut.", "Jane Oldcastle"),
        ("Jane Oldcastle Mertens left. Oldcastle said it was late.", "Jane Oldcastle Mertens"),
        ("A statement from Jane Oldcastle said the port was shut.", "Jane Oldcastle"),
    ],
)
def test_the_person_behind_the_words_is_named(read: Read, text: str, name: str) -> None:
    (speaker,) = speakers(read(text))
    assert (speaker.name, speaker.kind) == (name, "person")


def test_an_office_is_its_holder_of_the_article(read: Read) -> None:
    text = "Trade commissioner Jane Oldcastle spoke on Monday. The commissioner said it was late."
    (speaker,) = speakers(read(text))
    assert speaker.name == "Jane Oldcastle"
    assert speaker.text == "The commissioner"


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("German officials met. Officials said it was late.", "German officials", "group"),
        ("Envoys from Chile said it was late.", "Envoys from Chile", "group"),
        ("A farmer from Chile said it was late.", "farmer from Chile", "unnamed"),
        ("The ministry of ports of Chile said it was late.", "ministry of ports of Chile", "body"),
        ("Chile said it was late.", "Chile", "body"),
    ],
)
def test_a_speaker_without_a_name_keeps_the_words_of_the_text(
    read: Read, text: str, name: str, kind: str
) -> None:
    speaker = speakers(read(text))[-1]
    assert (speaker.name, speaker.kind) == (name, kind)


def test_a_nameless_source_is_anonymous(read: Read) -> None:
    (speaker,) = speakers(read("A source close to the talks said it was late."))
    assert speaker.kind == "anonymous"


def test_a_report_without_author_is_a_document(read: Read) -> None:
    (speaker,) = speakers(read("The report said it was late."))
    assert (speaker.name, speaker.kind) == (None, "document")


@pytest.mark.parametrize("words", ["The two leaders", "Both presidents", "They"])
def test_joint_speakers_are_both_named(read: Read, words: str) -> None:
    text = f"President Emmanuel Macron and President Joe Biden spoke. {words} said it was late."
    assert [s.name for s in speakers(read(text))] == ["Emmanuel Macron", "Joe Biden"]


def test_a_pronoun_that_could_be_two_keeps_its_words(read: Read) -> None:
    text = "A letter from Tom Oldcastle to Jack Mertens was read on Monday. He said it was late."
    (speaker,) = speakers(read(text))
    assert speaker.confidence < 0.8
    if speaker.confidence < 0.5:
        assert (speaker.name, speaker.kind) == (None, "unresolved")


def test_a_name_keeps_its_hyphen(read: Read) -> None:
    (speaker,) = speakers(read("Ann-Marie Oldcastle said it was late."))
    assert speaker.name == "Ann-Marie Oldcastle"


def test_confidence_is_a_probability_that_rises_with_the_score() -> None:
    from dragoman.codebooks.confidence import (
        pronoun_curves,
        pronoun_probability,
        speaker_curves,
        speaker_probability,
    )

    for basis in speaker_curves():
        values = [speaker_probability(basis, raw / 20) for raw in range(21)]
        assert values == sorted(values)
        assert 0 <= values[0] < values[-1] <= 1
    for group in pronoun_curves():
        values = [pronoun_probability(group, raw / 20) for raw in range(21)]
        assert values == sorted(values)
        assert 0 <= values[0] < values[-1] <= 1


@pytest.mark.parametrize(
    ("first", "later"),
    [
        ("Foreign Minister Jane Oldcastle of Chile arrived.", "The minister"),
        ("Foreign Minister Jane Oldcastle of Chile arrived.", "The Chilean diplomat"),
        ("The deputy foreign minister, Jane Oldcastle, arrived.", "The deputy minister"),
        ("Police spokesman Jane Oldcastle arrived.", "The spokesman"),
        ("Jane Oldcastle, a marine biologist, arrived.", "The scientist"),
    ],
)
def test_a_later_noun_means_who_had_that_role(read: Read, first: str, later: str) -> None:
    (speaker,) = speakers(read(f"{first} {later} said it was late."))
    assert (speaker.name, speaker.basis) == ("Jane Oldcastle", "office")


@pytest.mark.parametrize("later", ["A minister", "The Polish minister", "The banker"])
def test_a_noun_of_another_role_or_country_means_somebody_else(read: Read, later: str) -> None:
    text = f"Trade Minister Jane Oldcastle of Chile arrived. {later} said it was late."
    assert [s.name for s in speakers(read(text))] != ["Jane Oldcastle"]


@pytest.mark.parametrize(
    ("first", "later", "name"),
    [
        ("NATO met.", "The alliance", "NATO"),
        ("Hamas spoke.", "The group", "Hamas"),
        ("Tim Oldcastle spoke to the New York Times.", "The newspaper", "New York Times"),
    ],
)
def test_a_noun_for_a_body_means_the_body_named_last(
    read: Read, first: str, later: str, name: str
) -> None:
    (speaker,) = speakers(read(f"{first} {later} said it was late."))
    assert (speaker.name, speaker.kind) == (name, "body")


@pytest.mark.parametrize(
    "text",
    [
        "A senior US official, speaking on condition of anonymity, said it was late.",
        "An official familiar with the matter said it was late.",
    ],
)
def test_who_is_kept_nameless_is_anonymous(read: Read, text: str) -> None:
    (speaker,) = speakers(read(text))
    assert speaker.kind == "anonymous"


def test_they_are_both_though_one_is_only_described_first(read: Read) -> None:
    text = "French president Emmanuel Macron and his German colleague, Olaf Scholz, met in Paris. "
    found = speakers(read(text + "They said it was late."))
    assert [s.name for s in found] == ["Emmanuel Macron", "Olaf Scholz"]
