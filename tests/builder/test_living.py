"""A living build: what it keeps in memory makes no difference but the time."""

from __future__ import annotations

import random
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from sitegen.builder import flow
from sitegen.builder.flow import Outcome, build
from sitegen.builder.living import LivingBuild
from sitegen.builder.order import Order
from sitegen.markup.parsing import parse_markdown
from tests.builder import test_memo
from tests.builder.test_memo import STORIES, Deed
from tests.sites import Built


def files(outcome: Outcome) -> dict[str, bytes]:
    built = Built(outcome)
    return {path: built.bytes(path) for path in built}


@pytest.mark.sample(1)
@pytest.mark.parametrize("story", [*STORIES, tuple((deed,) for deed in dict.fromkeys(test_memo.DEEDS))])
def test_living_is_cold(tmp_path: Path, story: tuple[tuple[Deed, ...], ...]) -> None:
    root = test_memo.start(tmp_path)
    order = Order(content=root / "content", theme=root / "themes/ours", now=datetime.fromisoformat("2026-11-22T12:00"))
    living = LivingBuild()
    living(order)
    for number, deeds in enumerate(story):
        for deed in deeds:
            deed(root, random.Random(number))
        warm, cold = living(order), build(order)
        assert warm.problems == cold.problems
        assert files(warm) == files(cold)


def test_only_what_changed_is_made_again(tmp_path: Path) -> None:
    root = test_memo.start(tmp_path)
    order = Order(content=root / "content", now=datetime.fromisoformat("2026-11-22T12:00"))
    living = LivingBuild()
    before = living(order).made.pieces
    test_memo.long_body(root, random.Random(1))
    living(order)
    test_memo.long_body(root, random.Random(1))
    known = {id(piece) for _, piece in living.remembered.pieces.values()}
    after = living(order).made.pieces
    fresh = [piece.artifact.path for piece in after if piece.artifact and id(piece) not in known]
    assert len(before) == len(after)
    assert {path for path in fresh if path.endswith(".html")} == {
        "bg/proekti/school/index.html",
        "en/projects/school/index.html",
    }


def test_only_the_body_that_changed_is_parsed_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = test_memo.start(tmp_path)
    order = Order(content=root / "content", now=datetime.fromisoformat("2026-11-22T12:00"))
    living = LivingBuild()
    parsed: list[str] = []
    living(order)
    monkeypatch.setattr(flow, "parse_markdown", partial(noted, parsed))
    page = root / "content/projects/park/index.en.md"
    page.write_text(page.read_text(encoding="utf-8") + "\nMore.\n", encoding="utf-8")
    living(order)
    assert parsed == ["en"]


def noted(parsed: list[str], text: str, language: str, **more: Any) -> Any:
    parsed.append(language)
    return parse_markdown(text, language=language, **more)
