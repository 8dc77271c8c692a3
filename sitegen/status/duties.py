"""Duties: which signs, posters and events a project owes, from its period, funds, amounts and kind of work.

What the content does not say is never guessed: such a duty cannot be told, and names the fields to state.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from sitegen.kinds.project import Project
from sitegen.model.attachments import document_files
from sitegen.model.dates import later
from sitegen.model.money import Money, canonical
from sitegen.model.page import Funding, Scheduled
from sitegen.model.provisions import Provision
from sitegen.model.site import Site
from sitegen.problems import Message, message

DUE, NOT_DUE, UNKNOWN = "due", "not_due", "cannot_be_told"
STATES: Mapping[str, Message] = {
    DUE: message("due"),
    NOT_DUE: message("not due"),
    UNKNOWN: message("cannot be told"),
}
KINDS: Mapping[str, Message] = {
    "temporary_sign": message("temporary billboard"),
    "permanent_sign": message("durable plaque or billboard"),
    "poster": message("A3 poster or electronic display"),
    "event": message("communication event"),
}
COUNTED_AS: Mapping[str, tuple[str, ...]] = {
    "temporary_sign": ("temporary_sign",),
    "permanent_sign": ("permanent_sign",),
    "poster": ("poster",),
    "event": ("press_conference", "first_sod"),
}
"""The kinds of publicity that fulfil a duty."""
EVENTS = frozenset({
    "opening_press_conference", "interim_press_conference", "closing_press_conference",
    "first_sod", "inauguration", "information_day",
})  # fmt: skip
"""The events that count as a communication event."""


@dataclass(frozen=True)
class Judgement:
    """Whether a rule binds a project, and why."""

    state: str
    why: Message
    needs: tuple[str, ...] = ()
    """The fields that the content has to state before it can be told."""


@dataclass(frozen=True, kw_only=True)
class Duty:
    """One measure that a rule asks of a project."""

    project: str
    kind: str
    """`temporary_sign permanent_sign poster event`."""
    judgement: Judgement
    provision: Provision
    day: date | None
    """Until when; None where the content does not say enough."""
    planned: int | None
    done: int

    @property
    def is_owed(self) -> bool:
        """Whether it is due and nothing shows that it was done."""
        return self.judgement.state == DUE and not self.done

    @property
    def needs(self) -> tuple[str, ...]:
        """The fields to state: for the duty, else for its day."""
        dateless = () if self.day or self.judgement.state != DUE else (self.provision.due,)
        return self.judgement.needs or dateless


def duties(site: Site) -> Iterator[Duty]:
    """Those of all projects that are no drafts, in their order."""
    for page_id in site.ids:
        project = site.nearest(page_id, site.config.default_language)
        if isinstance(project, Project):
            yield from duties_of(site, site.page(project.id, project.original) or project)


def duties_of(site: Site, project: object) -> Iterator[Duty]:
    """Those of one project."""
    programme = site.programme(project.programme) if isinstance(project, Project) else None
    if not isinstance(project, Project) or programme is None:
        return
    judged: dict[str, Judgement] = {}
    for one in site.config.law.duties(programme.regime):
        judgement = judge(site, project, one, judged)
        if judgement is None:
            continue
        judged[one.id] = judgement
        counts = [getattr(project.publicity, kind, None) for kind in COUNTED_AS[one.duty]]
        plans = [count.planned for count in counts if count and count.planned is not None]
        stated = sum(count.done or 0 for count in counts if count)
        yield Duty(
            project=project.id,
            kind=one.duty,
            judgement=judgement,
            provision=one,
            day=due_day(project, one),
            planned=sum(plans) if plans else None,
            done=max(stated, shown(site, project, one.duty)),
        )


def judge(site: Site, project: Project, one: Provision, judged: Mapping[str, Judgement]) -> Judgement | None:
    """Whether a rule binds a project; None where none of its programme's funds is among those of the rule."""
    funds, bound = site.funds_of(project), set(one.funds)
    if bound and not bound & set(funds):
        return None
    instead = [judged[name] for name in one.unless if name in judged]
    if any(other.state == DUE for other in instead):
        return Judgement(NOT_DUE, message("a plaque or billboard is due in its place"))
    open_needs = [need for other in instead if other.state == UNKNOWN for need in other.needs]
    if bound and not bound.issuperset(funds) and not project.fund and len(funds) > 1:
        open_needs.insert(0, "fund")
    if is_strategic(one, project):
        return Judgement(DUE, message("the operation is of strategic importance"))
    return weigh(project, one, tuple(dict.fromkeys(open_needs)))


