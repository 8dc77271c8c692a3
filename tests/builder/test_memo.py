"""The memo: a build that remembers writes the same bytes as one that does not, whatever happened in between."""

from __future__ import annotations

import os
import random
import shutil
from argparse import Namespace
from collections.abc import Callable, Iterator
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from sitegen.builder import fingerprint
from sitegen.cli import main
from sitegen.commands import building
from sitegen.render import social_cards
from sitegen.render.png import png
from tests.sites import whole, write_files

PARK = whole("number: 7\nstart: 2018-01-09\n")
SCHOOL = whole("number: 8\n")
SITE = f"""
-- site.yaml --
title: {{bg: "Проекти", en: "Projects"}}
url: https://proekti.example/
languages: [bg, en]
owner: obshtina
-- organisations.yaml --
obshtina: {{type: municipality, name: {{bg: Община, en: Municipality}}}}
-- index.bg.md --
---
title: Проекти
---
Начало.
-- projects/park/index.bg.md --
---
{PARK}---
## За парка
Текст с [връзка](../school) и [документ](plan.bg.txt).
-- projects/park/index.en.md --
---
title: Park
summary: A new park.
---
Text.
-- projects/park/plan.bg.txt --
not yet
-- projects/park/events/start/index.bg.md --
---
title: Начало
type: first_sod
start: 2018-02-20 11:00
---
Дума.
-- projects/school/index.bg.md --
---
{SCHOOL}---
Училище.
-- news/first.bg.md --
---
title: Новина
date: 2018-03-01
---
Дълга новина.
-- pages/about.bg.md --
---
title: За нас
---
Ние.
"""
THEMED = "themes/ours/templates/news.html"
Deed = Callable[[Path, random.Random], None]


def page(root: Path, chance: random.Random) -> Path:
    return chance.choice(sorted((root / "content").rglob("*.md")) or [root / "content/pages/new.bg.md"])


def write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8", newline="\n")


def edit_body(root: Path, chance: random.Random) -> None:
    file = page(root, chance)
    write(file, file.read_text(encoding="utf-8") + f"\nОще {chance.randrange(9)} думи.\n" if file.exists() else "---\n")


def edit_title(root: Path, chance: random.Random) -> None:
    file = page(root, chance)
    if file.exists():
        write(file, file.read_text(encoding="utf-8").replace("title: ", f"title: {chance.choice('абв')} ", 1))


def edit_link(root: Path, chance: random.Random) -> None:
    target = chance.choice(["page:projects/school", "page:news/first", "page:projects/none", "/bg/za-nas/"])
    file = page(root, chance)
    if file.exists():
        write(file, file.read_text(encoding="utf-8") + f"\n[там]({target})\n")


def add_page(root: Path, chance: random.Random) -> None:
    name = chance.choice(
        ["news/a.bg.md", "news/a.en.md", "pages/b.bg.md", "projects/school/index.en.md", "news/c.en.md"]
    )
    write(root / "content" / name, f"---\ntitle: Нова {chance.randrange(3)}\n---\nТекст.\n")


def delete_page(root: Path, chance: random.Random) -> None:
    page(root, chance).unlink(missing_ok=True)


def rename_page(root: Path, chance: random.Random) -> None:
    file = page(root, chance)
    if file.exists() and file.parent.name == "news":
        file.rename(file.with_name(f"n{chance.randrange(3)}.{file.name.split('.', 1)[1]}"))
    elif file.exists():
        file.rename(file.with_name(file.name.replace(".bg.", ".en.")))


def break_page(root: Path, chance: random.Random) -> None:
    write(
        page(root, chance), chance.choice(["---\ntitle: [\n---\n", "няма начало", "---\ntitle: А\ndraft: true\n---\n"])
    )


def touch(root: Path, chance: random.Random) -> None:
    file = page(root, chance)
    if file.exists():
        os.utime(file, (1_000_000_000 + chance.randrange(9), 1_000_000_000))


