"""Catalogues: every message of the program has good Bulgarian words, and the theme's three languages are alike."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from functools import cache
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.plurals import get_plural
from babel.messages.pofile import read_po

from sitegen.kinds.project import ACTIVITY_STATUSES, ROLES, Goal
from sitegen.model.address import ADDRESS_WORDS, FACETS, SECTION_WORDS
from sitegen.model.config import NETWORKS, Barrier, Statement
from sitegen.model.fields import fields_of
from sitegen.model.funding import FUNDS, REGIMES, STATEMENTS
from sitegen.model.media import DOCUMENT_TYPES
from sitegen.model.money import PER_EURO
from sitegen.model.page import EVENT_STATUSES, EVENT_TYPES, STATUSES, Funding
from sitegen.model.readers import Choice
from sitegen.outputs.search import TYPES
from sitegen.problems import Severity
from sitegen.render.catalogue import parse_catalogue
from sitegen.render.open_data.table import COLUMNS
from sitegen.report import Words
from sitegen.text.slugs import is_slug
from tests.test_docs import tool

ROOT = Path(__file__).resolve().parents[1]
THEME = ROOT / "themes" / "default"
LANGUAGES = ("bg", "en", "ru")
CYRILLIC = re.compile("[а-яА-Я]")


@cache
def catalogue(path: Path) -> Catalog:
    return read_po(BytesIO(path.read_bytes()), locale=path.stem, abort_invalid=True)


def entries(path: Path) -> list[Message]:
    return [entry for entry in catalogue(path) if entry.id]


def key_of(entry: Message) -> str:
    return entry.id if isinstance(entry.id, str) else entry.id[0]


def strings_of(entry: Message) -> list[str]:
    return [entry.string] if isinstance(entry.string, str) else list(entry.string or ())


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


# ── the program's messages ──────────────────────────────────────────────────────────────────────────────────

EDITORS = ROOT / "sitegen" / "locale" / "bg.po"


def test_the_editors_catalogue_has_exactly_the_messages_of_the_source() -> None:
    assert {key_of(entry) for entry in entries(EDITORS)} == set(tool("messages").msgids()), (
        "run: python tools/messages.py"
    )


def test_the_editors_catalogue_is_written_as_the_tool_writes_it() -> None:
    found = tool("messages")
    data = EDITORS.read_bytes()
    assert data == found.written("bg", found.updated("bg", data)), "run: python tools/messages.py"


@pytest.mark.parametrize("entry", entries(EDITORS), ids=key_of)
def test_a_message_is_translated_with_its_placeholders(entry: Message) -> None:
    assert isinstance(entry.string, str)
    assert entry.string
    assert not entry.fuzzy
    assert placeholders(entry.string) == placeholders(str(entry.id))
    assert "'{" not in entry.string


def test_nothing_obsolete_stays() -> None:
    assert not catalogue(EDITORS).obsolete


def test_every_message_in_the_source_is_found() -> None:
    """Babel sees literal first arguments only; a message that is put together would never be translated."""
    built = [place for path in (ROOT / "sitegen").rglob("*.py") for place in calls_without_literal(path)]
    assert built == ["sitegen/report.py: message(template, **values)"]


def calls_without_literal(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        is_message = isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "message"
        if isinstance(node, ast.Call) and is_message and not isinstance(node.args[0], ast.Constant):
            yield f"{path.relative_to(ROOT).as_posix()}: {ast.unparse(node)}"


def test_severities_are_words_of_the_editor() -> None:
    told = {severity: Words("bg").severity(severity) for severity in Severity}
    assert told == {Severity.ERROR: "грешка", Severity.WARNING: "предупреждение", Severity.INFO: "съвет"}


def test_every_problem_has_a_code_of_a_known_family() -> None:
    families = [
        "SYN",
        "FLD",
        "REF",
        "ADR",
        "LNK",
        "COD",
        "MON",
        "DAT",
        "TXT",
        "LNG",
        "A11Y",
        "PRV",
        "DOC",
        "PUB",
        "PIC",
        "THM",
        "NET",
        "UTF",
    ]
    text = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "sitegen").rglob("*.py"))
    assert set(re.findall(r'"([A-Z][A-Z0-9]+)-\d+"', text)) <= set(families)


# ── the theme's words ───────────────────────────────────────────────────────────────────────────────────────

PATHS = tuple(THEME / "locale" / f"{language}.po" for language in LANGUAGES)
LITERAL = re.compile(r"\b(?:[tn]\(|t_in\([^,()]+,)\s*'([^']+)'\s*[,)]")
"""A key that a template names whole."""


def choices(owner: type, name: str) -> tuple[str, ...]:
    """What a field of the model may say."""
    reader = next(field.mark.reader for field in fields_of(owner) if field.name == name)
    assert isinstance(reader, Choice)
    return reader.options


FAMILIES: dict[str, Iterable[str]] = {
    "slug": ADDRESS_WORDS,
    "facet": FACETS,
    "in_language": LANGUAGES,
    "version": (*LANGUAGES, "original"),
    "status": STATUSES,
    "event_status": EVENT_STATUSES,
    "activity_status": ACTIVITY_STATUSES,
    "event_type": EVENT_TYPES,
    "document_type": DOCUMENT_TYPES,
    "data": COLUMNS,
    "role": ROLES,
    "fund": FUNDS,
    "regime": REGIMES,
    "network": NETWORKS,
    "acknowledgement": ("phare", "national", "rrf", "union", "esi", *sorted(set(STATEMENTS) - {"legacy"})),
    "source": [field.name for field in fields_of(Funding)],
    "part": [field.name for field in fields_of(Funding)],
    "rate": PER_EURO.keys() - {"EUR"},
    "goal_kind": choices(Goal, "kind"),
    "statement": (*choices(Statement, "status"), "unstated", *choices(Barrier, "reason")),
    "statement.method": choices(Statement, "method"),
    "privacy": ("logs", "share", "published", "rights", "complaint"),
}
"""Keys that are put together from a family and a value of the model."""
ALONE = {
    *("home", *SECTION_WORDS),  # titles of the sections: sitegen.render.frames
    *("baseline", "target", "achieved"),  # columns of the results that have a value
    *("event_coming", "event_past", "event_undated"),  # parts of the list of events
    *(f"privacy.no_{what}" for what in ("cookies", "scripts", "third_parties", "forms")),
    *(f"privacy.{part}_text" for part in FAMILIES["privacy"]),
    "list_page",  # of the further pages of lists: sitegen.outputs.sections.sheets
    *("from", "until"),  # of a span with one end: sitegen.render.workshop
    *(term.key for term in TYPES),  # groups of titles: sitegen.outputs.search
    "pages",  # of a PDF: sitegen.render.workshop
    *("footnote_back", "note", "warning", "quote"),  # of bodies: sitegen.builder.flow
}
"""Keys that templates put together otherwise, or that the program names."""


def literal_keys() -> set[str]:
    templates = (path for path in (THEME / "templates").iterdir() if path.suffix in (".html", ".txt"))
    return {key for path in templates for key in LITERAL.findall(path.read_text(encoding="utf-8"))}


def known_keys() -> set[str]:
    return literal_keys() | ALONE | {f"{family}.{name}" for family, names in FAMILIES.items() for name in names}


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_a_key_that_is_used_has_words_and_no_words_are_unused(path: Path) -> None:
    found = {key_of(entry) for entry in entries(path)}
    assert (sorted(known_keys() - found), sorted(found - known_keys())) == ([], [])


def test_the_languages_have_the_same_keys_in_the_same_order() -> None:
    bg, en, ru = ([key_of(entry) for entry in entries(path)] for path in PATHS)
    assert bg == en == ru


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_every_key_has_words_in_all_forms(path: Path) -> None:
    forms = get_plural(path.stem).num_plurals if path.stem == "ru" else 2
    for entry in entries(path):
        strings = strings_of(entry)
        assert all(text.strip() == text and text for text in strings), key_of(entry)
        assert len(strings) == (forms if entry.pluralizable else 1), key_of(entry)
        assert not entry.fuzzy, key_of(entry)


def test_the_languages_fill_in_the_same_values() -> None:
    known = {key_of(entry): placeholders(strings_of(entry)[-1]) for entry in entries(PATHS[0])}
    for path in PATHS:
        for entry in entries(path):
            for text in strings_of(entry):
                assert placeholders(text) == known[key_of(entry)], f"{path.stem} {key_of(entry)}"


def test_the_number_of_forms_is_the_languages_own() -> None:
    assert [catalogue(path).num_plurals for path in PATHS] == [2, 2, 3]


@pytest.mark.parametrize(("language", "count", "words"), [
    ("bg", 1, "1 проект"), ("bg", 2, "2 проекта"), ("bg", 21, "21 проекта"),
    ("en", 1, "1 project"), ("en", 0, "0 projects"),
    ("ru", 1, "1 проект"), ("ru", 3, "3 проекта"), ("ru", 11, "11 проектов"), ("ru", 21, "21 проект"),
])  # fmt: skip
def test_counts_are_said_as_the_language_does(language: str, count: int, words: str) -> None:
    path = PATHS[LANGUAGES.index(language)]
    found = parse_catalogue(path.read_bytes(), language).plural("count.projects", count).format(count=count)
    assert found.replace("\u00a0", " ") == words


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_words_of_addresses_are_slugs(path: Path) -> None:
    assert [key_of(e) for e in entries(path) if key_of(e).startswith("slug.") and not is_slug(str(e.string))] == []


def test_no_english_word_stayed_among_the_cyrillic_ones() -> None:
    names = {"og_locale", "in_language.en"}
    for path in (PATHS[0], PATHS[2]):
        foreign = [
            key_of(entry)
            for entry in entries(path)
            if not CYRILLIC.search("".join(strings_of(entry))) and not re.search(r"\d{4}", str(entry.string))
        ]
        assert [k for k in foreign if not k.startswith(("slug.", "network.")) and k not in names] == []


def test_no_message_stands_inside_an_f_string() -> None:
    """Before Python 3.12 Babel does not look into them; such a message would never be translated."""
    hidden = [
        f"{path.name}:{call.lineno}"
        for path in (ROOT / "sitegen").rglob("*.py")
        for text in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(text, ast.JoinedStr)
        for call in ast.walk(text)
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in ("message", "words")
        if call.args and isinstance(call.args[0], ast.Constant)
    ]
    assert hidden == []


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_no_key_has_two_translations(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    assert [
        line for before, line in pairwise(lines) if before.startswith("msgstr ") and line.startswith("msgstr ")
    ] == []
