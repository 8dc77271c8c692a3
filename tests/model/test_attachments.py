"""Attachments: which files belong to which page, and which are used at all."""

from __future__ import annotations

from typing import Any

import pytest

from sitegen.model.attachments import beside, document_files, files_of, offered_files, used_files
from sitegen.model.document import Document, Link
from sitegen.model.media import Attachment, Photo
from sitegen.model.organisation import Organisation
from sitegen.model.page import Downloadable, Page
from tests.model.small import bg, config, page, site

FOLDER = "projects/park"
AT_INDEX: dict[str, Any] = {"source": f"content/{FOLDER}/index.bg.md", "file": f"content/{FOLDER}/index.bg.md"}


def names(*files: str, language: str = "bg", **facts: Any) -> list[tuple[str, str]]:
    """Kind and path of the documents of a project."""
    found = page(FOLDER, language, kind=Downloadable, **(AT_INDEX | facts))
    return [(entry.type, file.path) for entry, file in document_files(site(found, files=files), found)]


@pytest.mark.parametrize(("name", "path"), [
    ("plan.pdf", "projects/park/plan.pdf"),
    ("../shared/plan.pdf", "projects/shared/plan.pdf"),
])  # fmt: skip
def test_a_field_names_a_file_beside_the_source(name: str, path: str) -> None:
    assert beside(page(FOLDER, "en", **AT_INDEX), name) == path


def test_files_in_the_folder_are_documents_by_their_names() -> None:
    assert names(
        f"{FOLDER}/contract.bg.pdf",
        f"{FOLDER}/documents/annex.en.pdf",
        f"{FOLDER}/plan.bg.pdf",
        f"{FOLDER}/contract.de.pdf",
        "projects/contract.bg.pdf",
    ) == [("contract", f"{FOLDER}/contract.bg.pdf"), ("annex", f"{FOLDER}/documents/annex.en.pdf")]


def test_a_named_file_keeps_its_entry_and_is_told_once() -> None:
    entry = Attachment(file="contract.bg.pdf", type="report", title=bg("Отчет"))
    found = page(FOLDER, kind=Downloadable, documents=(entry, Attachment(file="absent.pdf")), **AT_INDEX)
    whole = site(found, files=[f"{FOLDER}/contract.bg.pdf"])
    assert document_files(whole, found) == ((entry, whole.files[f"{FOLDER}/contract.bg.pdf"]),)


def test_the_four_of_a_press_conference_come_first_in_their_order() -> None:
    kinds = ("annex", "presentation", "media-info", "agenda", "invitation", "brochure")
    assert [kind for kind, _ in names(*(f"{FOLDER}/{kind}.bg.pdf" for kind in kinds))] == [
        "agenda", "invitation", "media_info", "presentation", "annex", "brochure",
    ]  # fmt: skip


def test_a_page_that_shares_its_folder_has_no_documents_by_name() -> None:
    about = page("pages/about", kind=Downloadable)
    assert document_files(site(about, files=["pages/contract.bg.pdf"]), about) == ()


def test_the_files_of_the_content_folder_are_the_home_pages() -> None:
    home = page("index", kind=Downloadable)
    found = document_files(site(home, files=["report.bg.pdf", "documents/report.en.pdf"]), home)
    assert [file.path for _, file in found] == ["report.bg.pdf", "documents/report.en.pdf"]


def test_a_page_uses_what_it_shows_links_to_and_offers() -> None:
    links = tuple(
        Link(target=target, line=9, column=1) for target in ("text.pdf", "https://a.bg/", "../../pages/a", "gone.pdf")
    )
    park = page(
        FOLDER,
        kind=Downloadable,
        body=Document(links=links),
        image="front.jpg",
        gallery=(Photo(file="gallery/1.jpg"), Photo(file="gallery/absent.jpg")),
        **AT_INDEX,
    )
    here = [f"{FOLDER}/{name}" for name in ("text.pdf", "front.jpg", "gallery/1.jpg", "contract.bg.pdf", "unused.pdf")]
    whole = site(park, page("pages/a"), files=here)
    assert files_of(whole, park) == {
        f"{FOLDER}/{name}" for name in ("text.pdf", "front.jpg", "gallery/1.jpg", "contract.bg.pdf")
    }


def test_a_plain_page_has_no_documents() -> None:
    plain = page("pages/a", kind=Page, source="content/pages/a/index.bg.md", file="content/pages/a/index.bg.md")
    assert files_of(site(plain, files=["pages/a/report.bg.pdf"]), plain) == set()


def test_logos_are_used_by_the_site() -> None:
    owners = {"a": Organisation(id="a", logo="logo.png"), "b": Organisation(id="b"), "c": Organisation(logo="gone.png")}
    whole = site(
        page("index", image="front.jpg"),
        files=["logo.png", "front.jpg", "unused.jpg"],
        config=config(organisations=owners),
    )
    assert used_files(whole) == {"logo.png", "front.jpg"}


def test_a_site_without_pages_uses_nothing() -> None:
    assert used_files(site(files=["logo.png"])) == set()


def test_offered_are_the_documents_of_all_pages() -> None:
    home = page("index", kind=Downloadable)
    found = site(home, page("pages/a"), files=["report.bg.pdf", "picture.jpg"])
    assert offered_files(found) == {"report.bg.pdf"}
