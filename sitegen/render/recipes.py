"""Recipes: how a view becomes a page. Pure functions of the workshop and the view."""

from __future__ import annotations

from typing import Any

from sitegen.model.address import output_path
from sitegen.model.artifact import Task
from sitegen.render.workshop import Workshop


def render_page(workshop: Workshop, inputs: tuple[str, str, object]) -> bytes:
    """A template with its view in a language."""
    template, language, view = inputs
    return workshop.render(template, language, view)


def page_task(address: str, template: str, language: str, view: Any, origin: str) -> Task:
    """The task that renders a view at an address."""
    return Task(
        path=output_path(address),
        recipe=render_page,
        inputs=(template, language, view),
        templates=(template,),
        origin=origin,
    )
