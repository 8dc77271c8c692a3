"""What one small host bears: the example site behind nginx with the generated configuration, asked by wrk.

    python benchmarks/serving.py [--seconds N] [--connections N] [--print]

Needs nginx, libnginx-mod-http-brotli-static and wrk of Debian. Builds the example site twice, without and with packed
copies, starts nginx with one worker on a free port of the loopback interface, proves that each file comes whole, packed
as asked and with the headers of the site, and only then counts. The table goes into docs/hosting.md, unless `--print`
is given.
"""

from __future__ import annotations

import argparse
import getpass
import gzip
import os
import platform
import re
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from http.client import HTTPConnection
from importlib import import_module
from pathlib import Path
from time import sleep

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "hosting.md"
SECTION = re.compile(r"^## What one host bears\n.*?(?=^## |\Z)", re.MULTILINE | re.DOTALL)
BROTLI = Path("/usr/lib/nginx/modules/ngx_http_brotli_static_module.so")
WAIT = 0.05
"""Seconds between two looks whether nginx listens."""
LOOKS = 200
NGINX = """\
{module}{user}worker_processes 1;
pid {folder}/pid;
error_log {folder}/error.log;
events {{ worker_connections 1024; }}
http {{
  access_log off;
  sendfile on;
  keepalive_requests 1000000;
  client_body_temp_path {folder}/t1; proxy_temp_path {folder}/t2; fastcgi_temp_path {folder}/t3;
  uwsgi_temp_path {folder}/t4; scgi_temp_path {folder}/t5;
  include /etc/nginx/mime.types;
  map $uri $moved {{ include {site}/redirects.ma[p]; }}
  server {{
    listen 127.0.0.1:{port};
    root {site};
    index index.html;
    if ($moved) {{ return 301 $moved; }}
    {more}
    include {site}/.nginx.conf;
  }}
}}
"""
"""The set-up of docs/hosting.md, started without any right."""
ON_THE_FLY = "gzip on; gzip_vary on; gzip_types application/javascript application/json text/css image/svg+xml;"


@dataclass(frozen=True)
class Way:
    """How a host sends what can be packed."""

    name: str
    compress: str
    """The value of `compress` in site.yaml; "" for none."""
    more: str
    """What else stands in the server block."""
    encoding: str
    """What the visitor's browser can unpack, and is sent; "" for nothing."""


WAYS = (
    Way("as it is", "", "", ""),
    Way("packed at each request, gzip", "", ON_THE_FLY, "gzip"),
    Way("packed before, gzip", "[gzip, br]", "", "gzip"),
    Way("packed before, Brotli", "[gzip, br]", "", "br"),
)
UNPACK: dict[str, Callable[[bytes], bytes]] = {
    "": bytes,
    "gzip": gzip.decompress,
    "br": lambda packed: bytes(import_module("brotli").decompress(packed)),
}


@dataclass(frozen=True)
class Asked:
    """A file that visitors ask for."""

    name: str
    address: str
    file: str
    """In the site's folder."""


@dataclass(frozen=True)
class Answer:
    """What nginx sends for one request."""

    head: int
    """Bytes of the status line and the headers."""
    body: int
    """Bytes."""


@dataclass(frozen=True)
class Load:
    """What wrk counted."""

    rate: float
    """Requests a second."""
    slow: str
    """Within this time 99 of 100 were answered, in wrk's words: `1.25ms`."""


# ── the site and its host ───────────────────────────────────────────────────────────────────────────────────────────


def build(folder: Path, compress: str) -> Path:
    """The example site for nginx, and where it stands."""
    shutil.copytree(ROOT / "content", folder / "content")
    settings = folder / "content" / "site.yaml"
    text = re.sub(r"^host: .*\n", "host: nginx\n", settings.read_text(encoding="utf-8"), flags=re.MULTILINE)
    if compress:
        text += f"\ncompress: {compress}\n"
    settings.write_text(text, encoding="utf-8", newline="\n")
    command = (sys.executable, "-m", "sitegen", "build", "--quiet", "--lang", "en")
    found = environment() | {"PYTHONPATH": str(ROOT)}
    told = subprocess.run(command, cwd=folder, env=found, capture_output=True, text=True, check=False)
    if told.returncode:
        raise SystemExit(told.stdout + told.stderr)
    return folder / "output"


