"""Whole sites in one string, and what a build makes of them.

    built = build_site(tmp_path, '''
    -- projects/park/index.bg.md --
    ---
    title: Парк
    programme: oprg-2014-2020
    ---
    Текст.
    ''')
    assert "Парк" in built["bg/proekti/park/index.html"]

Files that a test leaves out and every site needs (site.yaml, organisations.yaml) are added.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sitegen.builder.flow import Outcome, build
from sitegen.builder.order import Order
from sitegen.problems import Problem

NOW = datetime(2026, 11, 22, 12)  # noqa: DTZ001 - local time without zone, as the program keeps it
FILE = re.compile(r"^-- (.+) --$", re.MULTILINE)
SITE = """\
title: {bg: "Проекти", en: "Projects", ru: "Проекты"}
url: https://proekti.example/
languages: [bg, en, ru]
owner: obshtina
"""
ORGANISATIONS = """\
obshtina:
  type: municipality
  name: {bg: "Община", en: "Municipality", ru: "Община"}
"""
PROJECT = """\
title: Парк
programme: oprg-2014-2020
contract: BG16RFOP001-5.001-0042-C01
partners:
  - {org: obshtina, role: beneficiary}
"""
"""The head of a project without an error; `whole` adds what it must tell."""
TOLD = """\
summary: Нов парк в центъра.
goals: [{id: goal, text: Повече зеленина}]
results: [{id: result, text: Нов парк}]
"""
"""What every project must tell."""


def whole(head: str = "") -> str:
    """The head of a project that has no problem: `head` gives more lines, and what it does not tell is added below."""
    own = {line.partition(":")[0] for line in head.splitlines()}
    return PROJECT + head + "".join(line for line in TOLD.splitlines(True) if line.partition(":")[0] not in own)


@dataclass(frozen=True)
class Built:
    """A build of a site: its artifacts as text, and its problems."""

    outcome: Outcome

    def __getitem__(self, path: str) -> str:
        return self.bytes(path).decode()

    def __contains__(self, path: str) -> bool:
        return path in self.paths

    def __iter__(self) -> Iterator[str]:
        return iter(self.paths)

    @property
    def paths(self) -> list[str]:
        """Everything that would be written."""
        return [artifact.path for artifact in self.outcome.artifacts]

    @property
    def problems(self) -> tuple[Problem, ...]:
        """All problems."""
        return self.outcome.problems

    @property
    def errors(self) -> list[str]:
        """The errors as `path:line:column CODE`."""
        return [f"{p.at} {p.code}" for p in self.problems if p.is_error]

    @property
    def warnings(self) -> list[str]:
        """The warnings as `path:line:column CODE`."""
        return [f"{p.at} {p.code}" for p in self.problems if not p.is_error]

    def bytes(self, path: str) -> bytes:
        """What would be written at a path."""
        artifact = next(a for a in self.outcome.artifacts if a.path == path)
        return artifact.content if artifact.content is not None else Path(artifact.copy_of or "").read_bytes()

    def problem(self, code: str) -> Problem:
        """The first problem with a code."""
        return next(p for p in self.problems if p.code == code)


def write_files(root: Path, text: str) -> Path:
    """Lays the files of a site string below `root/content` and returns that folder."""
    content = root / "content"
    parts = FILE.split(textwrap.dedent(text))
    files = {"site.yaml": SITE, "organisations.yaml": ORGANISATIONS}
    files |= {name: body.removeprefix("\n") for name, body in zip(parts[1::2], parts[2::2], strict=True)}
    for name, body in files.items():
        path = content / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(body, encoding="utf-8", newline="\n")
    return content


def build_site(root: Path, text: str = "", *, now: datetime = NOW, drafts: bool = False, jobs: int = 1) -> Built:
    """Writes a site string below `root` and builds it."""
    return build_content(write_files(root, text), now=now, drafts=drafts, jobs=jobs)


def build_content(content: Path, *, now: datetime = NOW, drafts: bool = False, jobs: int = 1) -> Built:
    """Builds a content folder without writing."""
    return Built(build(Order(content=content, now=now, drafts=drafts, jobs=jobs)))
