"""Feeds (Atom, RFC 4287): news and events of each language and of each project; where nothing is told there is none."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from sitegen.model.address import FEED, output_path
from sitegen.model.artifact import Later, Task
from sitegen.model.page import Article, Dated, Downloadable, Funded, Scheduled
from sitegen.model.site import Site
from sitegen.render.cards import documents_of, image_of
from sitegen.render.feeds import TEMPLATE, render_feed
from sitegen.render.links import WholeLinks
from sitegen.render.prose import excerpt, prose_of
from sitegen.render.subscriptions import beside, identity
from sitegen.render.views.around import FeedView, TidingView
from sitegen.render.views.body import Block

LARGEST = 30
"""Entries of a feed; older ones stay on the site."""
TO_ANCHOR = re.compile(r"""(<a(?:[^<>"]|"[^"]*")*? href=")(?=#)""")
"""A link of a body to a place on its own page."""


def tasks(site: Site) -> Iterator[Task]:
    """One file for each language and each project that has something to tell."""
    for (language, project), pages in site.tidings.items():
        if not project or isinstance(site.page(project, language), Funded):
            told = tuple((page.id, page.language) for page in pages[:LARGEST])
            yield Task(
                path=output_path(beside(site, project, language, FEED)),
                recipe=render_feed,
                inputs=Later(feed_inputs, told, (language, project)),
                templates=(TEMPLATE,),
                origin="sitegen: feeds",
            )


def feed_inputs(site: Site, pages: Sequence[Dated], language: str, project: str) -> tuple[str, str, FeedView]:
    """The inputs of `render_feed`."""
    return TEMPLATE, language, feed_view(site, language, project, pages)


def feed_view(site: Site, language: str, project: str, pages: Sequence[Dated]) -> FeedView:
    """The feed of a language, or of a project in it."""
    about = site.page(project, language)
    tidings = tuple(tiding(site, page, day) for page in pages if (day := site.announced(page)))
    return FeedView(
        identity=identity(site, "feed", project, language),
        href=site.url(beside(site, project, language, FEED)),
        page=site.url(beside(site, project, language, "")),
        title=(about.short or about.title) if isinstance(about, Funded) else site.config.title.into(language),
        owner=site.owner_name(language) or site.config.title.into(language),
        site=site.url("/"),
        updated=tidings[0].updated,
        tidings=tidings,
    )


def tiding(site: Site, page: Dated, day: date) -> TidingView:
    """A news item or event, told on a day."""
    address = site.url(site.address(page))
    links = WholeLinks(site, site.address(page))
    known = TidingView(
        identity=identity(site, page.id, page.language),
        title=page.title,
        href=address,
        updated=day,
        published=page.date if isinstance(page, Article) and page.date and page.date <= day else None,
        summary=excerpt(page),
        lead=page.summary,
        image=image_of(site, page, links),
        blocks=tuple(anchored(block, address) for block in prose_of(site, page, links).whole),
        documents=documents_of(site, page, links) if isinstance(page, Downloadable) else (),
    )
    return with_time(site, known, page) if isinstance(page, Scheduled) else known


def with_time(site: Site, known: TidingView, event: Scheduled) -> TidingView:
    """The tiding of an event, with when and where."""
    return replace(
        known,
        type=event.type,
        status=event.status_on(site.today),
        start=event.start,
        end=event.end,
        place=event.place,
    )


def anchored(block: Block, address: str) -> Block:
    """A block whose links to places on its own page are absolute."""
    targets = (
        replace(target, href=address + target.href) if target.href.startswith("#") else target
        for target in block.targets
    )
    return replace(block, html=TO_ANCHOR.sub(lambda found: found[1] + address, block.html), targets=tuple(targets))
