"""A page whose time has not come leaves no byte and no name in anything that is published, by every host and as a copy."""

from __future__ import annotations

import gzip
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import brotli  # type: ignore[import-untyped]
import pytest
from PIL import Image

from sitegen.cli import main
from tests.sites import PROJECT, SITE, TOLD, write_files

WORDS = ("тайнадума", "tainaduma")
"""The mark in the words of a page, and in the names of its files and addresses; without capitals."""
pytestmark = pytest.mark.long
NUMBER = 9173
BEFORE, AFTER = "2026-11-22T12:00", "2030-05-05T12:00"
SOON = "2029-01-01 09:00"
UNPACKED: Mapping[str, Callable[[bytes], bytes]] = {".gz": gzip.decompress, ".br": brotli.decompress}
SHOWN = (
    "bg/feed.xml",
    "bg/feed.xml.gz",
    "bg/feed.xml.br",
    "bg/events.ics",
    "bg/proekti/tainaduma/card.png",
    "bg/staro-tainaduma/index.html",
    "bg/tarsene/index.json",
    "data/projects.csv",
    "data/projects.json",
    "sitemap.xml",
    f"p/{NUMBER}/index.html",
    f"p/{NUMBER}/qr.svg",
)
"""Where the marks are once their time has come: so the search for them can find something."""
PARK = PROJECT + TOLD
HIDDEN_PROJECT = f"""\
title: Тайнадума парк
programme: oprg-2014-2020
contract: BG16RFOP001-5.001-0043-C01
number: {NUMBER}
publish_at: {SOON}
partners:
  - {{org: obshtina, role: beneficiary}}
summary: Тайнадума в центъра.
goals: [{{id: goal, text: Тайнадума цел}}]
results: [{{id: result, text: Тайнадума резултат}}]
"""
SECRET = f"""
-- site.yaml --
{SITE}host: {{host}}
compress: [gzip, br]
security: {{contact: sigurnost@proekti.example, expires: 2027-05-01, hsts: yes}}
-- projects/park/index.bg.md --
---
{PARK}number: 7
---
Текст.
-- projects/tainaduma/index.bg.md --
---
{HIDDEN_PROJECT}aliases: [/bg/staro-tainaduma/]
---
## Тайнадума
![Тайнадума](tainaduma.jpg)
-- projects/tainaduma/index.en.md --
---
title: Tainaduma park
summary: Tainaduma in the centre.
---
Tainaduma.
-- projects/tainaduma/contract.bg.txt --
Тайнадума
-- projects/tainaduma/events/2030-05-01-tainaduma/index.bg.md --
---
title: Тайнадума ден
type: other
start: 2030-05-01 10:00
place: Тайнадума
---
Тайнадума.
-- projects/park/events/2027-05-01-tainaduma/index.bg.md --
---
title: Тайнадума тук
type: other
start: 2030-05-01 10:00
updated: 2026-11-01
publish_at: {SOON}
place: Тайнадума
---
Тайнадума.
-- projects/park/events/2027-05-01-tainaduma/invitation.bg.txt --
Тайнадума
-- news/2026-11-20-tainaduma/index.bg.md --
---
title: Тайнадума новина
date: 2026-11-20
publish_at: {SOON}
---
![Тайнадума](tainaduma.jpg) Тайнадума.
-- news/2026-11-21-over-tainaduma/index.bg.md --
---
title: Тайнадума мина
date: 2026-11-21
unpublish_at: 2026-11-22 11:00
---
Тайнадума.
-- pages/tainaduma.bg.md --
---
title: Тайнадума страница
publish_at: {SOON}
aliases: [/bg/staro-tainaduma-2/]
---
Тайнадума.
-- pages/chernova-tainaduma.bg.md --
---
title: Тайнадума чернова
draft: yes
---
Тайнадума.
"""


def published(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Path and bytes of every file, the list of the last build too; packed ones are unpacked."""
    for file in sorted(path for path in folder.rglob("*") if path.is_file()):
        unpacked = UNPACKED.get(file.suffix, bytes)
        yield file.relative_to(folder).as_posix(), unpacked(file.read_bytes())


def traces(folder: Path) -> list[str]:
    """Where a mark occurs: in a path, or in the text of a file; of pictures in what their bytes spell."""
    found = []
    for path, data in published(folder):
        seen = f"{path} {data.decode('utf-8', 'ignore')}".lower().replace("\u00ad", "")
        if any(word in seen for word in WORDS) or f"p/{NUMBER}" in seen:
            found.append(path)
    return found


def folder_of(tmp_path: Path, host: str) -> Path:
    """The content, with its pictures."""
    content = write_files(tmp_path, SECRET.replace("{host}", host))
    for name in ("projects/tainaduma", "news/2026-11-20-tainaduma"):
        Image.new("RGB", (1300, 800), "#345").save(content / name / "tainaduma.jpg")
    return content


def run(content: Path, now: str, *more: str) -> None:
    """A build by the command."""
    assert main(["build", f"--content={content}", f"--now={now}", "--lang=en", "--jobs=1", "--quiet", *more]) == 0


@pytest.mark.parametrize("host", ["nginx", "apache", "netlify", "generic"])
def test_no_byte_of_the_output_knows_what_is_to_come(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, host: str
) -> None:
    monkeypatch.chdir(tmp_path)
    content = folder_of(tmp_path, host)
    run(content, BEFORE, "--output=output", "--record-addresses")
    assert traces(tmp_path / "output") == []
    assert [word for word in WORDS if word in (content / "addresses.lock").read_text(encoding="utf-8").lower()] == []
    run(content, AFTER, "--output=output")
    later = traces(tmp_path / "output")
    assert [path for path in SHOWN if path not in later] == []
    moves = {"nginx": "redirects.map", "apache": ".htaccess", "netlify": "_redirects"}
    assert host == "generic" or moves[host] in later
    run(content, BEFORE, "--output=output")  # and what was published by mistake can be taken back
    assert traces(tmp_path / "output") == []


def test_no_byte_of_a_copy_for_the_archive_knows_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    run(folder_of(tmp_path, "generic"), BEFORE, "--archive=kopie")
    assert traces(tmp_path / "kopie") == []
