"""Targets: the settings of each type, and what cannot be one."""

from __future__ import annotations

from dataclasses import asdict, replace

import pytest

from sitegen.model.targets import S3, Folder, Git, Rclone, Sftp, Ssh, Target, Targets, is_secret
from tests.model.small import desk, raw, told


def read(target: str) -> tuple[tuple[Target, ...], list[str]]:
    where = desk()
    found = Targets().read(raw(f"{{web: {target}}}"), where)
    return found, told(where.problems)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{type: folder, path: www, keep: 2}", Folder(path="www", keep=2)),
        ("{type: ssh, host: a.bg, path: www, port: 2222}", Ssh(host="a.bg", path="www", port=2222)),
        ("{type: sftp, host: a.bg, user: u, password_env: P_1}", Sftp(host="a.bg", user="u", password_env="P_1")),
        ("{type: s3, bucket: b, key_id: AKIA, public: yes}", S3(bucket="b", key_id="AKIA", public=True)),
        ("{type: rclone, remote: 'cloud:www/a:b'}", Rclone(remote="cloud:www/a:b")),
        ("{type: rclone, remote: ':webdav,user=u:'}", Rclone(remote=":webdav,user=u:")),
        ("{type: git, repository: a/b.git}", Git(repository="a/b.git")),
    ],
)
def test_each_type_has_its_settings(text: str, expected: Target) -> None:
    found, complaints = read(text)
    assert complaints == []
    [target] = found
    assert asdict(target) == asdict(replace(expected, name="web", type=target.type))
    assert type(target) is type(expected)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("www", "FLD-05"),
        ("{path: www}", "FLD-02"),
        ("{type: fodler, path: www}", "FLD-03"),
        ("{type: folder, path: www, keep: 0}", "FLD-03"),
        ("{type: folder, path: '/'}", "FLD-03"),
        ("{type: ssh, host: a, path: www, port: 70000}", "FLD-03"),
        ("{type: ssh, host: -oProxyCommand=x, path: www}", "FLD-03"),
        ("{type: ssh, host: a, path: www, password_env: 'a b'}", "FLD-11"),
        ("{type: ssh, host: a, path: www, password: мусака}", "FLD-11"),
        ("{type: git, repository: 'https://u:мусака@a.bg/b.git'}", "FLD-11"),
        ("{type: folder, path: www, more: [{token: мусака}, a]}", "FLD-11"),
        ("{type: rclone, remote: cloud}", "FLD-03"),
        ("{type: rclone, remote: '-v:www'}", "FLD-03"),
        ("{type: rclone, remote: ':sftp,host=a,pass=мусака:www'}", "FLD-11"),
        ("{type: rclone, remote: 'cloud,bearer_token=мусака:www'}", "FLD-11"),
    ],
)
def test_what_is_wrong_is_told_and_no_secret_with_it(text: str, code: str) -> None:
    found, complaints = read(text)
    assert found == ()
    assert [complaint for complaint in complaints if code in complaint]
    assert "мусака" not in "".join(complaints)


def test_a_key_that_says_where_a_secret_is_kept_is_none() -> None:
    assert is_secret("secret_key")
    assert not is_secret("secret_key_env")
    assert not is_secret("key_id")
