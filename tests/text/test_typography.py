"""Typography; `~` stands for a no-break space in the tables."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.text.typography import OTHERS, PROTECTED, PROTECTED_SIGNS, RULES, typeset

BULGARIAN = [
    # quotes
    ('"Зелена община"', "„Зелена община“"),
    ("„Зелена община”", "„Зелена община“"),
    ("“Зелена община”", "„Зелена община“"),
    ("”Зелена община”", "„Зелена община“"),
    ("«Зелена община»", "„Зелена община“"),
    ('Лога "Лого "Съфинансирано от ЕС""', "Лога „Лого „Съфинансирано от ЕС““"),
    ("„Лога „Съфинансирано от ЕС““", "„Лога „Съфинансирано от ЕС““"),
    ('("Х"), "У".', "(„Х“), „У“."),
    ('проект"Х"и „У " край', "проект„Х“и „У “ край"),
    ('екран 24" и 27"', 'екран 24" и 27"'),
    ('"Програма 2020"', "„Програма 2020“"),
    # dashes
    ("Кюстендил - град", "Кюстендил – град"),
    ("Кюстендил -- град", "Кюстендил – град"),
    ("- Започваме!", "– Започваме!"),
    ("дву- и тристаен, а-б", "дву- и тристаен, а-б"),
    ("2014-2020", "2014–2020"),
    ("(2014-2020), 2021-2027 г.", "(2014–2020), 2021–2027~г."),
    ("...2014-2020... и 2021-2027...", "…2014–2020… и 2021–2027…"),
    ("2018-01-09 - 2020-01-09", "2018-01-09 – 2020-01-09"),
    # what a hyphen belongs to
    ("BG16RFOP001-5.001-0042-C01", "BG16RFOP001-5.001-0042-C01"),
    ("BG161PO001/1.4-09/2012/035", "BG161PO001/1.4-09/2012/035"),
    ("BG051PO001-2014-2020", "BG051PO001-2014-2020"),
    ("тел. 078 55 11 66, +359 2 1998-2003", "тел. 078 55 11 66, +359 2 1998-2003"),
    ("plan-2014-2020.pdf и 2014-2020.pdf", "plan-2014-2020.pdf и 2014-2020.pdf"),
    ("№ 2014-2020 и №2014-2020", "№~2014-2020 и №~2014-2020"),
    ("https://x.bg/?a=2014-2020...z.", "https://x.bg/?a=2014-2020...z."),
    ("www.x.bg/2014-2020 и 2014-2020@x.bg", "www.x.bg/2014-2020 и 2014-2020@x.bg"),
    # ellipsis
    ("И така...", "И така…"),
    ("И ... така", "И … така"),
    ("../../x .../y", "../../x .../y"),
    # no-break spaces
    ("515 000,00 лв. (263 315,32 €)", "515~000,00~лв. (263~315,32~€)"),
    ("1 226 263,61 лева и 515 000 лв.", "1~226~263,61~лева и 515~000~лв."),
    ("през 2018 500 000 лв.", "през 2018 500~000~лв."),
    ("9 януари 2018 г. в 11:00 ч.", "9~януари 2018~г. в 11:00~ч."),
    ("24 месеца, 5 млн. евро, 85 %", "24~месеца, 5~млн. евро, 85 %"),
    ("№ 5, №5, № ", "№~5, №~5, №~"),
    ("§ 5", "§~5"),
    (
        "гр. Хисаря, ул. „Велбъжд“ № 1, с. Дреновец, чл. 5",
        "гр.~Хисаря, ул.~„Велбъжд“ №~1, с.~Дреновец, чл.~5",
    ),
    ("пл. „Х“, бул. Х", "пл.~„Х“, бул.~Х"),
    ("за 5 с. Край", "за 5 с. Край"),
    ("5 градуса", "5 градуса"),
    ("EUR 5 и € 5", "EUR~5 и €~5"),
    # spaces
    ("две  думи , и  три ; край .", "две думи, и три; край."),
    ("две \u00a0 думи", "две~думи"),
    ("– , така", "– , така"),
    ("файл .pdf", "файл .pdf"),
    ("ред\n\n  ред", "ред\n\n ред"),
    ("Жан д'Арк", "Жан д’Арк"),
    ("", ""),
]

ENGLISH = [
    ('"Regions in Growth" 2014-2020', "“Regions in Growth” 2014–2020"),
    ("„Regions in Growth“", "“Regions in Growth”"),
    ("«Regions»", "“Regions”"),
    ("the municipality's - our", "the municipality’s – our"),
    ("9 January 2018, January 9, 2018", "9~January 2018, January~9, 2018"),
    ("BGN 515,000.00, 24 months, Art. 5, No. 7", "BGN~515,000.00, 24~months, Art.~5, No.~7"),
]

RUSSIAN = [
    ('"Регионы в росте"', "«Регионы в росте»"),
    ("„Регионы“, “Регионы”", "«Регионы», «Регионы»"),
    ('"Проект "Зелёная община""', "«Проект „Зелёная община“»"),
    ("«Проект «Зелёная община»»", "«Проект „Зелёная община“»"),
    ("9 января 2018 г. София, г. София", "9~января 2018~г. София, г.~София"),
    ("85 %, 5 млн евро, ул. Х, пл. Х", "85~%, 5~млн евро, ул.~Х, пл.~Х"),
]

ALPHABET = st.sampled_from(
    [
        *"aя1 0\u00a0\n\"„“”«»'-–.,:;!?()/№€%@",
        "2014",
        "2020",
        "г.",
        "лв.",
        "ул.",
        " - ",
        "...",
        "http://",
        "+359",
    ]
)


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [(language, *pair) for language, table in (("bg", BULGARIAN), ("en", ENGLISH), ("ru", RUSSIAN)) for pair in table],
)
def test_typeset(language: str, text: str, expected: str) -> None:
    assert typeset(text, language) == expected.replace("~", "\u00a0")


@pytest.mark.parametrize(
    ("before", "text", "expected"),
    [
        ("проект „Х", '"', "“"),
        ("проект „Х", '" и "У"', "“ и „У“"),
        ("проект ", '"', "„"),
        ("община", '"', "“"),
        ('проект "', '"Х" и Y"', "„Х“ и Y“"),
        ("515 000,00", " лв.", "\u00a0лв."),
        ("№", "5", "\u00a05"),
        ("дву", "- и тристаен", "- и тристаен"),
        ("дума ", "- дума", "– дума"),
        ("2014", "-2020", "–2020"),
        ("C01-2014", "-2020", "-2020"),
        ("дума", " .", "."),
    ],
)
def test_what_stands_before_decides(before: str, text: str, expected: str) -> None:
    assert typeset(text, "bg", before) == expected


def test_a_language_without_rules_gets_what_is_the_same_everywhere() -> None:
    assert typeset('"a"  - 5 km, 2014-2020', "de") == '"a" – 5~km, 2014–2020'.replace("~", "\u00a0")


@settings(deadline=None, max_examples=500)
@given(
    st.lists(ALPHABET).map("".join),
    st.sampled_from(["bg", "en", "ru", "de"]),
    st.lists(ALPHABET).map("".join),
)
def test_setting_twice_changes_nothing(text: str, language: str, before: str) -> None:
    once = typeset(text, language, before)
    assert typeset(once, language, before) == once


@settings(deadline=None)
@given(st.text(), st.sampled_from(["bg", "en", "ru"]))
def test_any_text_is_set_once(text: str, language: str) -> None:
    once = typeset(text, language)
    assert typeset(once, language) == once


@settings(deadline=None)
@given(
    st.from_regex(
        r"BG\d{2}[A-Z][A-Z0-9](?:OP|PR|TA)\d{3}-\d{1,2}\.\d{3}-\d{4}-C\d{2,4}|20\d\d-[01]\d-\d\d",
        fullmatch=True,
    )
)
def test_codes_and_iso_dates_stay(code: str) -> None:
    assert typeset(f"x {code}.", "bg") == f"x {code}."


@settings(deadline=None, max_examples=500)
@given(st.lists(ALPHABET).map("".join) | st.text("0+@:/w.-'№§€$£ \u00a0,;!?EURBGNSD19") | st.text())
def test_what_has_none_of_its_signs_a_rule_leaves(text: str) -> None:
    for rule in {rule for rules in (*RULES.values(), OTHERS) for rule in rules}:
        assert not rule.pattern.search(text) or any(sign in text for sign in rule.signs)
    assert not PROTECTED.search(text) or any(sign in text for sign in PROTECTED_SIGNS)
