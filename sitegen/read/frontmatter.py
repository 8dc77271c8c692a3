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
from sitegen.problems import Correction, Location, Message, Mistake, Problem, Severity, message
from sitegen.read.decoding import PlacedMistake
from sitegen.read.mending import Loader, fence, quoted, rejoined, uncut
from sitegen.read.syntax import CONTROL, control_character, syntax_problem

LARGEST_HEAD = 256 * 1024
"""Bytes."""
LARGEST_BODY = 1024 * 1024
"""Bytes."""
DEEPEST = 6
"""Levels."""
MOST_VALUES = 50_000
"""Keys, values, lists and maps of a file."""
MOST_IN_HEAD = 10_000
"""The same of a front matter."""
LONGEST_VALUE = 20_000
"""Characters."""
OPENING = re.compile(r"---[ \t]*$", re.MULTILINE)
FENCE = re.compile(r"^---[ \t]*$", re.MULTILINE)
NEARLY_FENCE = re.compile(r"^[ \t]*[-–—][-–— ]{0,8}$", re.MULTILINE)
"""What a text processor makes of three hyphens, and what a hurried hand does."""
CUT_COMMENT = re.compile(r"[ \t]*(#\S[^\n]*)")


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
            raise Mistake("SYN-03", message("the front matter is not closed"), closing_hint(text, opening.end()))
        return text[opening.end() + 1 : closing.start()], text[closing.end() + 1 :]


def closing_hint(text: str, start: int) -> Message:
    """Where the line of three hyphens belongs."""
    near = NEARLY_FENCE.search(text, start + 1)
    written = near[0].strip() if near else ""
    if written == "---":
        return message("Begin the line of three hyphens (---) without spaces.")
    if near:
        return message("Write three hyphens (---) instead of '{written}' after its last line.", written=written)
    return message("Put a line with three hyphens (---) after its last line.")


HANDLER = Fenced()


def split_page(text: str, path: str) -> Split:
    """Head and body of a page; raises `PlacedMistake` when the head cannot be read at all."""
    start = len(text) - len(text.lstrip("\n \t\ufeff"))
    blank_lines = text.count("\n", 0, start)
    if not OPENING.match(text, start):
        raise PlacedMistake(no_head().at(Location(path)))
    try:
        head, body = HANDLER.split(text[start:])
    except Mistake as mistake:
        at = Location(path, blank_lines + 1)
        raise PlacedMistake(mistake.at(at, corrections=closing(text, start, path, blank_lines + 2))) from None
    if len(head.encode()) > LARGEST_HEAD:
        raise PlacedMistake(large_head().at(Location(path, blank_lines + 1)))
    body_line = blank_lines + head.count("\n") + 3
    if len(body.encode()) > LARGEST_BODY:
        raise PlacedMistake(large_body().at(Location(path, body_line)))
    raw, problems = compose(head, path, blank_lines + 2, MOST_IN_HEAD)
    return Split(raw, body, body_line, problems)


def closing(text: str, start: int, path: str, first_line: int) -> tuple[Correction, ...]:
    """Three hyphens for the line that somebody meant to close the head with, where a head stands above it."""
    begun = text.find("\n", start) + 1
    near = NEARLY_FENCE.search(text, begun)
    if near is None or near.start() - begun > LARGEST_HEAD:
        return ()
    try:
        entries, problems = compose(text[begun : near.start()], path, first_line)
    except PlacedMistake:
        return ()
    at = Location(path, first_line + text.count("\n", begun, near.start()))
    return fence(text, near, at) if entries.pairs and not problems else ()


