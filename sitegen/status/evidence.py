"""Evidence of visibility: what each rule finds on each page of a project, dated, for the managing authority to file."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from html import escape
from typing import Any

from sitegen.kinds.project import Project
from sitegen.markup.visibility import BROKEN, FULFILLED, NOT_APPLICABLE, OPEN, STATES, Finding
from sitegen.model.funding import Programme
from sitegen.model.site import Site
from sitegen.problems import Message, message
from sitegen.report import Words
from sitegen.status.page import document, table

STATE_WORDS: Mapping[str, Message] = {
    FULFILLED: message("fulfilled"),
    BROKEN: message("broken"),
    NOT_APPLICABLE: message("not applicable"),
    OPEN: message("to be confirmed by a person"),
}
RULES: Mapping[str, tuple[str, Message]] = {
    "emblem": ("emblem_regimes", message("The emblem of the Union stands in the header of the page.")),
    "emblem_shape": ("emblem_shape", message("The emblem is not altered.")),
    "emblem_colours": ("emblem_colours", message("The emblem is in its colours.")),
    "emblem_height": ("emblem_height", message("The emblem is high enough.")),
    "emblem_visible": ("emblem_regimes", message("Nothing hides the emblem.")),
    "first_screen": ("first_screen", message("The emblem is seen without scrolling.")),
    "largest_logo": ("largest_logo", message("No other logo is larger than the emblem.")),
    "statement": ("union_sentence", message("The words of support stand next to the emblem.")),
    "fund": ("union_and_fund", message("The fund is named, and no other.")),
    "in_full": ("union_and_fund", message("The name of the Union is written in full.")),
    "statement_fonts": ("statement_fonts", message("The words are set in an allowed typeface.")),
    "statement_plain": ("statement_plain", message("The words are not slanted, underlined or decorated.")),
    "statement_colours": ("statement_colours", message("The words are black, white or Reflex Blue.")),
    "text_apart": ("text_apart", message("No text lies over the emblem.")),
    "description.summary": ("description", message("The page describes the project in short.")),
    "description.goals": ("description", message("The page tells the aims.")),
    "description.results": ("description", message("The page tells the results, expected or achieved.")),
    "description.support": ("description", message("The page names the programme that supports the project.")),
    "disclaimer": ("disclaimer", message("It is said whose opinion the documents are.")),
    "font_size": ("text_size", message("The size of the words is in proportion to the emblem.")),
    "other_identity": (
        "largest_logo",
        message("No other visual identity highlights the support of the Union."),
    ),
}
"""Every rule: the entry of the law behind it, and what it asks for."""
FOR_PEOPLE = ("font_size", "other_identity")
"""What no program can judge."""


@dataclass(frozen=True)
class Evidence:
    """What was found on one page."""

    address: str
    language: str
    findings: tuple[Finding, ...]


@dataclass(frozen=True)
class Report:
    """All pages of a project on a day."""

    site: Site
    project: Project
    programme: Programme
    pages: tuple[Evidence, ...]
    is_measured: bool
    """Whether a browser measured the pages too."""

    @property
    def day(self) -> date:
        """The day of the report."""
        return self.site.today

    @property
    def totals(self) -> Mapping[str, int]:
        """How many findings there are of each state."""
        found = Counter(one.state for page in self.pages for one in page.findings)
        return {state: found[state] for state in STATES}

    def source(self, rule: str) -> tuple[str, str]:
        """Where a rule is written, and how sure that is; of the words beside the emblem by the project's period."""
        name = RULES[rule][0]
        if name in ("union_sentence", "union_and_fund"):
            names = ("union_sentence", "union_and_fund", "phare_sentence")
            law = self.site.config.law
            name = next((each for each in names if self.programme.regime in law[each].regimes), name)
        one = self.site.config.law[name]
        return one.source, one.confidence


def confirmed_by_people() -> tuple[Finding, ...]:
    """The rules that are left to a person on every page."""
    return tuple(Finding(rule, OPEN) for rule in FOR_PEOPLE)


