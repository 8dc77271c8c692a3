"""Law as data: thresholds, periods and forms of publicity, each with its source and its certainty."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated

from sitegen.model.fields import Fact
from sitegen.model.funding import FUNDS, REGIMES
from sitegen.model.readers import Choice, ListOf
from sitegen.model.values import TEXT, WHOLE
from sitegen.problems import Message, Mistake, message

CONFIDENCES = ("high", "medium", "low")
UNITS = ("EUR", "px", "days", "years", "percent", "ratio", "colours", "names", "text")
COUNTED = frozenset({"EUR", "px", "days", "years", "percent", "ratio"})
"""Units whose values are whole numbers."""
STARTS = ("year_of_payment", "payment", "end")
DUTIES = ("temporary_sign", "permanent_sign", "poster", "event")
COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")

CONFIDENCE: Mapping[str, Message] = {
    "high": message("certain"),
    "medium": message("fairly certain"),
    "low": message("uncertain: a person should confirm it"),
}
KEPT = message("for how long the results of a project are kept up, and with them its page")
MEANINGS: Mapping[str, Message] = {
    "emblem_regimes": message("periods whose sites bear the emblem of the Union on every page"),
    "emblem_height": message("least height of the emblem on the screen"),
    "emblem_shape": message("width and height of the emblem"),
    "emblem_colours": message("colours of the emblem: its field and its stars"),
    "first_screen": message("width and height of the smallest screen on which the emblem is seen without scrolling"),
    "statement_fonts": message("typefaces of the words beside the emblem"),
    "statement_colours": message("colours of the words beside the emblem"),
    "statement_plain": message("what the words beside the emblem may not have"),
    "text_apart": message("the words beside the emblem do not lie over it"),
    "text_size": message("the size of the words beside the emblem"),
    "largest_logo": message("how large the emblem is at least, beside the largest other logo"),
    "union_sentence": message("the words beside the emblem are the sentence of the Union's support, in full"),
    "union_and_fund": message("the words beside the emblem name the European Union in full, and the fund"),
    "phare_sentence": message("the words beside the emblem name the European Union and the Phare programme"),
    "description": message("what the page of a project tells beside the support of the Union"),
    "disclaimer": message("what is said where documents are offered: support, responsibility, whose opinion it is"),
    "plaque_2021_regional": message("durable plaque or billboard: total cost above which ERDF and CF ask for it"),
    "plaque_2021_other": message("durable plaque or billboard: total cost above which ESF+, JTF and EMFAF ask for it"),
    "poster_2021": message("A3 poster or electronic display, where no plaque or billboard is due"),
    "event_2021": message("communication event: total cost above which it is due; of strategic operations always"),
    "billboard_2014": message("temporary billboard during the works: public support above which it is due"),
    "plaque_2014": message("permanent plaque or billboard after completion: public support above which it is due"),
    "poster_2014": message("A3 poster, where no temporary billboard is due"),
    "billboard_2007": message("billboard during the works: public support above which it is due"),
    "plaque_2007": message("permanent explanatory plaque after completion: public support above which it is due"),
    "correction": message("how much of the support may be cancelled where the duties are not met"),
    "handbook_2014": message("handbook that binds beneficiaries"),
    "handbook_2021": message("handbook that binds beneficiaries of today's programmes"),
    "statement_review": message("within how many days the accessibility statement is reviewed again"),
    "data_protection_body": message("body that hears complaints about personal data"),
    "data_protection_body_address": message("address of that body"),
    "accessibility_standard": message("standard that public websites meet"),
    "accessibility_body": message("body that decides complaints about accessibility"),
    "accessibility_body_address": message("address of that body"),
    "keeping_2021": KEPT,
    "keeping_2014": KEPT,
    "keeping_2007": KEPT,
}
"""What every entry of the law is about."""


@dataclass(frozen=True, kw_only=True)
class Provision:
    """An entry of the law that the package knows."""

    id: str = ""
    value: Annotated[tuple[str, ...], Fact(ListOf(TEXT), required=True, about="what the rule asks for")] = ()
    unit: Annotated[str, Fact(Choice(UNITS), required=True, about="what the values are")] = "text"
    regimes: Annotated[tuple[str, ...], Fact(ListOf(Choice(REGIMES)), about="the periods that it binds")] = ()
    source: Annotated[str, Fact(TEXT, required=True, about="where it is written")] = ""
    confidence: Annotated[str, Fact(Choice(CONFIDENCES), required=True, about="how sure it is")] = "low"
    duty: Annotated[str, Fact(Choice(DUTIES), about="the measure that it asks for")] = ""
    amount: Annotated[str, Fact(Choice(("total", "public")), about="which amount counts")] = "total"
    funds: Annotated[tuple[str, ...], Fact(ListOf(Choice(FUNDS)), about="the funds that it binds")] = ()
    works: Annotated[tuple[str, ...], Fact(ListOf(TEXT), about="the kinds of work that it binds")] = ()
    unless: Annotated[tuple[str, ...], Fact(ListOf(TEXT), about="entries that take its place")] = ()
    due: Annotated[str, Fact(Choice(("start", "end")), about="from which day on")] = "start"
    months: Annotated[int, Fact(WHOLE, about="how many months after that day")] = 0
    since: Annotated[str, Fact(Choice(STARTS), about="with what a time of years begins")] = "end"
    is_own: bool = False
    """Whether the site itself says so, in law.yaml."""

    def binds(self, regime: str) -> bool:
        """Whether it holds in a period."""
        return not self.regimes or regime in self.regimes


@dataclass(frozen=True, kw_only=True)
class Amendment:
    """An entry of a site's own law.yaml: what it says in place of the package."""

    value: Annotated[tuple[str, ...], Fact(ListOf(TEXT), required=True, about="what the rule asks for")] = ()
    source: Annotated[str, Fact(TEXT, required=True, about="where it is written, so that others can check it")] = ""
    confidence: Annotated[str, Fact(Choice(CONFIDENCES), about="how sure it is; default: `high`")] = "high"


