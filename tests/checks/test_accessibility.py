"""The pages of the default theme can be heard and used by keys; a theme that breaks a rule is told of."""

from __future__ import annotations

from pathlib import Path

import pytest

from sitegen.render.theme import default_folder
from tests.sites import SITE, Built, build_content, whole, write_files

PROJECT = f"-- projects/park/index.bg.md --\n---\n{whole()}---\n| а | б |\n|---|---|\n| 1 | 2 |\n"


def themed(root: Path, template: str, text: str, more: str = "") -> Built:
    """A site whose own theme replaces a template."""
    content = write_files(root, f"-- site.yaml --\n{SITE}theme: ours\n{more}{PROJECT}")
    file = root / "themes/ours/templates" / template
    file.parent.mkdir(parents=True)
    file.write_text(text, encoding="utf-8")
    return build_content(content)


def told(built: Built) -> list[str]:
    return [f"{one.at} {one.code}" for one in built.problems if "A11Y-08" <= one.code <= "A11Y-13"]


def test_the_default_theme_breaks_nothing(tmp_path: Path) -> None:
    assert told(build_content(write_files(tmp_path, PROJECT))) == []


@pytest.mark.sample(7)
@pytest.mark.parametrize(("main", "place"), [
    ("<h1>а</h1><img src='/icon.svg'>", "A11Y-09"),
    ("<h1>а</h1><table><tr><td>1</td></tr></table>", "A11Y-10"),
    ("<h1>а</h1><p lang='englisch'>a</p>", "A11Y-11"),
    ("<h1>а</h1><p aria-labelledby='nobody'>a</p>", "A11Y-12"),
    ("<h1>а</h1><p tabindex='2'>a</p>", "A11Y-13"),
    ("<h1>а</h1><h4>б</h4>", "A11Y-08"),
    ("<h1>а</h1><nav><a href='#main'>б</a></nav>", "A11Y-08"),
    ("<h1>а</h1><a href='/bg/'></a>", "A11Y-09"),
    ("<h1>а</h1><input name='q'>", "A11Y-09"),
    ("<h1>а</h1><li>б</li>", "A11Y-10"),
    ("<h1>а</h1><p lang='bg'>This was said in no other language here.</p>", "A11Y-11"),
    ("<h1>а</h1><p lang='en'>Това не е казано на езика, който е посочен.</p>", "A11Y-11"),
    ("<h1>а</h1><a href='#nothing'>б</a>", "A11Y-12"),
    ("<h1>а</h1><div role='button' tabindex='0'>а</div>", "A11Y-13"),
    ("<h1>а</h1><p aria-labeled='x'>б</p>", "A11Y-13"),
    ("<p>а</p>", "A11Y-08"),
])  # fmt: skip
def test_a_theme_that_breaks_a_rule(tmp_path: Path, main: str, place: str) -> None:
    text = f"{{% extends 'base.html' %}}{{% block main %}}\n{main}\n{{% endblock %}}"
    found = told(themed(tmp_path, "contacts.html", text))
    assert {one.split(":")[0] for one in found} == {
        "output/bg/kontakti/index.html", "output/en/contacts/index.html", "output/ru/kontakty/index.html",
    }  # fmt: skip
    assert {one.split()[1] for one in found} == {place}


def test_a_frame_of_ones_own(tmp_path: Path) -> None:
    text = "<!doctype html><html><head><title>а</title></head><body>{% block main %}{% endblock %}</body></html>"
    built = themed(tmp_path, "base.html", text)
    said = [
        str(one.message) for one in built.problems if one.code == "A11Y-08" and one.at.path == "output/bg/index.html"
    ]
    assert "the page does not say its language: <html lang>" in said
    assert "the first link does not lead to the content" in said


def test_words_in_other_letters_are_a_warning_and_texts_of_editors_are_told_at_their_file(tmp_path: Path) -> None:
    text = "{% extends 'base.html' %}{% block main %}<h1>а</h1><p lang='en'>Това не е казано на посочения език.</p>{% endblock %}"
    built = themed(tmp_path, "contacts.html", text)
    assert {one.severity for one in built.problems if one.code == "A11Y-11"} == {"warning"}
    words = (
        "-- pages/a.bg.md --\n---\ntitle: А\nonly: [bg]\n---\nThis whole text is in the other language of the site.\n"
    )
    codes = {one.code for one in build_content(write_files(tmp_path / "b", words)).problems}
    assert "LNG-04" in codes
    assert "A11Y-11" not in codes


def test_a_title_names_its_page(tmp_path: Path) -> None:
    text = (default_folder() / "templates/base.html").read_text(encoding="utf-8")
    built = themed(
        tmp_path, "base.html", text.replace("<title>{{ name }}</title>", "<title>{{ frame.site_title }}</title>")
    )
    found = [str(one.message) for one in built.problems if one.code == "A11Y-08"]
    assert set(found) == {f"the title does not name the page: '{title}'" for title in ("Проекти", "Projects")} | {
        "the title does not name the page: 'Проекты'"
    }
    assert "output/bg/proekti/park/index.html:6 A11Y-08" in {one.rpartition(":")[0] + one[-8:] for one in told(built)}


def test_a_reason_switches_it_off(tmp_path: Path) -> None:
    text = "{% extends 'base.html' %}{% block main %}<h1>а</h1><p tabindex='2'>a</p>{% endblock %}"
    assert told(themed(tmp_path, "contacts.html", text, "checks: {A11Y-13: Опит на живо}\n")) == []