def is_strategic(one: Provision, project: Project) -> bool:
    """Whether the rule binds strategic operations of any amount, and the project is one (Art. 50(1)(e))."""
    return one.duty == "event" and project.strategic


def weigh(project: Project, one: Provision, needs: tuple[str, ...]) -> Judgement:
    """The kind of work and the amount against the rule's; what denies a duty counts before what cannot be told."""
    if one.works and project.works and project.works not in one.works:
        return Judgement(NOT_DUE, message("nothing is built or bought to which the rule applies"))
    threshold = int(one.value[0])
    low, high, lacking = bounds(project, one.amount)
    if threshold and high is not None and high.euro.minor <= threshold * 100:
        return Judgement(NOT_DUE, compared(one, high, is_above=False))
    if one.works and not project.works:
        needs = (*needs, "works")
    if threshold and (low is None or low.euro.minor <= threshold * 100):
        needs = (*needs, *lacking)
    if needs:
        return Judgement(UNKNOWN, message("state in the project: {fields}", fields=", ".join(needs)), needs)
    if threshold and low:
        return Judgement(DUE, compared(one, low, is_above=True))
    return Judgement(DUE, message("every project of these funds owes it"))


def bounds(project: Project, amount: str) -> tuple[Money | None, Money | None, tuple[str, ...]]:
    """The least and the greatest that an amount can be, and the fields that would tell it.

    Public support is what the Union and the state pay; it is never more than the total.
    """
    total, funding = project.total_value, project.funding
    if amount == "total":
        return total, total, ("total_value",)
    eu, national = (funding.eu, funding.national) if funding else (None, None)
    absent = ((name, money) for name, money in (("eu", eu), ("national", national)) if money is None)
    lacking = () if is_told_whole(funding, total) else tuple(f"funding.{name}" for name, _ in absent)
    known = [money for money in (eu, national) if money]
    same = {money.currency for money in known}
    low = known[0] + known[1] if len(known) == 2 and len(same) == 1 else (known[0] if known else None)
    return low, low if not lacking else total, lacking


def is_told_whole(funding: Funding | None, total: Money | None) -> bool:
    """Whether the stated parts make up the total, so that a part that is absent is none."""
    parts = [money for _, money in funding.parts] if funding else []
    same = total is not None and bool(parts) and all(money.currency == total.currency for money in parts)
    return same and total is not None and sum(money.minor for money in parts) == total.minor


def compared(one: Provision, money: Money, *, is_above: bool) -> Message:
    """The amount beside the threshold, in euro."""
    values = {"amount": canonical(money.euro), "threshold": canonical(Money(int(one.value[0]) * 100, "EUR"))}
    if one.amount == "public":
        above = message("the public support is {amount}, more than {threshold}", **values)
        below = message("the public support is at most {amount}, not more than {threshold}", **values)
    else:
        above = message("the total cost is {amount}, more than {threshold}", **values)
        below = message("the total cost is {amount}, not more than {threshold}", **values)
    return above if is_above else below


def due_day(project: Project, one: Provision) -> date | None:
    """The day until which it is to be done; None where the content does not state the start or the end."""
    if one.due == "start":
        return project.start.first if project.start else None
    return later(project.last_day, one.months) if project.last_day else None


def shown(site: Site, project: Project, kind: str) -> int:
    """How many events were held, or posters published as documents, that the site itself shows."""
    if kind == "event":
        events = site.below(project, Scheduled)
        return sum(e.type in EVENTS and not e.draft and e.status_on(site.today) == "held" for e in events)
    if kind == "poster":
        return sum(document.type == "poster" for document, _ in document_files(site, project))
    return 0
