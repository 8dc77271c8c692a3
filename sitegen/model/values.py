"""Readers for single values: numbers, yes or no, dates, amounts, addresses and names of things."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from sitegen.model.dates import parse_day, parse_fuzzy, parse_moment
from sitegen.model.fields import Desk
from sitegen.model.money import parse_money
from sitegen.model.raw import Raw
from sitegen.model.readers import Leaf, Prose, scalar, unknown_language
from sitegen.problems import Mistake, message
from sitegen.text.slugs import is_slug, slugify

SPACES = str.maketrans("", "", " \u00a0\u202f\u2009")
YES = frozenset({"yes", "true", "да", "on"})
NO = frozenset({"no", "false", "не", "off"})
EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s.]+")
PHONE = re.compile(r"\+?[\d\s()/.–-]{5,24}")
IDENTIFIER = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*")


def whole(text: str) -> int:
    """An integer, 0 or more, `1 000` included."""
    digits = text.translate(SPACES)
    if not digits.isascii() or not digits.isdigit() or len(digits) > 15:
        raise Mistake(
            "FLD-03",
            message("'{value}' is not a whole number", value=text),
            message("Write digits only, like 24 or 1 000."),
        )
    return int(digits)


def number(text: str) -> Decimal:
    """A number with `,` or `.` before its decimals; raises Mistake where the mark may group thousands: `1,234`."""
    plain = text.translate(SPACES)
    if re.fullmatch(r"[1-9]\d{0,2}[.,]\d{3}", plain, re.ASCII):
        raise Mistake(
            "FLD-03",
            message(
                "'{value}' can be read in two ways: {whole} or {decimal}",
                value=text,
                whole=re.sub(r"\D", "", plain),
                decimal=plain[:-1],
            ),
            message("Write thousands with a space or without any mark, and at most two decimals."),
        )
    return decimal(plain, text)


def decimal(plain: str, text: str) -> Decimal:
    """Digits with at most one mark as a number; `text` is what the editor wrote."""
    if not re.fullmatch(r"-?\d{1,15}([.,]\d{1,9})?", plain, re.ASCII):
        raise Mistake("FLD-03", message("'{value}' is not a number", value=text), message("Write it like 24 or 12,5."))
    return Decimal(plain.replace(",", "."))


def degrees(text: str) -> Decimal:
    """Degrees of latitude or longitude with any number of decimals."""
    return decimal(text, text)


def yes_or_no(text: str) -> bool:
    """Yes or no, in Bulgarian or English."""
    if text.lower() in YES | NO:
        return text.lower() in YES
    raise Mistake("FLD-03", message("'{value}' is neither yes nor no", value=text), message("Write yes or no."))


def slug(text: str) -> str:
    """The last part of an address; raises Mistake with the right one outside [a-z0-9-]."""
    if is_slug(text):
        return text
    proposal = slugify(text, "bg") or "page"
    raise Mistake(
        "ADR-03",
        message("'{value}' cannot stand in an address: only a-z, 0-9 and - can, up to 80 characters", value=text),
        message("Write: {proposal}", proposal=proposal),
    )


def alias(text: str) -> str:
    """An old address from the site's root, as visitors knew it."""
    inside = text.strip("/")
    if text.startswith("/") and inside and ".." not in inside.split("/") and not re.search(r"[\s?#\\:]", text):
        return text
    raise Mistake(
        "ADR-09",
        message("'{value}' is not an address of this site", value=text),
        message("Write the old address from the site's root: /bg/stara-stranitsa/"),
    )


def identifier(text: str) -> str:
    """A name for links and translations: letters, digits, `-` and `_`."""
    if IDENTIFIER.fullmatch(text):
        return text
    proposal = slugify(text, "bg") or "a1"
    raise Mistake(
        "FLD-03", message("'{value}' cannot be an id", value=text), message("Write: {proposal}", proposal=proposal)
    )


def web_address(text: str) -> str:
    """An address with https:// or http://."""
    if re.fullmatch(r"https?://[^\s/?#\"<>]+(/[^\s\"<>]*)?", text):
        return text
    raise Mistake(
        "FLD-03", message("'{value}' is not a web address", value=text), message("Write it whole: https://example.bg/")
    )


