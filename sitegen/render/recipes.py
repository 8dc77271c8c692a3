"""Recipes: how a view becomes a page. Pure functions of the workshop and the view."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sitegen.model.address import output_path
from sitegen.model.artifact import Later, Task
from sitegen.model.page import Page
from sitegen.model.site import Site
from sitegen.render.links import Links
from sitegen.render.workshop import Workshop

View = Callable[..., object]
"""`(site, page, links, *rest) -> view`, a module-level function."""


def render_page(workshop: Workshop, inputs: tuple[str, str, object]) -> bytes:
    """A template with its view in a language."""
    template, language, view = inputs
    return workshop.render(template, language, view)


def seen_page(
    site: Site, pages: tuple[Page], view: View, template: str, address: str, *rest: object
) -> tuple[str, str, object]:
    """The inputs of `render_page` for a page of the site."""
    (page,) = pages
    return template, page.language, view(site, page, Links(site, address), *rest)


def view_task(page: Page, address: str, template: str, view: View, *rest: object, origin: str) -> Task:
    """The task that renders what a page shows at an address: `view(site, page, links, *rest)`."""
    return Task(
        path=output_path(address),
        recipe=render_page,
        inputs=Later(seen_page, ((page.id, page.language),), (view, template, address, *rest)),
        templates=(template,),
        origin=origin,
    )


def page_task(address: str, template: str, language: str, view: Any, origin: str) -> Task:
    """The task that renders a view at an address."""
    return Task(
        path=output_path(address),
        recipe=render_page,
        inputs=(template, language, view),
        templates=(template,),
        origin=origin,
    )
