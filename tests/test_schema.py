"""The JSON Schemas take what the site reads, refuse what it refuses, and are current."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from sitegen.kinds import KINDS
from sitegen.model.fields import fields_of
from sitegen.model.readers import Choice
from tests.read.folder import read_content, read_folder
from tests.test_docs import BLOCK, EDITING, REFERENCE, tool

ROOT = Path(__file__).resolve().parents[1]
CONTENTS = (ROOT / "content", ROOT / "tests" / "golden" / "content")
HEAD = re.compile(r"\A---\n(.*?)^---$", re.MULTILINE | re.DOTALL)
LOADERS = (yaml.SafeLoader, yaml.BaseLoader)
"""One types values as YAML 1.1 does, for the other everything is text."""


@cache
def validator(name: str) -> Draft202012Validator:
    return Draft202012Validator(json.loads((ROOT / "docs" / "schema" / name).read_text(encoding="utf-8")))


def as_json(value: Any) -> Any:
    """A value as an editor's program hands it to a schema: YAML 1.2 has no type for dates, and keys are text."""
    match value:
        case dict():
            return {str(key): as_json(inner) for key, inner in value.items()}
        case list():
            return [as_json(inner) for inner in value]
        case date() | datetime():
            return value.isoformat()
        case _:
            return value


def faults(name: str, text: str, loader: Any = yaml.SafeLoader) -> list[str]:
    """What a schema says of a YAML text, as place and keyword."""
    found = validator(name).iter_errors(as_json(yaml.load(text, Loader=loader)))
    return sorted(f"{'.'.join(map(str, error.path))} {error.validator}".strip() for error in found)


def heads(content: Path) -> Iterator[tuple[str, str, str]]:
    """Path, schema and front matter of every page, as the site reads it."""
    site = read_content(content).site
    assert site
    for page in site.pages:
        if page.file and page.is_translated:
            kind = "page" if page.kind == "section" else page.kind
            schema = f"{kind}.json" if page.language == page.original else f"{kind}.translation.json"
            text = (content.parent / page.file).read_text(encoding="utf-8-sig").replace("\r\n", "\n").lstrip()
            found = HEAD.match(text)
            assert found, page.file
            yield page.file, schema, found[1]


# ── the examples ────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.sample(2)
@pytest.mark.parametrize("loader", LOADERS)
@pytest.mark.parametrize("content", CONTENTS, ids=["example", "golden"])
def test_every_page_of_the_examples_is_valid(content: Path, loader: Any) -> None:
    found = {path: faults(schema, text, loader) for path, schema, text in heads(content)}
    assert len(found) > 15
    assert {path: wrong for path, wrong in found.items() if wrong} == {}


@pytest.mark.parametrize("loader", LOADERS)
@pytest.mark.parametrize("name", ["site", "organisations", "programmes"])
@pytest.mark.parametrize("folder", [*CONTENTS, ROOT / "sitegen" / "law"], ids=["example", "golden", "shipped"])
def test_the_settings_of_the_examples_are_valid(folder: Path, name: str, loader: Any) -> None:
    path = folder / f"{name}.yaml"
    if path.exists():
        assert faults(f"{name}.json", path.read_text(encoding="utf-8"), loader) == []


@pytest.mark.parametrize("page", [REFERENCE, EDITING], ids=["reference", "editing"])
def test_the_examples_of_the_documents_are_valid(page: Path) -> None:
    texts = [text for name, text in BLOCK.findall(page.read_text(encoding="utf-8")) if name == "markdown"]
    for text, schema in zip(texts, ("project.json", "project.translation.json"), strict=True):
        found = HEAD.match(text)
        assert found
        assert faults(schema, found[1]) == []


# ── what the site reads ─────────────────────────────────────────────────────────────────────────────────────

