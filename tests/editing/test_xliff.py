"""XLIFF 2.1: what is written can be read back, and so can what other programs make of it."""

from __future__ import annotations

from contextlib import suppress
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.editing.xliff import LARGEST, Batch, Exchange, Unit, read_xliff, written
from sitegen.problems import Location
from sitegen.read.decoding import PlacedMistake

CORE = "urn:oasis:names:tc:xliff:document:2.0"
HEAD = f'<xliff xmlns="{CORE}" version="2.1" srcLang="bg" trgLang="en">'
TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\r\x85\u2028\u2029"))


def file(unit: str, head: str = HEAD) -> bytes:
    """A file with one unit."""
    body = f'<file id="f1" original="pages/a"><unit id="u1" name="p1">{unit}</unit></file></xliff>'
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{head}\n{body}'.encode()


def read(unit: str) -> Unit:
    """The one unit of a file."""
    [found] = read_xliff(file(unit), "x.xlf").units
    return found


def told(data: bytes) -> str:
    """Place, code and words of the problem that ends the reading."""
    with pytest.raises(PlacedMistake) as refused:
        read_xliff(data, "x.xlf")
    problem = refused.value.problem
    return f"{problem.at} {problem.code} {problem.message} | {problem.hint}"


# ── what is written ─────────────────────────────────────────────────────────────────────────────────────────


@given(st.lists(st.tuples(TEXT, TEXT.filter(str.strip), TEXT.filter(str.strip)), min_size=1, max_size=4))
def test_every_text_comes_back_as_it_went(texts: list[tuple[str, str, str]]) -> None:
    units = tuple(
        Unit(page="pages/а", paragraph=f"p{number}", source=source, target=target, notes=(note,),
             source_digest="12ab", target_digest="-")
        for number, (note, source, target) in enumerate(texts)
    )  # fmt: skip
    data = written(Exchange("bg", "en", (Batch("pages/а", ("Бележка",), units),)))
    found = read_xliff(data, "x.xlf")
    assert (found.source_language, found.language) == ("bg", "en")
    kept = [(u.page, u.paragraph, u.source, u.target, u.source_digest, u.target_digest) for u in found.units]
    assert kept == [(u.page, u.paragraph, u.source, u.target, u.source_digest, u.target_digest) for u in units]


def test_names_of_all_kinds_come_back() -> None:
    unit = Unit(page='projects/„а“ & <b> "c"', paragraph="units.кв. м", source="кв. м", target="m²")
    [found] = read_xliff(written(Exchange("bg", "en", (Batch(unit.page, (), (unit,)),))), "x.xlf").units
    assert (found.page, found.paragraph) == (unit.page, unit.paragraph)


def test_what_xml_has_no_place_for_is_written_by_number() -> None:
    unit = Unit(page="a", paragraph="p1", source="а\x0cб", notes=("в\x01г",))
    data = written(Exchange("bg", "en", (Batch("a", (), (unit,)),)))
    assert '<source xml:space="preserve">а<cp hex="000C"/>б</source>' in data.decode()
    assert read_xliff(data, "x.xlf").units[0].source == "а\x0cб"


def test_a_unit_without_translation_has_no_target() -> None:
    unit = Unit(page="a", paragraph="p1", source="Текст")
    data = written(Exchange("bg", "en", (Batch("a", (), (unit,)),)))
    tree = ElementTree.fromstring(data)
    [segment] = tree.iter(f"{{{CORE}}}segment")
    assert segment.get("state") == "initial"
    assert segment.find(f"{{{CORE}}}target") is None


# ── what programs make of it ────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(("unit", "target"), [
    ("<segment state='final'><source>а</source><target>b</target></segment>", "b"),
    ("<segment><source>а</source></segment>", ""),
    ("<segment><source>а</source><target> </target></segment>", ""),
    # ── sentence by sentence
    (("<segment><source>а.</source><target>b.</target></segment><ignorable><source> </source></ignorable>"
     "<segment><source>в</source><target>c</target></segment>"), "b. c"),
    (("<segment><source>а.</source><target order='3'>b</target></segment>"
     "<ignorable><source> </source><target order='2'>, </target></ignorable>"
     "<segment><source>в</source><target order='1'>C</target></segment>"), "C, b"),
    ("<segment><source>а</source><target order='x'>b</target></segment>", "b"),
    ("<segment><source>а</source><target>b</target></segment><segment><source/><target/></segment>", "b"),
    # ── marks of reviewers and codes
    (("<segment><source>а</source><target>b <mrk id='m1' type='comment'>c</mrk><sm id='s'/>d<em startRef='s'/></target>"
     "</segment>"), "b cd"),
    (("<originalData><data id='d1'>**</data><data id='d2'>[x](y)</data></originalData><segment><source>а</source>"
     "<target><pc id='1' dataRefStart='d1' dataRefEnd='d1'>b</pc> <ph id='2' dataRef='d2'/>"
     "<sc id='3' dataRef='d1'/>c<ec startRef='3' dataRef='d1'/><ph id='4'/></target></segment>"), "**b** [x](y)**c**"),
    (("<segment><source>а</source><target>b<cp hex='0009'/><cp hex='x'/><cp hex='D800'/><cp hex='FFFFFFFFFF'/></target>"
     "</segment>"), "b\t\ufffd\ufffd\ufffd"),
    ("<segment><source>а</source><target>b\u2028c</target></segment>", "b c"),
    ("<segment><source>а</source><target>b\r\nc&#xA;d</target></segment>", "b\nc\nd"),
])  # fmt: skip
def test_the_translation_is_found(unit: str, target: str) -> None:
    assert read(unit).target == target


