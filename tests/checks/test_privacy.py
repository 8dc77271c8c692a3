"""Personal numbers, accounts and mobile numbers; those of the tests are made up."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.read.folder import Folder, read_folder
from tests.sites import ORGANISATIONS, SITE


def page(body: str, head: str = "") -> str:
    """A page whose body begins on line 4, without a head of its own."""
    return f"-- pages/a.bg.md --\n---\ntitle: А\n{head}---\n{body}\n"


def found(folder: Folder) -> list[str]:
    """Problems of privacy as `line:column CODE severity`."""
    return [f"{p.at.line}:{p.at.column} {p.code} {p.severity}" for p in folder.problems if p.code.startswith("PRV")]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Лице с ЕГН 7501010010.", ["4:12 PRV-01 error"]),
        ("Лицата 7501010010, 7501010010", ["4:8 PRV-01 error", "4:20 PRV-01 error"]),
        ("7501010010 7501010010", ["4:1 PRV-01 error", "4:12 PRV-01 error"]),
        ("ЕГН7501010010", ["4:4 PRV-01 error"]),
        ("ЕГН:7501010010", ["4:5 PRV-01 error"]),
        ("| ЕГН |\n|---|\n| 7501010010 |", ["6:3 PRV-01 error"]),
        ("`7501010010`", ["4:2 PRV-01 error"]),
        ("```\n7501010010\n```", ["5:1 PRV-01 error"]),
        # wrong digit, wrong day
        ("ЕГН 7501010011, ЕГН 7513010013", []),
        # parts of other things
        ("17501010010 и 75010100101", []),
        ("№ РД-7501010010, BG7501010010, 7501010010-01, 12/7501010010, 7501010010_2", []),
        ("0,7501010010 и 7501010010,5", []),
        ("тел. 7501010010, tel: 7501010010, GSM 7501010010", []),
        ("+44 7501010010, +447501010010", []),
        ("https://x.bg/7501010010 и [парк](http://x.bg/?id=7501010010)", []),
        ("Текст.\n\n<!-- 7501010010 -->", []),
        ("ЕИК 000261517, 515 000,00 лв., 2018-01-09", []),
    ],
)
def test_personal_numbers(tmp_path: Path, body: str, expected: list[str]) -> None:
    assert found(read_folder(tmp_path, page(body))) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("ЛНЧ 1000000001", ["4:5 PRV-01 error"]),
        ("Личен номер на чужденец: 1000000001", ["4:26 PRV-01 error"]),
        ("LNCh 1000000001", ["4:6 PRV-01 error"]),
        ("| ЛНЧ |\n|---|\n| 1000000001 |", ["6:3 PRV-01 error"]),
        ("ЛНЧ 1000000002", []),
        ("Писмо 1000000001", []),
        ("1000000001 и после ЛНЧ", []),
    ],
)
def test_a_foreigners_number_is_one_where_the_text_says_so(tmp_path: Path, body: str, expected: list[str]) -> None:
    assert found(read_folder(tmp_path, page(body))) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Сметка BG80BNBG96611020345678.", ["4:8 PRV-06 warning"]),
        ("IBAN: BG80 BNBG 9661 1020 3456 78", ["4:7 PRV-06 warning"]),
        ("ВG80ВNВG96611020345678", ["4:1 PRV-06 warning"]),
        ("BG81BNBG96611020345678 и BG80BNBG966110203456789", []),
        ("BG16RFOP001-5.001-0042-C01", []),
    ],
)
def test_accounts(tmp_path: Path, body: str, expected: list[str]) -> None:
    problems = read_folder(tmp_path, page(body)).problems
    assert [f"{p.at.line}:{p.at.column} {p.code} {p.severity}" for p in problems if p.code[:3] == "PRV"] == expected


def account(end: str) -> str:
    """An account that ends so."""
    return next(
        f"BG{check:02} RZBB 9155 {end}"
        for check in range(2, 99)
        if int("".join(str(int(sign, 36)) for sign in f"RZBB9155{end}BG{check:02}".replace(" ", ""))) % 97 == 1
    )


def test_a_number_within_an_account_is_none_of_its_own(tmp_path: Path) -> None:
    assert found(read_folder(tmp_path, page(account("0887 1234 56") + "."))) == ["4:1 PRV-06 warning"]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Обадете се на 0888 123 456.", ["4:15 PRV-07 warning"]),
        ("тел.0888123456", ["4:5 PRV-07 warning"]),
        ("0888/12-34-56", ["4:1 PRV-07 warning"]),
        ("(0888) 123 456", ["4:2 PRV-07 warning"]),
        ("088 8123456, 087 812 3456", ["4:1 PRV-07 warning", "4:14 PRV-07 warning"]),
        ("+359 888 123 456, 00359888123456", ["4:1 PRV-07 warning", "4:19 PRV-07 warning"]),
        ("+359 (0)88 812 3456", ["4:1 PRV-07 warning"]),
        # landlines, amounts, codes, dates
        ("078 55 11 66, 02 988 1234, +359 78 551166", []),
        ("1 088 812 345 лв., 2 089 000,00 лв.", []),
        ("08.08.2018, 0888 123 4567 8, 10888123456", []),
        ("BG16RFOP001-5.001-0881-C01, № 15-0888123456", []),
        ("https://x.bg/0888123456 и [парк](x.md)", []),
    ],
)
def test_mobile_numbers(tmp_path: Path, body: str, expected: list[str]) -> None:
    assert found(read_folder(tmp_path, page(body))) == expected


@pytest.mark.parametrize(
    ("body", "shown"),
    [
        ("ЕГН 7501010010", "75****0010"),
        ("ЛНЧ 1000000001", "10****0001"),
        ("BG80 BNBG 9661 1020 3456 78", "BG****5678"),
        ("+359 888 123 456", "35****3456"),
    ],
)
def test_no_number_is_told_on(tmp_path: Path, body: str, shown: str) -> None:
    [problem] = [p for p in read_folder(tmp_path, page(body)).problems if p.code.startswith("PRV")]
    said = f"{problem.message} {problem.hint}"
    assert shown in said
    assert body.split(" ", 1)[1] not in said


def test_words_of_the_front_matter_and_telephones_on_purpose(tmp_path: Path) -> None:
    head = 'summary: "Тел. 0888 123 456"\nx_note: 0888 123 456 # 7501010010\n'
    assert found(read_folder(tmp_path / "a", page("", head))) == ["3:10 PRV-07 warning"]
    project = (
        "-- projects/park/index.bg.md --\n---\ntitle: Парк\nprogramme: phare\n"
        "partners: [{org: obshtina, role: beneficiary}]\ncontact: {phones: [0888 123 456]}\n"
        "notes: [{field: contact, note: ЕГН 7501010010}]\n---\n"
    )
    assert found(read_folder(tmp_path / "b", project)) == []


def test_settings(tmp_path: Path) -> None:
    site = SITE + 'contact: {person: {bg: "И. Иванов, 0888 123 456"}, phones: ["0888 123 456"]}\n'
    organisations = ORGANISATIONS + '  phones: ["0888 123 456"]\n  address: {bg: "ЕГН 7501010010"}\n'
    folder = read_folder(tmp_path, f"-- site.yaml --\n{site}-- organisations.yaml --\n{organisations}")
    assert [line for line in folder.found if "PRV" in line] == [
        "organisations.yaml:5:17 PRV-01",
        "site.yaml:5:24 PRV-07",
    ]


def test_a_file_of_nothing_else_is_told_of_a_hundred_times(tmp_path: Path) -> None:
    assert len(found(read_folder(tmp_path, page("7501010010, " * 500)))) == 100