def facts(report: Report, words: Words) -> Iterator[tuple[str, str]]:
    """What the head of a report says of the project."""
    project, language = report.project, words.catalogue.language
    _, responsible = project.responsible
    beneficiary = report.site.organisation(responsible)
    yield words("Project"), project.title.text
    if project.contract:
        yield words("Contract"), project.contract
    yield words("Programme"), report.programme.name.into(language).text
    yield words("Period"), report.programme.regime
    if beneficiary:
        yield words("Beneficiary"), beneficiary.name.into(language).text
    yield words("Website"), report.site.config.url
    yield words("Date"), f"{report.day:%d.%m.%Y}"
    yield words("Method"), method(report, words)


def method(report: Report, words: Words) -> str:
    """How it was looked."""
    if report.is_measured:
        width, height = report.site.config.law.numbers("first_screen")
        return words(
            "HTML and styles of every page, and measured in Chromium at {width} × {height} px",
            width=width,
            height=height,
        )
    return words("HTML and styles of every page, without a browser")


# ── shown ───────────────────────────────────────────────────────────────────────────────────────────────────


def as_json(report: Report, words: Words) -> str:
    """For programs."""
    whole = {
        "report": "visibility",
        "date": report.day.isoformat(),
        "project": report.project.id,
        "title": report.project.title.text,
        "contract": report.project.contract or None,
        "programme": report.project.programme,
        "regime": report.programme.regime,
        "funds": list(report.site.funds_of(report.project)),
        "site": report.site.config.url,
        "measured": report.is_measured,
        "totals": dict(report.totals),
        "findings": [finding_data(report, page, one, words) for page in report.pages for one in page.findings],
    }
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def finding_data(report: Report, page: Evidence, one: Finding, words: Words) -> dict[str, Any]:
    """One rule on one page; texts are in the editor's language."""
    source, confidence = report.source(one.rule)
    source = words.translate(source)
    return {
        "rule": one.rule,
        "asks": words.shown(RULES[one.rule][1]),
        "source": source,
        "confidence": confidence,
        "page": page.address,
        "language": page.language,
        "finding": one.state,
        "detail": detail(one, words),
    }


def detail(one: Finding, words: Words) -> str:
    """What is wrong, or to be looked at."""
    return words.shown(one.what) if one.state in (BROKEN, OPEN) else ""


def as_page(report: Report, words: Words) -> str:
    """As a page of HTML that needs nothing else."""
    title = words("EU visibility: {project}", project=report.project.title.text)
    parts = [f"<h1>{escape(title)}</h1>", *head(report, words), *summary(report, words)]
    for page in report.pages:
        parts += page_part(report, page, words)
    return document(words.catalogue.language, title, parts)


def head(report: Report, words: Words) -> Iterator[str]:
    """The facts of the project, and the result in numbers."""
    yield "<dl>"
    yield from (f"<dt>{escape(name)}</dt><dd>{escape(value)}</dd>" for name, value in facts(report, words))
    yield "</dl>"


def summary(report: Report, words: Words) -> Iterator[str]:
    """How many rules are fulfilled, broken, and so on."""
    yield "<ul>"
    yield from (
        f"<li>{escape(words.shown(STATE_WORDS[state]))}: {count}</li>" for state, count in report.totals.items()
    )
    yield "</ul>"


def page_part(report: Report, page: Evidence, words: Words) -> Iterator[str]:
    """One page of the site."""
    yield f'<h2><a href="{escape(page.address)}">{escape(page.address)}</a></h2>'
    heads = (words("Rule"), words("Source"), words("Finding"), words("Detail"))
    yield from table(words("Findings"), heads, rows(report, page.findings, words))


def rows(report: Report, found: Sequence[Finding], words: Words) -> Iterator[str]:
    """A row for each rule; the word tells what the colour does."""
    marks = {BROKEN: ' class="missing"', OPEN: ' class="changed"'}
    for one in found:
        rule, source = words.shown(RULES[one.rule][1]), words.translate(report.source(one.rule)[0])
        yield (
            f'<tr><th scope="row">{escape(rule)}</th><td>{escape(source)}</td>'
            f"<td{marks.get(one.state, '')}>{escape(words.shown(STATE_WORDS[one.state]))}</td>"
            f"<td>{escape(detail(one, words))}</td></tr>"
        )
