"""Scaffolds: what is written reads back as it was meant, passes every check, and takes nobody's place."""

from __future__ import annotations

import re
import tempfile
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.builder.order import Order
from sitegen.editing.forms import SOURCES, front_matter, source_form, translation_form
from sitegen.editing.ground import Ground, survey
from sitegen.editing.interview import Interview
from sitegen.editing.questions import QUESTIONS
from sitegen.editing.scaffold import Composer, Scaffold, plain, room_for, write
from sitegen.problems import Correction, Location, Mistake, Problem, message
from tests.read.folder import project, read_content
from tests.sites import NOW, SITE, write_files

KINDS = tuple(SOURCES)
ANSWERS = {
    "project": {"programme": "oprg-2014-2020", "number": "7", "contract": "BG16RFOP001-5.001-0042-C01"},
    "event": {"type": "opening_press_conference", "start": "20.2.2018 11:00"},
    "news": {"date": "9 януари 2018 г."},
    "page": {},
}


def ground(root: Path, text: str = "") -> Ground:
    found, problems = survey(Order(content=write_files(root, text), now=NOW))
    assert found, problems
    return found


def composer(root: Path, text: str = "") -> Composer:
    return Composer(ground(root, text), str)


def scaffold(kind: str, title: str = "Парк", **answers: str) -> Scaffold:
    return Scaffold(kind=kind, name="park", answers={"title": title, **ANSWERS[kind], **answers})


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Composer:
    """A site without pages."""
    return composer(tmp_path_factory.mktemp("site"))


# ── what is written ─────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_project_has_facts_in_one_form_and_the_rest_as_examples(small: Composer) -> None:
    given = scaffold("project", "Парк", start="9.1.2018 г.", end="2020", total_value="515000,00 лева")
    text = small.finish(given).texts["bg"]
    assert "number: 7 " in text
    assert "contract: BG16RFOP001-5.001-0042-C01\nstart: 2018-01-09\nend: 2020\n" in text
    assert 'total_value: "515 000,00 лв."\n' in text
    assert "draft: yes " in text
    assert "  - org: obshtina\n    role: beneficiary\n" in text
    assert '# short: "…"' in text
    assert "\n#   - id: g1\n#     kind: overall\n" in text


def test_a_press_conference_names_its_four_documents(small: Composer) -> None:
    text = small.finish(scaffold("event")).texts["bg"]
    assert "start: 2018-02-20 11:00\n" in text
    assert "agenda.bg.pdf, invitation.bg.pdf, media-info.bg.pdf, presentation.bg.pdf" in text
    assert "agenda.bg.pdf" not in small.finish(scaffold("event", type="training")).texts["bg"]


def test_a_title_that_names_the_type_is_translated(small: Composer) -> None:
    texts = small.finish(scaffold("event", "Стартова пресконференция")).texts
    assert 'title: "Opening press conference"\n' in texts["en"]
    assert "translate it" not in texts["en"]
    assert "translate it" in small.finish(scaffold("event", "Парк")).texts["en"]


def test_funds_are_a_list(small: Composer) -> None:
    trial = small.finish(scaffold("project", programme="drp-2021-2027", contract="", fund="jtf, erdf"))
    assert "fund: [jtf, erdf]\n" in trial.texts["bg"]
    assert trial.problems == ()


@pytest.mark.parametrize("kind", KINDS)
def test_every_line_of_a_source_is_valid_without_its_mark(kind: str, small: Composer) -> None:
    """Whoever deletes # gets a page that can be read; only files and pages that it names may be absent."""
    facts = {"title": '"Парк"', "draft": "yes", **{key: f'"{text}"' for key, text in ANSWERS[kind].items()}}
    facts |= small.partners(scaffold(kind))
    form = source_form(kind, facts, "bg")
    texts = {"bg": uncommented(front_matter(form, facts, str))}
    form = translation_form(kind, "index.bg.md", has_title=False)
    texts["en"] = uncommented(front_matter(form, {"title": '"Park"'}, str))
    reading = small.read(scaffold(kind), texts)
    assert [f"{p.at} {p.code} {p.message}" for p in reading.problems] == []
    assert [version.language for version in reading.versions if version.is_translated] == ["bg", "en"]


def uncommented(text: str) -> str:
    """A form with all its optional keys."""
    return re.sub(r"^# (?=[a-z_]+: |[a-z_]+:\n| )", "", text, flags=re.MULTILINE)


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_that_is_offered_exists(kind: str) -> None:
    from sitegen.kinds import KINDS as ALL
    from sitegen.model.fields import fields_of

    page: type = next(found.page for found in ALL if found.name == kind)
    known = {named.name for named in fields_of(page)}
    forms = (SOURCES[kind], translation_form(kind, "index.bg.md", has_title=False))
    assert {key for form in forms for item in form if (key := getattr(item, "key", ""))} <= known


