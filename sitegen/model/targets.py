"""Targets: where site.yaml says that the site is published, each type with its settings. Never a secret."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import Annotated

from sitegen.model.fields import Desk, Fact, missing_key, read_fields
from sitegen.model.raw import Entries, Items, Raw, Scalar
from sitegen.model.readers import Choice, Leaf, entries
from sitegen.model.values import SITE, TEXT, URL, YES_OR_NO, identifier, whole
from sitegen.problems import Location, Mistake, message

SECRET = re.compile(
    r"(?:^|[-_ ])(?:pass|pwd)(?:$|[-_ ])|passw|passphrase|secret|token|credential|парола"
    r"|(?:api|access|private)[-_ ]?key",
    re.IGNORECASE,
)
ELSEWHERE = re.compile(r"[-_](?:env|file|command)$", re.IGNORECASE)
"""How a key ends that says where a secret is kept."""
IN_ADDRESS = re.compile(r"://[^/\s:@]{1,200}:[^/\s@]{1,200}@")
"""A name and a password before the host."""
IN_REMOTE = re.compile(r"[,:](?:\w*_)?(?:pass|password|token|secret\w*|key|bearer_\w+)\s*=", re.IGNORECASE)
"""A password among the settings that rclone takes in a remote's name."""
VARIABLE = re.compile(r"[A-Za-z_][A-Za-z0-9_]{0,99}")


def positive(text: str) -> int:
    """A whole number from 1 on; raises Mistake."""
    number = whole(text)
    if not number:
        raise Mistake("FLD-03", message("'{value}' is too small", value=text), message("Write 1 or more."))
    return number


def port(text: str) -> int:
    """A TCP port; raises Mistake."""
    number = positive(text)
    if number > 65535:
        raise Mistake(
            "FLD-03", message("'{value}' is not a port", value=text), message("Ports go from 1 to 65535; SSH has 22.")
        )
    return number


def variable(text: str) -> str:
    """The name of an environment variable; raises Mistake, which does not quote what may be the secret itself."""
    if VARIABLE.fullmatch(text):
        return text
    raise Mistake(
        "FLD-11",
        message("the name of an environment variable is expected here, not the secret itself"),
        message("Write the name, like SITEGEN_WEB_PASSWORD, and set the variable where you publish."),
    )


def plain(text: str) -> str:
    """A host, user or branch: one word that no program can take for an option; raises Mistake."""
    if re.fullmatch(r"[^\s\-\"'`$;|&<>()\\][^\s\"'`$;|&<>()\\]*", text):
        return text
    raise Mistake(
        "FLD-03",
        message("'{value}' cannot stand here", value=text),
        message("Write one word without spaces, quotes and other special signs; it may not begin with -."),
    )


def root(text: str) -> str:
    """The folder of a site: one that has a name, for what is kept beside it; raises Mistake."""
    if "\n" not in text and text.rstrip("/").rpartition("/")[2] not in ("", ".", "..", "~"):
        return text
    raise Mistake(
        "FLD-03",
        message("'{value}' cannot be the root of a site", value=text),
        message("Name a folder of its own, like /var/www/proekti: earlier sites are kept beside it."),
    )


def remote(text: str) -> str:
    """What rclone calls a place, with no password in it; raises Mistake."""
    if IN_REMOTE.search(text):
        raise secret()
    if re.fullmatch(r"(?:[^\s:,/-][^:,/\n]+|:[a-z0-9]+(?:,[^\n]*)?):[^\n]*", text):
        return text
    raise Mistake(
        "FLD-03",
        message("'{value}' is no remote of rclone", value=text),
        message("Write its name from `rclone config`, a colon and the folder there: nextcloud:www/proekti."),
    )


ROOT = Leaf(root, "folder with a name of its own")
WORD = Leaf(plain, "one word")
COUNT = Leaf(positive, "whole number from 1 on")
REMOTE = Leaf(remote, "remote of rclone")
PORT = Leaf(port, "port")
VARIABLE_NAME = Leaf(variable, "name of an environment variable")
KEEP = 5
"""Publications that can be put back, unless site.yaml says otherwise."""


