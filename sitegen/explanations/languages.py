"""LNG: translations and the language of a text."""

from __future__ import annotations

from sitegen.explanations.explanation import Example, Explanation
from sitegen.problems import Severity, message

EXPLANATIONS = (
    Explanation(
        code="LNG-01",
        severity=Severity.WARNING,
        what=message("A required translation is missing."),
        why=message("The site promises the language; `publish` refuses without it."),
        example=Example("require_languages: {project: [bg, en]}", "index.bg.md + index.en.md"),
    ),
    Explanation(
        code="LNG-02",
        severity=Severity.WARNING,
        what=message("The source changed after the translation was accepted."),
        why=message("Readers of the other language are told something else."),
        example=Example("status --diff parkove en", "accept parkove en"),
    ),
    Explanation(
        code="LNG-03",
        severity=Severity.WARNING,
        what=message("The same text stands in two languages."),
        why=message("Mostly it was copied to be translated and forgotten."),
        example=Example("summary: Нов парк в центъра на града", "summary: A new park in the town centre"),
    ),
    Explanation(
        code="LNG-04",
        severity=Severity.WARNING,
        what=message("The text is in another language than its file."),
        why=message("Screen readers read it with the wrong voice, and search engines file it wrongly."),
        law=message("WCAG 2.2, 3.1.1 and 3.1.2 (EN 301 549, 9.3.1.1)"),
        example=Example(
            "This paragraph is written in English and stands in a file that is said to be Bulgarian.",
            "Този абзац е на български език и стои в български файл.",
            place="body",
        ),
    ),
    Explanation(
        code="LNG-05",
        severity=Severity.WARNING,
        what=message("Numbers, dates or addresses differ between the languages."),
        why=message("One of the two texts tells something false."),
        example=Example("bg: 30 места, en: 13 places", "bg: 30 места, en: 30 places"),
    ),
    Explanation(
        code="LNG-06",
        severity=Severity.WARNING,
        what=message("A line of translations.lock cannot be read."),
        why=message("The paragraph that it belongs to counts as changed since the translation was accepted."),
        example=Example("<<<<<<< HEAD", "accept --all"),
    ),
    Explanation(
        code="LNG-07",
        severity=Severity.ERROR,
        what=message("A translator's file cannot be trusted as a whole: broken, of another kind, of other languages."),
        why=message("A text in the wrong place or language would be published as ours, so nothing of it is taken."),
        example=Example('<xliff version="1.2" …>', '<xliff version="2.1" srcLang="bg" trgLang="en" …>'),
    ),
    Explanation(
        code="LNG-08",
        severity=Severity.WARNING,
        what=message("A text that a translator returned does not fit: something newer, or no place, or a lost link."),
        why=message("Nothing newer is overwritten, and no link or id is lost on the way there and back."),
        example=Example(
            "[договора](dogovor.pdf) → the contract", "[договора](dogovor.pdf) → [the contract](dogovor.pdf)"
        ),
    ),
)
