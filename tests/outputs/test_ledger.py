"""Addresses for ever: what was published is answered by a page, a stub or `gone`, or the build names it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import zxingcpp
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageDraw

from sitegen.cli import main
from sitegen.render.redirections import HEADING, apache_redirects, netlify_redirects, nginx_map
from tests.sites import SITE, Built, build_content, whole, write_files

CLOCK = ("--today", "2026-11-22", "--jobs", "1", "--quiet")


def page(title: str, body: str = "", head: str = "") -> str:
    """A page of its own."""
    return f"---\ntitle: {title}\nsummary: Накратко.\n{head}---\n{body or title + ' и думи.'}\n"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A site with a project that has a number and news, and two pages, all published."""
    files = {
        "projects/park/index.bg.md": f"---\n{whole('number: 7' + chr(10))}---\nТекст за парка.\n",
        "projects/park/news/start.bg.md": page("Начало", head="date: 2026-01-05\n"),
        "pages/usluga.bg.md": page("Услуга"),
        "pages/za-nas.bg.md": page("За нас"),
    }
    root = write_files(tmp_path, "".join(f"-- {name} --\n{text}" for name, text in files.items()))
    publish(root)
    return root


def publish(content: Path, *more: str) -> int:
    """Builds and notes what is published."""
    return main(["build", "--content", str(content), "--output", str(content.parent / "output"), "--record-addresses",
                 *CLOCK, *more])  # fmt: skip


def lines(content: Path) -> list[str]:
    """The ledger without its comment."""
    return (content / "addresses.lock").read_text(encoding="utf-8").splitlines()[1:]


def goal(built: Built, path: str) -> str:
    """Where a stub leads."""
    found = re.search(r'content="0; url=([^"]+)"', built[path])
    return found[1] if found else ""


def rename(content: Path, old: str, new: str) -> None:
    (content / new).parent.mkdir(parents=True, exist_ok=True)
    (content / old).rename(content / new)


def edit(content: Path, name: str, old: str, new: str) -> None:
    text = (content / name).read_text(encoding="utf-8")
    assert old in text
    (content / name).write_text(text.replace(old, new, 1), encoding="utf-8")


# ── the file ──────────────────────────────────────────────────────────────────────────────────────────────────


def test_every_public_page_is_noted_sorted_and_nothing_else(content: Path) -> None:
    noted = lines(content)
    assert noted == sorted(noted)
    addresses = [line.split()[0] for line in noted]
    assert {"/bg/", "/bg/novini/", "/bg/proekti/park/", "/ru/proekty/park/", "/bg/usluga/"} <= set(addresses)
    assert "/bg/proekti/park/novini/start/" in addresses
    assert not [address for address in addresses if not address.endswith("/") or address.startswith(("/p/", "/data/"))]
    assert [line for line in noted if line.startswith("/bg/proekti/park/ projects/park 7 ")]
    assert b"\r" not in (content / "addresses.lock").read_bytes()


def test_without_the_option_nothing_is_written_into_the_content_folder(content: Path) -> None:
    (content / "addresses.lock").unlink()
    before = sorted(content.rglob("*"))
    assert main(["build", "--content", str(content), "--output", str(content.parent / "output"), *CLOCK]) == 0
    assert sorted(content.rglob("*")) == before


@pytest.mark.long
def test_what_did_not_change_is_not_written_and_crlf_is_read(content: Path) -> None:
    lock = content / "addresses.lock"
    lock.write_bytes(lock.read_bytes().replace(b"\n", b"\r\n"))
    before = lock.stat()
    assert publish(content) == 0
    assert (lock.stat().st_mtime_ns, lock.stat().st_ino) == (before.st_mtime_ns, before.st_ino)
    rename(content, "pages/usluga.bg.md", "pages/uslugi.bg.md")
    assert goal(build_content(content), "bg/usluga/index.html") == "/bg/uslugi/"


def test_drafts_are_never_noted(content: Path) -> None:
    (content / "pages/tayna.bg.md").write_text(page("Тайна", head="draft: yes\n"), encoding="utf-8")
    (content / "pages/utre.bg.md").write_text(page("Утре", head="publish_at: 2027-01-01\n"), encoding="utf-8")
    before = lines(content)
    assert publish(content, "--drafts") == 0
    assert lines(content) == before


