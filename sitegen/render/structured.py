"""Structured data: what a page shows, said to machines in the words of schema.org (JSON-LD 1.1).

Nothing stands here that the page does not show; what it shows in another form (a date in words) is here in the form of
its attribute (`datetime`). It is a block of data, so that no policy about scripts concerns it.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any
from urllib.parse import urljoin
from zoneinfo import ZoneInfo

from markupsafe import Markup

from sitegen.model.dates import Moment
from sitegen.render.views.body import Label, LinkView, PhotoView, Term
from sitegen.render.views.frame import Frame
from sitegen.render.views.pages import EventView, NewsView, ProjectView
from sitegen.render.views.parts import Amount, PlaceView, ShareOfBudget

Plain = Callable[[Label], str]
"""A label as the page writes it."""
Thing = dict[str, Any]
ZONE = ZoneInfo("Europe/Sofia")
CONTEXT = "https://schema.org"
STATUSES = {"cancelled": f"{CONTEXT}/EventCancelled"}
SCHEDULED = f"{CONTEXT}/EventScheduled"
NOT_THE_UNION = frozenset({"national", "own", "other", "phare"})
"""Funds that are not named as such on the page."""
SAFE = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}
"""What could end the block, or begin a comment in it, is written as its number."""


def structured(page: Any, plain: Plain) -> Markup:
    """The graph of a page as JSON, fit to stand in a `script` element; "" for a page that has nothing to tell."""
    graph = [thing for thing in things(page, plain) if thing]
    if not graph:
        return Markup()
    text = json.dumps({"@context": CONTEXT, "@graph": graph}, ensure_ascii=False, separators=(",", ":"))
    return Markup(text.translate(SAFE))


def things(page: Any, plain: Plain) -> Iterator[Thing]:
    """Who answers for the site, what the page is about, and where it stands."""
    yield owner(page.frame, plain)
    if isinstance(page, ProjectView):
        yield project(page, plain)
    elif isinstance(page, EventView):
        yield event(page, plain)
    elif isinstance(page, NewsView):
        yield news(page, plain)
    yield breadcrumbs(page.frame, plain)


def known(thing: Mapping[str, object]) -> Thing:
    """A thing without what is not known; "" and empty lists are not."""
    return {name: value for name, value in thing.items() if value not in (None, "", [], {})}


def absolute(frame: Frame, href: str) -> str:
    """A link of the page as an absolute address; "" for none."""
    return urljoin(frame.canonical, href).removesuffix("index.html") if href else ""


def owner_id(frame: Frame) -> str:
    """The name by which the graphs of all pages know the owner."""
    return absolute(frame, frame.root) + "#owner"


def owner(frame: Frame, plain: Plain) -> Thing:
    """Who answers for the site, as the head and the foot of the page have it."""
    if not frame.owner:
        return {}
    contact = frame.contact
    ways = known({"telephone": [number for _, number in contact.phones], "email": contact.email})
    return known(
        {
            "@type": "GovernmentOrganization" if frame.is_public_body else "Organization",
            "@id": owner_id(frame),
            "name": plain(frame.owner),
            "url": absolute(frame, frame.home),
            "logo": absolute(frame, frame.crest.src) if frame.crest else "",
            "address": plain(contact.address),
            "contactPoint": known({"@type": "ContactPoint", "name": plain(contact.unit), **ways}) if ways else None,
        }
    )


def breadcrumbs(frame: Frame, plain: Plain) -> Thing:
    """The way from the home page."""
    steps = [
        known({"@type": "ListItem", "position": number, "name": plain(step.label), "item": absolute(frame, step.href)})
        for number, step in enumerate(frame.breadcrumbs, 1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": steps} if steps else {}


def project(page: ProjectView, plain: Plain) -> Thing:
    """The project with its money."""
    short = plain(page.frame.breadcrumbs[-1].label)
    title = plain(page.title)
    return known(
        {
            "@type": "Project",
            "name": title,
            "alternateName": short if short != title else "",
            "description": plain(page.lead),
            "url": page.frame.canonical,
            "identifier": page.contract,
            "foundingDate": page.start.iso if page.start else "",
            "dissolutionDate": page.actual_end.iso if page.actual_end else "",
            "location": [place(spot, plain) for spot in page.places],
            "image": image(page.frame, page.image),
            "funding": [grant(page, part, plain) for part in page.budget] or whole(page, plain),
        }
    )


def place(spot: PlaceView, plain: Plain) -> Thing:
    """Where something is built or done."""
    return known({"@type": "Place", "name": plain(spot.name), "address": plain(spot.address)})


def grant(page: ProjectView, part: ShareOfBudget, plain: Plain) -> Thing:
    """What one source pays, in euro as the page has it first."""
    return known(
        {
            "@type": "MonetaryGrant",
            "name": plain(Term(f"source.{part.source}")),
            "funder": funder(page, part.source, plain),
            "amount": amount(part.amount),
        }
    )


def amount(value: Amount) -> Thing:
    """Euro, whatever was agreed in."""
    return {"@type": "MonetaryAmount", "value": float(value.euro.decimal), "currency": "EUR"}


def funder(page: ProjectView, source: str, plain: Plain) -> Thing | None:
    """Who pays: the Union, or the beneficiary its own part; None where the page names no body."""
    if source == "eu":
        return organisation(plain(Term("source.eu")))
    bodies = [plain(partner.name) for partner in page.partners if partner.role == "beneficiary"]
    return organisation(bodies[0]) if source == "own" and bodies else None


def whole(page: ProjectView, plain: Plain) -> Thing | None:
    """The money of a project whose parts are not known: its total, and the Union's funds that have a part in it."""
    funds = [organisation(plain(Term(f"fund.{fund}"))) for fund in page.funds if fund not in NOT_THE_UNION]
    if page.total:
        named = {"@type": "MonetaryGrant", "name": plain(Term("total")), "amount": amount(page.total)}
        return known({**named, "funder": funds})
    return {"@type": "Grant", "funder": funds} if funds else None


