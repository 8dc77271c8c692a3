"""What networks show with a link: the page's own title, address and picture, in its language and beside the others."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from PIL import Image

from tests.outputs.web import Page, Web
from tests.sites import build_site

LOCALES = {"bg": "bg_BG", "en": "en_GB", "ru": "ru_RU"}


def told(page: Page, name: str) -> list[str]:
    """The values of a property."""
    return [str(element.get("content")) for element in page.find(f"//meta[@property='og:{name}']")]


def pages(web: Web) -> dict[str, Page]:
    """Those that have an address of their own, and so can be shown with a link."""
    return {path: page for path, page in web.pages.items() if page.canonical and not page.find("//meta[@http-equiv]")}


def test_every_page_says_once_what_it_is_called_where_it_is_and_in_which_language(web: Web) -> None:
    found = pages(web)
    assert {"index.html", "data/index.html", "bg/index.html"} < found.keys()
    for path, page in found.items():
        languages = [str(page.find("//html/@lang")[0]), *(page.alternates.keys() - {"x-default"})]
        assert told(page, "url") == [page.canonical], path
        assert [len(told(page, name)) for name in ("title", "type", "locale", "image")] == [1] * 4, path
        assert told(page, "locale") == [LOCALES[languages[0]]], path
        if path == "data/index.html":  # in all languages, at one address
            continue
        others = {LOCALES[language] for language in languages[1:]} - {LOCALES[languages[0]]}
        assert set(told(page, "locale:alternate")) == others, path
        assert page.text("//title").startswith(told(page, "title")[0]), path


def test_its_picture_is_there_in_the_size_that_is_told(web: Web) -> None:
    for path, page in pages(web).items():
        (address,) = told(page, "image")
        assert address.startswith(web.url), path
        picture = Image.open(BytesIO(web.built.bytes(address.removeprefix(web.url))))
        assert [str(side) for side in picture.size] == [*told(page, "image:width"), *told(page, "image:height")], path
        assert told(page, "image:alt") != [""], path
        kind = "summary_large_image" if picture.width >= 600 else "summary"
        assert [str(card.get("content")) for card in page.find("//meta[@name='twitter:card']")] == [kind], path


def test_a_home_page_and_the_choice_of_language_are_called_like_the_site(tmp_path: Path) -> None:
    web = Web(build_site(tmp_path))
    names = {path: told(web.pages[path], "title") for path in ("index.html", "bg/index.html", "en/index.html")}
    assert names == {"index.html": ["Проекти"], "bg/index.html": ["Проекти"], "en/index.html": ["Projects"]}