def edit_settings(root: Path, chance: random.Random) -> None:
    file = root / "content/site.yaml"
    write(file, file.read_text(encoding="utf-8").replace("Проекти", f"Проекти{chance.randrange(3)}", 1))


def edit_document(root: Path, chance: random.Random) -> None:
    write(root / "content/projects/park/plan.bg.txt", f"План {chance.randrange(4)}")


def edit_template(root: Path, chance: random.Random) -> None:
    write(
        root / THEMED, "{% extends 'default/news.html' %}{% block footer %}" + chance.choice("xyz") + "{% endblock %}"
    )


def edit_catalogue(root: Path, chance: random.Random) -> None:
    write(root / "themes/ours/locale/bg.po", f'msgid "news"\nmsgstr "Новини{chance.choice("123")}"\n')


def accept(root: Path, _chance: random.Random) -> None:
    with redirect_stdout(StringIO()):
        main(["accept", "--all", *folders(root)])


def spoil_output(root: Path, chance: random.Random) -> None:
    file = chance.choice(sorted(path for path in (root / "output").rglob("*.*") if path.name != ".sitegen") or [root])
    if file.is_file() and chance.random() < 0.5:
        file.unlink()
    elif file.is_file():
        file.write_bytes(b"spoiled")


def spoil_memo(root: Path, chance: random.Random) -> None:
    for file in (root / ".cache/sitegen").glob("*.memo"):
        data = bytearray(file.read_bytes())
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
        file.write_bytes(data[: chance.choice([len(data), chance.randrange(len(data))])])


DEEDS: tuple[Deed, ...] = (
    edit_body,
    edit_body,
    edit_title,
    edit_link,
    add_page,
    delete_page,
    rename_page,
    break_page,
    touch,
    edit_settings,
    edit_document,
    edit_template,
    edit_catalogue,
    accept,
    spoil_output,
    spoil_memo,
)
SHARES = 6
"""So many processes may share the work."""
DAYS = ("2026-11-22", "2018-02-20", "2026-11-23")


@pytest.fixture(autouse=True, scope="module")
def _quick_hands() -> Iterator[None]:
    """Files count as settled at once: no test changes one twice within a tick of the clock."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(fingerprint, "UNSETTLED", 0)
        yield


def folders(root: Path, output: str = "output") -> list[str]:
    return ["--content", f"{root}/content", "--output", f"{root}/{output}", "--theme", f"{root}/themes/ours"]


def tree(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def start(root: Path) -> Path:
    write_files(root, SITE)
    write(root / THEMED, "{% extends 'default/news.html' %}")
    return root


def build(root: Path, day: str, output: str, *more: str) -> tuple[int, str]:
    """Exit status and problems."""
    with redirect_stdout(StringIO()) as said:
        status = main(["build", *folders(root, output), "--today", day, "--quiet", "--jobs", "1", *more])
    return status, said.getvalue()


def cold_build(root: Path, day: str, *more: str) -> tuple[int, str]:
    """A build that finds no memo and no output, and leaves the other's alone."""
    shutil.rmtree(root / "cold", ignore_errors=True)
    (root / ".cache").rename(root / ".aside")
    try:
        return build(root, day, "cold", *more)
    finally:
        shutil.rmtree(root / ".cache", ignore_errors=True)
        (root / ".aside").rename(root / ".cache")


def same(root: Path, day: str, *more: str) -> bool:
    """Whether the warm build tells and writes what a cold one does; one with errors leaves what stands."""
    before = tree(root / "output")
    warm, cold = build(root, day, "output", *more), cold_build(root, day, *more)
    return warm == cold and tree(root / "output") == (tree(root / "cold") if cold[0] == 0 else before)