@dataclass(frozen=True)
class Law:
    """All provisions by id."""

    provisions: Mapping[str, Provision] = field(default_factory=dict)

    def __getitem__(self, name: str) -> Provision:
        return self.provisions[name]

    def values(self, name: str) -> tuple[str, ...]:
        """The values of an entry."""
        return self.provisions[name].value

    def numbers(self, name: str) -> tuple[int, ...]:
        """The values of an entry that counts something."""
        return tuple(map(int, self.values(name)))

    def number(self, name: str) -> int:
        """The first of them."""
        return self.numbers(name)[0]

    def binding(self, regime: str) -> tuple[Provision, ...]:
        """What holds in a period, in order."""
        return tuple(one for one in self.provisions.values() if one.binds(regime))

    def keeping(self, regime: str) -> Provision | None:
        """How long results are kept up; None where the contract alone says it."""
        return next((one for one in self.provisions.values() if one.unit == "years" and regime in one.regimes), None)

    def duties(self, regime: str) -> tuple[Provision, ...]:
        """The measures that a period asks for."""
        return tuple(one for one in self.binding(regime) if one.duty)


def unfit(known: Provision, values: tuple[str, ...]) -> Mistake | None:
    """The complaint about values that an entry cannot have."""
    hint = message("The package has: {values}", values=", ".join(known.value))
    if known.unit in COUNTED and (len(values) != len(known.value) or not all(map(is_count, values))):
        complaint = message("'{name}' has whole numbers, as many as the package has", name=known.id)
        return Mistake("FLD-03", complaint, hint)
    if known.unit == "colours" and not all(map(COLOUR.fullmatch, values)):
        return Mistake("FLD-03", message("'{name}' has colours like #003399", name=known.id), hint)
    if known.unit == "names" and known.id != "statement_fonts" and not set(values) <= set(known.value):
        return Mistake("FLD-03", message("'{name}' has names that the program does not know", name=known.id), hint)
    return None


def is_count(text: str) -> bool:
    """Whether a text is a whole number."""
    return text.isascii() and text.isdigit()
