"""Secrets: passwords and keys, from the environment, the system's keyring or a prompt, and from nowhere else."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from sitegen.problems import Mistake, message

SERVICE = "sitegen"
"""Under this name a keyring keeps them; the account is `<target>/<what>`."""


@dataclass(frozen=True)
class Secrets:
    """Where the secrets of one target come from; it never shows one."""

    target: str
    environment: Mapping[str, str] = field(default_factory=dict, repr=False)
    prompt: Callable[[str], str] | None = field(default=None, repr=False)
    """Asks on a terminal without showing what is typed; None where nobody types."""
    given: dict[str, str] = field(default_factory=dict, repr=False, compare=False)
    """What was found already: nobody types a password twice."""

    def get(self, what: str, variable: str = "") -> str | None:
        """The secret `what` (`password`, `passphrase`, `secret_key`): from `variable`, else from `variable_of(…)`, else
        from the keyring; None where it is in neither. Nobody is asked.
        """
        if what not in self.given:
            name = variable or variable_of(self.target, what)
            found = self.environment.get(name) or from_keyring(f"{self.target}/{what}")
            if found is None:
                return None
            self.given[what] = found
        return self.given[what]

    def need(self, what: str, variable: str = "") -> str:
        """The same, and somebody at a terminal is asked; raises Mistake NET-03 where nobody can say it."""
        found = self.get(what, variable)
        if found is None and self.prompt:
            found = self.given[what] = self.prompt(what)
        if not found:
            raise missing_secret(self.target, what, variable or variable_of(self.target, what))
        return found


def variable_of(target: str, what: str) -> str:
    """The environment variable of a secret: `SITEGEN_WEB_PASSWORD`."""
    return re.sub(r"[^A-Z0-9]", "_", f"{SERVICE}_{target}_{what}".upper())


def from_keyring(account: str) -> str | None:
    """What the system's keyring has, where the package `keyring` is installed."""
    try:
        import keyring
        from keyring.errors import KeyringError
    except ImportError:
        return None
    try:
        found: str | None = keyring.get_password(SERVICE, account)
    except KeyringError:  # locked, or no desktop is running
        return None
    return found


def missing_secret(target: str, what: str, variable: str) -> Mistake:
    """The complaint about a secret that nobody gave."""
    return Mistake(
        "NET-03",
        message("the target '{target}' needs a secret: {what}", target=target, what=what),
        message(
            "Put it into the environment variable {variable} or into the system's keyring, never into the site.",
            variable=variable,
        ),
    )
