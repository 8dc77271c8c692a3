"""Eleventy 3 with Nunjucks."""

from __future__ import annotations

from benchmarks.corpus import Project
from benchmarks.field.peer import Peer, body, npm, script, values, yaml


def file(project: Project, language: str) -> str:
    """A folder a language."""
    return f"content/{language}/projects/{project.slug}.md"


def text(project: Project, language: str) -> str:
    """Everything in the front matter is the page's data."""
    return f"---\n{yaml(values(project, language))}date: {project.start}\n---\n{body(project, language)}"


ELEVENTY = Peer(
    id="eleventy",
    name="Eleventy",
    install=npm("@11ty/eleventy@3"),
    program=script("eleventy"),
    build=("--quiet",),
    version=("--version",),
    file=file,
    text=text,
    output="public",
    words="content/_data/words.json",
)
