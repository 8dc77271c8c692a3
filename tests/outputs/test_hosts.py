"""The files for hosts, read by the hosts themselves: Apache and nginx on the loopback interface, without any right."""

from __future__ import annotations

import gzip
import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path

import pytest

from sitegen.builder.flow import build
from sitegen.builder.order import Order
from sitegen.builder.packing import packed
from sitegen.builder.write import write_site
from tests.sites import NOW, SITE, whole, write_files

pytestmark = pytest.mark.long

SITE_TEXT = """\
-- site.yaml --
{settings}host: {host}
gone: [/bg/nyama/, "/bg/a+b/"]
compress: [gzip]
-- projects/park/index.bg.md --
---
{whole}---
Текст.
-- pages/a.bg.md --
---
title: А
aliases: [/bg/stara/, /bg/стара/]
---
Текст.
-- projects/park/events/2026-05-05-den/index.bg.md --
---
title: Ден на парка
type: other
start: 2026-05-05 10:00
place: Паркът
---
Текст.
"""
APACHE = """\
ServerRoot "{root}"
ServerName 127.0.0.1
Listen 127.0.0.1:{port}
PidFile "{root}/pid"
ErrorLog "{root}/error.log"
LoadModule mpm_event_module {modules}/mod_mpm_event.so
LoadModule authz_core_module {modules}/mod_authz_core.so
LoadModule mime_module {modules}/mod_mime.so
LoadModule dir_module {modules}/mod_dir.so
LoadModule headers_module {modules}/mod_headers.so
LoadModule rewrite_module {modules}/mod_rewrite.so
LoadModule alias_module {modules}/mod_alias.so
TypesConfig /etc/mime.types
DocumentRoot "{files}"
DirectoryIndex index.html
<Directory "{files}">
  AllowOverride FileInfo Options
  Require all granted
</Directory>
"""
NGINX_WHOLE = """\
pid {root}/pid;
error_log {root}/error.log;
events {{ }}
http {{
  access_log off;
  client_body_temp_path {root}/t1; proxy_temp_path {root}/t2; fastcgi_temp_path {root}/t3;
  uwsgi_temp_path {root}/t4; scgi_temp_path {root}/t5;
  include /etc/nginx/mime.types;
  {block}
}}
"""
"""What stands around the words for a site."""
NGINX = """\
  map $uri $moved {{ include {site}/redirects.map; }}
  server {{
    listen 127.0.0.1:{port};
    root {files};
    index index.html;
    if ($moved) {{ return 301 $moved; }}
    include {site}/.nginx.conf;
  }}
"""


@dataclass(frozen=True)
class Answer:
    """What a host answered."""

    status: int
    headers: dict[str, str]
    body: bytes


@dataclass(frozen=True)
class Host:
    """A host that answers."""

    port: int
    base: str
    site: Path
    log: Path

    def ask(self, path: str, **headers: str) -> Answer:
        """Its answer for a path of the site."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=10)
        sent = {name.replace("_", "-"): value for name, value in headers.items()}
        connection.request("GET", self.base + path, headers=sent)
        answer = connection.getresponse()
        body = answer.read()
        connection.close()
        return Answer(answer.status, {name.lower(): value for name, value in answer.getheaders()}, body)


def program(name: str) -> str:
    """Where a server is; skips without it, and fails where all must run."""
    found = shutil.which(name, path=os.environ.get("PATH", "") + ":/usr/sbin")
    if not found and os.environ.get("CI") == "true":
        pytest.fail(f"{name} is missing")
    if not found:
        pytest.skip(f"{name} is missing")
    return found or ""


def free_port() -> int:
    """A port that nobody uses."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port: int = one.getsockname()[1]
        return port


def command(name: str, root: Path, configuration: str) -> list[str]:
    """How a server is started in the foreground."""
    file = root / "server.conf"
    file.write_text(configuration, encoding="utf-8")
    if name == "apache2":
        return [program(name), "-f", str(file), "-DFOREGROUND"]
    return [program(name), "-p", str(root), "-c", str(file), "-g", "daemon off;"]


def configuration(name: str, root: Path, site: Path, files: Path, port: int) -> str:
    """A host with one site."""
    if name == "nginx":
        return NGINX_WHOLE.format(root=root, block=NGINX.format(site=site, files=files, port=port))
    return APACHE.format(root=root, files=files, port=port, modules="/usr/lib/apache2/modules")


def open_to_all(root: Path) -> None:
    """Lets everybody into a folder of the tests: a server that root starts works as somebody else."""
    for folder in (root, *root.parents):
        if os.geteuid() == 0 and folder.owner() == root.owner() and folder.stat().st_mode & 0o777 == 0o700:
            folder.chmod(0o755)


@pytest.fixture(scope="module", params=[("apache2", ""), ("apache2", "/eu"), ("nginx", ""), ("nginx", "/eu")])
def host(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Host]:
    name, base = request.param
    program(name)
    root = tmp_path_factory.mktemp(name)
    open_to_all(root)
    files = root / "files"
    site = files / base.strip("/")
    settings = SITE.replace("https://proekti.example/", f"https://proekti.example{base}/")
    text = SITE_TEXT.format(settings=settings, host=name.removesuffix("2"), whole=whole())
    outcome = build(Order(content=write_files(root, text), now=NOW))
    assert not outcome.has_errors, [str(problem.message) for problem in outcome.problems]
    assert outcome.site
    found = (*outcome.artifacts, *packed(outcome.artifacts, ["gzip"], root / "nowhere"))
    site.parent.mkdir(parents=True, exist_ok=True)
    assert write_site(found, site) == ()
    port = free_port()
    with subprocess.Popen(command(name, root, configuration(name, root, site, files, port))) as server:
        try:
            wait_for(port, server, root / "error.log")
            yield Host(port, base, site, root / "error.log")
        finally:
            server.terminate()