def site_address(text: str) -> str:
    """The address of a site: a host, and a path where it does not lie at the root."""
    if re.fullmatch(r"https?://[\w.-]+(:\d+)?(/[\w.~-]+)*/?", text):
        return text
    raise Mistake(
        "FLD-03",
        message("'{value}' is not the address of a site", value=text),
        message("Write https://, the host and, where there is one, the path: https://example.org/eu/"),
    )


def email(text: str) -> str:
    """An e-mail address."""
    if EMAIL.fullmatch(text):
        return text
    raise Mistake(
        "FLD-03", message("'{value}' is not an e-mail address", value=text), message("Write it like office@example.bg.")
    )


def report(text: str) -> str:
    """Where to report a weakness: an e-mail address, or a page that has a form."""
    return web_address(text) if "://" in text else email(text)


def phone(text: str) -> str:
    """A telephone number as people write it."""
    if PHONE.fullmatch(text) and 5 <= sum(c.isdigit() for c in text) <= 15:
        return " ".join(text.split())
    raise Mistake(
        "FLD-03",
        message("'{value}' is not a telephone number", value=text),
        message("Write it like 078 55 11 66 or +359 78 551166."),
    )


def e164(number: str) -> str:
    """A telephone number for `tel:`; a Bulgarian one without country code gets +359 (ITU-T E.164)."""
    digits = re.sub(r"\D", "", number.replace("(0)", ""))
    if number.lstrip().startswith("+"):
        return "+" + digits
    return "+" + digits[2:] if digits.startswith("00") else "+359" + digits.removeprefix("0")


def clock(text: str) -> str:
    """An hour and minutes, `10:30`."""
    found = re.fullmatch(r"([01]?\d|2[0-3])[:.]([0-5]\d)(?:\s*ч\.?)?", text, re.ASCII)
    if not found:
        raise Mistake("FLD-03", message("'{value}' is not a time of day", value=text), message("Write it like 10:30."))
    return f"{int(found[1]):02}:{found[2]}"


def eik(text: str) -> str:
    """A Bulgarian company number, 9 or 13 digits (ЕИК, БУЛСТАТ)."""
    if re.fullmatch(r"\d{9}(\d{4})?", text, re.ASCII):
        return text
    raise Mistake(
        "FLD-03", message("'{value}' is not a company number", value=text), message("Write its 9 or 13 digits.")
    )


def path(text: str) -> str:
    """A file beside the page; raises Mistake when it leads out of the content folder."""
    if text.startswith("/") or "\\" in text or re.match(r"[A-Za-z]:", text):
        raise Mistake(
            "LNK-06",
            message("'{value}' is not a path beside the page", value=text),
            message("Write the path from the page's folder: plan.bg.pdf"),
        )
    return unicodedata.normalize("NFC", text).removeprefix("./")


PROSE = Prose()
TEXT = Leaf(str, "text")
WHOLE = Leaf(whole, "whole number")
NUMBER = Leaf(number, "number")
DEGREES = Leaf(degrees, "degrees: `42.2839`")
YES_OR_NO = Leaf(yes_or_no, "`yes` or `no`")
SLUG = Leaf(slug, "`a-z`, `0-9` and `-`")
ALIAS = Leaf(alias, "old address from the root: `/bg/stara/`")
ID = Leaf(identifier, "letters `a-z`, digits, `-` and `_`")
DAY = Leaf(parse_day, "day: `2018-01-09`")
FUZZY = Leaf(parse_fuzzy, "day, month or year: `2018-01-09`, `2016-02`, `2016`")
MOMENT = Leaf(parse_moment, "day, or day and time: `2018-02-20 11:00`")
AMOUNT = Leaf(parse_money, "amount with currency: `515 000,00 лв.`")
SITE = Leaf(site_address, "address of the site: `https://example.org/eu/`")
URL = Leaf(web_address, "address with `https://`")
MAIL = Leaf(email, "e-mail")
REPORT = Leaf(report, "e-mail, or address with `https://`")
TELEPHONE = Leaf(phone, "telephone")
CLOCK = Leaf(clock, "time: `10:30`")
COMPANY = Leaf(eik, "9 or 13 digits")
FILE = Leaf(path, "file beside the page")


@dataclass(frozen=True)
class LanguageName:
    """A language of the site."""

    expects: str = "language of the site"

    def read(self, raw: Raw, desk: Desk) -> Any:
        """The language's code."""
        name = scalar(raw)
        if name not in desk.languages:
            raise unknown_language(name, desk.languages)
        return name


LANGUAGE = LanguageName()
