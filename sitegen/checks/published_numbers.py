"""Personal numbers in finished pages: from a template, a catalogue, a data file, whatever brought them there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from sitegen.checks.inspection import Inspection
from sitegen.markup.readable import readable
from sitegen.problems import Location, Mistake, Problem, message
from sitegen.text.identity import is_egn, is_lnch
from sitegen.text.personal_numbers import REACH, personal_numbers
from sitegen.text.spots import spot

MOST = 20
"""Numbers told of one page."""
TEN = re.compile(r"[0-9]{10}(?![0-9])(?<![0-9]{11})")
"""Ten digits and no more."""
HINT = message("Find where it comes from, a template of the theme, a field or a file of settings; delete it there.")


def proof(_: Inspection, path: str, data: bytes) -> Iterator[Problem]:
    """The personal numbers that visitors would read."""
    text = data.decode()
    if any(is_egn(digits) or is_lnch(digits) for digits in TEN.findall(text)):
        for number in islice(personal_numbers(readable(path, text), REACH), MOST):
            place = Location(f"output/{path}", *spot(text, number.start))
            yield Mistake("PRV-01", number.complaint, HINT).at(place)