LIBERAL = """\
title: 2024
number: {number}
short: no
programme: oprg-2014-2020
partners: [{{org: obshtina, role: {role}}}]
start: {start}
end: {end}
months: {months}
total_value: {total}
draft: {draft}
x_colour: {{any: thing}}
kind: project
"""
USUAL = {
    "number": "42",
    "role": "beneficiary",
    "start": "2018-01-09",
    "end": "2020",
    "months": "",
    "total": "515 000,00 лв.",
    "draft": "no",
}


@pytest.mark.parametrize(
    ("name", "value"),
    [
        *(("number", text) for text in ("42", '"42"', "1 000")),
        *(("role", text) for text in ("lead_partner", "lead-partner", "Beneficiary")),
        *(("start", text) for text in ("9.1.2018 г.", "09.01.2018", "2018", "2018-01", "01.2018", "януари 2018")),
        *(("end", text) for text in ("31/12/2026", "31 декември 2026 г.", '"2026"')),
        ("end", ""),
        *(("months", text) for text in ("24", '"24"', "")),
        *(("total", text) for text in ("515000.00 лева", "€263 315,32", '"515 000,00 лв."', "515 000.00 BGN")),
        *(("draft", text) for text in ("да", "не", "true", "No", "on", '"yes"')),
    ],
)
def test_what_the_site_reads_is_valid(name: str, value: str, tmp_path: Path) -> None:
    text = LIBERAL.format(**(USUAL | {name: value}))
    folder = read_folder(tmp_path, f"-- projects/park/index.bg.md --\n---\n{text}---\n")
    assert [
        problem for problem in folder.errors if " FLD" in problem or " DAT-05" in problem or " MON" in problem
    ] == []
    assert [faults("project.json", text, loader) for loader in LOADERS] == [[], []]


@pytest.mark.parametrize(
    ("schema", "text", "found"),
    [
        ("project.json", "titel: А\ntitle: А\nprogramme: p", " additionalProperties"),
        ("project.json", "title: А", " required"),
        ("project.json", "title:\nprogramme: p", "title not"),
        ("project.json", "title: [А]\nprogramme: p", "title type"),
        ("project.json", "title: А\nprogramme: p\nstatus: running", "status anyOf"),
        ("project.json", "title: А\nprogramme: p\nstart: yesterday", "start pattern"),
        ("project.json", "title: А\nprogramme: p\nmonths: two", "months pattern"),
        ("project.json", "title: А\nprogramme: p\nmonths: -2", "months minimum"),
        ("project.json", "title: А\nprogramme: p\nnumber: 1.5", "number type"),
        ("project.json", "title: А\nprogramme: p\ntotal_value: 515000", "total_value type"),
        ("project.json", "title: А\nprogramme: p\nfunding: {eu: 1 лв., state: 2 лв.}", "funding additionalProperties"),
        ("project.json", "title: А\nprogramme: p\ngoals: {g1: Цел}", "goals type"),
        ("project.json", "title: А\nprogramme: p\ngoals: [{text: Цел}]", "goals.0 required"),
        ("project.json", "title: А\nprogramme: p\ngoals: [{id: g 1, text: Цел}]", "goals.0.id pattern"),
        ("project.json", "title: А\nprogramme: p\npartners: [{org: o, role: boss}]", "partners.0.role anyOf"),
        ("project.json", "title: А\nprogramme: p\nunits: {места: places}", " additionalProperties"),
        ("project.json", "title: А\nprogramme: p\nonly: [bg, bg]", "only uniqueItems"),
        ("project.json", "title: А\nprogramme: p\nslug: Парк", "slug pattern"),
        ("project.json", "title: А\nprogramme: p\nkind: event", "kind enum"),
        ("event.json", "title: А", " required"),
        ("event.json", "title: А\ntype: party", "type anyOf"),
        ("event.json", "title: А\ntype: training\nagenda: [{id: i1, text: А, time: noon}]", "agenda.0.time pattern"),
        ("news.json", "title: А\ndate: 9 януари 18", "date pattern"),
        ("page.json", "title: А\ndraft: maybe", "draft pattern"),
        ("page.json", "title: А\nimage: /a.jpg", "image pattern"),
        ("project.translation.json", "title: A\nnumber: 42", " additionalProperties"),
        ("project.translation.json", "short: A", " required"),
        ("project.translation.json", "title: A\ngoals: [{id: g1, text: Goal}]", "goals type"),
        ("project.translation.json", "title: A\nactivities: {a1: {start: 2018}}", "activities.a1 anyOf"),
        ("event.translation.json", "title: A\ntype: training", " additionalProperties"),
        ("news.translation.json", "title: A\ndate: 2018-01-09", " additionalProperties"),
        ("page.translation.json", "title: A\ndraft: yes", " additionalProperties"),
        ("site.json", "title: А\nurl: https://a.bg/\nlanguages: [bg]\nowner: o", "title type"),
        ("site.json", "title: {bulgarian: А}\nurl: https://a.bg/\nlanguages: [bg]\nowner: o", "title additionalProperties"),
        ("site.json", "title: {bg: А}\nurl: a.bg\nlanguages: []\nowner: o", "languages minItems|url pattern"),
        ("site.json", "title: {bg: А}\nurl: https://a.bg/\nlanguages: [bg]\nowner: o\nhost: iis", "host anyOf"),
        ("site.json", "title: {bg: А}\nurl: https://a.bg/\nlanguages: [bg]\nowner: o\nrequire_languages: {plan: [bg]}", "require_languages additionalProperties"),
        ("organisations.json", "o: {type: town, name: {bg: А}}", "o.type anyOf"),
        ("organisations.json", "o: {name: {bg: А}, eik: \"12\"}", "o.eik pattern"),
        ("organisations.json", "o: {name: {bg: А}, emails: [a.bg]}", "o.emails.0 pattern"),
        ("programmes.json", "p: {name: {bg: А}, funds: [erdf]}", "p required"),
    ],
)  # fmt: skip
def test_what_the_site_refuses_is_not_valid(schema: str, text: str, found: str) -> None:
    assert "|".join(faults(schema, text)) == found.strip()