@dataclass(frozen=True, kw_only=True)
class Target:
    """What targets of all types have."""

    type: Annotated[str, Fact(TEXT, required=True, about="how it is reached: `folder`, `ssh`, `git` and others")] = ""
    keep: Annotated[int, Fact(COUNT, about="so many publications can be put back; default: 5")] = KEEP
    url: Annotated[str, Fact(SITE, about="where visitors see it, for `--verify`; default: the site's `url`")] = ""
    record_addresses: Annotated[
        bool, Fact(YES_OR_NO, about="note in addresses.lock what is published there; `no` for a trial; default: `yes`")
    ] = True
    name: str = ""


@dataclass(frozen=True, kw_only=True)
class Folder(Target):
    """A folder of this machine, or one that is mounted here."""

    path: Annotated[str, Fact(ROOT, required=True, about="the root of the site: `/var/www/proekti`")] = ""


@dataclass(frozen=True, kw_only=True)
class Ssh(Target):
    """A server with SSH and rsync."""

    host: Annotated[str, Fact(WORD, required=True, about="name of the server, or of an entry in `~/.ssh/config`")] = ""
    path: Annotated[str, Fact(ROOT, required=True, about="the root of the site there")] = ""
    user: Annotated[str, Fact(WORD, about="who logs in; default: as `~/.ssh/config` says")] = ""
    port: Annotated[int, Fact(PORT, about="default: 22")] = 0
    key_file: Annotated[str, Fact(TEXT, about="file of the private key, outside of the site")] = ""
    known_hosts_file: Annotated[str, Fact(TEXT, about="file with the server's key; default: `~/.ssh/known_hosts`")] = ""
    password_env: Annotated[str, Fact(VARIABLE_NAME, about="variable with the password, where there is no key")] = ""


@dataclass(frozen=True, kw_only=True)
class Sftp(Ssh):
    """A server with SFTP and nothing else, as shared hosting has it."""

    path: Annotated[str, Fact(TEXT, about="the root of the site there; default: the folder where the login leads")] = ""


@dataclass(frozen=True, kw_only=True)
class Git(Target):
    """A branch of a git repository that a host serves as pages."""

    repository: Annotated[
        str, Fact(TEXT, required=True, about="`git@github.com:obshtina/proekti.git`, an address or a folder")
    ] = ""
    branch: Annotated[str, Fact(WORD, about="default: `gh-pages`")] = "gh-pages"
    user: Annotated[str, Fact(WORD, about="for an `https://` address with a token; default: `git`")] = "git"
    password_env: Annotated[str, Fact(VARIABLE_NAME, about="variable with the token of an `https://` address")] = ""
    key_file: Annotated[str, Fact(TEXT, about="file of the private key, outside of the site")] = ""
    known_hosts_file: Annotated[str, Fact(TEXT, about="file with the server's key; default: `~/.ssh/known_hosts`")] = ""
    author: Annotated[str, Fact(TEXT, about="`Name <mail@example.org>`; default: as git is set up")] = ""
    nojekyll: Annotated[bool, Fact(YES_OR_NO, about="tells GitHub to serve the files as they are; default: `yes`")] = (
        True
    )


@dataclass(frozen=True, kw_only=True)
class S3(Target):
    """Object storage that speaks S3, at Amazon or elsewhere."""

    bucket: Annotated[str, Fact(WORD, required=True, about="name of the bucket")] = ""
    path: Annotated[str, Fact(TEXT, about="folder of the site in it; default: all of it")] = ""
    endpoint: Annotated[str, Fact(URL, about="address of the storage; default: Amazon's")] = ""
    region: Annotated[str, Fact(WORD, about="`eu-central-1`; as the hoster says")] = ""
    provider: Annotated[
        str, Fact(WORD, about="as rclone calls it: `AWS`, `Minio`, `Wasabi`…; default: `AWS`, with `endpoint` `Other`")
    ] = ""
    key_id: Annotated[
        str, Fact(WORD, about="name of the key, `AKIA…`; default: a key from where Amazon's tools find it")
    ] = ""
    secret_key_env: Annotated[str, Fact(VARIABLE_NAME, about="variable with the secret part of the key")] = ""
    public: Annotated[
        bool, Fact(YES_OR_NO, about="tells the storage with each file that all may read it; default: `no`")
    ] = False


