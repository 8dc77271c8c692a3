"""Recorded addresses: what finds a page again."""

from __future__ import annotations

import pytest

from sitegen.model.recorded import NO_BODY, Recorded, Whereabouts, body_digest, successors

PARK = Recorded("/bg/proekti/park/", "projects/park", 7, "aa")
START = Recorded("/bg/proekti/park/sabitia/start/", "projects/park/events/start", None, "bb")
NEWS = Recorded("/bg/novini/a/", "news/a", None, "cc")
DUMB = Recorded("/bg/nyama/", "pages/dumb")


def places(
    *ids: str, numbers: dict[int, str] | None = None, bodies: dict[tuple[str, str], str] | None = None
) -> Whereabouts:
    return Whereabouts(frozenset(ids), numbers or {}, bodies or {}, (PARK, START, NEWS, DUMB))


@pytest.mark.parametrize(
    ("known", "found"),
    [
        (places("projects/park", "news/a"), {PARK.address: "projects/park", NEWS.address: "news/a"}),
        (places("projects/green", numbers={7: "projects/green"}), {PARK.address: "projects/green"}),
        (
            places("projects/green", "projects/green/events/start", numbers={7: "projects/green"}),
            {PARK.address: "projects/green", START.address: "projects/green/events/start"},
        ),
        (places("projects/park", "projects/b", numbers={7: "projects/b"}), {PARK.address: "projects/park"}),
        (
            places("projects/park", "projects/b", numbers={7: "projects/b", 8: "projects/park"}),
            {PARK.address: "projects/b"},
        ),
        (places("news/b", bodies={("news/b", "bg"): "cc"}), {NEWS.address: "news/b"}),
        (places("news/b", "news/c", bodies={("news/b", "bg"): "cc", ("news/c", "bg"): "cc"}), {}),
        (places("news/b", bodies={("news/b", "en"): "cc"}), {}),
        (places("pages/empty", bodies={("pages/empty", "bg"): NO_BODY}), {}),
        (places(), {}),
    ],
)
def test_what_finds_a_page_again(known: Whereabouts, found: dict[str, str]) -> None:
    assert successors(known) == found


def test_two_recorded_pages_with_one_body_are_not_guessed() -> None:
    twin = Recorded("/bg/novini/b/", "news/b", None, "cc")
    known = Whereabouts(frozenset({"news/c"}), {}, {("news/c", "bg"): "cc"}, (NEWS, twin))
    assert successors(known) == {}


def test_the_digest_of_a_body_leaves_spaces_at_the_ends_out() -> None:
    assert body_digest("\nДума.  \nДруга.\n") == body_digest("Дума.\nДруга.")
    assert body_digest("Дума.") != body_digest("Дума")
    assert body_digest(" \n") == NO_BODY
