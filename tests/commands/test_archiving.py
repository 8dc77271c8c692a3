"""`build --archive`: a copy that opens from the disk, proved after writing; nothing of anybody else is touched."""

from __future__ import annotations

import shutil
import subprocess
from hashlib import sha256
from pathlib import Path

import pytest

from sitegen.builder import archive as archive_module
from sitegen.builder.write import write_site
from sitegen.cli import main
from tests.sites import write_files

CHECKOUT = Path(__file__).parents[2]
GOLDEN = CHECKOUT / "tests" / "golden" / "content"
NOW = "--now=2026-11-22T12:00"
STATIC = '<!doctype html><html lang="bg"><head><title>x</title></head><body><a href="/eu/bg/">x</a><a href="/eu/Герб.txt">y</a></body></html>'


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def archive(content: Path, *words: str) -> int:
    return main(["build", f"--content={content}", "--lang=en", NOW, "--jobs=1", "--archive=kopie", *words])


def tree(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def test_every_file_is_listed_and_matches(here: Path) -> None:
    assert archive(GOLDEN) == 0
    files = tree(here / "kopie")
    lines = (line.partition("  ") for line in files.pop("manifest-sha256.txt").decode().splitlines())
    sums = {path: digest for digest, _, path in lines}
    files.pop(".sitegen")
    assert sums == {path: sha256(data).hexdigest() for path, data in files.items()}
    assert list(sums) == sorted(sums)
    assert not (here / "output").exists()
    if shutil.which("sha256sum"):
        subprocess.run(
            ["sha256sum", "--strict", "--quiet", "-c", "manifest-sha256.txt"], cwd=here / "kopie", check=True
        )


def test_what_only_a_server_reads_is_left_out(here: Path) -> None:
    content = shutil.copytree(GOLDEN, here / "content")
    settings = content / "site.yaml"
    settings.write_text(settings.read_text(encoding="utf-8") + "compress: [gzip]\n", encoding="utf-8")
    assert archive(content) == 0
    names = set(tree(here / "kopie"))
    assert not names & {"404.html", "_headers", "_redirects", ".htaccess", "manifest.webmanifest"}
    assert not any(name.endswith(".gz") for name in names)


@pytest.mark.long
def test_the_same_day_gives_the_same_bytes(here: Path) -> None:
    archive(GOLDEN)
    first = tree(here / "kopie")
    shutil.rmtree(here / "kopie")
    archive(GOLDEN)
    assert tree(here / "kopie") == first


def test_pages_of_the_editor_open_too(here: Path) -> None:
    content = write_files(here, f"\n-- static/info/index.html --\n{STATIC}\n-- static/Герб.txt --\nx\n")
    assert archive(content, "--base-url=https://primer.example/eu/") == 0
    page = (here / "kopie/info/index.html").read_text(encoding="utf-8")
    assert 'href="../bg/index.html"' in page
    name = page.rpartition('href="../')[2].partition('"')[0]
    assert (here / "kopie" / name).read_bytes() == b"x\n"
    assert name.isascii()


def test_a_link_that_opens_nothing_stops_it(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    archive(GOLDEN)
    before = tree(here / "kopie")
    content = write_files(here, '\n-- static/a.html --\n<a href="/nothing/">x</a>\n')
    assert archive(content) == 1
    assert "static/a.html:1:1  error LNK-08  a link of the copy leads nowhere: /nothing/" in capsys.readouterr().out
    assert tree(here / "kopie") == before


@pytest.mark.sample(1)
@pytest.mark.parametrize("name", ["mine.txt", "bg/mine.txt", "manifest-sha256.txt"])
def test_files_of_others_are_never_replaced(here: Path, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    file = here / "kopie" / name
    file.parent.mkdir(parents=True)
    file.write_text("mine", encoding="utf-8")
    assert archive(GOLDEN) == 1
    assert "ADR-10" in capsys.readouterr().out
    assert tree(here / "kopie") == {name: b"mine"}


@pytest.mark.long
def test_a_file_that_somebody_added_to_an_archive_stays(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    archive(GOLDEN)
    (here / "kopie/bg/note.txt").write_text("mine", encoding="utf-8")
    assert archive(GOLDEN, "--today=2026-12-01") == 1
    assert "ADR-11" in capsys.readouterr().out
    assert (here / "kopie/bg/note.txt").read_text(encoding="utf-8") == "mine"


def test_the_site_for_the_web_is_no_archive(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["build", f"--content={GOLDEN}", "--lang=en", NOW, "--output=kopie"]) == 0
    before = tree(here / "kopie")
    capsys.readouterr()
    assert archive(GOLDEN) == 1
    assert "'kopie' holds a site that is no archive" in capsys.readouterr().out.replace(str(here) + "/", "")
    assert tree(here / "kopie") == before


@pytest.mark.sample(1)
@pytest.mark.parametrize("place", ["content", "content/kopie", ".", "output/kopie"])
def test_it_has_a_folder_of_its_own(here: Path, place: str, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copytree(GOLDEN, here / "content")
    before = tree(here)
    assert main(["build", "--lang=en", NOW, f"--archive={place}"]) == 1
    assert "ADR-13" in capsys.readouterr().out
    assert {path: data for path, data in tree(here).items() if not path.startswith(".cache")} == before


def test_a_disk_that_forgets_is_noticed(
    here: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def rotten(artifacts: object, folder: Path) -> tuple[()]:
        write_site(artifacts, folder)  # type: ignore[arg-type]
        (folder / "bg/index.html").write_bytes(b"")
        (folder / "en/index.html").unlink()
        (folder / "more.html").write_bytes(b"")
        return ()

    monkeypatch.setattr(archive_module, "write_site", rotten)
    assert archive(GOLDEN) == 1
    told = capsys.readouterr().out
    assert all(
        f"'{path}' reads otherwise than it was written" in told
        for path in ("bg/index.html", "en/index.html", "more.html")
    )
    assert "The site is in" not in told


def test_an_error_of_the_content_leaves_the_old_archive(here: Path) -> None:
    archive(GOLDEN)
    before = tree(here / "kopie")
    content = write_files(here, "\n-- pages/a.bg.md --\n---\ntitel: x\n---\n")
    assert archive(content) == 1
    assert tree(here / "kopie") == before
