"""Nothing that is published asks another host or keeps anything, wherever it came from."""

from __future__ import annotations

from pathlib import Path

import pytest

from sitegen.problems import Problem
from tests.sites import SITE, Built, build_content, write_files

FOREIGN = "https://cdn.example/x"
OWN = SITE.split("url: ")[1].split()[0].strip("'\"")


def built(root: Path, text: str = "", theme: str = "") -> Built:
    """A site with files of its own, and of its theme."""
    content = write_files(root, f"-- site.yaml --\n{SITE}theme: ours\n{text}")
    (root / "themes/ours").mkdir(parents=True)
    write_files(root / "laid", theme)
    if theme:
        (root / "themes/ours").rmdir()
        (root / "laid/content").rename(root / "themes/ours")
    return build_content(content)


def told(site: Built) -> list[str]:
    """What was found, as `PLACE CODE`."""
    return [f"{one.at} {one.code}" for one in found(site)]


def found(site: Built) -> list[Problem]:
    """The problems of both codes."""
    return [one for one in site.problems if one.code in ("PRV-11", "PRV-12")]


def test_a_site_of_ours_asks_nobody_and_keeps_nothing(tmp_path: Path) -> None:
    text = f"-- static/a.html --\n<!doctype html><title>а</title><img src={OWN}/a.png><a href={FOREIGN}>а</a>\n"
    assert found(built(tmp_path, text)) == []


@pytest.mark.parametrize(("name", "text", "place"), [
    ("static/chart.js", f"1\nfetch('{FOREIGN}')", "2:8 PRV-11"),
    ("static/old/index.html", f"<p>а</p>\n<iframe src='{FOREIGN}'></iframe>", "2:14 PRV-11"),
    ("static/drawing.svg", f"<svg><image href='{FOREIGN}'/></svg>", "1:19 PRV-11"),
    ("static/a.css", f"@import '{FOREIGN}';", "1:10 PRV-11"),
    ("static/seen.js", "a\n  localStorage.a = 1", "2:3 PRV-12"),
    ("static/_headers", "/*\n  Set-Cookie: a=b", "2:3 PRV-12"),
])  # fmt: skip
def test_files_of_the_editor_are_read(tmp_path: Path, name: str, text: str, place: str) -> None:
    assert told(built(tmp_path, f"-- {name} --\n{text}\n")) == [f"content/{name}:{place}"]


@pytest.mark.parametrize(("name", "text", "place"), [
    ("assets/site.css", f"p {{ color: red }}\na {{ background: url({FOREIGN}) }}", "2:21 PRV-11"),
    ("assets/count.js", "document.cookie", "1:1 PRV-12"),
    ("templates/news_list.html", f"{{% extends 'base.html' %}}\n<script src='{FOREIGN}'></script>", "2:14 PRV-11"),
])  # fmt: skip
def test_files_of_the_theme_are_read(tmp_path: Path, name: str, text: str, place: str) -> None:
    assert told(built(tmp_path, theme=f"-- {name} --\n{text}\n")) == [f"themes/ours/{name}:{place}"]


def test_a_personal_number_of_a_template_is_found_in_the_page(tmp_path: Path) -> None:
    theme = (
        "-- templates/contacts.html --\n{% extends 'base.html' %}"
        "{% block main %}<main id=main><h1>а</h1>\n{{ '75010' ~ '10010' }}</main>{% endblock %}\n"
    )
    told = [one for one in built(tmp_path, theme=theme).problems if one.code == "PRV-01"]
    assert [one.at.path for one in told] == [
        "output/bg/kontakti/index.html", "output/en/contacts/index.html", "output/ru/kontakty/index.html",
    ]  # fmt: skip
    assert "7501010010" not in f"{told[0].message} {told[0].hint}"


def test_what_a_template_puts_together_is_found_in_the_page(tmp_path: Path) -> None:
    theme = (
        "-- templates/home.html --\n{% extends 'base.html' %}{% set host = '//cdn.example' %}"
        "{% block main %}<main id=main><h1>а</h1><script src='{{ host }}/a.js'></script></main>{% endblock %}\n"
    )
    places = told(built(tmp_path, theme=theme))
    assert [place.split(":")[0] for place in places] == [f"output/{code}/index.html" for code in ("bg", "en", "ru")]
    assert str(found(built(tmp_path / "2", theme=theme))[0].message).endswith("//cdn.example/a.js")


def test_the_advice_names_what_is_asked(tmp_path: Path) -> None:
    [one] = found(built(tmp_path, f"-- static/a.js --\nimport('{FOREIGN}')\n"))
    assert (one.severity, str(one.message)) == ("error", f"browsers ask another host by themselves: {FOREIGN}")
