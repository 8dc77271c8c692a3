"""Packed copies: right, the same each time, only where they help, and only on request."""

from __future__ import annotations

import gzip
import os
from pathlib import Path

import pytest

from sitegen.builder import packing
from sitegen.builder.packing import PACKERS, cannot_pack, packed
from sitegen.cli import main
from sitegen.model.artifact import Artifact
from tests.sites import SITE, build_site, whole, write_files

TEXT = ("Парк и алеи. " * 200).encode()
PARK = f"-- projects/park/index.bg.md --\n---\n{whole()}---\nТекст.\n"


def artifact(path: str, content: bytes = TEXT) -> Artifact:
    return Artifact(path=path, content=content, origin="a")


def test_gzip_knows_neither_time_nor_name() -> None:
    [small] = packed([artifact("a.html")], ["gzip"], Path("nowhere"))
    assert small.path == "a.html.gz"
    assert small.content
    assert gzip.decompress(small.content) == TEXT
    assert small.content[4:8] == bytes(4)
    assert not small.content[3] & 8


def test_brotli_is_smaller_still() -> None:
    brotli = pytest.importorskip("brotli")
    one, other = packed([artifact("a.json")], ["gzip", "br"], Path("nowhere"))
    assert one.content
    assert other.content
    assert brotli.decompress(other.content) == TEXT
    assert len(other.content) < len(one.content)


def test_what_gains_nothing_has_no_copy(tmp_path: Path) -> None:
    (tmp_path / "copy.svg").write_bytes(TEXT)
    noise = os.urandom(2000)
    files = [artifact("a.png"), artifact("b.txt", b"short"), artifact("c.txt", noise), artifact("_headers")]
    files.append(Artifact(path="d.svg", content=None, copy_of=str(tmp_path / "copy.svg"), origin="a"))
    assert [small.path for small in packed(files, ["gzip"], tmp_path)] == ["d.svg.gz"]


@pytest.mark.parametrize("way", ["gzip", "br"])
def test_what_stands_is_used_again_unless_somebody_touched_it(tmp_path: Path, way: str) -> None:
    if way == "br":
        pytest.importorskip("brotli")
    packer = PACKERS[way]
    file = tmp_path / f"a.html.{packer.ending}"
    weaker = gzip.compress(TEXT, 1, mtime=0) if way == "gzip" else packer.pack(TEXT)
    for standing, is_used in ((weaker, True), (packer.pack(b"other"), False), (b"rubbish", False)):
        file.write_bytes(standing)
        [small] = packed([artifact("a.html")], [way], tmp_path)
        assert small.content == (standing if is_used else packer.pack(TEXT))


def test_a_build_packs_on_request(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_files(tmp_path, f"-- site.yaml --\n{SITE}host: nginx\ncompress: [gzip]\n\n{PARK}")
    monkeypatch.chdir(tmp_path)
    assert main(["build"]) == 0
    page = tmp_path / "output/bg/index.html"
    assert gzip.decompress(page.with_name("index.html.gz").read_bytes()) == page.read_bytes()
    assert "gzip_static on;" in (tmp_path / "output/.nginx.conf").read_text(encoding="utf-8")
    before = {file: file.stat().st_mtime_ns for file in (tmp_path / "output").rglob("*.gz")}
    assert main(["build"]) == 0
    assert {file: file.stat().st_mtime_ns for file in (tmp_path / "output").rglob("*.gz")} == before


def test_without_the_package_brotli_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    built = build_site(tmp_path, f"-- site.yaml --\n{SITE}compress: [gzip, br]\n\n{PARK}")
    assert built.outcome.site
    monkeypatch.setattr(packing, "find_spec", lambda _name: None)
    [problem] = cannot_pack(built.outcome.site.config)
    assert (problem.code, problem.at.line) == ("FLD-03", 5)
