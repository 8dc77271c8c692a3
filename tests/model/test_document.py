"""Bodies: links stand as marks in the text until a page knows where they lead."""

from __future__ import annotations

from sitegen.model.document import MARK, Document, Link, Section, closing_mark, opening_mark


def test_the_marks_of_a_link_are_found_again() -> None:
    text = f"Виж {opening_mark(12)}плана{closing_mark(12)} и {opening_mark(3)}"
    assert MARK.findall(text) == [("", "12"), ("/", "12"), ("", "3")]
    assert MARK.sub("", text) == "Виж плана и "


def link(**more: object) -> Link:
    """A link or picture somewhere."""
    return Link(target="x", line=1, column=1, **more)  # type: ignore[arg-type]


def document(html: str, *links: Link) -> Document:
    """A document of one section in which `<n>`, `</n>` stand for marks."""
    for number in range(len(links)):
        html = html.replace(f"<{number}>", opening_mark(number)).replace(f"</{number}>", closing_mark(number))
    return Document(sections=(Section(heading=None, html=html),), links=links)


def test_the_text_of_a_link_is_what_is_read() -> None:
    found = document("<p>Виж <0><b>план</b> &amp;\n<code>&lt;код&gt;</code> </0>, <1></1>.</p>", link(), link())
    assert found.link_texts == {0: "план & <код>", 1: ""}


def test_a_picture_in_a_link_counts_with_its_alternative_text() -> None:
    area = link(is_picture=True, alt="Площад")
    none = link(is_picture=True, alt="а", is_decorative=True)
    found = document("<p><0><1></0> <2><3> и думи</2> <1></p>", link(), area, link(), none)
    assert found.link_texts == {0: "Площад", 2: "и думи"}


def test_a_link_in_a_link_has_its_own_text() -> None:
    found = document("<0>а<table><td><1>б</1></td></table>в</0>", link(), link())
    assert found.link_texts == {1: "б", 0: "абв"}


def test_a_document_without_links_has_no_texts() -> None:
    assert Document().link_texts == document("<p>Тук</p>").link_texts == {}
