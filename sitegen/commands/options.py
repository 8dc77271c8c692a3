"""Options that commands share, and what they ask of a build."""

from __future__ import annotations

import os
from argparse import ArgumentParser, Namespace
from datetime import date, datetime, time
from pathlib import Path

from sitegen.builder.order import Order
from sitegen.problems import Mistake

ZONE = "Europe/Sofia"
NOON = time(12)


def add_common(command: ArgumentParser) -> None:
    """The options common to all commands that read content."""
    command.add_argument("--content", type=Path, default=Path("content"), metavar="DIR", help="the content folder")
    command.add_argument("--output", type=Path, default=Path("output"), metavar="DIR", help="the folder of the site")
    command.add_argument("--theme", type=Path, metavar="DIR", help="a theme instead of the one in site.yaml")
    command.add_argument("--base-url", type=base_url, metavar="URL", help="overrides url of site.yaml")
    command.add_argument("--today", type=day, metavar="YYYY-MM-DD", help="sets the clock to noon of a day")
    command.add_argument(
        "--now", type=datetime.fromisoformat, metavar="YYYY-MM-DDTHH:MM", help=f"sets the clock ({ZONE})"
    )
    command.add_argument("--jobs", type=positive, default=os.cpu_count() or 1, metavar="N", help="processes to use")
    command.add_argument("--drafts", action="store_true", help="include drafts and embargoed pages")
    command.add_argument("--strict", action="store_true", help="warnings count as errors")
    command.add_argument("--lang", choices=("bg", "en"), help="language of messages")
    command.add_argument("--clean", action="store_true", help="forget what earlier builds remembered")
    command.add_argument("--quiet", action="store_true", help="print problems only")


def add_format(command: ArgumentParser, *formats: str) -> None:
    """How a command prints what it found; the first is the usual one."""
    command.add_argument("--format", choices=formats, default=formats[0], help="how it is printed")


def positive(text: str) -> int:
    """A number from 1 on; raises ValueError."""
    number = int(text)
    if number < 1:
        raise ValueError(text)
    return number


def day(text: str) -> date:
    """A day as YYYY-MM-DD; raises ValueError."""
    return date.fromisoformat(text)


def base_url(text: str) -> str:
    """The address of a site; raises ValueError."""
    from sitegen.model.values import site_address

    try:
        return site_address(text)
    except Mistake as mistake:
        raise ValueError(text) from mistake


def clock(arguments: Namespace) -> datetime:
    """Local time in Sofia without zone: what was asked for, else now."""
    from zoneinfo import ZoneInfo

    if arguments.now:
        now: datetime = arguments.now
        return now.astimezone(ZoneInfo(ZONE)).replace(tzinfo=None) if now.tzinfo else now
    if arguments.today:
        return datetime.combine(arguments.today, NOON)
    return datetime.now(ZoneInfo(ZONE)).replace(tzinfo=None)


def order_of(arguments: Namespace) -> Order:
    """What the arguments ask of a build."""
    return Order(
        content=content_of(arguments),
        theme=arguments.theme.resolve() if arguments.theme else None,
        cache=cache_of(arguments) if arguments.command in ("build", "publish") else None,
        base_url=arguments.base_url or "",
        now=clock(arguments),
        jobs=arguments.jobs,
        drafts=arguments.drafts,
    )


def content_of(arguments: Namespace) -> Path:
    """The content folder under the name that the editor knows, be it a link."""
    content: Path = arguments.content
    return content.resolve() if ".." in content.parts else content.absolute()


def cache_of(arguments: Namespace) -> Path:
    """The folder of what may be forgotten at any time."""
    return content_of(arguments).parent / ".cache" / "sitegen"
