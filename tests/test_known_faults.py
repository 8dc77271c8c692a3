"""Faults of other generators that this one must never have: one test for each, named after it."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from urllib.parse import quote

import pytest

from sitegen.cli import main
from tests.sites import Built, build_content, build_site, write_files

NEWS = """
-- news/park/index.bg.md --
---
title: Парк
date: 2024-05-01
---
Текст на новината.
"""


def run(root: Path, *more: str) -> int:
    """A build of `root/content` into `root/output`, as the command line has it."""
    paths = ["--content", str(root / "content"), "--output", str(root / "output")]
    return main(["build", *paths, "--now", "2026-11-22T12:00", "--jobs", "1", "--quiet", *more])


def site(root: Path, text: str) -> int:
    """Lays a site and builds it into `root/output`."""
    write_files(root, text)
    return run(root)


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below a folder with its bytes."""
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def text_of(html: str) -> str:
    """What a reader sees of a page."""
    return re.sub(r"<[^>]*>", " ", html.partition("<main")[2] or html)


# ── content files ───────────────────────────────────────────────────────────────────────────────────────────────────


def test_fault_01_a_bom_hides_nothing(tmp_path: Path) -> None:
    content = write_files(tmp_path, "")
    for name in ("site.yaml", "organisations.yaml"):
        (content / name).write_bytes("\ufeff".encode() + (content / name).read_bytes())
    (content / "pages").mkdir()
    (content / "pages/park.bg.md").write_bytes("\ufeff---\r\ntitle: Парк\r\n---\r\nТекст.\r\n".encode())
    built = build_content(content)
    assert built.problems == ()
    assert "Парк" in text_of(built["bg/park/index.html"])
    assert "title:" not in text_of(built["bg/park/index.html"])


@pytest.mark.sample(1)
@pytest.mark.parametrize(("title", "place"), [
    ("Проект: нови паркове", "3:8"), ("„Зелена община“: край", "3:8"), ('"Зелена" община', "3:8"),
])  # fmt: skip
def test_fault_02_a_colon_or_quote_in_the_title_is_answered_with_the_right_line(
    tmp_path: Path, title: str, place: str
) -> None:
    built = build_site(tmp_path, f"-- pages/a.bg.md --\n---\nsummary: x\ntitle: {title}\n---\n")
    assert built.errors == [f"content/pages/a.bg.md:{place} SYN-02"]
    right = str(built.problem("SYN-02").hint).removeprefix("Write: ")
    fixed = build_site(tmp_path / "fixed", f"-- pages/a.bg.md --\n---\nsummary: x\n{right}\n---\n")
    assert fixed.problems == ()
    assert fixed.outcome.site
    page = fixed.outcome.site.page("pages/a", "bg")
    assert page
    assert page.title.text == title


def test_fault_03_yaml_guesses_nothing(tmp_path: Path) -> None:
    built = build_site(
        tmp_path,
        """
        -- events/start.bg.md --
        ---
        title: no
        summary: 1.10
        type: training
        start: 2026-03-05 10:30
        place: 036
        agenda:
          - {id: a, time: 10:30, text: on}
        ---
        """,
    )
    assert built.problems == ()
    seen = text_of(built["bg/sabitia/start/index.html"])
    assert [word for word in ("no", "036", "10:30", "on") if word not in seen.split()] == []
    assert not {"False", "630", "30", "True"} & set(seen.split())
    assert "1.10" in built["bg/sabitia/start/index.html"]


@pytest.mark.parametrize(("text", "found"), [
    ("---\ntitle: Парк\n\nТекст.\n", "1:1 SYN-03"),
    ("---\ntitle: Парк\nsummary: x\ntitle: Друг\n---\n", "4:1 SYN-04"),
])  # fmt: skip
def test_fault_04_an_open_head_and_a_double_key_are_errors(tmp_path: Path, text: str, found: str) -> None:
    built = build_site(tmp_path, f"-- pages/a.bg.md --\n{text}")
    assert built.errors == [f"content/pages/a.bg.md:{found}"]


def ids(html: str) -> list[str]:
    """The ids of the headings in a page's text."""
    return re.findall(r'<h[2-6][^>]* id="([^"]+)"', html.partition("<main")[2])


