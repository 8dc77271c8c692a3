"""The configurations of docs/hosting.md as they stand there, in nginx and Apache, with a certificate of our own."""

from __future__ import annotations

import re
import ssl
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPResponse, HTTPSConnection
from pathlib import Path

import pytest

from sitegen.builder.flow import build
from sitegen.builder.order import Order
from sitegen.builder.write import write_site
from tests.outputs.test_hosts import NGINX_WHOLE, command, free_port, open_to_all, program, wait_for
from tests.sites import NOW, SITE, write_files

pytestmark = pytest.mark.long

GUIDE = Path(__file__).parents[2] / "docs" / "hosting.md"
NAME = "projects.example.org"
CONTENT = f"""\
-- site.yaml --
{SITE}host: HOST
-- pages/a.bg.md --
---
title: А
aliases: [/bg/stara/]
---
Текст.
"""
APACHE = """\
ServerRoot "{root}"
ServerName 127.0.0.1
Listen 127.0.0.1:{port}
Listen 127.0.0.1:{plain}
PidFile "{root}/pid"
ErrorLog "{root}/error.log"
LoadModule mpm_event_module /usr/lib/apache2/modules/mod_mpm_event.so
LoadModule authz_core_module /usr/lib/apache2/modules/mod_authz_core.so
{modules}
TypesConfig /etc/mime.types
{block}
"""


@dataclass(frozen=True)
class Host:
    """A host that answers by HTTPS, and by HTTP at another port."""

    port: int
    plain: int
    certificate: Path

    def ask(self, path: str) -> HTTPResponse:
        """Its answer over TLS, which must be as the certificate says."""
        trust = ssl.create_default_context(cafile=str(self.certificate))
        connection = HTTPSConnection("127.0.0.1", self.port, timeout=10, context=trust)
        connection.connect()
        return self.answered(connection, path)

    def ask_openly(self, path: str) -> HTTPResponse:
        """Its answer without."""
        return self.answered(HTTPConnection("127.0.0.1", self.plain, timeout=10), path)

    def answered(self, connection: HTTPConnection, path: str) -> HTTPResponse:
        """The answer, read."""
        connection.request("GET", path, headers={"Host": NAME})
        answer = connection.getresponse()
        answer.read()
        connection.close()
        return answer


def block(language: str) -> str:
    """The configuration of the guide in a language; there is one of each."""
    (found,) = re.findall(rf"^```{language}\n(.*?)^```", GUIDE.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    return str(found)


def certified(root: Path) -> None:
    """A certificate for the address of the tests, with its key, as Let's Encrypt names them."""
    command = [
        program("openssl"),
        "req",
        "-x509",
        "-newkey",
        "rsa:2048",
        "-nodes",
        "-days",
        "2",
        "-subj",
        f"/CN={NAME}",
    ]
    files = ["-keyout", f"{root}/privkey.pem", "-out", f"{root}/fullchain.pem"]
    subprocess.run([*command, "-addext", "subjectAltName=IP:127.0.0.1", *files], check=True, capture_output=True)


@pytest.fixture(scope="module", params=["nginx", "apache2"])
def host(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Host]:
    name, root = request.param, tmp_path_factory.mktemp("guide")
    open_to_all(root)
    certified(root)
    site, port, plain = root / "projects", free_port(), free_port()
    outcome = build(Order(content=write_files(root, CONTENT.replace("HOST", name.removesuffix("2"))), now=NOW))
    assert write_site(outcome.artifacts, site) == ()
    told = block(name.removesuffix("2")).replace("/srv/sites/projects", str(site))
    told = told.replace(f"/etc/letsencrypt/live/{NAME}", str(root))
    told = told.replace("listen 443", f"listen 127.0.0.1:{port}").replace("listen 80", f"listen 127.0.0.1:{plain}")
    told = told.replace("*:443", f"127.0.0.1:{port}").replace("*:80", f"127.0.0.1:{plain}")
    with subprocess.Popen(command(name, root, configuration(name, root, told, port, plain))) as server:
        try:
            wait_for(port, server, root / "error.log")
            yield Host(port, plain, root / "fullchain.pem")
        finally:
            server.terminate()


def configuration(name: str, root: Path, told: str, port: int, plain: int) -> str:
    """What surrounds the words of the guide; of Apache's modules only those that it says are loaded."""
    if name == "nginx":
        return NGINX_WHOLE.format(root=root, block=told)
    wanted = re.search(r"a2enmod ([\w ]+)", GUIDE.read_text(encoding="utf-8"))
    assert wanted
    loaded = "\n".join(f"LoadModule {one}_module /usr/lib/apache2/modules/mod_{one}.so" for one in wanted[1].split())
    return APACHE.format(root=root, port=port, plain=plain, modules=loaded, block=told)


def test_a_page_comes_by_https_with_its_headers(host: Host) -> None:
    answer = host.ask("/bg/")
    assert answer.status == 200
    assert "style-src 'sha256-" in answer.headers["Content-Security-Policy"]
    assert answer.headers["Cache-Control"] == "public, max-age=300"


def test_who_comes_without_https_is_sent_there(host: Host) -> None:
    answer = host.ask_openly("/bg/a/?q=1")
    assert (answer.status, answer.headers["Location"]) == (301, f"https://{NAME}/bg/a/?q=1")


@pytest.mark.parametrize(("path", "status"), [
    ("/bg/stara/", 301), ("/no-such-page/", 404), ("/.nginx.conf", 404), ("/.htaccess", 404), ("/bg", 301),
])  # fmt: skip
def test_what_the_guide_says_to_try_after_a_move(host: Host, path: str, status: int) -> None:
    assert host.ask(path).status == status
