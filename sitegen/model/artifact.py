"""What a build makes: tasks, which are planned, and artifacts, which are written."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Copy:
    """What a recipe gives instead of bytes: the path of a file on disk that goes out as it is."""

    disk: str


@dataclass(frozen=True)
class Later:
    """Inputs that are made when the task is performed: workers share that work, and what stays as it was costs none."""

    make: Callable[..., object]
    """`(site, pages, *rest) -> inputs`, a module-level function; the site is one of covers."""
    pages: tuple[tuple[str, str], ...] | None
    """Ids and languages of the pages that it sees whole; None stands for all."""
    rest: tuple[object, ...] = ()
    """Plain values."""


@dataclass(frozen=True, kw_only=True)
class Task:
    """A planned file: a pure recipe with all that it needs."""

    path: str
    """Where the file goes, below the output folder, with `/`."""
    recipe: Callable[[Any, Any], bytes | Copy]
    """`(workshop, inputs) -> bytes`, a module-level function."""
    inputs: object
    """A frozen value, all that the recipe may see; `Later` stands for one that is not made yet."""
    templates: tuple[str, ...] = ()
    """Names of the templates that it starts from."""
    origin: str
    """The source file, or what else asked for it; named when two tasks want one path."""
    is_timeless: bool = False
    """Whether its bytes come from its inputs and the words of the theme alone, not from day, settings or templates."""
    is_given: bool = False
    """Whether it is a file of somebody's own, in which nothing that we make is to be proved."""


@dataclass(frozen=True, kw_only=True)
class Artifact:
    """A finished file: its bytes, or the file that it is a copy of."""

    path: str
    content: bytes | None
    copy_of: str | None = None
    """The path of the file on disk; set where `content` is None."""
    is_staged: bool = False
    """Whether that file was made for this build, and may be moved to its place."""
    origin: str
