"""The corpus is a site without a fault, the same for a seed, and written for every peer of the field."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from benchmarks import corpus, measure, peers
from benchmarks.field import PEERS, Peer
from tests.sites import build_content

PAGES = 9
MIB = 2**20


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.sample(1)
def test_it_builds_without_an_error_or_a_warning(tmp_path: Path) -> None:
    corpus.write(tmp_path, PAGES)
    built = build_content(tmp_path)
    assert (built.errors, built.warnings) == ([], [])
    assert {f"{path}/proekt-00002/index.html" for path in ("bg/proekti", "en/projects", "ru/proekty")} <= {*built}


def test_a_seed_gives_the_same_bytes_and_another_seed_others(tmp_path: Path) -> None:
    for name, seed in (("a", 1), ("b", 1), ("c", 2)):
        corpus.write(tmp_path / name, PAGES, seed)
    assert files(tmp_path / "a") == files(tmp_path / "b")
    assert files(tmp_path / "a").keys() == files(tmp_path / "c").keys()
    assert files(tmp_path / "a") != files(tmp_path / "c")


def test_every_text_is_of_the_size_that_texts_have() -> None:
    sizes = [len(told.body.encode()) for one in corpus.projects(99, 1) for told in one.words.values()]
    assert min(sizes) > 2_000
    assert max(sizes) < 6_000


def test_numbers_and_contracts_and_titles_are_unique_beyond_the_contracts_of_a_procedure() -> None:
    numbers = [1, 2, corpus.NUMBERS, corpus.NUMBERS + 1, 2 * corpus.NUMBERS + 1]
    found = [corpus.project(number, 33_333, 1) for number in numbers]
    assert len({one.contract.partition("-")[2].partition(".")[2] for one in found}) == len(found)
    assert len({one.words["ru"].title for one in found}) == len(found)
    assert len({one.slug for one in found}) == len(found)


def test_the_list_of_peers_is_that_of_the_folders() -> None:
    home = Path(peers.__file__).with_name("field")
    assert sorted(peer.id for peer in PEERS) == sorted(path.parent.name for path in home.glob("*/__init__.py"))
    assert sorted(peer.id for peer in PEERS) == sorted(path.parent.name for path in home.glob("*/site"))


@pytest.mark.parametrize("peer", PEERS, ids=lambda peer: peer.id)
def test_every_peer_gets_every_page_with_its_words(peer: Peer, tmp_path: Path) -> None:
    peer.lay(tmp_path / "site", PAGES, seed=1)
    laid = files(tmp_path / "site")
    for one in corpus.projects(PAGES // 3, 1):
        for language, told in one.words.items():
            text = laid[peer.file(one, language)].decode()
            end = told.body.rpartition("](")[2].partition(")")[2]
            assert text.endswith(end)
            assert "page:" not in text
            assert all(words in text for words in (told.title, told.summary, *told.goals, one.contract))
    assert peer.words in laid
    assert not peer.frame or peer.frame in laid


def test_only_its_own_part_of_the_page_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = tmp_path / "performance.md"
    monkeypatch.setattr(peers, "PAGE", page)
    peers.write("## Side by side\n\nfirst\n")
    assert page.read_text(encoding="utf-8") == f"{peers.OPENING}## Side by side\n\nfirst\n"
    page.write_text("# Title\n\n## Side by side\n\n### 9 pages\n\nfirst\n\n## After\n\nwords\n", encoding="utf-8")
    peers.write("## Side by side\n\n\\1 second\n")
    assert page.read_text(encoding="utf-8") == "# Title\n\n## Side by side\n\n\\1 second\n\n## After\n\nwords\n"


@pytest.mark.skipif(sys.platform != "linux", reason="memory is read from /proc")
def test_the_memory_of_children_counts(tmp_path: Path) -> None:
    child = f"import time; held = bytearray(b'x') * {60 * MIB}; time.sleep(0.5)"
    parent = f"import subprocess, sys; held = bytearray(b'x') * {60 * MIB}; subprocess.run([sys.executable, '-c', {child!r}])"
    folder = tmp_path / "site"
    folder.mkdir()
    assert measure.peak([sys.executable, "-c", parent], folder) > 120 * MIB


def test_a_command_that_fails_ends_the_measuring_with_its_words(tmp_path: Path) -> None:
    folder = tmp_path / "site"
    folder.mkdir()
    with pytest.raises(SystemExit, match="no such page"):
        measure.timed([sys.executable, "-c", "raise SystemExit('no such page')"], folder)
