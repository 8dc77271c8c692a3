"""The accessibility statement, from the data of site.yaml, and the privacy page."""

from __future__ import annotations

from sitegen.model.config import Statement
from sitegen.model.evaluation import STATEMENT_DATA, Evaluation
from sitegen.model.page import Downloadable, Page
from sitegen.model.site import Site
from sitegen.model.values import e164
from sitegen.render.frames import opening, site_contact
from sitegen.render.links import Links
from sitegen.render.views.sections import AuthorityView, BarrierView, EvaluationView, PrivacyView, StatementView


def statement_view(site: Site, page: Page, links: Links) -> StatementView:
    """The five parts of Implementing Decision (EU) 2018/1523, Annex, part 1."""
    stated = site.config.accessibility or Statement()
    return StatementView(
        **opening(site, page, links),
        owner=site.owner_name(page.language),
        url=site.config.url,
        standard=stated.standard,
        status=stated.status,
        barriers=tuple(
            BarrierView(reason=b.reason, clause=b.clause, text=b.text.into(page.language), fix_by=b.fix_by)
            for b in stated.items
        ),
        prepared=stated.prepared,
        method=stated.method,
        assessor=stated.assessor,
        reviewed=stated.reviewed,
        email=stated.feedback.email or site.config.contact.email,
        days=stated.feedback.days,
        contact=site_contact(site.config.contact, page.language),
        authority=authority_view(site, stated.authority, page.language),
        is_stated=site.config.accessibility is not None,
        evaluation=evaluation_view(site.config.evaluation),
        data=links.to(f"/{STATEMENT_DATA}") if site.config.accessibility else "",
    )


def evaluation_view(evaluation: Evaluation | None) -> EvaluationView | None:
    """What the statement cites of an evaluation."""
    if evaluation is None:
        return None
    return EvaluationView(
        date=evaluation.date,
        tool=evaluation.tool,
        pages=len(evaluation.pages),
        findings=len(evaluation.findings),
    )


def authority_view(site: Site, name: str, language: str) -> AuthorityView | None:
    """The body that hears complaints."""
    body = site.organisation(name)
    if body is None:
        return None
    return AuthorityView(
        name=body.name.into(language),
        address=body.address.into(language),
        emails=body.emails,
        phones=tuple((phone, e164(phone)) for phone in body.phones),
        website=body.website,
    )


def privacy_view(site: Site, page: Page, links: Links) -> PrivacyView:
    """What the site does and does not do with visitors' data."""
    stated = site.config.privacy
    return PrivacyView(
        **opening(site, page, links),
        owner=site.owner_name(page.language),
        contact=site_contact(site.config.contact, page.language),
        officer=site_contact(stated.officer, page.language),
        log_days=stated.logs,
        has_portraits=site.once(has_portraits),
        has_share=bool(site.config.networks(page.language)),
        authority=authority_view(site, stated.authority, page.language),
    )


def has_portraits(site: Site) -> bool:
    """Whether a gallery says that somebody can be recognised."""
    shown = (photo for page in site.pages if isinstance(page, Downloadable) for photo in page.gallery)
    return any(photo.people != "none" for photo in shown)
