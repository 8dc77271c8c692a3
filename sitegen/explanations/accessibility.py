"""A11Y: what people with disabilities need."""

from __future__ import annotations

from sitegen.explanations.explanation import Example, Explanation
from sitegen.problems import Severity, message

EXPLANATIONS = (
    Explanation(
        code="A11Y-01",
        severity=Severity.ERROR,
        what=message("A picture has no alternative text."),
        why=message("People who cannot see it learn nothing; a decorative one says so: ![](x.jpg){{.decorative}}."),
        law=message("WCAG 2.2, 1.1.1 (EN 301 549, 9.1.1.1)"),
        example=Example("![](https://example.org/a.jpg)", "Текст.", place="body"),
    ),
    Explanation(
        code="A11Y-02",
        severity=Severity.ERROR,
        what=message("An id stands twice in a built page."),
        why=message("Links and aids find the first one only."),
        law=message("WCAG 2.2, 4.1.2; HTML"),
        example=Example('id="a1" + id="a1"', 'id="a1" + id="a2"'),
    ),
    Explanation(
        code="A11Y-03",
        severity=Severity.WARNING,
        what=message("Heading levels are skipped."),
        why=message("People who listen jump from heading to heading; a missing level is a missing step."),
        law=message("WCAG 2.2, 1.3.1 and 2.4.6"),
        example=Example("## Цели\n\n#### Мярка", "## Цели\n\n### Мярка", place="body"),
    ),
    Explanation(
        code="A11Y-04",
        severity=Severity.WARNING,
        what=message("The accessibility statement must be reviewed."),
        why=message("The statement is reviewed at least once a year."),
        law=message("Impl. Decision (EU) 2018/1523, recital 5"),
        example=Example("reviewed: 2025-01-10", "reviewed: 2026-11-01"),
    ),
    Explanation(
        code="A11Y-05",
        severity=Severity.ERROR,
        what=message("The accessibility statement contradicts itself."),
        why=message("A site with known barriers does not meet the standard fully."),
        law=message("Impl. Decision (EU) 2018/1523, Annex"),
        example=Example("status: full + items", "status: partial + items"),
    ),
    Explanation(
        code="A11Y-06",
        severity=Severity.WARNING,
        what=message("The accessibility statement is incomplete."),
        why=message("The model statement asks for the date, the method, the contact and the enforcement body."),
        law=message("Impl. Decision (EU) 2018/1523, Annex; Electronic Governance Act, Art. 58v"),
        example=Example("method: third_party", "method: third_party + assessor"),
    ),
    Explanation(
        code="A11Y-07",
        severity=Severity.ERROR,
        what=message("A built page breaks a rule of axe-core in the browser."),
        why=message("Somebody cannot see, find or use this element; 'check --browser' shows where it stands."),
        law=message("WCAG 2.2, A and AA (EN 301 549, 9)"),
        example=Example("color: #999", "color: #595959"),
    ),
    Explanation(
        code="A11Y-08",
        severity=Severity.ERROR,
        what=message(
            "A built page lacks something of the frame: language, title, landmarks, steps of headings, a way past the"
            " menu, zoom."
        ),
        why=message("Those who listen find their way by it; those who see little enlarge the page."),
        law=message("WCAG 2.2: 1.3.1, 1.4.4, 2.2.1, 2.4.1, 2.4.2, 3.1.1"),
        example=Example("<html><body><h1>", '<html lang="bg"> … <main id="main"><h1>'),
    ),
    Explanation(
        code="A11Y-09",
        severity=Severity.ERROR,
        what=message("A link, button, field, heading or picture of a built page has no name."),
        why=message("Those who listen hear that something is there, and not what; those who speak cannot call it."),
        law=message("WCAG 2.2: 1.1.1, 2.4.4, 2.4.6, 2.5.3, 4.1.2"),
        example=Example('<a href="/bg/"><img src="a.png"></a>', '<a href="/bg/"><img src="a.png" alt="Начало"></a>'),
    ),
    Explanation(
        code="A11Y-10",
        severity=Severity.ERROR,
        what=message(
            "A table of a built page has no caption or no heads, or heads that do not say what they head; or an item"
            " stands outside a list."
        ),
        why=message("Each cell is read with its heads; without them a table is a row of numbers."),
        law=message("WCAG 2.2: 1.3.1"),
        example=Example("<table><tr><th>Цел", '<table><caption>Цели</caption><tr><th scope="col">Цел'),
    ),
    Explanation(
        code="A11Y-11",
        severity=Severity.ERROR,
        what=message("A built page names a language that there is none, or has words in the letters of another one."),
        why=message("The voice that reads the page speaks in the language that is stated."),
        law=message("WCAG 2.2: 3.1.1, 3.1.2"),
        example=Example('lang="bulgarian"', 'lang="bg"'),
    ),
    Explanation(
        code="A11Y-12",
        severity=Severity.ERROR,
        what=message("A built page refers to an element that it does not have."),
        why=message("A label that names nothing is not read; a link to nowhere stays where it is."),
        law=message("WCAG 2.2: 1.3.1, 4.1.2"),
        example=Example('aria-labelledby="titel"', 'aria-labelledby="title"'),
    ),
    Explanation(
        code="A11Y-13",
        severity=Severity.ERROR,
        what=message(
            "A built page changes the order of the keys, takes the focus, moves, or has roles, states or controls that"
            " programs and keys cannot use."
        ),
        why=message("Keys follow the order of the text; programs for those who listen rely on it."),
        law=message("WCAG 2.2: 2.1.1, 2.2.2, 2.4.3, 4.1.2"),
        example=Example('<a tabindex="5">', "<a>"),
    ),
    Explanation(
        code="A11Y-14",
        severity=Severity.WARNING,
        what=message("Menus and footers differ from page to page, or two pages have one title."),
        why=message("Who knows one page knows them all; who listens to a list of titles must tell them apart."),
        law=message("WCAG 2.2: 2.4.2, 2.4.5, 3.2.3, 3.2.4, 3.2.6"),
        example=Example("Начало, Контакти, Проекти", "Начало, Проекти, Контакти"),
    ),
)
