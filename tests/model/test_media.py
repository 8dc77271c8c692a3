"""Files beside the pages: what their names say."""

from __future__ import annotations

import pytest

from sitegen.model.media import document_name
from tests.model.small import LANGUAGES, file


@pytest.mark.parametrize(("path", "name", "extension", "language"), [
    ("projects/park/plan.bg.PDF", "plan.bg.PDF", "pdf", "bg"),
    ("plan.pdf", "plan.pdf", "pdf", ""),
    ("bg.pdf", "bg.pdf", "pdf", ""),
    ("v1.2.pdf", "v1.2.pdf", "pdf", ""),
    ("projects/README", "README", "", ""),
])  # fmt: skip
def test_a_name_gives_ending_and_language(path: str, name: str, extension: str, language: str) -> None:
    found = file(path)
    assert (found.name, found.extension, found.language(LANGUAGES)) == (name, extension, language)


def test_browsers_show_pictures() -> None:
    assert file("a/opening.JPG").is_picture
    assert not file("a/plan.bg.pdf").is_picture


@pytest.mark.parametrize(("name", "found"), [
    ("agenda.bg.pdf", ("agenda", "bg")),
    ("Media-Info.en.docx", ("media_info", "en")),
    ("agenda.pdf", None),
    ("plan.bg.pdf", None),
    ("agenda.v2.bg.pdf", None),
])  # fmt: skip
def test_a_document_says_its_kind_and_language(name: str, found: tuple[str, str] | None) -> None:
    assert document_name(name) == found
