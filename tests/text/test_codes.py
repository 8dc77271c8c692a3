"""Codes of programmes, their faults in real announcements first (`domain.md` 1.6)."""

from __future__ import annotations

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.text.codes import (
    codes_in,
    is_code,
    is_right,
    procedure_of,
    programme_of,
    repaired,
    spelled,
    strangers,
    tidied,
    untidy,
)

RIGHT = [
    "BG16RFOP001-5.001-0042-C01",
    "BG05M9OP001-2.002-0131-C001",
    "BG05M9OP001-2.002",
    "BG05SFPR002-2.003-0001-C02",
    "BG16M1OP002-1.001-0001",
    "BG16OIOP002-1.001-0001",
    "BG05SFOP001-4.001-0001-C01",
    "BG051PO001-2.3.03-1097-C0001",
    "BG161PO001/1.4-09/2012/035",
]


@pytest.mark.parametrize("code", RIGHT)
def test_right_codes_stay(code: str) -> None:
    assert is_right(code)
    assert is_code(code)
    assert spelled(code) == tidied(code) == repaired(code) == code
    assert not list(untidy(code))


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        # as announcements printed them
        ("BG05M9OP001-2.002.0120-C001", "BG05M9OP001-2.002-0120-C001"),
        ("BG05M9ОP001-2.002", "BG05M9OP001-2.002"),
        ("№BG05M9OP001-2.002-0131-С001", "BG05M9OP001-2.002-0131-C001"),
        ("BG05М90Р001-2.002", "BG05M9OP001-2.002"),
        ("BG05SFPR0002-2.003", "BG05SFPR002-2.003"),
        # as people type them
        ("№ BG16RFOP001-5.001-0042-C01", "BG16RFOP001-5.001-0042-C01"),
        ("BG16RFOP001 - 5.001 - 0042 - C01", "BG16RFOP001-5.001-0042-C01"),
        ("BG16RFOP001–5.001–0042–C01", "BG16RFOP001-5.001-0042-C01"),
        ("bg16rfop001-5.001-0042-c01", "BG16RFOP001-5.001-0042-C01"),
        ("bg05m9оp001-2.002", "BG05M9OP001-2.002"),
        ("BG16RFOP001-5-001", "BG16RFOP001-5.001"),
        ("BG16RFOP001-5.0001-00042-C01", "BG16RFOP001-5.001-0042-C01"),
        ("BG16RFOP001-5.001-З042-С0l", "BG16RFOP001-5.001-3042-C01"),
        ("BG1бRFOP001-5.001", "BG16RFOP001-5.001"),
        ("ВG161РО001/1.4-09/2012/035", "BG161PO001/1.4-09/2012/035"),
        ("BG161P0001/1.4", "BG161PO001/1.4"),
        # from the wrong keyboard
        ("BG16RFОП001-5.001", "BG16RFOP001-5.001"),
        ("БГ16РФОП001-5.001", "BG16RFOP001-5.001"),
        # among words
        ("Договор № BG16RFOP001-5.001-0042-C01", "BG16RFOP001-5.001-0042-C01"),
        ("BG16RFOP001-5.001-0042-C01 от 9.1.2018", "BG16RFOP001-5.001-0042-C01"),
        # what is meant cannot be told
        ("BG16RFOP001-5.001-042-C01", ""),
        ("BG16RFOP001-5.1001-0042", ""),
        ("BG16RFOP001", ""),
        ("BG06RDNP001-7.001-0001", ""),
        ("РД-02-29-300", ""),
        ("BG16RFOP001-5.001 и BG05M9OP001-2.002", ""),
        ("", ""),
    ],
)
def test_what_is_meant(code: str, expected: str) -> None:
    assert repaired(code) == expected


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("BG05M9ОP001-2.002", [(6, "О", "O")]),
        ("№BG05M9OP001-2.002-0131-С001", [(24, "С", "C")]),
        ("BG05М90Р001-2.002", [(4, "М", "M"), (6, "0", "O"), (7, "Р", "P")]),
        ("BG16RFOP001-5.001-ОO42-C01", [(18, "О", "0"), (19, "O", "0")]),
        ("BG16RFОП001-5.001", [(6, "О", "O"), (7, "П", "P")]),
        ("BG05M9OP001-2.002.0120-C001", []),
        ("BG16RFOP001-5.001-0042-C01 от 9.1.2018", []),
        ("РД-02-29-300", []),
        ("Договор", []),
    ],
)
def test_strangers_are_named(code: str, expected: list[tuple[int, str, str]]) -> None:
    assert [(s.place, s.sign, s.right) for s in strangers(code)] == expected


def test_what_is_untidy_is_put_right_piece_by_piece() -> None:
    assert list(untidy("№ BG16RFop001–5.001")) == [(0, "№ ", ""), (8, "op", "OP"), (13, "–", "-")]


@given(st.text(alphabet=string.ascii_letters + "№ –-./0123456789"))
def test_pieces_and_whole_agree(code: str) -> None:
    signs = list(code)
    for place, old, new in untidy(code):
        assert code[place : place + len(old)] == old
        signs[place : place + len(old)] = [new] + [""] * (len(old) - 1)
    assert "".join(signs) == tidied(code)


@given(st.text())
def test_spelling_keeps_the_length(code: str) -> None:
    assert len(spelled(code)) == len(code)
    assert len(spelled("BG16RFОP001-" + code)) == len(code) + 12


@given(
    st.sampled_from(RIGHT[:7]),
    st.lists(st.tuples(st.integers(0, 30), st.sampled_from(["O0", "0O", "CС", "MМ", "PР", "BВ"])), max_size=4),
)
def test_lookalikes_never_hide_a_code(code: str, changes: list[tuple[int, str]]) -> None:
    signs = list(code)
    for place, pair in changes:
        old, new = pair[0], pair[1]
        if place < len(signs) and signs[place] == old and place not in (4, 5):  # the branch may have either
            signs[place] = new
    assert spelled("".join(signs)) == code


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Договор BG05M9ОP001-2.002, по", [(8, "BG05M9ОP001-2.002")]),
        ("(№BG16RFOP001-5.001-0042-C01).", [(2, "BG16RFOP001-5.001-0042-C01")]),
        ("2014BG16RFOP001", [(4, "BG16RFOP001")]),
        ("BG80BNBG96611020345678, BG000261517, BG411, БГ-Аудит, BGN 515 000", []),
        ("ABG16RFOP001", []),
    ],
)
def test_codes_in_a_text(text: str, expected: list[tuple[int, str]]) -> None:
    assert list(codes_in(text)) == expected


@pytest.mark.parametrize(
    ("code", "programme", "procedure"),
    [
        ("BG16RFOP001-5.001-0042-C01", "BG16RFOP001", "BG16RFOP001-5.001"),
        ("BG051PO001-2.3.03-1097-C0001", "BG051PO001", ""),
        ("РД-02", "", ""),
    ],
)
def test_parts(code: str, programme: str, procedure: str) -> None:
    assert (programme_of(code), procedure_of(code)) == (programme, procedure)
