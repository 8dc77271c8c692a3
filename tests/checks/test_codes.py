"""Codes in their fields and in texts; the faults are those of real announcements (`domain.md` 1.6)."""

from __future__ import annotations

from pathlib import Path

import pytest

from sitegen.problems import Correction, Location, Problem
from tests.read.folder import Folder, read_folder
from tests.sites import ORGANISATIONS, SITE

FILE = "content/projects/park/index.bg.md"


def project(head: str, programme: str = "ophrd-2014-2020", body: str = "") -> str:
    """A project of a programme; `head` begins on line 5 of its file."""
    partners = "partners: [{org: obshtina, role: beneficiary}]"
    known = f"title: Парк\nprogramme: {programme}\n{partners}"
    return f"-- projects/park/index.bg.md --\n---\n{known}\n{head}\n---\n{body}\n"


def judged(root: Path, text: str) -> list[Problem]:
    """The problems of codes alone."""
    return [problem for problem in read_folder(root, text).problems if problem.code.startswith("COD")]


def found(root: Path, text: str) -> list[str]:
    """The same as `line:column CODE`."""
    return [f"{p.at.line}:{p.at.column} {p.code}" for p in judged(root, text) if p.code != "COD-05"]


def mended(text: str, problems: list[Problem]) -> str:
    """One line after the corrections of its problems."""
    corrections = sorted((c for p in problems for c in p.corrections), key=lambda c: c.at, reverse=True)
    for one in corrections:
        start = one.at.column - 1
        assert text.startswith(one.old, start)
        text = text[:start] + one.new + text[start + len(one.old) :]
    return text


@pytest.mark.parametrize(
    ("programme", "head"),
    [
        ("ophrd-2014-2020", "contract: BG05M9OP001-2.002-0131-C001\nprocedure_code: BG05M9OP001-2.002"),
        ("ophrd-2014-2020", "contract: BG05M9OP001-2.002-0131"),
        ("hrdp-2021-2027", "contract: BG05SFPR002-2.003-0001-C02"),
        ("ophrd-2007-2013", "contract: BG051PO001-2.3.03-1097-C0001\nprocedure_code: BG051PO001-2.3.03"),
        ("oprd-2007-2013", "contract: BG161PO001/1.4-09/2012/035\nprocedure_code: BG161PO001-1.4.09"),
        ("phare", "contract: BG 0102.03, договор РД-02"),
        ("phare", ""),
        ("unknown", "contract: каквото и да е"),
    ],
)
def test_right_codes(tmp_path: Path, programme: str, head: str) -> None:
    assert found(tmp_path, project(head, programme)) == []


@pytest.mark.parametrize(
    ("line", "expected", "right"),
    [
        ("contract: BG05M9OP001-2.002-0131-С001", ["5:11 COD-01"], "BG05M9OP001-2.002-0131-C001"),
        ("procedure_code: BG05M9ОP001-2.002", ["5:17 COD-01"], "BG05M9OP001-2.002"),
        ("procedure_code: BG05М90Р001-2.002", ["5:17 COD-01"], "BG05M9OP001-2.002"),
        ("procedure_code: BG05M90P001-2.002", ["5:17 COD-01"], "BG05M9OP001-2.002"),
        ("contract: №BG05M9OP001-2.002-0131-С001", ["5:11 COD-01", "5:11 COD-02"], "BG05M9OP001-2.002-0131-C001"),
        ('contract: "№ bg05m9op001-2.002-0131-c001"', ["5:11 COD-02"], "BG05M9OP001-2.002-0131-C001"),
        ("contract: BG05M9OP001 – 2.002 – 0131 – C001", ["5:11 COD-02"], "BG05M9OP001-2.002-0131-C001"),
        ("contract: BG05M9OP001-2.002.0120-C001", ["5:11 COD-02"], ""),
        ("procedure_code: BG05M9OP0001-2.002", ["5:17 COD-02"], ""),
        ("procedure_code: BG05M9OP001-2.002-0131-C001", ["5:17 COD-02"], ""),
        ("contract: договор 15", ["5:11 COD-02"], ""),
        ("contract: BG05M9OP001", ["5:11 COD-02"], ""),
    ],
)
def test_wrong_codes(tmp_path: Path, line: str, expected: list[str], right: str) -> None:
    problems = [p for p in judged(tmp_path, project(line)) if p.code != "COD-05"]
    assert [f"{p.at.line}:{p.at.column} {p.code}" for p in problems] == expected
    name, _, value = line.partition(": ")
    quote = value[0] if value[0] == '"' else ""
    assert mended(line, problems) == (f"{name}: {quote}{right}{quote}" if right else line)


