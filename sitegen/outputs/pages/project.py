"""The view of a project."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from sitegen.kinds.project import Activity, Goal, Project
from sitegen.model.page import Downloadable, Funded, Page, Scheduled
from sitegen.model.site import Site
from sitegen.render.cards import (
    amount_of,
    articles,
    documents_of,
    event_card,
    image_of,
    news_card,
    partner_view,
    photos_of,
)
from sitegen.render.charts import bar_of, place, progress, reached, stacked, timeline
from sitegen.render.frames import contact_of, frame_of, logo_of, share_of, spot_of
from sitegen.render.links import Links
from sitegen.render.maps import map_address, map_of
from sitegen.render.prose import Prose, prose_of
from sitegen.render.subscriptions import calendar_link, feed_link
from sitegen.render.views.body import LinkView
from sitegen.render.views.pages import (
    ActivityView,
    GoalView,
    GroupView,
    OutputView,
    PeriodView,
    ProjectView,
    ResultView,
)
from sitegen.render.views.parts import Amount, Milestone, PartnerView, PlaceView, Progress, ShareOfBudget, Timeline

WHOLE = 100
"""Percent."""


def project_view(site: Site, project: Project, links: Links) -> ProjectView:
    """Everything that a project page shows."""
    prose = prose_of(site, project, links)
    budget = budget_of(project)
    time = timeline_of(site, project, links)
    places = places_of(project)
    return ProjectView(
        frame=frame_of(site, spot_of(site, project), links),
        title=project.title,
        lead=project.summary,
        status=project.status_on(site.today),
        contract=project.contract,
        programme=programme_link(site, project, links),
        funds=site.funds_of(project),
        procedure=project.procedure,
        procedure_code=project.procedure_code,
        specific_objective=project.specific_objective,
        total=amount_of(project.total_value),
        budget=budget,
        has_rounding=has_rounding(project, budget),
        start=project.start,
        end=project.end,
        actual_end=project.actual_end,
        months=project.months,
        durable_until=project.durable_until,
        periods=tuple(PeriodView(label=p.label, start=p.start, end=p.end) for p in project.periods),
        places=places,
        map=map_of(site.outline, places),
        partners=partners_of(site, project, links),
        goals=tuple(goal_view(goal, prose) for goal in project.goals),
        timeline=time,
        progress=progress_of(site, project),
        activities=tuple(activity_view(activity, prose, time) for activity in project.activities),
        groups=tuple(GroupView(id=g.id, text=g.text, blocks=prose.of(g.id)) for g in project.target_groups),
        results=results_of(project, prose),
        intro=prose.intro,
        blocks=prose.rest,
        events=tuple(event_card(site, e, links, with_project=False) for e in events_of(site, project)),
        news=tuple(
            news_card(site, a, project.language, links, with_project=False)
            for a in articles(site, project.language, project.id)
        ),
        calendar=calendar_link(site, project.id, project.language, links),
        feed=feed_link(site, project.id, project.language, links),
        pages=tuple(links.view(page, project.language) for page in free_pages(site, project)),
        documents=documents_of(site, project, links),
        photos=photos_of(site, project, links),
        contact=contact_of(site, project),
        share=share_of(site, project),
        image=image_of(site, project, links),
    )


def programme_link(site: Site, project: Project, links: Links) -> LinkView | None:
    """The programme with the list of its projects."""
    programme = site.programme(project.programme)
    if programme is None:
        return None
    href = links.to_list("programme", programme.id, project.language)
    return LinkView(label=programme.name.into(project.language), href=href)


def budget_of(project: Funded) -> tuple[ShareOfBudget, ...]:
    """The parts of the money with their shares of the sum, from the original amounts."""
    parts = project.funding.parts if project.funding else ()
    whole = sum(money.minor for _, money in parts)
    if not whole:
        return ()
    shares = [round(Decimal(money.minor * 100) / whole, 2) for _, money in parts]
    return tuple(
        ShareOfBudget(source=source, amount=Amount(original=money, euro=money.euro), share=share, bar=bar)
        for (source, money), share, bar in zip(parts, shares, stacked(shares), strict=True)
    )


def has_rounding(project: Funded, budget: tuple[ShareOfBudget, ...]) -> bool:
    """Whether the converted parts miss the converted total, or their rounded shares a hundred."""
    total = project.total_value
    misses = total and sum(part.amount.euro.minor for part in budget) != total.euro.minor
    return bool(budget and (misses or sum(part.share for part in budget) != WHOLE))


def partners_of(site: Site, project: Project, links: Links) -> tuple[PartnerView, ...]:
    """The organisations of the project with their roles."""
    named = ((site.organisation(partner.org), partner.role) for partner in project.partners)
    return tuple(
        partner_view(organisation, role, project.language, logo_of(site, organisation, links))
        for organisation, role in named
        if organisation
    )


def places_of(project: Project) -> tuple[PlaceView, ...]:
    """Where something is built or done."""
    return tuple(
        PlaceView(id=p.id, name=p.name, address=p.address, lat=p.lat, lon=p.lon, map_address=map_address(p.lat, p.lon))
        for p in project.places
    )


def goal_view(goal: Goal, prose: Prose) -> GoalView:
    """An aim with its measures."""
    measures = tuple((f"{goal.id}-{measure.id}", measure.text) for measure in goal.measures)
    return GoalView(id=goal.id, kind=goal.kind, text=goal.text, measures=measures, blocks=prose.of(goal.id))


def timeline_of(site: Site, project: Project, links: Links) -> Timeline | None:
    """The time of the activities, with the project's dated events in it."""
    spans = [(activity.start, activity.end) for activity in project.activities]
    if not any(start and end for start, end in spans):
        return None
    frame = timeline([*spans, (project.start, project.actual_end or project.end)], site.today)
    if frame is None:
        return None
    events = ((event, event.when.first) for event in events_of(site, project) if event.when and event.when.day)
    marks = tuple(
        Milestone(x=place(frame, day), day=day, label=event.title, href=links.to_page(event))
        for event, day in events
        if frame.first <= day <= frame.last
    )
    return replace(frame, milestones=marks)