def compose(text: str, path: str, first_line: int = 1, most: int = MOST_VALUES) -> tuple[Entries, tuple[Problem, ...]]:
    """The entries of a YAML text and what is wrong inside them; raises `PlacedMistake` when it is no YAML or no map."""
    converter = Converter(text, path, first_line)
    try:
        converter.refuse_events(most)
        node = yaml.compose(text, Loader=Loader)
    except yaml.YAMLError as error:
        raise PlacedMistake(syntax_problem(error, text, path, first_line)) from None
    raw = converter.convert(node) if node else Entries((), Location(path, first_line))
    if not isinstance(raw, Entries):
        raise PlacedMistake(no_map().at(raw.at))
    return raw, tuple(converter.problems)


class Converter:
    """Turns YAML nodes into raw values with places, and notes what the format refuses."""

    def __init__(self, text: str, path: str, first_line: int) -> None:
        self.text = text
        self.path = path
        self.first_line = first_line
        self.problems: list[Problem] = []

    def place(self, mark: Any) -> Location:
        """Where a mark is in the file."""
        return Location(self.path, self.first_line + mark.line, mark.column + 1)

    def refuse_events(self, most: int) -> None:
        """Raises `PlacedMistake` for anchors, aliases, tags, depth and size, before anything is built from them."""
        depth = values = 0
        for event in yaml.parse(self.text, Loader=Loader):
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            values += isinstance(event, yaml.NodeEvent)
            mistake = too_deep() if depth > DEEPEST else too_many(most) if values > most else refusal(event)
            if mistake:
                raise PlacedMistake(mistake.at(self.place(event.start_mark)))

    def convert(self, node: yaml.Node) -> Raw:
        """A node with all that is in it."""
        at = self.place(node.start_mark)
        if isinstance(node, yaml.MappingNode):
            return Entries(tuple(self.pairs(node)), at)
        if isinstance(node, yaml.SequenceNode):
            return Items(tuple(self.convert(child) for child in node.value), at)
        self.notice_comment(node)
        control = CONTROL.search(node.value)
        if control:
            self.problems.append(control_character(control[0]).at(at))
        return Scalar(node.value, at)

    def notice_comment(self, node: yaml.Node) -> None:
        """Warns of `#1` after a space, which YAML takes for a remark."""
        cut = CUT_COMMENT.match(self.text, node.end_mark.index)
        if cut:
            column = cut.start(1) - self.text.rfind("\n", 0, cut.start(1))
            line = self.first_line + self.text.count("\n", 0, cut.start(1))
            at, rest = Location(self.path, line, column), cut[1].strip()
            written = self.text[node.start_mark.index : cut.end()].strip()
            change = uncut(written, node.value, rest, self.place(node.start_mark) if node.value else at)
            self.problems.append(cut_by_hash(rest, node.value).at(at, Severity.WARNING, change))

    def pairs(self, node: yaml.MappingNode) -> Iterator[tuple[Scalar, Raw]]:
        """The entries of a map, each key once."""
        seen: dict[str, Location] = {}
        for key_node, value_node, rest in whole_values(node):
            key = self.convert(key_node)
            if not isinstance(key, Scalar):
                self.problems.append(no_word().at(key.at))
            elif key.text == "<<":
                self.problems.append(refused_yaml().at(key.at))
            elif key.text in seen:
                self.problems.append(duplicate_key(key.text, seen[key.text].line).at(key.at))
            else:
                seen[key.text] = key.at
                yield key, self.rejoin(key.text, value_node, rest) if rest else self.convert(value_node)

    def rejoin(self, key: str, value: yaml.Node, rest: list[yaml.Node]) -> Scalar:
        """A value that commas cut to pieces, as it was meant; the cut is noted."""
        at = self.place(value.start_mark)
        written = self.text[value.start_mark.index : rest[-1].end_mark.index]
        whole = " ".join(written.split())
        mistake = cut_by_comma(key, whole, rest[0].value)
        change = rejoined(written, [value, *rest], whole, at)
        self.problems.append(mistake.at(self.place(rest[0].start_mark), corrections=change))
        return Scalar(whole, at)


def refusal(event: yaml.Event) -> Mistake | None:
    """What is wrong with an event of YAML by itself."""
    if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None) or getattr(event, "tag", None):
        return refused_yaml()
    size = len(getattr(event, "value", ""))
    return too_long(size) if size > LONGEST_VALUE else None


