"""PRV: personal data."""

from __future__ import annotations

from sitegen.explanations.explanation import Example, Explanation
from sitegen.problems import Severity, message

EXPLANATIONS = (
    Explanation(
        code="PRV-01",
        severity=Severity.ERROR,
        what=message("A personal number stands in the text, or in a document that is published."),
        why=message("Personal numbers must not be publicly accessible."),
        law=message("Personal Data Protection Act, Art. 25zh"),
        example=Example("ЕГН 7501010010", "Лице от общината", place="body"),
    ),
    Explanation(
        code="PRV-02",
        severity=Severity.ERROR,
        what=message("A picture in a published document tells where it was taken."),
        why=message("Those who download it can find homes and schools; pictures of pages lose this by themselves."),
        law=message("GDPR, Art. 5(1)(c)"),
        example=Example("report.bg.docx: word/media/image1.jpg (GPS)", "report.bg.docx: word/media/image1.jpg"),
    ),
    Explanation(
        code="PRV-03",
        severity=Severity.ERROR,
        what=message("A picture lies on another site."),
        why=message("The other site would learn who reads the page."),
        law=message("GDPR, Art. 5(1)(c)"),
        example=Example("![Парк](https://example.org/park.jpg)", "Текст.", place="body"),
    ),
    Explanation(
        code="PRV-04",
        severity=Severity.ERROR,
        what=message("A picture shows children without consent."),
        why=message("Parents or guardians must agree before a child can be recognised."),
        law=message("Child Protection Act, Art. 11a; GDPR, Art. 6 and 8"),
        example=Example("people: children", "people: children, consent: obtained"),
    ),
    Explanation(
        code="PRV-06",
        severity=Severity.WARNING,
        what=message("A bank account stands in the text."),
        why=message("A person's account is personal data; a public one belongs on a page of its own."),
        law=message("GDPR, Art. 5"),
        example=Example("Сметка BG80BNBG96611020345678.", "Сметката се съобщава на място.", place="body"),
    ),
    Explanation(
        code="PRV-07",
        severity=Severity.WARNING,
        what=message("A mobile number stands in the text."),
        why=message("Private numbers of officials are not published; an office's number stands under 'contact'."),
        law=message("GDPR, Art. 5"),
        example=Example("Обадете се на 0888 123 456.", "Обадете се на 078 55 11 66.", place="body"),
    ),
    Explanation(
        code="PRV-08",
        severity=Severity.WARNING,
        what=message("A published document names who wrote it or saved it last."),
        why=message(
            "Names of employees are no part of the document. That of an organisation of the site may stay; "
            "where a name belongs there, site.yaml can switch the check off with the reason."
        ),
        law=message("GDPR, Art. 5(1)(c)"),
        example=Example("report.bg.docx: Author = Иван Петров", "report.bg.docx: Author = Община Симитли"),
    ),
    Explanation(
        code="PRV-09",
        severity=Severity.WARNING,
        what=message("A published document holds comments or tracked changes."),
        why=message("Everybody can read them, with the names of those who wrote them and the words that were deleted."),
        law=message("GDPR, Art. 5(1)(c)"),
        example=Example("report.bg.docx: word/comments.xml", "report.bg.pdf"),
    ),
    Explanation(
        code="PRV-10",
        severity=Severity.INFO,
        what=message("A published document, or a part of it, could not be searched for personal data."),
        why=message("What no check has seen, somebody must look through."),
        example=Example("report.bg.doc", "report.bg.docx"),
    ),
    Explanation(
        code="PRV-11",
        severity=Severity.ERROR,
        what=message("A page or a file of the site makes browsers ask another host, without a click of the visitor."),
        why=message(
            "That host learns who reads the page and when. Typefaces, pictures and scripts stand beside the pages; "
            "a film or a map on another site is a link."
        ),
        law=message("GDPR, Art. 5(1)(c) and 6"),
        example=Example('<script src="https://cdn.example/chart.js">', '<script src="/chart.js">'),
    ),
    Explanation(
        code="PRV-12",
        severity=Severity.ERROR,
        what=message("A script or a setting keeps something on the visitor's device: a cookie, storage, a worker."),
        why=message("That needs consent unless the visitor asked for it; the site does without."),
        law=message("Directive 2002/58/EC, Art. 5(3); GDPR, Art. 6"),
        example=Example("localStorage.setItem('seen', 1)", "(nothing)"),
    ),
)
