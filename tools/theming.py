"""Writes docs/theming.md, the guide to themes, from the views, the templates, the style texts and the catalogues.

    python tools/theming.py

The words around the tables stand in tools/theming.md; a line `{{name}}` there is the place of a table.
"""

from __future__ import annotations

import ast
import inspect
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime
from functools import cache
from io import BytesIO
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from babel.messages.catalog import Message  # noqa: E402 - the checkout is put on the path first
from babel.messages.pofile import read_po  # noqa: E402
from jinja2 import Environment, nodes  # noqa: E402
from jinja2.defaults import DEFAULT_NAMESPACE  # noqa: E402
from jinja2.filters import FILTERS  # noqa: E402

from sitegen.builder.drafting import MARKS  # noqa: E402
from sitegen.builder.flow import build  # noqa: E402
from sitegen.builder.order import Order  # noqa: E402
from sitegen.builder.plan import make_plan  # noqa: E402
from sitegen.model.artifact import Later, Task  # noqa: E402
from sitegen.model.site import Site  # noqa: E402
from sitegen.outputs import OUTPUTS  # noqa: E402
from sitegen.render.theme import default_folder, load_theme  # noqa: E402
from sitegen.render.views.around import DraftView  # noqa: E402
from sitegen.render.workshop import Workshop  # noqa: E402

FRAMING = ROOT / "tools" / "theming.md"
PAGE = ROOT / "docs" / "theming.md"
THEME = default_folder()
VIEWS = ROOT / "sitegen" / "render" / "views"
ROOMS = ("pages", "sections", "around", "frame", "body", "parts")
"""Its modules: what a template begins with, then what that is made of."""
SAMPLE = ROOT / "tests" / "golden" / "content"
"""A site with every kind of page: what it plans tells which view a template is given."""
PLACE = re.compile(r"\{\{([a-z ]+)\}\}")
COMMENT = re.compile(r"\{#\s*(.+?)\s*-?#\}\s*\{%-?\s*macro\s+(\w+)", re.DOTALL)
PROPERTY = re.compile(r"(--[\w-]+):\s*([^;}]+)")
HEADING = re.compile(r"── (.+?) ──")

PLAIN: Mapping[str, str] = {
    "str": "text",
    "int": "whole number",
    "float": "number",
    "Decimal": "number",
    "bool": "yes or no",
    "date": "[day](#values)",
    "Phrase": "[words](#values)",
    "Term": "[words](#values)",
    "Label": "[words](#values)",
    "Money": "[money](#values)",
    "FuzzyDate": "[date](#values)",
    "Moment": "[moment](#values)",
}
"""Types that are no views, as a reader knows them."""


