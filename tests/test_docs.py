"""The documents tell the truth: the reference is current, links lead somewhere, examples and messages are real."""

from __future__ import annotations

import importlib.util
import re
import shlex
import shutil
import sys
from collections.abc import Iterable
from io import StringIO
from pathlib import Path
from types import ModuleType

import pytest

from sitegen.read.excerpt import excerpt
from sitegen.report import Words, as_text
from tests.sites import Built, build_site

ROOT = Path(__file__).resolve().parents[1]
REFERENCE = ROOT / "docs" / "content-format.md"
EDITING = ROOT / "docs" / "editing.md"
THEMING = ROOT / "docs" / "theming.md"
PUBLISHING = ROOT / "docs" / "publishing.md"
RELIABILITY = ROOT / "docs" / "reliability.md"
HOSTING = ROOT / "docs" / "hosting.md"
BLOCK = re.compile(r"^```(\w*)\n(.*?)^```", re.MULTILINE | re.DOTALL)
FOLDER = "projects/nova-gradina"


def tool(name: str) -> ModuleType:
    """A program of tools/, which is no package."""
    spec = importlib.util.spec_from_file_location(name, ROOT / "tools" / f"{name}.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def blocks(page: Path, language: str = "") -> list[str]:
    """The blocks of code of a document."""
    return [text for name, text in BLOCK.findall(page.read_text(encoding="utf-8")) if name == language]


def build(root: Path, source: str, translation: str) -> Built:
    """A site with one project as a document shows it."""
    organisations = "kyustendil: {type: municipality, name: {bg: Община Кюстендил}}\nobshtina: {name: {bg: Община}}\n"
    files = {
        "organisations.yaml": organisations,
        f"{FOLDER}/index.bg.md": source,
        f"{FOLDER}/index.en.md": translation,
    }
    return build_site(root, "".join(f"-- {name} --\n{text}" for name, text in files.items()), drafts=True)


def test_the_reference_of_the_content_is_current() -> None:
    assert REFERENCE.read_text(encoding="utf-8") == tool("reference").reference(), "run: python tools/reference.py"


def test_every_table_has_its_place_in_the_words_around_it() -> None:
    found = tool("reference")
    assert set(found.PLACE.findall(found.FRAMING.read_text(encoding="utf-8"))) == set(found.TABLES)


def test_every_field_is_explained() -> None:
    found = tool("reference")
    owners = (*found.PAGES, found.Config, found.Organisation, found.Programme)
    fields = [
        (owner.__name__, field.name, field.mark.about)
        for owner in (*owners, *found.nested(*owners))
        for field in found.fields_of(owner)
    ]
    silent = [(owner, name) for owner, name, about in fields if not about]
    assert silent == [("Attachment", "file"), ("Photo", "file")]  # their value says it all


def test_the_guide_to_themes_is_current() -> None:
    assert THEMING.read_text(encoding="utf-8") == tool("theming").guide(), "run: python tools/theming.py"


def test_every_table_of_the_guide_has_its_place() -> None:
    found = tool("theming")
    assert set(found.PLACE.findall(found.FRAMING.read_text(encoding="utf-8"))) == set(found.TABLES)


def test_the_guide_names_the_view_of_every_template_that_has_one() -> None:
    found = tool("theming")
    frames = {"base.html", "bare.html", "macros.html", "emblem.svg"}
    assert {file.name for file in (found.THEME / "templates").iterdir()} == frames | set(found.given())
    assert set(found.given().values()) <= set(found.views())


def test_what_templates_may_use_is_explained() -> None:
    found = tool("theming")
    silent = [line for name in ("macros", "functions", "filters") for line in found.TABLES[name]().splitlines()]
    assert [line for line in silent if line.endswith("|  |")] == []


DOCUMENTS = [REFERENCE, EDITING, THEMING, PUBLISHING, RELIABILITY, HOSTING]


@pytest.mark.parametrize("page", DOCUMENTS, ids=lambda page: page.name)
def test_links_of_the_documents_lead_somewhere(page: Path) -> None:
    prose = re.sub(r"`[^`\n]+`", "", BLOCK.sub("", page.read_text(encoding="utf-8")))
    for target in re.findall(r"\]\((?!https?:)([^)]+)\)", prose):
        path, _, anchor = target.partition("#")
        other = page.parent / path if path else page
        assert other.exists(), target
        assert not anchor or anchor in anchors(other), target


def anchors(page: Path) -> set[str]:
    """The ids that GitHub gives to the headings."""
    headings = re.findall(r"^#+ (.+)$", BLOCK.sub("", page.read_text(encoding="utf-8")), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize(("page", "words"), [
    (REFERENCE, "Planting of trees"),
    (EDITING, "A new kindergarten in the Iztok district"),
], ids=["reference", "editing"])  # fmt: skip
def test_the_examples_can_be_built(page: Path, words: str, tmp_path: Path) -> None:
    source, translation = blocks(page, "markdown")
    built = build(tmp_path, source, translation)
    assert (built.errors, built.warnings) == ([], [])
    assert words in built["en/projects/nova-gradina/index.html"]


def test_the_message_that_editors_are_shown_is_the_real_one(tmp_path: Path) -> None:
    source, translation = blocks(EDITING, "markdown")
    built = build(tmp_path, source.replace("515 000,00 лв.", "515.000 лв."), translation)
    told = as_text(built.problem("MON-02"), Words("bg"), lambda found: excerpt(tmp_path / "content", found.at))
    assert told + "\n" in blocks(EDITING)


def test_the_commands_that_editors_are_shown_exist() -> None:
    from sitegen.cli import parser, with_command

    shown = re.findall(r"^python3 build\.py(| .*?)(?:  .*)?$", "".join(blocks(EDITING)), re.MULTILINE)
    assert len(shown) >= 7
    for arguments in shown:
        given = with_command(shlex.split(arguments))
        parser(given[0]).parse_args(given)


def test_the_conversation_that_editors_are_shown_is_the_real_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from sitegen.cli import main

    shutil.copytree(ROOT / "content", tmp_path / "content")
    [shown] = [text for text in blocks(EDITING) if text.startswith("python3 build.py new project\n")]
    asked = [line for line in shown.splitlines()[1:] if ": " in line]
    typist = Typist(line.rpartition(": ")[2] for line in asked)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "stdin", typist)
    monkeypatch.setattr(sys, "stdout", typist.shown)
    assert main(["new", "project"]) == 0
    told = typist.shown.getvalue()
    for piece in filter(None, shown.partition("\n")[2].split("…\n")):
        assert piece in told
        told = told.partition(piece)[2]


class Shown(StringIO):
    """What a terminal shows."""

    def isatty(self) -> bool:
        return True


class Typist(StringIO):
    """Answers, one a line, that the terminal shows as they are typed."""

    def __init__(self, answers: Iterable[str]) -> None:
        super().__init__("".join(f"{answer}\n" for answer in answers))
        self.shown = Shown()

    def isatty(self) -> bool:
        return True

    def readline(self, size: int | None = -1) -> str:  # type: ignore[override]
        typed = super().readline(-1 if size is None else size)
        self.shown.write(typed)
        return typed


def test_copied_and_committed_names_exist() -> None:
    for name in re.findall(r"content/[\w/.-]+", EDITING.read_text(encoding="utf-8")):
        assert "nova-gradina" in name or (ROOT / name.rstrip("/.")).exists(), name


def test_the_list_of_the_law_is_current() -> None:
    law = tool("law")
    assert law.PAGE.read_text(encoding="utf-8") == law.page(), "run: python tools/law.py"
    assert "## Uncertain: a person should confirm" in law.page()
