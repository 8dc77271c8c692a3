"""Open data: complete by Art. 49(3), valid by their own schema, readable by spreadsheets and harmless in them."""

from __future__ import annotations

import csv
import json
from datetime import datetime, timedelta
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from sitegen.builder.flow import build
from sitegen.builder.order import Order
from sitegen.render.open_data.table import COLUMNS, FORMULA, defused
from tests.outputs.conftest import GOLDEN
from tests.outputs.web import Web
from tests.sites import NOW, build_site, whole

EXAMPLE = Path(__file__).parents[2] / "content"


def table(data: bytes) -> list[dict[str, str]]:
    assert data.startswith(b"\xef\xbb\xbf")
    text = data.decode("utf-8-sig")
    assert text.count("\r\n") == text.count("\n")
    rows = list(csv.DictReader(StringIO(text, newline=""), strict=True))
    assert all(tuple(row) == COLUMNS for row in rows)
    return rows


def files(content: Path, now: datetime = NOW) -> dict[str, bytes]:
    outcome = build(Order(content=content, now=now))
    return {a.path: a.content for a in outcome.artifacts if a.path.startswith("data/") and a.content}


@pytest.fixture(scope="module", params=[GOLDEN, EXAMPLE], ids=["golden", "example"])
def data(request: pytest.FixtureRequest) -> dict[str, bytes]:
    return files(request.param)


@pytest.mark.sample(2)
def test_the_json_is_valid_by_the_schema_beside_it(data: dict[str, bytes]) -> None:
    schema = json.loads(data["data/projects.schema.json"])
    Draft202012Validator.check_schema(schema)
    whole_ = json.loads(data["data/projects.json"])
    Draft202012Validator(schema, format_checker=FormatChecker()).validate(whole_)
    assert whole_["$schema"] == schema["$id"] == "https://proekti.example/data/projects.schema.json"


@pytest.mark.parametrize(
    ("place", "value"),
    [("total_cost", {"amount": "5,00"}), ("country", "BGR"), ("start_date", {"date": "9.1.2018"}), ("colour", "red")],
)
def test_the_schema_refuses_what_is_wrong(data: dict[str, bytes], place: str, value: object) -> None:
    broken = json.loads(data["data/projects.json"])
    broken["operations"][0][place] = value
    assert list(Draft202012Validator(json.loads(data["data/projects.schema.json"])).iter_errors(broken))


def test_table_and_json_tell_of_the_same_operations(data: dict[str, bytes]) -> None:
    rows, operations = table(data["data/projects.csv"]), json.loads(data["data/projects.json"])["operations"]
    assert [row["operation_code"] for row in rows] == [one.get("operation_code", "") for one in operations]
    assert [row["operation_name"] for row in rows] == [one["operation_name"]["bg"] for one in operations]
    assert [row["total_cost_eur"] for row in rows] == [one.get("total_cost", {}).get("euro", "") for one in operations]


def test_an_operation_has_all_that_is_known_of_it(web: Web) -> None:
    park, school = table(web.built.bytes("data/projects.csv"))
    told = {
        name: park[name] for name in ("operation_code", "beneficiary", "purpose", "start_date", "end_date", "end_kind")
    }
    assert told == {
        "operation_code": "BG16RFOP001-5.001-0042-C01",
        "beneficiary": "Община Пример",
        "purpose": "Нови алеи и осветление.",
        "start_date": "2018-01-09",
        "end_date": "2020-01-09",
        "end_kind": "expected",
    }
    assert (park["total_cost"], park["currency"], park["total_cost_eur"]) == ("515000.00", "BGN", "263315.32")
    assert (park["eu_cofinancing_rate"], park["fund"], park["country"]) == ("85.00", "erdf", "BG")
    assert park["achieved"] == "Нови дървета: 1502.5 броя"
    assert park["last_updated"] == json.loads(web.built.bytes("data/projects.json"))["last_updated"] == "2026-09-15"
    assert (school["start_date"], school["total_cost"], school["lat"]) == ("2026-03", "1550.00", "")


def test_what_is_not_stated_is_empty_and_never_0(tmp_path: Path) -> None:
    built = build_site(tmp_path, f"-- projects/park/index.bg.md --\n---\n{whole()}---\n")
    [row] = table(built.bytes("data/projects.csv"))
    assert {
        row[name] for name in ("total_cost", "total_cost_eur", "currency", "eu_cofinancing_rate", "start_date")
    } == {""}
    [one] = json.loads(built["data/projects.json"])["operations"]
    assert not {"total_cost", "funding", "start_date", "end_date", "last_updated"} & set(one)


@pytest.mark.long
def test_last_updated_comes_from_the_pages_and_not_from_the_clock() -> None:
    assert files(EXAMPLE, NOW)["data/projects.csv"] == files(EXAMPLE, NOW + timedelta(days=40))["data/projects.csv"]


def test_formulas_do_not_reach_a_spreadsheet(tmp_path: Path) -> None:
    head = whole("title: '=HYPERLINK(\"http://x\")'\nsummary: '+1 @a; -2'\n").replace("title: Парк\n", "")
    built = build_site(tmp_path, f"-- projects/park/index.bg.md --\n---\n{head}---\n")
    [row] = table(built.bytes("data/projects.csv"))
    assert row["operation_name"] == '\'=HYPERLINK("http://x")'
    assert row["purpose"] == "'+1 @a; '-2"
    [one] = json.loads(built["data/projects.json"])["operations"]
    assert one["operation_name"]["bg"].startswith("=")


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t=", " =", "\r-", "＝", "а;="])
def test_every_beginning_of_a_formula_is_defused(start: str) -> None:
    assert FORMULA.search(start + "1")
    assert not FORMULA.search(defused(start + "1"))
    assert defused("а – б; в 2=2, 5-6") == "а – б; в 2=2, 5-6"


def test_drafts_stay_out(web: Web, tmp_path: Path) -> None:
    built = build_site(tmp_path, f"-- projects/park/index.bg.md --\n---\n{whole()}draft: yes\n---\n")
    assert not [path for path in built if path.startswith("data/")]
    assert "/data/" not in built["bg/proekti/index.html"] + built["sitemap.xml"]


def test_the_page_explains_every_column_in_every_language(web: Web) -> None:
    page = web.built["data/index.html"]
    assert [page.count(f'<code lang="en">{name}</code>') for name in COLUMNS] == [3] * len(COLUMNS)
    links = {"projects.csv", "projects.json", "projects.schema.json"}
    assert all(f'href="/data/{name}"' in page for name in links)
    assert 'href="/data/"' in web.built["ru/proekty/index.html"]
    assert 'href="/data/"' in web.built["en/sitemap/index.html"]
    assert "https://proekti.example/data/" in web.built["sitemap.xml"]


def test_languages_stand_side_by_side(web: Web) -> None:
    park: dict[str, Any] = json.loads(web.built.bytes("data/projects.json"))["operations"][0]
    assert set(park["operation_name"]) == set(park["pages"]) == {"bg", "en", "ru"}
    assert park["achievements"][0]["unit"] == {"bg": "броя", "en": "items", "ru": "штук"}
