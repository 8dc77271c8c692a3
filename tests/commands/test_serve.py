"""`serve` as people run it: one line with the address, each saved file, broken ones too, and Ctrl-C as its end."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import webbrowser
from argparse import Namespace
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from queue import Queue
from typing import Any

import pytest

from sitegen.builder.flow import Outcome, build
from sitegen.builder.order import Order
from sitegen.cli import parser
from sitegen.commands import serve as command
from sitegen.commands.serve import is_due, order, run, serve
from sitegen.serve.preview import Preview, Shown
from tests.serve.serving import Listening, Served
from tests.sites import write_files

CHECKOUT = Path(__file__).parents[2]
GOOD = "-- pages/a.bg.md --\n---\ntitle: Алфа\n---\nПърви текст.\n"
ADDRESS = re.compile(r"http://127\.0\.0\.1:(\d+)(/\S*)")

posix = pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")


def arguments(*words: str) -> Namespace:
    return parser("serve").parse_args(["serve", *words])


def tree(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@dataclass
class Running:
    """The program, at work."""

    process: subprocess.Popen[str]
    lines: list[str] = field(default_factory=list)

    def line(self) -> str:
        assert self.process.stdout
        self.lines.append(self.process.stdout.readline())
        return self.lines[-1]

    def address(self) -> tuple[int, str]:
        found = ADDRESS.search(self.line())
        assert found, self.lines
        return int(found[1]), found[2]

    def end(self) -> tuple[int, str]:
        """Ctrl-C: the exit status, and what it says of errors."""
        self.process.send_signal(signal.SIGINT)
        out, err = self.process.communicate(timeout=60)
        self.lines += out.splitlines()
        return self.process.returncode, err


@contextmanager
def running(folder: Path, *words: str) -> Iterator[Running]:
    environment = {**os.environ, "PYTHONPATH": str(CHECKOUT), "PYTHONUTF8": "1"}
    process = subprocess.Popen(
        [sys.executable, "-m", "sitegen", "serve", *words],
        cwd=folder,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )
    try:
        yield Running(process)
    finally:
        process.kill()
        process.communicate()


def get(port: int, path: str) -> Any:
    return Served.get(Served(type("Server", (), {"server_port": port}), None, None), path)  # type: ignore[arg-type]


# ── a day's work ────────────────────────────────────────────────────────────────────────────────────────────


@posix
def test_an_editors_hour(tmp_path: Path) -> None:
    """Saves, mistakes, a checkout of two thousand files, a lost folder; then Ctrl-C."""
    content = write_files(tmp_path, GOOD)
    page = content / "pages" / "a.bg.md"
    with running(tmp_path, "--port", "0", "--now=2026-11-22T12:00") as program:
        port, path = program.address()
        assert path == "/"
        assert "Първи текст." in get(port, "/bg/a/").text
        with Listening(port) as browser:
            first = browser.news()

            page.write_text("---\ntitle: Алфа\n---\nВтори текст.\n", encoding="utf-8")
            second = browser.news()
            assert second["pages"] != first["pages"]
            assert "Втори текст." in get(port, "/bg/a/").text

            page.write_text("---\ntitle: [\n---\n", encoding="utf-8")
            while not (news := browser.news())["panel"]:
                """A file may be seen while it is still empty."""
            assert "content/pages/a.bg.md" in news["panel"]
            assert "Втори текст." in get(port, "/bg/a/").text

            (content / "site.yaml").rename(tmp_path / "site.yaml")
            while "site.yaml" not in (news := browser.news())["panel"]:
                """The mistake before is told until then."""
            content.rename(tmp_path / "away")
            while "site.yaml" not in (news := browser.news())["panel"]:
                """As above."""
            assert "Втори текст." in get(port, "/bg/a/").text

            (tmp_path / "away").rename(content)
            (tmp_path / "site.yaml").rename(content / "site.yaml")
            for number in range(2000):
                (content / "pages" / f"draft-{number}.txt").write_text("някой\n", encoding="utf-8")
            page.write_text("---\ntitle: Алфа\n---\nТрети текст.\n", encoding="utf-8")
            while (news := browser.news())["panel"] or "Трети текст." not in get(port, "/bg/a/").text:
                """It comes to rest after the last file."""
            while "Предупреждения: 2000" not in news["margin"]:
                news = browser.news()
        before = tree(content)
        status, errors = program.end()
    assert (status, errors) == (0, "")
    assert "Traceback" not in "\n".join(program.lines)
    assert tree(content) == before
    assert {path.name for path in tmp_path.iterdir()} == {"content", ".cache"}


@pytest.mark.long
@posix
def test_a_template_is_watched(tmp_path: Path) -> None:
    write_files(tmp_path, GOOD)
    templates = tmp_path / "themes" / "default" / "templates"
    with running(tmp_path, "--port", "0", "--poll", "--lang", "en", "--quiet") as program:
        port, _ = program.address()
        with Listening(port) as browser:
            first = browser.news()
            templates.mkdir(parents=True)
            (templates / "page.html").write_text("{% if %}", encoding="utf-8")
            while not (news := browser.news())["panel"]:
                """The folder comes before the file."""
            assert "Errors: " in news["panel"]
            assert "page.html:1" in news["panel"]
            assert "Първи текст." in get(port, "/bg/a/").text
            (templates / "page.html").write_text("<!doctype html><p>{{ page.title | plain }}</p>", encoding="utf-8")
            while browser.news()["pages"] == first["pages"]:
                """A build after the first write may come first."""
            assert "<p>Алфа</p>" in get(port, "/bg/a/").text
        assert program.end() == (0, "")


@posix
def test_a_site_below_a_path_and_a_port_that_is_taken(tmp_path: Path) -> None:
    write_files(tmp_path, GOOD)
    with socket.create_server(("127.0.0.1", 0)) as other:
        taken = other.getsockname()[1]
        with running(tmp_path, f"--port={taken}", "--base-url=https://obshtina.example/eu/") as program:
            port, path = program.address()
            assert program.lines[0].startswith(f"Порт {taken} е зает; прегледът е на адрес http://127.0.0.1:")
            assert (path, port != taken) == ("/eu/", True)
            assert get(port, "/eu/bg/a/").status == 200
            assert program.end() == (0, "")


@pytest.mark.long
@posix
def test_ctrl_c_while_it_builds_ends_it_too(tmp_path: Path) -> None:
    write_files(tmp_path, GOOD)
    with running(tmp_path, "--port=0") as program:
        program.address()
        (tmp_path / "content" / "pages" / "a.bg.md").touch()
        assert program.end() == (0, "")


# ── what is built when ──────────────────────────────────────────────────────────────────────────────────────


@dataclass
class Recorder:
    """A build that remembers what it was asked for, and when the site changes next."""

    orders: list[Order] = field(default_factory=list)

    def __call__(self, order: Order) -> Outcome:
        self.orders.append(order)
        return Outcome(site=None)


def serve_ticks(monkeypatch: pytest.MonkeyPatch, ticks: Sequence[bool], *words: str) -> list[Order]:
    """What is built in the course of some ticks."""
    recorder = Recorder()
    monkeypatch.setattr(command, "changes", lambda *_args, **_options: iter(ticks))
    serve(arguments("--port=0", "--quiet", *words), Preview(recorder))
    return recorder.orders


def test_it_is_built_at_first_and_after_each_change(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert len(serve_ticks(monkeypatch, [True, False, False, True, False])) == 2


def test_the_clock_is_asked_at_each_build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    first, second = serve_ticks(monkeypatch, [True, True])
    assert first.now < second.now
    fixed = serve_ticks(monkeypatch, [True, True], "--today=2026-12-01")
    assert [f"{order.now:%Y-%m-%d %H:%M}" for order in fixed] == ["2026-12-01 12:00"] * 2


def test_it_never_forks_and_writes_no_output() -> None:
    asked = order(arguments("--jobs=8"))
    assert (asked.jobs, asked.drafts) == (1, True)
    assert not order(arguments("--no-drafts")).drafts


def test_a_scheduled_change_is_built_when_it_comes(tmp_path: Path) -> None:
    text = "-- pages/a.bg.md --\n---\ntitle: Алфа\npublish_at: 2026-12-01 09:00\n---\nТекст.\n"
    earlier = Order(content=write_files(tmp_path, text), now=datetime.fromisoformat("2026-11-22T12:00"))
    shown = Preview(build).rebuild(earlier)
    assert not is_due(arguments("--now=2026-12-01T08:59"), shown)
    assert is_due(arguments("--now=2026-12-01T09:00"), shown)
    assert not is_due(arguments("--now=2026-12-01T09:00"), Shown())


def test_a_page_appears_at_its_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    head = "-- pages/a.bg.md --\n---\ntitle: Алфа\npublish_at: 2026-12-01 09:00\n---\nТекст.\n"
    monkeypatch.chdir(write_files(tmp_path, head).parent)
    clock = iter(datetime.fromisoformat(f"2026-12-01T{time}") for time in ("08:59", "08:59", "08:59", "09:00", "09:00"))
    now = datetime.fromisoformat("2026-12-01T09:01")
    for place in ("sitegen.commands.options.clock", "sitegen.commands.serve.clock"):
        monkeypatch.setattr(place, lambda _arguments: next(clock, now))
    shown = []
    monkeypatch.setattr(
        command, "tell", lambda _arguments, _before, after, *_rest: shown.append("bg/a/index.html" in after.tree)
    )
    monkeypatch.setattr(command, "changes", lambda *_args, **_options: iter([True, False, False, False]))
    serve(arguments("--port=0", "--no-drafts", "--quiet"), Preview(build))
    assert shown == [False, True]


# ── the command ─────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("word", ["--port=x", "--port=65536", "--port=-1", "--format=json"])
def test_a_bad_command_line_is_refused(word: str) -> None:
    with pytest.raises(SystemExit) as caught:
        arguments(word)
    assert caught.value.code == 2


def test_the_browser_is_opened_when_it_is_asked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    opened: Queue[str] = Queue()
    monkeypatch.setattr(webbrowser, "open", opened.put)
    serve_ticks(monkeypatch, [True])
    assert opened.empty()
    serve_ticks(monkeypatch, [True], "--open")
    assert ADDRESS.fullmatch(opened.get(timeout=20))


def test_ctrl_c_is_no_error(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def interrupted(*_args: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(command, "serve", interrupted)
    assert run(arguments()) == 0
    assert capsys.readouterr().err == ""
