"""The gate: what is not public leaves the site, with all that lies below it."""

from __future__ import annotations

import pytest

from sitegen.model.dates import parse_moment
from sitegen.model.gate import public
from tests.model.small import NOON, page, site


@pytest.mark.parametrize(("publish_at", "unpublish_at", "draft", "seen"), [
    (None, None, False, True),
    (None, None, True, False),
    ("2026-11-22", None, False, True),
    ("2026-11-22 12:00", None, False, True),
    ("2026-11-22 12:01", None, False, False),
    ("2026-11-23", None, False, False),
    ("2026-11-22", None, True, False),
    (None, "2026-11-22 12:01", False, True),
    (None, "2026-11-22 12:00", False, False),
    (None, "2026-11-22", False, False),
    ("2026-11-01", "2026-12-01", False, True),
])  # fmt: skip
def test_when_a_page_is_public(publish_at: str | None, unpublish_at: str | None, draft: bool, seen: bool) -> None:
    begins, ends = (text and parse_moment(text) for text in (publish_at, unpublish_at))
    found = page("pages/a", draft=draft, publish_at=begins or None, unpublish_at=ends or None)
    assert found.is_public(NOON) is seen


WHOLE = site(
    page("index"),
    page("projects/open", file="content/projects/open/index.bg.md"),
    page("projects/open-2", file="content/projects/open-2/index.bg.md"),
    page("projects/shut", file="content/projects/shut/index.bg.md", draft=True),
    page("projects/shut", "en", file="content/projects/shut/index.en.md", draft=True),
    page("projects/shut/events/a", file="content/projects/shut/events/a/index.bg.md"),
    page("projects/shutter", file="content/projects/shutter/index.bg.md"),
    files=["logo.png", "projects/open/plan.pdf", "projects/shut/plan.pdf", "projects/shut/events/a/agenda.bg.pdf"],
)


def test_a_closed_page_takes_what_lies_below_it() -> None:
    seen = public(WHOLE)
    assert seen.ids == ("index", "projects/open", "projects/open-2", "projects/shutter")
    assert seen.hidden == {"projects/shut", "projects/shut/events/a"}
    assert seen.closed == {"/bg/proekti/shut/", "/en/proekti/shut/", "/bg/proekti/shut/sabitia/a/"}
    assert list(seen.files) == ["logo.png", "projects/open/plan.pdf"]


def test_drafts_are_shown_to_those_who_ask() -> None:
    assert public(WHOLE, drafts=True) == WHOLE


def test_a_page_without_a_folder_of_its_own_hides_no_neighbours() -> None:
    seen = public(site(page("pages/a", draft=True), page("pages/b"), files=["pages/picture.jpg"]))
    assert seen.ids == ("pages/b",)
    assert list(seen.files) == ["pages/picture.jpg"]


def test_a_page_that_every_site_has_loses_its_words_and_nothing_else() -> None:
    draft = page("projects", "en", draft=True)
    seen = public(site(draft, page("projects/open", "en"), files=["projects/open/plan.pdf"]))
    assert seen.ids == ("projects", "projects/open")
    assert seen.hidden == set()
    shown = seen.pages[0]
    assert (shown.id, shown.language, shown.original, shown.file, str(shown.title)) == ("projects", "en", "en", "", "")
