"""Links: the one function that writes addresses into pages, in two modes; links to share a page."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote, unquote

from sitegen.model.address import DATA, default_slug, file_address, relative
from sitegen.model.language import Phrase
from sitegen.model.media import File
from sitegen.model.page import Page
from sitegen.model.site import Site
from sitegen.render.views.body import LinkView
from sitegen.render.views.frame import ShareView

PATTERNS = {
    "facebook": "https://www.facebook.com/sharer/sharer.php?u={url}",
    "x": "https://x.com/intent/tweet?text={title}&url={url}",
    "linkedin": "https://www.linkedin.com/sharing/share-offsite/?url={url}",
    "viber": "viber://forward?text={title}%20{url}",
    "telegram": "https://t.me/share/url?url={url}&text={title}",
    "whatsapp": "https://wa.me/?text={title}%20{url}",
    "vk": "https://vk.com/share.php?url={url}&title={title}",
    "ok": "https://connect.ok.ru/offer?url={url}&title={title}",
    "messenger": "fb-messenger://share/?link={url}",
    "email": "mailto:?subject={title}&body={title}%0D%0A{url}",
}
"""The networks' own share addresses; plain links, so nothing is asked of them before a click."""


@dataclass(frozen=True)
class Links:
    """Writes the links of one page: root-relative paths, or relative files for copies that open without a server."""

    site: Site
    here: str
    """The address of the page."""

    def to(self, address: str) -> str:
        """The link to an address of the site."""
        if not self.site.relative_links:
            return self.site.config.base_path + address
        end = min(len(address.partition(mark)[0]) for mark in "?#")
        return relative(address[:end], self.here) + address[end:]

    @property
    def root(self) -> str:
        """The way to the site's root, before paths without a slash in front."""
        return (
            relative("/x", self.here).removesuffix("x")
            if self.site.relative_links
            else self.site.config.base_path + "/"
        )

    def to_list(self, facet: str, value: str, language: str) -> str:
        """The link to the projects that have a value of a facet."""
        return self.to(list_address(self.site, facet, value, language))

    def to_page(self, page: Page) -> str:
        """The link to a page."""
        return self.to(self.site.address(page))

    def to_file(self, file: File) -> str:
        """The link to a published file."""
        return self.to(file_address(file.path))

    def view(self, page: Page, reader: str, label: Phrase | None = None) -> LinkView:
        """A link with the page's title."""
        language = "" if page.language == reader else page.language
        return LinkView(label=label or page.title, href=self.to_page(page), language=language)


@dataclass(frozen=True)
class WholeLinks(Links):
    """Writes whole addresses, for what is read elsewhere: feeds and calendars."""

    def to(self, address: str) -> str:
        """The absolute address."""
        return self.site.url(address)


def list_address(site: Site, facet: str, value: str, language: str) -> str:
    """Where the projects that have a value of a facet are listed: `/bg/proekti/status/priklyuchil/`."""
    words = site.config.section_words[language]
    slug = words[f"status.{value}"] if facet == "status" else default_slug(value, language)
    return site.address_in("projects", language) + f"{words[facet]}/{slug}/"


def data_address(site: Site, links: Links) -> str:
    """The link to the open data; "" where no project is told of."""
    return links.to(DATA) if any(site.newest.values()) else ""


def old_address(alias: str) -> str:
    """An old address as a static host looks for it: a folder, or the file it was, its percent signs resolved."""
    parts = [part for part in unquote(alias).split("/") if part not in ("", ".", "..")]
    is_file = alias.endswith((".html", ".htm"))
    return "/" + "/".join(parts) + ("" if is_file or not parts else "/")


def share_links(networks: tuple[str, ...], title: str, url: str) -> tuple[ShareView, ...]:
    """Links that share an absolute address; values by RFC 3986, a space is %20."""
    values = {"title": quote(title, safe=""), "url": quote(url, safe="")}
    return tuple(ShareView(network=name, href=PATTERNS[name].format(**values)) for name in networks)
