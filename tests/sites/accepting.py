"""Sites whose translations were accepted, and files that were edited afterwards."""

from __future__ import annotations

from pathlib import Path

from sitegen.cli import main
from tests.sites import write_files

BG = """\
---
title: Заглавие
summary: Накратко
---
Има 25 места.

Пристроени са деца.
"""
EN = """\
---
title: Title
summary: In short
---
There are 25 places.

Children moved in.
"""
PAGE = f"-- pages/a.bg.md --\n{BG}-- pages/a.en.md --\n{EN}"
"""A page and its translation."""


def accepted_site(root: Path, text: str = PAGE) -> Path:
    """Lays a site string below `root`, accepts all its translations and returns the content folder."""
    content = write_files(root, text)
    assert main(["accept", "--all", "--quiet", "--content", str(content)]) == 0
    return content


def edit(file: Path, old: str, new: str) -> None:
    """Replaces a piece of a file that stands there once."""
    text = file.read_text(encoding="utf-8")
    assert text.count(old) == 1
    file.write_text(text.replace(old, new), encoding="utf-8", newline="\n")