@pytest.fixture
def anew(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Notes each build that is not spared."""
    asked: list[str] = []
    real = building.build_anew

    def counted(arguments: Namespace, file: Path, ground: bytes, started: float) -> int:
        asked.append(str(arguments.output))
        return real(arguments, file, ground, started)

    monkeypatch.setattr(building, "build_anew", counted)
    return asked


def test_where_nothing_changed_nothing_is_built(tmp_path: Path, anew: list[str]) -> None:
    root = start(tmp_path)
    first = build(root, DAYS[0], "output")
    standing = tree(root / "output")
    assert build(root, DAYS[0], "output") == first
    assert len(anew) == 1
    assert tree(root / "output") == standing


@pytest.mark.sample(1)
@pytest.mark.parametrize(
    "more", [["--strict"], ["--lang", "en"], ["--drafts"], ["--base-url", "https://a.bg/"], ["--clean"]]
)
def test_other_options_are_another_build(tmp_path: Path, anew: list[str], more: list[str]) -> None:
    root = start(tmp_path)
    build(root, DAYS[0], "output")
    build(root, DAYS[0], "output", *more)
    assert len(anew) == 2


def test_a_moment_that_passes_on_the_same_day_is_a_change(tmp_path: Path, anew: list[str]) -> None:
    root = start(tmp_path)
    write(root / "content/news/later.bg.md", "---\ntitle: После\npublish_at: 2026-11-22 15:00\n---\nВече.\n")
    for hour, builds in (("14:00", 1), ("14:59", 1), ("15:00", 2), ("23:59", 2), ("14:30", 3)):
        with redirect_stdout(StringIO()):
            main(["build", *folders(root), "--now", f"2026-11-22T{hour}", "--quiet", "--jobs", "1"])
        assert len(anew) == builds
    assert not (root / "output/bg/novini/later").exists()


def test_a_preview_tells_the_hour(tmp_path: Path) -> None:
    root = start(tmp_path)
    write(root / "content/news/later.bg.md", "---\ntitle: После\npublish_at: 2026-11-22 15:00\n---\nВече.\n")
    banners = []
    for hour in ("14:00", "15:00", "14:30"):
        with redirect_stdout(StringIO()):
            main(["build", *folders(root), "--drafts", "--now", f"2026-11-22T{hour}", "--quiet", "--jobs", "1"])
        banners.append("15:00" in (root / "output/bg/novini/later/index.html").read_text(encoding="utf-8"))
    assert banners == [True, False, True]


def test_a_file_that_somebody_put_into_the_output_is_seen(tmp_path: Path) -> None:
    root = start(tmp_path)
    assert build(root, DAYS[0], "output")[0] == 0
    write(root / "output/bg/moe.txt", "мое")
    status, said = build(root, DAYS[0], "output")
    assert status == 1
    assert "ADR-11" in said


@pytest.mark.sample(1)
@pytest.mark.parametrize("deed", dict.fromkeys(DEEDS))
def test_each_deed_alone(tmp_path: Path, deed: Deed) -> None:
    root = start(tmp_path)
    assert build(root, DAYS[0], "output")[0] == 0
    for seed in range(3):
        deed(root, random.Random(seed))
        assert same(root, DAYS[0])


def long_body(root: Path, _chance: random.Random) -> None:
    """Words far below the beginning, which no other page shows."""
    file = root / "content/projects/school/index.bg.md"
    write(file, file.read_text(encoding="utf-8") + "\nКласна стая.\n" * 60)


def contract(root: Path, chance: random.Random) -> None:
    file = root / "content/projects/park/index.bg.md"
    write(file, file.read_text(encoding="utf-8") + f"\nАлея от {chance.randrange(2, 900)} m.\n")


def break_another(root: Path, _chance: random.Random) -> None:
    write(root / "content/pages/broken.bg.md", "---\ntitle: [\n---\n")


def mend_it(root: Path, _chance: random.Random) -> None:
    (root / "content/pages/broken.bg.md").unlink()


def retitle(root: Path, _chance: random.Random) -> None:
    file = root / "content/news/first.bg.md"
    write(file, file.read_text(encoding="utf-8").replace("Новина", "Вест"))


def link_from_the_theme(root: Path, _chance: random.Random) -> None:
    """A link that no text of the editor holds."""
    text = "{% extends 'default/news.html' %}{% block footer %}<a href=\"/bg/about/\">Ние</a>{% endblock %}"
    write(root / THEMED, text)


def take_away(root: Path, _chance: random.Random) -> None:
    (root / "content/pages/about.bg.md").rename(root / "away.md")


def put_back(root: Path, _chance: random.Random) -> None:
    (root / "away.md").rename(root / "content/pages/about.bg.md")


def a_page_of_somebodys_own(root: Path, _chance: random.Random) -> None:
    """A file of `static/` that breaks what our own pages keep."""
    write(root / "content/static/old.html", '<p id="a">а<p id="a">б<a href="/none/"></a>')


STORIES: tuple[tuple[tuple[Deed, ...], ...], ...] = (
    ((long_body,), (long_body,)),
    ((accept,), (contract,), (accept,)),
    ((break_another, retitle), (mend_it,)),
    ((edit_template,), (edit_template,)),
    ((link_from_the_theme,), (take_away,), (put_back,)),
    ((a_page_of_somebodys_own,), (take_away,), (put_back,)),
)


@pytest.mark.sample(1)
@pytest.mark.parametrize("story", STORIES)
def test_a_story(tmp_path: Path, story: tuple[tuple[Deed, ...], ...]) -> None:
    root = start(tmp_path)
    assert build(root, DAYS[0], "output")[0] == 0
    for number, deeds in enumerate(story):
        for deed in deeds:
            deed(root, random.Random(number))
        assert same(root, DAYS[0])


@pytest.mark.sample(1)
@pytest.mark.parametrize("day", DAYS)
def test_another_day(tmp_path: Path, day: str) -> None:
    root = start(tmp_path)
    assert build(root, DAYS[0], "output")[0] == 0
    assert same(root, day)


def test_a_card_is_drawn_anew_when_its_facts_change_and_not_on_another_day(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[str] = []
    real = png

    def counted(canvas: Image.Image, palette: bytes) -> bytes:
        drawn.append("card")
        return real(canvas, palette)

    monkeypatch.setattr(social_cards, "png", counted)
    root = start(tmp_path)
    file = root / "content/projects/park/index.bg.md"
    written = file.read_text(encoding="utf-8")
    counts = []
    for day, text in (
        (DAYS[0], written),
        ("2031-02-03", written),
        ("2031-02-03", written + "\nОще думи.\n"),
        ("2031-02-04", written.replace("start: 2018-01-09", "start: 2018-01-10")),
    ):
        write(file, text)
        assert build(root, day, "output")[0] == 0
        counts.append(len(drawn))
        drawn.clear()
    cards = len([*(root / "output").rglob("card.png")])
    assert counts == [cards, 0, 0, 2]  # that of the park in both languages


@pytest.mark.long
@pytest.mark.parametrize("share", range(SHARES))
@settings(max_examples=max(1, 17 * settings().max_examples // (10 * SHARES)))
@given(data=st.data())
def test_warm_is_cold(share: int, tmp_path_factory: pytest.TempPathFactory, data: st.DataObject) -> None:
    root = start(tmp_path_factory.mktemp(f"share{share}-"))
    chance = random.Random(data.draw(st.integers(0, 2**32)))
    build(root, DAYS[0], "output")
    for deeds in data.draw(st.lists(st.lists(st.sampled_from(DEEDS), min_size=1, max_size=3), min_size=1, max_size=2)):
        for deed in deeds:
            deed(root, chance)
        day, drafts = data.draw(st.sampled_from(DAYS)), data.draw(st.sampled_from([(), (), ("--drafts",)]))
        assert same(root, day, *drafts)
    shutil.rmtree(root)
