"""Scripts that do without spaces, cut into pairs of letters so that an index finds parts of a run.

"停火协议" is kept as "停火 火协 协议 议". Looked for as the phrase "停火 火协" it is found wherever the
three letters stand side by side; the last letter stands alone so that each letter begins a word.
"""

from __future__ import annotations

import re

# Thai, Lao, Burmese, Khmer; Hangul; kana; Han with its extensions; kana of half width.
UNSPACED = (
    r"\u0e01-\u0eff\u1000-\u109f\u1100-\u11ff\u1780-\u17ff\u3041-\u30ff\u3105-\u318f\u31a0-\u31ff"
    r"\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\uff66-\uffdc\U00020000-\U0003fffd"
)
_RUN = re.compile(f"[{UNSPACED}]+")


def spaced(text: str) -> str:
    """Return ``text`` with each such run cut into pairs; the same text where there is none."""
    return text if text.isascii() else _RUN.sub(_cut, text)


def wanted(text: str) -> tuple[str, bool]:
    """Return words to look for, cut likewise, and whether the last is only the beginning of one.

    A run at the end may go on in the text: its last letter does not stand alone there.
    """
    cut = spaced(text)
    runs = list(_RUN.finditer(text))
    if not runs or text[runs[-1].end() :].strip():
        return cut, False
    if len(runs[-1].group()) == 1:
        return cut, True  # one letter: the beginning of any pair
    return cut.rstrip().rpartition(" ")[0], False


def _cut(run: re.Match[str]) -> str:
    letters = run.group()
    pairs = " ".join(letters[i : i + 2] for i in range(len(letters)))
    return f" {pairs} "