def progress_of(site: Site, project: Project) -> Progress | None:
    """How much of a running project's time is over."""
    running = project.status_on(site.today) == "ongoing"
    return progress(project.start, project.last_day, project.months, site.today) if running else None


def activity_view(activity: Activity, prose: Prose, time: Timeline | None) -> ActivityView:
    """A piece of the work."""
    return ActivityView(
        id=activity.id,
        number=activity.number,
        title=activity.title,
        text=activity.text,
        start=activity.start,
        end=activity.end,
        status=activity.status,
        bar=bar_of(time, activity.start, activity.end),
        outputs=tuple(OutputView(id=o.id, text=o.text, count=o.count) for o in activity.outputs),
        blocks=prose.of(activity.id),
    )


def results_of(project: Project, prose: Prose) -> tuple[ResultView, ...]:
    """The rows of the table of results."""
    return tuple(
        ResultView(
            id=result.id,
            text=result.text,
            unit=project.unit_of(result),
            baseline=result.baseline,
            target=result.target,
            achieved=result.achieved,
            reached=reached(result.achieved, result.target),
            date=result.date,
            blocks=prose.of(result.id),
        )
        for result in project.results
    )


def events_of(site: Site, project: Page) -> tuple[Scheduled, ...]:
    """The project's events in order of time, undated ones last."""
    return tuple(
        sorted(
            site.below(project, Scheduled),
            key=lambda e: (e.start is None, e.start.local.isoformat() if e.start else ""),
        )
    )


def free_pages(site: Site, project: Page) -> tuple[Page, ...]:
    """Pages beside the project that are neither events nor news."""
    return tuple(page for page in site.below(project, Downloadable) if page.kind == "page")