def table(heads: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """A Markdown table."""
    lines = [tuple(heads), *map(tuple, rows)]
    lines.insert(1, tuple("---" for _ in lines[0]))
    return "\n".join("| " + " | ".join(cells) + " |" for cells in lines) + "\n"


def code(text: str) -> str:
    """The text as code, within a table too."""
    return f"`{text.replace('|', chr(92) + '|')}`" if text else ""


def codes(texts: Iterable[str]) -> str:
    """Several as code."""
    return " ".join(map(code, texts))


# ── views ───────────────────────────────────────────────────────────────────────────────────────────────────


class View(NamedTuple):
    """A class of the views as it is written."""

    name: str
    about: str
    base: str
    fields: tuple[tuple[str, str, str], ...]
    """Name, type in plain words, meaning."""


@cache
def views() -> dict[str, View]:
    """Every view but the words, which are values, in the order of the modules."""
    nodes = (node for room in ROOMS for node in ast.parse((VIEWS / f"{room}.py").read_text(encoding="utf-8")).body)
    classes = [node for node in nodes if isinstance(node, ast.ClassDef)]
    names = {node.name for node in classes if node.name not in PLAIN}
    return {node.name: view_of(node, names) for node in classes if node.name in names}


def view_of(node: ast.ClassDef, names: set[str]) -> View:
    """A class with its fields; the docstring below a field is its meaning."""
    base = next((b.id for b in node.bases if isinstance(b, ast.Name)), "")
    return View(node.name, first_line(ast.get_docstring(node)), base, tuple(fields_of(node, names)))


def fields_of(node: ast.ClassDef, names: set[str]) -> Iterator[tuple[str, str, str]]:
    """Fields and properties."""
    for one, following in zip(node.body, [*node.body[1:], None], strict=True):
        if isinstance(one, ast.AnnAssign) and isinstance(one.target, ast.Name):
            yield one.target.id, plain(one.annotation, names), meaning(following)
        elif isinstance(one, ast.FunctionDef) and not one.name.startswith("_") and one.returns:
            yield one.name, plain(one.returns, names), first_line(ast.get_docstring(one))


def meaning(following: ast.stmt | None) -> str:
    """The docstring that follows a field."""
    is_text = isinstance(following, ast.Expr) and isinstance(following.value, ast.Constant)
    return str(following.value.value) if is_text else ""  # type: ignore[union-attr]


def plain(node: ast.expr, names: set[str]) -> str:
    """A type in plain words; raises KeyError for one that nobody has named yet."""
    match node:
        case ast.Name(id=name):
            return f"[{name}](#{name.lower()})" if name in names else PLAIN[name]
        case ast.BinOp(left=left, right=ast.Constant(value=None)):
            return f"{plain(left, names)} or none"
        case ast.Subscript(slice=ast.Tuple(elts=[each, ast.Constant(value=value)])) if value is ...:
            return f"list: {plain(each, names)}"
        case ast.Subscript(slice=ast.Tuple(elts=parts)):
            return f"({', '.join(plain(part, names) for part in parts)})"
    raise KeyError(ast.unparse(node))


def first_line(text: str | None) -> str:
    """The first line of a docstring."""
    return (text or "").partition("\n")[0]


def all_views() -> str:
    """Each view with its fields."""
    return "\n".join(map(section, views().values()))


def section(view: View) -> str:
    """Heading, purpose, templates and fields of a view."""
    about = [view.about, f"Begins with the fields of [{view.base}](#{view.base.lower()})." if view.base else ""]
    shown = [name for name, found in given().items() if found == view.name]
    if shown:
        about.append(f"Shown by {codes(shown)}.")
    rows = ((code(name), kind, text) for name, kind, text in view.fields)
    fields = "\n" + table(("field", "value", "meaning"), rows) if view.fields else ""
    return f"### {view.name}\n\n{' '.join(filter(None, about))}\n{fields}"


@cache
def given() -> dict[str, str]:
    """Template to the view that it is given, as a site with every kind of page plans it."""
    site = build(Order(content=SAMPLE, now=datetime.fromisoformat("2026-11-22T12:00"))).site
    assert site
    tasks = make_plan(site, OUTPUTS).tasks
    found = {task.templates[0]: view_in(task, site) for task in tasks if task.templates}
    found |= dict.fromkeys(MARKS, DraftView.__name__)
    return dict(sorted(found.items()))


def view_in(task: Task, site: Site) -> str:
    """The class of the view that a task renders."""
    inputs = task.inputs
    if isinstance(inputs, Later):
        inputs = inputs.make(site, tuple(site.index[page] for page in inputs.pages or ()), *inputs.rest)
    assert isinstance(inputs, tuple)
    return type(inputs[2]).__name__


# ── templates ───────────────────────────────────────────────────────────────────────────────────────────────


@cache
def parsed(name: str) -> nodes.Template:
    """A template's tree."""
    return Environment().parse((THEME / "templates" / name).read_text(encoding="utf-8"))


def templates() -> str:
    """Each template with what it stands in, its view and its blocks."""
    names = sorted(file.name for file in (THEME / "templates").iterdir())
    return table(("template", "extends", "view", "blocks"), map(template_row, names))


def template_row(name: str) -> tuple[str, ...]:
    """A template as a row."""
    tree, view = parsed(name), given().get(name, "")
    parent = next((found.template.value for found in tree.find_all(nodes.Extends)), "")  # type: ignore[attr-defined]
    blocks = [block.name for block in tree.find_all(nodes.Block)]
    return code(name), code(parent), f"[{view}](#{view.lower()})" if view else "", codes(blocks)


def macros() -> str:
    """Each macro of macros.html."""
    source = (THEME / "templates" / "macros.html").read_text(encoding="utf-8")
    about = {name: " ".join(text.rpartition("{#")[2].split()) for text, name in COMMENT.findall(source)}
    found = parsed("macros.html").find_all(nodes.Macro)
    return table(("macro", "what it is"), ((code(call_of(one)), about.get(one.name, "")) for one in found))


def call_of(macro: nodes.Macro) -> str:
    """How a macro is called: `figure(photo, loading)`."""
    return f"{macro.name}({', '.join(argument.name for argument in macro.args)})"


# ── functions and filters ───────────────────────────────────────────────────────────────────────────────────


@cache
def environment() -> Environment:
    """The environment of the English templates."""
    theme, problems = load_theme(None, ("en",))
    assert not problems
    return Workshop(theme).equip("en")


def functions() -> str:
    """What templates call by name."""
    own = {name: value for name, value in environment().globals.items() if name not in DEFAULT_NAMESPACE}
    rows = [
        (code(name + arguments(value)), first_line(value.__doc__)) for name, value in own.items() if callable(value)
    ]
    words = [(code(name), "Code of the page's language.") for name, value in own.items() if not callable(value)]
    return table(("function", "what it gives"), rows + words)


def filters() -> str:
    """What templates write after a value."""
    own = {name: value for name, value in environment().filters.items() if name not in FILTERS}
    return table(("filter", "what it gives"), ((code(n), first_line(f.__doc__)) for n, f in own.items()))


def arguments(function: Callable[..., object]) -> str:
    """`(key, count, name=…)`."""
    shown = [argument(parameter) for parameter in inspect.signature(function).parameters.values()]
    return f"({', '.join(shown)})"


def argument(parameter: inspect.Parameter) -> str:
    """A parameter as a caller writes it."""
    if parameter.kind is inspect.Parameter.VAR_KEYWORD:
        return "name=…"
    return parameter.name if parameter.default is inspect.Parameter.empty else f"{parameter.name}={parameter.default!r}"


# ── style ───────────────────────────────────────────────────────────────────────────────────────────────────


def tokens() -> str:
    """The custom properties with their values by light and dark."""
    light, dark = properties("site.css", 0) | properties("fonts.css", 0), properties("site.css", 1)
    return table(
        ("property", "value", "in dark mode"), ((code(n), code(v), code(dark.get(n, ""))) for n, v in light.items())
    )


def properties(name: str, number: int) -> dict[str, str]:
    """The custom properties of a style text's first, second … `:root`."""
    text = re.sub(r"/\*.*?\*/", "", (THEME / "assets" / name).read_text(encoding="utf-8"), flags=re.DOTALL)
    rule = re.findall(r":root\s*\{([^}]*)\}", text)[number]
    return {found: value.strip() for found, value in PROPERTY.findall(rule)}


def assets() -> str:
    """The files of the default theme."""
    files = sorted((THEME / "assets").rglob("*"))
    return codes(file.relative_to(THEME / "assets").as_posix() for file in files if file.is_file()) + "\n"


# ── words ───────────────────────────────────────────────────────────────────────────────────────────────────


@cache
def entries() -> tuple[tuple[str, Message], ...]:
    """The keys of the English catalogue with their entries, in the order of the file."""
    catalogue = read_po(BytesIO((THEME / "locale" / "en.po").read_bytes()), locale="en")
    return tuple((entry.id if isinstance(entry.id, str) else entry.id[0], entry) for entry in catalogue if entry.id)


def families() -> str:
    """Keys that are put together from a family and a value."""
    members: dict[str, list[tuple[str, Message]]] = {}
    for key, entry in entries():
        family, dot, value = key.partition(".")
        if dot:
            members.setdefault(family, []).append((value, entry))
    rows = ((code(family), codes(value for value, _ in found), words(found[0][1])) for family, found in members.items())
    return table(("family", "keys", "the first in English"), sorted(rows))


def keys() -> str:
    """The other keys under the headings of the catalogue."""
    headed, heading = [], ""
    for key, entry in entries():
        heading = next(iter(HEADING.findall(" ".join(entry.user_comments))), heading)
        headed.append((heading, key + ("*" if entry.pluralizable else "")))
    rows = (
        (title.partition(". ")[0], codes(key for _, key in found if "." not in key))
        for title, found in ((title, list(found)) for title, found in groupby(headed, lambda pair: pair[0]))
    )
    return table(("for", "keys"), (row for row in rows if row[1]))


def words(entry: Message) -> str:
    """What English readers see; of a plural the last form."""
    return entry.string if isinstance(entry.string, str) else (entry.string or [""])[-1]


TABLES: Mapping[str, Callable[[], str]] = {
    "templates": templates,
    "macros": macros,
    "functions": functions,
    "filters": filters,
    "tokens": tokens,
    "assets": assets,
    "families": families,
    "keys": keys,
    "views": all_views,
}


def guide() -> str:
    """The whole page."""
    return PLACE.sub(lambda place: TABLES[place[1]]().rstrip("\n"), FRAMING.read_text(encoding="utf-8"))


def main() -> None:
    """Writes the page."""
    PAGE.write_text(guide(), encoding="utf-8", newline="\n")
    print(PAGE.relative_to(ROOT))


if __name__ == "__main__":
    main()
