"""Addresses: where a page stands on the site, and the words that addresses are made of."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from sitegen.text.slugs import slugify

SECTIONS = (
    "index",
    "projects",
    "events",
    "news",
    "documents",
    "partners",
    "contacts",
    "search",
    "accessibility",
    "sitemap",
    "privacy",
)
"""Ids of the pages that every site has; each but the home page has a word of its own in addresses."""
SECTION_WORDS = SECTIONS[1:]
FACETS = ("programme", "status", "period")
"""Ways to narrow the list of projects; each has a word below the projects' address."""
LIST_PAGE = "list_page"
"""What the word for the further pages of a list goes by: `/bg/novini/stranitsa/2/`."""
LISTS = ("projects", "events", "news", "documents", "partners", "contacts", "sitemap")
"""Sections that go on on further pages when they grow long."""
ADDRESS_WORDS = (*SECTION_WORDS, *FACETS, LIST_PAGE)
"""All that has a word for addresses in each language."""
RESERVED_AT_ROOT = frozenset({"p", "data", "assets", "404"})
DATA = "/data/"
"""Where the open data stand, with the page that explains them."""
LONGEST_SLUG = 80
FEED, CALENDAR, EVENT = "feed.xml", "events.ics", "event.ics"
"""Files beside a page: what is new on it and below, its events, the event itself."""

SlugOf = Callable[[str], str]
"""From a page id to the slug that the page states in this language, "" where it states none."""


def number_address(number: int) -> str:
    """The permanent address of the project with a number, as it stands on its plaque."""
    return f"/p/{number}/"


def default_slug(name: str, language: str) -> str:
    """The slug of a file or folder name; Bulgarian's table serves all languages but Russian."""
    return slugify(name, "ru" if language == "ru" else "bg")


def address_of(page_id: str, language: str, words: Mapping[str, str], slug_of: SlugOf) -> str:
    """The address of a page from the site's root, `/bg/proekti/kn-deinst/`."""
    if page_id == "index":
        return f"/{language}/"
    if page_id in SECTIONS:
        return f"/{language}/{words[page_id]}/"
    parent, _, name = page_id.rpartition("/")
    return above(parent, language, words, slug_of) + (slug_of(page_id) or default_slug(name, language)) + "/"


def above(folder: str, language: str, words: Mapping[str, str], slug_of: SlugOf) -> str:
    """The address below which the pages of a folder stand."""
    parent, _, name = folder.rpartition("/")
    if folder in ("", "pages"):
        return f"/{language}/"
    if name in ("events", "news") or folder == "projects":
        return above(parent, language, words, slug_of) + words[name] + "/"
    return address_of(folder, language, words, slug_of)


def file_address(path: str) -> str:
    """Where a file of the content folder is published: transliterated below `/assets/`."""
    return "/assets/" + "/".join(file_part(part) for part in path.split("/"))


def file_part(name: str) -> str:
    """A file or folder name in lower-case ASCII; dots stay."""
    return ".".join(slugify(piece, "bg") or "x" for piece in name.split("."))


def relative(target: str, here: str) -> str:
    """From one address to another as a file path that works without a server: `../../en/index.html`."""
    there = target + "index.html" if target.endswith("/") else target
    ups = here.strip("/").split("/") if here.strip("/") else []
    if not here.endswith("/"):
        ups = ups[:-1]
    downs = there.strip("/").split("/")
    while ups and len(downs) > 1 and ups[0] == downs[0]:
        ups, downs = ups[1:], downs[1:]
    return "../" * len(ups) + "/".join(downs)


def output_path(address: str) -> str:
    """The file below the output folder that serves an address."""
    return (address + "index.html" if address.endswith("/") else address).lstrip("/")


def folders_above(path: str) -> Iterator[str]:
    """The folders that an id or a path lies in, the nearest first."""
    while "/" in path:
        path = path.rpartition("/")[0]
        yield path
