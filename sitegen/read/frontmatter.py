"""Front matter: the head of a page between two lines of `---`, as text with places.

python-frontmatter finds the head; PyYAML's C loader composes it into nodes, and nothing is guessed from a value's look.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml
from frontmatter.default_handlers import YAMLHandler

from sitegen.model.raw import Entries, Items, Raw, Scalar
from sitegen.problems import Location, Mistake, Problem, message

LARGEST_HEAD = 256 * 1024
"""Characters."""
DEEPEST = 6
"""Levels."""
FENCE = re.compile(r"^---[ \t]*$", re.MULTILINE)
Loader: type[yaml.Loader] = getattr(yaml, "CLoader", yaml.Loader)


@dataclass(frozen=True)
class Split:
    """A page's text in two: the head's entries, and the body with the line on which it begins."""

    head: Entries
    body: str
    body_line: int
    problems: tuple[Problem, ...]


class Fenced(YAMLHandler):
    """Splits at lines of `---` only and never strips, so that lines keep their numbers."""

    def split(self, text: str) -> tuple[str, str]:
        """Head and body; raises Mistake when the head is never closed."""
        fences = FENCE.finditer(text)
        opening, closing = next(fences), next(fences, None)
        if closing is None:
            raise Mistake(
                "SYN-03",
                message("the front matter is not closed"),
                message("Put a line with three hyphens (---) after its last line."),
            )
        return text[opening.end() + 1 : closing.start()], text[closing.end() + 1 :]


HANDLER = Fenced()


def split_page(text: str, path: str) -> Split:
    """Head and body of a page; raises `PlacedMistake` when the head cannot be read at all."""
    start = len(text) - len(text.lstrip("\n \t\ufeff"))
    blank_lines = text.count("\n", 0, start)
    if not FENCE.match(text, start):
        return Split(Entries((), Location(path)), text, 1, ())
    try:
        head, body = HANDLER.split(text[start:])
    except Mistake as mistake:
        raise PlacedMistake(mistake.at(Location(path, blank_lines + 1))) from None
    raw, problems = compose(head, path, first_line=blank_lines + 2)
    body_line = blank_lines + head.count("\n") + 3
    return Split(raw, body, body_line, problems)


class PlacedMistake(Exception):
    """A problem that ends the reading of a file."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem.message))
        self.problem = problem


def compose(text: str, path: str, first_line: int = 1) -> tuple[Entries, tuple[Problem, ...]]:
    """The entries of a YAML text and what is wrong inside them; raises `PlacedMistake` when it is no YAML or no map."""
    if len(text) > LARGEST_HEAD:
        mistake = Mistake(
            "SYN-06",
            message("the front matter is larger than {limit} KB", limit=LARGEST_HEAD // 1024),
            message("Move long texts below the second ---."),
        )
        raise PlacedMistake(mistake.at(Location(path, first_line)))
    converter = Converter(path, first_line)
    try:
        converter.refuse_events(text)
        node = yaml.compose(text, Loader=Loader)
    except yaml.YAMLError as error:
        raise PlacedMistake(syntax_problem(error, text, path, first_line)) from None
    raw = converter.convert(node, 1) if node else Entries((), Location(path, first_line))
    if not isinstance(raw, Entries):
        shape = Mistake(
            "SYN-08",
            message("the front matter is not a map of 'key: value'"),
            message("Begin with a line like: title: …"),
        )
        raise PlacedMistake(shape.at(Location(path, first_line)))
    return raw, tuple(converter.problems)


class Converter:
    """Turns YAML nodes into raw values with places, and notes what the format refuses."""

    def __init__(self, path: str, first_line: int) -> None:
        self.path = path
        self.first_line = first_line
        self.problems: list[Problem] = []

    def place(self, mark: Any) -> Location:
        """Where a mark is in the file."""
        return Location(self.path, self.first_line + mark.line, mark.column + 1)

    def refuse_events(self, text: str) -> None:
        """Raises `PlacedMistake` for anchors, aliases, tags and depth, before anything is built from them."""
        depth = 0
        for event in yaml.parse(text, Loader=Loader):
            if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None) or getattr(event, "tag", None):
                raise PlacedMistake(refused_yaml().at(self.place(event.start_mark)))
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if depth > DEEPEST:
                raise PlacedMistake(too_deep().at(self.place(event.start_mark)))

    def convert(self, node: yaml.Node, level: int) -> Raw:
        """A node with all that is in it."""
        at = self.place(node.start_mark)
        if isinstance(node, yaml.MappingNode):
            return Entries(tuple(self.pairs(node, level)), at)
        if isinstance(node, yaml.SequenceNode):
            return Items(tuple(self.convert(child, level + 1) for child in node.value), at)
        return Scalar(node.value, at)

    def pairs(self, node: yaml.MappingNode, level: int) -> Iterator[tuple[Scalar, Raw]]:
        """The entries of a map, each key once."""
        seen: dict[str, Location] = {}
        for key_node, value_node in node.value:
            key = self.convert(key_node, level + 1)
            if not isinstance(key, Scalar):
                self.problems.append(Mistake("SYN-08", message("a key must be a single word")).at(key.at))
            elif key.text == "<<":
                self.problems.append(refused_yaml().at(key.at))
            elif key.text in seen:
                self.problems.append(duplicate_key(key.text, seen[key.text].line).at(key.at))
            elif self.was_cut(node, key_node, value_node):
                self.problems.append(cut_by_comma(key.text).at(key.at))
            else:
                seen[key.text] = key.at
                yield key, self.convert(value_node, level + 1)

    def was_cut(self, node: yaml.MappingNode, key: yaml.Node, value: yaml.Node) -> bool:
        """Whether a key is the rest of a value that a comma in `{…}` cut off: it has no colon."""
        return bool(node.flow_style) and value.start_mark.index == value.end_mark.index == key.end_mark.index


