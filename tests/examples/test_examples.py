from __future__ import annotations

import pytest

from dragoman import examples


def test_there_are_six_to_ten_examples() -> None:
    assert 6 <= len(examples.names()) <= 10


@pytest.mark.parametrize("name", examples.names())
def test_an_example_loads(name: str) -> None:
    assert len(examples.load(name)) > 400
    assert examples.file_name(name).startswith(name + ".")


def test_an_unknown_example_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        examples.load("nowhere")
