"""TARGETS, the one list: each is a module here with `PROMISE` and `open_target(settings, errand)`.

Only the module of the type that is asked for is imported. Its settings are a class in `model/targets.py`.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module

from sitegen.publish.target import Opening, Promise

TARGETS = ("folder", "ssh", "sftp", "s3", "rclone", "ftps", "git")
"""Types, as site.yaml names them and as the modules are called."""


@dataclass(frozen=True)
class Kind:
    """A type of target."""

    promise: Promise
    open: Opening


def kind_of(name: str) -> Kind:
    """The type of a name in TARGETS."""
    module = import_module(f"{__name__}.{name}")
    return Kind(module.PROMISE, module.open_target)
