"""Judging: the site checks look again at whatever they looked at, once it is another."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from sitegen.builder import judging
from sitegen.builder.flow import Outcome, build
from sitegen.builder.living import LivingBuild
from sitegen.builder.order import Order
from sitegen.checks import examine
from sitegen.problems import Problem
from tests.sites import SITE, write_files

PAGE = "content/pages/a.bg.md"
TEXT = f"""
-- site.yaml --
{SITE}
-- pages/a.bg.md --
---
title: А
---
Текст.

[Другата](b.md)
-- pages/b.bg.md --
---
title: Б
---
## Увод

## Ход

## Край

{"Дълъг текст. " * 60}
"""

Change = Callable[[str], str]


def built(root: Path, file: str, change: Change, monkeypatch: pytest.MonkeyPatch) -> tuple[Outcome, Outcome, int]:
    """A build after a change, warm and cold, and how often the warm one judged the site."""
    order = Order(content=write_files(root, TEXT), now=datetime.fromisoformat("2026-11-22T12:00"))
    living = LivingBuild()
    living(order)
    judged: list[int] = []

    def counted(*given: Any) -> list[Problem]:
        judged.append(1)
        return examine(*given)

    path = root / file
    path.write_text(change(path.read_text(encoding="utf-8")), encoding="utf-8")
    with monkeypatch.context() as patched:
        patched.setattr(judging, "examine", counted)
        warm = living(order)
    return warm, build(order), len(judged)


def test_a_longer_text_changes_nothing_for_the_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    warm, cold, judged = built(tmp_path, "content/pages/b.bg.md", lambda text: text + "\nДълъг текст.\n", monkeypatch)
    assert warm.problems == cold.problems
    assert judged == 0


@pytest.mark.sample(2)
@pytest.mark.parametrize(("file", "change"), [
    (PAGE, lambda text: text.replace("(b.md)", "(c.md)")),
    (PAGE, lambda text: text.replace("Текст.", "Текст.\n\nОще.")),
    (PAGE, lambda text: text.replace("title: А", "title: Б")),
    (PAGE, lambda text: text.replace("title: А", "\ntitle: А")),
    ("content/site.yaml", lambda text: "\n" + text),
    ("content/site.yaml", lambda text: text.replace("url: https://", "url: http://")),
])  # fmt: skip
def test_what_the_checks_look_at_is_judged_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, file: str, change: Change
) -> None:
    warm, cold, judged = built(tmp_path, file, change, monkeypatch)
    assert warm.problems == cold.problems
    assert judged == 1


def test_a_built_page_that_was_looked_at_is_judged_again(tmp_path: Path) -> None:
    order = Order(content=write_files(tmp_path, TEXT), now=datetime.fromisoformat("2026-11-22T12:00"))
    living = LivingBuild()
    living(order)
    _, judgement = living.memo.recall(judging.ROOM, "")
    assert "bg/index.html" in judgement.seen
    home = tmp_path / "content/pages/home.bg.md"
    home.write_text("---\ntitle: Дом\n---\n", encoding="utf-8")
    assert living(order).problems == build(order).problems