def test_a_letter_is_named_with_its_place_and_point(tmp_path: Path) -> None:
    folder = read_folder(tmp_path, project("contract: BG05M9OP001-2.002-0131-С001"))
    assert folder.says("COD-01") == (
        "in 'BG05M9OP001-2.002-0131-С001' character 24 is a Cyrillic 'С' (U+0421) instead of a Latin 'C'"
        " | Write: BG05M9OP001-2.002-0131-C001"
    )
    [problem] = [p for p in folder.problems if p.code == "COD-01"]
    assert problem.corrections == (Correction(Location(FILE, 5, 34), "С", "C"),)


def test_a_folded_value_is_not_corrected(tmp_path: Path) -> None:
    [problem] = [p for p in judged(tmp_path, project("procedure_code: >-\n  BG05M9ОP001-2.002")) if p.code == "COD-01"]
    assert problem.corrections == ()


@pytest.mark.parametrize(
    ("line", "advice"),
    [
        ("contract: BG05M9OP001-2.002.0120-C001", "Write: BG05M9OP001-2.002-0120-C001"),
        ("procedure_code: BG05M9OP0001-2.002", "Write: BG05M9OP001-2.002"),
        ("procedure_code: BG05M9OP001-2.002-0131-C001", "Write: BG05M9OP001-2.002"),
        ("contract: договор 15", "Write it like BG16RFOP001-5.001-0042-C01, as the contract has it."),
        ("procedure_code: договор 15", "Write it like BG16RFOP001-5.001, as the contract has it."),
    ],
)
def test_the_right_form_is_shown(tmp_path: Path, line: str, advice: str) -> None:
    assert read_folder(tmp_path, project(line)).says("COD-02").endswith(advice)


@pytest.mark.parametrize(
    ("programme", "line", "expected"),
    [
        ("ophrd-2014-2020", "contract: BG16RFOP001-5.001-0042-C01", ["5:11 COD-03"]),
        ("ophrd-2014-2020", "contract: BG051PO001-2.3.03-1097-C0001", ["5:11 COD-03"]),
        ("ophrd-2007-2013", "contract: BG05M9OP001-2.002-0131-C001", ["5:11 COD-03"]),
        (
            "ophrd-2014-2020",
            "contract: BG16RFOP001-5.001-0042-C01\nprocedure_code: BG05M9OP001-2.002",
            ["5:11 COD-03"],
        ),
        ("hrdp-2021-2027", "procedure_code: BG05SFPR009-2.003", ["5:17 COD-03"]),
        ("hrdp-2021-2027", "procedure_code: BG05SFРR0003-2.003", ["5:17 COD-01", "5:17 COD-03"]),
    ],
)
def test_a_code_of_another_programme(tmp_path: Path, programme: str, line: str, expected: list[str]) -> None:
    assert found(tmp_path, project(line, programme)) == expected


def test_the_other_programme_is_named(tmp_path: Path) -> None:
    known = read_folder(tmp_path / "a", project("contract: BG16RFOP001-5.001-0042-C01"))
    assert known.says("COD-03") == (
        "'BG16RFOP001-5.001-0042-C01' is a number of Оперативна програма „Региони в растеж“ 2014–2020, and the"
        " project's programme is Оперативна програма „Развитие на човешките ресурси“ 2014–2020"
        " | Compare the number with the contract, or write: programme: oprg-2014-2020"
    )
    unknown = read_folder(tmp_path / "b", project("contract: BG05M9OP009-2.002-0131-C001"))
    assert unknown.says("COD-03") == (
        "'BG05M9OP009-2.002-0131-C001' begins with BG05M9OP009; the code of Оперативна програма „Развитие на"
        " човешките ресурси“ 2014–2020 is BG05M9OP001 | Compare the number with the contract."
    )


def test_a_procedure_is_the_beginning_of_the_contract(tmp_path: Path) -> None:
    head = "contract: BG05M9OP001-2.002-0131-C001\nprocedure_code: BG05M9OP001-2.005"
    folder = read_folder(tmp_path, project(head))
    assert folder.errors == ["projects/park/index.bg.md:6:17 COD-03"]
    assert "by its number the procedure is BG05M9OP001-2.002" in folder.says("COD-03")


OWN = "-- programmes.yaml --\nown:\n  name: {{bg: Програма}}\n  regime: 2014-2020\n  funds: [erdf]\n{code}\n"


