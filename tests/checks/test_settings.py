"""Settings: addresses that are gone and there, and passwords."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path

import pytest

from sitegen.cli import main
from tests.read.folder import Folder, page, read_folder
from tests.sites import NOW, SITE, build_site, write_files


def settings(root: Path, line: str, more: str = "") -> Folder:
    """A site with a page and this line 5 in site.yaml."""
    return read_folder(root, f"-- site.yaml --\n{SITE}{line}\n-- pages/a.bg.md --\n{page(more)}")


@pytest.mark.parametrize("address", ["/bg/a/", "/bg/a", "/bg/a/index.html", "/bg/proekti/", "/"])
def test_an_address_that_is_gone_has_no_page(tmp_path: Path, address: str) -> None:
    if address == "/":
        assert settings(tmp_path, f"gone: [{address}]").errors == ["site.yaml:5:8 ADR-09"]
        return
    folder = settings(tmp_path, f"gone: [/bg/staro/, {address}]")
    assert folder.errors == folder.found == ["site.yaml:5:20 ADR-14"]
    assert folder.says("ADR-14").startswith(f"{address} is said to be gone, and the site has it | Delete it here, ")


@pytest.mark.parametrize("address", ["/bg/b/", "/bg/a/b/", "/a/", "/bg/A/"])
def test_an_address_that_is_gone_is_fine(tmp_path: Path, address: str) -> None:
    assert settings(tmp_path, f"gone: [{address}]").found == []


def test_a_draft_may_be_gone(tmp_path: Path) -> None:
    assert settings(tmp_path, "gone: [/bg/a/]", "draft: yes\n").found == []


def test_an_alias_is_an_address_of_the_site(tmp_path: Path) -> None:
    text = f"-- site.yaml --\n{SITE}gone: [/bg/staro/]\n-- pages/a.bg.md --\n{page('aliases: [/bg/staro/]' + chr(10))}"
    assert build_site(tmp_path, text).errors == ["content/site.yaml:5:8 ADR-14"]


# ── security.txt ────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("days", "said"), [(-400, "has expired"), (0, "has expired"), (1, "expires on"), (30, "expires on")]
)
def test_a_contact_for_weaknesses_that_ends_is_told(tmp_path: Path, days: int, said: str) -> None:
    day = NOW.date() + timedelta(days=days)
    text = f"-- site.yaml --\n{SITE}security: {{contact: a@example.org, expires: {day}}}\n-- pages/a.bg.md --\n{page()}"
    built = build_site(tmp_path, text)
    assert built.errors == []
    problem = built.problem("FLD-12")
    assert not problem.is_error
    assert f"security.txt {said}" in str(problem.message)
    assert str(day) in str(problem.message)
    assert problem.at.line == 5


def test_a_contact_for_weaknesses_that_holds_is_fine(tmp_path: Path) -> None:
    day = NOW.date() + timedelta(days=31)
    text = f"-- site.yaml --\n{SITE}security: {{contact: a@example.org, expires: {day}}}\n-- pages/a.bg.md --\n{page()}"
    assert [problem.code for problem in build_site(tmp_path, text).problems if problem.code == "FLD-12"] == []


# ── passwords ───────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("key", [
    "password", "Password", "passwd", "pass", "pwd", "ftp_pass", "passphrase", "secret", "client-secret", "token", "apiToken",
    "api_key", "apikey", "access-key", "private key", "credentials", "парола",
])  # fmt: skip
def test_a_password_is_an_error_at_its_key_and_never_quoted(tmp_path: Path, key: str) -> None:
    folder = settings(tmp_path, f"publish: {{web: {{{key}: мусака}}}}")
    assert folder.errors == folder.found == ["site.yaml:5:17 FLD-11"]
    assert "мусака" not in folder.says("FLD-11")


@pytest.mark.parametrize("line", [
    "publish: {web: {type: ssh, host: example.org, path: www, user: editor, port: 22, key_file: id_ed25519}}",
    "publish: {web: {type: ssh, host: example.org, path: www, password_env: SITE_PASSWORD}}",
    "publish: {web: {type: git, repository: 'git@example.org:a/b.git'}, trial: {type: folder, path: 'a:b@c'}}",
    "publish: {web: {type: sftp, host: example.org}, other: {type: sftp, host: example.org, path: /}}",
    "publish: {web: {type: s3, bucket: proekti, endpoint: 'https://s3.example.org', key_id: AKIA1, secret_key_env: S3}}",
    "publish: {web: {type: rclone, remote: 'my cloud:www/proekti'}, other: {type: rclone, remote: 'box:'}}",
    "publish: {web: {type: rclone, remote: ':webdav,url=\"https://example.org:8443/dav\",user=editor:www'}}",
    "publish: {}",
])  # fmt: skip
def test_other_targets_are_fine(tmp_path: Path, line: str) -> None:
    assert settings(tmp_path, line).found == []


def test_lists_and_addresses_are_searched_too(tmp_path: Path) -> None:
    folder = settings(tmp_path, "publish: {all: [{token: x}, 'ftp://editor:мусака@example.org/']}")
    assert folder.found == ["site.yaml:5:18 FLD-11", "site.yaml:5:29 FLD-11"]
    assert not [problem for problem in folder.problems if "мусака" in f"{problem.message} {problem.hint}"]


@pytest.mark.parametrize(("line", "found"), [
    ("publish: {web: {path: www}}", "5:16 FLD-02"),
    ("publish: {web: {type: fodler, path: www}}", "5:23 FLD-03"),
    ("publish: {web: {type: folder}}", "5:16 FLD-02"),
    ("publish: {web: {type: folder, path: www, host: a}}", "5:42 FLD-01"),
    ("publish: {web: {type: folder, path: www, keep: 0}}", "5:48 FLD-03"),
    ("publish: {web: {type: ssh, path: www, host: -oProxyCommand=x}}", "5:45 FLD-03"),
    ("publish: {web: {type: ssh, path: www, host: a, port: 99999}}", "5:54 FLD-03"),
    ("publish: {web: {type: ssh, path: www, host: a, password_env: 'a b!'}}", "5:62 FLD-11"),
    ("publish: {web: {type: s3, bucket: a, secret_key: мусака}}", "5:38 FLD-11"),
    ("publish: {web: {type: rclone, remote: /srv/www}}", "5:39 FLD-03"),
    ("publish: {web: {type: rclone, remote: 'C:\\\\www'}}", "5:39 FLD-03"),
    ("publish: {web: {type: rclone, remote: ':webdav,user=a,pass=мусака:www'}}", "5:39 FLD-11"),
    ("publish: {web: {type: rclone, remote: ':s3,secret_access_key=мусака:www'}}", "5:39 FLD-11"),
    ("publish: {web: www}", "5:16 FLD-05"),
    ("publish: {web: {type: folder, path: /}}", "5:37 FLD-03"),
    ("publish: {web: {type: ssh, host: a, path: '~/'}}", "5:43 FLD-03"),
    ("publish: {web: {type: folder, path: www/..}}", "5:37 FLD-03"),
    ("publish: {'а б': {type: folder, path: www}}", "5:18 FLD-03"),
    ("publish: [web]", "5:10 FLD-05"),
])  # fmt: skip
def test_a_target_is_read_with_its_places(tmp_path: Path, line: str, found: str) -> None:
    assert settings(tmp_path, line).found == [f"site.yaml:{found}"]


def test_settings_beside_a_password_are_not_judged_for_they_could_quote_it(tmp_path: Path) -> None:
    folder = settings(tmp_path, "publish: {web: {type: ssh, password: мусака, host: мусака мусака, prot: 1}}")
    assert folder.found == ["site.yaml:5:28 FLD-11"]


def test_the_report_does_not_show_it_either(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    write_files(tmp_path, f"-- site.yaml --\n{SITE}publish: {{password: мусака}}\n")
    assert main(["check"]) == 1
    assert "мусака" not in capsys.readouterr().out
    assert main(["check", "--format=json"]) == 1
    [problem] = json.loads(capsys.readouterr().out)["problems"]
    assert (problem["code"], problem["excerpt"]) == ("FLD-11", "")
