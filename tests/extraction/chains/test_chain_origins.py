"""What kind of origin a noun phrase is."""

from __future__ import annotations

import pytest

from dragoman.extraction.chains.origins import origin_role
from dragoman.records.vocabulary import LinkRole


@pytest.mark.parametrize(
    ("words", "role"),
    [
        ("Anna Berg", "speaker"),
        ("the harbour minister", "speaker"),
        ("a sailor who asked not to be named", "anonymous"),
        ("a spokesman who asked not to be named", "anonymous"),
        ("two port officials", "anonymous"),
        ("a resident of Odrin", "witness"),
        ("a sealed letter", "document"),
    ],
)
def test_an_origin_is_of_the_kind_that_its_words_say(words: str, role: LinkRole) -> None:
    assert origin_role(words) == role
