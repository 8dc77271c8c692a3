"""Organisations: municipalities, funders, partners, authorities."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated

from sitegen.model.fields import Fact
from sitegen.model.language import Multilingual
from sitegen.model.readers import Choice, EachLanguage, ListOf
from sitegen.model.values import COMPANY, DEGREES, FILE, MAIL, TELEPHONE, TEXT, URL

TYPES = (
    "municipality",
    "district_administration",
    "ngo",
    "foundation",
    "ministry",
    "agency",
    "company",
    "school",
    "other",
)
AUTHORITIES = frozenset({"municipality", "district_administration", "ministry", "agency"})
"""Types that are part of the state or of local government."""


@dataclass(frozen=True, kw_only=True)
class Organisation:
    """An entry of organisations.yaml."""

    id: str = ""
    type: Annotated[str, Fact(Choice(TYPES), about="kind of body")] = "other"
    name: Annotated[Multilingual, Fact(EachLanguage(), required=True, about="official name")] = Multilingual()
    short_name: Annotated[Multilingual, Fact(EachLanguage(), about="name for menus and tables; default: `name`")] = (
        Multilingual()
    )
    eik: Annotated[str, Fact(COMPANY, about="ЕИК/БУЛСТАТ")] = ""
    address: Annotated[Multilingual, Fact(EachLanguage(), about="street and number")] = Multilingual()
    settlement: Annotated[Multilingual, Fact(EachLanguage(), about="town or village")] = Multilingual()
    postcode: Annotated[str, Fact(TEXT, about="four digits")] = ""
    nuts: Annotated[str, Fact(TEXT, about="NUTS code of the region")] = ""
    phones: Annotated[tuple[str, ...], Fact(ListOf(TELEPHONE), about="as people write them")] = ()
    emails: Annotated[tuple[str, ...], Fact(ListOf(MAIL), about="office addresses")] = ()
    website: Annotated[str, Fact(URL, about="its own site")] = ""
    logo: Annotated[str, Fact(FILE, about="picture below the content folder")] = ""
    lat: Annotated[Decimal | None, Fact(DEGREES, about="degrees north, WGS 84")] = None
    lon: Annotated[Decimal | None, Fact(DEGREES, about="degrees east, WGS 84")] = None