def test_fault_05_cyrillic_headings_keep_their_ids(tmp_path: Path) -> None:
    text = "-- pages/a.bg.md --\n---\ntitle: А\n---\n{}## Цели на проекта\n\nx\n\n## Щъркелът\n\nx\n\n## Цели на проекта\n\nx\n"
    before = ids(build_site(tmp_path / "1", text.format(""))["bg/a/index.html"])
    after = ids(build_site(tmp_path / "2", text.format("## Ново\n\nx\n\n"))["bg/a/index.html"])
    assert before == ["tseli-na-proekta", "shtarkelat", "tseli-na-proekta-2"]
    assert after == ["novo", *before]


@pytest.mark.parametrize(("path", "address"), [
    ("pages/Щъркелът-в-България.bg.md", "bg/shtarkelat-v-bulgaria/index.html"),
    ("pages/жълти-чаши.bg.md", "bg/zhalti-chashi/index.html"),
])  # fmt: skip
def test_fault_06_slugs_follow_the_transliteration_act(tmp_path: Path, path: str, address: str) -> None:
    assert address in build_site(tmp_path, f"-- {path} --\n---\ntitle: А\n---\n")


def test_fault_07_lists_tables_and_scripts_of_a_word_user(tmp_path: Path) -> None:
    built = build_site(
        tmp_path,
        """
        -- pages/a.bg.md --
        ---
        title: А
        ---
        Списък:
        - първо
        - второ

        | а | б |
        |---|---|
        | 1 | 2 |

        <script>alert(1)</script><p onclick="x()" style="color:red">Текст</p>
        """,
    )
    main_part = built["bg/a/index.html"].partition('class="prose"')[2].partition("</main>")[0]
    assert [line for line in main_part.splitlines() if line in ("<li>първо</li>", "<li>второ</li>")] == [
        "<li>първо</li>",
        "<li>второ</li>",
    ]
    assert "<table" in main_part
    assert not re.search(r"<script|alert\(1\)|onclick|color:red", main_part)
    assert "Текст" in main_part


def test_fault_08_names_from_a_mac_are_found(tmp_path: Path) -> None:
    mac = "и\u0306"
    content = write_files(
        tmp_path, "-- pages/a/index.bg.md --\n---\ntitle: А\n---\n[план](план-й.txt) ![мост](й.svg)\n"
    )
    (content / f"pages/a/план-{mac}.txt").write_text("x", encoding="utf-8")
    (content / f"pages/a/{mac}.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>', encoding="utf-8")
    built = build_content(content)
    assert built.problems == ()
    assert {"assets/pages/a/plan-y.txt", "assets/pages/a/y.svg"} <= set(built.paths)
    assert "/assets/pages/a/plan-y.txt" in built["bg/a/index.html"]


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "America/Los_Angeles", "UTC"])
def test_fault_09_a_date_is_its_day_everywhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, zone: str) -> None:
    monkeypatch.setenv("TZ", zone)
    built = build_site(tmp_path, NEWS)
    assert 'datetime="2024-05-01"' in built["bg/novini/park/index.html"]
    assert "2024-05-01" in built["sitemap.xml"]
    assert "2024-04-30" not in built["bg/novini/park/index.html"]


