"""Pages: facts in the source, words in every language, and the place of everything that is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from sitegen.kinds.event import Event
from sitegen.kinds.news import News
from sitegen.kinds.page import FreePage
from sitegen.kinds.project import Project
from sitegen.model.language import Phrase
from tests.read.folder import Folder, page, project, read_folder

RICH = """\
goals:
  - id: g1
    text: Цел
    measures:
      - {id: m1, text: Мярка}
      - {id: m2, text: Друга}
  - {id: g2, text: Втора}
activities:
  - {id: a1, title: Управление, outputs: [{id: o1, text: Договор, count: 2}]}
results:
  - {id: r1, text: Резултат, unit: места, target: "12,5"}
target_groups:
  - {id: t1, text: Деца}
periods:
  - {id: p1, label: Услуга, start: 2018}
places:
  - {id: c1, name: Град}
contact: {unit: Отдел, email: a@b.bg}
documents:
  - {file: plan.bg.txt, title: План}
"""


def translated(root: Path, head: str, *, source: str = RICH) -> Folder:
    """A project with an English file; `head` stands from line 3 of it on."""
    return read_folder(
        root,
        f"-- projects/park/index.bg.md --\n{project(source)}"
        f"-- projects/park/index.en.md --\n---\ntitle: Park\n{head}---\n",
        {"projects/park/plan.bg.txt": b"x"},
    )


def english(root: Path, head: str) -> Project:
    """The English version of the project, read without a problem."""
    folder = translated(root, head)
    assert folder.found == []
    return folder.page("projects/park", "en", Project)


# ── keys ────────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(("head", "place", "said"), [
    ("sumary: x\n", "3:1", "unknown key 'sumary' | Did you mean 'summary'?"),
    ("\n\nПубликувай: x\n", "5:1", "unknown key 'Публикувай' | Known keys: title, summary, slug"),
    ("titlе: x\n", "3:1", "unknown key 'titlе' | Did you mean 'title'? Some letters here are Cyrillic and only look like it."),
    ("gallery:\n  - {file: a.svg, alt: Б, captoin: В}\n", "4:27", "unknown key 'captoin' | Did you mean 'caption'?"),
    ("contract: x\n", "3:1", "unknown key 'contract' | Known keys: title"),
])  # fmt: skip
def test_an_unknown_key_is_named_where_it_stands(tmp_path: Path, head: str, place: str, said: str) -> None:
    folder = read_folder(tmp_path, f"-- pages/a/index.bg.md --\n{page(head)}", {"pages/a/a.svg": b"<svg/>"})
    assert f"pages/a/index.bg.md:{place} FLD-01" in folder.errors
    assert folder.says("FLD-01").startswith(said)


def test_keys_of_the_site_itself_are_free(tmp_path: Path) -> None:
    folder = read_folder(tmp_path, "-- pages/a.bg.md --\n" + page("x_colour: red\n"))
    assert folder.found == []
    assert folder.page("pages/a").extra == (("x_colour", "red"),)


def test_what_a_page_lacks_is_reported_at_its_start(tmp_path: Path) -> None:
    folder = read_folder(tmp_path, "-- projects/park/index.bg.md --\n---\nsummary: x\n---\n")
    assert folder.errors == [
        "projects/park/index.bg.md:1:1 FLD-02",
        "projects/park/index.bg.md:1:1 FLD-02",
        "projects/park/index.bg.md:1:1 REF-04",
    ]
    missing = [f"{p.message} | {p.hint}" for p in folder.problems if p.code == "FLD-02"]
    assert missing == [
        "'programme' is missing | Add a line 'programme: …'.",
        "'title' is missing | Add a line 'title: …'.",
    ]


@pytest.mark.parametrize("value", ["", '""', "[]", "{}", "'  '"])
def test_an_empty_value_counts_as_absent(tmp_path: Path, value: str) -> None:
    folder = read_folder(tmp_path, f"-- pages/a.bg.md --\n---\ntitle: {value}\n---\n")
    assert folder.found == ["pages/a.bg.md:1:1 FLD-02"]


@pytest.mark.parametrize(("head", "places"), [
    ("goals:\n  - id: g1\n  - text: Цел\n", ["8:5", "9:5"]),
    ("goals: [{id: g1}, {id: g2, text: Б}]\n", ["7:9"]),
    ("goals:\n  - {id: g1, text: А, measures: [{id: m1}]}\n", ["8:34"]),
    ("activities:\n  - {id: a1, title: А, outputs: [{text: Б}]}\n", ["8:34"]),
    ("documents:\n  - type: agenda\n", ["8:5"]),
    ("gallery:\n  - file: x.jpg\n", ["8:5"]),
])  # fmt: skip
def test_an_item_that_lacks_something_is_reported_at_the_item(tmp_path: Path, head: str, places: list[str]) -> None:
    folder = read_folder(tmp_path, f"-- projects/park/index.bg.md --\n{project(head)}")
    assert folder.errors == [f"projects/park/index.bg.md:{place} FLD-02" for place in places]


def test_a_picture_of_the_gallery_needs_its_alternative_text(tmp_path: Path) -> None:
    folder = read_folder(tmp_path, f"-- projects/park/index.bg.md --\n{project('gallery: [{file: x.jpg}]' + chr(10))}")
    assert folder.says("FLD-02") == "'alt' is missing | Add a line 'alt: …'."


# ── wrong values ────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(("line", "column", "code", "said"), [
    ("status: compleeted", 9, "FLD-03", "'compleeted' is not a value of this field | Did you mean 'completed'?"),
    ("works: road", 8, "FLD-03", "'road' is not a value of this field | Choose one of: none, equipment, construction."),
    ("number: едно", 9, "FLD-03", "'едно' is not a whole number | Write digits only, like 24 or 1 000."),
    ("months: 1.5", 9, "FLD-03", "'1.5' is not a whole number | Write digits only, like 24 or 1 000."),
    ("strategic: maybe", 12, "FLD-03", "'maybe' is neither yes nor no | Write yes or no."),
    ("start: 03/04/2026", 8, "DAT-05", None),
    ("durable_until: 2026", 16, "DAT-05", None),
    ("total_value: 515.000 лв.", 14, "MON-02", ("'515.000 лв.' can be read as 515 000,00 лв. or as 515,00 лв. | "
                                                "Write 515 000,00 лв. or 515,00 лв., whichever is meant.")),
    ("total_value: 515000", 14, "MON-02", ("'515000' has no currency | "
                                          "Write the amount and its currency, like 515 000,00 лв. or 263 315,32 €.")),
    ("slug: Нов парк", 7, "ADR-03", ("'Нов парк' cannot stand in an address: only a-z, 0-9 and - can, up to 80 characters | "
                                    "Write: nov-park")),
    ("slug: Park", 7, "ADR-03", "'Park' cannot stand in an address: only a-z, 0-9 and - can, up to 80 characters | Write: park"),
    ("aliases: [stara]", 11, "ADR-09", ("'stara' is not an address of this site | "
                                       "Write the old address from the site's root: /bg/stara-stranitsa/")),
    ("aliases: [/a/, /a/]", 16, "FLD-08", "'/a/' stands here twice | Delete one of them."),
    ("aliases: /a/", 10, "FLD-05", None),
    ("goals: Цел", 8, "FLD-05", None),
    ("goals: {g1: Цел}", 8, "FLD-05", None),
    ("short: [а]", 8, "FLD-05", None),
    ("contact: Отдел", 10, "FLD-05", None),
    ("contact: {phones: [няма]}", 20, "FLD-03", ("'няма' is not a telephone number | "
                                                "Write it like 078 55 11 66 or +359 78 551166.")),
    ("contact: {email: a.b}", 18, "FLD-03", "'a.b' is not an e-mail address | Write it like office@example.bg."),
    ("goals: [{id: цел 1, text: А}]", 14, "FLD-03", "'цел 1' cannot be an id | Write: tsel-1"),
    ("goals: [{id: g1, text: А}, {id: g1, text: Б}]", 28, "FLD-08", "'g1' stands here twice | Give each its own 'id'."),
    ("partners: [{org: x, rol: y}]", None, "SYN-04", None),
    ("image: /etc/passwd", 8, "LNK-06", ("'/etc/passwd' is not a path beside the page | "
                                        "Write the path from the page's folder: plan.bg.pdf")),
    ("documents: [{file: 'C:\\x.pdf'}]", 20, "LNK-06", None),
    ("documents: [{file: ../../../x.pdf}]", 20, "LNK-06", ("'../../../x.pdf' leads out of the content folder | "
                                                          "Copy the file beside the page.")),
    ("only: [bg, de]", 12, "ADR-05", "'de' is not a language of the site | The languages are bg, en, ru; site.yaml lists them."),
    ("units: {места: places}", 8, "FLD-09", ("'units' translates the units of the results and stands in translations only | "
                                            "Write the unit with each result; delete 'units' here.")),
    ("publish_at: утре", 13, "DAT-05", None),
])  # fmt: skip
def test_a_wrong_value_is_quoted_at_its_place(
    tmp_path: Path, line: str, column: int | None, code: str, said: str | None
) -> None:
    folder = read_folder(tmp_path, f"-- projects/park/index.bg.md --\n{project(line + chr(10))}")
    assert f"projects/park/index.bg.md:7:{column or 1} {code}" in folder.errors
    if said:
        assert folder.says(code) == said
    assert all(str(p.hint) for p in folder.problems)


@pytest.mark.parametrize("line", [
    "total_value: 515 000,00 лв", "total_value: 515000.00 лева", "total_value: 515 000.00 BGN", "total_value: €263 315,32",
    "start: 9.1.2018 г.", "start: 09.01.2018", "start: 2018-01-09", "start: 2016-02", "start: 2016", "start: февруари 2016 г.",
    "status: Completed", "strategic: да", "strategic: no", "months: 24", "number: 036", "only: [bg]", "fund: [erdf]",
    "contact: {phones: ['078 55 11 66']}", "publicity: {poster: 1, first_sod: {planned: 1, done: 0}}",
    "notes: [{field: start, printed: '2018', note: проверено}]",
])  # fmt: skip
def test_reading_is_liberal(tmp_path: Path, line: str) -> None:
    assert read_folder(tmp_path, f"-- projects/park/index.bg.md --\n{project(line + chr(10))}").found == []


def test_places_follow_the_items_when_a_wrong_one_falls_out(tmp_path: Path) -> None:
    head = "documents:\n  - {type: agenda}\n  - {file: nyama.txt}\nfund: [[x], erdf, nqma]\n"
    folder = read_folder(tmp_path, f"-- projects/park/index.bg.md --\n{project(head)}")
    assert folder.errors == [
        "projects/park/index.bg.md:8:5 FLD-02",
        "projects/park/index.bg.md:9:12 DOC-01",
        "projects/park/index.bg.md:10:8 FLD-05",
        "projects/park/index.bg.md:10:19 REF-03",
    ]


# ── translations hold words ─────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(("head", "place", "key"), [
    ("programme: x\n", "3:1", "programme"),
    ("total_value: 3 лв.\n", "3:1", "total_value"),
    ("start: 2018\n", "3:1", "start"),
    ("start:\n", "3:1", "start"),
    ("draft: no\n", "3:1", "draft"),
    ("publish_at: 2026-01-01\n", "3:1", "publish_at"),
    ("only: [en]\n", "3:1", "only"),
    ("funding: {eu: 3 лв.}\n", "3:1", "funding"),
    ("partners: []\n", "3:1", "partners"),
    ("publicity: {poster: 1}\n", "3:1", "publicity"),
    ("notes: [{field: x}]\n", "3:1", "notes"),
    ("goals: {g1: {kind: overall, text: Goal}}\n", "3:14", "kind"),
    ("goals: {g1: {id: g1}}\n", "3:14", "id"),
    ("activities:\n  a1:\n    title: A\n    start: 2018\n", "6:5", "start"),
    ("activities: {a1: {outputs: {o1: {text: A, count: 2}}}}\n", "3:43", "count"),
    ("results: {r1: {target: 3}}\n", "3:16", "target"),
    ("contact: {unit: A, email: a@b.bg}\n", "3:20", "email"),
    ("documents: {plan.bg.txt: {type: agenda}}\n", "3:27", "type"),
])  # fmt: skip
def test_a_fact_in_a_translation_is_an_error_at_its_key(tmp_path: Path, head: str, place: str, key: str) -> None:
    folder = translated(tmp_path, head)
    assert folder.found == [f"projects/park/index.en.md:{place} FLD-04"]
    assert folder.says("FLD-04") == (
        f"'{key}' is a fact and does not belong in a translation | "
        "Facts stand once, in content/projects/park/index.bg.md. Write it there and delete it here."
    )


def test_bare_words_mean_the_first_word_field(tmp_path: Path) -> None:
    read = english(tmp_path, (
        "goals: {g1: Goal, g2: Second}\nactivities: {a1: Management}\nresults: {r1: Result}\ntarget_groups: {t1: Children}\n"
        "periods: {p1: Service}\nplaces: {c1: Town}\ndocuments: {plan.bg.txt: Plan}\ncontact: Department\n"
    ))  # fmt: skip
    assert [goal.text for goal in read.goals] == [Phrase("Goal", "en"), Phrase("Second", "en")]
    assert read.activities[0].title == Phrase("Management", "en")
    assert read.results[0].text == Phrase("Result", "en")
    assert read.target_groups[0].text == Phrase("Children", "en")
    assert read.periods[0].label == Phrase("Service", "en")
    assert read.places[0].name == Phrase("Town", "en")
    assert read.documents[0].title == Phrase("Plan", "en")
    assert read.contact
    assert (read.contact.unit, read.contact.email) == (Phrase("Department", "en"), "a@b.bg")


def test_deeper_words_take_a_map(tmp_path: Path) -> None:
    read = english(tmp_path, (
        "goals: {g1: {text: Goal, measures: {m2: Other}}}\n"
        "activities: {a1: {title: Management, outputs: {o1: {text: Contract}}}}\n"
        "units: {места: places}\n"
    ))  # fmt: skip
    assert [m.text for m in read.goals[0].measures] == [Phrase("Мярка", "bg"), Phrase("Other", "en")]
    [output] = read.activities[0].outputs
    assert (output.text, output.count) == (Phrase("Contract", "en"), 2)
    assert read.unit_of(read.results[0]) == Phrase("places", "en")
    assert read.goals[1].text == Phrase("Втора", "bg")


def test_order_and_number_are_those_of_the_source(tmp_path: Path) -> None:
    assert [goal.id for goal in english(tmp_path, "goals: {g2: Second, g1: Goal}\n").goals] == ["g1", "g2"]


@pytest.mark.parametrize(("head", "place", "said"), [
    ("goals: {g11: Goal}\n", "3:9", "the source file has no 'g11' here | Did you mean 'g1'?"),
    ("goals:\n  x: Goal\n", "4:3", "the source file has no 'x' here | The source file has: g1, g2."),
    ("goals: {g1: {measures: {m3: M}}}\n", "3:25", "the source file has no 'm3' here | The source file has: m1, m2."),
    ("documents: {plan.txt: Plan}\n", "3:13", "the source file has no 'plan.txt' here | Did you mean 'plan.bg.txt'?"),
    ("gallery: {a.jpg: Plan}\n", "3:11", "the source file has no 'a.jpg' here | The source file has: –."),
    ("units: {метри: metres}\n", "3:9", "the source file has no 'метри' here | Did you mean 'места'?"),
])  # fmt: skip
def test_words_for_what_the_source_lacks_are_an_error_at_the_key(
    tmp_path: Path, head: str, place: str, said: str
) -> None:
    folder = translated(tmp_path, head)
    assert folder.found == [f"projects/park/index.en.md:{place} FLD-06"]
    assert folder.says("FLD-06") == said


def test_a_contact_that_the_source_lacks_cannot_be_translated(tmp_path: Path) -> None:
    folder = translated(tmp_path, "contact: {unit: Unit}\n", source="")
    assert folder.errors == ["projects/park/index.en.md:3:10 FLD-06"]


def test_a_list_in_a_translation_is_shown_the_map(tmp_path: Path) -> None:
    folder = translated(tmp_path, "goals:\n  - {id: g1, text: Goal}\n")
    assert folder.found == ["projects/park/index.en.md:4:3 FLD-05"]
    assert folder.says("FLD-05") == (
        "in a translation this is a map from 'id' to words, not a list | "
        "Write each as '<id>: words', so that order and number stay those of the source."
    )


def test_what_a_broken_source_lacks_is_not_reported_in_its_translations(tmp_path: Path) -> None:
    folder = translated(tmp_path, "goals: {g1: Goal}\n", source="goals: [{id: g1}]\n")
    assert folder.errors == ["projects/park/index.bg.md:7:9 FLD-02"]


def test_a_mistake_in_one_translation_does_not_hide_those_of_another(tmp_path: Path) -> None:
    folder = read_folder(
        tmp_path,
        f"-- projects/park/index.bg.md --\n{project(RICH)}"
        "-- projects/park/index.en.md --\n---\ntitle: Park\nstart: 2018\n---\n"
        "-- projects/park/index.ru.md --\n---\ntitle: Парк\ngoals: {x: Цель}\n---\n",
        {"projects/park/plan.bg.txt": b"x"},
    )
    assert folder.found == ["projects/park/index.en.md:3:1 FLD-04", "projects/park/index.ru.md:3:9 FLD-06"]


def test_a_translation_needs_its_own_title(tmp_path: Path) -> None:
    folder = read_folder(tmp_path, f"-- pages/a.bg.md --\n{page()}-- pages/a.en.md --\n---\nsummary: x\n---\n")
    assert folder.found == ["pages/a.en.md:1:1 FLD-02"]


def test_slug_aliases_and_updated_are_not_inherited(tmp_path: Path) -> None:
    head = "slug: nov\naliases: [/bg/star/]\nupdated: 2026-01-01\nsummary: Резюме\n"
    folder = read_folder(tmp_path, f"-- pages/a.bg.md --\n{page(head)}-- pages/a.en.md --\n---\ntitle: A\n---\n")
    read = folder.page("pages/a", "en", FreePage)
    assert (read.slug, read.aliases, read.updated, read.summary) == ("", (), None, Phrase("Резюме", "bg"))


def test_agenda_and_event_words_are_translated(tmp_path: Path) -> None:
    folder = read_folder(
        tmp_path,
        """
        -- events/start/index.bg.md --
        ---
        title: Старт
        type: first-sod
        start: 2018-02-20 10:30
        place: Зала
        agenda:
          - {id: a, time: 9.30 ч., text: Откриване, speaker: Кмет}
        ---
        -- events/start/index.en.md --
        ---
        title: Start
        place: Hall
        agenda: {a: Opening}
        ---
        """,
    )
    assert folder.found == []
    read = folder.page("events/start", "en", Event)
    assert (read.type, read.place, read.start and read.start.iso) == (
        "first_sod",
        Phrase("Hall", "en"),
        "2018-02-20T10:30",
    )
    [row] = read.agenda
    assert (row.time, row.text, row.speaker) == ("09:30", Phrase("Opening", "en"), Phrase("Кмет", "bg"))


# ── only, sources, untranslated pages ───────────────────────────────────────────────────────────────────────────────


def languages(folder: Folder, page_id: str) -> list[str]:
    """The languages in which a page exists, `*` after those that show the original."""
    assert folder.site
    return [p.language + ("" if p.is_translated else "*") for p in folder.site.versions(page_id)]


@pytest.mark.parametrize(("path", "expected"), [
    ("projects/park/index.bg.md", ["bg", "en*", "ru*"]),
    ("events/start.bg.md", ["bg", "en*", "ru*"]),
    ("news/start.bg.md", ["bg"]),
    ("pages/start.bg.md", ["bg"]),
])  # fmt: skip
def test_kinds_with_facts_exist_in_every_language_and_words_do_not(
    tmp_path: Path, path: str, expected: list[str]
) -> None:
    heads = {"projects": project(), "events": page("type: training\n")}
    folder = read_folder(tmp_path, f"-- {path} --\n{heads.get(path.partition('/')[0], page())}")
    assert folder.found == []
    assert languages(folder, path.removesuffix(".bg.md").removesuffix("/index")) == expected


@pytest.mark.parametrize("path", ["projects/park", "events/start", "news/start", "pages/start"])
def test_only_means_no_other_language_for_every_kind(tmp_path: Path, path: str) -> None:
    heads = {"projects": project("only: [ru]\n"), "events": page("type: training\nonly: [ru]\n")}
    text = heads.get(path.partition("/")[0], page("only: [ru]\n"))
    folder = read_folder(tmp_path, f"-- {path}.ru.md --\n{text}")
    assert folder.found == []
    assert languages(folder, path) == ["ru"]
    assert folder.page(path, "ru").original == "ru"


def test_the_first_language_of_only_holds_the_facts(tmp_path: Path) -> None:
    folder = read_folder(
        tmp_path,
        f"-- projects/park.ru.md --\n{project('only: [ru, en]' + chr(10))}"
        "-- projects/park.en.md --\n---\ntitle: Park\nstart: 2018\n---\n",
    )
    assert folder.found == ["projects/park.en.md:3:1 FLD-04"]
    assert folder.page("projects/park", "en").original == "ru"


def test_only_without_brackets_is_told_to_be_a_list(tmp_path: Path) -> None:
    folder = read_folder(tmp_path, f"-- pages/a.ru.md --\n{page('only: ru' + chr(10))}")
    assert folder.found == ["pages/a.ru.md:3:7 FLD-05"]
    assert folder.says("FLD-05").startswith("a list is expected here: one '- …' a line, or […] | ")


def test_a_language_of_only_without_a_file_has_no_page(tmp_path: Path) -> None:
    folder = read_folder(tmp_path, f"-- projects/park.bg.md --\n{project('only: [bg, en]' + chr(10))}")
    assert languages(folder, "projects/park") == ["bg"]


def test_only_in_a_translation_is_a_fact_like_any_other(tmp_path: Path) -> None:
    folder = read_folder(
        tmp_path, f"-- pages/a.bg.md --\n{page()}-- pages/a.en.md --\n{page('only: [en]' + chr(10), title='Page')}"
    )
    assert folder.found == ["pages/a.en.md:3:1 FLD-04"]


def test_a_file_that_only_leaves_out_is_an_error(tmp_path: Path) -> None:
    folder = read_folder(tmp_path, f"-- pages/a.bg.md --\n{page('only: [bg]' + chr(10))}-- pages/a.en.md --\n{page()}")
    assert folder.found == ["pages/a.en.md:1:1 FLD-10"]
    assert folder.says("FLD-10") == (
        "'only' of this page does not name the language 'en' | "
        "Add it to 'only' in the source file, or delete this file."
    )


def test_a_language_named_twice_in_only_makes_one_page(tmp_path: Path) -> None:
    text = f"-- pages/a.bg.md --\n{page('only: [bg, en, en]' + chr(10))}-- pages/a.en.md --\n{page(title='Page')}"
    folder = read_folder(tmp_path, text)
    assert folder.found == ["pages/a.bg.md:3:16 FLD-08"]
    assert languages(folder, "pages/a") == ["bg", "en"]


def test_translations_without_a_source_learn_of_only(tmp_path: Path) -> None:
    folder = read_folder(tmp_path, f"-- pages/a.en.md --\n{page()}-- pages/a.ru.md --\n{page()}")
    assert folder.found == ["pages/a.en.md:1:1 REF-05"]
    assert folder.says("REF-05") == (
        "the page 'pages/a' has no file in its main language (bg) | Write that file, or add 'only: [en]' here."
    )


def test_a_source_that_cannot_be_read_is_the_one_problem(tmp_path: Path) -> None:
    folder = read_folder(
        tmp_path, f"-- pages/a.bg.md --\n---\na: [\n---\n-- pages/a.en.md --\n{page('only: [en]' + chr(10))}"
    )
    assert folder.found == ["pages/a.bg.md:2:4 SYN-02"]


def test_a_news_item_names_its_event(tmp_path: Path) -> None:
    folder = read_folder(
        tmp_path,
        f"""
-- events/start.bg.md --
{page("type: training" + chr(10))}
-- news/a.bg.md --
{page("event: events/start" + chr(10))}
-- news/b/index.bg.md --
{page("event: ../../events/start" + chr(10))}
-- news/c.bg.md --
{page("date: 2024-05-01" + chr(10) + "event: events/strat" + chr(10))}
-- news/d.bg.md --
{page("event: ../news/a" + chr(10))}
-- events/lost.bg.md --
x
-- news/e.bg.md --
{page("event: ../events/lost" + chr(10))}
""",
    )
    found = [one for one in folder.found if "A11Y-14" not in one]
    assert found == ["events/lost.bg.md:1:1 FLD-02", "news/c.bg.md:4:8 REF-06", "news/d.bg.md:3:8 REF-06"]
    assert folder.page("news/c", "bg", News).own_date is not None
