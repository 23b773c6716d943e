from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.reading.credits import find_credit


@pytest.mark.parametrize(
    ("line", "part", "name"),
    [
        ("THE MINISTERS IN GENEVA. PHOTO: GETTY IMAGES", "PHOTO: GETTY IMAGES", "GETTY IMAGES"),
        ("The port at night (Image: GETTY )", "(Image: GETTY )", "GETTY"),
        ("A refinery. (AP Photo/Jane Roe)", "(AP Photo/Jane Roe)", "AP Photo/Jane Roe"),
        ("A refinery near the sea. AP Photo", "AP Photo", "AP Photo"),
        ("Copyright AP Photo", "Copyright AP Photo", "AP Photo"),
        ("Smoke over the town. Jane Roe/AFP via Getty Images",) + ("Jane Roe/AFP via Getty Images",) * 2,
        ("Jane S. Roe / AP", "Jane S. Roe / AP", "Jane S. Roe / AP"),
        ("De minister. © BELGA", "© BELGA", "BELGA"),
        ("Der Hafen. | Quelle: imago/Max Muster", "Quelle: imago/Max Muster", "imago/Max Muster"),
        ("Source: AP", "Source: AP", "AP"),
        ("Зустріч міністрів. Фото: Офіс президента", "Фото: Офіс президента", "Офіс президента"),
    ],
)  # fmt: skip
def test_credits_as_outlets_print_them(line: str, part: str, name: str) -> None:
    found = find_credit(line)
    assert found is not None
    assert (found.part.of(line), found.name.of(line)) == (part, name)


@pytest.mark.parametrize(
    "line",
    [
        "The minister said it on Reuters television in Kyiv",
        "The website published a video: it shows the minister",
        "A crowd in the main square (centre)",
        "",
    ],
)
def test_lines_without_a_credit(line: str) -> None:
    assert find_credit(line) is None


@given(st.text(max_size=80), st.sampled_from(["Photo: ", "(Image: ", "© ", ". AP Photo", "/AFP"]))
def test_spans_lie_in_the_line(words: str, credit: str) -> None:
    line = words + credit + words
    found = find_credit(line)
    if found is not None:
        assert found.part.contains(found.name)
        assert found.name.of(line).strip() == found.name.of(line) != ""
