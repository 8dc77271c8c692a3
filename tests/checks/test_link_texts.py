"""Link texts: each says where its link leads."""

from __future__ import annotations

from pathlib import Path

import pytest

from sitegen.checks.link_texts import ALL_VAGUE, MARKS
from tests.read.folder import Folder, page, read_folder

PICTURES = {"pages/a/x.jpg": b"", "pages/a/plan.bg.pdf": b""}


def read(root: Path, body: str) -> Folder:
    """A page with a picture and a document beside it; its body begins on line 4."""
    return read_folder(root, f"-- pages/a/index.bg.md --\n{page('', body)}")


def told(folder: Folder) -> list[str]:
    """Place and code of what is said of link texts."""
    return [f"{p.at.line}:{p.at.column} {p.code}" for p in folder.problems if p.code in ("LNK-02", "LNK-10")]


@pytest.mark.parametrize("text", [
    "тук", "Тук.", "натиснете тук", "Прочетете още…", "**повече** »", "„виж“", "Вижте повече", "here", "Click here!", "READ MORE",
    "more", "здесь", "Подробнее", "читать далее →", "Ещё", "по ссылке", "→", "…", "`тук`",
])  # fmt: skip
def test_a_vague_text_is_a_warning(tmp_path: Path, text: str) -> None:
    folder = read(tmp_path, f"Вижте [{text}](/bg/).")
    assert told(folder) == ["4:7 LNK-02"]
    assert not [p for p in folder.problems if p.is_error]


@pytest.mark.parametrize("text", [
    "Дневен ред", "Вижте всички проекти", "https://example.org/", "plan.bg.pdf", "2014–2020", "тук са целите", "read about the park",
    "подробнее о проекте", "Ε.Ε.", "1",
])  # fmt: skip
def test_a_text_that_says_something(tmp_path: Path, text: str) -> None:
    assert told(read(tmp_path, f"[{text}](/bg/) <https://example.org/>")) == []


@pytest.mark.parametrize(("body", "place"), [
    ("Текст [](/bg/) край.", "4:7"),
    ("[ ](/bg/)", "4:1"),
    ("[&nbsp;](/bg/)", "4:1"),
    ('<a href="/bg/"><b> </b></a>', "4:1"),
    ("[![](https://example.org/x.jpg){.decorative}](/bg/)", "4:1"),
])  # fmt: skip
def test_a_link_without_text_is_an_error(tmp_path: Path, body: str, place: str) -> None:
    folder = read(tmp_path, body)
    assert told(folder) == [f"{place} LNK-10"]
    assert folder.says("LNK-10") == (
        "the link to '/bg/' has no text | "
        "Write in the brackets where it leads; of a picture in them, what it shows: [Text](/bg/)"
    )
    assert "pages/a/index.bg.md:4:1 LNK-10" in folder.errors or place != "4:1"


def test_a_picture_speaks_for_its_link(tmp_path: Path) -> None:
    assert told(read(tmp_path / "1", "[![Площадът](https://example.org/x.jpg)](/bg/)")) == []
    assert told(read(tmp_path / "2", "[![тук](https://example.org/x.jpg)](/bg/)")) == ["4:1 LNK-02"]


def test_a_link_in_a_heading_is_shown_as_words(tmp_path: Path) -> None:
    assert told(read(tmp_path, "## [тук](/bg/)\n\n::: note\n## [тук](/bg/)\n:::")) == ["7:4 LNK-02"]


def test_what_is_advised(tmp_path: Path) -> None:
    assert read(tmp_path, "[Тук](/bg/)").says("LNK-02") == (
        "the text 'Тук' does not say where the link leads | Name what is found there: [Agenda of the conference](/bg/)"
    )


def test_the_tables_are_written_as_they_are_compared() -> None:
    for text in ALL_VAGUE:
        assert text == MARKS.sub(" ", text.lower().replace("ё", "е")).strip()
