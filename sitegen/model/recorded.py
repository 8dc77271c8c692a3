"""Addresses for ever: what was published once is found at its address, or where it is now (`content-format.md` 6)."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from sitegen.model.address import folders_above

NO_BODY = "-"
"""Stands for the digest of a body without words, by which nothing can be found."""


@dataclass(frozen=True)
class Recorded:
    """One line of `addresses.lock`: what stood at an address when the site was published."""

    address: str
    page: str
    """Id."""
    number: int | None = None
    """The permanent number of a project."""
    digest: str = NO_BODY
    """Of the body as it was, to find it again in a page that neither its id nor a number leads to."""
    line: int = field(default=0, compare=False)
    """Of the file, from 1."""

    @property
    def language(self) -> str:
        """The first part of the address."""
        return self.address.split("/")[1]


@dataclass(frozen=True)
class Whereabouts:
    """All pages of a site, drafts included, by what they can be found by."""

    ids: frozenset[str]
    numbers: Mapping[int, str]
    """Number to the id of the one page that has it."""
    digests: Mapping[tuple[str, str], str]
    """The digest of each body by page id and language."""
    recorded: tuple[Recorded, ...]

    @cached_property
    def number_of(self) -> Mapping[str, int]:
        """Id to number."""
        return {page_id: number for number, page_id in self.numbers.items()}

    @cached_property
    def by_body(self) -> Mapping[tuple[str, str], str]:
        """Language and digest to the id of the one page that has such a body."""
        found: dict[tuple[str, str], str | None] = {}
        for (page_id, language), digest in self.digests.items():
            key = (language, digest)
            found[key] = None if key in found else page_id
        return {key: page_id for key, page_id in found.items() if page_id is not None and key[1] != NO_BODY}

    @cached_property
    def by_page(self) -> Mapping[str, tuple[Recorded, ...]]:
        """The lines of each id."""
        lines: dict[str, tuple[Recorded, ...]] = {}
        for one in self.recorded:
            lines[one.page] = (*lines.get(one.page, ()), one)
        return lines

    def found(self, one: Recorded) -> str | None:
        """The id that a recorded page has today; None where nobody can know."""
        kept = one.page in self.ids
        numbered = None if one.number is None else self.numbers.get(one.number)
        if numbered and not (kept and self.number_of.get(one.page, one.number) == one.number):
            return numbered
        return one.page if kept else self.below_what_moved(one.page) or self.by_words(one)

    def by_words(self, one: Recorded) -> str | None:
        """The one page with the body that was recorded, unless two recorded pages had that body."""
        twins = {other.page for other in self.of_digest.get((one.language, one.digest), ()) if other.page != one.page}
        return None if twins else self.by_body.get((one.language, one.digest))

    @cached_property
    def of_digest(self) -> Mapping[tuple[str, str], tuple[Recorded, ...]]:
        """The lines of each body."""
        lines: dict[tuple[str, str], tuple[Recorded, ...]] = {}
        for one in self.recorded:
            key = (one.language, one.digest)
            lines[key] = (*lines.get(key, ()), one)
        return lines

    def below_what_moved(self, page_id: str) -> str | None:
        """The page of this name in a folder whose own page is found under another name."""
        for folder in folders_above(page_id):
            for one in self.by_page.get(folder, ()):
                moved = self.found(one)
                there = f"{moved}{page_id.removeprefix(folder)}"
                if moved and there in self.ids:
                    return there
        return None


def body_digest(text: str) -> str:
    """Of the words of a body as they are written; spaces at the ends of lines and around do not count."""
    words = "\n".join(line.rstrip() for line in text.splitlines()).strip()
    return hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()[:16] if words else NO_BODY


def successors(places: Whereabouts) -> dict[str, str]:
    """Recorded address to the id that its page has today; of two lines for an address the later one that is known."""
    found = ((one.address, places.found(one)) for one in places.recorded)
    return {address: page_id for address, page_id in found if page_id is not None}
