"""`check --browser`: axe-core on the built site, and with `--record` the evaluation that the statement cites."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import Any

import yaml

from sitegen import report
from sitegen.builder.flow import Outcome
from sitegen.commands.browsing import SCHEMES, WIDTHS, Sight, browse, missing, sample
from sitegen.commands.options import clock, content_of
from sitegen.commands.watching import watched
from sitegen.model.evaluation import EVALUATION
from sitegen.problems import Location, Mistake, Problem, message

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"]
OPTIONS = {"runOnly": {"type": "tag", "values": TAGS}, "rules": {"target-size": {"enabled": True}}}
"""`target-size` (WCAG 2.2) is off unless it is asked for."""
RUN = """async options => {
  const found = await axe.run(document, options)
  const tried = ["passes", "violations", "incomplete", "inapplicable"].flatMap(name => found[name].map(r => r.id))
  const broken = found.violations.flatMap(rule => rule.nodes.map(node => [rule.id, node.target.flat().join(" ")]))
  return {tool: `${found.testEngine.name} ${found.testEngine.version}`, tried, broken}
}"""
ABOUT = """\
# What an automatic tool found on the built site.
# Written by `check --browser --record`; cited by the accessibility statement.
"""
MOST_TOLD = 100


@dataclass(kw_only=True)
class Axe:
    """A judge: what axe-core finds."""

    script: str
    tool: str = ""
    tried: set[str] = field(default_factory=set)
    broken: set[tuple[str, str, str]] = field(default_factory=set)
    """Page, rule and selector."""

    def __call__(self, page: Any, sight: Sight) -> None:
        """Tries every rule on an open page."""
        if not page.evaluate("typeof axe === 'object'"):
            page.evaluate(self.script)
        found = page.evaluate(RUN, OPTIONS)
        self.tool = found["tool"]
        self.tried.update(found["tried"])
        self.broken.update((sight.path, rule, selector) for rule, selector in found["broken"])


def axe_script() -> str:
    """The text of axe-core, from the package that brings it; raises Mistake."""
    try:
        return (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
    except ModuleNotFoundError:
        raise missing("axe-playwright-python", "pip install 'sitegen[browser]'") from None


def evaluate(arguments: Namespace, outcome: Outcome, words: report.Words) -> tuple[Problem, ...]:
    """What the browser finds, recorded where that is asked for; raises Mistake where it cannot be tried or recorded."""
    axe = Axe(script=axe_script())
    pages = sample(outcome)
    with watched(arguments) as progress:
        browse(outcome, pages, (axe,), progress)
    if arguments.record:
        record(content_of(arguments), as_yaml(axe, pages, clock(arguments).date()))
    print(about(axe, pages, words), file=sys.stderr)
    return tuple(problems(sorted(axe.broken)))


def about(axe: Axe, pages: tuple[str, ...], words: report.Words) -> str:
    """A line: with what, how much was tried and found."""
    return words(
        "{tool}: {rules} rules on {pages} pages, {widths} widths, {schemes} schemes: {count} findings",
        tool=axe.tool,
        rules=len(axe.tried),
        pages=len(pages),
        widths=len(WIDTHS),
        schemes=len(SCHEMES),
        count=len(axe.broken),
    )


def problems(broken: Iterable[tuple[str, str, str]]) -> Iterator[Problem]:
    """What was found, at the page where it was."""
    for page, rule, selector in list(broken)[:MOST_TOLD]:
        mistake = Mistake(
            "A11Y-07",
            message("'{selector}' breaks the rule '{rule}' of axe-core", selector=selector, rule=rule),
            message("Mend the theme or the text; what stays belongs in the statement: accessibility, items."),
        )
        yield mistake.at(Location(page))


def record(content: Path, evaluation: str) -> None:
    """Writes the evaluation; raises Mistake where that fails."""
    file = content / EVALUATION
    try:
        file.write_text(evaluation, encoding="utf-8", newline="\n")
    except OSError as error:
        complaint = message("'{folder}' cannot be written: {reason}", folder=file, reason=error.strerror or error)
        raise Mistake("SYN-07", complaint) from None


def as_yaml(axe: Axe, pages: tuple[str, ...], today: date) -> str:
    """The file."""
    evaluation = {
        "date": today,
        "tool": axe.tool,
        "widths": list(WIDTHS),
        "schemes": list(SCHEMES),
        "pages": list(pages),
        "rules": sorted(axe.tried),
        "findings": [{"page": page, "rule": rule, "selector": name} for page, rule, name in sorted(axe.broken)],
    }
    return ABOUT + yaml.safe_dump(evaluation, allow_unicode=True, sort_keys=False, width=110)
