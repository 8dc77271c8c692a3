"""Pictures of people: children need consent, adults somebody who knows."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.read.folder import Folder, page, read_folder


def showing(root: Path, more: str, *, head: str = "") -> Folder:
    """A page whose gallery has one picture; `more` begins in column 13 of line 4."""
    text = f"gallery:\n  - {{file: p.svg, alt: Парк{more}}}\n{head}"
    return read_folder(root, f"-- pages/a/index.bg.md --\n{page(text)}", {"pages/a/p.svg": b"<svg/>"})


@pytest.mark.parametrize("consent", ["", ", consent: not_needed", ", consent: crowd", ", consent: unknown"])
@pytest.mark.parametrize("head", ["", "draft: yes\n"])
def test_children_without_consent_are_an_error(tmp_path: Path, consent: str, head: str) -> None:
    folder = showing(tmp_path, f", people: children{consent}", head=head)
    assert folder.errors == ["pages/a/index.bg.md:4:38 PRV-04"]
    stated = consent.rpartition(" ")[2] or "not_needed"
    assert folder.says("PRV-04").startswith(
        f"children can be recognised in 'p.svg', and consent is '{stated}' | Write "
    )


def test_adults_of_whom_nobody_knows_are_a_warning(tmp_path: Path) -> None:
    folder = showing(tmp_path, ", people: adults, consent: unknown")
    assert (folder.errors, folder.found) == ([], ["pages/a/index.bg.md:4:38 PRV-04"])
    assert folder.says("PRV-04").startswith(
        "people can be recognised in 'p.svg', and nobody knows whether they agreed | "
    )


@pytest.mark.parametrize("more", [
    "", ", people: none", ", people: none, consent: unknown", ", people: children, consent: obtained", ", people: adults",
    ", people: adults, consent: crowd", ", people: adults, consent: obtained",
])  # fmt: skip
def test_other_pictures_are_fine(tmp_path: Path, more: str) -> None:
    assert showing(tmp_path, more).found == []


def test_it_is_told_once_for_all_languages(tmp_path: Path) -> None:
    source = page("gallery: [{people: children, file: p.svg, alt: П}]\n")
    text = f"-- pages/a/index.bg.md --\n{source}-- pages/a/index.en.md --\n---\ntitle: A\ngallery: {{p.svg: P}}\n---\n"
    assert read_folder(tmp_path, text, {"pages/a/p.svg": b"<svg/>"}).found == ["pages/a/index.bg.md:3:20 PRV-04"]
