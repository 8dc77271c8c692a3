"""`init`: a new site that builds without a complaint; in a folder that holds anything, nothing."""

from __future__ import annotations

import io
import json
import sys
from itertools import permutations
from pathlib import Path

import pytest
import yaml

from sitegen import __version__
from sitegen.cli import main
from sitegen.editing import founding
from sitegen.editing.founders import FOUNDERS_QUESTIONS
from tests.outputs.web import web_of

NOW = "--now=2026-11-22T12:00"
NAMES = {
    "bg": "--name-bg=Община Елена",
    "en": "--name-en=Municipality of Elena",
    "ru": "--name-ru=Община Елена",
}
FLAGS = [NOW, *NAMES.values(), "--url=proekti.elena.example"]
MORE = [
    "--phone=06151 61 04, 06151 61 05", "--email=obshtina@elena.example", "--address=гр. Елена, ул. „Ил. Макариополски“ № 24",
    "--brand=#14532d", "--host=netlify", "--theme-kind=own",
]  # fmt: skip


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def tree(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def init(*words: str, folder: str = "site", lang: str = "en") -> int:
    return main(["init", folder, f"--lang={lang}", *words])


def problems(folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> list[object]:
    """All that `check` says of the new site."""
    capsys.readouterr()
    monkeypatch.chdir(folder)
    assert main(["check", "--format=json", NOW, "--jobs=1"]) == 0
    found = json.loads(capsys.readouterr().out)["problems"]
    assert isinstance(found, list)
    return found


@pytest.mark.sample(1)
@pytest.mark.parametrize("more", [[], MORE], ids=["least", "most"])
@pytest.mark.parametrize("lang", ["bg", "en"])
def test_the_new_site_has_no_problem(
    here: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], more: list[str], lang: str
) -> None:
    assert init(*FLAGS, *more, lang=lang) == 0
    found = problems(here / "site", monkeypatch, capsys)
    assert [p for p in found if p["code"] != "A11Y-06"] == []  # type: ignore[index]
    if more:
        assert found == []


@pytest.mark.sample(1)
@pytest.mark.parametrize(
    "codes", [list(c) for n in (1, 2, 3) for c in permutations(("bg", "en", "ru"), n)], ids=",".join
)
def test_any_choice_of_languages(
    here: Path, codes: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    given = [NAMES[code] for code in codes]
    assert init(NOW, f"--languages={','.join(codes)}", *given, "--url=a.example", "--email=a@a.example") == 0
    assert problems(here / "site", monkeypatch, capsys) == []
    names = tree(here / "site")
    assert {name.split(".")[-2] for name in names if name.endswith(".md") and name.startswith("content")} == set(codes)


def test_the_example_is_whole_and_says_that_it_is_one(here: Path) -> None:
    init(*FLAGS, *MORE)
    web = web_of(here / "site" / "content")
    said = {"bg": "Проектът е измислен", "en": "The project is invented", "ru": "Проект вымышленный"}
    for code, section in (("bg", "proekti"), ("en", "projects"), ("ru", "proekty")):
        page = web.pages[f"{code}/{section}/primeren-proekt/index.html"]
        assert said[code] in page.text()
        assert not page.is_noindex
        assert ("€600,000.00" if code == "en" else "600\u00a0000,00\u00a0€") in page.text()
        assert "<<" not in page.text()
    assert web.broken() == []


def test_what_is_written_beside_the_content(here: Path) -> None:
    init(*FLAGS, *MORE)
    made = tree(here / "site")
    assert {
        ".gitignore", "README.md", "requirements.txt", ".github/workflows/site.yml", ".gitlab-ci.yml",
        "themes/own/assets/site.css", "content/site.yaml", "content/organisations.yaml",
    } <= made.keys()  # fmt: skip
    assert made["requirements.txt"].decode() == f"sitegen=={__version__}\n"
    github, gitlab = (yaml.safe_load(made[name]) for name in (".github/workflows/site.yml", ".gitlab-ci.yml"))
    assert any(step.get("run", "").startswith("sitegen build") for step in github["jobs"]["site"]["steps"])
    assert gitlab["pages"]["artifacts"]["paths"] == ["public"]
    readme = made["README.md"].decode()
    assert f"cd {here}/site && sitegen status --due >/dev/null && sitegen build --quiet" in readme
    assert all("<<" not in data.decode() for data in made.values())


def test_no_translation_waits_for_anybody(
    here: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    init(*FLAGS, *MORE)
    capsys.readouterr()
    monkeypatch.chdir(here / "site")
    assert main(["status", "--format=json", NOW]) == 0
    pages = json.loads(capsys.readouterr().out)["pages"]
    states = {one["state"] for page in pages for one in page["languages"].values()}
    assert states == {"original", "current"}


def test_the_readme_speaks_the_editors_language(here: Path) -> None:
    init(*FLAGS, lang="bg")
    assert "Първи стъпки" in (here / "site/README.md").read_text(encoding="utf-8")
    assert "editor_language: bg" in (here / "site/content/site.yaml").read_text(encoding="utf-8")


def test_the_same_answers_give_the_same_site(here: Path) -> None:
    init(*FLAGS, *MORE)
    first = tree(here / "site")
    (here / "site").rename(here / "other")
    init(*FLAGS, *MORE)
    assert tree(here / "site") == first


@pytest.mark.parametrize("name", ["mine.txt", "content/site.yaml", ".env"])
def test_a_folder_that_holds_something_stays(here: Path, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    file = here / "site" / name
    file.parent.mkdir(parents=True)
    file.write_text("mine", encoding="utf-8")
    assert init(*FLAGS) == 1
    assert "'site' is not empty" in capsys.readouterr().err
    assert tree(here) == {f"site/{name}": b"mine"}


def test_a_file_in_the_place_stays(here: Path) -> None:
    (here / "site").write_text("mine", encoding="utf-8")
    assert init(*FLAGS) == 1
    assert tree(here) == {"site": b"mine"}


def test_empty_folders_and_fresh_repositories_are_fit(here: Path) -> None:
    (here / "site").mkdir()
    assert init(*FLAGS) == 0
    (here / "two/.git").mkdir(parents=True)
    (here / "two/.git/HEAD").write_text("ref", encoding="utf-8")
    assert init(*FLAGS, folder="two") == 0
    assert (here / "two/.git/HEAD").read_text(encoding="utf-8") == "ref"
    assert (here / "two/content/site.yaml").is_file()
    assert init(*FLAGS, folder="deep/down/three") == 0
    assert not [path for path in here.iterdir() if path.name.startswith(".")]


@pytest.mark.parametrize(
    ("wrong", "flag", "told"),
    [
        ("--url=not an address", "--url", "is not the address of a site"),
        ("--email=nobody", "--email", "is not an e-mail address"),
        ("--phone=12", "--phone", "is not a telephone number"),
        ("--languages=bg,de", "--languages", "are not different languages of bg, en, ru"),
        ("--languages=bg,bg", "--languages", "are not different languages"),
        ("--brand=#ffff00", "--brand", "too light for white text"),
        ("--theme-kind=pink", "--theme-kind", "is none of default, own"),
        ("--host=ftp", "--host", "is none of generic"),
        ("--name-en=", "--name-en", "this is missing"),
        ("--name-en=a\x07", "--name-en", ""),
    ],
)
def test_a_wrong_flag_is_told_and_nothing_is_written(
    here: Path, wrong: str, flag: str, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert init(*FLAGS, wrong) == 2
    said = capsys.readouterr().err
    assert f"{flag}: " in said
    assert told in said
    assert list(here.iterdir()) == []


def test_without_a_terminal_every_flag_that_is_missing_is_named(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert init(NOW) == 2
    said = capsys.readouterr().err
    assert all(f"{flag}: " in said for flag in ("--name-bg", "--name-en", "--name-ru", "--url"))
    assert list(here.iterdir()) == []


@pytest.mark.sample(1)
@pytest.mark.parametrize(
    "name", ['Община "Елена"', "Община: Елена #1", "O'Брайън \\ <b>&amp;", "<<url>>", "- x", "Ѝ" * 300]
)
def test_names_that_yaml_could_misread(
    here: Path, name: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert init(*FLAGS, f"--name-bg={name}") == 0
    problems(here / "site", monkeypatch, capsys)
    told = yaml.safe_load((here / "site/content/organisations.yaml").read_text(encoding="utf-8"))
    assert next(iter(told.values()))["name"]["bg"] == name


class Keyboard(io.StringIO):
    """Somebody who has typed already."""

    def isatty(self) -> bool:
        return True


def typed(monkeypatch: pytest.MonkeyPatch, text: str) -> str:
    screen = Keyboard()
    monkeypatch.setattr(sys, "stdin", Keyboard(text))
    monkeypatch.setattr(sys, "stdout", screen)
    assert init(NOW) == (0 if text.count("\n") >= len(asked()) else 130)
    return screen.getvalue()


def asked() -> list[str]:
    return [question.name for question in FOUNDERS_QUESTIONS if question.prompt.template]


ANSWERS = ["", "Община Елена", "Municipality of Elena", "Община Елена", "elena.example", "", "", "", "2", ""]


def test_at_a_terminal_everything_is_asked(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert len(ANSWERS) == len(asked())
    screen = typed(monkeypatch, "\n".join(ANSWERS) + "\n")
    assert "Name of the municipality (русский): " in screen
    assert (here / "site/themes/own/assets/site.css").is_file()


def test_a_wrong_answer_is_asked_again(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    answers = [*ANSWERS[:1], "", *ANSWERS[1:4], "no address", *ANSWERS[4:]]
    screen = typed(monkeypatch, "\n".join(answers) + "\n")
    assert "this has to be answered" in screen
    assert "is not the address of a site" in screen
    assert (here / "site/content/site.yaml").is_file()


def test_who_stops_has_nothing_written(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    typed(monkeypatch, "\n".join(ANSWERS[:3]) + "\n")
    assert list(here.iterdir()) == []


def test_an_example_with_an_error_is_not_written(
    here: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    starter = founding.starter
    monkeypatch.setattr(founding, "starter", lambda name: starter(name).replace("number: 1", "nummer: 1"))
    assert init(*FLAGS) == 1
    assert "nummer" in capsys.readouterr().err
    assert list(here.iterdir()) == []
