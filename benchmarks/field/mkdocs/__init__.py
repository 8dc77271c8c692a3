"""MkDocs with a theme of its own; lists, feeds and the sitemap are templates over all pages."""

from __future__ import annotations

from benchmarks.corpus import Project
from benchmarks.field.peer import Peer, body, pip, script, values, yaml


def file(project: Project, language: str) -> str:
    """A folder a language."""
    return f"docs/{language}/projects/{project.slug}.md"


def text(project: Project, language: str) -> str:
    """Everything in the front matter is the page's `meta`."""
    return f"---\n{yaml(values(project, language))}---\n{body(project, language)}"


MKDOCS = Peer(
    id="mkdocs",
    name="MkDocs",
    install=pip("mkdocs"),
    program=script("mkdocs"),
    build=("build", "--quiet"),
    version=("--version",),
    file=file,
    text=text,
    output="site",
    words="words.json",
    frame="theme/frame.html",
)
