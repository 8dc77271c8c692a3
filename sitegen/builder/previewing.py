"""Previews to hand over: the site with its drafts in one ZIP file, each page marked; the same bytes for one moment."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from sitegen.builder.drafting import MARKS, Drafting
from sitegen.builder.flow import Outcome
from sitegen.builder.offline import LONGEST_PATH, Offline, dead_links, names_for
from sitegen.builder.perform import content_of
from sitegen.model.artifact import Artifact
from sitegen.problems import Location, Mistake, Problem, message
from sitegen.render.views.around import DraftView

MARK = b"sitegen: preview"
"""The comment of the file, by which an earlier preview is known as ours."""
README = "README.txt"
FOR_ROBOTS = frozenset({"robots.txt", "sitemap.xml"})
"""Invitations to search engines, which a draft has none of."""
PACKED = frozenset(
    ["avif", "docx", "gif", "gz", "br", "jpeg", "jpg", "odt", "pdf", "png", "pptx", "webp", "woff2", "xlsx", "zip"]
)
"""Endings of files that do not become smaller."""
FIRST_YEAR = 1980
"""Of the calendar of ZIP files."""
PLAIN_FILE = 0o100644 << 16


def write_preview(outcome: Outcome, drafting: Drafting, file: Path, stage: Path | None = None) -> tuple[Problem, ...]:
    """Writes the preview of a site that was built with its drafts and relative links.

    An earlier preview of that name is replaced, as a whole; any other file stays.
    """
    assert outcome.site
    shown = tuple(artifact for artifact in outcome.artifacts if artifact.path not in FOR_ROBOTS)
    copy = Offline(outcome.site.config, names_for((artifact.path for artifact in shown), LONGEST_PATH), stage)
    files = (readme(drafting, outcome.site.config.languages), *copy.files(shown, drafting))
    if dead := dead_links(files):
        return dead
    try:
        replace_preview(file, files, outcome.site.now)
    except Mistake as mistake:
        return (mistake.at(Location(file.name)),)
    return ()


def readme(drafting: Drafting, languages: Iterable[str]) -> Artifact:
    """How to open it, in the languages of the site; as the editors of Windows read it."""
    view = DraftView(day=drafting.now.date())
    texts = (drafting.workshop.render(MARKS[2], language, view).decode() for language in languages)
    text = "\r\n\r\n".join("\r\n".join(text.split("\n")) for text in texts)
    return Artifact(path=README, content=f"\ufeff{text}\r\n".encode(), origin="sitegen: preview")


def replace_preview(file: Path, files: Iterable[Artifact], now: datetime) -> None:
    """Puts a new file in its place, whole or not at all; raises Mistake."""
    if os.path.lexists(file) and not is_preview(file):
        raise foreign(file)
    beside = file.with_name(f".{os.urandom(4).hex()}.tmp")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with beside.open("xb") as sink:
            zipped(sink, files, now)
            sink.flush()
            os.fsync(sink.fileno())
        beside.replace(file)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise unwritable(file, reason) from None
    finally:
        with suppress(OSError):
            beside.unlink()


def zipped(sink: object, files: Iterable[Artifact], now: datetime) -> None:
    """Writes the ZIP: sorted, of one moment and one system, whatever the computer."""
    moment = max(now, datetime(FIRST_YEAR, 1, 1))  # noqa: DTZ001 - local time without zone, as ZIP keeps it
    with ZipFile(sink, "w") as archive:  # type: ignore[call-overload] # any binary file
        archive.comment = MARK
        for artifact in in_order(files):
            entry = ZipInfo(artifact.path, moment.timetuple()[:6])
            entry.compress_type = ZIP_STORED if artifact.path.rpartition(".")[2] in PACKED else ZIP_DEFLATED
            entry.create_system, entry.external_attr = 3, PLAIN_FILE
            archive.writestr(entry, content_of(artifact), compresslevel=9)


def in_order(files: Iterable[Artifact]) -> Iterator[Artifact]:
    """What to open first stands first; then by name."""
    first = (README, "index.html")
    yield from sorted(files, key=lambda file: (file.path not in first, file.path not in first[:1], file.path))


def is_preview(file: Path) -> bool:
    """Whether a file is a preview of ours."""
    try:
        with ZipFile(file) as archive:
            return archive.comment == MARK
    except (OSError, BadZipFile):
        return False


def foreign(file: Path) -> Mistake:
    """The complaint about a file that is none of ours."""
    return Mistake(
        "ADR-11",
        message("'{file}' exists and is no preview; it stays as it is", file=file.name),
        message("Choose another name with --out, or move the file elsewhere."),
    )


def unwritable(file: Path, reason: str) -> Mistake:
    """The complaint about a place where nothing can be written."""
    return Mistake(
        "ADR-12",
        message("'{path}' could not be written: {reason}", path=file.name, reason=reason),
        message("Remove the cause, or choose another place with --out."),
    )