@dataclass(frozen=True, kw_only=True)
class Rclone(Target):
    """Any remote of rclone's: WebDAV, Google Cloud, Azure, Backblaze, SMB and others."""

    remote: Annotated[
        str, Fact(REMOTE, required=True, about="`nextcloud:www/proekti`, as `rclone config` named it")
    ] = ""
    config_file: Annotated[str, Fact(TEXT, about="rclone's own settings; default: where rclone keeps them")] = ""
    password_env: Annotated[str, Fact(VARIABLE_NAME, about="variable with the password, instead of rclone's own")] = ""


@dataclass(frozen=True, kw_only=True)
class Ftps(Target):
    """A hoster's FTP with TLS."""

    host: Annotated[str, Fact(WORD, required=True, about="name of the server, as its certificate has it")] = ""
    user: Annotated[str, Fact(WORD, required=True, about="who logs in")] = ""
    path: Annotated[str, Fact(TEXT, about="the root of the site there; default: where the login begins")] = ""
    port: Annotated[int, Fact(PORT, about="default: 21, with `implicit` 990")] = 0
    implicit: Annotated[bool, Fact(YES_OR_NO, about="TLS from the first byte on (port 990); default: `no`")] = False
    ca_file: Annotated[str, Fact(TEXT, about="file of the certificate (PEM) to believe; default: the system's")] = ""
    password_env: Annotated[str, Fact(VARIABLE_NAME, about="variable with the password")] = ""


TARGET_TYPES: tuple[tuple[str, type[Target]], ...] = (
    ("folder", Folder),
    ("ssh", Ssh),
    ("sftp", Sftp),
    ("s3", S3),
    ("rclone", Rclone),
    ("ftps", Ftps),
    ("git", Git),
)
"""The settings of each type; `publish/targets/` has a module of the same name."""


@dataclass(frozen=True)
class Targets:
    """Reads a map from a name to the settings of a target."""

    expects: str = "map from a name of yours to a target"

    def read(self, raw: Raw, desk: Desk) -> tuple[Target, ...]:
        """The targets that are right; what is wrong in the others is reported."""
        made = [desk.attempt(partial(self.one, desk, key), value, key.text) for key, value in entries(raw)]
        return tuple(target for target in made if target is not None)

    def one(self, desk: Desk, name: Scalar, raw: Raw) -> Target | None:
        """A target without a secret in it; None where something was reported."""
        found = list(secrets(Entries(((name, raw),), raw.at)))
        for place in found:
            desk.report(secret(), place)
        return None if found else read_target(name.text, raw, desk)


def read_target(name: str, raw: Raw, desk: Desk) -> Target | None:
    """A target by its type; None where something in it was reported; raises Mistake."""
    identifier(name)
    before, owners = len(desk.problems), dict(TARGET_TYPES)
    kind = entries(raw).get("type")
    if kind is None:
        raise missing_key("type")
    chosen = desk.read(Choice(tuple(owners)), kind, "type")
    if chosen is None:
        return None
    values = read_fields(owners[chosen], entries(raw), desk, raw.at) | {"type": chosen, "name": name}
    return owners[chosen](**values) if len(desk.problems) == before else None


def is_secret(key: str) -> bool:
    """Whether a key is one of a password, and not of where it is kept."""
    return bool(SECRET.search(key)) and not ELSEWHERE.search(key)


def secrets(publish: Raw) -> Iterator[Location]:
    """Where something stands that looks like a password: its key, or the address that holds it."""
    waiting = [publish]
    while waiting:
        match waiting.pop():
            case Entries(pairs):
                yield from (key.at for key, _ in pairs if is_secret(key.text))
                waiting += [value for _, value in pairs]
            case Items(values):
                waiting += values
            case found:
                if IN_ADDRESS.search(found.text):
                    yield found.at


def secret() -> Mistake:
    """The complaint about a password; it is never quoted."""
    return Mistake(
        "FLD-11",
        message("a password must never stand in site.yaml"),
        message("Delete the line and change the password: copies of this file may exist."),
    )
