"""Performing: the same bytes in one process or several; a theme's faults with file and line."""

from __future__ import annotations

import multiprocessing
import multiprocessing.context
from datetime import datetime
from pathlib import Path

import pytest

from sitegen.builder import gather, perform
from sitegen.builder.flow import build
from sitegen.builder.order import Order
from sitegen.problems import Problem
from tests.sites import NOW, PROJECT, Built, build_content, write_files

GOLDEN = Path(__file__).parents[1] / "golden" / "content"


def as_bytes(built: Built) -> dict[str, bytes]:
    return {path: built.bytes(path) for path in built}


@pytest.mark.sample(1)
@pytest.mark.parametrize("jobs", [2, 3])
def test_parallel_is_serial(monkeypatch: pytest.MonkeyPatch, jobs: int) -> None:
    serial = build_content(GOLDEN)
    asked: list[int] = []
    real = multiprocessing.get_context("fork").Pool

    def counted(_context: object, jobs: int) -> object:
        asked.append(jobs)
        return real(jobs)

    monkeypatch.setattr(multiprocessing.context.ForkContext, "Pool", counted)
    monkeypatch.setattr(perform, "FEWEST", 1)
    monkeypatch.setattr(gather, "FEWEST", 1)
    parallel = build_content(GOLDEN, jobs=jobs)
    assert asked == [jobs, jobs]
    assert parallel.paths == serial.paths
    assert as_bytes(parallel) == as_bytes(serial)
    assert parallel.problems == serial.problems


