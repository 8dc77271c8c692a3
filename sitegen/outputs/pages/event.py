"""The view of an event."""

from __future__ import annotations

from sitegen.kinds.event import Event
from sitegen.model.page import Funded
from sitegen.model.site import Site
from sitegen.render.cards import documents_of, image_of, photos_of, project_link
from sitegen.render.frames import contact_of, frame_of, share_of, spot_of
from sitegen.render.links import Links
from sitegen.render.prose import prose_of
from sitegen.render.subscriptions import event_link
from sitegen.render.views.pages import AgendaView, EventView


def event_view(site: Site, event: Event, links: Links) -> EventView:
    """Everything that an event page shows."""
    project = site.nearest(site.project_of(event.id), event.language)
    return EventView(
        frame=frame_of(site, spot_of(site, event), links),
        title=event.title,
        lead=event.summary,
        type=event.type,
        status=event.status_on(site.today),
        start=event.start,
        end=event.end,
        calendar=event_link(site, event, links),
        place=event.place,
        agenda=tuple(AgendaView(id=a.id, time=a.time, text=a.text, speaker=a.speaker) for a in event.agenda),
        blocks=prose_of(site, event, links).whole,
        documents=documents_of(site, event, links),
        photos=photos_of(site, event, links),
        image=image_of(site, event, links),
        project=project_link(site, event, event.language, links),
        contract=project.contract if isinstance(project, Funded) else "",
        contact=contact_of(site, event),
        share=share_of(site, event),
    )
