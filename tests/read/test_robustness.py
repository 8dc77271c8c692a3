"""Any bytes at all: no traceback, and every problem stands on a line that the file has."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.problems import Mistake
from sitegen.read.decoding import decode
from tests.read.folder import Folder, page, project, read_folder
from tests.sites import build_content, write_files

CONTENT = Path(__file__).resolve().parents[2] / "content"
REAL = sorted(path for path in CONTENT.rglob("*") if path.suffix in (".md", ".yaml"))
PIECES = [
    "title: ", "goals:\n  - {id: g1, text: А}\n", "---\n", "funding: {eu: 1,00 лв.}\n", "[а](б)", "![](x.jpg)", "# З {#id}\n",
    "<script>", "&a ", "*a", "!!x ", "<<: ", "{", "}", "[", "]", ": ", "- ", "\t", "\"", "'", "|\n", ">\n", "#", "%", "@", "`",
    "\ufeff", "\u2028", "\x85", "\u00a0", "😀", "й", "и\u0306", "\r\n", "\r", "\x00", "\x07", "\ufffe", "::: note\n", "[^1]", "|a|\n|-|\n",
    "only: [ru]\n", "draft: yes\n", "start: 2018-02\n", "slug: Щ\n", "aliases: [/a/]\n", "units: {а: б}\n", "page:", "../../", "\\",
]  # fmt: skip
KEYS = ["title", "summary", "slug", "aliases", "draft", "publish_at", "only", "image", "documents", "gallery", "contact", "number",
        "programme", "fund", "start", "months", "periods", "total_value", "funding", "partners", "places", "goals", "activities",
        "results", "units", "publicity", "notes", "kind", "x_a", "<<", "зла"]  # fmt: skip
TEXT = st.text(st.characters(codec="utf-8"), max_size=60)
PATCHWORK = st.lists(st.sampled_from(PIECES) | TEXT, max_size=12).map("".join)
VALUES = st.recursive(
    st.sampled_from(["x", "2018-02", "3 лв.", "[]", "'", "g1", "да", "1,00"]) | TEXT,
    lambda inner: (
        st.lists(inner, max_size=3).map(lambda v: f"[{', '.join(v)}]")
        | st.lists(st.tuples(st.sampled_from([*KEYS, "id", "text", "file", "org"]), inner), max_size=3).map(
            lambda pairs: "{" + ", ".join(f"{k}: {v}" for k, v in pairs) + "}"
        )
    ),
    max_leaves=5,
)
HEADS = st.lists(st.tuples(st.sampled_from(KEYS), VALUES), max_size=6).map(
    lambda p: "".join(f"{k}: {v}\n" for k, v in p)
)


def inside(folder: Folder, root: Path) -> None:
    """Every problem of a file stands on a line of it, and says what to do in words."""
    lines = {path: lines_of(root / path) for path in {problem.at.path for problem in folder.problems}}
    for problem in folder.problems:
        at = problem.at
        assert str(problem.message)
        assert 1 <= at.line <= len(lines[at.path]), problem
        assert 1 <= at.column <= len(lines[at.path][at.line - 1]) + 1, problem


def lines_of(file: Path) -> list[str]:
    """The lines as the reader sees them."""
    data = file.read_bytes() if file.is_file() else b""
    try:
        return decode(data).split("\n")
    except Mistake:
        return data.decode("utf-8-sig", "replace").replace("\r\n", "\n").replace("\r", "\n").split("\n")


def survives(files: dict[str, bytes]) -> None:
    """Reads a content folder of these files."""
    with TemporaryDirectory() as name:
        inside(read_folder(Path(name), files=files), Path(name))


def a_page(text: str) -> dict[str, bytes]:
    """A text as a free page."""
    return {"pages/a.bg.md": text.encode()}


def a_project(text: str) -> dict[str, bytes]:
    """A text as head and body of a project."""
    return {"projects/a/index.bg.md": f"---\n{text}---\n{text}".encode()}


def a_translation(text: str) -> dict[str, bytes]:
    """A text as head and body of the translation of a project that has everything."""
    rich = project("goals: [{id: g1, text: А}]\nresults: [{id: r1, text: А, unit: б}]\ncontact: {unit: А}\n")
    return {"projects/a/index.bg.md": rich.encode(), "projects/a/index.en.md": f"---\n{text}---\n{text}".encode()}


def settings_file(text: str) -> dict[str, bytes]:
    """A text as one of the settings."""
    return {
        "site.yaml": f"languages: [bg]\n{text}".encode(),
        "organisations.yaml": text.encode(),
        "programmes.yaml": text.encode(),
    }


SHAPES: list[Callable[[str], dict[str, bytes]]] = [a_page, a_project, a_translation, settings_file]


@given(st.sampled_from(SHAPES), PATCHWORK)
def test_any_text_is_survived(shape: Callable[[str], dict[str, bytes]], text: str) -> None:
    survives(shape(text))


@given(st.sampled_from(SHAPES), HEADS)
def test_any_fields_are_survived(shape: Callable[[str], dict[str, bytes]], text: str) -> None:
    survives(shape(text))


@given(st.binary(max_size=200))
def test_any_bytes_are_survived(data: bytes) -> None:
    survives({"pages/a.bg.md": data, "programmes.yaml": data, "pages/b/index.bg.md": b"---\ntitle: b\n---\n" + data,
              "pages/b/p.jpg": data, "pages/b/p.pdf": data})  # fmt: skip


def mutated(data: bytes, dice: random.Random) -> bytes:
    """The bytes with some of them changed, lost, doubled or moved."""
    made = bytearray(data)
    for _ in range(dice.randint(1, 6)):
        at, length = dice.randrange(len(made) + 1), dice.randint(1, 40)
        piece = dice.choice([b"", made[at : at + length] * 2, dice.randbytes(2), dice.choice(PIECES).encode()])
        made[at : at + dice.choice([0, 1, length])] = piece
    return bytes(made)


@given(st.sampled_from(REAL), st.randoms(use_true_random=False))
def test_real_files_with_mutations_are_survived(file: Path, dice: random.Random) -> None:
    name = file.relative_to(CONTENT).as_posix()
    stem = name.partition(".")[0]
    beside = {
        other.relative_to(CONTENT).as_posix(): other.read_bytes()
        for other in REAL
        if other.relative_to(CONTENT).as_posix().startswith(f"{stem}.") or other.name == "organisations.yaml"
    }
    survives(beside | {name: mutated(file.read_bytes(), dice)})


@pytest.mark.long
@settings(max_examples=2000)
@given(st.sampled_from(SHAPES), PATCHWORK | HEADS)
def test_very_many_texts_are_survived(shape: Callable[[str], dict[str, bytes]], text: str) -> None:
    survives(shape(text))


@pytest.mark.long
@settings(max_examples=2000)
@given(st.sampled_from(REAL), st.randoms(use_true_random=False))
def test_very_many_mutations_are_survived(file: Path, dice: random.Random) -> None:
    survives({file.relative_to(CONTENT).as_posix(): mutated(file.read_bytes(), dice)})


@pytest.mark.long
@settings(max_examples=150)
@given(st.sampled_from(SHAPES), PATCHWORK | HEADS)
def test_many_texts_are_survived_by_a_whole_build(shape: Callable[[str], dict[str, bytes]], text: str) -> None:
    with TemporaryDirectory() as name:
        content = write_files(Path(name), "")
        for path, data in shape(text).items():
            (content / path).parent.mkdir(parents=True, exist_ok=True)
            (content / path).write_bytes(data)
        build_content(content, drafts=True)


# ── bombs ───────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("text", [
    "---\na: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\n---\n",
    "---\na: " + "[" * 100_000 + "\n---\n",
    "---\na: " + "{b: " * 50_000 + "\n---\n",
    "---\n" + "- " * 100_000 + "\n---\n",
    "---\n" + "".join(f"k{n}:\n" for n in range(25_000)) + "---\n",
    "---\n" + "".join(f"titl{n}: x\n" for n in range(5_000)) + "---\n",
    "---\n" + "title: a\n" * 20_000 + "---\n",
    "---\ngallery:\n" + "- {}\n" * 10_000 + "---\n",
    "---\ntitle: {" + "a," * 50_000 + "}\n---\n",
    "---\n" + "x" * 200_000 + ": y\n---\n",
    "---\ntitle: " + '"a' * 80_000 + "\n---\n",
    "---\ntitle: a\n---\n" + "а" * 500_000,
    " " * 2_000_000,
    "--- x\n" * 200_000,
], ids=lambda text: text[4:24])  # fmt: skip
def test_bombs_are_answered(tmp_path: Path, text: str) -> None:
    inside(read_folder(tmp_path, files={"pages/a.bg.md": text.encode()}), tmp_path)


@pytest.mark.long
@pytest.mark.parametrize("text", [
    "---\ntitle: a\n---\n" + "а" * 2_400_000,
    "---\ntitle: a\n---\n" + "а б " * 700_000,
    "---\ntitle: a\n---\n" + "а\n" * 1_600_000,
    "---\ntitle: a\n---\n" + "[а](б) " * 60_000,
], ids=lambda text: text[16:30])  # fmt: skip
def test_pages_of_five_megabytes_are_answered(tmp_path: Path, text: str) -> None:
    inside(read_folder(tmp_path, files={"pages/a.bg.md": text.encode()}), tmp_path)


@pytest.mark.long
def test_a_settings_file_of_a_hundred_thousand_keys_is_answered(tmp_path: Path) -> None:
    keys = "".join(f"k{n}: {{name: {{bg: x}}}}\n" for n in range(100_000))
    folder = read_folder(tmp_path, f"-- pages/a.bg.md --\n{page()}", {"organisations.yaml": keys.encode()})
    assert folder.found == ["site.yaml:4:8 REF-01"]