def wait_for(port: int, server: subprocess.Popen[bytes], log: Path) -> None:
    """Until a server answers; fails with its words when it ends."""
    for _ in range(200):
        if server.poll() is not None:
            break
        with socket.socket() as one:
            if one.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    pytest.fail(log.read_text(encoding="utf-8") if log.exists() else "the server did not start")


def test_every_page_has_the_policy_and_what_does_not_exist_too(host: Host) -> None:
    for path, status in (("/bg/", 200), ("/bg/a/", 200), ("/bg/proekti/park/", 200), ("/bg/nikade/", 404)):
        answer = host.ask(path)
        assert answer.status == status, path
        assert "style-src 'sha256-" in answer.headers["content-security-policy"]
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["content-type"].lower() == "text/html; charset=utf-8"


def test_what_does_not_exist_shows_the_page_of_the_site(host: Host) -> None:
    assert host.ask("/bg/nikade/").body == (host.site / "404.html").read_bytes()


def test_old_addresses_lead_on_for_ever(host: Host) -> None:
    for path in ("/bg/stara/", "/bg/stara/index.html", "/bg/%D1%81%D1%82%D0%B0%D1%80%D0%B0/"):
        answer = host.ask(path)
        assert answer.status == 301, path
        assert answer.headers["location"].endswith(f"{host.base}/bg/a/")
    assert host.ask("/bg/stara/dolu/").status == 404


@pytest.mark.parametrize("path", ["/bg/nyama/", "/bg/nyama/index.html", "/bg/a+b/"])
def test_what_ended_on_purpose_is_gone(host: Host, path: str) -> None:
    answer = host.ask(path)
    assert answer.status == 410
    assert answer.body == (host.site / "404.html").read_bytes()
    assert "style-src 'sha256-" in answer.headers["content-security-policy"]
    assert host.ask(path + "x").status == 404


def test_packed_copies_go_to_those_who_can_unpack_them(host: Host) -> None:
    plain, small = host.ask("/bg/"), host.ask("/bg/", Accept_Encoding="gzip")
    assert "content-encoding" not in plain.headers
    assert small.headers["content-encoding"] == "gzip"
    assert small.headers["content-type"] == plain.headers["content-type"]
    assert small.body == (host.site / "bg" / "index.html.gz").read_bytes()
    assert gzip.decompress(small.body) == plain.body
    assert "accept-encoding" in small.headers["vary"].lower()
    assert "accept-encoding" in plain.headers["vary"].lower()


def test_files_of_the_theme_are_kept_and_open_data_are_open(host: Host) -> None:
    (font, *_) = sorted((host.site / "assets" / "theme").rglob("*.woff2"))
    kept = host.ask("/" + font.relative_to(host.site).as_posix()).headers
    assert "immutable" in kept["cache-control"]
    assert kept["content-type"] == "font/woff2"
    data = host.ask("/data/projects.json")
    assert data.headers["access-control-allow-origin"] == "*"
    assert "access-control-allow-origin" not in host.ask("/bg/").headers
    assert host.ask("/bg/").headers["cache-control"] == "public, max-age=300"


def test_types_are_what_browsers_expect(host: Host) -> None:
    for path, kind in (
        ("/data/projects.csv", "text/csv"),
        ("/data/projects.json", "application/json"),
        ("/sitemap.xml", "application/xml"),
        ("/robots.txt", "text/plain"),
        ("/bg/feed.xml", "application/atom+xml"),
        ("/bg/events.ics", "text/calendar"),
        ("/manifest.webmanifest", "application/manifest+json"),
        (script(host), "text/javascript"),
    ):
        for packing in ("identity", "gzip"):
            answer = host.ask(path, Accept_Encoding=packing)
            assert answer.status == 200, path
            told = answer.headers["content-type"].lower().replace(" ", "")
            assert told == f"{kind};charset=utf-8", path
    (card, *_) = sorted(host.site.rglob("card.png"))
    assert host.ask("/" + card.relative_to(host.site).as_posix()).headers["content-type"] == "image/png"


def script(host: Host) -> str:
    """The address of a script of the theme."""
    (found, *_) = sorted((host.site / "assets" / "theme").glob("*.js"))
    return "/" + found.relative_to(host.site).as_posix()


def test_the_host_has_nothing_to_warn_of(host: Host) -> None:
    assert "warn" not in host.log.read_text(encoding="utf-8")


def test_what_is_meant_for_the_host_is_shown_to_nobody(host: Host) -> None:
    (host.site / ".sitegen").write_text("{}", encoding="utf-8")
    (host.site / ".well-known").mkdir(exist_ok=True)
    (host.site / ".well-known" / "acme").write_text("told", encoding="utf-8")
    assert host.ask("/.well-known/acme").body == b"told"
    for name in (".htaccess", ".nginx.conf", ".sitegen", ".sitegen/more"):
        assert host.ask(f"/{name}").status in (403, 404)


def test_nginx_starts_for_a_site_from_which_nothing_has_moved(tmp_path: Path) -> None:
    text = f"-- site.yaml --\n{SITE}host: nginx\n-- pages/a.bg.md --\n---\ntitle: А\n---\nТекст.\n"
    outcome = build(Order(content=write_files(tmp_path, text), now=NOW))
    assert write_site(outcome.artifacts, tmp_path / "files") == ()
    started = command(
        "nginx", tmp_path, configuration("nginx", tmp_path, tmp_path / "files", tmp_path / "files", free_port())
    )
    tried = subprocess.run([*started, "-t"], capture_output=True, text=True, check=False)
    assert (tried.returncode, "warn" in tried.stderr) == (0, False), tried.stderr
