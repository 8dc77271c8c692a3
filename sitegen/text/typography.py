"""Typography by language: quotes, dashes, ellipses, and the spaces at which a line must not break.

The rules are tables of patterns; each looks at what stands left and right, so that a text that is set already
stays as it is, and that a code, a file name or an ISO date matches none of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

NBSP = "\u00a0"
BLANK = "[ \u00a0]"

PROTECTED = re.compile(
    r"((?:https?://|www\.)[^\s<>\"„“”«»]*[^\s<>\"„“”«»()\[\].,;:!?…]"  # web addresses
    r"|(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+"  # e-mail
    r"|(?<![\w.,/–-])(?:\+|\(?0)\d(?:[ \u00a0]?[\d()/-]){4,}(?<=\d))"  # telephones: 078 55 11 66
)
PROTECTED_SIGNS = ("://", "www.", "@", "+", "0")
"""One of them stands in each of these."""


@dataclass(frozen=True)
class Rule:
    """One correction: what is found, and what stands there afterwards."""

    pattern: re.Pattern[str]
    """Begins at the first character to be replaced; what stands before it is seen by looking behind."""
    replacement: str
    """A template for `Match.expand`."""
    signs: tuple[str, ...] = ("",)
    """One of them stands in every text that the rule may change; most texts have none, and to see that is cheap."""


@dataclass(frozen=True)
class Quotes:
    """The quotation marks of a language."""

    outer: str
    """Opening and closing mark."""
    inner: str
    """The same inside another quotation."""
    openers: frozenset[str] = frozenset()
    """Marks that open wherever they stand; all others tell by their place."""


QUOTES: Mapping[str, Quotes] = {
    "bg": Quotes("„“", "„“", frozenset("„")),
    "en": Quotes("“”", "“”"),
    "ru": Quotes("«»", "„“", frozenset("«„")),
}
MARK = re.compile('["„“”‟«»]')
OPENERS = "([{/–—-"
ENDERS = ",.;:!?…)"

YEAR = r"(?:1[89]|2[01])\d\d"

COMMON = (
    Rule(re.compile(rf"(?<!{BLANK}) *\u00a0{BLANK}*"), NBSP, (NBSP,)),
    Rule(re.compile(r" {2,}"), " ", ("  ",)),
    # a space that follows a dash belongs to the dash; one before ".." to an ellipsis; " .pdf" begins a word
    Rule(
        re.compile(rf"(?<![-–—\s]){BLANK}(?=(?:[,;:!?]|\.(?!\.))(?:[\s…)\]„“”‟«»\",;:!?.]|\Z))"),
        "",
        tuple(blank + mark for blank in (" ", NBSP) for mark in ",;:!?."),
    ),
    Rule(re.compile(r"(?:\A|(?<=\s))-{1,2}(?=\s)"), "–", ("-",)),
    Rule(re.compile(r"(?<![./\\])\.{3}(?![./\\])"), "…", ("...",)),
    # years alone: 2014-2020, but no part of a code, a path, a date, a decimal or a numbered paper
    Rule(
        re.compile(rf"(?<![\w/.,=@№-]\d{{4}})(?<!№{BLANK}\d{{4}})(?<={YEAR})-(?={YEAR}(?![\dA-Za-z_/@-]|[.,]\w))"),
        "–",
        ("-",),
    ),
    Rule(re.compile(r"(?<=[^\W\d_])'(?=[^\W\d_])"), "’", ("'",)),
    Rule(re.compile(r"(?<=[№§])(?: (?=\w|\Z)|(?=\w))"), NBSP, ("№", "§")),
    Rule(
        re.compile(r"(?<=[€$£]) (?=\d)|(?<=\b(?:EUR|BGN|USD)) (?=\d)"),
        NBSP,
        ("€ ", "$ ", "£ ", "EUR ", "BGN ", "USD "),
    ),
)

SYMBOLS = (
    "€", "$", "£", "EUR", "BGN", "USD", "°C", "m", "km", "m²", "kg", "t", "kW", "kWh", "MW", "MWh",
    "kB", "MB", "GB",
)  # fmt: skip

UNITS: Mapping[str, tuple[str, ...]] = {
    "bg": (
        "г.", "гг.", "г", "година", "години", "месец", "месеца", "седмици", "ден", "дни", "ч.", "ч", "час",
        "часа", "мин.", "минути", "лв.", "лв", "лев", "лева", "евро", "хил.", "млн.", "млрд.", "бр.", "броя",
        "лица", "м", "км", "м²", "кв.м", "кв. м", "дка", "ха", "кг", "т",
        "януари", "февруари", "март", "април", "май", "юни", "юли", "август", "септември", "октомври",
        "ноември", "декември",
    ),
    "en": (
        "year", "years", "month", "months", "week", "weeks", "day", "days", "hour", "hours", "minutes",
        "a.m.", "p.m.", "euro", "euros", "lev", "leva", "thousand", "million", "billion", "people",
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
        "November", "December",
    ),
    "ru": (
        "г.", "гг.", "год", "года", "лет", "месяц", "месяца", "месяцев", "недели", "недель", "день", "дня",
        "дней", "ч.", "час", "часа", "часов", "мин.", "минут", "лв.", "лв", "лева", "левов", "евро", "тыс.",
        "млн", "млрд", "шт.", "чел.", "человек", "м", "км", "м²", "кв. м", "га", "кг", "т", "%",
        "января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября",
        "ноября", "декабря",
    ),
}  # fmt: skip
"""What stands after a number on the same line; month names among them."""

LEADERS: Mapping[str, tuple[str, ...]] = {
    "bg": (
        "гр.", "с.", "общ.", "обл.", "ул.", "пл.", "бул.", "кв.", "ж.к.", "бл.", "вх.", "ет.", "ап.", "чл.",
        "ал.", "т.", "стр.", "инж.", "арх.", "д-р",
    ),
    "en": (
        "No.", "Art.", "para.", "p.", "pp.", "Mr", "Mrs", "Ms", "Dr", "January", "February", "March", "April",
        "June", "July", "August", "September", "October", "November", "December",
    ),
    "ru": ("г.", "с.", "обл.", "ул.", "пл.", "бул.", "кв.", "д.", "ст.", "п.", "стр.", "т."),
}  # fmt: skip
"""What stands before a name or a number on the same line."""


def _one_of(words: tuple[str, ...]) -> str:
    return "(?:" + "|".join(map(re.escape, words)) + ")"


def _measuring(units: tuple[str, ...]) -> tuple[Rule, ...]:
    """The rules that put no-break spaces into numbers and before their units."""
    unit = rf"(?i:{_one_of(SYMBOLS + units)})(?!\w)"
    group = rf"\d{{3}}(?!\d)(?:{BLANK}\d{{3}})*"
    return (
        Rule(re.compile(rf"(?<=\d)(?<!\d{{4}}) (?={group}(?:[.,]\d|{BLANK}?{unit}))"), NBSP),
        Rule(re.compile(rf"(?<=\d) (?={unit})"), NBSP),
    )


def _leading(leaders: tuple[str, ...]) -> Rule:
    """The rule that puts no-break spaces before names and numbers."""
    leader = rf"(?<![\w.])(?<!\d{BLANK})(?i:{_one_of(leaders)})"
    return Rule(re.compile(rf"({leader}) (?=[^\s.,;:!?–-])"), rf"\1{NBSP}")


RULES: Mapping[str, tuple[Rule, ...]] = {
    language: (*COMMON, *_measuring(UNITS[language]), _leading(LEADERS[language])) for language in UNITS
}
OTHERS = COMMON + _measuring(())
"""Of languages without rules of their own: what is the same everywhere."""
SIGHT = 16
"""Characters that a rule may look back on."""


def typeset(text: str, language: str, before: str = "") -> str:
    """The text as a printer of `language` would set it; setting it twice changes nothing.

    `before` is what stands just before it, best the paragraph from its start: it decides whether a quotation
    opens or closes. Addresses, telephones and codes stay; a language without rules keeps its quotation marks.
    """
    if not any(sign in text for sign in PROTECTED_SIGNS):
        return _set(text, language, before)
    done = ""
    for number, piece in enumerate(PROTECTED.split(text)):
        done += piece if number % 2 else _set(piece, language, before + done)
    return done


def _set(text: str, language: str, before: str) -> str:
    seen = before[-SIGHT:]
    whole = seen + text
    for rule in RULES.get(language, OTHERS):
        for sign in rule.signs:
            if sign in whole:
                whole = _applied(rule, whole, len(seen))
                break
    text = whole[len(seen) :]
    return _quoted(text, QUOTES[language], before) if language in QUOTES and MARK.search(text) else text


def _applied(rule: Rule, whole: str, start: int) -> str:
    """The text with the rule applied from a place on."""
    parts, end = [], 0
    for match in rule.pattern.finditer(whole, start):
        parts += [whole[end : match.start()], match.expand(rule.replacement)]
        end = match.end()
    return "".join(parts) + whole[end:] if parts else whole


def _quoted(text: str, quotes: Quotes, before: str) -> str:
    characters = list(before + text)
    for place, mark in _marks(before + text, quotes):
        characters[place] = mark
    return "".join(characters[len(before) :])


def _marks(text: str, quotes: Quotes) -> Iterator[tuple[int, str]]:
    """The place of each quotation mark, and the mark that belongs there."""
    depth, opened = 0, -1
    for place in (found.start() for found in MARK.finditer(text)):
        previous = " " if place == opened + 1 else text[place - 1]
        if text[place] == '"' and not depth and previous.isdigit():
            continue  # 24" is inches
        if _opens(text[place], previous, text[place + 1 : place + 2], quotes, bool(depth)):
            yield place, (quotes.inner if depth else quotes.outer)[0]
            depth, opened = depth + 1, place
        else:
            depth = max(depth - 1, 0)
            yield place, (quotes.inner if depth else quotes.outer)[1]


def _opens(mark: str, previous: str, following: str, quotes: Quotes, is_inside: bool) -> bool:
    if mark in quotes.openers:
        return True
    if previous.isspace() or previous in OPENERS:
        is_end = following.isspace() or (following != "" and following in ENDERS)
        return not (is_inside and is_end)
    return following.isalnum() and not is_inside
