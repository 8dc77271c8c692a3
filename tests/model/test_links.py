"""Links of a body: what each way of writing a target leads to."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sitegen.model.links import Closed, Dead, Destination, ToAddress, ToFile, ToPage, follow, page_id_of
from tests.model.small import LANGUAGES, file, page, site

PARK = page("projects/park", file="content/projects/park/index.bg.md")
PARK_EN = page("projects/park", "en", file="content/projects/park/index.en.md")
ABOUT = page("pages/about")
HOME = page("index")
SITE = site(
    PARK,
    PARK_EN,
    ABOUT,
    HOME,
    files=["projects/park/plan.bg.pdf", "logo.png"],
    hidden=frozenset({"projects/draft"}),
    lost=frozenset({"projects/broken"}),
)


def complaint(found: Destination) -> str:
    assert isinstance(found, Dead)
    assert found.mistake
    return f"{found.mistake.code} {found.mistake} → {found.mistake.hint}"


@pytest.mark.parametrize("target", [
    "https://example.bg/a", "HTTP://example.bg", "mailto:a@b.bg", "tel:+35978551166", "geo:42,23", "//example.bg/",
])  # fmt: skip
def test_addresses_elsewhere_stay(target: str) -> None:
    assert follow(SITE, PARK, target) == ToAddress(target, is_ours=False)


def test_addresses_from_the_root_are_ours() -> None:
    assert follow(SITE, PARK, "/bg/proekti/#a") == ToAddress("/bg/proekti/#a", is_ours=True)


@pytest.mark.parametrize("target", ["/bg/proekti/shut/", "/bg/proekti/shut", "/bg/proekti/shut/?a=b#c"])
def test_an_address_of_a_page_that_is_not_public_is_closed(target: str) -> None:
    assert isinstance(follow(replace(SITE, closed=frozenset({"/bg/proekti/shut/"})), PARK, target), Closed)


@pytest.mark.parametrize(("target", "found"), [
    ("#a3", ToPage(PARK, "a3")),
    ("../../pages/about", ToPage(ABOUT)),
    ("../../pages/about.bg.md#who", ToPage(ABOUT, "who")),
    ("../../pages/about/", ToPage(ABOUT)),
    ("page:pages/about#who", ToPage(ABOUT, "who")),
    ("page:/projects/park/", ToPage(PARK)),
    ("index.en.md", ToPage(PARK)),
    ("../..", ToPage(HOME)),
    ("page:index", ToPage(HOME)),
    ("plan.bg.pdf", ToFile(file("projects/park/plan.bg.pdf"))),
    ("../../logo.png", ToFile(file("logo.png"))),
    ("../draft", Closed("projects/draft")),
    ("page:projects/broken", Dead(None)),
])  # fmt: skip
def test_paths_lead_to_pages_and_files(target: str, found: Destination) -> None:
    assert follow(SITE, PARK, target) == found


def test_a_link_leads_to_the_readers_language_or_the_nearest() -> None:
    assert follow(SITE, PARK_EN, "page:projects/park") == ToPage(PARK_EN)
    assert follow(SITE, PARK_EN, "page:pages/about") == ToPage(ABOUT)


def test_letters_are_compared_in_one_form() -> None:
    composed = site(page("projects/й"))
    assert follow(composed, HOME, "projects/и\u0306") == ToPage(composed.pages[0])


@pytest.mark.parametrize(("target", "told"), [
    ("", "LNK-01 the link leads nowhere → Write an address between the brackets."),
    (
        "javascript:x",
        "LNK-01 'javascript:x' is not an address that a browser can open → Use https://, mailto: or a path.",
    ),
    (
        "../../../secret.txt",
        "LNK-06 '../../../secret.txt' leads out of the content folder → Link to a page or a file inside it.",
    ),
    ("page:..", "LNK-06 'page:..' leads out of the content folder → Link to a page or a file inside it."),
    ("../parks", "LNK-01 '../parks' leads to no page and no file → Did you mean 'page:projects/park'?"),
    (
        "www.example.bg/a",
        "LNK-01 'www.example.bg/a' leads to no page and no file → Write the address whole: https://www.example.bg/a",
    ),
    ("a@b.bg", "LNK-01 'a@b.bg' leads to no page and no file → Write: mailto:a@b.bg"),
    ("..\\parks", "LNK-01 '..\\parks' leads to no page and no file → Write: ../parks"),
    ("page:ъъъ", "LNK-01 'page:ъъъ' leads to no page and no file → Look at the name of the file or folder."),
])  # fmt: skip
def test_dead_links_say_why(target: str, told: str) -> None:
    assert complaint(follow(SITE, PARK, target)) == told


@pytest.mark.parametrize(("target", "name"), [
    ("Plan.bg.pdf", "plan.bg.pdf"),
    ("../Park/index.bg.md", "page:projects/park"),
])  # fmt: skip
def test_capital_letters_count_and_the_right_ones_are_told(target: str, name: str) -> None:
    told = f"'{target}' differs in capital letters from '{name}'"
    assert complaint(follow(SITE, PARK, target)) == (
        f"LNK-05 {told} → Write it exactly so; most servers tell capital letters apart."
    )


@pytest.mark.parametrize(("path", "page_id"), [
    ("", "index"),
    (".", "index"),
    ("index.bg.md", "index"),
    ("projects/park", "projects/park"),
    ("projects/park.bg.md", "projects/park"),
    ("projects/park/index.bg.md", "projects/park"),
    ("projects/park/index", "projects/park"),
    ("projects/v1.2", "projects/v1.2"),
    ("projects/park.de.md", "projects/park.de"),
])  # fmt: skip
def test_a_path_names_a_page(path: str, page_id: str) -> None:
    assert page_id_of(path, LANGUAGES) == page_id


def test_an_absolute_address_of_the_site_is_ours() -> None:
    whole = SITE.config.base_url + "/bg/kontakti/#a"
    assert follow(SITE, PARK, whole) == ToAddress("/bg/kontakti/#a", is_ours=True)
