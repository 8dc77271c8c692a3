"""The desk: exit codes, the forms of the report, and an output folder that is whole whatever happens."""

from __future__ import annotations

import json
import os
import pty
import random
import re
import select
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from sitegen import __version__
from sitegen.cli import main
from tests.sites import SITE, write_files

CHECKOUT = Path(__file__).parents[1]
GOLDEN = CHECKOUT / "tests" / "golden" / "content"
GOOD = "-- pages/a.bg.md --\n---\ntitle: А\n---\nТекст.\n"
WARNED = GOOD + "-- pages/b.txt --\nникой\n"
BAD = "-- pages/a.bg.md --\n---\ntitle: А\nмусака: 1\n---\nТекст.\n"
NOW = "--now=2026-11-22T12:00"

posix = pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def tree(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def run(*words: str, cwd: Path | None = None, **options: Any) -> subprocess.CompletedProcess[str]:
    """The program as people start it, from another folder than the checkout."""
    environment = {**os.environ, "PYTHONPATH": str(CHECKOUT), "PYTHONUTF8": "0", "LC_ALL": "C.UTF-8"}
    command = [sys.executable, "-m", "sitegen", *words]
    return subprocess.run(
        command,
        cwd=cwd,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
        check=False,
        **options,
    )


# ── exit codes ──────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("text", "words", "status"),
    [
        (GOOD, [], 0),
        (GOOD, ["build"], 0),
        (GOOD, ["check"], 0),
        (GOOD, ["--strict"], 0),
        (WARNED, [], 0),
        (WARNED, ["--strict"], 1),
        (WARNED, ["check", "--strict"], 1),
        (BAD, [], 1),
        (BAD, ["check"], 1),
    ],
)
def test_exit_status(here: Path, text: str, words: list[str], status: int) -> None:
    write_files(here, text)
    assert main([*words, NOW]) == status
    assert (here / "output").exists() is (status == 0 and "check" not in words)


