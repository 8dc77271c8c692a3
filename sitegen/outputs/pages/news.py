"""The view of a news item."""

from __future__ import annotations

from sitegen.kinds.news import News
from sitegen.model.links import ToPage, follow
from sitegen.model.site import Site
from sitegen.render.cards import documents_of, image_of, photos_of, project_link
from sitegen.render.frames import frame_of, share_of, spot_of
from sitegen.render.links import Links
from sitegen.render.prose import prose_of
from sitegen.render.views.body import LinkView
from sitegen.render.views.pages import NewsView


def news_view(site: Site, news: News, links: Links) -> NewsView:
    """Everything that a news page shows."""
    return NewsView(
        frame=frame_of(site, spot_of(site, news), links),
        title=news.title,
        lead=news.summary,
        date=news.date,
        blocks=prose_of(site, news, links).whole,
        documents=documents_of(site, news, links),
        photos=photos_of(site, news, links),
        image=image_of(site, news, links),
        project=project_link(site, news, news.language, links),
        event=event_link(site, news, links),
        older=neighbour(site, news, links, 1),
        newer=neighbour(site, news, links, -1),
        share=share_of(site, news),
    )


def neighbour(site: Site, news: News, links: Links, step: int) -> LinkView | None:
    """The news so many places further down the list, in which the newest comes first."""
    number = site.places_of_news[news.language].get(news.id)
    wanted = -1 if number is None else number + step
    listed = site.news[news.language]
    return links.view(listed[wanted], news.language) if 0 <= wanted < len(listed) else None


def event_link(site: Site, news: News, links: Links) -> LinkView | None:
    """The event that the news is about."""
    if not news.event:
        return None
    known = site.nearest(news.event, news.language) is not None
    destination = follow(site, news, f"page:{news.event}" if known else news.event)
    return links.view(destination.page, news.language) if isinstance(destination, ToPage) else None
