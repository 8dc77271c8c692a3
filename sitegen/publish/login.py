"""Login: the `ssh` command of a target, with its secrets in the environment of ssh alone."""

from __future__ import annotations

import os
from pathlib import Path

from sitegen.model.targets import Ssh
from sitegen.publish.target import Errand

LONGEST_CHANNEL = 80
"""Characters: a socket's path has at most 104 on some systems, and ssh adds some for a while."""
ASKPASS = r"""#!/bin/sh
case $1 in
    *assphrase*) printf '%s\n' "$SITEGEN_PASSPHRASE" ;;
    *) printf '%s\n' "$SITEGEN_PASSWORD" ;;
esac
"""
"""What ssh calls for a password: it stands in the environment of ssh alone, never in a command line or a file."""


class Login:
    """A server with SSH, and who logs in there."""

    def __init__(self, settings: Ssh, errand: Errand, folder: Path) -> None:
        self.settings, self.errand, self.folder = settings, errand, folder
        self.where = f"{settings.user}@{settings.host}" if settings.user else settings.host
        self.environment = self.secrets()

    def secrets(self) -> dict[str, str]:
        """Password and passphrase for ssh alone, by its askpass."""
        known, settings = self.errand.secrets, self.settings
        given = {
            "SITEGEN_PASSWORD": known.need("password", settings.password_env)
            if settings.password_env
            else known.get("password"),
            "SITEGEN_PASSPHRASE": known.get("passphrase"),
        }
        secrets = {name: value for name, value in given.items() if value}
        if not secrets:
            return {}
        program = self.folder / "askpass"
        program.write_text(ASKPASS)
        program.chmod(0o700)
        return {**secrets, "SSH_ASKPASS": str(program), "SSH_ASKPASS_REQUIRE": "force"}

    def ssh(self, *, is_shared: bool = True) -> list[str]:
        """The command that reaches the server, without the server; `is_shared`: all commands use one connection."""
        options = {
            "StrictHostKeyChecking": "yes",
            "ConnectTimeout": "20",
            "ServerAliveInterval": "10",
            "ServerAliveCountMax": "3",
            "LogLevel": "ERROR",
        }
        if not self.environment:
            options["BatchMode"] = "yes"
        else:
            options["NumberOfPasswordPrompts"] = "1"
        if self.settings.known_hosts_file:
            options["UserKnownHostsFile"] = str(self.file(self.settings.known_hosts_file))
        channel = str(self.folder / "c")
        if is_shared and os.name == "posix" and len(channel) < LONGEST_CHANNEL:
            options |= {"ControlMaster": "auto", "ControlPath": channel, "ControlPersist": "60"}
        command = ["ssh", "-T", *(word for key, value in options.items() for word in ("-o", f"{key}={value}"))]
        if self.settings.port:
            command += ["-p", str(self.settings.port)]
        if self.settings.user:
            command += ["-l", self.settings.user]
        if self.settings.key_file:
            command += ["-o", "IdentitiesOnly=yes", "-i", str(self.file(self.settings.key_file))]
        return command

    def file(self, name: str) -> Path:
        """A file that the settings name."""
        return self.errand.project / Path(name).expanduser()
