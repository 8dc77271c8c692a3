"""Subscriptions: where feeds and calendars stand, what names their entries for ever, and the links to them."""

from __future__ import annotations

from uuid import NAMESPACE_URL, uuid5

from sitegen.model.address import CALENDAR, EVENT, FEED
from sitegen.model.page import Funded, Page, Scheduled
from sitegen.model.site import Site
from sitegen.render.links import Links
from sitegen.render.views.body import LinkView


def identity(site: Site, *names: str) -> str:
    """A UUID of something on the site: the same as long as its names and the site's address are, https or not."""
    host = site.config.base_url.partition("://")[2]
    return str(uuid5(NAMESPACE_URL, "//" + "/".join((host, *names))))


def beside(site: Site, project: str, language: str, name: str) -> str:
    """The address of a file beside a project, or beside the home page for ""."""
    return site.address_in(project or "index", language) + name


def feed_link(site: Site, project: str, language: str, links: Links) -> str:
    """The link to a feed; "" where there is none."""
    return links.to(beside(site, project, language, FEED)) if (language, project) in site.tidings else ""


def calendar_link(site: Site, project: str, language: str, links: Links) -> str:
    """The link to a calendar of events; "" where there is none."""
    return links.to(beside(site, project, language, CALENDAR)) if (language, project) in site.appointments else ""


def event_link(site: Site, event: Scheduled, links: Links) -> str:
    """The link to an event as a calendar file; "" for one without a date."""
    return links.to(site.address(event) + EVENT) if event.start else ""


def feeds_of(site: Site, page: Page, links: Links) -> tuple[LinkView, ...]:
    """The feeds that a page tells of: the site's, and that of the project which it is or lies in."""
    own = site.page(page.id if isinstance(page, Funded) else site.project_of(page.id), page.language)
    found = [LinkView(label=site.config.title.into(page.language), href=feed_link(site, "", page.language, links))]
    if isinstance(own, Funded):
        found.append(LinkView(label=own.short or own.title, href=feed_link(site, own.id, page.language, links)))
    return tuple(link for link in found if link.href)
