"""Lektor; feeds and the sitemap are pages whose slug has an ending."""

from __future__ import annotations

from benchmarks.corpus import LANGUAGES, Project
from benchmarks.field.peer import Peer, body, pip, script, values


def file(project: Project, language: str) -> str:
    """A folder a project; the first language has no suffix."""
    suffix = "" if language == LANGUAGES[0] else f"+{language}"
    return f"content/projects/{project.slug}/contents{suffix}.lr"


def text(project: Project, language: str) -> str:
    """Its own form: fields between dashes, lists a line each."""
    head = values(project, language)
    fields = "".join(
        f"{key}: {value}\n---\n" if isinstance(value, str) else f"{key}:\n\n" + "\n".join(value) + "\n---\n"
        for key, value in head.items()
    )
    return f"{fields}body:\n\n{body(project, language, is_rooted=True)}"


LEKTOR = Peer(
    id="lektor",
    name="Lektor",
    install=pip("lektor", "setuptools<81"),
    program=script("lektor"),
    build=("build", "--output-path", "public"),
    version=("--version",),
    file=file,
    text=text,
    output="public",
    words="databags/words.json",
    frame="templates/frame.html",
    is_rooted=True,
)