def organisation(name: str) -> Thing:
    """A body by its name."""
    return {"@type": "Organization", "name": name}


def event(page: EventView, plain: Plain) -> Thing:
    """The event; one without a day is none for calendars."""
    if page.start is None:
        return {}
    spot = plain(page.place)
    return known(
        {
            "@type": "Event",
            "name": plain(page.title),
            "description": plain(page.lead),
            "url": page.frame.canonical,
            "inLanguage": page.title.language,
            "startDate": moment(page.start),
            "endDate": moment(page.end) if page.end else "",
            "eventStatus": STATUSES.get(page.status, SCHEDULED),
            "location": {"@type": "Place", "name": spot, "address": spot} if spot else None,
            "image": image(page.frame, page.image),
            "about": about(page.frame, page.project, plain),
        }
    )


def news(page: NewsView, plain: Plain) -> Thing:
    """The news item."""
    return known(
        {
            "@type": "NewsArticle",
            "headline": plain(page.title),
            "description": plain(page.lead),
            "url": page.frame.canonical,
            "inLanguage": page.title.language,
            "datePublished": page.date.isoformat() if page.date else "",
            "dateModified": page.frame.updated.isoformat() if page.frame.updated else "",
            "image": image(page.frame, page.image),
            "publisher": {"@id": owner_id(page.frame)} if page.frame.owner else None,
            "about": about(page.frame, page.project, plain),
        }
    )


def moment(value: Moment) -> str:
    """A day, or a day and hour with its distance from universal time."""
    return value.local.replace(tzinfo=ZONE).isoformat(timespec="minutes") if value.time else value.iso


def about(frame: Frame, link: LinkView | None, plain: Plain) -> Thing | None:
    """The project that a page tells of."""
    if link is None:
        return None
    return known({"@type": "Project", "name": plain(link.label), "url": absolute(frame, link.href)})


def image(frame: Frame, photo: PhotoView | None) -> str:
    """The address of the picture on the page."""
    return absolute(frame, photo.src) if photo else ""
