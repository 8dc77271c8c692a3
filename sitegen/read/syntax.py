"""YAML's complaints in the editor's words, with the line as it should be."""

from __future__ import annotations

import re

import yaml

from sitegen.problems import Correction, Location, Mistake, Problem, message
from sitegen.read.mending import quoted, quotes, space
from sitegen.text.spots import spot

CONTROL = re.compile("[^\t\n\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What YAML allows nowhere."""
NO_SPACE = re.compile(r"(?P<lead>\s*(?:- )?)(?P<key>[A-Za-z_]+):(?P<value>[^\s/:].*)")
ENTRY = re.compile(r"(?P<lead>\s*(?:- )?[^:{\[]*: +|\s*- +)(?P<value>\S.*?)\s*")
BEGINNINGS = "\"'„“[]{}@`%|>*&!,?"
"""What a value without quotes may not begin with."""
QUOTED_WORD = re.compile(r"""(["'])[^"']*\S\1(?!\w)""")
"""A value that begins with a word in quotes, not one that stands in quotes as a whole."""
CLOSING = {"[": "]", "{": "}", '"': '"', "'": "'"}
OPENED_THERE = ("while scanning a quoted", "while scanning a simple", "while parsing a flow")
"""How YAML's context begins where the fault is at the beginning of the thing, not where YAML gave up."""


def syntax_problem(error: yaml.YAMLError, text: str, path: str, first_line: int) -> Problem:
    """What is wrong with a YAML text, at the line that has to be changed."""
    control = CONTROL.search(text)
    if control:
        line, column = spot(text, control.start())
        return control_character(control[0]).at(Location(path, first_line + line - 1, column))
    lines = text.split("\n")
    mark = mark_of(error)
    number = last_written(lines, mark.line if mark else 0)
    if number and NO_SPACE.fullmatch(lines[number - 1]):
        number -= 1
        mistake, column = no_space(lines[number]), colon(lines[number])
    else:
        mistake, column = syntax_mistake(lines[number], getattr(error, "problem", "") or "")
    stopped = min(mark.column, len(lines[number])) + 1 if mark else 1
    at = Location(path, first_line + number, column or stopped)
    return mistake.at(at, corrections=mended(lines, number, at))


def mended(lines: list[str], number: int, at: Location) -> tuple[Correction, ...]:
    """What may safely be done about a line that YAML refuses; `at` is where the value begins or the colon stands."""
    line = lines[number]
    entry = ENTRY.fullmatch(line)
    if entry and entry.start("value") + 1 == at.column and lacks_quotes(entry["value"]):
        return quotes(lines, number, entry["value"], meant(entry["value"]), at)
    found = NO_SPACE.fullmatch(line)
    return space(lines, number, found["key"], at) if found and colon(line) == at.column else ()


def last_written(lines: list[str], number: int) -> int:
    """The line of a number, or the last one before it that is not blank."""
    return max((n for n, line in enumerate(lines[: number + 1]) if line.strip()), default=0)


def mark_of(error: yaml.YAMLError) -> yaml.Mark | None:
    """Where the fault lies: at the beginning of what is not closed, else where YAML stopped."""
    context = getattr(error, "context", None) or ""
    opened = getattr(error, "context_mark", None) if context.startswith(OPENED_THERE) else None
    return opened or getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)


def colon(line: str) -> int:
    """The column of the first colon."""
    return line.index(":") + 1


def syntax_mistake(line: str, problem: str) -> tuple[Mistake, int]:
    """What is wrong with a line that YAML refuses, and the column; 0 for where YAML stopped."""
    if "\t" in line[: len(line) - len(line.lstrip())] or "'\\t'" in problem:
        return tab(), 0
    entry = ENTRY.fullmatch(line)
    if entry and (mistake := wrong_value(entry["lead"], entry["value"])):
        return mistake, entry.start("value") + 1
    if NO_SPACE.fullmatch(line):
        return no_space(line), colon(line)
    return no_key(line) if "expected ':'" in problem else unreadable_line(), 0


def wrong_value(lead: str, value: str) -> Mistake | None:
    """What is wrong with a value on one line; `lead` stands before it."""
    if is_open(value):
        return not_closed(value[0])
    return needs_quotes(f"{lead.strip()} {quoted(meant(value))}") if lacks_quotes(value) else None


def is_open(value: str) -> bool:
    """Whether a value begins with a bracket or quote and has no other of the kind."""
    sign = value[0]
    return sign in CLOSING and value.count(sign) + value.count(CLOSING[sign]) * (sign in "[{") == 1


def lacks_quotes(value: str) -> bool:
    """Whether YAML takes a value for something else than words."""
    return not is_open(value) and (": " in value or value[0] in BEGINNINGS or value.endswith(":"))


def meant(value: str) -> str:
    """The words of a value that needs quotes: without those around it that its own quotes break."""
    sign = value[0]
    is_wrapped = sign in "\"'" and value.endswith(sign) and not QUOTED_WORD.match(value)
    return value[1:-1] if is_wrapped else value


def tab() -> Mistake:
    """The complaint about the tabulator key."""
    return Mistake("SYN-02", message("a tab stands where only spaces may"), message("Replace the tab by spaces."))


def unreadable_line() -> Mistake:
    """The complaint about everything else."""
    return Mistake(
        "SYN-02",
        message("YAML cannot read this line"),
        message("Check the indentation, the colon after the key and the quotes around the value."),
    )


def control_character(character: str) -> Mistake:
    """The complaint about a character that nobody sees."""
    return Mistake(
        "SYN-02",
        message("an invisible control character (U+{number}) stands here", number=f"{ord(character):04X}"),
        message("Delete it; it came along with pasted text."),
    )


def needs_quotes(line: str) -> Mistake:
    """The complaint about a value that YAML takes for something else."""
    return Mistake(
        "SYN-02",
        message("YAML cannot read this line: the value needs quotes"),
        message("Write: {line}", line=line),
    )


def not_closed(sign: str) -> Mistake:
    """The complaint about a bracket or quote without its other half."""
    return Mistake(
        "SYN-02",
        message("'{sign}' is opened here and not closed", sign=sign),
        message("Put {closing} at the end of the value.", closing=CLOSING[sign]),
    )


def no_space(line: str) -> Mistake:
    """The complaint about a colon with the value right behind it."""
    found = NO_SPACE.fullmatch(line)
    right = f"{found['key']}: {found['value']}" if found else line
    return Mistake("SYN-02", message("a space is missing after the colon"), message("Write: {line}", line=right))


def no_key(line: str) -> Mistake:
    """The complaint about a line of text among the keys."""
    return Mistake(
        "SYN-02",
        message("'{line}' is not of the form 'key: value'", line=line.strip()),
        message("The text of the page stands below the second line of three hyphens (---)."),
    )
