"""accessibility.json says what the accessibility statement says, in all languages and no more than is known."""

from __future__ import annotations

import json
from pathlib import Path

from tests.sites import SITE, Built, build_site

STATEMENT = """\
contact: {email: ask@example.bg, phones: ["+359 2 123 4567"]}
accessibility:
  status: partial
  items:
    - reason: burden
      clause: 9.1.2.2
      text: {bg: Филмите нямат надписи, en: Films have no captions, ru: У фильмов нет субтитров}
      fix_by: 2027-03-01
    - {reason: out_of_scope, text: {bg: Стари карти, en: Old maps, ru: Старые карты}}
  prepared: 2026-10-01
  reviewed: 2026-11-01
  method: third_party
  assessor: Лаборатория за достъпност
  feedback: {email: dostap@example.bg, days: 14}
  authority: organ
"""
ORGANISATIONS = """
-- organisations.yaml --
obshtina:
  type: municipality
  name: {bg: Община Пример, en: Example Municipality, ru: Община Пример}
organ:
  name: {bg: Контролен орган, en: Supervisory body, ru: Надзорный орган}
  website: https://organ.example/
"""
EVALUATION = """
-- accessibility-evaluation.yaml --
date: 2026-11-20
tool: axe-core 4.12.1
pages: [/bg/, /en/]
rules: [label, link-name]
findings: [{page: /bg/, rule: label, selector: "#q"}]
"""
PATHS = {"bg": "bg/dostapnost/index.html", "en": "en/accessibility/index.html", "ru": "ru/dostupnost/index.html"}


def stated(root: Path, lines: str = STATEMENT, more: str = ORGANISATIONS + EVALUATION) -> Built:
    return build_site(root, f"-- site.yaml --\n{SITE}{lines}{more}")


def shown(built: Built, language: str) -> str:
    """The words of the page in a language, with single spaces."""
    return " ".join(built[PATHS[language]].replace("\u00a0", " ").split())


def test_the_file_has_what_the_settings_say(tmp_path: Path) -> None:
    assert json.loads(stated(tmp_path)["accessibility.json"]) == {
        "site": "https://proekti.example/",
        "owner": {"bg": "Община Пример", "en": "Example Municipality", "ru": "Община Пример"},
        "standard": "EN 301 549 V3.2.1 (2021-03)",
        "status": "partial",
        "items": [
            {
                "reason": "burden",
                "clause": "9.1.2.2",
                "text": {
                    "bg": "Филмите нямат надписи",
                    "en": "Films have no captions",
                    "ru": "У фильмов нет субтитров",
                },
                "fix_by": "2027-03-01",
            },
            {
                "reason": "out_of_scope",
                "clause": None,
                "text": {"bg": "Стари карти", "en": "Old maps", "ru": "Старые карты"},
                "fix_by": None,
            },
        ],
        "prepared": "2026-10-01",
        "method": "third_party",
        "assessor": "Лаборатория за достъпност",
        "reviewed": "2026-11-01",
        "feedback": {"email": "dostap@example.bg", "phones": ["+359 2 123 4567"], "days": 14},
        "authority": {
            "name": {"bg": "Контролен орган", "en": "Supervisory body", "ru": "Надзорный орган"},
            "website": "https://organ.example/",
        },
        "evaluation": {
            "date": "2026-11-20",
            "tool": "axe-core 4.12.1",
            "pages": ["/bg/", "/en/"],
            "rules": ["label", "link-name"],
            "findings": [{"page": "/bg/", "rule": "label", "selector": "#q"}],
        },
    }


def test_the_page_says_the_same_in_every_language(tmp_path: Path) -> None:
    built = stated(tmp_path)
    data = json.loads(built["accessibility.json"])
    for language in PATHS:
        page = shown(built, language)
        said = [
            data["owner"][language], data["standard"].partition(" V")[0], data["assessor"], data["feedback"]["email"],
            data["authority"]["name"][language], data["authority"]["website"], data["evaluation"]["tool"],
            *(item["text"][language] for item in data["items"]),
        ]  # fmt: skip
        assert [words for words in said if words not in page] == []
        assert 'href="/accessibility.json"' in page


def test_what_is_not_known_is_null(tmp_path: Path) -> None:
    built = stated(tmp_path, "accessibility: {status: none, prepared: 2026-10-01}\n", "")
    data = json.loads(built["accessibility.json"])
    assert [data[key] for key in ("assessor", "reviewed", "authority", "evaluation")] == [None] * 4
    assert (data["items"], data["feedback"]["email"]) == ([], None)


def test_without_a_statement_there_is_no_file(tmp_path: Path) -> None:
    assert "accessibility.json" not in build_site(tmp_path, "")
