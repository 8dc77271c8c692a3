"""`new`: with flags and with answers on a terminal, a page that passes `check`; otherwise nothing."""

from __future__ import annotations

import os
import pty
import select
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from io import StringIO
from pathlib import Path

import pytest

from sitegen.cli import main
from sitegen.commands import new
from sitegen.commands.asking import Terminal, by_number
from sitegen.editing.interview import Option
from sitegen.editing.questions import QUESTIONS
from sitegen.report import Words
from tests.read.folder import project
from tests.sites import SITE, build_content, write_files

CHECKOUT = Path(__file__).parents[2]
NOW = "--now=2026-11-22T12:00"
PARK = f"-- projects/park/index.bg.md --\n{project('number: 7' + chr(10))}"
LANGUAGES = ("[bg, en, ru]", "[bg, en]", "[bg]", "[en, bg]")
posix = pytest.mark.skipif(sys.platform == "win32", reason="terminals of POSIX")


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*words: str) -> int:
    """The command in English, with the clock set."""
    return main(["new", words[0], "--lang=en", NOW, *words[1:]])


def tree(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def lying(folder: Path) -> set[str]:
    """All files and folders."""
    return {p.relative_to(folder).as_posix() for p in folder.rglob("*")}


# ── flags ───────────────────────────────────────────────────────────────────────────────────────────────────────────

LEAST = {
    "project": ["--programme=oprg-2014-2020"],
    "event": ["--type=training"],
    "news": [],
    "page": [],
}
MOST = {
    "project": [
        "--short=Парк", "--programme=drp-2021-2027", "--fund=erdf,jtf", "--start=9.1.2018 г.", "--end=2020",
        "--total=515000,00 лева", "--number=42", "--beneficiary=obshtina", "--folder=nov-park", "--contract=",
    ],
    "event": ["--type=first-sod", "--project=park", "--start=20.2.2018 11:00", "--end=20.2.2018 12:30", "--place=На обекта", "--folder=start"],
    "news": ["--project=projects/park", "--date=5 март 2018", "--folder=2018-03-05-kopka"],
    "page": ["--project=park", "--folder=plan"],
}  # fmt: skip
HOMES = {
    "project": ("projects/detska-gradina-iztok", "projects/nov-park"),
    "event": ("events/detska-gradina-iztok", "projects/park/events/2018-02-20-start"),
    "news": ("news/2026-11-22-detska-gradina-iztok", "projects/park/news/2018-03-05-kopka"),
    "page": ("pages/detska-gradina-iztok", "projects/park/plan"),
}


@pytest.mark.sample(1)
@pytest.mark.parametrize(
    "languages", [pytest.param(some, marks=() if "ru" in some else pytest.mark.long) for some in LANGUAGES]
)
@pytest.mark.parametrize("flags", ["least", pytest.param("most", marks=pytest.mark.long)])
@pytest.mark.parametrize("kind", list(QUESTIONS))
def test_every_kind_passes_check(kind: str, flags: str, languages: str, here: Path) -> None:
    site = SITE.replace("[bg, en, ru]", languages)
    first = languages.strip("[]").split(", ")[0]
    park = PARK.replace("index.bg.md", f"index.{first}.md")
    content = write_files(here, f"-- site.yaml --\n{only(site, languages)}{organisations(languages)}{park}")
    before = lying(content)
    given = ["--title=Детска градина „Изток“", *(LEAST if flags == "least" else MOST)[kind]]
    assert run(kind, *given) == 0
    home = HOMES[kind][flags == "most"]
    made = {f"{home}/index.{language}.md" for language in languages.strip("[]").split(", ")}
    assert {path for path in lying(content) - before if path.endswith(".md")} == made
    assert not [path for path in lying(content) if ".new" in path]
    built = build_content(content, drafts=True)
    assert built.errors == []
    assert main(["check", NOW]) == 0


def only(site: str, languages: str) -> str:
    """Settings with the words of some languages."""
    known = languages.strip("[]").split(", ")
    title = ", ".join(f'{name}: "{name}"' for name in known)
    return "\n".join(f"title: {{{title}}}" if line.startswith("title") else line for line in site.splitlines()) + "\n"


def organisations(languages: str) -> str:
    name = ", ".join(f'{name}: "Община"' for name in languages.strip("[]").split(", "))
    return f"-- organisations.yaml --\nobshtina:\n  type: municipality\n  name: {{{name}}}\n"


def test_what_was_written_is_told(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_files(here, PARK)
    assert run("project", "--title=Нов парк", "--programme=oprg-2014-2020") == 0
    assert capsys.readouterr().out == (
        "Written:\n"
        "  content/projects/nov-park/index.bg.md\n"
        "  content/projects/nov-park/index.en.md\n"
        "  content/projects/nov-park/index.ru.md\n"
        "Address, as soon as the page is public: https://proekti.example/bg/proekti/nov-park/\n"
        "For plaques and QR codes: https://proekti.example/p/8/\n"
        "Next: fill in index.bg.md.\n"
        "Translate index.en.md, index.ru.md; delete a file that nobody will translate.\n"
        "Run 'check'. The page is a draft until you delete the line 'draft' in index.bg.md.\n"
    )
    assert "number: 8 " in (here / "content/projects/nov-park/index.bg.md").read_text(encoding="utf-8")
    assert run("page", "--title=За нас", "--quiet") == 0
    assert capsys.readouterr().out == ""


def test_the_site_is_the_same_until_the_draft_is_published(here: Path) -> None:
    content = write_files(here, PARK)
    before = build_content(content).paths
    assert run("event", "--title=Среща", "--type=other", "--project=park", "--start=1.2.2027") == 0
    assert build_content(content).paths == before
    source = content / "projects/park/events/2027-02-01-sreshta/index.bg.md"
    lines = source.read_text(encoding="utf-8").splitlines(keepends=True)
    source.write_text("".join(line for line in lines if not line.startswith("draft:")), encoding="utf-8")
    assert "bg/proekti/park/sabitia/2027-02-01-sreshta/index.html" in build_content(content)


@pytest.mark.parametrize(
    ("words", "folder"),
    [
        (["page", "--title=Подобряване на социалната инфраструктура в общината"], "pages/podobryavane-na-sotsialnata"),
        (["page", f"--title={'а' * 90}"], f"pages/{'a' * 80}"),
        (
            ["project", "--title=Подобряване", "--short=Парк „Изток“", "--programme=oprg-2014-2020"],
            "projects/park-iztok",
        ),
        (["page", "--title=Община България"], "pages/obshtina-bulgaria"),
        (["news", "--title=Новина", "--date=2018", "--date=2018-01-09", "--folder=2018-01-09-x"], "news/2018-01-09-x"),
        (["event", "--title=Среща", "--type=other"], "events/sreshta"),
    ],
)
def test_the_folder_is_named_after_the_title(words: list[str], folder: str, here: Path) -> None:
    content = write_files(here, "")
    assert run(*words) == 0
    assert {path.parent.relative_to(content).as_posix() for path in content.rglob("index.bg.md")} == {folder}


@pytest.mark.parametrize(
    ("words", "flags"),
    [
        (["project"], ["--title", "--programme"]),
        (["project", "--title=Нов парк"], ["--programme"]),
        (["project", "--title=Нов парк", "--programme=drp-2021-2027"], ["--fund"]),
        (["project", "--title=👩", "--programme=oprg-2014-2020"], ["--folder"]),
        (["event"], ["--type", "--title"]),
        (["news"], ["--title"]),
        (["page", "--title="], ["--title"]),
    ],
)
def test_a_missing_flag_is_named(
    words: list[str], flags: list[str], here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    content = write_files(here, PARK)
    before = lying(content)
    assert run(*words) == 2
    told = capsys.readouterr()
    assert [line.partition(":")[0] for line in told.err.splitlines() if line.startswith("--")] == flags
    assert f"    → Add {flags[0]} and its value, or run the command in a terminal.\n" in told.err
    assert told.out == ""
    assert lying(content) == before


def test_the_type_gives_an_event_its_title(here: Path) -> None:
    content = write_files(here, "")
    assert run("event", "--type=opening_press_conference") == 0
    folder = content / "events/startova-preskonferentsia"
    titles = [(folder / f"index.{name}.md").read_text(encoding="utf-8") for name in ("bg", "en", "ru")]
    assert 'title: "Стартова пресконференция"\n' in titles[0]
    assert 'title: "Opening press conference"\n' in titles[1]
    assert 'title: "Стартовая пресс-конференция"\n' in titles[2]
    assert build_content(content).errors == []


@pytest.mark.sample(3)
@pytest.mark.parametrize(
    ("words", "flag", "sentence"),
    [
        (["project", "--start=31.02.2018"], "--start", "'31.02.2018' does not exist: 2018-02 has 28 days"),
        (["project", "--start=2020", "--end=2018"], "--end", "the end 2018 lies before the start 2020"),
        (["project", "--total=515.000 лв."], "--total", "'515.000 лв.' can be read as 515 000,00 лв. or as 515,00 лв."),
        (["project", "--programme=oprg-2014"], "--programme", "there is no programme 'oprg-2014'"),
        (["project", "--number=seven"], "--number", "'seven' is not a whole number"),
        (["project", "--number=7"], "--number", "the number 7 belongs to 'content/projects/park/index.bg.md' already"),
        (["project", "--beneficiary=sofia"], "--beneficiary", "there is no organisation 'sofia' in organisations.yaml"),
        (["project", "--folder=Нов парк"], "--folder", "'Нов парк' cannot stand in an address"),
        (["project", "--folder=con"], "--folder", "the name 'con' cannot exist on Windows"),
        (["page", "--folder=novini"], "--folder", "the address /bg/novini/ belongs to a page of the site itself"),
        (["page", "--folder=news", "--project=park"], "--folder", "the name 'news' has a meaning of its own"),
        (["page", "--project=prak"], "--project", "there is no project 'prak'"),
        (["page", "--project=x"], "--project", "there is no project 'x'"),
        (["event", "--type=party"], "--type", "'party' is not a value of this field"),
        (["news", "--date=утре"], "--date", "'утре' is not a date"),
        (["news", "--title=А\x07Б"], "--title", "an invisible control character (U+0007) stands here"),
        (["news", "--title=А\udc80Б"], "--title", "an invisible control character (U+DC80) stands here"),
    ],
)
def test_a_wrong_flag_is_explained_as_check_would(
    words: list[str], flag: str, sentence: str, here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    content = write_files(here, PARK)
    before = lying(content)
    usual = {"project": ["--programme=oprg-2014-2020"], "event": ["--type=other"]}.get(words[0], [])
    assert run(words[0], "--title=Нов парк", *usual, *words[1:]) == 2
    told = capsys.readouterr().err
    assert [line.partition(":")[0] for line in told.splitlines() if line.startswith("--")] == [flag]
    assert told.startswith(f"{flag}: {sentence}")
    assert lying(content) == before


@pytest.mark.parametrize("name", ["park/index.bg.md", "Park/index.bg.md", "park.bg.md", "park.en.md", "park/plan.pdf"])
def test_nothing_is_overwritten(name: str, here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    content = write_files(here, f"-- pages/{name} --\n---\ntitle: А\n---\n")
    before = tree(content)
    for flags in ([], ["--folder=park"]):
        assert run("page", "--title=Парк", *flags) == 1
        assert capsys.readouterr().err.startswith("--folder: ")
    assert tree(content) == before


def test_the_same_command_twice_writes_once(here: Path) -> None:
    content = write_files(here, "")
    words = ("news", "--title=Новина", "--date=2018-01-09")
    assert run(*words) == 0
    before = tree(content)
    assert run(*words) == 1
    assert tree(content) == before


def test_a_site_that_cannot_be_read_gets_no_page(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("page", "--title=А") == 1
    assert "there is no content folder 'content'" in capsys.readouterr().err
    write_files(here, "-- site.yaml --\ntitle: [\n")
    before = lying(here)
    assert run("page", "--title=А") == 1
    assert lying(here) == before


def test_a_folder_that_cannot_be_made_is_told(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    content = write_files(here, "-- pages --\nтова е файл\n")
    before = tree(content)
    assert run("page", "--title=А") in (1, 2)
    assert "the file cannot be written" in capsys.readouterr().err
    assert tree(content) == before


def test_other_problems_of_the_site_do_not_matter(here: Path) -> None:
    broken = "-- projects/a/index.bg.md --\n---\ntitle: [\nnumber: 31\n---\n-- pages/b.bg.md --\n---\nмусака: 1\n---\n"
    content = write_files(here, broken)
    assert run("project", "--title=Парк", "--programme=oprg-2014-2020") == 0
    assert "number: 32 " in (content / "projects/park/index.bg.md").read_text(encoding="utf-8")
    assert run("event", "--type=training", "--project=a") == 0


@pytest.mark.parametrize("words", [[], ["thing"], ["page", "--programme=x"], ["page", "--title"], ["page", "extra"]])
def test_a_bad_command_line_is_2(words: list[str], here: Path) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["new", *words])
    assert caught.value.code == 2


def test_help_lists_the_kinds_and_the_flags(capsys: pytest.CaptureFixture[str]) -> None:
    for words in (["new", "--help"], *(["new", kind, "--help"] for kind in QUESTIONS)):
        with pytest.raises(SystemExit) as caught:
            main(words)
        assert caught.value.code == 0
        told = capsys.readouterr().out
        flags = [question.flag for question in QUESTIONS.get(words[1], ())] or list(QUESTIONS)
        assert all(flag in told for flag in flags)


# ── answers ─────────────────────────────────────────────────────────────────────────────────────────────────────────


class TypedOn(StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def typing(monkeypatch: pytest.MonkeyPatch) -> Callable[[Sequence[str]], StringIO]:
    """Lets the program read answers, one a line, and returns what it shows."""

    def lay(answers: Sequence[str]) -> StringIO:
        shown = TypedOn()
        monkeypatch.setattr(sys, "stdin", TypedOn("".join(f"{answer}\n" for answer in answers)))
        monkeypatch.setattr(sys, "stdout", shown)
        return shown

    return lay


Typing = Callable[[Sequence[str]], StringIO]


def test_a_project_by_answers(here: Path, typing: Typing) -> None:
    content = write_files(here, PARK)
    shown = typing([
        "", "Нов парк", "",  # title, again, short
        "моята", "oprg-2014-2020",
        "BG16RFOP001-5.001-0042-C01",
        "31.02.2018", "9.1.2018", "2017", "09.01.2020",
        "515.000", "515000,00 лева",
        "Парк", "park", "",
    ])  # fmt: skip
    assert run("project") == 0
    text = (content / "projects/nov-park/index.bg.md").read_text(encoding="utf-8")
    for line in (
        'title: "Нов парк"\n', "programme: oprg-2014-2020\n", "contract: BG16RFOP001-5.001-0042-C01\n",
        "start: 2018-01-09\n", "end: 2020-01-09\n", 'total_value: "515 000,00 лв."\n', "number: 8 ",
    ):  # fmt: skip
        assert line in text
    told = shown.getvalue()
    for line in (
        "Title:   ! this has to be answered\n",
        "Programme:   ! there is no programme 'моята'\n",
        "  ! '31.02.2018' does not exist: 2018-02 has 28 days\n",
        "  = 2018-01-09\n",
        "  ! the end 2017 lies before the start 2018-01-09\n",
        "  ! '515.000' can be read as 515 000,00 or as 515,00\n",
        "  = 515 000,00 лв. = 263 315,32 €\n",
        "  ! 'Парк' cannot stand in an address",
        "  ! 'projects/park' exists already; nothing is overwritten\n",
        "Folder, the last part of the address [nov-park]: Written:\n",
    ):
        assert line in told, told
    assert build_content(content).errors == []


def test_options_are_taken_by_their_number(here: Path, typing: Typing) -> None:
    content = write_files(here, PARK)
    shown = typing(["1", "1", "", "20.2.2018 11:00", "", ""])
    assert run("event") == 0
    told = shown.getvalue()
    assert "   1  park\n" in told
    assert "   1  Стартова пресконференция (opening_press_conference)\n" in told
    assert "Title [Стартова пресконференция]: " in told
    folder = content / "projects/park/events/2018-02-20-startova-preskonferentsia"
    assert "type: opening_press_conference\n" in (folder / "index.bg.md").read_text(encoding="utf-8")


def test_several_funds_are_taken_by_their_numbers(here: Path, typing: Typing) -> None:
    content = write_files(here, "")
    typing(["Парк", "", "drp-2021-2027", "2, 1", "", "", "", "", ""])
    assert run("project") == 0
    assert "fund: [jtf, erdf]\n" in (content / "projects/park/index.bg.md").read_text(encoding="utf-8")


def test_what_a_flag_says_is_not_asked_unless_it_is_wrong(here: Path, typing: Typing) -> None:
    content = write_files(here, "")
    shown = typing(["2018-01-09", ""])
    assert run("news", "--title=Новина", "--date=утре") == 0
    assert "Title" not in shown.getvalue()
    assert "  ! 'утре' is not a date\n" in shown.getvalue()
    assert (content / "news/2018-01-09-novina/index.bg.md").is_file()


def test_the_questions_are_in_the_language_of_the_editor(here: Path, typing: Typing) -> None:
    write_files(here, "")
    shown = typing(["За нас", ""])
    assert main(["new", "page", NOW]) == 0
    assert shown.getvalue().startswith(Words("bg")("Title") + ": ")


@pytest.mark.parametrize("answers", [[], ["Парк"], ["Парк", "", "oprg-2014-2020", "", "", ""]])
def test_the_end_of_the_answers_leaves_nothing_behind(answers: list[str], here: Path, typing: Typing) -> None:
    content = write_files(here, "")
    before = lying(content)
    typing(answers)
    assert run("project") == 130
    assert lying(content) == before


def test_a_correction_is_offered_where_the_check_has_one(here: Path, typing: Typing) -> None:
    content = write_files(here, "")
    cyrillic = "BG16RFOP001-5.001-0042-С01"
    shown = typing(["Парк", "", "oprg-2014-2020", cyrillic, "y", "", "", "", ""])
    assert run("project") == 0
    assert "Take 'BG16RFOP001-5.001-0042-C01' instead? [Y/n]" in shown.getvalue()
    text = (content / "projects/park/index.bg.md").read_text(encoding="utf-8")
    assert "contract: BG16RFOP001-5.001-0042-C01\n" in text


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("2", "b"),
        ("2,1", "b, a"),
        ("3", "3"),
        ("0", "0"),
        ("a", "a"),
        ("", ""),
        ("2,x", "2,x"),
        ("²", "²"),
        ("1,", "1,"),
    ],
)
def test_numbers_of_options(typed: str, value: str) -> None:
    assert by_number(typed, [Option("a", "А"), Option("b", "Б")]) == value


def test_enter_and_both_words_for_yes_agree() -> None:
    from sitegen.problems import message

    agreed = {}
    for typed in ("", "y", "Yes", "д", "ДА", "n", "не", "no", "x"):
        agreed[typed] = Terminal(StringIO(f"{typed}\n"), StringIO(), Words("en")).agrees(message("Title"))
    assert [typed for typed, yes in agreed.items() if yes] == ["", "y", "Yes", "д", "ДА"]


# ── a real terminal ─────────────────────────────────────────────────────────────────────────────────────────────────


class Session:
    """The program in a terminal of its own."""

    def __init__(self, folder: Path, *words: str) -> None:
        self.master, slave = pty.openpty()
        self.shown = b""
        self.process = subprocess.Popen(
            [sys.executable, "-m", "sitegen", "new", *words, "--lang=en", NOW],
            cwd=folder,
            env={**os.environ, "PYTHONPATH": str(CHECKOUT), "LC_ALL": "C.UTF-8"},
            stdin=slave,
            stdout=slave,
            stderr=slave,
            start_new_session=True,
            preexec_fn=own_terminal,  # noqa: PLW1509 - the tests run no threads
        )
        os.close(slave)

    def wait_for(self, text: str) -> None:
        """Reads until a text is shown."""
        end = time.monotonic() + 30
        while text.encode() not in self.shown:
            assert time.monotonic() < end, self.shown.decode(errors="replace")
            if select.select([self.master], [], [], 0.1)[0]:
                with suppress(OSError):  # the other side has ended
                    self.shown += os.read(self.master, 65536)

    def type(self, data: bytes) -> None:
        """Presses keys."""
        os.write(self.master, data)

    def end(self) -> int:
        """The exit status."""
        try:
            return self.process.wait(timeout=30)
        finally:
            os.close(self.master)


def own_terminal() -> None:
    """Makes the terminal the one that Ctrl-C comes from."""
    import fcntl
    import termios

    fcntl.ioctl(0, termios.TIOCSCTTY, 0)


@posix
def test_a_page_is_asked_for_on_a_real_terminal(here: Path) -> None:
    content = write_files(here, "")
    session = Session(here, "page")
    session.wait_for("Title: ")
    session.type("За вас\x15За нас\n".encode())
    session.wait_for("[za-nas]: ")
    session.type(b"\n")
    session.wait_for("Written:")
    assert session.end() == 0
    assert (content / "pages/za-nas/index.ru.md").is_file()


@posix
@pytest.mark.parametrize("key", [b"\x03", b"\x04"], ids=["Ctrl-C", "Ctrl-D"])
def test_a_key_that_ends_leaves_nothing_behind(key: bytes, here: Path) -> None:
    content = write_files(here, "")
    before = lying(content)
    session = Session(here, "page")
    session.wait_for("Title: ")
    session.type("За нас\n".encode())
    session.wait_for("[za-nas]: ")
    session.type(key)
    session.wait_for("Nothing was written.")
    assert session.end() == 130
    assert lying(content) == before


@posix
def test_a_byte_that_is_no_letter_is_a_wrong_answer(here: Path) -> None:
    write_files(here, "")
    session = Session(here, "page")
    session.wait_for("Title: ")
    session.type("Парк\n".encode("cp1251"))
    session.wait_for("an invisible control character")
    session.type("Парк\n".encode())
    session.wait_for("[park]: ")
    session.process.send_signal(signal.SIGINT)
    session.wait_for("Nothing was written.")
    assert session.end() == 130


def test_every_kind_has_its_words() -> None:
    assert list(new.ABOUT) == list(QUESTIONS)
