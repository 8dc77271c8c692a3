"""Amounts of money as the source recorded them, read liberally, written one way; euro is derived."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from sitegen.problems import Mistake, message

Currency = Literal["BGN", "EUR", "BGL", "XEU"]

PER_EURO: Mapping[Currency, int] = {"EUR": 100_000, "XEU": 100_000, "BGN": 195_583, "BGL": 195_583_000}
"""Hundred-thousandths of a unit that make one euro.

1 EUR = 1.95583 BGN by Council Regulation (EU) 2025/1409; 1 BGN = 1000 BGL (old leva, until 5 July 1999);
1 EUR = 1 XEU (ecu) by Regulation (EC) 1103/97, Art. 2.
"""

SIGNS: Mapping[Currency, str] = {"BGN": "лв.", "EUR": "€", "BGL": "BGL", "XEU": "XEU"}

NAMES: Mapping[str, Currency] = {
    "лв": "BGN", "лев": "BGN", "лева": "BGN", "левов": "BGN", "bgn": "BGN", "lev": "BGN", "leva": "BGN",
    "€": "EUR", "eur": "EUR", "евро": "EUR", "euro": "EUR", "euros": "EUR",
    "bgl": "BGL", "стари лева": "BGL",
    "xeu": "XEU", "ecu": "XEU", "екю": "XEU", "экю": "XEU",
}  # fmt: skip
"""What editors write, in lower case and without the dot of "лв."."""

SHAPE = re.compile(r"(?P<head>[^0-9]*)(?P<number>[0-9](?:[0-9 .,]*[0-9])?)(?P<tail>[^0-9]*)")
NUMBER = re.compile(
    r"(?P<whole>[0-9]{1,15}|[1-9][0-9]{0,2}(?P<mark>[ .,])[0-9]{3}(?:(?P=mark)[0-9]{3}){0,3})"
    r"(?:(?!(?P=mark))[.,](?P<cents>[0-9]{2}))?"
)
TWO_READINGS = re.compile(r"(?P<left>[1-9][0-9]{0,2})[.,](?P<right>[0-9]{3})")
MINUSES = frozenset("-−–")
PAIR = re.compile(r"(?P<one>[^()/=]{1,40}?) ?(?:\( ?=?|/|=) ?(?P<other>[^()/=]{1,40}?) ?[)/]?")
"""An amount, and the same one in another currency: "515 000,00 лв. (263 315,32 €)"."""
CENTS = re.compile(r"[.,][0-9]{2}(?![0-9])")


@dataclass(frozen=True)
class Money:
    """An amount in the currency in which it was agreed."""

    minor: int
    """Hundredths of the unit: stotinki, cents."""
    currency: Currency

    def __add__(self, other: Money) -> Money:
        """The sum; ValueError for two currencies, which only their euro can add up."""
        if self.currency != other.currency:
            raise ValueError(f"cannot add {other.currency} to {self.currency}")
        return Money(self.minor + other.minor, self.currency)

    @property
    def euro(self) -> Money:
        """The amount in EUR, by the full rate, half a cent up; Regulation (EC) 1103/97, Art. 4 and 5."""
        per_euro = PER_EURO[self.currency]
        cents = (2 * abs(self.minor) * 100_000 + per_euro) // (2 * per_euro)
        return Money(cents if self.minor >= 0 else -cents, "EUR")

    @property
    def is_converted(self) -> bool:
        """Whether the euro are derived, because the amount was agreed in another currency."""
        return self.currency != "EUR"

    @property
    def decimal(self) -> str:
        """The amount for machines, in units of its currency: "515000.00"."""
        sign = "-" if self.minor < 0 else ""
        return "{}{}.{:02}".format(sign, *divmod(abs(self.minor), 100))


def euro_of_all(amounts: Iterable[Money]) -> Money:
    """The sum in EUR: what was agreed in one currency is added up first and converted once, so that nothing is lost."""
    sums: dict[Currency, int] = {}
    for amount in amounts:
        sums[amount.currency] = sums.get(amount.currency, 0) + amount.minor
    return Money(sum(Money(minor, currency).euro.minor for currency, minor in sums.items()), "EUR")


def canonical(money: Money) -> str:
    """The amount as `new` and `fix` write it: "515 000,00 лв.", "263 315,32 €"."""
    units, hundredths = divmod(abs(money.minor), 100)
    sign = "-" if money.minor < 0 else ""
    return f"{sign}{units:,}".replace(",", " ") + f",{hundredths:02} {SIGNS[money.currency]}"


def parse_money(text: str) -> Money:
    """The amount that an editor wrote; Mistake MON-02 if it has no reading or two; content-format.md 1.2."""
    value = " ".join(text.split())
    shape = SHAPE.fullmatch(value)
    if shape is None and (pair := PAIR.fullmatch(value)):
        return _agreed(pair["one"], pair["other"], value)
    if shape is None:
        raise _unreadable(value)
    if MINUSES.intersection(shape["head"]):
        raise Mistake(
            "MON-02",
            message("'{value}' is negative", value=value),
            message("Write an amount of zero or more."),
        )
    return Money(_minor(shape["number"], value), _currency(shape["head"], shape["tail"], value))


def wrong_euro(agreed: Money, stated: Money, unit: int = 1) -> Mistake | None:
    """The complaint about stated euro that are not the converted amount; `unit`: what they are rounded to, in cents."""
    if 2 * abs(agreed.euro.minor - stated.minor) <= unit:
        return None
    right = canonical(agreed.euro)
    return Mistake(
        "MON-03",
        message("{amount} are {right}, not {stated}", amount=canonical(agreed), right=right, stated=canonical(stated)),
        message("Write {right}; the rate is 1 EUR = 1.95583 BGN. Or correct the other amount.", right=right),
    )


def _agreed(one: str, other: str, value: str) -> Money:
    """Of an amount stated in two currencies the one that was agreed; the euro beside it must be right."""
    stated, agreed = sorted((one, other), key=lambda text: parse_money(text).is_converted)
    euro, money = parse_money(stated), parse_money(agreed)
    if euro.is_converted or not money.is_converted:
        raise _unreadable(value)
    wrong = wrong_euro(money, euro, 1 if CENTS.search(stated) else 100)
    if wrong:
        raise wrong
    return money


def _minor(number: str, value: str) -> int:
    """Hundredths: the last dot or comma before exactly two digits is the decimal mark (domain.md 3.2)."""
    if both := TWO_READINGS.fullmatch(number):
        raise _ambiguous(value, number, f"{both['left']} {both['right']},00", f"{both['left']},{both['right'][:2]}")
    found = NUMBER.fullmatch(number)
    if found is None:
        raise _unreadable(value)
    return int("".join(filter(str.isdigit, found["whole"])) + (found["cents"] or "00"))


def _currency(head: str, tail: str, value: str) -> Currency:
    words = [word.strip(" .") for word in (head, tail) if word.strip(" .")]
    unknown = [word for word in words if word.casefold() not in NAMES]
    hint = message("Write the amount and its currency, like 515 000,00 лв. or 263 315,32 €.")
    if not words:
        raise Mistake("MON-02", message("'{value}' has no currency", value=value), hint)
    if unknown:
        raise Mistake("MON-02", message("'{word}' in '{value}' is not a currency", word=unknown[0], value=value), hint)
    currencies = {NAMES[word.casefold()] for word in words}
    if len(currencies) > 1:
        raise Mistake("MON-02", message("'{value}' has two currencies", value=value), hint)
    return currencies.pop()


def _ambiguous(value: str, number: str, thousands: str, decimals: str) -> Mistake:
    large, small = value.replace(number, thousands), value.replace(number, decimals)
    return Mistake(
        "MON-02",
        message("'{value}' can be read as {large} or as {small}", value=value, large=large, small=small),
        message("Write {large} or {small}, whichever is meant.", large=large, small=small),
    )


def _unreadable(value: str) -> Mistake:
    return Mistake(
        "MON-02",
        message("'{value}' is not an amount of money", value=value),
        message("Write the amount with two decimals and its currency, like 515 000,00 лв. or 263 315,32 €."),
    )
