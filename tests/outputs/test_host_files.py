"""What hosts are told: one file for each, with a policy that names every style of every page."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256
from pathlib import Path

import pytest

from sitegen.builder.flow import build
from sitegen.builder.order import Order
from tests.sites import NOW, SITE, Built, build_site, whole, write_files

PARK = f"-- projects/park/index.bg.md --\n---\n{whole()}---\nТекст.\n"
FILES = {"netlify": "_headers", "apache": ".htaccess", "nginx": ".nginx.conf"}
STYLES = re.compile(r"<style>(.*?)</style>", re.DOTALL)
ASKED = re.compile(r"(?<![-\w])(?:on\w+|style)=|<script(?![^>]*(?: src=|application/ld\+json))")


def site(tmp_path: Path, more: str, address: str = "https://proekti.example/") -> Built:
    settings = SITE.replace("https://proekti.example/", address) + more
    return build_site(tmp_path, f"-- site.yaml --\n{settings}\n{PARK}")


@pytest.mark.sample(3)
@pytest.mark.parametrize("host", FILES)
@pytest.mark.parametrize("address", ["https://proekti.example/", "https://example.org/eu/"])
def test_the_policy_names_every_style_and_needs_no_exception(tmp_path: Path, host: str, address: str) -> None:
    built = site(tmp_path, f"host: {host}\nbrand: '#0B2F6B'\n", address)
    text = built[FILES[host]]
    assert "unsafe" not in text
    for path in (path for path in built if path.endswith(".html")):
        for style in STYLES.findall(built[path]):
            assert f"'sha256-{b64encode(sha256(style.encode()).digest()).decode()}'" in text, path
        assert not ASKED.search(re.sub(r"<style>.*?</style>", "", built[path], flags=re.DOTALL)), path
    root = "/eu/" if "eu" in address else "/"
    assert f"{root}assets/theme/" in text.replace("\\", "")
    assert all(other not in built for other in FILES.values() if other != FILES[host])


@pytest.mark.sample(1)
@pytest.mark.parametrize("host", FILES)
def test_https_for_a_year_is_said_only_on_request(tmp_path: Path, host: str) -> None:
    quiet, asked = (
        site(tmp_path / name, f"host: {host}\n{more}")[FILES[host]]
        for name, more in (("quiet", ""), ("asked", "security: {hsts: yes}\n"))
    )
    assert "Strict-Transport-Security" not in quiet
    assert "max-age=31536000" in asked[asked.index("Strict-Transport-Security") :][:60]


def test_an_unnamed_host_is_told_nothing(tmp_path: Path) -> None:
    assert not {*FILES.values()} & {*site(tmp_path, "").paths}


def test_a_theme_with_styles_of_its_own_is_let_through(tmp_path: Path) -> None:
    own = tmp_path / "own" / "templates" / "root.html"
    own.parent.mkdir(parents=True)
    style = "h1{color:red}"
    block = f"{{% block head %}}{{{{ super() }}}}<style>{style}</style>{{% endblock %}}"
    own.write_text(f"{{% extends 'default/root.html' %}}\n{block}\n", encoding="utf-8")
    content = write_files(tmp_path, f"-- site.yaml --\n{SITE}host: netlify\n\n{PARK}")
    built = Built(build(Order(content=content, now=NOW, theme=tmp_path / "own")))
    assert f"<style>{style}</style>" in built["index.html"]
    assert f"'sha256-{b64encode(sha256(style.encode()).digest()).decode()}'" in built["_headers"]


def test_weaknesses_have_an_address_when_one_is_given(tmp_path: Path) -> None:
    path = ".well-known/security.txt"
    contact = "security: {contact: sigurnost@proekti.example, expires: 2027-05-01}\n"
    assert path not in site(tmp_path / "none", "")
    assert path not in site(tmp_path / "path", contact, "https://example.org/eu/")
    lines = dict(line.split(": ", 1) for line in site(tmp_path / "given", contact)[path].splitlines())
    assert lines == {
        "Contact": "mailto:sigurnost@proekti.example",
        "Expires": "2027-05-01T00:00:00Z",
        "Preferred-Languages": "bg, en, ru",
        "Canonical": "https://proekti.example/.well-known/security.txt",
    }


def test_apache_leads_old_addresses_on_and_says_what_is_gone(tmp_path: Path) -> None:
    site = f"-- site.yaml --\n{SITE}host: apache\ngone: [/bg/nyama/]\n"
    page = "-- pages/a.bg.md --\n---\ntitle: А\naliases: [/bg/stara/]\n---\nТекст.\n"
    lines = build_site(tmp_path, site + page)[".htaccess"].splitlines()
    assert r'RedirectMatch 301 "^/bg/stara/(?:index\.html)?$" "/bg/a/"' in lines
    assert r'RedirectMatch 410 "^/bg/nyama/(?:index\.html)?$"' in lines


def test_netlify_keeps_each_file_by_one_rule_and_says_what_is_gone(tmp_path: Path) -> None:
    built = build_site(tmp_path, f"-- site.yaml --\n{SITE}host: netlify\ngone: [/bg/nyama/]\n{PARK}")
    assert built["_redirects"].splitlines()[1:] == ["/bg/nyama/ /404.html 410!"]
    rules = [rule for rule in re.split(r"^(?=/)", built["_headers"], flags=re.MULTILINE) if rule]
    assert not [rule for rule in rules if "*" in rule.split("\n")[0][:-1]]
    kept = [rule.split("\n")[0] for rule in rules if "Cache-Control" in rule]
    for path in built:
        fit = [one for one in kept if one == f"/{path}" or (one.endswith("*") and f"/{path}".startswith(one[:-1]))]
        assert len(fit) <= 1, path
        assert fit or not path.startswith(("bg/", "en/", "ru/", "p/", "data/", "assets/theme/")), path


@pytest.mark.parametrize(("host", "file"), [("netlify", "_redirects"), ("nginx", "redirects.map")])
def test_the_file_of_old_addresses_is_there_without_any(tmp_path: Path, host: str, file: str) -> None:
    assert build_site(tmp_path, f"-- site.yaml --\n{SITE}host: {host}\n{PARK}")[file].startswith("#")