def asked_of(site: Path) -> tuple[Asked, ...]:
    """The home page, a project, a script that is packed and a font that is not."""
    project = max((site / "bg/proekti").glob("*/index.html"), key=lambda page: page.stat().st_size)
    script, font = max(site.glob("assets/theme/*.js"), key=size), max(site.glob("assets/theme/fonts/*.woff2"), key=size)
    files = {"home page": site / "bg/index.html", "project": project, "script": script, "font": font}
    paths = {name: file.relative_to(site).as_posix() for name, file in files.items()}
    return tuple(Asked(name, "/" + path.removesuffix("index.html"), path) for name, path in paths.items())


def environment() -> dict[str, str]:
    """With the folder where Debian has its servers."""
    return {**os.environ, "PATH": os.environ.get("PATH", "") + ":/usr/sbin"}


def size(file: Path) -> int:
    """Bytes."""
    return file.stat().st_size


@contextmanager
def served(site: Path, folder: Path, more: str) -> Iterator[int]:
    """The port at which nginx serves a site; it ends with the block."""
    folder.mkdir()
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port: int = one.getsockname()[1]
    text = NGINX.format(
        module=f"load_module {BROTLI};\n",
        user=f"user {getpass.getuser()};\n" if os.geteuid() == 0 else "",
        folder=folder, site=site, port=port, more=more,
    )  # fmt: skip
    settings = folder / "nginx.conf"
    settings.write_text(text, encoding="utf-8")
    command = ("nginx", "-p", str(folder), "-c", str(settings), "-g", "daemon off;")
    with subprocess.Popen(command, env=environment()) as server:
        try:
            wait_for(port, server)
            yield port
        finally:
            server.terminate()


def wait_for(port: int, server: subprocess.Popen[bytes]) -> None:
    """Until nginx listens."""
    for _ in range(LOOKS):
        if server.poll() is not None:
            break
        with socket.socket() as one:
            if one.connect_ex(("127.0.0.1", port)) == 0:
                return
        sleep(WAIT)
    raise SystemExit("nginx did not start")


# ── proof and count ─────────────────────────────────────────────────────────────────────────────────────────────────


def prove(port: int, site: Path, asked: Asked, encoding: str) -> Answer:
    """One answer, which must be the whole file, packed as asked where it can be, with the headers of the site."""
    connection = HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request("GET", asked.address, headers={"Accept-Encoding": encoding} if encoding else {})
    answer = connection.getresponse()
    body = answer.read()
    head = sum(len(f"{name}: {value}\r\n") for name, value in answer.getheaders()) + len("HTTP/1.1 200 OK\r\n\r\n")
    connection.close()
    found = answer.headers.get("Content-Encoding", "")
    expected = encoding if not asked.file.endswith(".woff2") else ""
    whole = UNPACK[found](body) == (site / asked.file).read_bytes()
    if (answer.status, found, whole, "Content-Security-Policy" in answer.headers) != (200, expected, True, True):
        raise SystemExit(f"{asked.address}, {encoding or 'not packed'}: {answer.status}, '{found}', whole: {whole}")
    return Answer(head, len(body))


def load(port: int, asked: Asked, encoding: str, options: argparse.Namespace) -> Load:
    """What wrk counts in so many seconds over so many connections."""
    command = ["wrk", "-t1", f"-c{options.connections}", f"-d{options.seconds}s", "--latency"]
    command += ["-H", f"Accept-Encoding: {encoding}"] if encoding else []
    command.append(f"http://127.0.0.1:{port}{asked.address}")
    return counted(subprocess.run(command, capture_output=True, text=True, check=True).stdout)


