"""The language of a text: told when it is sure, silent when it is not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.text.languages import contradiction, script, slavic

BULGARIAN = [
    "Дневният център подкрепя деца и младежи с трайни увреждания. Грижата в него е съобразена с ежедневието им.",
    "Този проект е за хората с увреждания и техните семейства в общината",
    "Хората отиват при услугите и услугите отиват при хората, които имат нужда",
    "Проектът беше финансиран по Оперативна програма „Развитие на човешките ресурси“.",
]
RUSSIAN = [
    "Дневной центр помогает детям и молодёжи со стойкими нарушениями здоровья. Забота учитывает их повседневную жизнь.",
    "Проект для детей, которые живут в общине и посещают центр",
    "Люди идут к услугам, а услуги идут к людям",
    "Община Ружинци, село Търговище: улучшить социальную инфраструктуру для жителей села",
]
ENGLISH = [
    "The day centre supports children and young people with lasting disabilities.",
    "Here you will find projects of Bulgarian municipalities and their partners (Община Ружинци).",
]
UNSURE = [
    "",
    "Деца и младежи в риск",
    "Комплекс за социални услуги",
    "BG16RFOP001-5.001-0042-C01, BG05M9OP001-2.002-0120-C001",
    "European Regional Development Fund of the European Union",
    "гр. Кюстендил, пл. „Велбъжд“ № 1",
    "office@example.bg, www.example.bg/a/b/c/d, plan.bg.pdf",
    "Подкрепа за проекта: support for the project, and more",
    "12.05.2020, 515 000,00",
]


@pytest.mark.parametrize(("language", "texts"), [("bg", BULGARIAN), ("ru", RUSSIAN), ("en", ENGLISH)])
def test_a_text_does_not_contradict_its_own_language(language: str, texts: list[str]) -> None:
    assert [contradiction(text, language) for text in texts] == [""] * len(texts)


@pytest.mark.parametrize("text", UNSURE)
@pytest.mark.parametrize("language", ["bg", "ru", "en", "de", "el"])
def test_what_is_not_sure_is_not_told(text: str, language: str) -> None:
    assert contradiction(text, language) == ""


@pytest.mark.parametrize(("language", "texts", "told"), [
    ("bg", RUSSIAN, "ru"), ("ru", BULGARIAN, "bg"), ("bg", ENGLISH, "latin"), ("ru", ENGLISH, "latin"),
    ("en", BULGARIAN, "cyrillic"), ("de", RUSSIAN, "cyrillic"), ("uk", ENGLISH, "latin"), ("uk", RUSSIAN, ""),
    ("de", ENGLISH, ""), ("el", ENGLISH, ""), ("sr", BULGARIAN, ""),
])  # fmt: skip
def test_another_language_is_told(language: str, texts: list[str], told: str) -> None:
    assert [contradiction(text, language) for text in texts] == [told] * len(texts)


def test_one_sign_against_another_is_not_enough() -> None:
    assert slavic("който для проекта на общината село") == ""
    assert slavic("проекта за парка в центъра на село") == ""
    assert slavic("която което които") == ""


def test_half_a_pair_of_letters_is_no_letter() -> None:
    assert script("\ud800 " * 9) == contradiction("\ud800 " * 9, "bg") == ""


@given(st.text(alphabet="абъыёthe ,.1-", max_size=60), st.sampled_from(["bg", "ru", "en", "de", "uk", "xx"]))
def test_any_text_has_an_answer(text: str, language: str) -> None:
    assert contradiction(text, language) in {"", "bg", "ru", "latin", "cyrillic"} - {language}