@pytest.mark.parametrize(
    ("code", "contract", "expected"),
    [
        ("", "CB007.1.11.031", []),
        ("", "РД-02-29-31", []),
        ("", "BG16RFOP001-5.001-0042-C01", []),
        ("", "BG16RFOP001-5.001.0042-C01", ["5:11 COD-02"]),
        ("  code: 2014TC16I5CB007", "CB007.1.11.031", []),
        ("  code: BG06RDNP001", "BG06RDNP001-7.001-0001-C01", []),
        ("  code: BG16RFOP009", "CB007.1.11.031", ["5:11 COD-02"]),
        ("  code: BG16RFOP009", "BG16RFOP001-5.001-0042-C01", ["5:11 COD-03"]),
    ],
)
def test_programmes_of_a_site_may_have_codes_of_another_kind(
    tmp_path: Path, code: str, contract: str, expected: list[str]
) -> None:
    text = OWN.format(code=code) + project(f"contract: {contract}", "own")
    assert found(tmp_path, text) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Договор BG05M9OP001-2.002-0131-C001 и BG16RFOP001.", []),
        ("Договор BG05M9ОP001-2.002, после [BG05М90Р001-2.002](/bg/).", ["3:9 COD-01", "3:35 COD-01"]),
        ("> *Договор*\n> №BG05M9OP001-2.002-0131-С001.", ["4:4 COD-01"]),
        ("Договор BG05M9OP001-2.002.0120-C001, BG05SFPR0002-2.003.", ["3:9 COD-02", "3:38 COD-02"]),
        ("`BG05M9ОP001-2.002` и https://x.bg/BG05M9ОP001-2.002", []),
        ("```\nBG05M9ОP001-2.002\n```", []),
        ("    BG05M9ОP001-2.002", []),
        ("BG80BNBG96611020345678, BG 000261517, BG411, Наредба № РД-02-20-2", []),
        ("BG16RFOP001-5.001-0042-C01/анекс 1", []),
    ],
)
def test_codes_in_a_body(tmp_path: Path, body: str, expected: list[str]) -> None:
    page = f"-- pages/a.bg.md --\n---\ntitle: А\n---\n{body}\n"
    assert [f"{p.at.line - 1}:{p.at.column} {p.code}" for p in judged(tmp_path, page)] == expected


def test_a_code_in_a_text_is_corrected_where_it_stands(tmp_path: Path) -> None:
    line = "Проект № BG05М90Р001-2.002 на общината"
    problems = judged(tmp_path, f"-- pages/a.bg.md --\n---\ntitle: А\n---\n{line}\n")
    assert len(problems) == 1
    assert [c.old for c in problems[0].corrections] == ["М", "0Р"]
    assert mended(line, problems) == "Проект № BG05M9OP001-2.002 на общината"


def test_a_code_in_words_of_the_front_matter(tmp_path: Path) -> None:
    page = '-- pages/a.bg.md --\n---\ntitle: "Договор BG05M9ОP001-2.002"\nsummary: >\n  BG05M9ОP001-2.002\n---\n'
    problems = judged(tmp_path, page)
    assert [str(p.at) for p in problems] == ["content/pages/a.bg.md:2:8", "content/pages/a.bg.md:3:10"]
    assert problems[0].corrections == (Correction(Location("content/pages/a.bg.md", 2, 23), "О", "O"),)
    assert problems[1].corrections == ()


def test_notes_for_editors_keep_what_was_printed(tmp_path: Path) -> None:
    notes = "notes: [{field: contract, printed: BG05M9OP001-2.002-0131-С001}]"
    assert found(tmp_path, project(f"contract: BG05M9OP001-2.002-0131-C001\n{notes}")) == []


@pytest.mark.parametrize(("number", "expected"), [("000261517", []), ("000216517", ["organisations.yaml:5:8 COD-04"])])
def test_company_numbers(tmp_path: Path, number: str, expected: list[str]) -> None:
    folder: Folder = read_folder(tmp_path, f'-- organisations.yaml --\n{ORGANISATIONS}  eik: "{number}"\n')
    assert folder.found == [line.replace(":5:", f":{ORGANISATIONS.count(chr(10)) + 1}:") for line in expected]


def test_settings_are_texts_too(tmp_path: Path) -> None:
    site = SITE.replace('"Проекти"', '"Проект BG05M9ОP001-2.002"')
    folder = read_folder(tmp_path, f"-- site.yaml --\n{site}")
    assert folder.found == ["site.yaml:1:13 COD-01"]
    [problem] = folder.problems
    assert problem.corrections == ()