def counted(told: str) -> Load:
    """What wrk says; ends all where an answer failed."""
    rate = re.search(r"^Requests/sec:\s*([\d.]+)", told, re.MULTILINE)
    slow = re.search(r"^\s*99%\s+(\S+)", told, re.MULTILINE)
    if not rate or not slow or "Non-2xx" in told or "Socket errors" in told:
        raise SystemExit(told)
    return Load(float(rate[1]), slow[1])


# ── the table ───────────────────────────────────────────────────────────────────────────────────────────────────────

HEADS = ("what", "how", "bytes", "with headers", "requests a second", "MB a second", "99 of 100 within")


def row(asked: Asked, way: Way, answer: Answer, found: Load) -> tuple[str, ...]:
    """The figures of one file sent in one way."""
    whole = answer.head + answer.body
    rate = f"{found.rate * whole / 1e6:,.0f}"
    return (asked.name, way.name, f"{answer.body:,}", f"{whole:,}", f"{found.rate:,.0f}", rate, found.slow)


def table(rows: Sequence[tuple[str, ...]]) -> str:
    """A Markdown table, figures to the right."""
    lines = (HEADS, ("---", "---", *["---:"] * (len(HEADS) - 2)), *rows)
    return "".join("| " + " | ".join(cells) + " |\n" for cells in lines)


def section(rows: Sequence[tuple[str, ...]], options: argparse.Namespace) -> str:
    """The part of the page with the figures."""
    told = subprocess.run(("nginx", "-v"), capture_output=True, text=True, check=True, env=environment())
    version = told.stderr.strip().rpartition("/")[2]
    machine = f"{os.cpu_count()} cores, {platform.machine()}, {platform.system()}"
    return (
        f"## What one host bears\n\n{datetime.now().astimezone():%Y-%m-%d}, nginx {version} with one worker, wrk with "
        f"one thread and {options.connections} connections for {options.seconds} s on the same machine ({machine}), "
        "loopback, plain HTTP, connections kept. The example site; bytes are those of one answer. Made by "
        "`python benchmarks/serving.py`. The figures are of one machine and one day; what holds are their relations."
        f"\n\n{table(rows)}"
    )


def with_section(page: str, text: str) -> str:
    """The page with the part in the place of an earlier one, or at its end."""
    if SECTION.search(page):
        return SECTION.sub(lambda found: text + ("\n" if found.end() < len(page) else ""), page)
    return f"{page.rstrip()}\n\n{text}"


def measured(scratch: Path, options: argparse.Namespace) -> list[tuple[str, ...]]:
    """The rows of all files in all ways."""
    sites: dict[str, Path] = {}
    rows: dict[str, list[tuple[str, ...]]] = {}
    for number, way in enumerate(WAYS):
        site = sites.setdefault(way.compress, scratch / f"site{len(sites)}" / "output")
        if not site.exists():
            build(site.parent, way.compress)
        with served(site, scratch / f"host{number}", way.more) as port:
            for asked in asked_of(site):
                if asked.name == "font" and way.encoding:
                    continue
                answer = prove(port, site, asked, way.encoding)
                found = load(port, asked, way.encoding, options)
                rows.setdefault(asked.name, []).append(row(asked, way, answer, found))
    return [one for found in rows.values() for one in found]


def main() -> None:
    """Builds, serves, proves, measures, prints and writes."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--seconds", type=int, default=5, help="for each file and way")
    parser.add_argument("--connections", type=int, default=32)
    parser.add_argument("--print", action="store_true", help="leave docs/hosting.md as it is")
    options = parser.parse_args()
    lacking = [name for name in ("nginx", "wrk") if not shutil.which(name, path=environment()["PATH"])]
    lacking += [] if BROTLI.exists() else ["libnginx-mod-http-brotli-static"]
    if lacking:
        raise SystemExit(f"install first: apt-get install {' '.join(lacking)}")
    with tempfile.TemporaryDirectory(prefix="serving-") as scratch:
        text = section(measured(Path(scratch), options), options)
    print(text)
    if not options.print:
        PAGE.write_text(with_section(PAGE.read_text(encoding="utf-8"), text), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
