"""FLD: keys and values of the front matter and the settings."""

from __future__ import annotations

from sitegen.explanations.explanation import Example, Explanation
from sitegen.problems import Severity, message

EXPLANATIONS = (
    Explanation(
        code="FLD-01",
        severity=Severity.ERROR,
        what=message("A key is unknown."),
        why=message("Nothing is silently ignored: a misspelt key would lose its fact."),
        example=Example("sumary: Кратко", "summary: Кратко", place="page"),
    ),
    Explanation(
        code="FLD-02",
        severity=Severity.ERROR,
        what=message("A required key is missing."),
        why=message("Without it the page cannot be made."),
        example=Example("---\nsummary: Кратко\n---\n", "---\ntitle: Парк\n---\n", place="file"),
    ),
    Explanation(
        code="FLD-03",
        severity=Severity.ERROR,
        what=message("A value is not one that its field can have."),
        why=message("What is guessed would be published wrong."),
        example=Example("status: работи", "status: ongoing", place="project"),
    ),
    Explanation(
        code="FLD-04",
        severity=Severity.ERROR,
        what=message("A fact stands in a translation."),
        why=message("Facts live once, in the source file, so that languages cannot contradict one another."),
        example=Example("number: 7", "summary: A park", place="translation"),
    ),
    Explanation(
        code="FLD-05",
        severity=Severity.ERROR,
        what=message("A list stands where a text is expected, or the other way round."),
        why=message("The field could not be shown."),
        example=Example("summary: [едно, две]", "summary: Едно и две", place="page"),
    ),
    Explanation(
        code="FLD-06",
        severity=Severity.ERROR,
        what=message("A translation has words for something that the source does not have."),
        why=message("The words would appear nowhere; mostly an id is misspelt."),
        example=Example("goals: {g1: A goal}", "summary: A park", place="translation"),
    ),
    Explanation(
        code="FLD-07",
        severity=Severity.ERROR,
        what=message("'kind' contradicts the place of the page."),
        why=message("The folder decides what a page is; two answers would be one too many."),
        example=Example("kind: project", "kind: page", place="page"),
    ),
    Explanation(
        code="FLD-08",
        severity=Severity.ERROR,
        what=message("An id or a value stands twice."),
        why=message("Links, translations and long texts find an item by its id."),
        example=Example(
            "target_groups: [{id: t1, text: Деца}, {id: t1, text: Младежи}]",
            "target_groups: [{id: t1, text: Деца}, {id: t2, text: Младежи}]",
            place="project",
        ),
    ),
    Explanation(
        code="FLD-09",
        severity=Severity.ERROR,
        what=message("'units' stands in a source file."),
        why=message("The source writes the unit with each result; only translations need words for it."),
        example=Example("units: {места: места}", "target_groups: [{id: t1, text: Деца}]", place="project"),
    ),
    Explanation(
        code="FLD-10",
        severity=Severity.ERROR,
        what=message("A file is in a language that 'only' leaves out."),
        why=message("'only' says in which languages the page exists; the file would never be shown."),
        example=Example("only: [bg] + index.en.md", "only: [bg, en]"),
    ),
    Explanation(
        code="FLD-11",
        severity=Severity.ERROR,
        what=message("A password stands in site.yaml."),
        why=message("Settings are copied, mailed and kept in histories; a password there is a public one."),
        example=Example(
            "publish: {web: {type: ssh, host: example.org, path: www, password: тайна}}",
            "publish: {web: {type: ssh, host: example.org, path: www}}",
            place="site",
        ),
    ),
    Explanation(
        code="FLD-12",
        severity=Severity.WARNING,
        what=message("security.txt has expired, or expires within a month."),
        why=message("Who finds a weakness of the site may not use a contact whose day is over (RFC 9116)."),
        example=Example(
            "security: {contact: sigurnost@example.org, expires: 2020-01-01}",
            "security: {contact: sigurnost@example.org, expires: 2027-05-01}",
            place="site",
        ),
    ),
)