def test_a_translation_of_some_segments_is_none() -> None:
    found = read("<segment><source>а.</source><target>b.</target></segment><segment><source>в</source></segment>")
    assert (found.target, found.is_partial, found.source) == ("", True, "а.в")


@pytest.mark.parametrize(("states", "state"), [
    (("final", "reviewed"), "translated"), (("final", "initial"), "initial"), (("final", ""), "initial"),
])  # fmt: skip
def test_a_unit_is_done_when_all_of_it_is(states: tuple[str, ...], state: str) -> None:
    segments = (
        f"<segment{f' state={one!r}' if one else ''}><source>а</source><target>b</target></segment>" for one in states
    )
    assert read("".join(segments)).state == state


def test_groups_and_other_modules_are_passed_by() -> None:
    text = (
        f'{HEAD}<file id="f" original="pages/a"><skeleton/><group id="g"><x:any xmlns:x="urn:x"><x:unit/></x:any>'
        '<unit id="u" name="title"><x:any xmlns:x="urn:x"><x:segment/></x:any>'
        "<segment><source>а</source><target>b</target></segment></unit></group></file></xliff>"
    )
    [unit] = read_xliff(text.encode("utf-16"), "x.xlf").units
    assert (unit.page, unit.paragraph, unit.target, unit.source_digest) == ("pages/a", "title", "b", "")


def test_a_unit_knows_its_line() -> None:
    assert read("<segment><source/></segment>").at == Location("x.xlf", 3, 34)


# ── what cannot be read ─────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(("data", "said"), [
    (b"", "x.xlf:1:1 LNG-07 the translator's file cannot be read as XML: no element found"),
    (b"PK\x03\x04", "x.xlf:1:3 LNG-07 the translator's file cannot be read as XML"),
    (f"{HEAD}\n<file>\n  </wrong></xliff>".encode(), "x.xlf:3:5 LNG-07 the translator's file cannot be read as XML: mism"),
    (b'<?xml version="1.0" encoding="no-such"?><xliff/>', "LNG-07 the translator's file cannot be read as XML"),
    (b"<html/>", "x.xlf:1:1 LNG-07 the translator's file is XML, but not XLIFF 2 |"),
    (b'<xliff version="2.1"/>', "x.xlf:1:1 LNG-07 the translator's file is XML, but not XLIFF 2 |"),
    (f'<xliff xmlns="{CORE}"/>'.encode(), "x.xlf:1:1 LNG-07 the translator's file is XML, but not XLIFF 2 |"),
    (b'<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"/>',
     "x.xlf:1:1 LNG-07 the translator's file is XLIFF 1.2; it went out as XLIFF 2.1 | Let the program save"),
    (b'<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2"/>', "the translator's file is XLIFF 1.2"),
    (b'<xliff version="1.1"/>', "the translator's file is XLIFF 1.1"),
    (b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><x>&b;</x>',
     "LNG-07 the translator's file has a DOCTYPE; XLIFF has none, and for safety it is not read"),
    (b'<!DOCTYPE x SYSTEM "file:///etc/passwd"><x/>', "LNG-07 the translator's file has a DOCTYPE"),
    ('<!DOCTYPE x [<!ENTITY a "a">]><x>&a;</x>'.encode("utf-16"), "LNG-07 the translator's file has a DOCTYPE"),
    (HEAD.encode() + b"<file><unit>" + b"<a>" * 10_000, "LNG-07 the translator's file is XML, but not XLIFF 2"),
    (file("<a/>" * 30_000), "LNG-07 the translator's file is XML, but not XLIFF 2"),
    (b" " * (LARGEST + 1), "x.xlf:1:1 LNG-07 the translator's file is larger than 50 MB"),
], ids=range(16))  # fmt: skip
def test_a_file_that_cannot_be_trusted_is_told_at_its_place(data: bytes, said: str) -> None:
    assert said in told(data)


@given(st.binary(max_size=200), st.integers(0, 400))
def test_damaged_bytes_end_in_units_or_in_one_problem(data: bytes, place: int) -> None:
    whole = file("<segment state='final'><source>а</source><target>b</target></segment>")
    with suppress(PlacedMistake):
        read_xliff(whole[:place] + data + whole[place + len(data) :], "x.xlf")
