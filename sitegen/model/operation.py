"""Operations: what Reg. (EU) 2021/1060, Art. 49(3) has told of each beside its money and dates."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from sitegen.model.language import Phrase
from sitegen.model.media import NOBODY


@dataclass(frozen=True, kw_only=True)
class Achievement:
    """Something that is counted: promised and, as far as known, reached."""

    text: Phrase
    unit: Phrase = NOBODY
    baseline: Decimal | None = None
    target: Decimal | None = None
    achieved: Decimal | None = None


@dataclass(frozen=True, kw_only=True)
class Location:
    """Where an operation is carried out; WGS 84."""

    name: Phrase
    address: Phrase = NOBODY
    lat: Decimal | None = None
    lon: Decimal | None = None


@dataclass(frozen=True, kw_only=True)
class Operation:
    """The purpose, the achievements, the places and the kind of intervention."""

    specific_objective: Phrase = NOBODY
    intervention: str = ""
    """Code of the type of intervention, Annex I."""
    purposes: tuple[Phrase, ...] = ()
    achievements: tuple[Achievement, ...] = ()
    locations: tuple[Location, ...] = ()


NOTHING_TOLD = Operation()
