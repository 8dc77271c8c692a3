"""Funds, programmes and the rules of publicity that they bring: regimes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from sitegen.model.fields import Fact
from sitegen.model.language import Multilingual
from sitegen.model.readers import Choice, EachLanguage, ListOf
from sitegen.model.values import TEXT

REGIMES = ("phare", "2007-2013", "2014-2020", "2021-2027", "rrf", "national")
FUNDS = (
    "erdf",
    "esf",
    "esf_plus",
    "cf",
    "jtf",
    "emff",
    "emfaf",
    "eafrd",
    "fead",
    "rrf",
    "phare",
    "national",
    "own",
    "other",
)
STATEMENTS = ("funded", "cofunded", "legacy")
STATEMENT_OF_REGIME = {
    "phare": "legacy",
    "2007-2013": "legacy",
    "2014-2020": "legacy",
    "2021-2027": "cofunded",
    "rrf": "funded",
    "national": "legacy",
}
"""Which acknowledgement a regime asks for.

Legacy names Union and fund; the others are the sentences of Reg. 2021/1060 Annex IX.
"""


FIRST_YEARS = {"phare": 1990, "2007-2013": 2007, "2014-2020": 2014, "2021-2027": 2021, "rrf": 2021, "national": 1900}
"""When a regime began, for projects that state no start."""


@dataclass(frozen=True, kw_only=True)
class Programme:
    """An entry of programmes.yaml, the package's or the site's."""

    id: str = ""
    name: Annotated[Multilingual, Fact(EachLanguage(), required=True, about="full official name")] = Multilingual()
    short: Annotated[Multilingual, Fact(EachLanguage(), about="abbreviation")] = Multilingual()
    code: Annotated[str, Fact(TEXT, about="CCI number without the year, as contracts begin: BG16RFOP001")] = ""
    regime: Annotated[str, Fact(Choice(REGIMES), required=True, about="which rules of publicity bind")] = "national"
    funds: Annotated[
        tuple[str, ...],
        Fact(ListOf(Choice(FUNDS)), required=True, about="which pay; a project names its own where there are several"),
    ] = ()
    statement: Annotated[str, Fact(Choice(STATEMENTS), about="wording beside the emblem; default by regime")] = ""
    managing_authority: Annotated[str, Fact(TEXT, about="an id of organisations.yaml")] = ""
    slogan: Annotated[Multilingual, Fact(EachLanguage(), about="sentence beside the emblem")] = Multilingual()

    @property
    def acknowledgement(self) -> str:
        """`funded`, `cofunded` or `legacy`."""
        return self.statement or STATEMENT_OF_REGIME[self.regime]
