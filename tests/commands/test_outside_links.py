"""`check --external`: links to other sites, asked over HTTP on the loopback interface."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from sitegen.builder.flow import build
from sitegen.builder.order import Order
from sitegen.builder.steps import NOBODY
from sitegen.cli import main
from sitegen.commands import outside_links
from sitegen.commands.outside_links import Answer, ask_all, written
from tests.sites import NOW, SITE, write_files

ANSWERS = {
    "/fine/": 200, "/dead/": 404, "/gone/": 410, "/shut/": 403, "/enough/": 429, "/broken/": 503,
    "/moved/": 301, "/elsewhere/": 302, "/into-nothing/": 301, "/no-head/": 200,
}  # fmt: skip
NEW = {"/moved/": "/fine/", "/elsewhere/": "/fine/", "/into-nothing/": "/dead/"}


class Host(BaseHTTPRequestHandler):
    """Another site; it notes what it is asked."""

    seen: list[tuple[str, str, str]]

    def answer(self) -> None:
        """By the address alone; one page does not know HEAD."""
        type(self).seen.append((self.command, self.path, self.headers["User-Agent"]))
        status = 405 if self.command == "HEAD" and self.path == "/no-head/" else ANSWERS.get(self.path, 404)
        self.send_response(status)
        if self.path in NEW:
            self.send_header("Location", NEW[self.path])
        self.send_header("Content-Length", "0")
        self.end_headers()

    do_GET = do_HEAD = answer  # noqa: N815 - the names that the library calls

    def log_message(self, _format: str, *values: Any) -> None:
        """Says nothing."""


@contextmanager
def host() -> Iterator[tuple[str, list[tuple[str, str, str]]]]:
    """The address of a site that answers, and what it was asked."""
    seen: list[tuple[str, str, str]] = []
    server = ThreadingHTTPServer(("127.0.0.1", 0), type("Noting", (Host,), {"seen": seen}))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}", seen
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@pytest.fixture(autouse=True)
def _hurried(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(outside_links, "PAUSE", 0)


def check(root: Path, text: str, *options: str) -> int:
    """The command on a site of one page and what else is given."""
    content = write_files(root, text)
    return main(["check", "--lang=en", "--content", str(content), *options])


def test_each_answer_is_told_at_its_link(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with host() as (base, _):
        links = "".join(f"[към {path}]({base}{path})\n\n" for path in ANSWERS)
        check(tmp_path, f"-- pages/a.bg.md --\n---\ntitle: А\n---\n{links}", "--external")
    told = [line for line in capsys.readouterr().out.splitlines() if "NET-" in line]
    expected = {"/dead/": "warning NET-16", "/gone/": "warning NET-16", "/into-nothing/": "warning NET-16"}
    expected |= {"/moved/": "advice NET-17", "/broken/": "advice NET-18"}
    lines = {path: 4 + 2 * number for number, path in enumerate(ANSWERS)}
    for path, words in expected.items():
        assert any(f"a.bg.md:{lines[path]}:1  {words}" in line for line in told), (path, told)
    assert len(told) == len(expected)


def test_nobody_is_asked_unless_it_is_wanted(tmp_path: Path) -> None:
    with host() as (base, seen):
        check(tmp_path, f"-- pages/a.bg.md --\n---\ntitle: А\n---\n[Програмата]({base}/dead/)\n")
        assert seen == []


def test_an_address_is_asked_once_by_name_and_told_at_each_place(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with host() as (base, seen):
        text = f"[Програмата]({base}/dead/#a) и [пак тя]({base}/dead/)"
        website = (
            f"-- organisations.yaml --\nfund:\n  name: {{bg: Фонд, en: Fund, ru: Фонд}}\n  website: {base}/dead/\n"
        )
        check(tmp_path, f"{website}-- pages/a.bg.md --\n---\ntitle: А\n---\n{text}\n", "--external")
    told = [line.split()[0] for line in capsys.readouterr().out.splitlines() if "NET-16" in line]
    assert sorted(place.partition("/")[2] for place in told) == [
        "organisations.yaml:3:12", "pages/a.bg.md:4:1", f"pages/a.bg.md:4:{text.index('[пак') + 1}",
    ]  # fmt: skip
    assert [method for method, _, _ in seen] == ["HEAD", "GET"]
    assert all(agent.startswith("sitegen/") and SITE_URL in agent for _, _, agent in seen)


SITE_URL = SITE.split("url: ")[1].split()[0].strip("'\"")


def test_addresses_without_a_scheme_and_those_of_settings_are_asked(tmp_path: Path) -> None:
    with host() as (base, _):
        content = write_files(
            tmp_path,
            f"-- site.yaml --\n{SITE}security: {{contact: {base}/form/}}\n"
            "-- pages/a.bg.md --\n---\ntitle: А\n---\n[Програмата](//other.example/a/)\n",
        )
        outcome = build(Order(content=content, now=NOW))
    assert outcome.whole
    assert set(outside_links.outside(outcome.whole)) >= {f"{base}/form/", "https://other.example/a/"}


def test_a_host_that_is_not_there_is_a_note(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with host() as (base, _):
        pass
    status = check(tmp_path, f"-- pages/a.bg.md --\n---\ntitle: А\n---\n[Програмата]({base}/)\n", "--external")
    told = capsys.readouterr().out
    assert "advice NET-18  the other site does not answer" in told
    assert status == 0


def test_a_host_is_asked_one_thing_after_another(monkeypatch: pytest.MonkeyPatch) -> None:
    waits: list[float] = []
    monkeypatch.setattr(outside_links, "PAUSE", 0.3)
    monkeypatch.setattr("sitegen.commands.outside_links.time.sleep", waits.append)
    with host() as (base, seen):
        answers = ask_all([f"{base}/fine/", f"{base}/dead/", f"{base}/shut/"], "a", NOBODY)
    assert [path for method, path, _ in seen if method == "HEAD"] == ["/fine/", "/dead/", "/shut/"]
    assert waits == [0, 0.3, 0.3]
    assert answers[f"{base}/shut/"] == Answer(403)


@pytest.mark.parametrize(("address", "sent"), [
    ("https://пример.бг/път/?а=б c#к", "https://xn--e1afmkfd.xn--90ae/%D0%BF%D1%8A%D1%82/?%D0%B0=%D0%B1%20c"),
    ("https://example.org/a%20b?c=d&e", "https://example.org/a%20b?c=d&e"),
])  # fmt: skip
def test_addresses_go_out_in_ascii(address: str, sent: str) -> None:
    assert written(address) == sent