def refused_yaml() -> Mistake:
    """The complaint about YAML's programming."""
    return Mistake(
        "SYN-05",
        message("anchors (&), aliases (*), tags (!) and merge keys (<<) are not used here"),
        message("Write the value itself; put quotes around a text that begins with & * or !."),
    )


def too_deep() -> Mistake:
    """The complaint about nesting."""
    return Mistake(
        "SYN-06",
        message("the front matter nests deeper than {levels} levels", levels=DEEPEST),
        message("See docs/content-format.md for the form of each field."),
    )


def duplicate_key(key: str, line: int) -> Mistake:
    """The complaint about a key that stands twice."""
    return Mistake(
        "SYN-04",
        message("the key '{key}' stands here twice, the first time on line {line}", key=key, line=line),
        message("Keep one of the two lines."),
    )


def cut_by_comma(rest: str) -> Mistake:
    """The complaint about a value with a comma inside `{…}`."""
    return Mistake(
        "SYN-09",
        message("inside {{…}} a comma ends the value; '{rest}' was cut off", rest=rest),
        message('Put the value in quotes, eu: "437 750,02 лв.", or write each key on a line of its own.'),
    )


def syntax_problem(error: yaml.YAMLError, text: str, path: str, first_line: int) -> Problem:
    """YAML's complaint in the editor's words, where the cure can be told by the line."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    if mark is None:
        at = Location(path, first_line)
        return Mistake(
            "SYN-02", message("a character that YAML does not allow"), message("Delete invisible control characters.")
        ).at(at)
    lines = text.split("\n")
    number = min(mark.line, len(lines) - 1)
    line = lines[number]
    return syntax_mistake(line, getattr(error, "problem", "") or "").at(
        Location(path, first_line + number, min(mark.column, len(line)) + 1)
    )


def syntax_mistake(line: str, problem: str) -> Mistake:
    """What is wrong with a line that YAML refuses."""
    if "\t" in line[: len(line) - len(line.lstrip())] or "'\\t'" in problem:
        return Mistake("SYN-02", message("a tab stands where only spaces may"), message("Replace the tab by spaces."))
    value = line.partition(": ")[2].strip()
    if value and (": " in value or value[:1] in "\"'„“[{@`%|>" or value.endswith(":")):
        quoted = line.partition(": ")[0] + ': "' + value.strip("\"'").replace('"', "“") + '"'
        return Mistake(
            "SYN-02",
            message("YAML cannot read this line: the value needs quotes"),
            message("Write: {line}", line=quoted.strip()),
        )
    return Mistake(
        "SYN-02",
        message("YAML cannot read this line"),
        message("Check the indentation, the colon after the key and the quotes around the value."),
    )
