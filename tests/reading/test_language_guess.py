"""The language of a text is named from running text, and from nothing less."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.codebooks.languages import function_words, scripts
from dragoman.reading.language import guess_language

TEXTS = {
    "en": "The minister said on Tuesday that the talks would go on and that they had not failed.",
    "de": "Der Minister sagte am Dienstag, dass die Gespräche nicht gescheitert sind und es mit "
    "einem neuen Treffen weitergehen wird.",
    "fr": "Le ministre a dit mardi que les pourparlers ne sont pas terminés et qu'une réunion est "
    "prévue pour la semaine prochaine dans la capitale.",
    "es": "El ministro dijo el martes que las conversaciones no han terminado y que se celebrará "
    "una reunión en la capital, según su portavoz.",
    "it": "Il ministro ha detto che i colloqui non sono finiti e che una riunione è prevista nella "
    "capitale, anche se gli altri non ci credono.",
    "nl": "De minister zei dinsdag dat de gesprekken niet zijn mislukt en dat er nog een "
    "bijeenkomst wordt gehouden in de hoofdstad.",
    "pl": "Minister powiedział we wtorek, że rozmowy nie są zakończone i że jest już ustalone, co "
    "będzie dalej, ale nie podał daty.",
    "tr": "Bakan salı günü görüşmelerin bitmediğini ve bir toplantı daha yapılacağını söyledi, "
    "ancak bu toplantı için tarih vermedi.",
    "ru": "Министр сказал во вторник, что переговоры не закончились и что он не знает, как они "
    "будут продолжены после этого.",
    "uk": "Міністр сказав у вівторок, що переговори не закінчилися і що він не знає, як вони "
    "будуть продовжені після цього та за яких умов.",
    "ar": "قال الوزير إن المحادثات لم تنته في العاصمة وإن هذه الجولة من المفاوضات كان قد اتفق على",
    "fa": "وزیر گفت که این گفتگوها در پایتخت ادامه دارد و برای دور بعدی آن زمان مشخص شده است",
    "zh": "外交部发言人星期二表示,双方将继续会谈。",
    "ja": "首相は火曜日、会談を続けると述べた。",
    "ko": "장관은 화요일에 회담이 끝나지 않았다고 말했다.",
    "el": "Ο υπουργός είπε ότι οι συνομιλίες δεν έχουν τελειώσει.",
    "hi": "मंत्री ने कहा कि वार्ता के बाद यह तय होगा और इस पर कोई फैसला नहीं लिया गया है।",
}


@pytest.mark.parametrize("language", TEXTS)
def test_running_text_is_recognised(language: str) -> None:
    assert guess_language(TEXTS[language]) == language


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2024-05-03 12:30",
        "NATO",
        "Share Tweet Email Print Subscribe Login",
        "Angela Merkel, Emmanuel Macron, José María de la Cruz, Fernando de la Rúa",
    ],
)
def test_words_without_a_language_give_none(text: str) -> None:
    assert guess_language(text) is None


def test_foreign_names_do_not_change_the_answer() -> None:
    assert guess_language(TEXTS["en"] + " Володимир Зеленський, Сергій Лавров") == "en"


@given(st.text(max_size=300))
def test_any_text_gives_a_known_language_or_none(text: str) -> None:
    known = {s.language for s in scripts()} | {
        lang for used in function_words().values() for lang in used
    }
    assert guess_language(text) in known | {None}
