"""`doctor`: what it tells of a target that is fine and of one that is not, and that nothing changes."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from sitegen.cli import main
from sitegen.render import lettering
from tests.publish.servers import SshServer, ssh_server
from tests.sites import SITE, write_files


def doctor(root: Path, capsys: pytest.CaptureFixture[str], targets: str, *words: str) -> tuple[int, str]:
    content = write_files(root, f"-- site.yaml --\n{SITE}publish: {targets}\n-- pages/p.bg.md --\n---\ntitle: П\n---\n")
    output = str(root / "output")
    status = main(["doctor", "--content", str(content), "--output", output, "--lang", "en", *words])
    out, err = capsys.readouterr()
    return status, out + err


def test_a_folder_that_is_fine_stays_as_it_is(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    place = tmp_path / "www" / "site"
    place.mkdir(parents=True)
    (place / "google.html").write_text("google")
    status, said = doctor(tmp_path, capsys, f"{{web: {{type: folder, path: '{place}'}}}}")
    assert status == 0, said
    assert "writing, renaming and deleting are allowed" in said
    assert "Files of others, which stay: 1 (google.html)" in said
    assert [path.name for path in place.parent.rglob("*")] == ["site", "google.html"]


def test_what_would_be_overwritten_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    place = tmp_path / "www" / "site"
    place.mkdir(parents=True)
    (place / "index.html").write_text("Welcome")
    targets = f"{{web: {{type: folder, path: '{place}'}}}}"
    doctor(tmp_path, capsys, targets)
    assert main(["build", "--content", str(tmp_path / "content"), "--output", str(tmp_path / "output")]) == 0
    status, said = doctor(tmp_path, capsys, targets)
    assert (status, "would be replaced or removed: 1 (index.html)" in said) == (0, True)


def test_a_target_that_nobody_reaches_fails(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SITEGEN_WEB_PASSWORD", "мусака")
    targets = "{web: {type: ftps, host: 127.0.0.1, port: 1, user: editor}}"
    status, said = doctor(tmp_path, capsys, targets, "web", "--format", "json")
    assert status == 3
    found = json.loads(said)["findings"]
    errors = [finding for finding in found if finding["level"] == "error"]
    assert [finding["target"] for finding in errors] == ["web"]
    assert "cannot be reached at 127.0.0.1:1" in errors[0]["message"]
    assert "мусака" not in said


def test_a_missing_program_is_told_with_where_to_get_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    status, said = doctor(tmp_path, capsys, "{web: {type: git, repository: p.git}}")
    assert status == 3
    assert "program git: it is missing" in said
    assert "apt install git" in said


def test_a_target_without_a_name_here_is_a_wrong_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert doctor(tmp_path, capsys, "{web: {type: folder, path: www}}", "wep")[0] == 2


def test_fonts_that_are_there_and_fonts_that_are_not(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    targets = "{web: {type: folder, path: www}}"
    assert "fonts of the social cards: they are there" in doctor(tmp_path, capsys, targets)[1]
    monkeypatch.setattr(lettering, "FOLDER", tmp_path)
    lettering.font.cache_clear()
    status, said = doctor(tmp_path, capsys, targets)
    assert (status, "cannot be read: sofia-sans-400, sofia-sans-700, ubuntu-400" in said) == (1, True)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SshServer]:
    with ssh_server(tmp_path_factory.mktemp("sshd")) as server:
        yield server


@pytest.mark.parametrize("kind", ["ssh", "sftp"])
def test_a_server_is_looked_at_over_the_net(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], server: SshServer, kind: str
) -> None:
    place = tmp_path / "www"
    place.mkdir()
    (place / "index.html").write_text("Welcome")
    settings = server.settings(place).replace("type: ssh", f"type: {kind}")
    assert main(["build", "--content", str(write_files(tmp_path, "")), "--output", str(tmp_path / "output")]) == 0
    status, said = doctor(tmp_path, capsys, f"{{web: {settings}}}")
    assert status == 0, said
    for words in ("it was reached, and let us in", "writing, renaming and deleting are allowed", "clock", "free room"):
        assert words in said, said
    assert "would be replaced or removed: 1 (index.html)" in said
    assert [path.name for path in place.iterdir()] == ["index.html"]


@pytest.mark.parametrize("kind", ["ssh", "sftp"])
def test_a_server_with_another_key_is_not_trusted(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], server: SshServer, kind: str
) -> None:
    known = tmp_path / "known_hosts"
    known.write_text(f"[127.0.0.1]:{server.port} {server.key.with_suffix('.pub').read_text()}")
    settings = replace(server, known_hosts=known).settings(tmp_path).replace("type: ssh", f"type: {kind}")
    status, said = doctor(tmp_path, capsys, f"{{web: {settings}}}")
    assert (status, "key" in said) == (3, True), said
