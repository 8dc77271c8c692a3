"""Which picture networks show of which page, and that it is there."""

from __future__ import annotations

from datetime import datetime
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from tests.outputs.web import Page, Web, web_of
from tests.sites import PROJECT, SITE, Built, build_content, build_site, write_files

EXAMPLE = Path(__file__).parents[2] / "content"
EVENT = "-- projects/park/events/a/index.bg.md --\n---\ntitle: Начало\ntype: training\nstart: 2018-02-20\n---\n"
WITH_PICTURE = "image: a.png\nimage_alt: Алея с липи\n"
LOCALES = {"bg": "bg_BG", "en": "en_GB", "ru": "ru_RU"}


def og(page: Page, name: str) -> list[str]:
    """The contents of a tag of Open Graph."""
    return [str(value) for value in page.find(f"//meta[@property='og:{name}']/@content")]


def site_with(root: Path, head: str = "", size: tuple[int, int] = (800, 500), name: str = "a.png") -> Built:
    """A project with a picture beside it, and an event of it."""
    content = write_files(root, f"-- projects/park/index.bg.md --\n---\n{PROJECT}{head}---\n{EVENT}")
    Image.new("RGB", size, "green").save(content / "projects" / "park" / name)
    return build_content(content)


def test_every_page_has_a_picture_that_is_there(web: Web) -> None:
    framed = {path: page for path, page in web.pages.items() if path.startswith(("bg/", "en/", "ru/"))}
    told = {path: page for path, page in framed.items() if not page.find("//meta[@http-equiv='refresh']")}
    assert len(told) > 30
    for path, page in told.items():
        (address,) = og(page, "image")
        file = web.leads_to(path, address)
        assert address.startswith("https://")
        assert file
        assert file in web.built, f"{path}: {address}"
        with Image.open(BytesIO(web.built.bytes(file))) as picture:
            assert og(page, "image:width") + og(page, "image:height") == [str(side) for side in picture.size]
        assert og(page, "image:alt")[0]
        assert page.find("//meta[@name='twitter:card']/@content") == ["summary_large_image"]


def test_a_card_for_each_project_and_language_and_one_for_the_site(web: Web) -> None:
    cards = sorted(path for path in web.built if path.endswith("card.png"))
    projects = ("bg/proekti/park", "bg/proekti/school", "en/projects/school", "en/projects/town-park")
    wanted = [*projects, "ru/proekty/park", "ru/proekty/school", "bg", "en", "ru"]
    assert cards == sorted(f"{folder}/card.png" for folder in wanted)


def test_a_page_has_the_card_of_its_project_else_that_of_the_site(tmp_path: Path) -> None:
    pages = Web(site_with(tmp_path)).pages
    project = "https://proekti.example/bg/proekti/park/card.png"
    assert og(pages["bg/proekti/park/index.html"], "image") == [project]
    assert og(pages["bg/proekti/park/sabitia/a/index.html"], "image") == [project]
    assert og(pages["bg/sabitia/index.html"], "image") == ["https://proekti.example/bg/card.png"]
    assert og(pages["ru/proekty/park/index.html"], "image") == ["https://proekti.example/ru/proekty/park/card.png"]
    assert og(pages["bg/proekti/park/index.html"], "image:alt") == ["Парк – Община"]


def test_a_picture_of_its_own_takes_the_place_of_the_card(tmp_path: Path) -> None:
    pages = Web(site_with(tmp_path, WITH_PICTURE)).pages
    page = pages["bg/proekti/park/index.html"]
    assert og(page, "image") == ["https://proekti.example/assets/projects/park/a-800.png"]
    assert og(page, "image:alt") == ["Алея с липи"]
    assert og(page, "image:width") + og(page, "image:height") == ["800", "500"]
    event = pages["bg/proekti/park/sabitia/a/index.html"]
    assert og(event, "image") == ["https://proekti.example/bg/proekti/park/card.png"]


