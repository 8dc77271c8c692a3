"""TXT: words, quotation marks and lengths."""

from __future__ import annotations

from sitegen.explanations.explanation import Example, Explanation
from sitegen.problems import Severity, message

EXPLANATIONS = (
    Explanation(
        code="TXT-01",
        severity=Severity.ERROR,
        what=message("A word mixes Latin and Cyrillic letters."),
        why=message("It looks right, but search does not find it and screen readers spell it."),
        example=Example("summary: Cтартира нов парк", "summary: Стартира нов парк", place="page"),
    ),
    Explanation(
        code="TXT-03",
        severity=Severity.WARNING,
        what=message("Quotation marks do not match."),
        why=message(
            "The reader cannot tell where the name or the quotation ends; their shape is set right by the program."
        ),
        example=Example("Проект „Нов парк приключи.", "Проект „Нов парк“ приключи.", place="body"),
    ),
    Explanation(
        code="TXT-06",
        severity=Severity.WARNING,
        what=message("A heading is written in capitals."),
        why=message(
            "Capitals are slower to read, and some screen readers spell them; the look is the theme's business."
        ),
        example=Example("## ЦЕЛИ НА ПРОЕКТА", "## Цели на проекта", place="body"),
    ),
    Explanation(
        code="TXT-07",
        severity=Severity.INFO,
        what=message("A paragraph has more than 150 words, or a sentence more than 35."),
        why=message("Short paragraphs are read; long ones are skipped."),
        example=Example("Дума " * 160 + "край.", "Кратък абзац.", place="body"),
    ),
    Explanation(
        code="TXT-08",
        severity=Severity.WARNING,
        what=message("The summary is too long."),
        why=message("Lists, search engines and social networks cut it."),
        example=Example("summary: " + "Дума " * 50, "summary: Дума", place="page"),
    ),
    Explanation(
        code="TXT-09",
        severity=Severity.INFO,
        what=message("The text is not in the Unicode form NFC; `fix` writes it so."),
        why=message("A й that a Mac made of two characters is not found by search."),
        example=Example("й = и + ̆", "й"),
    ),
    Explanation(
        code="TXT-10",
        severity=Severity.INFO,
        what=message("The site has more text than its search can take along."),
        why=message(
            "The words of the bodies are left out of the index once it weighs more than 60,000 B compressed, so that a"
            " phone need not wait for it; titles, summaries, headings, items and codes are still found."
        ),
        example=Example(
            "summary: Отчет за 2018 г.", "summary: Медицински прегледи и ремонт на детската градина през 2018 г."
        ),
    ),
)
