"""`check --report`: evidence for the managing authority, written where `--out` says and nowhere else."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from sitegen import report
from sitegen.builder.flow import Outcome, build
from sitegen.builder.stage import staging
from sitegen.checks.visibility import expectation, findings
from sitegen.commands import BAD_COMMAND, DONE, ERRORS
from sitegen.commands.choosing import chosen_page
from sitegen.commands.options import content_of, order_of
from sitegen.commands.telling import words_for
from sitegen.kinds.project import Project
from sitegen.markup.visibility import BROKEN, Expected, Finding
from sitegen.model.address import output_path
from sitegen.model.page import Page
from sitegen.model.site import Site
from sitegen.problems import Mistake, message
from sitegen.status import evidence, publicity_report
from sitegen.status.duties import duties
from sitegen.status.evidence import Evidence, Report
from sitegen.status.publicity import measures

KINDS = ("visibility", "publicity")
Measure = Callable[[str, Expected], Sequence[Finding]]
"""What a browser finds on the page at a path, as far as it has to be measured."""


def run(arguments: Namespace) -> int:
    """Builds in memory, writes the report and says where it lies; 1 where a rule is broken."""
    with staging() as stage:
        return told(arguments, build(replace(order_of(arguments), stage=stage)))


def told(arguments: Namespace, outcome: Outcome) -> int:
    """Writes what is asked for of a finished build."""
    kind, *wanted = arguments.report
    words = words_for(arguments, outcome.whole)
    if kind not in KINDS or len(wanted) > 1 or arguments.out is None:
        print(words("Write: check --report visibility|publicity [PROJECT] --out DIR"), file=sys.stderr)
        return BAD_COMMAND
    if outcome.site is None or outcome.whole is None:
        print(words("The content cannot be read; 'check' shows why."), file=sys.stderr)
        return ERRORS
    if outcome.has_errors:
        errors = report.counted(outcome.problems)["error"]
        print(words("Errors in the content: {count}; 'check' shows them.", count=errors), file=sys.stderr)
    try:
        projects = chosen(outcome.site, wanted, arguments)
        if kind == "publicity":
            return write_publicity(outcome.site, projects, arguments.out, words)
        return write_visibility(outcome, projects, arguments, words)
    except Mistake as mistake:
        print(report.as_sentence(mistake, words), file=sys.stderr)
        return ERRORS


def chosen(site: Site, wanted: Sequence[str], arguments: Namespace) -> tuple[Project, ...]:
    """The project that is named, else all that the public sees; raises Mistake for an unknown one."""
    ids = [chosen_page(site, wanted[0], content_of(arguments))] if wanted else site.ids
    found = tuple(page for name in ids if isinstance(page := site.nearest(name, site.config.default_language), Project))
    if wanted and not found:
        raise Mistake("REF-01", message("'{page}' is no project", page=wanted[0]))
    return tuple(own for page in found if isinstance(own := site.page(page.id, page.original) or page, Project))


def save(folder: Path, files: Sequence[tuple[str, str]], words: report.Words) -> None:
    """Writes the files of a report and names them; raises Mistake where that is not possible."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in files:
            (folder / name).write_text(text, encoding="utf-8", newline="")
            print(words("Written: {file}", file=folder / name))
    except OSError as error:
        complaint = message("'{folder}' cannot be written: {reason}", folder=folder, reason=error.strerror or error)
        raise Mistake("SYN-07", complaint) from None


def write_publicity(site: Site, projects: Sequence[Project], folder: Path, words: report.Words) -> int:
    """Duties, promises and what is done."""
    ids = {project.id for project in projects}
    owed = [one for one in duties(site) if one.project in ids]
    promised = [one for one in measures(site) if one.project in ids]
    name = f"publicity{'-' + slug(projects[0]) if len(projects) == 1 else ''}-{site.today}"
    page = publicity_report.as_page(owed, promised, site.today, words)
    table = publicity_report.as_csv(owed, promised, words)
    save(folder, ((f"{name}.html", page), (f"{name}.csv", table)), words)
    return DONE


def slug(project: Project) -> str:
    """The name of a project's folder."""
    return project.id.rpartition("/")[2]


def write_visibility(outcome: Outcome, projects: Sequence[Project], arguments: Namespace, words: report.Words) -> int:
    """A report for each project that the Union pays for."""
    from contextlib import nullcontext

    from sitegen.commands.measuring import browser

    is_broken = False
    with browser(outcome) if arguments.measure else nullcontext() as measure:
        for project in projects:
            made = report_of(outcome, project, measure)
            if made:
                name = f"visibility-{slug(project)}-{made.day}"
                page, data = evidence.as_page(made, words), evidence.as_json(made, words)
                save(arguments.out, ((f"{name}.html", page), (f"{name}.json", data)), words)
                is_broken = is_broken or bool(made.totals[BROKEN])
    return ERRORS if is_broken else DONE


def report_of(outcome: Outcome, project: Project, measure: Measure | None) -> Report | None:
    """The report of a project; None for one that the Union does not pay for."""
    site = outcome.site
    programme = site.programme(project.programme) if site else None
    if site is None or programme is None or not site.config.law["emblem_regimes"].value.count(programme.regime):
        return None
    pages = tuple(
        Evidence(site.url(site.address(page)), page.language, found)
        for page in pages_of(site, project)
        if (found := found_on(outcome, site, page, measure))
    )
    return Report(site, project, programme, pages, measure is not None)


def pages_of(site: Site, project: Project) -> Iterator[Page]:
    """The page of a project and those below it, in all languages."""
    for name in (project.id, *site.descendants.get(project.id, ())):
        yield from site.versions(name)


def found_on(outcome: Outcome, site: Site, page: Page, measure: Measure | None) -> tuple[Finding, ...]:
    """What the rules find on a page; what was measured takes the place of what the text alone tells."""
    path = output_path(site.address(page))
    html = outcome.made.text(path)
    found = findings(site, path, html) if html is not None else ()
    project = site.acknowledged(page)
    programme = site.programme(project.programme) if project else None
    expected = expectation(site, project, programme, page.language) if project and programme else None
    if not found or expected is None:
        return ()
    measured = {one.rule: one for one in measure(path, expected)} if measure else {}
    merged = [worse(one, measured.pop(one.rule, one)) for one in found]
    return (*merged, *measured.values(), *evidence.confirmed_by_people())


def worse(one: Finding, other: Finding) -> Finding:
    """Of two findings of a rule the one that is broken, else the second."""
    return one if one.state == BROKEN else other
