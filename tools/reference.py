"""Writes docs/content-format.md, the reference of the content folder, from the declarations of the fields.

    python tools/reference.py

The words around the tables stand in tools/reference.md; a line `{{name}}` there is the place of a table.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from sitegen.kinds.event import Event  # noqa: E402 - the checkout is put on the path first
from sitegen.kinds.news import News  # noqa: E402
from sitegen.kinds.page import FreePage, Section  # noqa: E402
from sitegen.kinds.project import ACTIVITY_STATUSES, ROLES, Project  # noqa: E402
from sitegen.model.config import NETWORKS, Config  # noqa: E402
from sitegen.model.fields import Named, Reader, fields_of  # noqa: E402
from sitegen.model.funding import FUNDS, REGIMES, Programme  # noqa: E402
from sitegen.model.media import DOCUMENT_TYPES  # noqa: E402
from sitegen.model.organisation import TYPES, Organisation  # noqa: E402
from sitegen.model.page import EVENT_STATUSES, EVENT_TYPES, STATUSES, Page  # noqa: E402
from sitegen.model.provisions import Amendment  # noqa: E402
from sitegen.model.readers import Choice, Record  # noqa: E402
from sitegen.model.targets import TARGET_TYPES, Target  # noqa: E402
from sitegen.read.config import shipped_programmes  # noqa: E402
from sitegen.render.catalogue import Catalogue, parse_catalogue  # noqa: E402

FRAMING = ROOT / "tools" / "reference.md"
PAGE = ROOT / "docs" / "content-format.md"
LANGUAGES = ("en", "bg", "ru")
PLACE = re.compile(r"\{\{(.+)\}\}")
NAMES: Mapping[tuple[str, ...], tuple[str, str]] = {
    STATUSES: ("statuses of a project", "status"),
    ACTIVITY_STATUSES: ("statuses of an activity", "activity_status"),
    EVENT_STATUSES: ("statuses of an event", "event_status"),
    EVENT_TYPES: ("types of events", "event_type"),
    DOCUMENT_TYPES: ("types of documents", "document_type"),
    ROLES: ("roles", "role"),
    REGIMES: ("regimes", "regime"),
    FUNDS: ("funds", "fund"),
    NETWORKS: ("networks", "network"),
}
"""Choices that have a table of their own: its title, and the family of their words in the theme's catalogues."""


