"""The privacy page says what is true of this site, and nothing that somebody would have to believe."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.sites import SITE, Built, build_site

OFFICER = """\
privacy:
  officer: {unit: {bg: Защита на данните, en: Data protection, ru: Защита данных}, email: danni@example.bg}
  logs: 30
  authority: nadzor
"""
BODY = """
-- organisations.yaml --
nadzor:
  name: {bg: Надзорен орган, en: Supervisory body, ru: Надзорный орган}
  address: {bg: "София, ул. Първа 1", en: "1 Parva Street, Sofia", ru: "София, ул. Первая, 1"}
"""
PATHS = {"bg": "bg/poveritelnost/index.html", "en": "en/privacy/index.html", "ru": "ru/konfidentsialnost/index.html"}


def pages(root: Path, text: str = "") -> dict[str, str]:
    """The page in each language, with single spaces."""
    built = build_site(root, text)
    return {language: " ".join(built[path].split()) for language, path in PATHS.items()}


@pytest.mark.parametrize(("language", "said"), [
    ("bg", "Колко време пази записите, определя той"),
    ("en", "How long the records are kept is up to the provider"),
    ("ru", "Срок хранения записей определяет провайдер"),
])  # fmt: skip
def test_what_the_settings_do_not_say_is_not_made_up(tmp_path: Path, language: str, said: str) -> None:
    page = pages(tmp_path)[language]
    assert said in page
    for word in ("Длъжностно лице", "protection officer", "Ответственный", "портрет", "portrait"):
        assert word not in page


def test_the_usual_authority_has_its_address(tmp_path: Path) -> None:
    found = pages(tmp_path)
    assert "Комисията за защита на личните данни: 1592 София" in found["bg"]
    assert "Commission for Personal Data Protection" in found["en"]


def test_what_the_settings_say_is_told(tmp_path: Path) -> None:
    found = pages(tmp_path, f"-- site.yaml --\n{SITE}{OFFICER}{BODY}")
    assert "Длъжностно лице по защита на данните</h2>" in found["bg"]
    assert all("mailto:danni@example.bg" in page for page in found.values())
    assert "Записите се изтриват най-късно след 30 дни." in found["bg"]
    assert "deleted after 30 days at the latest" in found["en"]
    assert "через 30 дней" in found["ru"]
    assert "до надзорния орган: <" not in found["bg"]
    assert "до надзорния орган: Надзорен орган" in found["bg"].replace("\u00a0", " ")
    assert "1 Parva Street" in found["en"]
    assert "1592" not in found["bg"]


@pytest.mark.parametrize(("people", "is_told"), [("adults", True), ("none", False)])
def test_portraits_are_told_of_where_there_are_some(tmp_path: Path, people: str, *, is_told: bool) -> None:
    gallery = f"gallery: [{{file: a.svg, alt: Площад, people: {people}, consent: obtained}}]"
    text = f"-- pages/a/index.bg.md --\n---\ntitle: А\n{gallery}\n---\nТекст.\n-- pages/a/a.svg --\n<svg/>\n"
    assert ("могат да се разпознаят хора" in pages(tmp_path, text)["bg"]) == is_told


def test_links_that_share_are_told_of_where_there_are_some(tmp_path: Path) -> None:
    assert "Връзки за споделяне" in pages(tmp_path / "1")["bg"]
    assert "Връзки за споделяне" not in pages(tmp_path / "2", f"-- site.yaml --\n{SITE}share: {{bg: []}}\n")["bg"]


def test_an_unknown_authority_is_an_error_in_its_place(tmp_path: Path) -> None:
    built: Built = build_site(tmp_path, f"-- site.yaml --\n{SITE}privacy: {{authority: nobody}}\n")
    assert [problem.code for problem in built.problems if problem.is_error] == ["REF-01"]
