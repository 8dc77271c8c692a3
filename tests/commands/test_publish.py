"""`publish` and `rollback` as people run them: what is asked, what is refused, what is told, what stands afterwards."""

from __future__ import annotations

import functools
import http.server
import os
import re
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from sitegen.cli import main
from sitegen.commands import sending
from sitegen.commands.asking import Terminal
from sitegen.report import Words
from tests.publish.trial import files_in
from tests.sites import SITE, write_files

TARGETS = "publish: {{web: {{type: folder, path: '{place}', keep: 3{more}}}}}\n"
HIDDEN = {".sitegen", ".gitignore"}


def page(title: str, body: str = "Текст.") -> str:
    return f"---\ntitle: {title}\n---\n{body}\n"


class Ground:
    """A site of a few pages with a target, and the commands on it."""

    def __init__(self, root: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.root, self.capsys = root, capsys
        self.place = root / "www" / "site"
        self.content = write_files(root, self.settings() + "".join(self.page(at) for at in range(3)))

    def settings(self, more: str = "", site: str = "") -> str:
        return f"-- site.yaml --\n{SITE}{site}{TARGETS.format(place=self.place, more=more)}"

    def page(self, at: int, title: str = "") -> str:
        return f"-- pages/p{at}.bg.md --\n{page(title or f'Страница {at}')}"

    def write(self, text: str) -> None:
        write_files(self.root, self.settings() + text)

    def run(self, *words: str) -> tuple[int, str]:
        """Exit status, and all that was printed."""
        status = main([*words, "--content", str(self.content), "--lang", "en"])
        out, err = self.capsys.readouterr()
        return status, out + err

    def publish(self, *words: str) -> tuple[int, str]:
        return self.run("publish", "--output", str(self.root / "output"), "--jobs", "1", *words)

    @property
    def files(self) -> dict[str, bytes]:
        return files_in(self.place)

    @property
    def built(self) -> dict[str, bytes]:
        return {path: content for path, content in files_in(self.root / "output").items() if path not in HIDDEN}


@pytest.fixture
def ground(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Ground:
    monkeypatch.chdir(tmp_path)
    return Ground(tmp_path, capsys)


@pytest.fixture
def answers(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What somebody at a terminal types."""
    typed: list[str] = []

    class Scripted(Terminal):
        def line(self, prompt: str) -> str:
            self.sink.write(prompt + "\n")
            if not typed:
                raise EOFError
            return typed.pop(0)

    monkeypatch.setattr(sending, "terminal", lambda words: Scripted(sys.stdin, sys.stdout, words))
    return typed


# ── the way of a publication ────────────────────────────────────────────────────────────────────────────────


def test_a_site_is_built_shown_sent_and_its_addresses_are_noted(ground: Ground) -> None:
    status, said = ground.publish()
    assert status == 0, said
    assert "  + Страница 1  (bg/p1/index.html, " in said
    assert re.search(r"new: \d+, changed: 0, removed: 0 · to send: \d+ files", said)
    assert ground.files == ground.built
    assert "/bg/p1/" in (ground.content / "addresses.lock").read_text()
    status, said = ground.publish()
    assert (status, "It has this very site already." in said) == (0, True)


def test_the_messages_are_bulgarian_where_the_site_is(ground: Ground) -> None:
    assert main(["publish", "--content", str(ground.content), "--output", str(ground.root / "output")]) == 0
    said = ground.capsys.readouterr().out
    assert "Цел web (folder):" in said
    assert "Публикувано като " in said


def test_a_dry_run_shows_and_changes_nothing(ground: Ground) -> None:
    status, said = ground.publish("--dry-run")
    assert status == 0
    assert "Страница 2" in said
    assert not (ground.root / "www").exists()
    assert not (ground.content / "addresses.lock").exists()


def test_fault_31_a_deleted_page_leaves_the_target_too(ground: Ground) -> None:
    ground.publish()
    (ground.content / "pages/p2.bg.md").unlink()
    (ground.content / "addresses.lock").unlink()
    status, said = ground.publish("--max-deletes", "9")
    assert status == 0, said
    assert "  - Страница 2  (bg/p2/index.html, " in said
    assert ground.files == ground.built
    assert "bg/p2/index.html" not in ground.files


def test_fault_32_the_site_that_is_sent_is_the_one_of_this_moment(ground: Ground) -> None:
    ground.publish()
    ground.write(ground.page(0, "Току-що написана"))
    ground.publish("--max-deletes", "9")
    assert "Току-що написана" in ground.files["bg/p0/index.html"].decode()


# ── what is refused ─────────────────────────────────────────────────────────────────────────────────────────


def test_a_site_with_an_error_is_not_published(ground: Ground) -> None:
    ground.publish()
    before = ground.files
    ground.write("-- pages/p0.bg.md --\n---\ntitel: Без заглавие\n---\n")
    status, said = ground.publish()
    assert status == 1
    assert "Nothing was published." in said
    assert ground.files == before


def test_a_required_language_that_is_missing_stops_it(ground: Ground) -> None:
    write_files(ground.root, ground.settings(site="require_languages: {page: [bg, en]}\n"))
    status, said = ground.publish()
    assert status == 1
    assert "required translations are missing (3)" in said
    assert not ground.place.exists()


@pytest.mark.parametrize("flag", [["--drafts"], ["--today", "2030-01-01"], ["--now", "2030-01-01T10:00"]])
def test_drafts_and_other_days_are_for_looking_only(ground: Ground, flag: list[str]) -> None:
    assert ground.publish(*flag)[0] == 2
    assert not ground.place.exists()
    assert ground.publish(*flag, "--dry-run")[0] == 0


@pytest.mark.parametrize("place", ["content", "output", "output/site", "content/pages", "../{name}", "link"])
def test_a_target_never_lies_in_the_content_or_around_it(ground: Ground, place: str) -> None:
    (ground.root / "link").symlink_to(ground.content)
    (ground.content / "site.yaml").write_text(
        f"{SITE}publish: {{web: {{type: folder, path: '{place.format(name=ground.root.name)}'}}}}\n"
    )
    status, said = ground.publish()
    assert status == 2
    assert "lie in each other" in said


@pytest.mark.parametrize("command", ["publish", "rollback"])
def test_a_target_that_is_not_there_is_a_wrong_command(ground: Ground, command: str) -> None:
    status, said = ground.run(command, "wep")
    assert status == 2
    assert "Did you mean 'web'?" in said
    ground.content.joinpath("site.yaml").write_text(SITE)
    status, said = ground.run(command)
    assert status == 2
    assert "publish: {web: {type: folder, path: /var/www/proekti}}" in said


def test_a_failure_is_told_at_the_target_in_site_yaml(ground: Ground) -> None:
    ground.place.parent.mkdir()
    ground.place.write_text("a file")
    status, said = ground.publish()
    assert status == 3
    assert "content/site.yaml:5:16  error NET-06" in said


# ── what is asked ───────────────────────────────────────────────────────────────────────────────────────────


def lose_pages(ground: Ground, count: int) -> None:
    """Publishes a site with many pages and then deletes some of them."""
    ground.write("".join(ground.page(at) for at in range(3, 3 + count)))
    status, said = ground.publish()
    assert status == 0, said
    for at in range(3, 3 + count):
        (ground.content / f"pages/p{at}.bg.md").unlink()
    (ground.content / "addresses.lock").unlink()


def test_many_deletions_are_refused_where_nobody_answers(ground: Ground) -> None:
    lose_pages(ground, 21)
    before = ground.files
    status, said = ground.publish("--yes")
    assert status == 3
    assert "NET-13" in said
    assert "add --max-deletes 21" in said
    assert ground.files == before
    assert ground.publish("--yes", "--max-deletes", "20")[0] == 3
    assert ground.publish("--max-deletes", "21")[0] == 0
    assert ground.files == ground.built


def test_many_deletions_are_asked_and_enter_means_no(ground: Ground, answers: list[str]) -> None:
    answers += ["y"]
    lose_pages(ground, 21)
    before = ground.files
    answers += [""]
    status, said = ground.publish("--yes")
    assert status == 0
    assert "Remove 21 of " in said
    assert "Nothing was published." in said
    assert ground.files == before
    answers += ["д", "да"]
    assert ground.publish()[0] == 0
    assert ground.files == ground.built
    assert answers == []


def test_foreign_files_in_the_way_are_replaced_only_when_somebody_says_so(ground: Ground) -> None:
    ground.place.mkdir(parents=True)
    (ground.place / "index.html").write_text("Welcome to your hosting")
    (ground.place / "google.html").write_text("google")
    status, said = ground.publish("--yes")
    assert status == 3
    assert "NET-08" in said
    assert "index.html" in said
    assert "Files of others, which stay: 1 (google.html)" in said
    assert (ground.place / "index.html").read_text() == "Welcome to your hosting"
    assert ground.publish("--overwrite")[0] == 0
    assert ground.files == ground.built | {"google.html": b"google"}


def test_the_end_of_input_is_no_yes(ground: Ground, answers: list[str]) -> None:
    status, said = ground.publish()
    assert status == 0
    assert "Go on? [y/N]" in said
    assert not ground.place.exists()


# ── verifying ───────────────────────────────────────────────────────────────────────────────────────────────


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """A web server of a folder."""

    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *args: Any) -> None:
            """Says nothing."""

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(folder))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()


def test_what_visitors_get_is_compared_with_what_was_sent(ground: Ground) -> None:
    with served(ground.place) as address:
        write_files(ground.root, ground.settings(f", url: '{address}'"))
        status, said = ground.publish("--verify", "1")
        assert status == 0, said
        assert re.search(r"Asked the site for \d+ files: all are as they were sent\.", said)
    (ground.root / "elsewhere").mkdir()
    with served(ground.root / "elsewhere") as address:
        write_files(ground.root, ground.settings(f", url: '{address}'") + ground.page(0, "Нова"))
        status, said = ground.publish("--verify", "1")
    assert status == 3
    assert "NET-14" in said
    assert "the server answers 404" in said


# ── back ────────────────────────────────────────────────────────────────────────────────────────────────────


def test_the_publication_before_is_put_back_at_once(ground: Ground) -> None:
    ground.publish()
    first = ground.files
    ground.write(ground.page(0, "Грешка"))
    ground.publish()
    status, said = ground.run("rollback", "--list")
    assert (status, said.count("pages: "), said.count("this one stands")) == (0, 2, 1)
    status, said = ground.run("rollback", "--dry-run")
    assert "  ~ Страница 0  (bg/p0/index.html, " in said
    assert "Грешка" in ground.files["bg/p0/index.html"].decode()
    status, said = ground.run("rollback")
    assert status == 0, said
    assert ground.files == first
    status, said = ground.run("rollback")
    assert status == 3
    assert "NET-15" in said


def test_a_publication_is_named_by_its_first_characters(ground: Ground) -> None:
    ground.publish()
    first = ground.files
    ground.write(ground.page(0, "Втора"))
    ground.publish()
    number = re.findall(r"(\d{8}T\d{12}Z-\S+)", ground.run("rollback", "--list")[1])[-1]
    assert ground.run("rollback", "--to", number[:-2])[0] == 0
    assert ground.files == first
    status, said = ground.run("rollback", "--to", "2020")
    assert (status, "'web' has no publication 2020" in said) == (3, True)


def test_a_password_in_the_settings_is_neither_used_nor_shown(ground: Ground) -> None:
    write_files(ground.root, ground.settings(", password: мусака, prot: 22"))
    status, said = ground.publish()
    assert status == 1
    assert "FLD-11" in said
    assert "мусака" not in said
    status, said = ground.run("rollback")
    assert status == 1
    assert "мусака" not in said


def test_progress_is_for_terminals(ground: Ground) -> None:
    assert os.environ.get("NO_COLOR")
    shown = sending.Sending(Words("en"), "en", is_shown=False)
    shown.begin(1, 10)
    shown.sent("a", 10)
    shown.end()
    assert ground.capsys.readouterr().err == ""
    shown = sending.Sending(Words("en"), "en", is_shown=True)
    shown.begin(2, 3_000_000)
    shown.started = shown.last = -10.0
    shown.sent("a", 1_500_000)
    shown.end()
    assert "sending: 1.5 MB of 3 MB · 1 / 2" in ground.capsys.readouterr().err.replace("\N{NO-BREAK SPACE}", " ")


def test_another_problem_on_the_line_of_a_password_does_not_show_it(ground: Ground) -> None:
    line = "publish: {web: {type: folder, path: www, password: мусака}, trial: {tpye: folder}}\n"
    (ground.content / "site.yaml").write_text(SITE + line)
    for words in (["publish"], ["rollback"], ["check"], ["check", "--format", "json"]):
        status, said = ground.run(*words)
        assert status == 1
        assert "FLD-11" in said
        assert "FLD-02" in said
        assert "мусака" not in said


# ── on a real terminal ──────────────────────────────────────────────────────────────────────────────────────


def typed(folder: Path, command: list[str], answers: dict[str, str]) -> tuple[int, str]:
    """Exit status and screen of a command on a terminal of its own, where each question has its answer."""
    pty = pytest.importorskip("pty")
    terminal, inside = pty.openpty()
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2]), "PYTHONUTF8": "1"}
    process = subprocess.Popen(
        [sys.executable, "-m", "sitegen", *command],
        cwd=folder,
        env=environment,
        stdin=inside,
        stdout=inside,
        stderr=inside,
        start_new_session=True,
    )
    os.close(inside)
    screen, left = b"", dict(answers)
    while True:
        try:
            shown = os.read(terminal, 4096)
        except OSError:  # the end, on Linux
            break
        if not shown:
            break
        screen += shown
        for question in [question for question in left if question.encode() in screen]:
            os.write(terminal, left.pop(question).encode() + b"\n")
    os.close(terminal)
    return process.wait(), screen.decode()


def test_somebody_at_a_terminal_is_asked_and_chooses(ground: Ground) -> None:
    ground.publish()
    first = ground.files
    ground.write(ground.page(0, "Грешка"))
    ground.publish()
    status, screen = typed(ground.root, ["rollback", "--lang", "en"], {"(its number in the list)": "2", "Go on?": "y"})
    assert status == 0, screen
    assert "stands again" in screen
    assert ground.files == first
