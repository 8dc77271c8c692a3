"""Offline copies: names that every computer takes, links from file to file, and the proof of it."""

from __future__ import annotations

import posixpath
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.builder.offline import LONGEST_PATH, RESERVED, Offline, dead_links, names_for
from sitegen.model.artifact import Artifact
from sitegen.model.config import Config


def artifact(path: str, text: str = "") -> Artifact:
    return Artifact(path=path, content=text.encode(), origin=f"content/static/{path}")


def copied(files: dict[str, str], url: str = "https://primer.example/eu/") -> dict[str, str]:
    artifacts = [artifact(path, text) for path, text in files.items()]
    copy = Offline(Config(url=url), names_for(files))
    return {one.path: (one.content or b"").decode() for one in copy.files(artifacts)}


@pytest.mark.parametrize(
    ("address", "opened"),
    [
        ("/eu/bg/", "../bg/index.html"),
        ("/eu/bg/#a", "../bg/index.html#a"),
        ("/eu/a.css", "../a.css"),
        ("../bg/", "../bg/index.html"),
        ("..", "../index.html"),
        ("./", "index.html"),
        ("", ""),
        ("#a", "#a"),
        ("https://primer.example/eu/bg/", "../bg/index.html"),
        ("https://primer.example/eu/", "../index.html"),
        ("https://drug.example/eu/bg/", "https://drug.example/eu/bg/"),
        ("mailto:a@b.bg", "mailto:a@b.bg"),
        ("/eu/nothing/", "/eu/nothing/"),
    ],
)
def test_addresses_lead_from_file_to_file(address: str, opened: str) -> None:
    files = {"x/index.html": f'<a href="{address}">x</a>', "bg/index.html": "", "index.html": "", "a.css": ""}
    assert copied(files)["x/index.html"] == f'<a href="{opened}">x</a>'


def test_where_a_page_is_at_home_stays() -> None:
    link = '<link rel="canonical" href="https://primer.example/eu/bg/">'
    assert copied({"bg/index.html": link})["bg/index.html"] == link


def test_links_follow_files_that_get_another_name() -> None:
    files = {
        "bg/index.html": '<a href="/eu/файл 1.pdf">x</a><a href="/eu/con/">y</a><img src="../A.png"><img src="../a.png">',
        "файл 1.pdf": "", "con/index.html": "", "A.png": "", "a.png": "",
    }  # fmt: skip
    made = copied(files)
    targets = [part.partition('"')[0] for part in made["bg/index.html"].replace("src=", "href=").split('href="')[1:]]
    assert {posixpath.normpath(posixpath.join("bg", unquote(target))) for target in targets} == made.keys() - {
        "bg/index.html"
    }
    assert all(name.isascii() for name in made)
    assert len({name.casefold() for name in made}) == len(files)


def test_letters_of_another_case_are_another_name() -> None:
    made = names_for(["x/Ab.pdf", "x/aB.pdf", "x/ab.pdf"])
    assert len({name.casefold() for name in made.values()}) == 3


@given(
    st.sets(
        st.text(min_size=1, max_size=90).filter(lambda s: s not in (".", "..") and "/" not in s and "\0" not in s),
        max_size=8,
    )
)
def test_every_name_is_fit_for_every_computer(names: set[str]) -> None:
    paths = {f"bg/proekti/{name}/{name}.pdf" for name in names} | {"bg/index.html"}
    made = names_for(paths, LONGEST_PATH)
    assert len({name.casefold() for name in made.values()}) == len(paths) == len(made)
    for name in made.values():
        assert name.isascii()
        assert len(name) <= LONGEST_PATH + 20
        assert not any(RESERVED.fullmatch(part) or part.endswith((".", " ")) for part in name.split("/"))
    assert made["bg/index.html"] == "bg/index.html"


@pytest.mark.parametrize(
    ("path", "text", "is_dead"),
    [
        ("a.html", '<a href="b.html">', False),
        ("a.html", '<a href="https://x.example/">', False),
        ("a.html", '<a href="/b.html">', True),
        ("a.html", '<a href="c.html">', True),
        ("a.html", '<a href="x/">', True),
        ("a.html", "<style>a{b:url(c.png)}</style>", True),
        ("a.css", "a{b:url(c.png)}", True),
        ("a.svg", '<svg><image href="c.png"/></svg>', True),
        ("a.svg", '<svg><use href="#c"/></svg>', False),
        ("a.txt", '<a href="c.html">', False),
    ],
)
def test_dead_links_are_found(path: str, text: str, is_dead: bool) -> None:
    found = dead_links([artifact(path, text), artifact("b.html"), artifact("x/index.html")])
    assert [problem.code for problem in found] == ["LNK-08"] * is_dead
