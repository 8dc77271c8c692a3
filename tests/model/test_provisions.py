"""Provisions: their values by kind, whom they bind, and what a site cannot say in their place."""

from __future__ import annotations

import pytest

from sitegen.model.provisions import Law, Provision, unfit

HEIGHT = Provision(id="emblem_height", value=("38",), unit="px")
SCREEN = Provision(id="first_screen", value=("320", "256"), unit="px")
BLUE = Provision(id="emblem_colours", value=("#003399", "#FFCC00"), unit="colours")
TOLD = Provision(id="description", value=("aims", "results"), unit="names")
FONTS = Provision(id="statement_fonts", value=("Arial", "Verdana"), unit="names")
POSTER = Provision(id="poster_2021", value=("A3",), unit="text", duty="poster", regimes=("2021-2027",))
LAW = Law({one.id: one for one in (HEIGHT, SCREEN, BLUE, TOLD, FONTS, POSTER)})


def test_values_are_told_by_the_name_of_the_entry() -> None:
    assert LAW["poster_2021"] is POSTER
    assert LAW.values("description") == ("aims", "results")
    assert LAW.numbers("first_screen") == (320, 256)
    assert LAW.number("emblem_height") == 38


def test_an_entry_without_periods_binds_always() -> None:
    assert LAW.binding("2021-2027") == tuple(LAW.provisions.values())
    assert POSTER not in LAW.binding("2014-2020")
    assert HEIGHT in LAW.binding("2014-2020")
    assert LAW.duties("2021-2027") == (POSTER,)
    assert LAW.duties("2014-2020") == ()


@pytest.mark.parametrize(("known", "values", "complaint"), [
    (HEIGHT, ("48",), None),
    (HEIGHT, ("48", "50"), "'emblem_height' has whole numbers, as many as the package has"),
    (HEIGHT, ("висока",), "'emblem_height' has whole numbers, as many as the package has"),
    (HEIGHT, ("٤٨",), "'emblem_height' has whole numbers, as many as the package has"),
    (BLUE, ("#000000",), None),
    (BLUE, ("blue",), "'emblem_colours' has colours like #003399"),
    (TOLD, ("aims",), None),
    (TOLD, ("photos",), "'description' has names that the program does not know"),
    (FONTS, ("Ubuntu",), None),
    (POSTER, ("A2",), None),
])  # fmt: skip
def test_what_a_site_says_must_be_of_the_same_kind(
    known: Provision, values: tuple[str, ...], complaint: str | None
) -> None:
    mistake = unfit(known, values)
    assert (str(mistake.message) if mistake else None) == complaint
    assert mistake is None or str(mistake.hint) == "The package has: " + ", ".join(known.value)
