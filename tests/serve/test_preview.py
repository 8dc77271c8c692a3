"""The preview survives whatever an editor writes, keeps the last good pages and tells what changed."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sitegen.builder.flow import Outcome, build
from sitegen.builder.order import Order
from sitegen.serve.preview import Preview, Shown, standing
from tests.serve.serving import order_for
from tests.sites import write_files

SITE = """\
-- pages/a.bg.md --
---
title: Алфа
---
Първи текст.
-- pages/b.bg.md --
---
title: Бета
---
Втори текст.
"""
A, B = "bg/a/index.html", "bg/b/index.html"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return write_files(tmp_path, SITE)


def text(shown: Shown, path: str) -> str:
    return (shown.tree[path].content or b"").decode()


def write(content: Path, name: str, words: str) -> None:
    (content / name).write_text(words, encoding="utf-8")


def test_a_change_is_shown(content: Path) -> None:
    preview = Preview(build)
    first = preview.rebuild(order_for(content))
    write(content, "pages/a.bg.md", "---\ntitle: Алфа\n---\nДруг текст.\n")
    second = preview.rebuild(order_for(content))
    assert "Друг текст." in text(second, A)
    assert (second.number, second.pages == first.pages) == (2, False)


def test_the_same_again_is_no_news_for_a_page(content: Path) -> None:
    preview = Preview(build)
    first = preview.rebuild(order_for(content))
    (content / "pages" / "a.bg.md").touch()
    assert preview.rebuild(order_for(content)).pages == first.pages


def test_another_document_under_its_old_name_is_news(content: Path) -> None:
    write(content, "static-note.txt", "")
    (content / "static").mkdir()
    write(content, "static/note.txt", "едно")
    preview = Preview(build)
    first = preview.rebuild(order_for(content))
    write(content, "static/note.txt", "две неща")
    assert preview.rebuild(order_for(content)).pages != first.pages


def test_under_an_error_the_last_good_page_stays_and_others_follow(content: Path) -> None:
    preview = Preview(build)
    preview.rebuild(order_for(content))
    write(content, "pages/a.bg.md", "---\ntitle: Алфа\nмусака: 1\n---\nГрешен текст.\n")
    write(content, "pages/b.bg.md", "---\ntitle: Бета\n---\nПоправен текст.\n")
    shown = preview.rebuild(order_for(content))
    assert [problem.at.path for problem in shown.problems if problem.is_error] == ["content/pages/a.bg.md"]
    assert "Първи текст." in text(shown, A)
    assert "Поправен текст." in text(shown, B)
    write(content, "pages/a.bg.md", "---\ntitle: Алфа\n---\nВерен текст.\n")
    assert "Верен текст." in text(preview.rebuild(order_for(content)), A)


def test_a_page_that_never_was_good_is_shown_as_it_is(content: Path) -> None:
    write(content, "pages/a.bg.md", "---\ntitle: Алфа\nмусака: 1\n---\nГрешен текст.\n")
    preview = Preview(build)
    assert "Грешен текст." in text(preview.rebuild(order_for(content)), A)
    write(content, "pages/a.bg.md", "---\ntitle: Алфа\nмусака: 1\n---\nОще грешен.\n")
    assert "Още грешен." in text(preview.rebuild(order_for(content)), A)


def test_a_page_that_is_deleted_goes_when_there_is_no_error(content: Path) -> None:
    preview = Preview(build)
    preview.rebuild(order_for(content))
    (content / "pages" / "a.bg.md").unlink()
    assert A not in preview.rebuild(order_for(content)).tree


@pytest.mark.parametrize("settings", ["title: [", "title: {bg: Друго}\n", ""])
def test_under_an_error_of_the_settings_every_page_stays(content: Path, settings: str) -> None:
    preview = Preview(build)
    first = preview.rebuild(order_for(content))
    write(content, "site.yaml", settings)
    shown = preview.rebuild(order_for(content))
    assert any(problem.is_error for problem in shown.problems)
    assert (shown.tree, shown.pages, shown.base_path) == (first.tree, first.pages, first.base_path)


def test_a_bug_is_shown_and_the_pages_stay(content: Path) -> None:
    broken = False

    def buggy(order: Order) -> Outcome:
        if broken:
            raise ZeroDivisionError("a recipe divides")
        return build(order)

    preview = Preview(buggy)
    first = preview.rebuild(order_for(content))
    broken = True
    shown = preview.rebuild(order_for(content))
    assert "ZeroDivisionError: a recipe divides" in shown.crash
    assert (shown.tree, shown.site, shown.due) == (first.tree, first.site, None)
    broken = False
    assert preview.rebuild(order_for(content)).crash == ""


def test_ctrl_c_is_no_bug(content: Path) -> None:
    def interrupted(_order: Order) -> Outcome:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        Preview(interrupted).rebuild(order_for(content))


def test_a_file_that_went_while_it_was_read_is_forgiven_once(content: Path) -> None:
    failures = [FileNotFoundError("gone")]

    def unlucky(order: Order) -> Outcome:
        if failures:
            raise failures.pop()
        return build(order)

    assert Preview(unlucky).rebuild(order_for(content)).crash == ""


def test_a_page_comes_due_at_its_moment(content: Path) -> None:
    write(content, "pages/a.bg.md", "---\ntitle: Алфа\npublish_at: 2026-12-01 09:00\n---\nТекст.\n")
    shown = Preview(build).rebuild(order_for(content))
    assert f"{shown.due:%Y-%m-%d %H:%M}" == "2026-12-01 09:00"


# ── any sequence of breaking and mending ────────────────────────────────────────────────────────────────────


def remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def put(name: str, data: bytes | None) -> Callable[[Path], None]:
    """Writes a file, or makes a folder, whatever stands in its way."""

    def act(root: Path) -> None:
        path = root / name
        for place in (root / "content", path):
            if place.is_file() or place == path:
                remove(place)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.mkdir() if data is None else path.write_bytes(data)

    return act


def take(name: str) -> Callable[[Path], None]:
    return lambda root: remove(root / name)


BREAKING = {
    "yaml": put("content/pages/a.bg.md", b"---\ntitle: [\n---\n"),
    "head without end": put("content/pages/a.bg.md", b"---\ntitle: A"),
    "empty": put("content/pages/a.bg.md", b""),
    "binary": put("content/pages/a.bg.md", bytes(range(256))),
    "deep": put("content/pages/a.bg.md", b"---\ntitle: " + b"[" * 3000 + b"\n---\n"),
    "markdown": put("content/pages/a.bg.md", b"---\ntitle: A\n---\n" + b"> " * 2000 + b"x\n"),
    "a folder as a page": put("content/pages/a.bg.md", None),
    "no settings": take("content/site.yaml"),
    "settings": put("content/site.yaml", b"languages: [xx, 1, {}]\ntitle: 5\n"),
    "organisations": put("content/organisations.yaml", b"- - -"),
    "no content": take("content"),
    "a file as content": lambda root: (take("content")(root), put("content", b"?")(root))[0],
    "template": put("themes/default/templates/page.html", b"{% if %}"),
    "template that asks for nothing": put("themes/default/templates/page.html", b"{{ page.nothing.at.all }}"),
    "base": put("themes/default/templates/base.html", b"{% block main %}"),
    "catalogue": put("themes/default/locale/bg.po", b'msgid "draft\n'),
    "style": put("themes/default/assets/site.css", b"\xff\xfe"),
    "picture": put("content/pages/x.jpg", b"no picture"),
    "ledger": put("content/translations.lock", b"{{{"),
    "static": put("content/static/index.html", b"<html>"),
    "other theme": put(
        "content/site.yaml", b"title: {bg: A}\nurl: https://a.example/\nlanguages: [bg]\ntheme: nowhere\n"
    ),
}


@pytest.mark.long
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], max_examples=20)
@given(st.lists(st.sampled_from(sorted(BREAKING)), min_size=1, max_size=4))
def test_it_survives_any_sequence_and_is_whole_again(
    tmp_path_factory: pytest.TempPathFactory, names: list[str]
) -> None:
    root = tmp_path_factory.mktemp("site")
    content = write_files(root, SITE)
    preview = Preview(build)
    shown = first = preview.rebuild(order_for(content))
    for name in names:
        BREAKING[name](root)
        before, shown = shown, preview.rebuild(order_for(content))
        assert shown.crash == "", name
        if any(problem.is_error for problem in shown.problems):
            assert before.tree.keys() <= shown.tree.keys(), name
    remove(content)
    remove(root / "themes")
    write_files(root, SITE)
    assert preview.rebuild(order_for(content)).tree == first.tree


def test_it_survives_the_usual_faults_one_after_another(tmp_path: Path) -> None:
    content = write_files(tmp_path, SITE)
    preview = Preview(build)
    first = preview.rebuild(order_for(content))
    for name in ("yaml", "template", "settings", "no content"):
        BREAKING[name](tmp_path)
        shown = preview.rebuild(order_for(content))
        assert (shown.crash, shown.tree.keys() >= first.tree.keys()) == ("", True), name
        assert any(problem.is_error for problem in shown.problems), name


@pytest.mark.long
@pytest.mark.parametrize("name", BREAKING)
def test_it_survives_each_fault_from_the_start(tmp_path: Path, name: str) -> None:
    content = write_files(tmp_path, SITE)
    BREAKING[name](tmp_path)
    preview = Preview(build)
    assert preview.rebuild(order_for(content)).crash == ""


def test_standing_takes_no_bad_page_for_a_good_one(content: Path) -> None:
    write(content, "pages/a.bg.md", "---\ntitle: Алфа\nмусака: 1\n---\nГрешен текст.\n")
    outcome = build(order_for(content))
    tree, good = standing(outcome, {})
    assert A in tree
    assert A not in good
    assert B in good
    assert standing(replace(outcome, problems=()), {})[1].keys() == tree.keys()
