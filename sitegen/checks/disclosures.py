"""Disclosures: what published PDFs and office files tell of people beside what they were written for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sitegen.checks.inspection import Inspection
from sitegen.model.config import Config
from sitegen.model.disclosures import Disclosure, Telling
from sitegen.problems import Location, Message, Mistake, Problem, Severity, message
from sitegen.text.identity import veiled
from sitegen.text.personal_numbers import PersonalNumber, personal_numbers

SIGNS = re.compile(r"[\W_]+")
GRAVE = frozenset({"PRV-01", "PRV-02"})


def problems(inspection: Inspection) -> Iterator[Problem]:
    """What published documents tell; the names of the site's own organisations may stay."""
    own = frozenset(own_names(inspection.whole.config))
    for path, file in inspection.published_files:
        yield from (in_name(number).at(Location(path)) for number in personal_numbers(SIGNS.sub(" ", path)))
        for one in file.disclosures:
            is_author = one.kind is Telling.AUTHOR
            if not is_author or (one.said.casefold() not in own and not inspection.whole.config.loses_authors(file)):
                mistake = complaint(one)
                yield mistake.at(Location(path, one.line, one.column), severity(mistake.code))


def in_name(number: PersonalNumber) -> Mistake:
    """A personal number in the name of a file, which is a part of its address."""
    return Mistake(
        "PRV-01",
        message("the name of the file holds a personal number: {number}", number=veiled(number.digits)),
        message("Rename the file: its name is a part of its address."),
    )


def severity(code: str) -> Severity:
    """How grave a disclosure is: what the law forbids, what should go, what is only to be known."""
    if code in GRAVE:
        return Severity.ERROR
    return Severity.INFO if code == "PRV-10" else Severity.WARNING


def own_names(config: Config) -> Iterator[str]:
    """The names of the organisations, as they are compared."""
    for organisation in config.organisations.values():
        for names in (organisation.name, organisation.short_name):
            yield from (text.casefold() for _, text in names.texts)


def place(one: Disclosure) -> Message:
    """Where in the document it stands."""
    if one.page:
        return message("page {page}", page=one.page)
    if (one.line, one.column) != (1, 1):
        return message("line {line}", line=one.line)
    return message("part {part}", part=one.part) if one.part else message("the whole file")


def complaint(one: Disclosure) -> Mistake:
    """What a document tells, and how it is taken out."""
    return {
        Telling.CITIZEN: citizen,
        Telling.FOREIGNER: foreigner,
        Telling.AUTHOR: author,
        Telling.REMARKS: remarks,
        Telling.CHANGES: changes,
        Telling.POSITION: position,
        Telling.UNSEARCHED: unsearched,
    }[one.kind](one)


def citizen(one: Disclosure) -> Mistake:
    """An ЕГН."""
    return Mistake(
        "PRV-01",
        message("'{number}' is a personal number (EGN): {place}", number=one.said, place=place(one)),
        without_number(),
    )


def foreigner(one: Disclosure) -> Mistake:
    """An ЛНЧ."""
    return Mistake(
        "PRV-01",
        message("'{number}' is the personal number of a foreigner (LNCh): {place}", number=one.said, place=place(one)),
        without_number(),
    )


def without_number() -> Message:
    """The advice about both."""
    return message(
        "Delete the number in the file it was written in and export it again. "
        "In a PDF use Redact of Acrobat: a black box alone leaves the number beneath it."
    )


def position(one: Disclosure) -> Mistake:
    """A picture with GPS data."""
    return Mistake(
        "PRV-02",
        message("a picture in the document tells where it was taken: {place}", place=place(one)),
        message(
            "Take the picture out, remove its properties (Windows: Properties, Details, Remove Properties) "
            "and put it in again."
        ),
    )


def author(one: Disclosure) -> Mistake:
    """Somebody's name in the properties."""
    return Mistake(
        "PRV-08",
        message("the document names its author, '{name}': {place}", name=one.said, place=place(one)),
        message(
            "Remove it. Word, Excel, PowerPoint: File, Info, Inspect Document. LibreOffice: File, Properties, Reset. "
            "Acrobat: File, Properties, Author, or Remove Hidden Information. "
            "remove_authors: yes in site.yaml does it for all PDFs."
        ),
    )


def remarks(one: Disclosure) -> Mistake:
    """Comments."""
    return Mistake(
        "PRV-09",
        message("the document holds comments ({count}): {place}", count=one.said, place=place(one)),
        message(
            "Delete them. Word: Review, Delete All Comments in Document. LibreOffice: Edit, Comments, "
            "Delete All Comments. Acrobat: Remove Hidden Information."
        ),
    )


def changes(one: Disclosure) -> Mistake:
    """Tracked changes."""
    return Mistake(
        "PRV-09",
        message("the document holds tracked changes ({count}): {place}", count=one.said, place=place(one)),
        message(
            "Accept or reject all of them. Word: Review, Accept All Changes. "
            "LibreOffice: Edit, Track Changes, Accept All."
        ),
    )


def unsearched(one: Disclosure) -> Mistake:
    """What nobody looked at."""
    return Mistake(
        "PRV-10",
        message("the document could not be searched for personal data: {place}", place=place(one)),
        message(
            "Look through it yourself. It may be damaged, protected, very large or of an old format; "
            "saved again as .docx, .xlsx, .pptx or as a PDF with text it can be searched."
        ),
    )