def test_a_site_with_an_error_notes_nothing(content: Path) -> None:
    before = lines(content)
    (content / "pages/losha.bg.md").write_text("---\n---\nБез заглавие.\n", encoding="utf-8")
    assert publish(content) == 1
    assert lines(content) == before


@pytest.mark.sample(1)
@pytest.mark.parametrize(
    "damage", ["/bg/x/ pages/x", "<<<<<<< HEAD", "=======", "bg/x/ x - -", "/bg/x/ x - - -", "\udce0"]
)
def test_a_damaged_line_is_named_and_stops_the_build(content: Path, damage: str) -> None:
    lock = content / "addresses.lock"
    data = lock.read_bytes() + damage.encode("utf-8", "surrogateescape") + b"\n"
    lock.write_bytes(data)
    number = data.count(b"\n")
    assert build_content(content).errors == [f"content/addresses.lock:{number}:1 ADR-16"]
    assert publish(content) == 1
    assert lock.read_bytes() == data


def test_two_ledgers_merge_line_by_line(content: Path) -> None:
    ours = lines(content)
    rename(content, "pages/usluga.bg.md", "pages/uslugi.bg.md")
    publish(content)
    both = [*ours, *lines(content)]
    (content / "addresses.lock").write_text("".join(f"{line}\n" for line in both), encoding="utf-8")
    assert build_content(content).errors == []
    after = lines(content)
    assert publish(content) == 0
    assert len({line.split()[0] for line in lines(content)}) == len(lines(content)) < len(after)


# ── pages that are found again ────────────────────────────────────────────────────────────────────────────────


def test_another_slug_leaves_a_stub(content: Path) -> None:
    edit(content, "pages/usluga.bg.md", "summary", "slug: novo-ime\nsummary")
    built = build_content(content)
    assert (built.errors, goal(built, "bg/usluga/index.html")) == ([], "/bg/novo-ime/")
    assert '<meta name="robots" content="noindex">' in built["bg/usluga/index.html"]


def test_a_project_is_found_by_its_number_and_what_lies_in_its_folder_with_it(content: Path) -> None:
    rename(content, "projects/park", "projects/gradina")
    edit(content, "projects/gradina/index.bg.md", "Текст за парка.", "Съвсем друг текст.")
    edit(content, "projects/gradina/news/start.bg.md", "Начало и думи.", "И тук всичко е друго.")
    built = build_content(content)
    assert built.errors == []
    assert goal(built, "bg/proekti/park/index.html") == "/bg/proekti/gradina/"
    assert goal(built, "ru/proekty/park/index.html") == "/ru/proekty/gradina/"
    assert goal(built, "bg/proekti/park/novini/start/index.html") == "/bg/proekti/gradina/novini/start/"


def test_a_number_is_stronger_than_a_folder_that_another_project_took(content: Path) -> None:
    rename(content, "projects/park", "projects/gradina")
    text = f"---\n{whole('number: 8' + chr(10) + 'slug: sasem-drug' + chr(10))}---\nДруг парк.\n".replace(
        "0042", "0043"
    )
    (content / "projects/park").mkdir()
    (content / "projects/park/index.bg.md").write_text(text, encoding="utf-8")
    assert goal(build_content(content), "bg/proekti/park/index.html") == "/bg/proekti/gradina/"


def test_a_page_is_found_by_its_words(content: Path) -> None:
    rename(content, "pages/usluga.bg.md", "pages/uslugi/nova.bg.md")
    built = build_content(content)
    assert (built.errors, goal(built, "bg/usluga/index.html")) == ([], "/bg/uslugi/nova/")


def test_of_two_pages_with_the_same_words_none_is_guessed(content: Path) -> None:
    rename(content, "pages/usluga.bg.md", "pages/edno.bg.md")
    (content / "pages/dve.bg.md").write_text(
        (content / "pages/edno.bg.md").read_text(encoding="utf-8"), encoding="utf-8"
    )
    assert [error.split()[1] for error in build_content(content).errors] == ["ADR-15"]


