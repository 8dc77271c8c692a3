"""Documents: PDFs that can be read aloud, no office files, nothing too large, and the four of a press conference."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from sitegen.checks.inspection import Inspection
from sitegen.kinds.event import Event
from sitegen.model.attachments import FIRST_DOCUMENTS, document_files, owns_folder
from sitegen.model.media import File
from sitegen.model.site import Site
from sitegen.problems import Location, Message, Mistake, Problem, Severity, listed, message

OFFICE = frozenset({"doc", "docx", "xls", "xlsx", "ppt", "pptx", "odt", "ods", "odp", "rtf"})
MEGABYTE = 1_000_000
LARGEST = 10 * MEGABYTE
PRESS_CONFERENCES = frozenset({"opening_press_conference", "interim_press_conference", "closing_press_conference"})
SENT_AHEAD = ("agenda", "invitation")
AHEAD = timedelta(days=7)
"""How long before a press conference its guests must know of it."""


def problems(inspection: Inspection) -> Iterator[Problem]:
    """What is wrong with files that are published, and documents that press conferences lack."""
    site = inspection.whole
    for path, file in inspection.published_files:
        yield from (mistake.at(Location(path), Severity.WARNING) for mistake in mistakes(file))
    for page in inspection.originals:
        if isinstance(page, Event) and site.is_sure(page, "documents"):
            yield from conference_problems(site, page)


def mistakes(file: File) -> Iterator[Mistake]:
    """The complaints about one file."""
    missing = lacks(file)
    if missing:
        yield Mistake(
            "DOC-03",
            message("for those who listen, the PDF lacks: {lacks}", lacks=listed(missing)),
            message(
                "Export it again from the program it was written in, as a tagged PDF with title and language; "
                "let the text of a scan be recognised (OCR)."
            ),
        )
    if file.extension in OFFICE:
        yield Mistake(
            "DOC-04",
            message("'{name}' is an office file", name=file.name),
            message("Offer a tagged PDF, or put the words on the page (EN 301 549, clause 10)."),
        )
    if file.size > LARGEST:
        whole, tenths = divmod(file.size * 10 // MEGABYTE, 10)
        yield Mistake(
            "DOC-07",
            message("the file has {whole}.{tenths} MB", whole=whole, tenths=tenths),
            message("Save its pictures smaller, or divide it: up to 10 MB load on a slow line too."),
        )


def lacks(file: File) -> tuple[Message, ...]:
    """What a PDF that can be opened does not have."""
    if file.extension != "pdf" or file.pages is None:
        return ()
    offered = (
        (file.has_text, message("a text (it is a picture of one)")),
        (file.title, message("a title")),
        (file.stated_language, message("a language")),
        (file.has_tags, message("tags for headings, lists and tables")),
    )
    return tuple(name for has, name in offered if not has)


def conference_problems(site: Site, event: Event) -> Iterator[Problem]:
    """The documents that a press conference should have by now, in whatever language, and has not."""
    present = {entry.type for entry in event.documents} | {entry.type for entry, _ in document_files(site, event)}
    missing = [kind for kind in expected(event, site.today) if kind not in present]
    if not missing:
        return
    names = ", ".join(f"{kind.replace('_', '-')}.{event.language}.pdf" for kind in missing)
    if owns_folder(event):
        hint = message("Put into the folder of the page: {names}", names=names)
    else:
        hint = message("Name the files under 'documents', each with its type.")
    mistake = Mistake("DOC-02", message("the press conference lacks: {types}", types=", ".join(missing)), hint)
    yield mistake.at(event.at(""), Severity.WARNING)


def expected(event: Event, today: date) -> tuple[str, ...]:
    """The documents that an event should have by now.

    All four once a press conference was held or its day is past. What was said there cannot exist before; what guests
    need in advance is expected a week ahead. Without a date nobody can tell, and a cancelled one needs nothing.
    """
    status = event.status_on(today)
    if event.type not in PRESS_CONFERENCES or status in ("", "cancelled"):
        return ()
    if status == "held" or (event.start and (event.end or event.start).date < today):
        return FIRST_DOCUMENTS
    return SENT_AHEAD if event.start and event.start.date - today <= AHEAD else ()
