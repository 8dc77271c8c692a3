"""Weights: a page, a style text and fonts that are too heavy are told with what weighs."""

from __future__ import annotations

import gzip
import random
import re
from pathlib import Path

import pytest

from sitegen.checks import weight
from sitegen.problems import Severity
from tests.sites import NOW, SITE, Built, build_content, build_site, write_files

HEAD = "---\ntitle: А\n---\n"


def noise(count: int, seed: int = 1) -> str:
    """Words that do not repeat, so that packing hardly helps."""
    letters = "абвгдежзийклмнопрстуфхцчшщъьюя"
    chance = random.Random(seed)
    return " ".join("".join(chance.choices(letters, k=8)) for _ in range(count))


def told(built: Built) -> list[str]:
    """Where weights are complained of; words without sense break other rules too."""
    return [str(problem.at) for problem in built.problems if problem.code == "THM-07"]


def themed(root: Path, name: str, content: bytes) -> Built:
    file = root / "themes" / "ours" / "assets" / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)
    return build_content(write_files(root, f"-- site.yaml --\n{SITE}theme: ours\n"), now=NOW)


def test_a_heavy_page_is_told_once_at_its_file_with_its_parts(tmp_path: Path) -> None:
    text = f"## Малко\n{noise(20)}\n\n## Твърде много\n{noise(1800)}\n"
    built = build_site(tmp_path, f"-- pages/a.bg.md --\n{HEAD}{text}")
    assert told(built) == ["content/pages/a.bg.md:1:1"]
    problem = built.problem("THM-07")
    found = re.fullmatch(
        r"the page /bg/a/ weighs (\d+) B compressed, more than 13000 B:"
        r" text (\d+) B, styles (\d+) B, pictures of data (\d+) B",
        str(problem.message),
    )
    assert found
    whole, words, styles, pictures = map(int, found.groups())
    assert whole == words + styles + pictures
    assert whole == len(gzip.compress(built["bg/a/index.html"].encode(), 6, mtime=0))
    assert 2_500 < styles < 3_000
    assert pictures == 0
    hint = re.match(r"The heaviest part is 'Твърде много', (\d+) B: give it a page of its own", str(problem.hint))
    assert hint
    assert words // 2 < int(hint[1]) < words


def test_a_heavy_page_without_headings(tmp_path: Path) -> None:
    built = build_site(tmp_path, f"-- pages/a.bg.md --\n---\ntitle: А\nonly: [bg]\n---\n{noise(2000)}\n")
    assert str(built.problem("THM-07").hint).startswith(("Give a part of the text", "The heaviest part is 'Споделете'"))


@pytest.mark.long
def test_a_list_that_is_heavy_is_named_by_its_own_file(tmp_path: Path) -> None:
    news = "".join(
        f"-- news/n{number}.bg.md --\n---\ntitle: {noise(3, number)}\nsummary: {noise(80, number)}\ndate: 2026-01-01\n---\n"
        for number in range(70)
    )
    assert "output/bg/novini/index.html:1:1" in told(build_site(tmp_path, news))


@pytest.mark.parametrize("words", [0, 400, 900])
def test_what_arrives_at_once_is_not_told(tmp_path: Path, words: int) -> None:
    assert told(build_site(tmp_path, f"-- pages/a.bg.md --\n{HEAD}{noise(words)}\n")) == []


def test_much_that_packs_well_is_light(tmp_path: Path) -> None:
    built = build_site(tmp_path, f"-- pages/a.bg.md --\n{HEAD}{'дума ' * 20_000}\n")
    assert len(built["bg/a/index.html"].encode()) > weight.HEAVIEST_PAGE * 10
    assert told(built) == []


def test_pictures_that_weigh_most(tmp_path: Path) -> None:
    templates = tmp_path / "themes/default/templates"
    templates.mkdir(parents=True)
    points = "".join(f"{random.Random(n).random():.6f} " for n in range(6000))
    (templates / "page.html").write_text(f'<p><svg aria-hidden="true"><path d="{points}"/></svg></p>', encoding="utf-8")
    problem = build_site(tmp_path, f"-- pages/a.bg.md --\n{HEAD}").problem("THM-07")
    assert str(problem.hint) == "Leave out a picture, or draw the outline with fewer points."


def test_styles_of_a_theme_that_weigh_on_every_page(tmp_path: Path) -> None:
    rules = "".join(f".a{n} {{ margin: {random.Random(n).random():.9f}em }}\n" for n in range(100))
    built = themed(tmp_path, "site.css", rules.encode())
    assert built.warnings == ["content/site.yaml:5:8 THM-07"]
    assert "on every page" in str(built.problem("THM-07").message)


@pytest.mark.long
def test_styles_so_heavy_that_a_page_is(tmp_path: Path) -> None:
    rules = "".join(f".a{n} {{ margin: {random.Random(n).random():.9f}em }}\n" for n in range(3000))
    built = themed(tmp_path, "site.css", rules.encode())
    hints = {str(p.hint) for p in built.problems}
    assert hints == {"Shorten the style text of your theme."}
    assert len(built.warnings) == 1 + sum(path.endswith(".html") for path in built)


def test_fonts_of_a_theme_that_come_late(tmp_path: Path) -> None:
    built = themed(tmp_path, "fonts/heavy.woff2", b"x" * 34_001)
    problem = built.problem("THM-07")
    assert (str(problem.at), problem.severity) == ("content/site.yaml:5:8", Severity.WARNING)
    assert re.search(r"more than 34000 B; the heaviest is 'assets/theme/fonts/heavy\.", str(problem.message))
