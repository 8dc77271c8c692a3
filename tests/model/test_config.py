"""Settings: site.yaml becomes a value; what is wrong in it is told."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from sitegen.model.config import Barrier, Config, Feedback, MapOf, SiteContact, Statement, language_codes
from sitegen.model.disclosures import Disclosure, Telling
from sitegen.model.fields import read_fields
from sitegen.model.language import Multilingual
from sitegen.model.media import File
from sitegen.model.readers import Choice
from sitegen.model.targets import Folder
from sitegen.problems import Location, Mistake
from tests.model.small import LANGUAGES, config, desk, head, raw, told

SETTINGS = """\
title: {bg: Проекти, en: Projects}
url: https://proekti.example/eu/
languages: [bg, en, ru]
owner: kyustendil
contact: {unit: {bg: Община}, phones: [078 55 11 66], email: office@example.bg}
require_languages: {project: [bg, en], event: [bg]}
share: {bg: [facebook, viber], ru: [telegram]}
accessibility:
  status: partial
  items:
    - {reason: burden, clause: "9.1.2.2", text: {bg: Видео}, fix_by: 2027-03-01}
  feedback: {email: a@b.bg, days: 7}
gone: [/bg/stara/]
brand: "#0b2f6b"
checks: {TXT-07: мнение на редактора}
publish: {web: {type: folder, path: www}}
"""


def read(text: str) -> tuple[dict[str, Any], list[str]]:
    where = desk()
    return read_fields(Config, head(text), where, Location(where.file)), told(where.problems)


def test_settings_are_read() -> None:
    values, complaints = read(SETTINGS)
    assert not complaints
    assert values.pop("publish") == (Folder(type="folder", name="web", path="www"),)
    assert values == {
        "title": Multilingual((("bg", "Проекти"), ("en", "Projects"))),
        "url": "https://proekti.example/eu/",
        "languages": LANGUAGES,
        "owner": "kyustendil",
        "contact": SiteContact(
            unit=Multilingual((("bg", "Община"),)), phones=("078 55 11 66",), email="office@example.bg"
        ),
        "require_languages": (("project", ("bg", "en")), ("event", ("bg",))),
        "share": (("bg", ("facebook", "viber")), ("ru", ("telegram",))),
        "accessibility": Statement(
            status="partial",
            items=(
                Barrier(
                    reason="burden",
                    clause="9.1.2.2",
                    text=Multilingual((("bg", "Видео"),)),
                    fix_by=date(2027, 3, 1),
                ),
            ),
            feedback=Feedback(email="a@b.bg", days=7),
        ),
        "gone": ("/bg/stara/",),
        "brand": "#0B2F6B",
        "checks": (("TXT-07", "мнение на редактора"),),
    }


@pytest.mark.parametrize(("line", "complaint"), [
    ("require_languages: {project: [bg], evnt: [bg]}", "1:36 FLD-01 unknown key 'evnt' → Did you mean 'event'?"),
    ("require_languages: {project: bg}", "1:30 FLD-05 a list is expected here: one '- …' a line, or […]"),
    ("share: {bg: [facebok]}", "1:14 FLD-03 'facebok' is not a value of this field → Did you mean 'facebook'?"),
    ("share: {de: [facebook]}", "1:9 FLD-01 unknown key 'de'"),
    ("publish: server", "1:10 FLD-05 a map of 'key: value' is expected here"),
    ("brand: blue", "1:8 FLD-03 'blue' is not a colour"),
    ("titel: {bg: Проекти}", "1:1 FLD-01 unknown key 'titel' → Did you mean 'title'?"),
])  # fmt: skip
def test_wrong_settings_are_told(line: str, complaint: str) -> None:
    assert read(line)[1][0].startswith(complaint)


def test_required_settings() -> None:
    assert [line.split(" → ")[0] for line in read("")[1]] == [
        f"1:1 FLD-02 '{key}' is missing" for key in ("title", "url", "languages", "owner")
    ]


def test_one_bad_value_of_a_map_leaves_the_others() -> None:
    values, complaints = read("share: {bg: x, ru: [telegram]}")
    assert values["share"] == (("ru", ("telegram",)),)
    assert complaints[0].startswith("1:13 FLD-05")


def test_the_place_of_a_switched_off_check_is_its_code() -> None:
    where = desk()
    read_fields(Config, head("checks: {TXT-07: мнение}"), where, Location(where.file))
    assert where.positions["checks.TXT-07"] == Location(where.file, 1, 10)


def test_a_map_says_what_it_expects() -> None:
    assert MapOf(Choice(("a",))).expects == "map from name to one of `a`"
    assert MapOf(Choice(("a",)), by_language=True).expects == "map from language to one of `a`"


# ── the languages ───────────────────────────────────────────────────────────────────────────────────────────


def test_languages_are_codes() -> None:
    assert language_codes(raw("[bg, en, ru, mkd]")) == ("bg", "en", "ru", "mkd")


@pytest.mark.parametrize("text", ["[bg, bg]", "[BG]", "[b]", "[bulg]", "[бг]", "[b1]"])
def test_languages_that_are_no_codes(text: str) -> None:
    with pytest.raises(Mistake, match="must be different codes of two or three letters") as found:
        language_codes(raw(text))
    assert (found.value.code, str(found.value.hint)) == ("FLD-03", "Write: languages: [bg, en, ru]")


# ── what settings know ──────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(("url", "base", "path"), [
    ("https://proekti.example/", "https://proekti.example", ""),
    ("https://proekti.example", "https://proekti.example", ""),
    ("https://example.org/eu/", "https://example.org/eu", "/eu"),
])  # fmt: skip
def test_the_address_may_have_a_path(url: str, base: str, path: str) -> None:
    assert (config(url=url).base_url, config(url=url).base_path) == (base, path)


def test_the_first_language_is_the_default() -> None:
    assert config().default_language == "bg"


def test_a_setting_has_a_place_and_an_absent_one_the_files() -> None:
    place = Location("content/site.yaml", 4, 8)
    assert config(positions={"owner": place}).at("owner") == place
    assert config().at("owner") == Location("content/site.yaml")


def test_readers_of_a_language_share_where_the_site_says_or_by_default() -> None:
    stated = config(share=(("ru", ("telegram",)),))
    assert stated.networks("ru") == ("telegram",)
    assert stated.networks("bg") == ("facebook", "viber", "email")
    assert stated.networks("ro") == ("facebook", "email")


@pytest.mark.parametrize(("asked", "name", "is_sealed", "told", "loses"), [
    (True, "a.pdf", False, Telling.AUTHOR, True),
    (False, "a.pdf", False, Telling.AUTHOR, False),
    (True, "a.docx", False, Telling.AUTHOR, False),
    (True, "a.pdf", True, Telling.AUTHOR, False),
    (True, "a.pdf", False, Telling.REMARKS, False),
])  # fmt: skip
def test_which_files_lose_their_authors(*, asked: bool, name: str, is_sealed: bool, told: Telling, loses: bool) -> None:
    file = File(path=name, disk=name, size=1, is_sealed=is_sealed, disclosures=(Disclosure(told),))
    assert replace(config(), remove_authors=asked).loses_authors(file) is loses