WEIRD = st.one_of(
    st.text(max_size=60),
    st.text(alphabet="абв \"'\\:#-–—[]{}&*!|>%@`,?„“”«»…\u00a0\u00ad\u200b\ufeff\u2028\x85\t👩‍👧~=<0.", max_size=40),
    st.sampled_from(["- ", ": ", "# ", "? ", "...", "---", "~", "null", "no", "!!str ", "{{", "%YAML", "«", '""', "''"])
    .flatmap(lambda start: st.text(alphabet="аб:# -", max_size=5).map(lambda rest: start + rest)),
    st.text(alphabet="ж ", min_size=3000, max_size=4000),
)  # fmt: skip


@given(title=WEIRD, kind=st.sampled_from(KINDS))
@settings(deadline=None)
def test_any_title_reads_back_as_it_was_meant(title: str, kind: str, small: Composer) -> None:
    meant = unicodedata.normalize("NFC", " ".join(title.split()))
    interview = Interview(kind, small).answered("title", title)
    [question] = [question for question in QUESTIONS[kind] if question.name == "title"]
    if interview.complaints(question) or not meant:
        return  # a control character, a word of two scripts: the editor is told
    trial = small.finish(scaffold(kind, title))
    reading = small.read(scaffold(kind, title), trial.texts)
    assert {str(version.title) for version in reading.versions} == {meant}
    assert trial.problems == ()


# ── judging ─────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("kind", "answers", "code"),
    [
        ("project", {"start": "31.02.2018"}, "DAT-05"),
        ("project", {"start": "2020", "end": "2018"}, "DAT-01"),
        ("project", {"total_value": "515.000 лв."}, "MON-02"),
        ("project", {"programme": "oprg"}, "REF-01"),
        ("project", {"fund": "cf"}, "REF-03"),
        ("project", {"number": "x"}, "FLD-03"),
        ("event", {"type": "party"}, "FLD-03"),
        ("event", {"start": "утре"}, "DAT-05"),
        ("news", {"date": "2018"}, "DAT-05"),
    ],
)
def test_a_wrong_answer_is_what_check_says(kind: str, answers: dict[str, str], code: str, small: Composer) -> None:
    new = scaffold(kind, **answers)
    for trial in (small.try_out(new), small.finish(new)):
        assert {p.code for p in trial.problems} == {code}
        *others, key = answers
        assert [p.code for p in trial.about(key)] == [code]
        assert not any(trial.about(other) for other in others)


def test_a_programme_with_several_funds_needs_one(small: Composer) -> None:
    new = scaffold("project", programme="drp-2021-2027", contract="")
    assert [p.code for p in small.finish(new).problems] == ["REF-03"]


def test_numbers_and_addresses_of_others_are_taken(tmp_path: Path) -> None:
    made = composer(
        tmp_path,
        f"""
-- projects/one/index.bg.md --
{project("number: 7" + chr(10))}
-- pages/za-nas.bg.md --
---
title: А
aliases: [/bg/predi/]
---
""",
    )
    found = made.finish(scaffold("project"))
    assert [f"{p.at} {p.code}" for p in found.problems] == [
        f"content/projects/park/index.bg.md:{found.line('number')}:9 REF-02"
    ]
    for name in ("za-nas", "predi", "novini", "404"):
        page = Scaffold(kind="page", name=name, answers={"title": "А"})
        trial = made.finish(page)
        codes = {"za-nas": {"ADR-02"}, "predi": {"ADR-02"}, "novini": {"ADR-04"}, "404": set()}
        assert {p.code for p in trial.about("folder")} >= codes[name]


@pytest.mark.parametrize("name", ["con", "nul", "com1"])
def test_names_that_windows_refuses_are_wrong(name: str, small: Composer) -> None:
    trial = small.finish(Scaffold(kind="page", name=name, answers={"title": "А"}))
    assert [p.code for p in trial.about("folder")] == ["ADR-07"]


@pytest.mark.parametrize("name", ["events", "news", "documents", "gallery"])
def test_a_project_keeps_the_names_of_its_folders(name: str, tmp_path: Path) -> None:
    made = composer(tmp_path, f"-- projects/one/index.bg.md --\n{project('number: 7')}")
    page = Scaffold(kind="page", project="projects/one", name=name, answers={"title": "А"})
    assert page.id == f"projects/one/{name}"
    assert "ADR-04" in [p.code for p in made.finish(page).about("folder")]


def test_a_switched_off_check_does_not_stop_anybody(tmp_path: Path) -> None:
    backwards = scaffold("project", start="2020", end="2018")
    off = f'-- site.yaml --\n{SITE}checks: {{DAT-01: "датите са по договор"}}\n'
    assert [p.code for p in composer(tmp_path / "on").finish(backwards).problems] == ["DAT-01"]
    assert composer(tmp_path / "off", off).finish(backwards).problems == ()


def test_corrections_that_problems_offer_are_made_in_the_answer(small: Composer) -> None:
    trial = small.try_out(scaffold("project", contract="BG-С01 а"))
    line = trial.line("contract")
    column = trial.texts["bg"].split("\n")[line - 1].index("С") + 1

    def problem(old: str, new: str, further: int) -> Problem:
        at = Location(trial.file, line, column + further)
        return Mistake("COD-01", message("x")).at(at, corrections=(Correction(at, old, new),))

    both = (problem("С", "C", 0), problem("а", "a", 4))
    assert replace(trial, problems=both).corrected("contract") == "BG-C01 a"
    hopeless = Mistake("COD-02", message("x")).at(Location(trial.file, line))
    assert replace(trial, problems=(*both, hopeless)).corrected("contract") == ""
    assert replace(trial, problems=(problem("Ч", "H", 0),)).corrected("contract") == ""


