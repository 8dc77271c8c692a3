"""The server: the site as a host serves it, nothing beside it, and no answer for guests of another name."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from sitegen.builder.flow import Outcome, build
from sitegen.builder.order import Order
from sitegen.serve.preview import Preview
from sitegen.serve.server import Answer, Server, answer, server_from
from sitegen.serve.telling import Telling
from tests.serve.serving import Listening, Served, order_for, served
from tests.sites import SITE, write_files

WARNED = """\
-- pages/a.bg.md --
---
title: Алфа & <b>Бета</b>
---
Текст. [Бележка](бележка.csv)
-- pages/бележка.csv --
a;b
-- pages/нищо.txt --
никой
-- static/robots-x.txt --
да
-- static/verify.html --
<p>само това
"""
SCRIPT = '<script src="/_preview.js"'


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    root = tmp_path_factory.mktemp("site")
    (root / "secret.txt").write_text("тайна", encoding="utf-8")
    with served(write_files(root, WARNED)) as running:
        yield running


@pytest.fixture
def below(tmp_path: Path) -> Iterator[Served]:
    """A site under /eu/."""
    settings = SITE.replace("https://proekti.example/", "https://obshtina.example/eu/")
    with served(write_files(tmp_path, f"-- site.yaml --\n{settings}{WARNED}")) as running:
        yield running


# ── the site ────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_page_is_the_built_one_and_the_script(site: Served) -> None:
    reply = site.get("/bg/a/")
    built = site.preview.shown.tree["bg/a/index.html"].content
    assert reply.status == 200
    assert reply.headers["content-type"] == "text/html; charset=utf-8"
    assert reply.text.count(SCRIPT) == 1
    before, _, after = reply.content.partition(SCRIPT.encode())
    assert before + after.partition(b"</script>\n")[2] == built
    assert SCRIPT.encode() not in (built or b"")


def test_a_page_without_an_end_has_the_script_too(site: Served) -> None:
    assert SCRIPT in site.get("/verify.html").text


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/", "text/html; charset=utf-8"),
        ("/bg/a/index.html?q=1", "text/html; charset=utf-8"),
        ("/sitemap.xml", "application/xml"),
        ("/robots-x.txt", "text/plain; charset=utf-8"),
        ("/assets/pages/belezhka.csv", "text/csv; charset=utf-8"),
        ("/_preview.js", "text/javascript; charset=utf-8"),
        ("/_status/", "text/html; charset=utf-8"),
    ],
)
def test_files_come_with_their_type_and_are_not_kept(site: Served, path: str, kind: str) -> None:
    reply = site.get(path)
    assert (reply.status, reply.headers["content-type"]) == (200, kind)
    assert reply.headers["cache-control"] == "no-store"
    assert reply.headers["cross-origin-resource-policy"] == "same-origin"
    assert reply.headers["content-length"] == str(len(reply.content))
    head = site.get(path, "HEAD")
    assert (head.status, head.headers["content-length"], head.content) == (200, str(len(reply.content)), b"")


def test_every_file_of_the_site_is_served(site: Served) -> None:
    for path, artifact in site.preview.shown.tree.items():
        wanted = artifact.content if artifact.content is not None else Path(artifact.copy_of or "").read_bytes()
        reply = site.get("/" + path)
        assert reply.status == 200, path
        assert path.endswith(".html") or reply.content == wanted, path


def test_what_is_not_there_gets_the_sites_own_page(site: Served) -> None:
    reply = site.get("/bg/nyama/")
    assert reply.status == 404
    assert "404" not in reply.headers["content-type"]
    assert "Страницата" in reply.text
    assert SCRIPT in reply.text


def test_a_folder_without_its_slash_leads_to_it(site: Served) -> None:
    reply = site.get("/bg/a")
    assert (reply.status, reply.headers["location"]) == (302, "/bg/a/")
    assert site.get("/_status").headers["location"] == "/_status/"


def test_a_document_that_went_from_the_disk_is_not_found(site: Served) -> None:
    document = site.order.content / "pages" / "бележка.csv"
    data = document.read_bytes()
    document.unlink()
    try:
        assert site.get("/assets/pages/belezhka.csv").status == 404
    finally:
        document.write_bytes(data)


def test_a_site_below_a_path_is_served_there_alone(below: Served) -> None:
    assert below.get("/").headers["location"] == "/eu/"
    assert below.get("/eu").headers["location"] == "/eu/"
    assert below.get("/eu/bg/a").headers["location"] == "/eu/bg/a/"
    assert below.get("/eu/bg/a/").status == 200
    assert 'href="/eu/bg/' in below.get("/eu/bg/a/").text
    for path in ("/bg/a/", "/eubg/a/", "/euro/", "/eu/eu/bg/a/"):
        assert below.get(path).status == 404, path
    assert 'href="/eu/"' in below.get("/_status/").text


# ── what is wrong ───────────────────────────────────────────────────────────────────────────────────────────


def test_the_state_of_the_site_has_problems_and_translations(site: Served) -> None:
    page = site.get("/_status/").text
    assert "Състояние на сайта" in page
    assert "content/pages/нищо.txt:1:1" in page
    assert "Преводи" in page
    assert "Алфа &amp; &lt;b&gt;Бета&lt;/b&gt;" in page
    assert "<b>Бета" not in page


def test_news_have_errors_and_warnings_in_the_editors_language(tmp_path: Path) -> None:
    content = write_files(tmp_path, WARNED)
    with served(content) as site, Listening(site.port) as browser:
        first = browser.news()
        assert first["panel"] == ""
        assert "<summary>Предупреждения: 1, съвети: 0</summary>" in first["margin"]
        bad = "---\ntitle: Алфа & <b>Бета</b>\nмусака: <script>\n---\nТекст. [Бележка](бележка.csv)\n"
        (content / "pages" / "a.bg.md").write_text(bad, encoding="utf-8")
        site.rebuild()
        second = browser.news()
        assert second["pages"] == first["pages"]  # nothing that is shown has changed: no page is loaded again
        assert "Грешки: 1." in second["panel"]
        assert "<code>content/pages/a.bg.md:3:1</code> <strong>грешка FLD-01</strong>" in second["panel"]
        assert "<pre>мусака: &lt;script&gt;\n^</pre>" in second["panel"]
        assert "<p>→ " in second["panel"]


def test_a_secret_line_is_not_shown(tmp_path: Path) -> None:
    egn = "-- pages/b.bg.md --\n---\ntitle: Б\n---\nЕГН 7501010010 на лицето.\n"
    with served(write_files(tmp_path, egn)) as site:
        codes = [problem.code for problem in site.preview.shown.problems]
        assert "PRV-01" in codes
        assert "7501010010" not in site.get("/_status/").text


def test_a_bug_is_told_with_its_traceback(tmp_path: Path) -> None:
    def buggy(_order: Order) -> Outcome:
        raise ZeroDivisionError("<divided>")

    with served(write_files(tmp_path, WARNED), Preview(buggy)) as site, Listening(site.port) as browser:
        assert "ZeroDivisionError: &lt;divided&gt;" in browser.news()["panel"]
        assert "Програмата има дефект" in site.get("/_status/").text
        reply = site.get("/")
        assert reply.status == 404
        assert SCRIPT in reply.text  # and so it comes to life when the bug is gone


def test_without_settings_there_is_a_page_that_tells_it(tmp_path: Path) -> None:
    with served(tmp_path / "content") as site:
        reply = site.get("/bg/")
        assert (reply.status, "site.yaml" in reply.text) == (404, True)
        assert "site.yaml" in site.get("/_status/").text
        write_files(tmp_path, WARNED)
        site.rebuild()
        assert site.get("/bg/").status == 200


def test_without_drafts_the_state_of_the_site_has_them_all_the_same(tmp_path: Path) -> None:
    draft = "-- pages/b.bg.md --\n---\ntitle: Тайна\ndraft: да\n---\nТекст.\n"
    with served(write_files(tmp_path, draft + WARNED)) as site:
        assert site.get("/bg/b/").status == 200
        site.rebuild(drafts=False)
        assert site.get("/bg/b/").status == 404
        assert "Тайна" in site.get("/_status/").text


# ── guests ──────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("name", ["127.0.0.1", "localhost", "[::1]", "LOCALHOST"])
def test_the_machine_goes_by_its_own_names(site: Served, name: str) -> None:
    assert site.get("/bg/", Host=f"{name}:{site.port}").status == 200


@pytest.mark.parametrize(
    "host",
    [
        "evil.example:{port}", "127.0.0.1", "localhost", "127.0.0.1:1", "127.0.0.1.evil.example:{port}",
        "localhost:{port}@evil.example", "0.0.0.0:{port}", "192.168.0.7:{port}", "127.0.0.1:{port}, evil.example", "",
    ],
)  # fmt: skip
@pytest.mark.parametrize("path", ["/bg/", "/_changes", "/_status/", "/_preview.js"])
def test_any_other_name_is_refused(site: Served, host: str, path: str) -> None:
    reply = site.get(path, Host=host.format(port=site.port))
    assert reply.status == 403
    assert "Алфа" not in reply.text


def test_no_host_and_two_hosts_are_refused(site: Served) -> None:
    here = f"Host: 127.0.0.1:{site.port}\r\n".encode()
    assert b" 403 " in site.raw(b"GET /bg/ HTTP/1.0\r\n\r\n").partition(b"\r\n")[0]
    assert b" 403 " in site.raw(b"GET /bg/ HTTP/1.1\r\n" + here + here + b"\r\n").partition(b"\r\n")[0]
    assert b"Alfa" not in site.raw(b"GET /bg/\r\n\r\n")
    assert b" 400 " in site.raw(b"GET http://evil.example/bg/ HTTP/1.1\r\n" + here + b"\r\n").partition(b"\r\n")[0]


@pytest.mark.parametrize(
    "path",
    [
        "/../secret.txt", "/bg/../../secret.txt", "/%2e%2e/secret.txt", "/..%2fsecret.txt", "/%2e%2e%2fsecret.txt",
        "/..\\secret.txt", "/..%5csecret.txt", "//../secret.txt", "/./../secret.txt", "/%252e%252e/secret.txt",
        "/static/../../secret.txt", "/secret.txt%00", "/content/site.yaml", "/site.yaml", "/pages/a.bg.md",
        "/assets/../site.yaml", "/_status/../secret.txt", "/.git/config", "/etc/passwd", "//etc/passwd", "/C:/secret.txt",
        "/%ff%fe", "/\x00", "/%", "/%zz", "/" + "a/" * 5000, "//evil.example/%2f..", "/%5cevil.example/",
    ],
)  # fmt: skip
def test_nothing_beside_the_site_is_served(site: Served, path: str) -> None:
    request = f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{site.port}\r\n\r\n".encode("latin-1")
    reply = site.raw(request)
    assert b" 404 " in reply.partition(b"\r\n")[0] or b" 400 " in reply.partition(b"\r\n")[0]
    assert "тайна".encode() not in reply
    assert b"languages:" not in reply


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT", "BREW"])
def test_nothing_can_be_changed(site: Served, method: str) -> None:
    reply = site.raw(f"{method} /bg/ HTTP/1.1\r\nHost: 127.0.0.1:{site.port}\r\n\r\n".encode())
    assert reply.partition(b"\r\n")[0].split(b" ")[1] in (b"405", b"501")


@pytest.mark.parametrize(
    "request_",
    [
        b"GET /" + b"a" * 70_000 + b" HTTP/1.1\r\n\r\n",
        b"GET / HTTP/1.1\r\nX: " + b"a" * 70_000 + b"\r\n\r\n",
        b"GET / HTTP/1.1\r\n" + b"".join(b"X-%d: a\r\n" % number for number in range(200)) + b"\r\n",
        b"GET / HTTP/9.9\r\n\r\n",
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n",
        b"\r\n\r\n",
        b"GET\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost 127.0.0.1\r\n\r\n",
    ],
)
def test_nonsense_is_refused_and_harms_nobody(site: Served, request_: bytes, capfd: pytest.CaptureFixture[str]) -> None:
    status = site.raw(request_).partition(b"\r\n")[0]
    assert b" 200 " not in status
    assert site.get("/bg/").status == 200
    assert capfd.readouterr().err == ""


def test_browsers_that_go_away_harm_nobody(site: Served, capfd: pytest.CaptureFixture[str]) -> None:
    for request in (
        b"",
        b"GET /bg/ HT",
        b"GET /bg/ HTTP/1.1\r\nHost: ",
        b"GET /_changes HTTP/1.1\r\nHost: 127.0.0.1:%d\r\n\r\n",
    ):
        connection = socket.create_connection(("127.0.0.1", site.port))
        connection.sendall(request % site.port if b"%d" in request else request)
        connection.close()
    for _ in range(2):  # the second writes to whoever has gone
        site.rebuild()
    assert site.get("/bg/").status == 200
    assert capfd.readouterr().err == ""


def test_many_wait_and_each_is_told(site: Served) -> None:
    browsers = [Listening(site.port) for _ in range(30)]
    numbers = [browser.news()["number"] for browser in browsers]
    site.rebuild()
    assert {browser.news()["number"] for browser in browsers} == {str(int(numbers[0]) + 1)}
    for browser in browsers:
        browser.__exit__()


# ── the port ────────────────────────────────────────────────────────────────────────────────────────────────


def server_at(port: int) -> Server:
    return server_from(Preview(build), Telling(line=lambda _problem: ""), port)


def test_the_next_free_port_is_taken() -> None:
    first = server_at(0)
    second = server_at(first.server_port)
    try:
        assert first.server_address[0] == "127.0.0.1"
        assert second.server_port != first.server_port
    finally:
        first.server_close()
        second.server_close()


def test_where_no_port_is_near_any_is_good(monkeypatch: pytest.MonkeyPatch) -> None:
    bind = Server.server_bind

    def crowded(server: Server) -> None:
        if server.server_address[1] != 0:
            raise PermissionError("not for everybody")
        bind(server)

    monkeypatch.setattr(Server, "server_bind", crowded)
    server = server_at(65_530)
    server.server_close()
    assert server.server_port > 0


def test_port_80_goes_without_saying() -> None:
    server = server_at(0)
    server.server_close()
    assert "localhost" not in server.hosts
    assert f"localhost:{server.server_port}" in server.hosts


def test_an_answer_is_a_function_of_what_is_shown(tmp_path: Path) -> None:
    shown = Preview(build).rebuild(order_for(write_files(tmp_path, WARNED)))
    telling = Telling(line=lambda _problem: "")
    assert answer("/bg/a#part", shown, telling) == Answer(status=302, location="/bg/a/")
