"""Privacy: personal numbers, bank accounts and mobile numbers in what is published.

Code is published too and is searched; addresses of links and remarks of the editor are not. A number is never told on
whole, for reports travel.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from sitegen.checks.inspection import Inspection
from sitegen.markup.masking import prose
from sitegen.markup.paragraphs import FIELD, Paragraph
from sitegen.markup.settings_words import settings_words
from sitegen.problems import Mistake, Problem, Severity, message
from sitegen.text.identity import is_account, veiled
from sitegen.text.personal_numbers import personal_numbers
from sitegen.text.scripts import as_latin

MOST = 100
"""Numbers told of one file: who has more learns nothing from the rest."""
SIGHT = 16
"""Characters before a number that are looked at."""
SPACE = "[ \u00a0\u202f]"

LIKELY = re.compile("[0-9][^a-zа-я]{8}")
"""Without this a text has none of them."""
ACCOUNT = re.compile(rf"(?<!\w)[BВ]G[0-9]{{2}}(?:{SPACE}?[A-ZА-Я0-9]){{18}}(?!\w)")
MOBILE = re.compile(r"8[ \u00a0]?[789](?:[ \u00a0\u202f./()-]{0,2}[0-9]){7}(?![0-9])")
PREFIX = re.compile(
    rf"(?:(?<![+\w])(?:\+|00)359{SPACE}?[./-]?(?:\(0\))?{SPACE}?\(?|(?<![+\w])(?<![0-9A-Za-z][./_-])0)\Z"
)


@dataclass(frozen=True)
class Number:
    """A number that should not stand where it does."""

    start: int
    text: str
    mistake: Mistake
    severity: Severity

    @property
    def end(self) -> int:
        """Where what follows it begins."""
        return self.start + len(self.text)


def problems(inspection: Inspection) -> Iterator[Problem]:
    """Numbers of the pages and of the settings that are nobody's business."""
    for pieces in inspection.paragraphs.values():
        yield from islice(text_problems(pieces), MOST)


def settings_problems(inspection: Inspection) -> Iterator[Problem]:
    """The same in the words of the settings."""
    yield from islice(text_problems(piece for _, piece in settings_words(inspection.whole.config)), MOST)


def text_problems(pieces: Iterable[Paragraph]) -> Iterator[Problem]:
    """The numbers in some texts."""
    for piece in pieces:
        found = numbers(piece.text) if LIKELY.search(piece.text) else ()
        if found:
            text = published(piece)
            for number in found:
                if text.startswith(number.text, number.start):
                    yield number.mistake.at(piece.spot(number.start), number.severity)


def published(piece: Paragraph) -> str:
    """The text with spaces for what no reader meets; words and code stay."""
    return piece.text if piece.kind == FIELD else prose(piece.text.replace("`", " "))


def numbers(text: str) -> Sequence[Number]:
    """The first numbers of each sort, without those that stand inside an account."""
    accounts = tuple(islice(accounts_in(text), MOST))
    others = (*islice(personal_in(text), MOST), *islice(mobiles_in(text), MOST))
    taken = [range(account.start, account.end) for account in accounts]
    return (*accounts, *(other for other in others if not any(other.start in span for span in taken)))


def accounts_in(text: str) -> Iterator[Number]:
    """Bank accounts."""
    for found in ACCOUNT.finditer(text):
        number = re.sub(SPACE, "", as_latin(found[0]))
        if is_account(number):
            mistake = Mistake(
                "PRV-06",
                message("'{number}' is a bank account", number=veiled(number)),
                message(
                    "Delete the account of a person. That of an institution may stay: "
                    "site.yaml can switch the check off with the reason."
                ),
            )
            yield Number(found.start(), found[0], mistake, Severity.WARNING)


def personal_in(text: str) -> Iterator[Number]:
    """Personal numbers of citizens, and of foreigners where the text says so."""
    for found in personal_numbers(text):
        hint = message("Delete it, here and in the documents: personal numbers must not be public.")
        yield Number(found.start, found.digits, Mistake("PRV-01", found.complaint, hint), Severity.ERROR)


def mobiles_in(text: str) -> Iterator[Number]:
    """Mobile numbers; those under `phones` are stated on purpose and stand in no text."""
    for found in MOBILE.finditer(text):
        before = text[max(found.start() - SIGHT, 0) : found.start()]
        prefix = PREFIX.search(before)
        if prefix:
            number = prefix[0] + found[0]
            mistake = Mistake(
                "PRV-07",
                message("'{number}' is a mobile number", number=veiled(re.sub(r"\D", "", number))),
                message("Delete a private number; that of an office belongs under 'contact', in 'phones'."),
            )
            yield Number(found.start() - len(prefix[0]), number, mistake, Severity.WARNING)
