"""A small site with every kind of page in three languages, byte for byte.

When a change is meant, renew the expected tree, and read its diff before it is committed:

    python3 -m tests.golden.test_golden
"""

from __future__ import annotations

import re
import shutil
import sys
from pathlib import Path

from tests.sites import NOW, build_content

HERE = Path(__file__).parent
STYLE = re.compile(rb"<style>.*?</style>", re.DOTALL)
"""The style text is cut: it stands in every page, and the browser tests look at it."""


def made() -> dict[str, bytes]:
    built = build_content(HERE / "content", now=NOW)
    assert built.errors == []
    return {path: STYLE.sub(b"<style></style>", built.bytes(path)) for path in built}


def expected() -> dict[str, bytes]:
    tree = HERE / "expected"
    return {path.relative_to(tree).as_posix(): path.read_bytes() for path in tree.rglob("*") if path.is_file()}


def test_the_golden_site_is_built_as_it_was() -> None:
    now, before = made(), expected()
    assert sorted(now) == sorted(before)
    differing = [path for path in now if now[path] != before[path]]
    assert differing == [], "renew on purpose: python3 -m tests.golden.test_golden"


def renew() -> None:
    """Writes the tree that is expected from now on."""
    shutil.rmtree(HERE / "expected", ignore_errors=True)
    for path, content in made().items():
        file = HERE / "expected" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)


if __name__ == "__main__":
    renew()
    sys.exit()
