"""LNK: links in texts and on built pages."""

from __future__ import annotations

from sitegen.explanations.explanation import Example, Explanation
from sitegen.problems import Severity, message

EXPLANATIONS = (
    Explanation(
        code="LNK-01",
        severity=Severity.ERROR,
        what=message("A link leads nowhere."),
        why=message("Visitors would meet an error page."),
        example=Example("[Наредба](naredba.pdf)", "[Начало](/bg/)", place="body"),
    ),
    Explanation(
        code="LNK-02",
        severity=Severity.WARNING,
        what=message("The text of a link does not say where it leads."),
        why=message(
            "Who listens to a page hears the links without the words around them: five times “here” says nothing."
        ),
        law=message("WCAG 2.2, 2.4.4 (EN 301 549, 9.2.4.4)"),
        example=Example("Вижте [тук](/bg/proekti/).", "Вижте [всички проекти](/bg/proekti/).", place="body"),
    ),
    Explanation(
        code="LNK-04",
        severity=Severity.ERROR,
        what=message("A link leads to a place that the page does not have."),
        why=message("The reader would land at the top and search."),
        example=Example("[Цели](#celi)\n\n## Цели {#aims}", "[Цели](#aims)\n\n## Цели {#aims}", place="body"),
    ),
    Explanation(
        code="LNK-05",
        severity=Severity.ERROR,
        what=message("A link differs in capital letters from the file."),
        why=message("It works on Windows and breaks on the server."),
        example=Example("[План](Plan.pdf)", "[План](plan.pdf)"),
    ),
    Explanation(
        code="LNK-06",
        severity=Severity.ERROR,
        what=message("A path leads out of the content folder."),
        why=message("What lies outside is not published and may be private."),
        example=Example("[План](../../../plan.pdf)", "[Начало](/bg/)", place="body"),
    ),
    Explanation(
        code="LNK-07",
        severity=Severity.WARNING,
        what=message("A link leads to what is not public now."),
        why=message("The words appear without the link, which comes by itself when the page is published."),
        example=Example("[Новина](../news/chernova)", "[Новина](../news/publikuvana)"),
    ),
    Explanation(
        code="LNK-08",
        severity=Severity.ERROR,
        what=message("A link of the built page leads nowhere."),
        why=message("If no text of yours contains it, the theme is at fault."),
        example=Example('href="/bg/nyama/"', 'href="/bg/"'),
    ),
    Explanation(
        code="LNK-09",
        severity=Severity.ERROR,
        what=message("A file that is no picture stands in the place of one."),
        why=message("Browsers would show a broken picture."),
        example=Example("image: plan.pdf", "image: plan.jpg"),
    ),
    Explanation(
        code="LNK-10",
        severity=Severity.ERROR,
        what=message("A link has no text."),
        why=message("Nobody can see it, and a screen reader says only “link”."),
        law=message("WCAG 2.2, 2.4.4 and 4.1.2 (EN 301 549, 9.2.4.4)"),
        example=Example("[](/bg/proekti/)", "[Всички проекти](/bg/proekti/)", place="body"),
    ),
)
