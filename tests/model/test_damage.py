"""Damaged files are named by what they should be."""

from __future__ import annotations

from sitegen.model.damage import damaged_pdf, damaged_picture


def test_each_kind_has_its_code_and_advice() -> None:
    told = [damaged_picture(), damaged_pdf()]
    assert [one.code for one in told] == ["PIC-01", "DOC-05"]
    assert all(one.hint.template for one in told)
