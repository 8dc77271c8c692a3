"""Settings in words: the texts of site.yaml and of the organisations and programmes beside it, by language."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import is_dataclass

from sitegen.markup.paragraphs import FIELD, Paragraph
from sitegen.model.config import Config
from sitegen.model.fields import fields_of
from sitegen.model.language import Multilingual
from sitegen.problems import Location


def settings_words(config: Config) -> Iterator[tuple[str, Paragraph]]:
    """Language and text of each wording that the site's own settings have; those of the package are left out."""
    owners = {
        "": config,
        **{f"organisations.{name}.": organisation for name, organisation in config.organisations.items()},
        **{f"programmes.{name}.": programme for name, programme in config.programmes.items()},
    }
    for prefix, owner in owners.items():
        for name, language, text in texts_of(owner, prefix):
            place: Location | None = config.positions.get(name)
            if place:
                yield language, Paragraph(name, text, place, FIELD)


def texts_of(owner: object, prefix: str) -> Iterator[tuple[str, str, str]]:
    """Name, language and text of the wordings in a record and in those within it."""
    if not is_dataclass(owner):
        return
    owner_type: type = type(owner)
    for field in fields_of(owner_type):
        value, name = getattr(owner, field.name), prefix + field.name
        if isinstance(value, Multilingual):
            yield from ((f"{name}.{language}", language, text) for language, text in value.texts)
        elif isinstance(value, tuple):
            for number, item in enumerate(value):
                yield from texts_of(item, f"{name}.{number}.")
        else:
            yield from texts_of(value, f"{name}.")
