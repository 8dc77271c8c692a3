"""Long lists on several pages: the first stands at the list's own address, the next ones below it, `stranitsa/2/`.

A page of a list is called a sheet here, so that it is not taken for a page of the site's content.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypedDict, TypeVar

from sitegen.model.address import LIST_PAGE
from sitegen.model.language import Phrase
from sitegen.model.page import Page
from sitegen.model.site import Site
from sitegen.render.frames import Spot, frame_of, spot_of, title_of
from sitegen.render.links import Links
from sitegen.render.prose import prose_of
from sitegen.render.views.body import Block, Label, LinkView, Term
from sitegen.render.views.frame import Frame
from sitegen.render.views.sections import PagerView, SheetLink

LENGTH = 30
"""Entries of a sheet."""
STEPS = (1, 2, 10, 100)
"""How far the links of a sheet lead beside the first and the last, so that few steps reach any."""

Item = TypeVar("Item")
Lists = Mapping[str, Sequence[object]]
"""The whole list in each language."""


@dataclass(frozen=True)
class Sheet:
    """A page of a list."""

    lists: Lists
    number: int
    """Counted from 1."""
    length: int = LENGTH

    @property
    def counts(self) -> Mapping[str, int]:
        """How many there are in each language."""
        return {language: count_of(items, self.length) for language, items in self.lists.items()}


class SheetOpening(TypedDict):
    """What the views of lists begin with."""

    frame: Frame
    title: Label
    lead: Phrase
    blocks: tuple[Block, ...]
    pager: PagerView | None


def count_of(items: Sequence[object], length: int = LENGTH) -> int:
    """How many sheets a list fills; an empty one is a sheet too."""
    return max(1, -(-len(items) // length))


def part_of(items: Sequence[Item], number: int, length: int = LENGTH) -> tuple[Item, ...]:
    """What stands on a sheet, counted from 1."""
    return tuple(items[(number - 1) * length : number * length])


def sheet_address(site: Site, first: str, language: str, number: int) -> str:
    """Where a sheet of the list at an address stands."""
    return first if number == 1 else f"{first}{site.config.section_words[language][LIST_PAGE]}/{number}/"


def sheet_opening(site: Site, page: Page, links: Links, sheet: Sheet) -> SheetOpening:
    """The beginning of a sheet of a section's list; the editor's words stand on the first."""
    return opening_at(site, spot_of(site, page), links, sheet, has_words=sheet.number == 1)


def opening_at(site: Site, spot: Spot, links: Links, sheet: Sheet, *, has_words: bool) -> SheetOpening:
    """The beginning of a sheet of the list whose first one stands at a spot."""
    page = spot.page
    return SheetOpening(
        frame=frame_of(site, spot_of_sheet(site, spot, sheet, links), links),
        title=title_of(page),
        lead=page.summary if has_words else Phrase("", page.language),
        blocks=prose_of(site, page, links).whole if has_words else (),
        pager=pager_of(site, spot, sheet, links),
    )


def spot_of_sheet(site: Site, first: Spot, sheet: Sheet, links: Links) -> Spot:
    """Where a sheet stands: below the first one, in every language whose list is that long."""
    number, counts = sheet.number, sheet.counts
    if number == 1:
        return first
    language = first.page.language
    name = Term("list_page", number)
    before = tuple(replace(link, href=links.to(first.address)) for link in first.trail)
    return replace(
        first,
        address=sheet_address(site, first.address, language, number),
        others={
            code: sheet_address(site, address, code, number)
            for code, address in first.others.items()
            if number <= counts[code]
        },
        trail=(*before, LinkView(label=name, href="")),
        sheet=name,
    )


def pager_of(site: Site, first: Spot, sheet: Sheet, links: Links) -> PagerView | None:
    """The links between the sheets of a list; None for a list of one."""
    number, count = sheet.number, sheet.counts[first.page.language]
    if count == 1:
        return None
    shown = shown_numbers(number, count)

    def to(wanted: int) -> str:
        return links.to(sheet_address(site, first.address, first.page.language, wanted))

    return PagerView(
        previous=to(number - 1) if number > 1 else "",
        next=to(number + 1) if number < count else "",
        sheets=tuple(
            SheetLink(number=n, href=to(n), is_current=n == number, is_after_gap=n - 1 not in (0, before))
            for before, n in zip((0, *shown), shown, strict=False)
        ),
    )


def shown_numbers(number: int, count: int) -> list[int]:
    """The sheets that a sheet leads to, itself among them."""
    near = {number + sign * step for step in STEPS for sign in (-1, 1)}
    return sorted({1, number, count} | {n for n in near if 1 <= n <= count})
