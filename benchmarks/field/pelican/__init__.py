"""Pelican, with the cache that its documentation offers for quick repeats."""

from __future__ import annotations

from benchmarks.corpus import Project
from benchmarks.field.peer import Peer, body, pip, script, values


def file(project: Project, language: str) -> str:
    """Pages of one slug are translations of each other."""
    return f"content/projects/{project.slug}.{language}.md"


def text(project: Project, language: str) -> str:
    """Its own form of metadata: further values of a key are indented."""
    head = values(project, language)
    lines = {key: value if isinstance(value, str) else "\n    ".join(value) for key, value in head.items()}
    known = f"date: {project.start}\nslug: {project.slug}\nlang: {language}\n"
    return "".join(f"{key}: {line}\n" for key, line in lines.items()) + f"{known}\n{body(project, language)}"


PELICAN = Peer(
    id="pelican",
    name="Pelican",
    install=pip("pelican[markdown]"),
    program=script("pelican"),
    build=("--quiet", "--settings", "pelicanconf.py"),
    version=("--version",),
    file=file,
    text=text,
    output="output",
    words="words.json",
    frame="theme/templates/frame.html",
)
