"""Readers are told where a translation has not followed its original in what they rely on, or for long."""

from __future__ import annotations

import html
import re
from datetime import datetime
from pathlib import Path

import pytest

from sitegen.render.workshop import Tools
from tests.read.folder import theme
from tests.sites import NOW, Built, build_content
from tests.sites.accepting import PAGE, accepted_site, edit

N = "\u00a0"
NOTICE = re.compile(r'<p class="notice">(.*?)</p>')
UPDATED = PAGE.replace("summary: Накратко", "summary: Накратко\nupdated: 2019-05-03")
FACT = ("bg", "25 места", "26 места")
WORDS = ("bg", "Пристроени са деца", "Настанени са децата от дома")


def built(root: Path, *edits: tuple[str, str, str], text: str = PAGE, now: datetime = NOW) -> Built:
    content = accepted_site(root, text)
    for language, old, new in edits:
        edit(content / f"pages/a.{language}.md", old, new)
    return build_content(content, now=now)


def notices(site: Built, language: str = "en") -> list[str]:
    return [html.unescape(re.sub("<.*?>", "", found)) for found in NOTICE.findall(site[f"{language}/a/index.html"])]


def test_a_page_that_follows_has_no_notice(tmp_path: Path) -> None:
    assert notices(built(tmp_path, text=UPDATED)) == []


def test_a_changed_number_is_told_with_the_day(tmp_path: Path) -> None:
    site = built(tmp_path, FACT, text=UPDATED)
    told = f"The Bulgarian version was updated on 3{N}May{N}2019. This translation may be out of date."
    assert notices(site) == [told]
    assert '<time datetime="2019-05-03">' in site["en/a/index.html"]
    assert notices(site, "bg") == []


def test_a_changed_number_is_told_without_a_day(tmp_path: Path) -> None:
    told = "The Bulgarian version has changed since this page was translated. This translation may be out of date."
    assert notices(built(tmp_path, FACT)) == [told]


def test_other_words_are_told_after_thirty_days(tmp_path: Path) -> None:
    assert notices(built(tmp_path / "a", WORDS)) == []
    assert notices(built(tmp_path / "b", WORDS, text=UPDATED, now=datetime(2019, 6, 2, 23))) == []  # noqa: DTZ001
    assert len(notices(built(tmp_path / "c", WORDS, text=UPDATED, now=datetime(2019, 6, 3)))) == 1  # noqa: DTZ001


def test_a_day_before_the_translations_own_is_not_told(tmp_path: Path) -> None:
    later = UPDATED.replace("summary: In short", "summary: In short\nupdated: 2019-05-04")
    assert "has changed since" in notices(built(tmp_path, FACT, text=later))[0]


def test_a_number_that_the_translation_followed_is_not_told(tmp_path: Path) -> None:
    assert notices(built(tmp_path, FACT, WORDS, ("en", "25", "26"))) == []


@pytest.mark.parametrize(
    ("original", "language", "told"),
    [
        ("en", "bg", f"Английската версия е обновена на 3{N}май{N}2019{N}г. Преводът може да не е актуален."),
        ("ru", "bg", f"Руската версия е обновена на 3{N}май{N}2019{N}г. Преводът може да не е актуален."),
        ("bg", "ru", f"Болгарская версия обновлена 3{N}мая{N}2019{N}г. Перевод мог устареть."),
        ("en", "ru", f"Английская версия обновлена 3{N}мая{N}2019{N}г. Перевод мог устареть."),
        ("ru", "en", f"The Russian version was updated on 3{N}May{N}2019. This translation may be out of date."),
    ],
)
def test_every_original_has_its_name_in_every_language(tmp_path: Path, original: str, language: str, told: str) -> None:
    text = UPDATED.replace("summary: Накратко", f"summary: Накратко\nonly: [{original}, {language}]")
    text = (
        text.replace("a.bg.md", "a.source")
        .replace("a.en.md", f"a.{language}.md")
        .replace("a.source", f"a.{original}.md")
    )
    assert notices(built(tmp_path, (original, "25 места", "26 места"), text=text), language) == [told]


def test_an_original_in_a_language_without_a_name_is_called_so() -> None:
    tools = Tools("en", theme(("en",)).catalogues)
    assert (tools.version_in("ru"), tools.version_in("de")) == ("The Russian version", "The original version")


def test_a_section_whose_words_are_not_public_has_no_notice(tmp_path: Path) -> None:
    text = PAGE.replace("pages/a", "contacts")
    content = accepted_site(tmp_path, text)
    edit(content / "contacts.bg.md", "25 места", "26 места")
    edit(content / "contacts.bg.md", "title: Заглавие", "title: Заглавие\ndraft: true")
    assert not NOTICE.findall(build_content(content)["en/contacts/index.html"])