@pytest.mark.parametrize(
    "words",
    [
        ["bake"],
        ["--nonsense"],
        ["--jobs=0"],
        ["--jobs=many"],
        ["--today=2026-13-01"],
        ["--today=yesterday"],
        ["--now=noon"],
        ["--format=xml"],
        ["--lang=ru"],
        ["--base-url=proekti.example"],
        ["--base-url=ftp://proekti.example/"],
        ["check", "extra"],
    ],
)
def test_a_bad_command_line_is_2_and_does_nothing(
    here: Path, words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    write_files(here, GOOD)
    with pytest.raises(SystemExit) as caught:
        main(words)
    assert caught.value.code == 2
    assert "usage: sitegen" in capsys.readouterr().err
    assert sorted(path.name for path in here.iterdir()) == ["content"]


def test_version_and_help(capsys: pytest.CaptureFixture[str]) -> None:
    for words in (["--version"], ["--help"], ["build", "--help"]):
        with pytest.raises(SystemExit) as caught:
            main(words)
        assert caught.value.code == 0
    assert capsys.readouterr().out.startswith(f"sitegen {__version__}\n")


@pytest.mark.parametrize("missing", ["content", "site.yaml", "organisations.yaml"])
def test_what_is_missing_is_reported_on_its_path(here: Path, missing: str, capsys: pytest.CaptureFixture[str]) -> None:
    content = write_files(here, GOOD)
    shutil.rmtree(content) if missing == "content" else (content / missing).unlink()
    assert main(["--format=json"]) == 1
    (problem, *_) = json.loads(capsys.readouterr().out)["problems"]
    expected = {"content": "content", "site.yaml": "content/site.yaml", "organisations.yaml": "content/site.yaml"}
    assert problem["path"] == expected[missing]
    assert not (here / "output").exists()


def test_a_content_folder_that_is_a_file(here: Path) -> None:
    (here / "content").write_text("x")
    assert main([]) == 1


# ── the report ──────────────────────────────────────────────────────────────────────────────────────────────


def test_json_has_the_agreed_shape(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_files(here, BAD.replace("А\n", "А 🦔\n").replace("Текст.", "🦔🦔 [х](няма)") + "-- pages/b.txt --\nx\n")
    assert main(["check", "--format=json", "--lang=en", NOW]) == 1
    captured = capsys.readouterr()
    report = json.loads(captured.out)
    assert {"problems", "pages", "languages", "error", "warning", "info", "seconds"} <= report.keys()
    assert report["languages"] == 3
    assert report["pages"] > 10
    by_code = {problem["code"]: problem for problem in report["problems"]}
    for problem in report["problems"]:
        assert problem.keys() == {"path", "line", "column", "severity", "code", "message", "hint", "excerpt"}
        assert problem["path"].startswith("content/")
        assert "\\" not in problem["path"]
        assert problem["severity"] in ("error", "warning", "info")
        assert re.fullmatch(
            r"(SYN|FLD|REF|ADR|LNK|COD|MON|DAT|TXT|LNG|A11Y|PRV|DOC|PUB|PIC|THM|NET)-\d\d", problem["code"]
        )
        assert problem["message"]
        assert problem["hint"]
    unknown = by_code["FLD-01"]
    assert (unknown["path"], unknown["line"], unknown["column"], unknown["excerpt"]) == (
        "content/pages/a.bg.md",
        3,
        1,
        "мусака: 1",
    )
    if "LNK-01" in by_code:
        assert (by_code["LNK-01"]["line"], by_code["LNK-01"]["column"]) == (5, 4)  # characters, not bytes or UTF-16
    places = [(p["path"], p["line"], p["column"]) for p in report["problems"]]
    assert places == sorted(places)
    assert captured.err.count("\n") == 1


def test_text_has_place_word_code_line_caret_and_advice(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_files(here, BAD)
    main(["--lang=bg", NOW])
    first = capsys.readouterr().out.splitlines()
    assert first[0].startswith("content/pages/a.bg.md:3:1  грешка FLD-01  ")
    assert first[1:3] == ["    мусака: 1", "    ^"]
    assert first[3].startswith("    → ")
    main(["--lang=en", NOW])
    assert capsys.readouterr().out.startswith("content/pages/a.bg.md:3:1  error FLD-01  ")


def test_the_language_of_messages_is_the_editors_unless_asked_otherwise(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_files(here, f"-- site.yaml --\n{SITE}editor_language: en\n{WARNED}")
    main([NOW])
    assert "warning DOC-06" in capsys.readouterr().out
    main([NOW, "--lang=bg"])
    assert "предупреждение DOC-06" in capsys.readouterr().out


def test_annotations_for_github(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_files(here, WARNED.replace("pages/b.txt", "pages/50%, b.txt") + BAD.replace("pages/a", "pages/c"))
    assert main(["--format=github", "--lang=en", NOW]) == 1
    captured = capsys.readouterr()
    lines = captured.out.splitlines()
    assert any(line.startswith("::error file=content/pages/c.bg.md,line=3,col=1,title=FLD-01::") for line in lines)
    assert any(
        line.startswith("::warning file=content/pages/50%25%2C b.txt,line=1,col=1,title=DOC-06::") for line in lines
    )
    assert all(re.match(r"::(error|warning|notice) ", line) for line in lines)
    assert "pages:" in captured.err


def test_quiet_prints_problems_only(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_files(here, GOOD)
    main(["--quiet", NOW])
    assert capsys.readouterr() == ("", "")
    main([NOW])
    assert len(capsys.readouterr().out.splitlines()) == 1
    write_files(here, WARNED)
    main(["--quiet", NOW])
    assert capsys.readouterr().out.strip().startswith("content/pages/b.txt:1:1")


def test_a_build_ends_with_when_the_next_one_is_due(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_files(here, GOOD + "-- news/b.bg.md --\n---\ntitle: Б\npublish_at: 2026-12-01 09:30\n---\n.\n")
    assert main([NOW, "--lang=en"]) == 0
    told = "The site changes by itself at 2026-12-01 09:30; a build is needed then."
    assert capsys.readouterr().out.splitlines()[-1] == told
    main(["build", NOW, "--format=json"])
    captured = capsys.readouterr()
    assert json.loads(captured.out)["next"] == "2026-12-01T09:30"
    assert "2026-12-01 09:30" in captured.err
    main(["check", NOW])
    assert "09:30" not in capsys.readouterr().out
    assert main(["build", "--now=2026-12-01T09:30", "--format=json"]) == 0
    assert json.loads(capsys.readouterr().out)["next"] is None


def test_a_build_that_fails_tells_of_no_other(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_files(here, BAD + "-- news/b.bg.md --\n---\ntitle: Б\npublish_at: 2026-12-01 09:30\n---\n.\n")
    assert main([NOW]) == 1
    assert "09:30" not in capsys.readouterr().out


def in_terminal(*words: str, cwd: Path, **environment: str) -> str:
    """What the program writes to a terminal."""
    parent, child = pty.openpty()
    base = {name: value for name, value in os.environ.items() if name != "NO_COLOR"}
    env = base | {"PYTHONPATH": str(CHECKOUT), "LC_ALL": "C.UTF-8", "TERM": "xterm"} | environment
    process = subprocess.Popen([sys.executable, "-m", "sitegen", *words], cwd=cwd, stdout=child, stderr=child, env=env)
    os.close(child)
    shown = b""
    while select.select([parent], [], [], 30)[0]:
        try:
            shown += os.read(parent, 65536)
        except OSError:
            break
    process.wait(30)
    os.close(parent)
    return shown.decode()


@pytest.mark.long
@posix
def test_colours_in_a_terminal_unless_no_color(here: Path) -> None:
    write_files(here, BAD)
    assert "\033[31m" in in_terminal("check", NOW, cwd=here)
    assert not re.search("\033\\[[0-9;]*m", in_terminal("check", NOW, cwd=here, NO_COLOR="1"))
    assert "\033[" not in run("check", NOW, cwd=here).stdout


# ── folders ─────────────────────────────────────────────────────────────────────────────────────────────────


def test_folders_elsewhere_with_spaces_and_cyrillic(here: Path) -> None:
    content = write_files(here, GOOD)
    there = here / "Моите документи" / "съдържание на сайта"
    there.parent.mkdir()
    content.rename(there)
    output = here / "готов сайт"
    assert main(["--content", str(there), "--output", str(output), NOW]) == 0
    assert (output / "bg" / "a" / "index.html").is_file()
    assert not (here / "output").exists()
    there.rename(there.with_name("content"))
    main(["--content", "Моите документи/content", "--output", "друг", NOW])
    assert tree(here / "друг") == tree(output)


def test_paths_start_with_the_name_of_the_content_folder(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    content = write_files(here, BAD + "-- site.yaml --\n" + SITE + "мусака: 1\n")
    content.rename(here / "мой сайт")
    main(["check", "--content", "мой сайт/", "--format=json"])
    report = json.loads(capsys.readouterr().out)
    assert {p["path"] for p in report["problems"]} == {"мой сайт/site.yaml", "мой сайт/pages/a.bg.md"}
    assert {p["excerpt"] for p in report["problems"]} == {"мусака: 1"}


@posix
def test_paths_start_with_the_name_that_the_editor_knows(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_files(here, BAD).rename(here / "real")
    (here / "content").symlink_to("real")
    main(["check", "--format=json"])
    assert [p["path"] for p in json.loads(capsys.readouterr().out)["problems"]] == ["content/pages/a.bg.md"]


@pytest.mark.parametrize("output", ["content", "content/output", "."])
def test_output_and_content_inside_each_other_are_refused(
    here: Path, output: str, capsys: pytest.CaptureFixture[str]
) -> None:
    content = write_files(here, GOOD)
    before = tree(content)
    assert main(["--output", output, "--format=json", NOW]) == 1
    assert json.loads(capsys.readouterr().out)["problems"][0]["code"] in ("ADR-13", "ADR-10")
    assert tree(content) == before


@pytest.mark.parametrize("command", ["build", "check"])
def test_content_is_never_written(here: Path, command: str) -> None:
    content = write_files(here, GOOD)
    before = {path: path.stat().st_mtime_ns for path in [content, *content.rglob("*")]}
    main([command, NOW])
    assert {path: path.stat().st_mtime_ns for path in [content, *content.rglob("*")]} == before


def test_the_address_on_the_command_line_overrides_the_settings(here: Path) -> None:
    write_files(here, GOOD)
    main(["--base-url", "https://x.example/eu", NOW])
    home = (here / "output" / "bg" / "index.html").read_text(encoding="utf-8")
    assert 'href="https://x.example/eu/bg/"' in home
    assert 'href="/eu/bg/' in home
    assert "proekti.example" not in home


def test_today_and_now_set_the_clock(here: Path) -> None:
    write_files(here, "-- pages/a.bg.md --\n---\ntitle: А\npublish_at: 2026-05-01 12:00\n---\n.\n")
    page = here / "output" / "bg" / "a" / "index.html"
    for words, is_there in (
        (["--today=2026-04-30"], False),
        (["--today=2026-05-01"], True),  # noon
        (["--now=2026-05-01T11:59"], False),
        (["--now=2026-05-01T12:00"], True),
        (["--now=2026-05-01T08:59+00:00"], False),  # 11:59 in Sofia
        (["--now=2026-05-01T09:00Z"], True),
    ):
        assert main([*words, "--quiet"]) == 0
        assert page.exists() is is_there, words


def test_clean_forgets_the_cache_and_changes_nothing(here: Path) -> None:
    write_files(here, GOOD)
    assert run(NOW, cwd=here).returncode == 0
    before = tree(here / "output")
    remembered = here / ".cache" / "sitegen"
    (remembered / "wrong").write_text("x")
    shutil.rmtree(here / "output")
    assert run(NOW, "--clean", cwd=here).returncode == 0
    assert tree(here / "output") == before
    assert not (remembered / "wrong").exists()


# ── an output folder that is whole ──────────────────────────────────────────────────────────────────────────


def test_fault_20_errors_leave_the_output_as_it_was(here: Path) -> None:
    content = write_files(here, GOOD)
    assert main([NOW]) == 0
    before = {path: (path.stat().st_mtime_ns, path.stat().st_ino) for path in (here / "output").rglob("*")}
    for text in (
        BAD,
        "-- site.yaml --\ntitle: [\n",
        "-- pages/a.bg.md --\nбез глава\n",
        "-- static/bg/a/index.html --\nx\n",
    ):
        shutil.rmtree(content)
        write_files(here, GOOD + text)
        assert main([NOW]) == 1
        assert main([NOW, "--strict"]) == 1
        assert {path: (path.stat().st_mtime_ns, path.stat().st_ino) for path in (here / "output").rglob("*")} == before


def test_strict_leaves_the_output_as_it_was(here: Path) -> None:
    write_files(here, GOOD)
    main([NOW])
    before = tree(here / "output")
    write_files(here, WARNED.replace("Текст", "Друг текст"))
    assert main([NOW, "--strict"]) == 1
    assert tree(here / "output") == before


def test_fault_21_a_foreign_folder_is_refused(here: Path) -> None:
    write_files(here, GOOD)
    (here / "docs").mkdir()
    (here / "docs" / "thesis.docx").write_bytes(b"years")
    assert main(["--output", "docs", NOW]) == 1
    assert tree(here / "docs") == {"thesis.docx": b"years"}


def without_privileges() -> list[str]:
    """What starts a program that may not read what is closed; nothing is needed but for root."""
    if os.geteuid() != 0:
        return []
    if not shutil.which("setpriv"):
        pytest.skip("root reads everything, and setpriv is missing")
    return ["setpriv", "--bounding-set", "-all"]


@pytest.mark.sample(1)
@posix
@pytest.mark.parametrize(
    "name",
    [
        "pages/a.bg.md",
        "site.yaml",
        "organisations.yaml",
        "pages/closed",
        "pages/a/a.jpg",
        "static/a.txt",
        "static/a.png",
        "pages/a/plan.bg.pdf",
    ],
)
def test_what_cannot_be_read_gives_no_traceback(here: Path, name: str) -> None:
    content = write_files(
        here,
        GOOD.replace("pages/a.bg", "pages/a/index.bg").replace("Текст", "![а](a.jpg)")
        + "-- pages/closed/b.bg.md --\n---\ntitle: Б\n---\n.\n-- static/a.txt --\nx\n-- pages/a/plan.bg.pdf --\nx\n",
    )
    shutil.copy(GOLDEN / "projects/park/gallery/01.png", content / "static" / "a.png")
    shutil.copy(GOLDEN / "projects/park/gallery/01.png", content / "pages" / "a" / "a.jpg")
    shutil.copy(GOLDEN / "pages/about/rules.bg.pdf", content / "pages" / "a" / "plan.bg.pdf")
    closed = content / name.replace("pages/a.bg", "pages/a/index.bg")
    closed.chmod(0)
    command = [*without_privileges(), sys.executable, "-m", "sitegen", "--lang=en", NOW]
    done = subprocess.run(
        command,
        cwd=here,
        env={**os.environ, "PYTHONPATH": str(CHECKOUT)},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    closed.chmod(0o755)
    assert "Traceback" not in done.stderr, done.stderr[-1500:]
    assert done.returncode == 1, done.stdout
    assert closed.name in done.stdout
    assert not (here / "output").exists()


@posix
def test_a_reader_that_goes_away_gives_no_traceback(here: Path) -> None:
    write_files(here, "".join(f"-- pages/{n}.txt --\nx\n" for n in range(3000)))
    command = f"{sys.executable} -m sitegen check --format json | head -c 100"
    done = subprocess.run(
        command,
        shell=True,
        cwd=here,
        env={**os.environ, "PYTHONPATH": str(CHECKOUT)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert "Traceback" not in done.stderr, done.stderr
    assert "BrokenPipe" not in done.stderr, done.stderr


# ── crashes of a real build ─────────────────────────────────────────────────────────────────────────────────


@pytest.fixture(scope="module")
def two_sites(
    tmp_path_factory: pytest.TempPathFactory,
) -> tuple[Path, dict[str, bytes], dict[str, bytes], float]:
    """A folder with the old site built, both sites' trees, and how long the new one takes."""
    root = tmp_path_factory.mktemp("crash")
    shutil.copytree(GOLDEN, root / "old")
    shutil.copytree(GOLDEN, root / "new")
    for path in (root / "new").rglob("*.md"):
        path.write_text(path.read_text(encoding="utf-8") + "\nНов ред.\n", encoding="utf-8")
    trees = []
    for name in ("new", "old"):
        started = time.monotonic()
        done = run("--content", name, "--output", "output", NOW, cwd=root)
        assert done.returncode == 0, done.stdout
        trees.append(tree(root / "output"))
        seconds = time.monotonic() - started
    return root, trees[1], trees[0], seconds


def started(root: Path, content: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "sitegen", "--content", content, "--output", "output", NOW]
    return subprocess.Popen(
        command,
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(CHECKOUT)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )


def kill_at_random(two_sites: tuple[Path, dict[str, bytes], dict[str, bytes], float], times: int) -> None:
    root, old, new, seconds = two_sites
    chance = random.Random(times)
    contents = {"old": old, "new": new}
    for number in range(times):
        name = ("new", "old")[number % 2]
        process = started(root, name)
        time.sleep(chance.uniform(0.2, 1.05) * seconds)
        process.kill()
        process.communicate()
        assert tree(root / "output") in (old, new)
        done = run("--content", name, "--output", "output", NOW, cwd=root)
        assert done.returncode == 0, done.stdout + done.stderr
        assert tree(root / "output") == contents[name]
        assert [path.name for path in root.iterdir() if path.name.startswith(".output")] == []


@posix
def test_killed_at_any_moment_the_site_is_the_old_one_or_the_new_one(two_sites: Any) -> None:
    kill_at_random(two_sites, 1)


@posix
@pytest.mark.long
def test_killed_fifty_times(two_sites: Any) -> None:
    kill_at_random(two_sites, 50)


@pytest.mark.sample(1)
@posix
@pytest.mark.parametrize("moment", [0.3, 0.6, 0.9])
def test_control_c_is_quiet_and_leaves_the_site(two_sites: Any, moment: float) -> None:
    root, old, new, seconds = two_sites
    process = started(root, "new")
    time.sleep(moment * seconds)
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate(timeout=30)
    assert process.returncode in (0, 130, -signal.SIGINT)
    assert b"Traceback" not in errors or b"<frozen" in errors  # Python itself was still starting
    assert tree(root / "output") in (old, new)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of one megabyte."""
    if sys.platform != "linux" or os.geteuid() != 0:
        pytest.skip("a small disk is mounted by root on Linux only")
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(disk)]
    if subprocess.run(mount, check=False, capture_output=True).returncode:
        pytest.skip("this machine mounts no tmpfs")
    yield disk
    subprocess.run(["umount", str(disk)], check=True)


def test_a_full_disk_leaves_the_old_site(here: Path, small_disk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    content = write_files(here, GOOD)
    output = small_disk / "output"
    assert main(["--output", str(output), NOW]) == 0
    before = tree(output)
    (content / "static").mkdir()
    (content / "static" / "film.bin").write_bytes(os.urandom(2_000_000))
    capsys.readouterr()
    assert main(["--output", str(output), "--lang=en", NOW]) == 1
    shown = capsys.readouterr().out
    assert "ADR-12" in shown
    assert "Free space" in shown
    assert tree(output) == before
    assert [path.name for path in small_disk.iterdir()] == ["output"]


def test_a_folder_without_a_site_of_ours_says_what_to_do(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--lang=en"]) == 1
    assert "content" in capsys.readouterr().out
