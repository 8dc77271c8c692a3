"""Exchange: what of the translations is missing or out of date goes to a translator in one file (XLIFF 2.1)."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from sitegen.editing.acceptance import has_errors
from sitegen.editing.bilingual import Bilingual, beside, wanted
from sitegen.editing.source_file import unwritable
from sitegen.editing.xliff import ENDING, Batch, Exchange, Unit, written
from sitegen.markup.normalising import digest, normalised
from sitegen.markup.paragraphs import FIELD, Paragraph
from sitegen.model.gate import public
from sitegen.model.site import Site
from sitegen.model.translation import Ledger, State
from sitegen.problems import Message, Mistake, Problem, message

Tell = Callable[[Message], str]
"""A message in the editor's language."""
RULE = message("Keep these signs, and what stands in (…) and {{…}}, as they are: **…**, [text](address), {{#id}}.")
BY_HAND = message("The translation is built in another way than its source; this text is put in by hand.")
TO_TRANSLATE = frozenset({State.MISSING, State.NEW, State.STALE})


@dataclass(frozen=True)
class Outgoing:
    """What is handed over, by the language of the sources, and what is not."""

    exchanges: tuple[Exchange, ...]
    unsound: tuple[str, ...]
    """Ids of pages with errors."""
    drafts: tuple[str, ...]
    """Ids of pages that are not public, and were not asked for."""

    @property
    def units(self) -> tuple[Unit, ...]:
        """All paragraphs."""
        return tuple(unit for exchange in self.exchanges for unit in exchange.units)


@dataclass(frozen=True)
class Sender:
    """Gathers what is to be translated: the site as it is, and words for its editors."""

    site: Site
    ledger: Ledger
    problems: tuple[Problem, ...]
    """Of the content."""
    tell: Tell

    def outgoing(self, language: str, *, drafts: bool = False) -> Outgoing:
        """What is missing or out of date in a language."""
        batches: dict[str, list[Batch]] = {}
        unsound = sorted(self.site.lost)
        hidden: list[str] = []
        closed = public(self.site, drafts=drafts).hidden
        for two, names in self.to_translate(language):
            if two.source.id in closed:
                hidden.append(two.source.id)
            elif any(has_errors(page, self.problems) for page in (two.source, two.translation) if page):
                unsound.append(two.source.id)
            else:
                batches.setdefault(two.source.language, []).append(self.batch(two, names))
        exchanges = tuple(Exchange(original, language, tuple(found)) for original, found in batches.items())
        return Outgoing(exchanges, tuple(unsound), tuple(hidden))

    def to_translate(self, language: str) -> Iterator[tuple[Bilingual, dict[str, str]]]:
        """The pages with something to translate, and what of each."""
        for (page_id, code), standing in self.site.standings.items():
            if code == language and standing.state in TO_TRANSLATE and page_id not in self.site.lost:
                two = beside(self.site, self.ledger, page_id, language)
                names = wanted(two, standing)
                if names:
                    yield two, names

    def batch(self, two: Bilingual, names: dict[str, str]) -> Batch:
        """The units of one page."""
        units = (self.unit(two, two.paragraphs[name], before) for name, before in names.items())
        return Batch(two.source.id, (two.source.title.text, self.tell(RULE)), tuple(units))

    def unit(self, two: Bilingual, paragraph: Paragraph, before: str) -> Unit:
        """One paragraph with its present translation, and digests of both."""
        target = two.target(paragraph.id)
        is_copy = normalised(target) == normalised(paragraph.text)
        return Unit(
            page=two.source.id,
            paragraph=paragraph.id,
            source=paragraph.text,
            target="" if is_copy else target,
            source_digest=digest(normalised(paragraph.text)),
            target_digest=digest(target),
            notes=tuple(self.notes(two, paragraph, before)),
        )

    def notes(self, two: Bilingual, paragraph: Paragraph, before: str) -> Iterator[str]:
        """Where a paragraph stands, and how it was when its translation was accepted."""
        yield f"{paragraph.at.path}:{paragraph.at.line}"
        if before:
            yield self.tell(message("Before the change: {text}", text=before))
        if paragraph.kind != FIELD and two.has_body and two.answers is None:
            yield self.tell(BY_HAND)


# ── the disk ────────────────────────────────────────────────────────────────────────────────────────────────────────


def save_exchanges(folder: Path, owner: str, found: Outgoing, forbidden: tuple[Path, ...]) -> tuple[Path, ...]:
    """Writes a file for each language of sources, and returns them; raises Mistake, and overwrites nothing."""
    real = Path(os.path.realpath(folder))
    if any(real.is_relative_to(os.path.realpath(place)) for place in forbidden):
        raise wrong_folder(folder)
    files = {folder / name_of(owner, exchange): written(exchange) for exchange in found.exchanges}
    for file, data in files.items():
        if file.exists() and not holds(file, data):
            raise exists(file)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for file, data in files.items():
            if not file.exists():
                with file.open("xb") as opened:
                    opened.write(data)
    except OSError as error:
        raise unwritable(error) from None
    return tuple(files)


def name_of(owner: str, exchange: Exchange) -> str:
    """The name of a file: whose, from which language and into which."""
    return f"{owner}-{exchange.source_language}-{exchange.language}{ENDING}"


def holds(file: Path, data: bytes) -> bool:
    """Whether a file holds these bytes already."""
    try:
        return file.read_bytes() == data
    except OSError:
        return False


def wrong_folder(folder: Path) -> Mistake:
    """The complaint about a folder that is published, or emptied."""
    return Mistake(
        "LNG-07",
        message("'{folder}' lies in the content folder or in the output folder", folder=folder),
        message("Name another folder for the translator's files."),
    )


def exists(file: Path) -> Mistake:
    """The complaint about a file that may hold a translator's work."""
    return Mistake(
        "LNG-07",
        message("'{file}' exists already, with other text in it; nothing is overwritten", file=file),
        message("If its translations were taken over, delete it; else name another folder."),
    )