@pytest.mark.parametrize("kind", ["project", "event", "news", "page"])
def test_every_option_is_valid_however_it_is_written(kind: str) -> None:
    page: type = next(found.page for found in KINDS if found.name == kind)
    choices = {f.name: f.mark.reader for f in fields_of(page) if isinstance(f.mark.reader, Choice)}
    for name, choice in choices.items():
        for option in choice.options:
            for spelled in (option, option.upper(), option.replace("_", "-")):
                wrong = faults(f"{kind}.json", f"{name}: {spelled}")
                assert [fault for fault in wrong if fault.startswith(name)] == []


# ── the files ───────────────────────────────────────────────────────────────────────────────────────────────


def test_the_schemas_are_current_and_sound() -> None:
    made = {name: tool("schema").written(schema) for name, schema in tool("schema").schemas()}
    lying = {path.name: path.read_text(encoding="utf-8") for path in (ROOT / "docs" / "schema").iterdir()}
    assert lying == made, "run: python tools/schema.py"
    for text in made.values():
        Draft202012Validator.check_schema(json.loads(text))


def test_every_field_is_described() -> None:
    for name, schema in tool("schema").schemas():
        for place, value in properties(schema):
            assert value.get("description"), f"{name} {place}"


def properties(schema: Any, place: str = "") -> Iterator[tuple[str, Any]]:
    """All fields of a schema, at any depth."""
    if isinstance(schema, dict):
        for key, value in schema.items():
            if key == "properties":
                yield from ((f"{place}.{name}", inner) for name, inner in value.items())
            yield from properties(value, f"{place}.{key}")


def test_no_schema_points_into_the_void() -> None:
    for _, schema in tool("schema").schemas():
        for name in re.findall(r'"#/\$defs/(\w+)"', json.dumps(schema)):
            assert schema["$defs"][name]
