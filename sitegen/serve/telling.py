"""Telling: problems as HTML, for the panel over a page and for the page of the site's state."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import escape

from sitegen.model.site import Site
from sitegen.problems import Problem, Severity
from sitegen.report import Excerpt, Words, counted, pointed
from sitegen.serve.preview import Shown
from sitegen.status import page
from sitegen.status.overview import overview

MOST = 200
"""So many problems are shown; the others are counted."""
SCRIPT = '<script src="/_preview.js"{data} defer></script>\n'
"""Stands in each page of a preview and in no other."""


@dataclass(frozen=True, kw_only=True)
class Telling:
    """How problems are told."""

    line: Excerpt
    language: str = ""
    """Of messages; "" for the one of site.yaml."""
    strict: bool = False
    """Whether warnings count as errors."""

    def words(self, site: Site | None) -> Words:
        """The program's words."""
        return Words(self.language or (site.config.editor_language if site else "bg"))

    def is_grave(self, problem: Problem) -> bool:
        """Whether it stops a build."""
        return problem.is_error or (self.strict and problem.severity is Severity.WARNING)


def panel(shown: Shown, telling: Telling) -> str:
    """What lies over the page: the errors; "" without any."""
    words = telling.words(shown.site)
    grave = [problem for problem in shown.problems if telling.is_grave(problem)]
    if shown.crash:
        return "\n".join(crash(shown.crash, words))
    if not grave:
        return ""
    title = words("Errors: {count}. The last good pages stay until they are put right.", count=len(grave))
    return "\n".join([f"<h2>{escape(title)}</h2>", *items(grave, words, telling.line)])


def margin(shown: Shown, telling: Telling) -> str:
    """What stands small in a corner: warnings and advice; "" without any."""
    slight = [problem for problem in shown.problems if not telling.is_grave(problem)]
    if not slight:
        return ""
    words = telling.words(shown.site)
    title = words(
        "Warnings: {warnings}, advice: {infos}", warnings=count(slight, "warning"), infos=count(slight, "info")
    )
    state = escape(words("State of the site"))
    way = f'<p><a href="/_status/">{state}</a></p>'
    return "\n".join([f"<summary>{escape(title)}</summary>", way, *items(slight, words, telling.line)])


def count(problems: Sequence[Problem], severity: str) -> int:
    """How many problems there are of a severity."""
    return counted(problems)[severity]


def crash(traceback: str, words: Words) -> Iterator[str]:
    """A bug of the program."""
    title = words("The program has a fault")
    advice = words(
        "This is no mistake of yours. Undo the last change, and send these lines to whoever maintains sitegen."
    )
    yield f"<h2>{escape(title)}</h2>\n<p>{escape(advice)}</p>\n<pre>{escape(traceback)}</pre>"


def items(problems: Sequence[Problem], words: Words, line: Excerpt) -> Iterator[str]:
    """The problems as a list."""
    yield "<ol>"
    yield from (item(problem, words, line) for problem in problems[:MOST])
    yield "</ol>"
    if len(problems) > MOST:
        more = words("{count} more", count=len(problems) - MOST)
        yield f"<p>{escape(more)}</p>"


def item(problem: Problem, words: Words, line: Excerpt) -> str:
    """A problem as `report` shows it: place, severity, code and message, the line with a caret, advice."""
    word, told = words.severity(problem.severity), words.shown(problem.message)
    parts = [
        f"<p><code>{escape(str(problem.at))}</code> <strong>{escape(word)} {problem.code}</strong> {escape(told)}</p>"
    ]
    source = line(problem)
    if source:
        shown = "\n".join(text.removeprefix("    ") for text in pointed(source, problem.at.column))
        parts.append(f"<pre>{escape(shown)}</pre>")
    if problem.hint.template:
        parts.append(f"<p>→ {escape(words.shown(problem.hint))}</p>")
    return f"<li>{''.join(parts)}</li>"


def status_page(shown: Shown, telling: Telling) -> bytes:
    """The state of the site: what is wrong, how the translations stand, what is due."""
    words = telling.words(shown.site)
    title, way = words("State of the site"), words("To the preview")
    parts = [f"<h1>{escape(title)}</h1>", f'<p><a href="{shown.base_path}/">{escape(way)}</a></p>']
    parts += told(shown, telling, words)
    if shown.site:
        parts += page.parts(overview(shown.site), words)
    return with_script(document(words, title, parts), number=str(shown.number))


def told(shown: Shown, telling: Telling, words: Words) -> Iterator[str]:
    """Everything that is wrong."""
    title, none = words("Problems"), words("There are no problems.")
    if shown.crash:
        yield from crash(shown.crash, words)
    elif shown.problems:
        yield f"<h2>{escape(title)}</h2>"
        yield from items(shown.problems, words, telling.line)
    else:
        yield f"<p>{escape(none)}</p>"


def bare_page(shown: Shown, telling: Telling) -> bytes:
    """What stands where the site has no page to show; with the script, what is wrong lies over it."""
    words = telling.words(shown.site)
    title = words("There is no such page")
    parts = [f"<h1>{escape(title)}</h1>", f"<noscript>{panel(shown, telling)}</noscript>"]
    return with_script(document(words, title, parts), pages=shown.pages)


def document(words: Words, title: str, parts: Iterable[str]) -> bytes:
    """A page of the preview's own."""
    return page.document(words.catalogue.language, title, parts).encode()


def with_script(content: bytes, **data: str) -> bytes:
    """A page with the script that loads it again; everything else in it stays as it is built."""
    body, end, rest = content.rpartition(b"</body>")
    marks = "".join(f' data-{name}="{escape(value)}"' for name, value in data.items())
    script = SCRIPT.format(data=marks).encode()
    return body + script + end + rest if end else content + script
