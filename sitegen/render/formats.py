"""Numbers, money, dates and sizes as the readers of a language write them (CLDR by Babel, `domain.md` 3.2)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from functools import cache, cached_property
from typing import Any

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_skeleton
from babel.numbers import format_currency, format_decimal
from babel.units import format_unit
from markupsafe import Markup

from sitegen.model.dates import FuzzyDate, Moment
from sitegen.model.money import Money
from sitegen.model.summer_time import offset

NBSP = "\u00a0"
REGIONS = {"en": "en_GB"}
CURRENCIES = {
    ("bg", "EUR"): "{} €",
    ("bg", "BGN"): "{} лв.",
    ("en", "EUR"): "€{}",
    ("en", "BGN"): "BGN {}",
    ("ru", "EUR"): "{} €",
    ("ru", "BGN"): "{} лв.",
}
"""Where CLDR differs between its releases or from what the ministries write; other pairs are CLDR's."""
GROUPED_FROM: Mapping[str, int] = {"bg": 10_000}
"""Plain counts below this are written without grouping (CLDR's minimumGroupingDigits, which Babel leaves out)."""
YEARS = {"bg": "{} г.", "ru": "{} г."}
HOURS = {"bg": "{} ч."}
KILOBYTE, MEGABYTE = 1000, 1_000_000
SMALL_MEGABYTES = 10


def tied(text: str) -> str:
    """The text with no-break spaces throughout."""
    return text.replace("\u202f", NBSP).replace("\u2009", NBSP).replace(" ", NBSP)


@cache
def locale_of(language: str) -> Locale:
    """The CLDR locale of a language; where CLDR does not know it, numbers and dates are written as in English."""
    try:
        return Locale.parse(REGIONS.get(language, language))
    except UnknownLocaleError:
        return Locale.parse(REGIONS["en"])


class Formats:
    """How one language writes values."""

    def __init__(self, language: str) -> None:
        self.language = language

    @cached_property
    def locale(self) -> Locale:
        """The CLDR locale."""
        return locale_of(self.language)

    def money(self, amount: Money) -> str:
        """`263 315,32 €`: two decimals, always grouped."""
        value = Decimal(amount.minor) / 100
        pattern = CURRENCIES.get((self.language, amount.currency))
        if pattern is None:
            return tied(str(format_currency(value, amount.currency, locale=self.locale)))
        return tied(pattern.format(format_decimal(value, "#,##0.00", locale=self.locale)))

    def number(self, value: Decimal | int) -> str:
        """A count or measure, grouped where the language groups."""
        pattern = "#,##0.###" if abs(int(value)) >= GROUPED_FROM.get(self.language, 0) else "0.###"
        return tied(str(format_decimal(value, pattern, locale=self.locale)))

    def percent(self, value: Decimal) -> str:
        """A percentage with up to two decimals, none when whole."""
        pattern = self.locale.percent_formats[None].pattern.replace("#,##0", "0.##")
        return tied(str(format_decimal(value / 100, pattern, locale=self.locale)))

    def size(self, count: int) -> str:
        """A file's size: `86 kB`, `1,4 MB`."""
        kilobytes = max(1, round(count / KILOBYTE))
        if kilobytes < KILOBYTE:
            return tied(format_unit(kilobytes, "digital-kilobyte", "short", locale=self.locale))
        value = Decimal(count) / MEGABYTE
        shown = round(value, 1) if value < SMALL_MEGABYTES else round(value)
        return tied(format_unit(shown, "digital-megabyte", "short", locale=self.locale))

    def date_text(self, value: FuzzyDate) -> str:
        """A day, month or year in words."""
        if value.precision == "day":
            return tied(format_date(value.first, "long", locale=self.locale))
        if value.precision == "year":
            return tied(YEARS.get(self.language, "{}").format(value.year))
        return tied(str(format_skeleton("yMMMM", value.first, locale=self.locale)))

    def fuzzy(self, value: FuzzyDate) -> Markup:
        """A day, month or year as `<time>`."""
        return time_tag(value.iso, self.date_text(value))

    def day(self, value: date) -> Markup:
        """A day as `<time>`."""
        return self.fuzzy(FuzzyDate(value.year, value.month, value.day))

    def instant(self, value: date) -> str:
        """The beginning of a day in Sofia, as feeds want it (RFC 3339)."""
        hours = offset(datetime.combine(value, time())) // timedelta(hours=1)
        return f"{value.isoformat()}T00:00:00+{hours:02}:00"

    def moment(self, value: Moment) -> Markup:
        """A day with its weekday, and the hour where there is one, as `<time>`."""
        text = format_date(value.date, "full", locale=self.locale)
        weekday, _, rest = text.partition(" ")
        words = f"{weekday} {tied(rest)}"
        if value.time:
            words += ", " + self.hour(value)
        return time_tag(value.iso, words)

    def hour(self, value: Moment) -> str:
        """The hour and minutes: `11:00 ч.`."""
        return tied(HOURS.get(self.language, "{}").format(f"{value.time:%H:%M}"))

    def span(self, start: Any, end: Any) -> Markup:
        """From a date to another, or the one of them that is known; "" without any."""
        if isinstance(start, Moment) and isinstance(end, Moment) and end.time and start.date == end.date:
            return self.moment(start) + f"{NBSP}– " + time_tag(end.iso, self.hour(end))
        shown = [self.moment(d) if isinstance(d, Moment) else self.fuzzy(d) for d in (start, end) if d]
        if start and not end:
            return shown[0]
        return Markup(f"{NBSP}– ").join(shown)

    def language_name(self, code: str) -> str:
        """The name of a language in this one."""
        return str(self.locale.languages.get(code, code))


def time_tag(iso: str, text: str) -> Markup:
    """Words with the date that they mean."""
    return Markup('<time datetime="{}">{}</time>').format(iso, text)


def native_name(code: str) -> str:
    """The name of a language in itself: Български."""
    name = str(locale_of(code).languages.get(code, code))
    return name[:1].upper() + name[1:]
