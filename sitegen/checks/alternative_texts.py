"""Alternative texts that a translation lacks: a screen reader would read the original's with the wrong voice."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.checks.inspection import Inspection
from sitegen.model.page import Downloadable, Page
from sitegen.problems import Location, Message, Mistake, Problem, Severity, message


def problems(inspection: Inspection) -> Iterator[Problem]:
    """The pictures of translations whose words are in the language of the source."""
    for page in inspection.sources:
        if page.language != page.original:
            yield from inherited(page)


def inherited(page: Page) -> Iterator[Problem]:
    """The page's own picture, then those of its gallery."""
    if page.image_alt and page.image_alt.language != page.language:
        yield untranslated(page.image, message("Write image_alt: what the picture shows.")).at(
            page.at(""), Severity.WARNING
        )
    for photo in page.gallery if isinstance(page, Downloadable) else ():
        if photo.alt and photo.alt.language != page.language:
            hint = message("Write under gallery: {file}: and what the picture shows.", file=photo.file)
            yield untranslated(photo.file, hint).at(place_of(page, photo.file), Severity.WARNING)


def place_of(page: Page, name: str) -> Location:
    """The words that a translation has for a picture, else for its gallery, else its beginning."""
    known = (f"gallery.{name}", "gallery")
    return next((page.positions[field] for field in known if field in page.positions), page.at(""))


def untranslated(name: str, hint: Message) -> Mistake:
    """The remark about a picture whose alternative text is the original's."""
    return Mistake("A11Y-01", message("the alternative text of '{file}' is not translated", file=name), hint)
