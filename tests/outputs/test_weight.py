"""Budgets of what a phone has to wait for: held to by the example site and by the theme with no content at all.

Packed by gzip at level 6, as Apache does unless told otherwise.
"""

from __future__ import annotations

import gzip
from datetime import datetime
from pathlib import Path

import pytest

from tests.outputs.web import Page, Web
from tests.sites import SITE, Built, build_content, build_site, whole

EXAMPLE = Path(__file__).parents[2] / "content"
NOW = datetime.fromisoformat("2026-11-22T12:00")
PAGE, STYLES, SCRIPT, SEARCH, FONTS = 13_000, 3_000, 1_000, 6_000, 34_000
REQUESTS = 3
"""Before a page can be read: itself and its fonts."""


@pytest.fixture(scope="module", params=["example", "nothing", "rich"])
def built(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Built:
    if request.param == "nothing":
        return build_site(tmp_path_factory.mktemp("nothing"))
    golden = Path(__file__).parents[1] / "golden" / "content"
    return build_content(golden if request.param == "rich" else EXAMPLE, now=NOW)


@pytest.fixture
def pages(built: Built) -> dict[str, Page]:
    return Web(built).pages


def packed(content: bytes) -> int:
    return len(gzip.compress(content, 6, mtime=0))


@pytest.mark.sample(2)
def test_pages_are_light(built: Built) -> None:
    sizes = {path: packed(built.bytes(path)) for path in built if path.endswith(".html")}
    assert {path: size for path, size in sizes.items() if size > PAGE} == {}
    assert "THM-07" not in " ".join(built.warnings)


def test_styles_are_light(pages: dict[str, Page]) -> None:
    styles = {page.find("//style")[0].text for page in pages.values() if page.find("//style")}
    assert styles
    assert max(packed(style.encode()) for style in styles) <= STYLES


def test_scripts_are_light(built: Built, pages: dict[str, Page]) -> None:
    asked = {path: [script.lstrip("/") for script in page.find("//script/@src")] for path, page in pages.items()}
    weights = {path: sum(packed(built.bytes(script)) for script in scripts) for path, scripts in asked.items()}
    searching = {path for path, scripts in asked.items() if any("/search." in script for script in scripts)}
    assert searching == {"bg/tarsene/index.html", "en/search/index.html", "ru/poisk/index.html"}
    assert max(weights[path] for path in searching) <= SEARCH
    assert max(weight for path, weight in weights.items() if path not in searching) <= SCRIPT


def test_fonts_are_light(built: Built) -> None:
    assert sum(len(built.bytes(path)) for path in built if path.endswith(".woff2")) <= FONTS


def test_few_requests_before_a_page_can_be_read(pages: dict[str, Page]) -> None:
    asked = {
        path: page.find("//link[@rel='stylesheet' or @rel='preload']") + page.find("//script[@src][not(@defer)]")
        for path, page in pages.items()
    }
    assert [path for path, links in asked.items() if 1 + len(links) > REQUESTS] == []


# ── what a feature costs where it is not used ───────────────────────────────────────────────────────────────

PLAIN = f"""\
-- projects/park/index.bg.md --
---
{whole()}---
Текст.
-- news/a.bg.md --
---
title: Новина
date: 2026-05-01
---
Текст.
-- events/b.bg.md --
---
title: Събитие
type: training
start: 2026-05-02
---
Текст.
-- pages/plain.bg.md --
---
title: Страница
---
Текст с [връзка](page:projects/park).
"""
"""A site with a page that uses nothing but words and a link."""
MORE = """\
number: 7
total_value: 1 955,83 лв.
funding: {eu: "1 564,66 лв.", own: "391,17 лв."}
start: 2018-01-09
end: 2020-01-09
activities: [{id: a1, title: Дейност, start: 2018-01, end: 2019-01}]
gallery: [{file: a.svg, alt: Алея, caption: Алея, credit: Община}]
documents: [{file: plan.txt, type: other, title: План}]
aliases: [/bg/staro/]
"""
TABLE = "| а | б |\n|---|---|\n| в | г |\n\nТекст[^1].\n\n[^1]: Бележка.\n"
DRAWING = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'/>\n"
RICHER = PLAIN.replace("---\nТекст.\n-- news", f"{MORE}---\n{TABLE}-- news", 1) + (
    f"-- projects/park/a.svg --\n{DRAWING}-- projects/park/plan.txt --\nплан\n"
    "-- pages/tayno.bg.md --\n---\ntitle: Тайно\npublish_at: 2027-03-01 10:00\n---\nТекст.\n"
    f"-- pages/snimki/index.bg.md --\n---\ntitle: Снимки\n---\n![Алея](a.svg)\n-- pages/snimki/a.svg --\n{DRAWING}"
)
SETTINGS = f"""\
-- site.yaml --
{SITE}pictures: [avif, webp]
compress: [gzip]
host: generic
gone: [/bg/otishlo/]
security: {{contact: it@obshtina.example, expires: 2027-06-01, hsts: yes}}
"""


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return build_site(tmp_path_factory.mktemp("plain"), PLAIN)


@pytest.mark.sample(2)
@pytest.mark.parametrize("more", [
    RICHER,
    PLAIN + SETTINGS.replace("generic", "netlify"),
    PLAIN + SETTINGS.replace("generic", "apache"),
    PLAIN + SETTINGS.replace("generic", "nginx"),
])  # fmt: skip
def test_a_page_that_does_not_use_a_feature_weighs_what_it_did(plain: Built, tmp_path: Path, more: str) -> None:
    built = build_site(tmp_path, more)
    assert built.errors == []
    assert len(built.paths) > len(plain.paths)
    for path in ("bg/plain/index.html", "bg/novini/a/index.html", "bg/sabitia/b/index.html"):
        assert built.bytes(path) == plain.bytes(path)
