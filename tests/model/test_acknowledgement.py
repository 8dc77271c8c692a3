"""The words beside the emblem: which sentences a period and its funds ask for."""

from __future__ import annotations

import pytest

from sitegen.model.acknowledgement import SEVERAL, UNION, lines_of


@pytest.mark.parametrize(("regime", "statement", "funds", "lines"), [
    ("national", "legacy", ("national",), ("acknowledgement.national",)),
    ("national", "cofunded", ("national",), ("acknowledgement.national",)),
    ("phare", "legacy", ("phare",), ("acknowledgement.phare",)),
    ("2021-2027", "cofunded", ("erdf",), ("acknowledgement.cofunded",)),
    ("2021-2027", "funded", ("erdf",), ("acknowledgement.funded",)),
    ("rrf", "funded", ("rrf",), ("acknowledgement.rrf",)),
    ("rrf", "cofunded", ("rrf",), ("acknowledgement.cofunded",)),
    ("2014-2020", "legacy", ("erdf", "own"), (UNION, "fund.erdf")),
    ("2014-2020", "legacy", ("erdf", "esf"), (UNION, SEVERAL)),
    ("2007-2013", "legacy", ("erdf", "cf"), (UNION, "fund.erdf", "fund.cf")),
])  # fmt: skip
def test_which_lines_stand_beside_the_emblem(
    regime: str, statement: str, funds: tuple[str, ...], lines: tuple[str, ...]
) -> None:
    assert lines_of(regime, statement, funds) == lines
