"""Any remote of rclone's: WebDAV, Google Cloud, Azure, Backblaze, SMB and sixty others."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sitegen.model.targets import Rclone
from sitegen.publish import faults
from sitegen.publish.programs import Ended, last_words
from sitegen.publish.rclone import obscured
from sitegen.publish.remote import Place, remote
from sitegen.publish.target import Errand, Promise, Session

PROMISE = Promise.NEXT_RUN
NEEDS = ("rclone",)


@contextmanager
def open_target(settings: Rclone, errand: Errand) -> Iterator[Session]:
    """The session; at its end the lock is given back."""
    known = errand.secrets
    password = known.need("password", settings.password_env) if settings.password_env else known.get("password")
    passphrase = known.get("passphrase")
    told: dict[str, str] = {}
    if settings.config_file:
        told["RCLONE_CONFIG"] = str(errand.project / Path(settings.config_file).expanduser())
    if password:
        told[variable(settings.remote)] = hidden(errand, password)
    if passphrase:
        told["RCLONE_CONFIG_PASS"] = passphrase
    secrets = tuple(secret for secret in (password, passphrase, *told.values()) if secret)
    place = Place(fs=settings.remote, where=settings.remote, environment=told, secrets=secrets)
    with remote(place, settings, errand) as session:
        yield session


def variable(remote: str) -> str:
    """Where rclone looks for the password of a remote: of `nextcloud:www`, or of `:webdav,url=…:www`."""
    name = re.split("[,:]", remote.removeprefix(":"), maxsplit=1)[0].upper()
    return f"RCLONE_{name}_PASS" if remote.startswith(":") else f"RCLONE_CONFIG_{name}_PASS"


def hidden(errand: Errand, password: str) -> str:
    """A password as rclone takes it; raises Mistake."""
    try:
        return obscured(password)
    except Ended as ended:
        raise faults.failed(errand.name, last_words(ended.said).replace(password, "…")) from None
