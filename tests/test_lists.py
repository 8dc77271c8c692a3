"""Lists are written out, not discovered: nothing that belongs to one is missing from it."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from types import ModuleType

import sitegen.checks
import sitegen.kinds
import sitegen.outputs
import sitegen.publish.targets
from sitegen.checks import PAGE_CHECKS, PROOFS, SITE_CHECKS
from sitegen.kinds import KINDS, kind_of
from sitegen.model.address import SECTION_WORDS, SECTIONS
from sitegen.model.page import Page
from sitegen.model.targets import TARGET_TYPES
from sitegen.outputs import OUTPUTS, pages, sections
from sitegen.publish.target import Promise
from sitegen.publish.targets import TARGETS
from sitegen.publish.targets import kind_of as kind_of_target
from sitegen.render.theme import default_folder


def rooms(package: ModuleType) -> list[ModuleType]:
    """The modules right below a package."""
    return [
        importlib.import_module(f"{package.__name__}.{found.name}") for found in pkgutil.iter_modules(package.__path__)
    ]


def test_every_output_is_in_the_list_once() -> None:
    made = [room.tasks for room in rooms(sitegen.outputs)]
    assert sorted(o.__module__ for o in OUTPUTS) == sorted(task.__module__ for task in made)
    assert set(OUTPUTS) == set(made)


def test_every_check_is_in_one_of_the_lists_once() -> None:
    names = ("problems", "settings_problems", "proof")
    checks = [getattr(room, name) for room in rooms(sitegen.checks) for name in names if hasattr(room, name)]
    listed = (*PAGE_CHECKS, *SITE_CHECKS, *PROOFS)
    assert sorted(check.__module__ for check in listed) == sorted(check.__module__ for check in checks)
    assert set(listed) == set(checks)
    others = {room for room in rooms(sitegen.checks) if not any(hasattr(room, name) for name in names)}
    assert {room.__name__.rpartition(".")[2] for room in others} <= {"inspection"}


def test_every_target_is_in_the_list_with_its_settings_and_its_promise() -> None:
    made = {room.__name__.rpartition(".")[2]: room for room in rooms(sitegen.publish.targets)}
    assert set(made) == set(TARGETS)
    assert [name for name, _ in TARGET_TYPES] == list(TARGETS)
    for name in TARGETS:
        kind = kind_of_target(name)
        assert isinstance(kind.promise, Promise)
        assert callable(kind.open)


def test_every_kind_is_in_the_list_once() -> None:
    classes = {
        value
        for room in rooms(sitegen.kinds)
        for value in vars(room).values()
        if inspect.isclass(value) and issubclass(value, Page) and value.__module__ == room.__name__
    }
    assert {kind.page for kind in KINDS} == classes
    assert len({kind.name for kind in KINDS}) == len(KINDS)


def test_every_kind_has_its_view_and_template() -> None:
    templates = default_folder() / "templates"
    for kind in KINDS:
        assert kind.name == "section" or (kind.page in pages.VIEWS and (templates / kind.template).is_file())
    assert {*sections.VIEWS, "search"} == set(SECTIONS)
    assert all((templates / template).is_file() for template, _ in sections.VIEWS.values())


def test_every_place_has_a_kind() -> None:
    places = {
        "index": "section",
        "contacts": "section",
        "projects/park": "project",
        "projects/park/events/a": "event",
        "projects/park/news/a": "news",
        "events/a": "event",
        "news/2018/a": "page",
        "news/a": "news",
        "pages/a": "page",
        "projects/park/plan": "page",
        "pages/events/a": "event",
    }
    assert {place: kind_of(place).name for place in places} == places


def test_every_section_but_the_home_page_has_a_word() -> None:
    assert set(SECTION_WORDS) == set(SECTIONS[1:])
