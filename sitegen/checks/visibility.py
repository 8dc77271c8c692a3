"""The built pages show the Union's support as the rules ask: the emblem, the words beside it, what a project tells."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from html import unescape

from sitegen.checks.inspection import Inspection
from sitegen.kinds.project import Project
from sitegen.markup.tags import tags
from sitegen.markup.visibility import BROKEN, FULFILLED, NOT_APPLICABLE, Expected, Finding, judged
from sitegen.model.acknowledgement import EMBLEM, OUTSIDE, UNION, lines_of
from sitegen.model.funding import FUNDS, Programme
from sitegen.model.page import Funded, Page
from sitegen.model.provisions import Law
from sitegen.model.site import Site
from sitegen.problems import Location, Message, Mistake, Problem, Severity, message
from sitegen.text.sounds import sounds

CODES = {
    "emblem": "PUB-01",
    "emblem_shape": "PUB-01",
    "emblem_colours": "PUB-01",
    "emblem_height": "PUB-01",
    "emblem_visible": "PUB-01",
    "largest_logo": "PUB-01",
    "statement": "PUB-02",
    "in_full": "PUB-02",
    "first_screen": "PUB-03",
    "fund": "PUB-03",
    "description.summary": "PUB-04",
    "description.goals": "PUB-04",
    "description.results": "PUB-04",
    "description.support": "PUB-04",
    "statement_fonts": "PUB-07",
    "statement_plain": "PUB-07",
    "statement_colours": "PUB-07",
    "disclaimer": "PUB-08",
}
"""The problem of a rule that is broken."""
HINTS = {
    "PUB-01": message("The emblem stands in the header as the theme's templates draw it: leave it as it is."),
    "PUB-02": message("Write the words of the period in full, next to the emblem; the theme's catalogues have them."),
    "PUB-03": message("Name the fund of the project's programme, and keep the emblem first in the header."),
    "PUB-04": message("Let the template show the summary, the aims and the results of the project."),
    "PUB-07": message("Write them upright in Arial, without underline and effects, in black, white or #003399."),
    "PUB-08": message("Let the footer say who supports the project and whose opinion the documents are."),
}
WARNINGS = frozenset({"PUB-04", "PUB-08"})
ENDINGS = ('.pdf"', '.doc"', '.docx"', '.odt"', '.rtf"', '.xls"', '.xlsx"', '.ods"', '.ppt"', '.pptx"')
"""How the address of a document ends in a link."""
VARIABLE = re.compile(r' (?:href|lang|hreflang|src|aria-current|rel)="[^"]*"')
SWITCHER = re.compile(r"<nav\b.*?</nav>", re.DOTALL)
HEADER = "</header>"
STUB = re.compile(r"<meta[^>]+http-equiv=.?refresh", re.IGNORECASE)
ENTRANCES = ("index.html", "404.html")
"""Pages of no language; their words of support are those of the default one."""
SAMPLE = 60
"""Letters by which a text is found on its page."""


def proof(inspection: Inspection, path: str, html: bytes) -> Iterator[Problem]:
    """Rules that a finished page breaks."""
    text = html.decode()
    for found in findings(inspection.site, path, text):
        if found.state == BROKEN and not found.in_source:
            code = CODES[found.rule]
            place = Location(f"output/{path}", text[: max(0, text.find("<header"))].count("\n") + 1)
            severity = Severity.WARNING if code in WARNINGS else Severity.ERROR
            yield Mistake(code, found.what, HINTS[code]).at(place, severity)


def findings(site: Site, path: str, html: str) -> tuple[Finding, ...]:
    """What all rules find on a page; nothing on one that no rule is about."""
    if "http-equiv" in html and STUB.search(html):
        return ()
    page = site.at_path.get(path)
    project = site.acknowledged(page) if page else newest(site, path)
    programme = site.programme(project.programme) if project else None
    if project is None or programme is None:
        return ()
    if programme.regime not in site.config.law.values("emblem_regimes"):
        return ()
    language = page.language if page else project.language
    expected = expectation(site, project, programme, language)
    if expected is None:
        return ()
    shown = judged(top_of(html), "\n".join(styles_of(html)), expected)
    return (*shown, *described(site, page, programme, html), disclaimed(site, programme, language, html))


def styles_of(html: str) -> Iterator[str]:
    """The style texts of a page."""
    for part in html.split("<style>")[1:]:
        yield part.partition("</style>")[0]


def newest(site: Site, path: str) -> Funded | None:
    """The newest project in the language of a page that the program made."""
    language = path.split("/", maxsplit=1)[0]
    if path in ENTRANCES:
        language = site.config.default_language
    return next(iter(site.newest[language]), None) if language in site.newest else None


def expectation(site: Site, project: Funded, programme: Programme, language: str) -> Expected | None:
    """What a page of a project shows; None where the words of its language are unknown."""
    return (
        expected_of(
            site.config.law,
            tuple(site.config.acknowledgements.get(language, {}).items()),
            programme.regime,
            programme.acknowledgement,
            site.funds_of(project),
        )
        if UNION in site.config.acknowledgements.get(language, {})
        else None
    )


def expected_of(
    law: Law, words: tuple[tuple[str, str], ...], regime: str, acknowledgement: str, funds: tuple[str, ...]
) -> Expected:
    """The same from the law and the official words."""
    known, keys = dict(words), lines_of(regime, acknowledgement, funds)
    others = [fund for fund in FUNDS if fund not in (*OUTSIDE, *funds, "phare")]
    width, height = law.numbers("emblem_shape")
    return Expected(
        lines=tuple(known[key] for key in keys if key in known),
        strange=tuple(known[f"fund.{fund}"] for fund in others if f"fund.{fund}" in known),
        emblem=known.get(EMBLEM, ""),
        height=law.number("emblem_height"),
        ratio=width / height,
        colours=law.values("emblem_colours"),
        screen=law.numbers("first_screen"),
        fonts=law.values("statement_fonts"),
        inks=law.values("statement_colours"),
    )


def top_of(html: str) -> str:
    """A page down to the end of its header, without what differs from page to page; the whole where logos are below."""
    start, end = max(0, html.find("<html")), html.find(HEADER)
    whole = html if end < 0 or 'class="logo' in html[end:] or EMBLEM not in html[:end] else html[: end + len(HEADER)]
    body = whole.find("<body")
    return VARIABLE.sub("", SWITCHER.sub(without, whole[start : start + 6] + ">" + whole[max(body, start) :]))


def without(nav: re.Match[str]) -> str:
    """Nothing in place of the links of a menu; one with a picture stays."""
    return nav[0] if "<svg" in nav[0] or "<img" in nav[0] else ""


def described(site: Site, page: Page | None, programme: Programme, html: str) -> Iterator[Finding]:
    """Whether the page of a project shows what it is for, with what result and by whose support."""
    if not isinstance(page, Project):
        return
    if not site.config.law["description"].binds(programme.regime):
        names = site.config.law.values("description")
        yield from (Finding(f"description.{name}", NOT_APPLICABLE) for name in names)
        return
    told = heard(html)
    parts = {
        "summary": [page.summary.text],
        "goals": [goal.text.text for goal in page.goals],
        "results": [result.text.text for result in page.results],
        "support": [programme.name.into(page.language).text],
    }
    for name in site.config.law.values("description"):
        texts = [sounds(text)[:SAMPLE] for text in parts[name] if text]
        absent = [text for text in texts if text not in told]
        what = message("the page of the project does not show: {keys}", keys=name)
        if not texts:
            what = message("the project lacks: {keys}", keys=name)
            yield Finding(f"description.{name}", BROKEN, what, in_source=True)
        else:
            yield Finding(f"description.{name}", BROKEN if absent else FULFILLED, what)


def disclaimed(site: Site, programme: Programme, language: str, html: str) -> Finding:
    """Whether a page that offers documents says whose opinion they are."""
    words = site.config.acknowledgements[language].get("disclaimer", "")
    if (
        not words
        or not site.config.law["disclaimer"].binds(programme.regime)
        or not any(ending in html for ending in ENDINGS)
    ):
        return Finding("disclaimer", NOT_APPLICABLE)
    what: Message = message("the page offers documents, and does not say whose opinion they are")
    return Finding("disclaimer", FULFILLED if sounds(words) in heard(html) else BROKEN, what)


@lru_cache(maxsize=4)
def heard(html: str) -> str:
    """The letters of a page."""
    return sounds(unescape("".join(text for _, _, text in tags(html).found)))
