"""What visitors rely on is alike on all pages; a theme that changes it on one sort of page is told of."""

from __future__ import annotations

from pathlib import Path

import pytest

from sitegen.markup.menus import menus
from sitegen.render.theme import default_folder
from tests.sites import SITE, Built, build_content, whole, write_files

PROJECT = f"-- projects/park/index.bg.md --\n---\n{whole()}---\n"
BASE = (default_folder() / "templates/base.html").read_text(encoding="utf-8")
CONTACTS = """\
{{% extends 'base.html' %}}
{{% block menu %}}<nav aria-label="{{{{ t('menu') }}}}"><ul>{}</ul></nav>{{% endblock %}}
{{% block main %}}<h1>{{{{ title | words }}}}</h1>{{% endblock %}}
"""
LINKS = (
    "<li><a href='{{ frame.sitemap }}'>а</a></li>",
    "{% for entry in frame.menu | reverse %}<li>{{ m.link(entry) }}</li>{% endfor %}",
)


def themed(root: Path, template: str, text: str, more: str = "") -> Built:
    """A site whose own theme replaces a template."""
    content = write_files(root, f"-- site.yaml --\n{SITE}theme: ours\n{more}{PROJECT}")
    file = root / "themes/ours/templates" / template
    file.parent.mkdir(parents=True)
    file.write_text(text, encoding="utf-8")
    return build_content(content)


def told(built: Built) -> list[str]:
    return [f"{one.at} {one.message}" for one in built.problems if one.code == "A11Y-14"]


def test_the_default_theme_is_alike_everywhere(tmp_path: Path) -> None:
    assert told(build_content(write_files(tmp_path, PROJECT))) == []


def test_a_menu_in_another_order(tmp_path: Path) -> None:
    turned = BASE.replace("m.menu(frame.menu)", "m.menu(frame.menu | reverse | list)")
    built = themed(tmp_path, "contacts.html", turned.replace("{% block main %}", "{% block main %}<h1>а</h1>"))
    found = told(built)
    assert [one.split()[0] for one in found] == [
        "output/bg/kontakti/index.html:1:1", "output/en/contacts/index.html:1:1", "output/ru/kontakty/index.html:1:1",
    ]  # fmt: skip
    assert "'Menu' has the order" in found[1]
    assert "and on en/index.html: Home" in found[1]


def test_another_name_for_the_same_page(tmp_path: Path) -> None:
    renamed = BASE.replace("{{ t('sitemap') }}", "Всичко").replace("{% block main %}", "{% block main %}<h1>а</h1>")
    found = told(themed(tmp_path, "contacts.html", renamed))
    assert "'Всичко' leads where 'Site map' leads on en/index.html" in found[1]
    assert len(found) == 3


@pytest.mark.sample(1)
@pytest.mark.parametrize("name", ["sitemap", "accessibility"])
def test_a_way_that_is_lost(tmp_path: Path, name: str) -> None:
    lost = BASE.replace(f"<li><a href=\"{{{{ frame.{name} }}}}\">{{{{ t('{name}') }}}}</a></li>", "")
    assert lost != BASE
    text = "accessibility: {status: none, prepared: 2026-01-10}\n"
    found = told(
        themed(tmp_path, "contacts.html", lost.replace("{% block main %}", "{% block main %}<h1>а</h1>"), text)
    )
    assert len(found) == 3
    assert all("no menu of the page and no footer leads to" in one for one in found)


def test_a_reason_switches_it_off(tmp_path: Path) -> None:
    renamed = BASE.replace("{{ t('sitemap') }}", "Всичко").replace("{% block main %}", "{% block main %}<h1>а</h1>")
    assert told(themed(tmp_path, "contacts.html", renamed, "checks: {A11Y-14: Така е уговорено}\n")) == []


def test_titles_that_do_not_tell_pages_apart(tmp_path: Path) -> None:
    text = "".join(f"-- pages/{name}.bg.md --\n---\ntitle: {title}\n---\n" for name, title in (
        ("a", "За  нас"), ("b", "за нас"), ("c", "За вас"),
    ))  # fmt: skip
    built = build_content(write_files(tmp_path, text))
    assert told(built) == ["content/pages/b.bg.md:2:8 'за нас' is also the title of content/pages/a.bg.md"]
    assert built.problem("A11Y-14").severity == "info"


def test_menus_of_a_page() -> None:
    html = """<nav aria-label="А &amp; Б"><a href='/a/'>Едно\u00ad <b>две</b></a><a href=/b>три</a><a name=x>г</a></nav>
    <nav><a href="/c/"><img alt="" src="a.png"></a></nav><footer><a href="/d/">д</a><a href="/e/">д</a></footer>"""
    found = {name: [(way.words, way.target) for way in ways] for name, ways in menus(html).items()}
    assert found == {"А & Б": [("Едно две", "/a/"), ("три", "/b")], "nav": [], "footer": [("д", "/d/")]}
