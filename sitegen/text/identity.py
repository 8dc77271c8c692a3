"""Identity numbers: of people, companies and bank accounts, told from other numbers by their dates and check digits."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

EGN = (2, 4, 8, 5, 10, 9, 7, 3, 6)
LNCH = (21, 19, 17, 13, 11, 9, 7, 3, 1)
COMPANY = ((1, 2, 3, 4, 5, 6, 7, 8), (3, 4, 5, 6, 7, 8, 9, 10))
BRANCH = ((2, 7, 3, 5), (4, 9, 5, 7))
"""Weights of the digits; companies have second ones for sums that leave 10."""
CENTURIES = ((40, 2000), (20, 1800), (0, 1900))
"""What is added to the month of an ЕГН for each."""
TEN = re.compile(r"[0-9]{10}")
ACCOUNT = re.compile(r"BG[0-9]{2}[A-Z]{4}[0-9]{6}[A-Z0-9]{8}")


def weighed(number: str, weights: Sequence[int]) -> int:
    """The sum of the first digits, each times its weight."""
    return sum(int(digit) * weight for digit, weight in zip(number, weights, strict=False))


def is_egn(number: str) -> bool:
    """Whether ten digits are a Bulgarian personal number (ЕГН): a day that exists, and the check digit."""
    if not TEN.fullmatch(number) or birthday(number) is None:
        return False
    return weighed(number, EGN) % 11 % 10 == int(number[9])


def birthday(number: str) -> date | None:
    """The day with which an ЕГН begins; None where there is no such day."""
    month = int(number[2:4])
    added, century = next(pair for pair in CENTURIES if month >= pair[0])
    try:
        return date(century + int(number[:2]), month - added, int(number[4:6]))
    except ValueError:
        return None


def is_lnch(number: str) -> bool:
    """Whether ten digits can be the personal number of a foreigner (ЛНЧ).

    It holds no date, and one in ten of all numbers has the right check digit: only words beside it can tell.
    """
    return bool(TEN.fullmatch(number)) and weighed(number, LNCH) % 10 == int(number[9])


def is_company(number: str) -> bool:
    """Whether 9 or 13 digits are a company number (ЕИК, БУЛСТАТ)."""
    if not re.fullmatch(r"[0-9]{9}(?:[0-9]{4})?", number) or check_digit(number, COMPANY) != int(number[8]):
        return False
    return len(number) == 9 or check_digit(number[8:], BRANCH) == int(number[12])


def check_digit(number: str, weights: Sequence[Sequence[int]]) -> int:
    """The check digit of a company number: where the first weights leave 10, the second count."""
    first, second = (weighed(number, one) % 11 for one in weights)
    return (second if first == 10 else first) % 10


def is_account(number: str) -> bool:
    """Whether the letters and digits, without spaces, are a Bulgarian bank account (IBAN, ISO 13616)."""
    if not ACCOUNT.fullmatch(number):
        return False
    return int("".join(str(int(sign, 36)) for sign in number[4:] + number[:4])) % 97 == 1


def veiled(number: str) -> str:
    """A number that may be told on: its two first and four last characters."""
    return f"{number[:2]}****{number[-4:]}"
