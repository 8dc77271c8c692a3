"""TARGETS, the one list: each is a module here with `PROMISE`, `NEEDS` and `open_target(settings, errand)`.

Only the module of the type that is asked for is imported. Its settings are a class in `model/targets.py`.
"""

from __future__ import annotations

from contextlib import AbstractContextManager
from dataclasses import dataclass
from importlib import import_module

from sitegen.model.targets import Target
from sitegen.publish.programs import assert_there
from sitegen.publish.target import Errand, Opening, Promise, Session

TARGETS = ("folder", "ssh", "sftp", "s3", "rclone", "ftps", "git")
"""Types, as site.yaml names them and as the modules are called."""


@dataclass(frozen=True)
class Kind:
    """A type of target."""

    promise: Promise
    needs: tuple[str, ...]
    """Programs of this machine that do its work."""
    opening: Opening

    def open(self, settings: Target, errand: Errand) -> AbstractContextManager[Session]:
        """The target, reached; raises Mistake, also where a program is not installed."""
        assert_there(errand.name, *self.needs)
        return self.opening(settings, errand)


def kind_of(name: str) -> Kind:
    """The type of a name in TARGETS."""
    module = import_module(f"{__name__}.{name}")
    return Kind(module.PROMISE, module.NEEDS, module.open_target)
