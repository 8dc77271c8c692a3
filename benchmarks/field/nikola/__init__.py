"""Nikola; Jinja and ruamel.yaml are what it needs for such templates and such front matter."""

from __future__ import annotations

from benchmarks.corpus import LANGUAGES, Project
from benchmarks.field.peer import Peer, body, pip, script, values, yaml


def file(project: Project, language: str) -> str:
    """The first language has no suffix."""
    suffix = "" if language == LANGUAGES[0] else f".{language}"
    return f"posts/{project.slug}{suffix}.md"


def text(project: Project, language: str) -> str:
    """Everything in the front matter is the post's `meta`."""
    known = f"slug: {project.slug}\ndate: {project.start} 09:00:00\n"
    return f"---\n{yaml(values(project, language))}{known}---\n\n{body(project, language, is_rooted=True)}"


NIKOLA = Peer(
    id="nikola",
    name="Nikola",
    install=pip("nikola", "jinja2", "ruamel.yaml"),
    program=script("nikola"),
    build=("build", "--verbosity", "0"),
    version=("version",),
    file=file,
    text=text,
    output="output",
    words="words.json",
    frame="themes/plain/templates/frame.html",
    feed="{prefix}feed.xml",
    is_rooted=True,
)