# ── numbers ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_the_next_number_counts_drafts_and_what_cannot_be_read(tmp_path: Path) -> None:
    assert ground(tmp_path / "none").highest == 0
    drafts = f"-- projects/a/index.bg.md --\n{project('number: 3' + chr(10))}\n-- projects/b/index.bg.md --\n{project('number: 5' + chr(10) + 'draft: yes' + chr(10))}"
    assert ground(tmp_path / "drafts", drafts).highest == 5
    broken = drafts + "-- projects/c/index.bg.md --\n---\nnumber: 12\ntitle: [\n"
    site = ground(tmp_path / "broken", broken)
    assert site.highest == 12
    assert site.projects == ("projects/a", "projects/b", "projects/c")


# ── the disk ────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_the_files_are_written_where_the_site_reads_them(tmp_path: Path) -> None:
    made = composer(tmp_path)
    for kind in KINDS:
        new = scaffold(kind, "Парк: „нов“")
        assert write(made.ground.root, new.id, made.finish(new).texts) == tuple(
            f"{new.id}/index.{language}.md" for language in ("bg", "en", "ru")
        )
    folder = read_content(tmp_path / "content")
    assert folder.errors == []
    assert folder.page("projects/park").title.text == "Парк: „нов“"
    assert not folder.page("projects/park").is_public(NOW)


@pytest.mark.parametrize(
    ("lying", "page_id", "code"),
    [
        ("pages/park/index.bg.md", "pages/park", "ADR-01"),
        ("pages/park/plan.pdf", "pages/park", "ADR-01"),
        ("pages/park.bg.md", "pages/park", "ADR-01"),
        ("pages/park.en.md", "pages/park", "ADR-01"),
        ("pages/Park.bg.md", "pages/park", "ADR-01"),
        ("pages/park.md", "pages/park", "ADR-01"),
        ("pages/park", "pages/park", "ADR-01"),
        ("pages/PARK/index.bg.md", "pages/park", "ADR-06"),
        ("Pages/other.bg.md", "pages/park", "ADR-06"),
        ("pages", "pages/park", "SYN-07"),
    ],
)
def test_nothing_is_overwritten(lying: str, page_id: str, code: str, tmp_path: Path) -> None:
    path = tmp_path / lying
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"x")
    with pytest.raises(Mistake) as caught:
        write(tmp_path, page_id, {"bg": "А"})
    assert caught.value.code == code
    assert tree(tmp_path) == {lying: b"x"}


def test_a_folder_from_a_mac_is_found(tmp_path: Path) -> None:
    (tmp_path / "projects" / unicodedata.normalize("NFD", "й")).mkdir(parents=True)
    folder, names = room_for(tmp_path, "projects/й/news/park")
    assert (folder.parent.name, names) == ("projects", ("news", "park"))
    with pytest.raises(Mistake):
        room_for(tmp_path, "projects/й")


def test_a_linked_folder_is_not_written_to(tmp_path: Path) -> None:
    (tmp_path / "outside").mkdir()
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "news").symlink_to(tmp_path / "outside")
    with pytest.raises(Mistake) as caught:
        write(tmp_path / "content", "news/park", {"bg": "А"})
    assert caught.value.code == "LNK-06"
    assert not list((tmp_path / "outside").iterdir())


class Interrupted(dict[str, str]):
    """Texts whose second one never comes."""

    def items(self) -> Iterator[tuple[str, str]]:  # type: ignore[override]
        yield "bg", "А"
        raise KeyboardInterrupt


def test_what_is_cut_off_leaves_nothing_behind(tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt):
        write(tmp_path, "projects/park", Interrupted())
    with pytest.raises(Mistake) as caught:
        write(tmp_path, "projects/" + "park" * 100, {"bg": "А"})
    assert caught.value.code == "SYN-07"
    assert list(tmp_path.iterdir()) == []


def tree(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


@pytest.mark.parametrize(("text", "written"), [("a-1.b_c", "a-1.b_c"), ("a: b", '"a: b"'), ("", '""'), ("-a", '"-a"')])
def test_codes_are_quoted_where_they_must(text: str, written: str) -> None:
    assert plain(text) == written


@given(st.text(max_size=30))
@settings(max_examples=100, deadline=None)
def test_a_name_is_taken_in_every_spelling_that_a_disk_may_have(name: str) -> None:
    """Whatever lies there, another page is either refused or does not touch it."""
    with tempfile.TemporaryDirectory() as folder:
        try:
            (Path(folder) / name).write_bytes(b"x")
        except (OSError, ValueError):
            return
        before = tree(Path(folder))
        try:
            write(Path(folder), "park", {"bg": "А"})
        except Mistake:
            assert tree(Path(folder)) == before
        else:
            assert before.items() <= tree(Path(folder)).items()
