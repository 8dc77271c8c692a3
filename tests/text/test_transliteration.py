"""Transliteration: words by the Act, Russian words, letters from elsewhere."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.text.transliteration import transliterate

BULGARIAN = """
България Bulgaria · Българията Balgariyata · български balgarski · Кюстендил Kyustendil · Ружинци Ruzhintsi
Хисаря Hisarya · Кричим Krichim · Съединение Saedinenie · Дреновец Drenovets · Красна Krasna · Поляна Polyana
София Sofia · Мария Maria · Марияна Mariyana · Илия Ilia · Трояново Troyanovo · щъркелът shtarkelat
Щъркел Shtarkel · ЩЪРКЕЛ SHTARKEL · Стара Stara · Загора Zagora · Велико Veliko · Търново Tarnovo · Русе Ruse
Пловдив Plovdiv · Варна Varna · Бургас Burgas · Шумен Shumen · Ямбол Yambol · Хасково Haskovo · Габрово Gabrovo
Кърджали Kardzhali · Джебел Dzhebel · Дзвънка Dzvanka · Ангьозов Angyozov · Гьоврен Gyovren · Йордан Yordan
Йовков Yovkov · майор mayor · Чипровци Chiprovtsi · Жеравна Zheravna · Ахтопол Ahtopol · Цар Tsar · Юндола Yundola
Яна Yana · Ъгърчин Agarchin · Щръклево Shtraklevo · ЯСНО YASNO · ПРЧР PRCHR · Я Ya · община obshtina · ОБЩИНА OBSHTINA
проекти proekti · събития sabitia · събитие sabitie · документи dokumenti · деинституционализация deinstitutsionalizatsia
ИНСТИТУЦИЯ INSTITUTSIA · съдия sadia · ситуациями situatsiyami · бульон bulyon · факс faks · Ѝ I · ѝ i · новини novini
"""

RUSSIAN = """
Кюстендил Kyustendil · Ружинци Ruzhintsi · Хисаря Khisarya · Дреновец Drenovets · Болгария Bolgaria · объект obekt
Завершён Zavershen · Ёлка Elka · щука shchuka · ЩУКА SHCHUKA · Щука Shchuka · этаж etazh · события sobytia · проекты proekty
цель tsel · день den · хорошо khorosho · Сыединение Syedinenie · Россия Rossia · май may · юрист yurist · чай chay · съёмка semka
"""


def pairs(table: str) -> list[tuple[str, str]]:
    return [tuple(pair.split()) for line in table.split("\n") for pair in line.split("·") if pair.strip()]  # type: ignore[misc]


@pytest.mark.parametrize(("word", "latin"), pairs(BULGARIAN))
def test_bulgarian_by_the_act(word: str, latin: str) -> None:
    assert transliterate(word, "bg") == latin
    assert transliterate(word, "en") == latin


@pytest.mark.parametrize(("word", "latin"), pairs(RUSSIAN))
def test_russian(word: str, latin: str) -> None:
    assert transliterate(word, "ru") == latin


@pytest.mark.parametrize(
    ("word", "latin"),
    [
        ("Łódź", "Lodz"),
        ("Straße", "Strasse"),
        ("Timișoara", "Timisoara"),
        ("Çeşme", "Cesme"),
        ("İstanbul", "Istanbul"),
        ("Kırklareli", "Kirklareli"),
        ("Ærø", "Aero"),
        ("ÆRØ", "AERO"),
        ("Ниш и Краљево", "Nish i Kraljevo"),
        ("Київ", "Kiyiv"),
        ("Сёла и мыс Эмине", "Sela i mys Emine"),
        ("Αθήνα", "Αθήνα"),
        ("София-Град, 2-ра линия!", "Sofia-Grad, 2-ra linia!"),
        ("ситуация_1.pdf", "situatsia_1.pdf"),
        ("исто\u0301рия, тран\u00adслит", "istoria, translit"),
        ("", ""),
    ],
)
def test_other_letters_by_their_script(word: str, latin: str) -> None:
    assert transliterate(word, "bg") == latin


def test_the_tables_are_tested_well() -> None:
    assert len(pairs(BULGARIAN)) + len(pairs(RUSSIAN)) >= 60


def test_fault_8_a_decomposed_letter_is_one_letter() -> None:
    assert transliterate(unicodedata.normalize("NFD", "Чайка и Ѝ"), "bg") == "Chayka i I"


@settings(deadline=None)
@given(st.text("абвгдежзийклмнопрстуфхцчшщъьюяАБЖИЙЩЪЮЯыэёЫЭЁ -.1_"), st.sampled_from(["bg", "en", "ru"]))
def test_cyrillic_becomes_ascii(text: str, language: str) -> None:
    assert transliterate(text, language).isascii()


@settings(deadline=None)
@given(st.text(st.characters(max_codepoint=127)))
def test_ascii_stays(text: str) -> None:
    assert transliterate(text, "bg") == text


@settings(deadline=None)
@given(st.text(), st.sampled_from(["bg", "en", "ru", "de"]))
def test_composed_or_not_is_the_same(text: str, language: str) -> None:
    decomposed = unicodedata.normalize("NFD", text)
    assert transliterate(decomposed, language) == transliterate(unicodedata.normalize("NFC", text), language)
