"""A peer: another program, how it is fetched and started, and how the corpus is written for it.

Its folder holds `site/`, the part of a site that does not depend on the corpus: settings and templates.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from benchmarks import phrases
from benchmarks.corpus import LANGUAGES, OWNER, Project, lev, projects

HOME = Path(__file__).resolve().parent
WORDS = HOME / "words.json"
"""What the templates of all peers say, by language."""
FRAME = HOME / "frame.html"
"""The page around the words, for those who use Jinja."""


@dataclass(frozen=True)
class Peer:
    """Another program that makes the same site."""

    id: str
    """Its folder here, and its name on the command line."""
    name: str
    install: Callable[[Path], None]
    """Fetches it into a folder of its own."""
    program: Callable[[Path], tuple[str, ...]]
    """The words that start it, from that folder."""
    build: tuple[str, ...]
    """Arguments of a build; it runs in the folder of the site."""
    version: tuple[str, ...]
    """Arguments with which it tells its version."""
    file: Callable[[Project, str], str]
    """Where the source of a page lies in the site."""
    text: Callable[[Project, str], str]
    """The source of a page."""
    output: str
    """The folder that it makes."""
    words: str
    """Where its templates find `words.json`."""
    frame: str = ""
    """Where its templates find `frame.html`."""
    page: str = "{prefix}projects/{slug}/index.html"
    list: str = "{prefix}projects/index.html"
    feed: str = "{prefix}feed.xml"
    sitemap: str = "sitemap.xml"
    is_rooted: bool = False
    """Whether the pages of the first language lie at the root."""
    has_hreflang: bool = True
    """Whether its sitemap names the other languages."""

    @property
    def home(self) -> Path:
        """Its folder here."""
        return HOME / self.id

    def lay(self, site: Path, pages: int, seed: int) -> None:
        """Lays the whole site."""
        shutil.copytree(self.home / "site", site)
        words = json.loads(WORDS.read_text(encoding="utf-8"))
        for language in LANGUAGES:
            words[language]["prefix"] = "/" + prefix(language, is_rooted=self.is_rooted)
        put(site / self.words, json.dumps(words, ensure_ascii=False))
        if self.frame:
            put(site / self.frame, FRAME.read_text(encoding="utf-8"))
        for project in projects(pages // len(LANGUAGES), seed):
            for language in LANGUAGES:
                put(site / self.file(project, language), self.text(project, language))

    def made(self, pattern: str, language: str, slug: str = "") -> str:
        """The path of something that it makes, from the folder of the site."""
        folder = prefix(language, is_rooted=self.is_rooted)
        return f"{self.output}/" + pattern.format(prefix=folder, language=language, slug=slug)


def put(path: Path, text: str) -> None:
    """Writes a file, and the folders above it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")


def prefix(language: str, *, is_rooted: bool) -> str:
    """The folder of a language."""
    return "" if is_rooted and language == LANGUAGES[0] else f"{language}/"


# ── the words of a page ─────────────────────────────────────────────────────────────────────────────────────


def values(project: Project, language: str) -> dict[str, str | list[str]]:
    """The front matter of a page, as texts and lists of texts."""
    told, place = project.words[language], LANGUAGES.index(language)
    return {
        "title": told.title,
        "summary": told.summary,
        "programme": project.programme,
        "contract": project.contract,
        "start": f"{project.start}",
        "end": f"{project.end}",
        "months": f"{project.months}",
        "total": lev(project.eu + project.national),
        "eu": lev(project.eu),
        "national": lev(project.national),
        "partners": [phrases.PARTNERS[key][place] for key in (OWNER, *project.partners)],
        "goals": list(told.goals),
        "activities": [f"{one.title}: {one.start} – {one.end}" for one in told.activities],
        "groups": list(told.groups),
        "results": [f"{one.text}: {one.achieved} / {one.target} {told.unit}" for one in told.results],
    }


def body(project: Project, language: str, *, is_rooted: bool = False) -> str:
    """The Markdown of a page with links to addresses."""
    target = f"](/{prefix(language, is_rooted=is_rooted)}projects/"
    return project.words[language].body.replace("](page:projects/", target).replace(").", "/).")


def yaml(head: dict[str, str | list[str]]) -> str:
    """Front matter in YAML: JSON is YAML."""
    return "".join(f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in head.items())


# ── fetching ────────────────────────────────────────────────────────────────────────────────────────────────


def pip(*packages: str) -> Callable[[Path], None]:
    """Fetches packages of Python into an environment of their own."""

    def install(folder: Path) -> None:
        run(sys.executable, "-m", "venv", folder)
        run(folder / "bin" / "python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *packages)

    return install


def npm(*packages: str) -> Callable[[Path], None]:
    """Fetches packages of Node into a folder."""

    def install(folder: Path) -> None:
        run("npm", "install", "--silent", "--no-audit", "--no-fund", "--prefix", folder, *packages)

    return install


def script(name: str) -> Callable[[Path], tuple[str, ...]]:
    """A program of an environment of Python, or of Node."""

    def program(folder: Path) -> tuple[str, ...]:
        places = (folder / "bin" / name, folder / "node_modules" / ".bin" / name)
        return (str(next(place for place in places if place.exists())),)

    return program


def run(*command: str | Path) -> None:
    """Runs a command that must succeed."""
    subprocess.run([str(word) for word in command], check=True)