def test_fault_10_an_error_names_file_line_and_column(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    content = write_files(tmp_path, "")
    (content / "pages").mkdir()
    text = "\ufeff---\r\ntitle: А\r\nsumary: x\r\n---\r\n\r\nЩъркелът [там](nyama) е.\r\n"
    (content / "pages/a.bg.md").write_bytes(text.encode())
    assert run(tmp_path, "--format", "json") == 1
    problems = json.loads(capsys.readouterr().out)["problems"]
    assert [(p["path"], p["line"], p["column"], p["code"], p["excerpt"]) for p in problems] == [
        ("content/pages/a.bg.md", 3, 1, "FLD-01", "sumary: x"),
        ("content/pages/a.bg.md", 6, 10, "LNK-01", "Щъркелът [там](nyama) е."),
    ]


@pytest.mark.parametrize("typo", ["{{ page.titel }}", "{{ nqma }}", "{{ page.frame.nqma.x }}"])
def test_fault_11_a_template_typo_is_an_error_not_nothing(tmp_path: Path, typo: str) -> None:
    content = write_files(tmp_path, "-- pages/a.bg.md --\n---\ntitle: А\n---\n")
    templates = tmp_path / "themes/default/templates"
    templates.mkdir(parents=True)
    (templates / "page.html").write_text(f"<p>\n{typo}\n", encoding="utf-8")
    built = build_content(content)
    assert [error.split("/")[-1] for error in built.errors if "THM-02" in error] == ["page.html:2:1 THM-02"]


# ── languages ───────────────────────────────────────────────────────────────────────────────────────────────────────

MIXED = """
-- pages/both.bg.md --
---
title: Двуезична
---
-- pages/both.en.md --
---
title: Both
slug: both-languages
---
-- pages/one.bg.md --
---
title: Една
---
-- news/one/index.ru.md --
---
title: Новост
only: [ru]
---
-- projects/park/index.bg.md --
---
title: Парк
number: 1
programme: oprg-2014-2020
contract: BG16RFOP001-5.001-0042-C01
partners: [{org: obshtina, role: beneficiary}]
---
-- projects/park/events/start/index.bg.md --
---
title: Старт
type: training
---
"""


def switches(html: str) -> list[str]:
    """Addresses that a page's links with `hreflang` lead to."""
    tags = re.findall(r"<a\b[^>]*hreflang=[^>]*>", html)
    return [href for tag in tags for href in re.findall(r'href="([^"#]*)', tag)]


@pytest.mark.parametrize("base", ["https://proekti.example/", "https://example.org/eu/"])
def test_fault_12_the_switcher_never_leads_to_a_404(tmp_path: Path, base: str) -> None:
    content = write_files(tmp_path, MIXED)
    settings = (content / "site.yaml").read_text(encoding="utf-8").replace("https://proekti.example/", base)
    (content / "site.yaml").write_text(settings, encoding="utf-8")
    built = build_content(content)
    assert built.errors == []
    path = re.sub(r"^https://[^/]+", "", base)
    pages = [page for page in built if re.match(r"(bg|en|ru)/.*index\.html", page)]
    for page in pages:
        assert switches(built[page])
        for href in switches(built[page]):
            assert href.startswith(path)
            assert href.removeprefix(path) + "index.html" in built, (page, href)
    assert path + "en/both-languages/" in switches(built["bg/both/index.html"])
    assert path + "en/projects/park/events/start/" in switches(built["bg/proekti/park/sabitia/start/index.html"])


def test_fault_13_every_language_has_its_prefix_and_the_root_chooses(tmp_path: Path) -> None:
    built = build_site(tmp_path, MIXED)
    assert {"index.html", "bg/index.html", "en/index.html", "ru/index.html"} <= set(built.paths)
    assert not [path for path in built if path.startswith(("proekti/", "projects/"))]
    assert "http-equiv" not in built["index.html"]
    assert "<script" not in built["index.html"]


def test_fault_14_a_language_code_inside_a_word_breaks_no_address(tmp_path: Path) -> None:
    built = build_site(
        tmp_path,
        """
        -- pages/genres.bg.md --
        ---
        title: Жанрове
        ---
        [Проектът](../projects/bgen)
        -- pages/genres.en.md --
        ---
        title: Genres
        ---
        [The project](../projects/bgen)
        -- projects/bgen/index.bg.md --
        ---
        title: А
        programme: oprg-2014-2020
        contract: BG16RFOP001-5.001-0042-C01
        partners: [{org: obshtina, role: beneficiary}]
        summary: Парк
        goals: [{id: g1, text: Цел}]
        results: [{id: r1, text: Резултат}]
        ---
        """,
    )
    assert built.problems == ()
    assert {"bg/genres/index.html", "en/genres/index.html", "en/projects/bgen/index.html"} <= set(built.paths)
    assert 'href="/en/projects/bgen/"' in built["en/genres/index.html"]


def test_fault_17_the_canonical_address_has_its_language(tmp_path: Path) -> None:
    built = build_site(tmp_path, MIXED)
    for page in ("bg/both", "en/both-languages", "ru/novosti/one", "en/projects", "bg"):
        canonical = re.findall(r'<link rel="canonical" href="([^"]+)"', built[f"{page}/index.html"])
        assert canonical == [f"https://proekti.example/{page}/"]


# ── build ───────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.sample(2)
@pytest.mark.parametrize("end", ["delete", "rename", "draft", "unpublish"])
def test_fault_19_a_page_that_went_is_gone_from_the_output(tmp_path: Path, end: str) -> None:
    assert site(tmp_path, NEWS) == 0
    assert (tmp_path / "output/bg/novini/park/index.html").is_file()
    source = tmp_path / "content/news/park/index.bg.md"
    text = source.read_text(encoding="utf-8")
    changes: dict[str, Callable[[], object]] = {
        "delete": source.unlink,
        "rename": lambda: source.parent.rename(source.parent.parent / "gradina"),
        "draft": lambda: source.write_text(text.replace("date", "draft: yes\ndate"), encoding="utf-8"),
        "unpublish": lambda: source.write_text(
            text.replace("date", "unpublish_at: 2026-11-22\ndate"), encoding="utf-8"
        ),
    }
    changes[end]()
    assert run(tmp_path) == 0
    assert not (tmp_path / "output/bg/novini/park").exists()
    assert all(b"/novini/park/" not in data for data in tree(tmp_path / "output").values())


def test_fault_20_a_build_that_fails_leaves_the_output_alone(tmp_path: Path) -> None:
    assert site(tmp_path, NEWS) == 0
    before = tree(tmp_path / "output")
    (tmp_path / "content/news/park/index.bg.md").write_text("---\ntitle: [\n", encoding="utf-8")
    assert run(tmp_path) == 1
    assert tree(tmp_path / "output") == before


def test_fault_20_a_first_build_that_fails_writes_nothing(tmp_path: Path) -> None:
    assert site(tmp_path, "-- pages/a.bg.md --\nx\n") == 1
    assert not (tmp_path / "output").exists()


@pytest.mark.parametrize("names", [["letter.txt"], [".git/config", "index.html"], ["photos/a.jpg", "notes.md"]])
def test_fault_21_a_foreign_folder_is_never_wiped(tmp_path: Path, names: list[str]) -> None:
    for name in names:
        (tmp_path / "output" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "output" / name).write_text("мое", encoding="utf-8")
    before = tree(tmp_path / "output")
    assert site(tmp_path, NEWS) == 1
    assert tree(tmp_path / "output") == before


def test_fault_21_what_others_add_to_the_output_is_kept_or_refused(tmp_path: Path) -> None:
    assert site(tmp_path, NEWS) == 0
    (tmp_path / "output/.git").mkdir()
    (tmp_path / "output/.git/config").write_text("мое", encoding="utf-8")
    run(tmp_path)
    assert (tmp_path / "output/.git/config").read_text(encoding="utf-8") == "мое"


def test_fault_21_the_content_is_never_the_output(tmp_path: Path) -> None:
    content = write_files(tmp_path, NEWS)
    before = tree(content)
    for output in (content, content / "output", tmp_path):
        assert main(["build", "--content", str(content), "--output", str(output), "--quiet"]) == 1
    assert tree(content) == before


@pytest.mark.sample(2)
@pytest.mark.parametrize(("text", "found"), [
    ("-- pages/a.bg.md --\n---\ntitle: А\n---\n-- pages/b.bg.md --\n---\ntitle: Б\nslug: a\n---\n", "pages/b.bg.md"),
    ("-- pages/a.bg.md --\n---\ntitle: А\n---\n-- a.bg.md --\n---\ntitle: Б\n---\n", "pages/a.bg.md"),
    ("-- pages/a.bg.md --\n---\ntitle: А\n---\n-- pages/b.bg.md --\n---\ntitle: Б\naliases: [/bg/a/]\n---\n", "pages/b.bg.md"),
    ("-- pages/b.bg.md --\n---\ntitle: Б\naliases: [/x/]\n---\n-- pages/c.bg.md --\n---\ntitle: В\naliases: [/x/]\n---\n", "pages/c.bg.md"),
    ("-- static/robots.txt --\nx\n", "robots.txt"),
    ("-- static/index.html --\nx\n", "index.html"),
])  # fmt: skip
def test_fault_23_two_things_at_one_address_are_an_error_that_names_both(tmp_path: Path, text: str, found: str) -> None:
    built = build_site(tmp_path, text)
    problem = built.problem("ADR-02")
    assert problem.is_error
    assert found in f"{problem.at} {problem.message}"
    assert str(problem.hint)


@pytest.mark.parametrize("name", ["bg/a/index.html", "assets/x.txt"])
def test_fault_23_a_static_file_never_lies_over_a_page(tmp_path: Path, name: str) -> None:
    built = build_site(tmp_path, f"-- pages/a.bg.md --\n---\ntitle: А\n---\n-- static/{name} --\nx\n")
    assert any(f"content/static/{name}" in f"{p.at}" for p in built.problems if p.is_error)


# ── outputs ─────────────────────────────────────────────────────────────────────────────────────────────────────────

SECRET = "Тайнаряпа"
"""A word that no page of the theme has; its slug is `taynaryapa`."""
HIDDEN = """
-- index.bg.md --
---
title: Начало
---
[скрито](projects/park), [новина](news/item#x), [план](news/item/{word}.bg.txt), [адрес](/bg/proekti/park/), [условия](page:pages/word)
-- projects/park/index.bg.md --
---
title: Парк {word}
short: {word}
x_secret: {word}
number: 77
programme: oprg-2014-2020
contract: BG16RFOP001-5.001-0042-C01
summary: Резюме {word}
aliases: [/bg/{slug}/]
partners: [{{org: obshtina, role: beneficiary}}]
goals: [{{id: g1, text: Цел {word}}}]
results: [{{id: r1, text: Резултат {word}}}]
{gate}---
Текст {word}. ![{word}](p.svg)
-- projects/park/index.en.md --
---
title: Park {word}
---
Text {word}.
-- projects/park/events/start/index.bg.md --
---
title: Старт {word}
type: training
start: 2026-12-24 11:00
place: {word}
---
-- projects/park/news/sod/index.bg.md --
---
title: Копка {word}
date: 2026-10-01
---
-- projects/park/documents/contract.bg.txt --
Договор {word}
-- projects/park/p.svg --
<svg xmlns="http://www.w3.org/2000/svg"><title>{word}</title></svg>
-- events/open/index.bg.md --
---
title: Открито {word}
type: training
start: 2026-12-01 11:00
{gate}---
-- events/open/agenda.bg.txt --
{word}
-- news/item/index.bg.md --
---
title: Новина {word}
date: 2026-11-01
event: ../../events/open
{gate}---
## З {{#x}}
-- news/item/{word}.bg.txt --
{word}
-- news/public/index.bg.md --
---
title: Явна
date: 2026-11-02
event: events/open
---
-- pages/word.bg.md --
---
title: Страница {word}
menu: 1
{gate}---
[план](word.txt)
-- pages/word.txt --
{word}
-- pages/x-{word}.bg.md --
---
title: Условия
{gate}---
Условия.
-- pages/public.bg.md --
---
title: Явна
---
[условия](x-{word}.bg.md)
-- pages/neighbour/index.bg.md --
---
title: Съсед
---
[план](plan.bg.txt)
-- pages/neighbour/plan.bg.txt --
план
-- accessibility.bg.md --
---
title: Достъпност {word}
{gate}---
Текст {word}.
"""


def hidden_site(root: Path, gate: str, *, now: datetime, drafts: bool = False) -> Built:
    """A site in which everything secret stands behind a gate."""
    return build_site(root, HIDDEN.format(word=SECRET, slug="taynaryapa", gate=gate), now=now, drafts=drafts)


def spellings(word: str) -> list[bytes]:
    """How an output may write a word: as it is, for addresses, for JSON, for HTML."""
    said = (word, word.lower(), word.upper())
    ways = (str, quote, lambda text: json.dumps(text)[1:-1], lambda text: "".join(f"&#{ord(sign)};" for sign in text))
    return [way(text).encode() for text in said for way in ways]


def legible(content: bytes) -> bytes:
    """What a program reads of a file: unpacked, the folded lines of a calendar in one piece, no soft hyphens."""
    if content.startswith(b"\x1f\x8b"):
        content = gzip.decompress(content)
    return content.replace(b"\r\n ", b"").replace("\u00ad".encode(), b"")


def leaks(built: Built) -> set[str]:
    """Artifacts in whose path or bytes the secret stands, in any script and spelling: of all outputs, whatever they are."""
    words = [
        *spellings(SECRET),
        b"taynaryapa",
        b"/p/77",
        b"proekti/park",
        b"projects/park",
        b"sabitia/open",
    ]
    return {path for path in built if any(word in path.encode() + legible(built.bytes(path)) for word in words)}


at = datetime.fromisoformat
NOON = at("2026-11-22T12:00")
CLOSED = [
    ("draft: yes\n", NOON),
    ("publish_at: 2026-11-22\n", at("2026-11-21T23:59")),
    ("publish_at: 2026-11-22 12:01\n", NOON),
    ("unpublish_at: 2026-11-22\n", at("2026-11-22T00:00")),
    ("unpublish_at: 2026-11-22 12:00\n", NOON),
    ("draft: yes\npublish_at: 2020-01-01\n", NOON),
]
OPEN = [
    ("", NOON),
    ("draft: no\n", NOON),
    ("publish_at: 2026-11-22\n", at("2026-11-22T00:00")),
    ("publish_at: 2026-11-22 12:00\n", NOON),
    ("unpublish_at: 2026-11-22\n", at("2026-11-21T23:59")),
]


@pytest.mark.sample(2)
@pytest.mark.parametrize(("gate", "now"), CLOSED)
def test_fault_27_what_is_not_public_is_in_no_artifact(tmp_path: Path, gate: str, now: datetime) -> None:
    built = hidden_site(tmp_path, gate, now=now)
    assert built.errors == []
    assert leaks(built) == set()
    assert "assets/pages/neighbour/plan.bg.txt" in built
    assert {p.code for p in built.problems} - {"A11Y-14"} == {"LNK-07"}


@pytest.mark.sample(3)
@pytest.mark.parametrize(
    ("gate", "now", "drafts"), [*((g, n, True) for g, n in CLOSED[:4]), *((g, n, False) for g, n in OPEN)]
)
def test_fault_27_what_is_public_or_previewed_is_there(
    tmp_path: Path, gate: str, now: datetime, *, drafts: bool
) -> None:
    built = hidden_site(tmp_path, gate, now=now, drafts=drafts)
    assert built.errors == []
    assert {
        "bg/proekti/park/index.html", "en/projects/park/index.html", "bg/proekti/park/sabitia/start/index.html", "p/77/index.html",
        "bg/taynaryapa/index.html", "bg/novini/item/index.html", "assets/projects/park/p.svg", "assets/pages/word.txt",
        "assets/projects/park/documents/contract.bg.txt", "assets/events/open/agenda.bg.txt", "bg/index.html",
        "bg/dostapnost/index.html",
        "bg/events.ics", "bg/proekti/park/events.ics", "bg/proekti/park/sabitia/start/event.ics", "bg/sabitia/open/event.ics",
    } <= leaks(built)  # fmt: skip
    assert drafts or {"bg/feed.xml", "bg/proekti/park/feed.xml", "sitemap.xml"} <= leaks(built)


def test_fault_27_the_clock_of_the_gate_is_that_of_sofia(tmp_path: Path) -> None:
    text = NEWS.replace("date: 2024-05-01", "date: 2024-05-01\npublish_at: 2026-07-01")
    write_files(tmp_path, text)
    paths = ["--content", str(tmp_path / "content"), "--output", str(tmp_path / "output"), "--quiet"]
    page = tmp_path / "output/bg/novini/park/index.html"
    for now, is_public in (
        ("2026-06-30T20:59+00:00", False),
        ("2026-06-30T21:00+00:00", True),
        ("2026-07-01T00:00", True),
    ):
        assert main(["build", *paths, "--now", now]) == 0
        assert page.is_file() is is_public, now
    for today, is_public in (("2026-06-30", False), ("2026-07-01", True)):
        assert main(["build", *paths, "--today", today]) == 0
        assert page.is_file() is is_public, today


def test_fault_28_lastmod_is_a_day_of_the_content_never_of_the_build(tmp_path: Path) -> None:
    built = build_site(
        tmp_path,
        NEWS
        + """
-- pages/own.bg.md --
---
title: А
updated: 2025-02-03
---
-- pages/own.en.md --
---
title: A
---
-- pages/future.bg.md --
---
title: Б
updated: 2027-01-01
---
-- pages/none.bg.md --
---
title: В
---
""",
    )
    entries = re.findall(r"<url>.*?</url>", built["sitemap.xml"], re.DOTALL)
    found = {
        loc[1]: re.findall(r"<lastmod>(.*?)</lastmod>", e)
        for e in entries
        if (loc := re.search(r"<loc>[^<]*example(.*?)</loc>", e))
    }
    assert found["/bg/own/"] == found["/en/own/"] == ["2025-02-03"]
    assert found["/bg/novini/park/"] == ["2024-05-01"]
    assert found["/bg/future/"] == found["/bg/none/"] == []
    assert "2026-11-22" not in built["sitemap.xml"]
