"""Tasks and artifacts are values: what is equal is the same, and nothing changes on the way."""

from __future__ import annotations

from dataclasses import FrozenInstanceError, replace

import pytest

from sitegen.model.artifact import Artifact, Copy, Task


def hello(workshop: object, inputs: object) -> bytes:
    return f"{inputs}".encode()


def test_a_task_is_its_recipe_and_all_that_it_needs() -> None:
    task = Task(path="bg/index.html", recipe=hello, inputs="bg", origin="content/index.bg.md")
    assert task.recipe(None, task.inputs) == b"bg"
    assert task == replace(task)
    assert task.templates == ()


def test_an_artifact_is_bytes_or_a_copy_and_stays_so() -> None:
    made = Artifact(path="robots.txt", content=b"", origin="robots")
    assert made.copy_of is None
    assert Copy("/disk/plan.pdf").disk == "/disk/plan.pdf"
    with pytest.raises(FrozenInstanceError):
        made.content = b"changed"  # type: ignore[misc]
