"""DOC: files for downloading."""

from __future__ import annotations

from sitegen.explanations.explanation import Example, Explanation
from sitegen.problems import Severity, message

EXPLANATIONS = (
    Explanation(
        code="DOC-01",
        severity=Severity.ERROR,
        what=message("A file that the page names is not there."),
        why=message("Visitors would meet an error page."),
        example=Example("documents: [{file: plan.bg.pdf}]", "summary: Без документи", place="page"),
    ),
    Explanation(
        code="DOC-02",
        severity=Severity.WARNING,
        what=message("A press conference lacks some of its four documents."),
        why=message(
            "Agenda, invitation, media information and presentation are what managing authorities ask for as evidence."
        ),
        law=message("Reg. (EU) 1303/2013, Annex XII, 2.2; handbook for beneficiaries"),
        example=Example("agenda.bg.pdf", "agenda.bg.pdf, invitation.bg.pdf, media-info.bg.pdf, presentation.bg.pdf"),
    ),
    Explanation(
        code="DOC-03",
        severity=Severity.WARNING,
        what=message("A PDF has no text, title, language or tags."),
        why=message("Screen readers cannot read it well, or at all."),
        law=message("EN 301 549, clause 10; WCAG 2.2, 2.4.2, 3.1.1"),
        example=Example("scan.bg.pdf", "dogovor.bg.pdf"),
    ),
    Explanation(
        code="DOC-04",
        severity=Severity.WARNING,
        what=message("An office file is offered."),
        why=message("It opens differently everywhere, may carry names and remarks, and phones may not open it at all."),
        law=message("EN 301 549, clause 10"),
        example=Example("agenda.bg.docx", "agenda.bg.pdf"),
    ),
    Explanation(
        code="DOC-05",
        severity=Severity.ERROR,
        what=message("A PDF is damaged or protected."),
        why=message("Visitors could not open it."),
        example=Example("plan.bg.pdf", "plan.bg.pdf"),
    ),
    Explanation(
        code="DOC-06",
        severity=Severity.WARNING,
        what=message("No page uses a file."),
        why=message("It is not published; either it is forgotten, or a name is wrong."),
        example=Example("staro.jpg", "[Снимка](staro.jpg)"),
    ),
    Explanation(
        code="DOC-07",
        severity=Severity.WARNING,
        what=message("A file is larger than 10 MB."),
        why=message("On a slow line it takes minutes and costs the visitor money."),
        example=Example("brochure.bg.pdf: 24 MB", "brochure.bg.pdf: 3 MB"),
    ),
)
