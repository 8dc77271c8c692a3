"""SYN: what YAML and Markdown cannot read."""

from __future__ import annotations

from sitegen.explanations.explanation import Example, Explanation
from sitegen.problems import Severity, message

EXPLANATIONS = (
    Explanation(
        code="SYN-01",
        severity=Severity.ERROR,
        what=message("The file is not UTF-8 text."),
        why=message("In another encoding the letters of the page would be other letters, or none."),
        example=Example("index.bg.md: Windows-1251", "index.bg.md: UTF-8"),
    ),
    Explanation(
        code="SYN-02",
        severity=Severity.ERROR,
        what=message("YAML cannot read a line of the front matter."),
        why=message(
            "A colon and a space, a tab or an open quotation mark inside a value divide the line in another way than it was meant."
        ),
        example=Example("summary: Проект: нови паркове", 'summary: "Проект: нови паркове"', place="page"),
    ),
    Explanation(
        code="SYN-03",
        severity=Severity.ERROR,
        what=message("The front matter is never closed."),
        why=message(
            "Without the second line of three hyphens the facts would be taken for text, or the text for facts."
        ),
        example=Example("---\ntitle: Парк\nТекст.", "---\ntitle: Парк\n---\nТекст.", place="file"),
    ),
    Explanation(
        code="SYN-04",
        severity=Severity.ERROR,
        what=message("A key stands twice."),
        why=message("One of the two values would be lost without a word."),
        example=Example("summary: Едно\nsummary: Друго", "summary: Едно", place="page"),
    ),
    Explanation(
        code="SYN-05",
        severity=Severity.ERROR,
        what=message("YAML's anchors, aliases, tags or merge keys are used."),
        why=message("They are programming, not content: who reads the file could not see what the value is."),
        example=Example("summary: &a Текст", "summary: Текст", place="page"),
    ),
    Explanation(
        code="SYN-06",
        severity=Severity.ERROR,
        what=message("The file is too large or nests too deep."),
        why=message(
            "A text beyond 1 MB, a file beyond 5 MB, or facts beyond 256 KB or 6 levels are a document that came into the wrong place."
        ),
        example=Example("x_a: {b: {c: {d: {e: {f: {g: 1}}}}}}", "x_a: 1", place="page"),
    ),
    Explanation(
        code="SYN-07",
        severity=Severity.ERROR,
        what=message("A file cannot be opened."),
        why=message("What cannot be read cannot be published; another program may hold the file."),
        example=Example("site.yaml: –", "site.yaml"),
    ),
    Explanation(
        code="SYN-08",
        severity=Severity.ERROR,
        what=message("A list or a text stands where 'key: value' is expected."),
        why=message("The front matter is a map of names and values; nothing else has a meaning there."),
        example=Example("---\n- Парк\n---\nТекст.", "---\ntitle: Парк\n---\nТекст.", place="file"),
    ),
    Explanation(
        code="SYN-09",
        severity=Severity.ERROR,
        what=message("A comma inside {{…}} cuts a value."),
        why=message("Inside braces YAML ends a value at the comma, so an amount would lose its cents."),
        example=Example("funding: {eu: 437 750,02 лв.}", 'funding: {eu: "437 750,02 лв."}', place="project"),
    ),
    Explanation(
        code="SYN-10",
        severity=Severity.ERROR,
        what=message("A block of ::: is unknown, or not opened, or not closed."),
        why=message("The rest of the page would stand inside the note."),
        example=Example("::: note Важно\nТекст.", "::: note Важно\nТекст.\n:::", place="body"),
    ),
    Explanation(
        code="SYN-11",
        severity=Severity.WARNING,
        what=message("A tag or attribute is left out."),
        why=message(
            "Only a short list of tags is published: scripts, frames and styles would break the page, its accessibility or the privacy of readers."
        ),
        example=Example("<script>alert(1)</script>", "Текст.", place="body"),
    ),
    Explanation(
        code="SYN-12",
        severity=Severity.ERROR,
        what=message("Markdown stands too deep inside itself, cannot be read, or is more than a page can have."),
        why=message("No reader can follow it, and programs give up on it."),
        example=Example("> > > > > > …", "> Цитат"),
    ),
    Explanation(
        code="SYN-13",
        severity=Severity.WARNING,
        what=message("# after a space cuts a value."),
        why=message("YAML takes the rest of the line for a remark."),
        example=Example("summary: Детска градина #5", 'summary: "Детска градина #5"', place="page"),
    ),
)
