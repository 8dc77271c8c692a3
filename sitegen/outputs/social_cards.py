"""Social cards: a picture for each project and language, and one for the site in each language."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.model.address import output_path
from sitegen.model.artifact import Task
from sitegen.model.language import Phrase
from sitegen.model.page import Funded
from sitegen.model.site import Site
from sitegen.render.frames import strip_of
from sitegen.render.previews import card_address
from sitegen.render.social_cards import CardView, draw_card

NO_WORDS = Phrase("", "")


def tasks(site: Site) -> Iterator[Task]:
    """One task for each card."""
    for language in site.config.languages:
        yield task(card_address(site, None, language), site_card(site, language), f"sitegen: {language}")
        for project in site.having(Funded, language):
            yield task(card_address(site, project, language), project_card(site, project), project.file)


def task(address: str, card: CardView, origin: str) -> Task:
    """The task that draws a card."""
    return Task(path=output_path(address), recipe=draw_card, inputs=card, origin=origin, is_timeless=True)


def site_card(site: Site, language: str) -> CardView:
    """The card of the site: its name and what its home page says first."""
    home = site.index["index", language]
    return CardView(
        language=language,
        owner=site.owner_name(language),
        title=site.config.title.into(language),
        lead=home.summary,
        strip=strip_of(site, home),
        brand=site.config.brand,
    )


def project_card(site: Site, project: Funded) -> CardView:
    """The card of a project: its title, its money in euro, its time, its place or who answers for it."""
    role, name = project.responsible
    body = site.organisation(name)
    bodies = (body.name.into(project.language),) if body else ()
    return CardView(
        language=project.language,
        owner=site.owner_name(project.language),
        title=project.title,
        lead=NO_WORDS,
        total=project.total_value.euro if project.total_value else None,
        start=project.start,
        end=project.actual_end or project.end,
        spot_key="place" if project.place_names else f"role.{role}",
        spot=project.place_names or bodies,
        strip=strip_of(site, project),
        brand=site.config.brand,
    )
