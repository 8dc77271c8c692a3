"""The evaluation of a site by an automatic tool, as `check --browser --record` writes it."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Annotated

from sitegen.model.fields import Fact
from sitegen.model.readers import ListOf, Record
from sitegen.model.values import DAY, TEXT, WHOLE

EVALUATION = "accessibility-evaluation.yaml"
STATEMENT_DATA = "accessibility.json"
"""The published file with the statement and what the evaluation found."""


@dataclass(frozen=True, kw_only=True)
class Found:
    """A rule that a page breaks."""

    page: Annotated[str, Fact(TEXT, required=True, about="address below the site")] = ""
    rule: Annotated[str, Fact(TEXT, required=True, about="of the tool")] = ""
    selector: Annotated[str, Fact(TEXT, about="which element")] = ""


@dataclass(frozen=True, kw_only=True)
class Evaluation:
    """What was tried, when, with what, and what it found."""

    date: Annotated[datetime.date | None, Fact(DAY, required=True, about="day of the evaluation")] = None
    tool: Annotated[str, Fact(TEXT, required=True, about="name and version")] = ""
    widths: Annotated[tuple[int, ...], Fact(ListOf(WHOLE), about="of the window, in CSS pixels")] = ()
    schemes: Annotated[tuple[str, ...], Fact(ListOf(TEXT), about="light, dark")] = ()
    pages: Annotated[tuple[str, ...], Fact(ListOf(TEXT), required=True, about="that were opened")] = ()
    rules: Annotated[tuple[str, ...], Fact(ListOf(TEXT), required=True, about="that were tried")] = ()
    findings: Annotated[tuple[Found, ...], Fact(ListOf(Record(Found)), about="what broke a rule")] = ()
