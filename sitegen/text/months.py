"""Months by their names in the languages that editors write dates in."""

from __future__ import annotations

from collections.abc import Mapping

MONTHS: tuple[str, ...] = (
    "January януари январь января jan яну янв",
    "February февруари февраль февраля feb фев февр",
    "March март марта mar мар",
    "April април апрель апреля apr апр",
    "May май мая",
    "June юни июнь июня jun июн",
    "July юли июль июля jul июл",
    "August август августа aug авг",
    "September септември сентябрь сентября sep sept сеп септ сен сент",
    "October октомври октябрь октября oct окт",
    "November ноември ноябрь ноября nov ное ноем ноя нояб",
    "December декември декабрь декабря dec дек",
)
"""The names of each month: English, Bulgarian, Russian alone and after a day, then short forms."""

MONTH_NUMBERS: Mapping[str, int] = {
    name: number for number, names in enumerate(MONTHS, start=1) for name in names.casefold().split()
}