def whole_values(node: yaml.MappingNode) -> Iterator[tuple[yaml.Node, yaml.Node, list[yaml.Node]]]:
    """Key, value, and the pieces of the value that commas in `{…}` cut off."""
    pairs: list[tuple[yaml.Node, yaml.Node, list[yaml.Node]]] = []
    for key, value in node.value:
        if pairs and node.flow_style and is_piece(key, value) and isinstance(pairs[-1][1], yaml.ScalarNode):
            pairs[-1][2].append(key)
        else:
            pairs.append((key, value, []))
    return iter(pairs)


def is_piece(key: yaml.Node, value: yaml.Node) -> bool:
    """Whether a key is the rest of a value that a comma cut off: it has no colon."""
    return value.start_mark.index == value.end_mark.index == key.end_mark.index


def no_head() -> Mistake:
    """The complaint about a page without front matter, or an empty file."""
    return Mistake(
        "FLD-02",
        message("'title' is missing: the page has no front matter"),
        message("Begin the file with three lines: ---, then title: …, then ---."),
    )


def large_head() -> Mistake:
    """The complaint about a text that stands among the facts."""
    return Mistake(
        "SYN-06",
        message("the front matter is larger than {limit} KB", limit=LARGEST_HEAD // 1024),
        message("Move long texts below the second ---."),
    )


def large_body() -> Mistake:
    """The complaint about a text that nobody reads to its end."""
    return Mistake(
        "SYN-06",
        message("the text below the front matter is larger than {limit} KB", limit=LARGEST_BODY // 1024),
        message("Divide it into several pages, or offer it as a document."),
    )


def no_map() -> Mistake:
    """The complaint about a list or a text where keys and values belong."""
    return Mistake(
        "SYN-08",
        message("'key: value' is expected here, a key and a colon on each line"),
        message("Begin with a line like: title: …, with a space after the colon."),
    )


def no_word() -> Mistake:
    """The complaint about a list or map in place of a key."""
    return Mistake(
        "SYN-08",
        message("a key must be a single word"),
        message("Write key: value; put quotes around a value that begins with [ or {{."),
    )


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


def too_many(most: int) -> Mistake:
    """The complaint about a list that no editor wrote."""
    return Mistake(
        "SYN-06",
        message("there are more than {count} keys and values before this place", count=most),
        message("Delete what is not needed; long lists belong into a document."),
    )


def too_long(length: int) -> Mistake:
    """The complaint about a text that is no value, or about a quotation mark that opens half the file."""
    return Mistake(
        "SYN-06",
        message("the value that begins here has {count} characters; {limit} may be", count=length, limit=LONGEST_VALUE),
        message("Look for a missing quotation mark, or move long texts below the second ---."),
    )


def duplicate_key(key: str, line: int) -> Mistake:
    """The complaint about a key that stands twice."""
    return Mistake(
        "SYN-04",
        message("the key '{key}' stands here twice, the first time on line {line}", key=key, line=line),
        message("Keep one of the two lines."),
    )


def cut_by_comma(key: str, whole: str, rest: str) -> Mistake:
    """The complaint about a value with a comma inside `{…}`."""
    return Mistake(
        "SYN-09",
        message("inside {{…}} a comma ends the value; '{rest}' was cut off", rest=rest),
        message(
            "Put the value in quotes, {key}: {value}, or give each key a line of its own.",
            key=key,
            value=quoted(whole),
        ),
    )


def cut_by_hash(rest: str, value: str) -> Mistake:
    """The remark about a value with ` #` in it, which ends it."""
    return Mistake(
        "SYN-13",
        message("'{rest}' is not read: # after a space begins a remark", rest=rest),
        message("Put the value in quotes, {value}, or a space after the #.", value=quoted(f"{value} {rest}".strip())),
    )
