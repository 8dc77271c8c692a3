"""The recipe of a feed: its template, without the signs that XML forbids."""

from __future__ import annotations

import re

from sitegen.render.views.around import FeedView
from sitegen.render.workshop import Workshop

TEMPLATE = "feed.xml"
UNFIT = re.compile(r"[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|\u00ad")
"""What XML 1.0 forbids, and the soft hyphens of our narrow columns, which readers' searches stumble over."""


def render_feed(workshop: Workshop, inputs: tuple[str, str, FeedView]) -> bytes:
    """A feed in a language."""
    template, language, feed = inputs
    return UNFIT.sub("", workshop.render(template, language, feed).decode()).encode()