@pytest.mark.parametrize(("size", "name"), [((199, 500), "a.png"), ((500, 199), "a.png"), ((150, 150), "a.gif")])
def test_what_networks_do_not_show_is_no_preview(tmp_path: Path, size: tuple[int, int], name: str) -> None:
    built = site_with(tmp_path, WITH_PICTURE.replace("a.png", name), size, name)
    assert built.errors == []
    page = Web(built).pages["bg/proekti/park/index.html"]
    assert og(page, "image") == ["https://proekti.example/bg/proekti/park/card.png"]


def test_a_drawing_is_no_preview_however_large(tmp_path: Path) -> None:
    content = write_files(
        tmp_path, f"-- projects/park/index.bg.md --\n---\n{PROJECT}{WITH_PICTURE.replace('a.png', 'a.svg')}---\n"
    )
    drawing = '<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="630"><path d="M0 0h1200v630H0z"/></svg>'
    (content / "projects" / "park" / "a.svg").write_text(drawing, encoding="utf-8")
    built = build_content(content)
    assert built.errors == []
    page = Web(built).pages["bg/proekti/park/index.html"]
    (shown,) = page.find("//main//figure//img")
    assert shown.get("src").endswith("a.svg")
    assert (shown.get("width"), shown.get("height")) == ("1200", "630")
    assert og(page, "image") == ["https://proekti.example/bg/proekti/park/card.png"]


def test_a_small_picture_stands_beside_the_words(tmp_path: Path) -> None:
    page = Web(site_with(tmp_path, WITH_PICTURE, (300, 300))).pages["bg/proekti/park/index.html"]
    assert page.find("//meta[@name='twitter:card']/@content") == ["summary"]


def test_the_other_tags_tell_what_the_page_tells(web: Web) -> None:
    for page in web.pages.values():
        if not og(page, "site_name"):  # a page of all languages, for which test_open_graph.py stands
            continue
        assert og(page, "url") == [page.canonical]
        assert page.text("//title").startswith((og(page, "title")[0], og(page, "site_name")[0]))
        assert og(page, "description") == page.find("//meta[@name='description']/@content")
        language = str(page.find("//html/@lang")[0])
        assert og(page, "locale") == [LOCALES[language]]
        others = [code for code in page.alternates if code not in (language, "x-default")]
        assert og(page, "locale:alternate") == [LOCALES[code] for code in others]


def test_a_description_is_as_long_as_networks_show(tmp_path: Path) -> None:
    long = "Първо изречение с думи. " * 20
    text = f"-- projects/park/index.bg.md --\n---\n{PROJECT}summary: {long}\n---\n"
    page = Web(build_site(tmp_path, text)).pages["bg/proekti/park/index.html"]
    (told,) = og(page, "description")
    assert 100 < len(told) <= 200
    assert told.endswith("думи.")
    assert page.text("//p[@class='lead']").count("Първо") == 20


def test_what_is_not_public_has_no_card(tmp_path: Path) -> None:
    head = f"{PROJECT}publish_at: 2031-01-01\n"
    text = f"-- projects/embargo/index.bg.md --\n---\n{head}---\n"
    assert [path for path in build_site(tmp_path / "a", text) if "embargo" in path] == []
    later = build_site(tmp_path / "b", text, now=datetime.fromisoformat("2031-01-01T00:00"))
    assert "bg/proekti/embargo/card.png" in later


def test_a_site_under_a_path_names_its_pictures_there() -> None:
    web = web_of(Path(__file__).parents[1] / "golden" / "content", url="https://obshtina.example/eu/")
    assert og(web.pages["bg/index.html"], "image") == ["https://obshtina.example/eu/bg/card.png"]


def test_the_colour_of_the_site_reaches_its_cards(tmp_path: Path) -> None:
    built = build_site(tmp_path, f"-- site.yaml --\n{SITE}brand: '#14532d'\n")
    with Image.open(BytesIO(built.bytes("bg/card.png"))) as card:
        assert card.convert("RGB").getpixel((5, 5)) == (0x14, 0x53, 0x2D)


def test_the_letters_of_cards_are_not_published(web: Web) -> None:
    assert [path for path in web.built if path.endswith((".ttf", "UFL.txt"))] == []
