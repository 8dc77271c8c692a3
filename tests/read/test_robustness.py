"""Any bytes at all: no traceback, and every problem stands on a line that the file has."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.read.folder import page, project, read_folder
from tests.read.grammar import BLOCKS, FOLDERS, HEADS, REAL
from tests.read.places import inside
from tests.sites import PROJECT, SITE, build_content, write_files

PIECES = [
    "title: ", "goals:\n  - {id: g1, text: А}\n", "---\n", "funding: {eu: 1,00 лв.}\n", "[а](б)", "![](x.jpg)", "# З {#id}\n",
    "<script>", "&a ", "*a", "!!x ", "<<: ", "{", "}", "[", "]", ": ", "- ", "\t", "\"", "'", "|\n", ">\n", "#", "%", "@", "`",
    "\ufeff", "\u2028", "\x85", "\u00a0", "😀", "й", "и\u0306", "\r\n", "\r", "\x00", "\x07", "\ufffe", "::: note\n", "[^1]", "|a|\n|-|\n",
    "only: [ru]\n", "draft: yes\n", "start: 2018-02\n", "slug: Щ\n", "aliases: [/a/]\n", "units: {а: б}\n", "page:", "../../", "\\",
]  # fmt: skip
TEXT = st.text(st.characters(codec="utf-8"), max_size=60)
PATCHWORK = st.lists(st.sampled_from(PIECES) | TEXT, max_size=12).map("".join)


def survives(files: dict[str, bytes]) -> None:
    """Reads a content folder of these files."""
    with TemporaryDirectory() as name:
        inside(read_folder(Path(name), files=files).problems, Path(name))


def survives_a_build(files: dict[str, bytes]) -> None:
    """Builds the site of these files."""
    with TemporaryDirectory() as name:
        content = write_files(Path(name), "")
        for path, data in files.items():
            (content / path).parent.mkdir(parents=True, exist_ok=True)
            (content / path).write_bytes(data)
        inside(build_content(content, drafts=True).problems, Path(name))


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


# ── grammars ────────────────────────────────────────────────────────────────────────────────────────────────────────


def a_site(head: str, text: str) -> dict[str, bytes]:
    """A front matter and a body in a file of every kind, a translation and all settings among them."""
    whole = f"---\n{head}---\n{text}"
    return {
        "projects/a/index.bg.md": whole.encode(),
        "projects/a/events/2018-02-20-b/index.bg.md": whole.encode(),
        "projects/a/news/c.bg.md": whole.encode(),
        "projects/d/index.bg.md": f"---\n{PROJECT}goals: [{{id: g1, text: А}}]\n---\n".encode(),
        "projects/d/index.en.md": whole.encode(),
        "pages/e.bg.md": f"---\ntitle: Страница\n---\n{text}".encode(),
        "accessibility.bg.md": whole.encode(),
        "accessibility-evaluation.yaml": head.encode(),
        "programmes.yaml": head.encode(),
    }


def all_settings(head: str, text: str) -> dict[str, bytes]:
    """Lines that may stand in a front matter, in the settings."""
    return {
        "site.yaml": (SITE + head).encode(),
        "organisations.yaml": head.encode(),
        "programmes.yaml": head.encode(),
        "translations.lock": (head + text).encode(),
        "pages/a.bg.md": b"---\ntitle: a\n---\n",
    }


SITES = st.one_of(st.builds(a_site, HEADS, BLOCKS), st.builds(all_settings, HEADS, BLOCKS))


@given(SITES)
def test_what_editors_write_is_read(files: dict[str, bytes]) -> None:
    survives(files)


@pytest.mark.long
@settings(max_examples=2000)
@given(SITES)
def test_very_much_of_what_editors_write_is_read(files: dict[str, bytes]) -> None:
    survives(files)


@pytest.mark.long
@settings(max_examples=100)
@given(SITES)
def test_what_editors_write_is_built(files: dict[str, bytes]) -> None:
    survives_a_build(files)


# ── mutations ───────────────────────────────────────────────────────────────────────────────────────────────────────


def flipped(data: bytes, at: int, length: int, dice: random.Random) -> bytes:
    """A byte becomes another."""
    return data[:at] + bytes([data[at] ^ 1 << dice.randrange(8)]) + data[at + 1 :] if at < len(data) else data


def cut(data: bytes, at: int, length: int, dice: random.Random) -> bytes:
    """Some bytes are lost."""
    return data[:at] + data[at + length :]


def inserted(data: bytes, at: int, length: int, dice: random.Random) -> bytes:
    """Something comes in between."""
    return data[:at] + dice.choice([dice.randbytes(2), dice.choice(PIECES).encode()]) + data[at:]


def doubled(data: bytes, at: int, length: int, dice: random.Random) -> bytes:
    """Some bytes stand twice, the second time anywhere."""
    other = dice.randrange(len(data) + 1)
    return data[:other] + data[at : at + length * 10] + data[other:]


def swapped(data: bytes, at: int, length: int, dice: random.Random) -> bytes:
    """Two pieces behind one another change places."""
    return data[:at] + data[at + length : at + 2 * length] + data[at : at + length] + data[at + 2 * length :]


def truncated(data: bytes, at: int, length: int, dice: random.Random) -> bytes:
    """The rest is lost."""
    return data[:at]


def mutated(data: bytes, dice: random.Random) -> bytes:
    """The bytes as a disk, a network or a hand may leave them."""
    for _ in range(dice.randint(1, 4)):
        change = dice.choice([flipped, cut, inserted, inserted, doubled, swapped, truncated])
        data = change(data, dice.randrange(len(data) + 1), dice.randint(1, 40), dice)
    return data


def with_neighbours(file: Path) -> tuple[str, dict[str, bytes]]:
    """The name of a real file, and the files around it: its languages and the organisations."""
    folder = next(folder for folder in FOLDERS if file.is_relative_to(folder))
    name = file.relative_to(folder).as_posix()
    near = [file, *file.parent.glob(f"{file.name.partition('.')[0]}.*.md"), folder / "organisations.yaml"]
    return name, {other.relative_to(folder).as_posix(): other.read_bytes() for other in near}


@pytest.mark.parametrize(
    ("seed", "times"), [(0, 40), *(pytest.param(seed, 500, marks=pytest.mark.long) for seed in range(1, 21))]
)
def test_ten_thousand_mutations_of_real_files_are_survived(seed: int, times: int) -> None:
    dice = random.Random(seed)
    for number in range(times):
        name, files = with_neighbours(dice.choice(REAL))
        data = mutated(files[name], dice)
        try:
            survives(files | {name: data})
        except Exception as error:
            raise AssertionError(f"mutation {number} of seed {seed}, {name}: {data!r}") from error


@pytest.mark.long
@settings(max_examples=100)
@given(st.sampled_from(REAL), st.randoms(use_true_random=False))
def test_mutations_of_real_files_are_built(file: Path, dice: random.Random) -> None:
    name, files = with_neighbours(file)
    survives_a_build(files | {name: mutated(files[name], dice)})


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
    inside(read_folder(tmp_path, files={"pages/a.bg.md": text.encode()}).problems, tmp_path)


def test_a_settings_file_of_a_hundred_thousand_keys_is_refused(tmp_path: Path) -> None:
    keys = "".join(f"k{n}: {{name: {{bg: x}}}}\n" for n in range(100_000))
    folder = read_folder(tmp_path, f"-- pages/a.bg.md --\n{page()}", {"organisations.yaml": keys.encode()})
    assert folder.found == ["organisations.yaml:8334:8 SYN-06"]