def table(heads: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """A Markdown table."""
    lines = [tuple(heads), *map(tuple, rows)]
    lines.insert(1, tuple("---" for _ in lines[0]))
    return "\n".join("| " + " | ".join(cells) + " |" for cells in lines) + "\n"


def fields_table(fields: Iterable[Named], *, with_place: bool = True) -> str:
    """Name, place, value and meaning of fields; settings have one place and need no such column."""
    heads = ("field", "where", "value", "meaning") if with_place else ("field", "value", "meaning")
    return table(heads, (field_row(field, with_place=with_place) for field in fields))


def field_row(field: Named, *, with_place: bool) -> tuple[str, ...]:
    """One field; `!` marks a required one."""
    name = f"`{field.name}`" + ("" if with_place or not field.mark.required else " !")
    place = (place_of(field),) if with_place else ()
    return (name, *place, value_of(field.mark.reader), field.mark.about)


def place_of(field: Named) -> str:
    """`F`, `W` or `F/W`, with `!` for what must be there."""
    letters = "W" if field.mark.is_words else "F/W" if field.in_translations else "F"
    return letters + (" !" if field.mark.required else "")


def value_of(reader: Reader) -> str:
    """What may be written, with a link to the table that tells more."""
    owner, each = getattr(reader, "owner", None), getattr(reader, "each", None)
    if owner is not None:
        return ("list: " if hasattr(reader, "key") else "") + link(title_of(owner))
    if isinstance(reader, Choice) and reader.options in NAMES:
        return "one of the " + link(NAMES[reader.options][0])
    if each is not None:
        return reader.expects.replace(each.expects, value_of(each))
    return reader.expects


def link(heading: str) -> str:
    """A link to a heading of the page."""
    return f"[{heading}](#{heading.replace(' ', '-')})"


def title_of(owner: type) -> str:
    """A class's name as words: `target group`."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", owner.__name__).lower()


# ── records ─────────────────────────────────────────────────────────────────────────────────────────────────


def records(*owners: type) -> str:
    """A table for each record that the fields of the owners hold, nested ones after those they are in."""
    return "\n".join(record(owner) for owner in nested(*owners))


def record(owner: type) -> str:
    """Heading, purpose and fields of a record."""
    settings = owner.__module__ == Config.__module__
    lines = [f"### {title_of(owner)}", "", " ".join([owner.__doc__ or "", *short_forms(owner)]), ""]
    return "\n".join([*lines, fields_table(fields_of(owner), with_place=not settings)])


def short_forms(owner: type) -> Iterator[str]:
    """What a bare text in place of the map means."""
    words = next((field.name for field in fields_of(owner) if field.mark.is_words), "")
    if words:
        yield f"In a translation a bare text is its `{words}`."
    short = next((r.short for r in readers(*PAGES) if isinstance(r, Record) and r.owner is owner), "")
    if short:
        yield f"A bare value is its `{short}`."


PAGES = (Section, Project, Event, News, FreePage)


def readers(*owners: type) -> Iterator[object]:
    """All readers of the owners' fields, and those within them."""
    for owner in owners:
        for field in fields_of(owner):
            reader: object = field.mark.reader
            while reader is not None:
                yield reader
                inside = getattr(reader, "owner", None)
                if inside:
                    yield from readers(inside)
                reader = getattr(reader, "each", None)


def nested(*owners: type) -> Iterable[type]:
    """The classes of the records within the owners, each once."""
    return dict.fromkeys(owner for reader in readers(*owners) if (owner := getattr(reader, "owner", None)))


# ── words ───────────────────────────────────────────────────────────────────────────────────────────────────


@cache
def catalogue(language: str) -> Catalogue:
    """The words of the default theme."""
    path = ROOT / "themes" / "default" / "locale" / f"{language}.po"
    return parse_catalogue(path.read_bytes(), language)


def enumerations() -> str:
    """The choices that have a table of their own, with the words that visitors read."""
    return "\n".join(
        f"### {name}\n\n" + table(("value", *LANGUAGES), ((f"`{o}`", *words(f"{family}.{o}")) for o in options))
        for options, (name, family) in NAMES.items()
    )


def words(key: str) -> tuple[str, ...]:
    """A key's words in the three languages."""
    return tuple(catalogue(language).text(key) for language in LANGUAGES)


def programmes() -> str:
    """The programmes that come along."""
    shipped = shipped_programmes(("bg",))
    rows = (
        (f"`{p.id}`", p.name.into("bg").text, p.code, p.regime, " ".join(f"`{fund}`" for fund in p.funds))
        for p in shipped.values()
    )
    return table(("id", "name", "code", "regime", "funds"), rows)


def targets() -> str:
    """The settings that targets of all types have, then those of each type."""
    every: type = Target
    common = {field.name for field in fields_of(every)}
    parts = [fields_table(fields_of(every), with_place=False)]
    types: Mapping[str, type] = dict(TARGET_TYPES)
    for name, owner in types.items():
        own = (field for field in fields_of(owner) if field.name not in common)
        parts.append(f"`type: {name}`: {owner.__doc__}\n\n{fields_table(own, with_place=False)}")
    return "\n".join(parts)


def beyond(owner: type) -> str:
    """The fields of a kind that not every kind has."""
    common = {field.name for field in fields_of(Page)}
    return fields_table(field for field in fields_of(owner) if field.name not in common)


TABLES: Mapping[str, Callable[[], str]] = {
    "every kind": lambda: fields_table(fields_of(Page)),
    "project": lambda: beyond(Project),
    "event": lambda: beyond(Event),
    "news": lambda: beyond(News),
    "page": lambda: beyond(FreePage),
    "records": lambda: records(*PAGES),
    "settings": lambda: fields_table(fields_of(Config), with_place=False),
    "records of settings": lambda: records(Config),
    "targets": targets,
    "organisations": lambda: fields_table(fields_of(Organisation), with_place=False),
    "types of organisations": lambda: ", ".join(f"`{name}`" for name in TYPES) + "\n",
    "programmes": lambda: fields_table(fields_of(Programme), with_place=False),
    "shipped programmes": programmes,
    "law": lambda: fields_table(fields_of(Amendment), with_place=False),
    "enumerations": enumerations,
}


def reference() -> str:
    """The whole page."""
    return PLACE.sub(lambda place: TABLES[place[1]]().rstrip("\n"), FRAMING.read_text(encoding="utf-8"))


def main() -> None:
    """Writes the page."""
    PAGE.write_text(reference(), encoding="utf-8", newline="\n")
    print(PAGE.relative_to(ROOT))


if __name__ == "__main__":
    main()
