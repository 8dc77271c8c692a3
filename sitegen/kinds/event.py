"""An event: a press conference, a first-sod ceremony, a training."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated, ClassVar

from sitegen.model.fields import Fact, Words
from sitegen.model.language import Phrase
from sitegen.model.media import NOBODY
from sitegen.model.page import Downloadable, Reachable, Scheduled
from sitegen.model.readers import Records
from sitegen.model.values import CLOCK, ID, PROSE


@dataclass(frozen=True, kw_only=True)
class AgendaItem:
    """A row of an event's agenda."""

    id: Annotated[str, Fact(ID, required=True, about="unique in the agenda")] = ""
    time: Annotated[str, Fact(CLOCK, about="when it begins")] = ""
    text: Annotated[Phrase, Words(PROSE, required=True, about="what happens")] = NOBODY
    speaker: Annotated[Phrase, Words(PROSE, about="who speaks")] = NOBODY


@dataclass(frozen=True, kw_only=True)
class Event(Scheduled, Downloadable, Reachable):
    """An event page."""

    kind: ClassVar[str] = "event"
    has_facts: ClassVar[bool] = True

    agenda: Annotated[tuple[AgendaItem, ...], Fact(Records(AgendaItem), about="rows of the programme of the day")] = ()

    @property
    def own_date(self) -> date | None:
        """The day it was held."""
        return self.start.date if self.start and self.status != "cancelled" else None

    @property
    def item_texts(self) -> tuple[Phrase, ...]:
        """Where it takes place, and the rows of its agenda."""
        return (*super().item_texts, *(words for row in self.agenda for words in (row.text, row.speaker)))

    @property
    def items(self) -> tuple[tuple[str, str], ...]:
        """Place and id of the rows of its agenda."""
        return tuple((f"agenda.{number}", item.id) for number, item in enumerate(self.agenda))