def test_few_pages_start_no_process(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(multiprocessing, "get_context", lambda *a: pytest.fail("a process for nothing"))
    build_content(write_files(tmp_path, ""), jobs=8)


def themed(tmp_path: Path, files: dict[str, str | bytes], *, jobs: int = 1) -> Built:
    """A site with a theme of its own over the default one."""
    content = write_files(tmp_path, "")
    for name, body in files.items():
        path = tmp_path / "themes" / "ours" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(body if isinstance(body, bytes) else body.encode())
    return Built(build(Order(content=content, now=NOW, theme=tmp_path / "themes" / "ours", jobs=jobs)))


def only(built: Built) -> Problem:
    """The one problem; nothing follows from it."""
    problems = {(p.at, p.code): p for p in built.problems}  # words may be missing in each language
    assert len(problems) == 1, list(problems)
    return next(iter(problems.values()))


@pytest.mark.sample(4)
@pytest.mark.parametrize(
    ("template", "line", "code", "words"),
    [
        ("<p>\n{{ page.titel }}", 2, "THM-02", "titel"),
        ("<p>\n\n{{ nothing }}", 3, "THM-02", "'nothing' is undefined"),
        ("<p>\n{% if %}", 2, "THM-01", "Expected an expression"),
        ("<p>{% block a %}\n", 1, "THM-01", "end of template"),
        ("<p>\n{{ t('no.such.term') }}", 2, "THM-03", "no words for 'no.such.term'"),
        ("<p>\n{{ n('no.such.plural', 2) }}", 2, "THM-03", "no words for 'no.such.plural'"),
        ("<p>\n{{ t('updated') }}", 2, "THM-03", "nothing fills a {…} of the words for 'updated'"),
        ("<p>\n{% include 'nowhere.html' %}", 2, "THM-02", "nowhere.html"),
        ("<p>\n{{ page.title | nofilter }}", 2, "THM-01", "nofilter"),
        ("<p>\n{{ 1 // 0 }}", 2, "THM-02", "ZeroDivisionError"),
        ("<p>\n{{ 'x' | money }}", 2, "THM-02", "AttributeError"),
        ("<p>\n\ufeff\n{{ page.title }", 3, "THM-01", "unexpected '}'"),
    ],
)
def test_fault_11_a_themes_fault_is_told_with_file_and_line(
    tmp_path: Path, template: str, line: int, code: str, words: str
) -> None:
    problem = only(themed(tmp_path, {"templates/contacts.html": template}))
    assert (problem.at.path, problem.at.line, problem.code) == ("themes/ours/templates/contacts.html", line, code)
    assert words in str(problem.message)
    assert problem.is_error
    assert str(problem.hint)


def test_fault_11_in_a_worker_process(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(perform, "FEWEST", 1)
    template = "{{ page.titel }}{{ t('no.such.term') }}"
    assert (
        str(only(themed(tmp_path, {"templates/contacts.html": template}, jobs=2)).at)
        == "themes/ours/templates/contacts.html:1:1"
    )


def test_fault_11_in_an_included_template(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "templates/contacts.html": "{% include 'part.html' %}",
        "templates/part.html": "\n{{ page.x.y }}",
    }
    assert str(only(themed(tmp_path, files)).at) == "themes/ours/templates/part.html:2:1"


def test_a_template_in_another_encoding(tmp_path: Path) -> None:
    problem = only(themed(tmp_path, {"templates/contacts.html": "<p>\nЗдравей".encode("cp1251")}))
    assert (str(problem.at), str(problem.message)) == (
        "themes/ours/templates/contacts.html:2:1",
        "the template cannot be rendered: the file is not in UTF-8",
    )


def test_styles_in_another_encoding(tmp_path: Path) -> None:
    problem = only(themed(tmp_path, {"assets/site.css": "p { content: 'Я' }".encode("cp1251")}))
    assert problem.at.path.endswith("themes/ours/assets/site.css")
    assert problem.code == "THM-01"


def test_a_catalogue_that_is_none(tmp_path: Path) -> None:
    problem = only(themed(tmp_path, {"locale/bg.po": "foo bar"}))
    assert problem.at.path.endswith("themes/ours/locale/bg.po")
    assert problem.code == "THM-03"


def test_words_with_a_place_that_nothing_fills(tmp_path: Path) -> None:
    built = themed(tmp_path, {"locale/bg.po": 'msgid "skip"\nmsgstr "Към {where}"\n'})
    assert {p.code for p in built.problems} == {"THM-03"}
    assert {p.at.path.rpartition("/")[2] for p in built.problems} == {"base.html"}


def test_a_language_without_words_is_told_at_the_setting(tmp_path: Path) -> None:
    content = write_files(
        tmp_path,
        "-- site.yaml --\ntitle: {bg: А, ro: B}\nurl: https://x.example/\nlanguages: [bg, ro]\nowner: obshtina\n-- organisations.yaml --\nobshtina:\n  name: {bg: О, ro: O}\n",
    )
    problem = next(p for p in build_content(content).problems if p.code == "THM-03")
    assert (problem.at.path, problem.at.line) == ("content/site.yaml", 3)
    assert "'ro'" in str(problem.message)


def test_a_bug_of_the_program_shows_its_traceback(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sitegen.render.formats.Formats.number", lambda *a: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        build_content(write_files(tmp_path, f"-- projects/a/index.bg.md --\n---\n{PROJECT}---\n"))


def test_a_themes_own_template_style_and_word_win(tmp_path: Path) -> None:
    built = themed(
        tmp_path,
        {
            "templates/contacts.html": "<p>{{ t('contacts') }}{{ page.title | words }}</p>",
            "assets/site.css": ".ours { color: red }",
            "locale/bg.po": 'msgid "contacts"\nmsgstr "За връзка"\n',
        },
    )
    assert {error.split()[-1] for error in built.errors} == {"A11Y-08"}
    assert built["bg/kontakti/index.html"] == "<p>За връзкаЗа връзка</p>"
    assert ".ours{color:red}" in built["bg/index.html"].replace(" ", "")


def test_an_unknown_theme(tmp_path: Path) -> None:
    content = write_files(tmp_path, "")
    problem = next(
        iter(build(Order(content=content, now=datetime.fromisoformat("2026-01-01"), theme=tmp_path / "none")).problems)
    )
    assert problem.code == "THM-05"