def test_a_chain_leads_to_its_end_and_a_page_takes_its_address_back(content: Path) -> None:
    rename(content, "pages/usluga.bg.md", "pages/b.bg.md")
    publish(content)
    edit(content, "pages/b.bg.md", "Услуга и думи.", "Нови думи.")
    publish(content)
    rename(content, "pages/b.bg.md", "pages/c.bg.md")
    built = build_content(content)
    assert [goal(built, f"bg/{name}/index.html") for name in ("usluga", "b")] == ["/bg/c/", "/bg/c/"]
    publish(content)
    rename(content, "pages/c.bg.md", "pages/usluga.bg.md")
    built = build_content(content)
    assert built.errors == []
    assert [goal(built, f"bg/{name}/index.html") for name in ("usluga", "b", "c")] == ["", "/bg/usluga/", "/bg/usluga/"]


def test_a_language_that_was_removed_leads_to_another(content: Path) -> None:
    edit(content, "site.yaml", "[bg, en, ru]", "[bg, en]")
    edit(content, "site.yaml", ', ru: "Проекты"', "")
    edit(content, "organisations.yaml", ', ru: "Община"', "")
    built = build_content(content)
    assert built.errors == []
    assert goal(built, "ru/proekty/park/index.html") == "/bg/proekti/park/"
    assert goal(built, "ru/index.html") == "/bg/"


def test_another_word_for_a_section_leaves_stubs(content: Path) -> None:
    lock = content / "addresses.lock"
    lock.write_text(lock.read_text(encoding="utf-8").replace("/bg/novini/", "/bg/vesti/"), encoding="utf-8")
    assert goal(build_content(content), "bg/vesti/index.html") == "/bg/novini/"


# ── pages that are not ────────────────────────────────────────────────────────────────────────────────────────


def test_an_address_that_vanished_is_named_with_advice(content: Path) -> None:
    (content / "pages/usluga.bg.md").unlink()
    number = 2 + [line.split()[0] for line in lines(content)].index("/bg/usluga/")
    built = build_content(content)
    assert built.errors == [f"content/addresses.lock:{number}:1 ADR-15"]
    hint = str(built.problem("ADR-15").hint)
    assert "aliases: [/bg/usluga/]" in hint
    assert "gone: [/bg/usluga/]" in hint


def test_an_alias_or_the_word_that_it_is_gone_answers(content: Path) -> None:
    (content / "pages/usluga.bg.md").unlink()
    (content / "site.yaml").write_text(SITE + "gone: [/bg/usluga/]\n", encoding="utf-8")
    assert build_content(content).errors == []
    publish(content)
    (content / "site.yaml").write_text(SITE, encoding="utf-8")
    assert [error.split()[1] for error in build_content(content).errors] == ["ADR-15"]
    edit(content, "pages/za-nas.bg.md", "summary", "aliases: [/bg/usluga/]\nsummary")
    built = build_content(content)
    assert (built.errors, goal(built, "bg/usluga/index.html")) == ([], "/bg/za-nas/")


def test_the_address_on_a_plaque_outlives_its_project_and_its_number(content: Path) -> None:
    edit(content, "projects/park/index.bg.md", "number: 7", "number: 8")
    built = build_content(content)
    assert len(built.errors) == 1
    assert "aliases: [/p/7/]" in str(built.problem("ADR-15").hint)
    edit(content, "projects/park/index.bg.md", "number: 8", "number: 8\naliases: [/p/7/]")
    built = build_content(content)
    assert (built.errors, goal(built, "p/7/index.html")) == ([], "/bg/proekti/park/")
    edit(content, "projects/park/index.bg.md", "number: 8\naliases: [/p/7/]", "draft: yes")
    assert build_content(content).errors == []


def test_a_page_that_is_hidden_for_a_time_is_no_error_and_nothing_leads_to_it(content: Path) -> None:
    edit(content, "pages/usluga.bg.md", "summary", "slug: tayno\ndraft: yes\nsummary")
    built = build_content(content)
    assert built.errors == []
    assert not [path for path in built if "usluga" in path or "tayno" in path]


