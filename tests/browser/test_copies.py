"""Copies in a real browser, opened from the disk: an archive and a preview that was unpacked."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit
from zipfile import ZipFile

import pytest
from pypdf import PdfReader

from sitegen.cli import main
from tests.browser.conftest import RICH
from tests.browser.test_site import violations

pytestmark = [pytest.mark.long, pytest.mark.browser]
NOW = "--now=2026-11-22T12:00"


@pytest.fixture(scope="module")
def copies(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("copies")
    content = shutil.copytree(RICH, root / "content")
    common = [f"--content={content}", NOW, "--quiet", f"--output={root / 'output'}"]
    assert main(["build", *common, f"--archive={root / 'archive'}"]) == 0
    assert main(["preview", *common, f"--out={root / 'x.zip'}"]) == 0
    with ZipFile(root / "x.zip") as archive:
        archive.extractall(root / "preview")
    return root


@pytest.fixture
def disk(chromium: Any) -> Iterator[Callable[..., Any]]:
    """Opens a file, and keeps what it asks for and what fails."""
    contexts = []

    def opened(file: Path, **options: Any) -> Any:
        context = chromium.new_context(**options)
        contexts.append(context)
        page = context.new_page()
        page.asked, page.failed = [], []
        page.on("request", lambda request: page.asked.append(request.url))
        page.on("requestfailed", lambda request: page.failed.append(request.url))
        page.on("pageerror", lambda error: page.failed.append(str(error)))
        page.goto(file.as_uri())
        return page

    yield opened
    for context in contexts:
        context.close()


@pytest.mark.parametrize(("copy", "scripts"), [("archive", False), ("preview", True)])
def test_every_page_opens_from_the_disk(copies: Path, disk: Callable[..., Any], copy: str, scripts: bool) -> None:
    page = disk(copies / copy / "index.html", java_script_enabled=scripts)
    seen, waiting = set(), [page.url]
    while waiting:
        address = waiting.pop()
        page.goto(address)
        seen.add(address.partition("#")[0])
        for link in page.locator("a[href]").all():
            href = link.evaluate("a => a.href") if scripts else resolved(address, link.get_attribute("href"))
            whole = href.partition("#")[0]
            if whole.startswith("file:"):
                assert Path(unquote(urlsplit(whole).path)).is_file(), (address, href)
                if whole.endswith(".html") and whole not in seen and whole not in waiting:
                    waiting.append(whole)
    assert len(seen) > 30
    assert page.failed == []
    assert all(address.startswith(("file:", "data:")) for address in page.asked)


def resolved(here: str, href: str) -> str:
    from urllib.parse import urljoin

    return urljoin(here, href)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", ["index.html", "bg/index.html", "bg/proekti/park/index.html", "ru/index.html"])
def test_the_mark_of_a_preview_bars_nobody(copies: Path, disk: Callable[..., Any], path: str, scheme: str) -> None:
    page = disk(copies / "preview" / path, color_scheme=scheme, viewport={"width": 320, "height": 640})
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert page.locator(".draft-copy").bounding_box()["y"] == 0


@pytest.mark.parametrize("media", ["screen", "print"])
def test_the_mark_is_seen_on_screen_and_on_paper(copies: Path, disk: Callable[..., Any], media: str) -> None:
    page = disk(copies / "preview" / "bg/proekti/park/index.html")
    page.emulate_media(media=media)
    for name in (".draft-copy", ".draft-mark"):
        box = page.locator(name).bounding_box()
        assert box["width"] > 100
        assert box["height"] > 10


def test_every_printed_sheet_says_that_it_is_a_draft_and_of_which_day(copies: Path, disk: Callable[..., Any]) -> None:
    page = disk(copies / "preview" / "bg/proekti/park/index.html")
    sheets = [sheet.extract_text() for sheet in PdfReader(BytesIO(page.pdf(format="A4"))).pages]
    assert len(sheets) > 1
    assert [number for number, text in enumerate(sheets) if "Чернова" not in text or "2026" not in text] == []


def test_the_mark_does_not_stand_in_the_way_of_the_mouse(copies: Path, disk: Callable[..., Any]) -> None:
    page = disk(copies / "preview" / "bg/index.html", viewport={"width": 800, "height": 600})
    box = page.locator(".draft-mark").bounding_box()
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    assert page.evaluate("([x, y]) => document.elementFromPoint(x, y).className", [x, y]) != "draft-mark"


@pytest.fixture(scope="module")
def founded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new site as `init` makes it, with a theme of its own, as a copy that opens from the disk."""
    root = tmp_path_factory.mktemp("founded")
    names = ["--name-bg=Община Елена", "--name-en=Municipality of Elena", "--name-ru=Община Елена"]
    flags = [*names, "--url=elena.example", "--email=a@elena.example", "--theme-kind=own", "--brand=#14532d"]
    assert main(["init", str(root / "site"), NOW, "--quiet", *flags]) == 0
    folders = [f"--content={root / 'site/content'}", f"--output={root / 'output'}", f"--archive={root / 'archive'}"]
    assert main(["build", NOW, "--quiet", *folders]) == 0
    return root / "archive"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    "path",
    [
        "index.html",
        "bg/index.html",
        "bg/dostapnost/index.html",
        "bg/proekti/primeren-proekt/index.html",
        "en/projects/primeren-proekt/index.html",
        "ru/proekty/primeren-proekt/sobytiya/2026-06-20-open-day/index.html",
    ],
)
def test_a_new_site_bars_nobody(founded: Path, disk: Callable[..., Any], path: str, scheme: str) -> None:
    page = disk(founded / path, color_scheme=scheme, viewport={"width": 320, "height": 640})
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
