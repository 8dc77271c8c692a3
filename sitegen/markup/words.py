"""The few words that the room writes into a page; they come from the theme's catalogue."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class MarkupWords:
    """Interface words of one language."""

    back_to_text: str
    """Name of the link that leads from a footnote back; `{number}` stands for the footnote's number."""
    note: str
    """What a note without a title is headed."""
    warning: str
    """What a warning without a title is headed."""
    quote: str
    """How a screen reader announces a quotation; may be empty."""