NAMES = st.sampled_from(["a", "b", "v", "g", "d"])


@pytest.mark.long
@settings(max_examples=6, deadline=None)
@given(steps=st.lists(st.tuples(st.sampled_from(["move", "delete", "edit", "publish"]), NAMES, NAMES), max_size=8))
def test_whatever_becomes_of_pages_every_address_answers_or_is_named(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[str, str, str]]
) -> None:
    files = "".join(f"-- pages/{name}.bg.md --\n{page(name)}" for name in "abv")
    content = write_files(tmp_path_factory.mktemp("site"), files)
    publish(content)
    for number, (what, one, other) in enumerate(steps):
        old, new = (content / f"pages/{name}.bg.md" for name in (one, other))
        if what == "publish":
            publish(content)
        elif old.exists() and what == "delete":
            old.unlink()
        elif old.exists() and what == "edit":
            old.write_text(page(one, f"Думи {number}."), encoding="utf-8")
        elif old.exists() and not new.exists():
            old.rename(new)
    built = build_content(content)
    named = {dict(p.message.values)["address"] for p in built.problems if p.code == "ADR-15"}
    for address in (line.split()[0] for line in lines(content)):
        path = f"{address[1:]}index.html"
        assert (path in built) is (address not in named)
        if path in built and (there := goal(built, path)):
            assert goal(built, f"{there[1:]}index.html") == ""


# ── hosts ─────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.sample(2)
@pytest.mark.parametrize(("host", "file", "line"), [
    ("netlify", "_redirects", f"{HEADING}\n/eu/bg/usluga/ /eu/bg/novo/ 301!\n"),
    ("nginx", "redirects.map", f'{HEADING}\n"/eu/bg/usluga/" /eu/bg/novo/;\n"/eu/bg/usluga/index.html" /eu/bg/novo/;\n'),
    ("apache", "", ""), ("generic", "", ""),
])  # fmt: skip
def test_hosts_are_told_in_their_own_way(content: Path, host: str, file: str, line: str) -> None:
    edit(content, "pages/usluga.bg.md", "summary", "slug: novo\nsummary")
    (content / "site.yaml").write_text(SITE.replace("example/", "example/eu/") + f"host: {host}\n", encoding="utf-8")
    built = build_content(content)
    assert [path for path in ("_redirects", "redirects.map") if path in built] == ([file] if file else [])
    assert not file or line in built[file]
    assert "bg/usluga/index.html" in built


def test_signs_in_old_addresses_mean_themselves() -> None:
    moved = (("/bg/стара (1).html", "/bg/a/"), ('/b"c/', "/bg/b/"))
    assert (
        netlify_redirects(moved).splitlines()[1].startswith("/bg/%D1%81%D1%82%D0%B0%D1%80%D0%B0%20%281%29.html /bg/a/")
    )
    assert nginx_map(moved).splitlines()[2] == '"/b\\"c/" /bg/b/;'
    one, two, gone = apache_redirects(moved, ["/bg/x/"])
    assert one == 'RedirectMatch 301 "^/bg/стара\\ \\(1\\)\\.html$" "/bg/a/"'
    assert two == 'RedirectMatch 301 "^/b\\"c/(?:index\\.html)?$" "/bg/b/"'
    assert gone == 'RedirectMatch 410 "^/bg/x/(?:index\\.html)?$"'


def test_the_code_of_a_project_can_be_printed_and_read(content: Path) -> None:
    built = build_content(content)
    assert '<a href="qr.svg">' in built["p/7/index.html"]
    picture = built["p/7/qr.svg"]
    size = int(re.findall(r'viewBox="0 0 (\d+)', picture)[0]) * 6
    image = Image.new("L", (size, size), 255)
    draw = ImageDraw.Draw(image)
    for run in re.findall(r"M(\d+) (\d+)h(\d+)v1h-\d+z", picture):
        x, y, width = (int(number) * 6 for number in run)
        draw.rectangle((x, y, x + width - 1, y + 5), fill=0)
    assert [found.text for found in zxingcpp.read_barcodes(image)] == ["https://proekti.example/p/7/"]
