"""Figures: the numbers, dates, times, telephones and mail addresses of a text, in forms that languages share.

`1 234,50`, `1,234.50` and `1234.5` are one number; `9 януари 2018 г.`, `January 9, 2018` and `09.01.2018` one date.
"""

from __future__ import annotations

import re
from collections import defaultdict, deque
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sitegen.text.months import MONTH_NUMBERS

GAP = "[ \u00a0\u202f\u2009]"
YEAR = r"(?:19|20|21)\d\d"
SCALES: Mapping[str, int] = {
    **dict.fromkeys(("хил", "тыс", "thou"), 3),
    **dict.fromkeys(("млн", "милио", "миллио", "millio"), 6),
    **dict.fromkeys(("млрд", "милиа", "миллиа", "billio"), 9),
}
"""Zeros behind a number, by how the word after it begins."""
BEGINNING = re.compile(r"[(+]?\d")
FIGURE = re.compile(
    rf"""
      (?P<date> (?<![\d.,/]) (?:
          (?P<iso>{YEAR}) - (?P<iso_month>\d\d) - (?P<iso_day>\d\d)
        | (?P<day>\d{{1,2}}) (?P<mark>[./-]) {GAP}? (?P<month>\d{{1,2}}) (?P=mark) {GAP}?
          (?P<year>\d{{4}} | \d\d(?={GAP}?г))
        | (?P<bare_day>\d{{1,2}}) \. (?P<bare_month>0[1-9]|1[0-2]) \. (?=\W)
        | (?P<lone_month>0?[1-9]|1[0-2]) \. (?P<its_year>{YEAR}) (?![.,]\d)
      ) (?!\d) )
    | (?P<phone> (?<![\w.,/-]) (?: \+\d{{1,3}} | \(?00?\d{{1,4}}\)? ) {GAP}? /?
        (?: [ \u00a0()-]{{0,2}} \d ){{4,12}} (?!\w) )
    | (?P<time> (?<![\d.,:]) (?P<hour>[01]?\d|2[0-4]) (?: [:.] (?P<minute>[0-5]\d) (?![.,]?\d) )?
        (?: {GAP}? (?P<half>[apAP])\.?[mM]\b | (?<=:\d\d) | (?={GAP}?(?:ч\b|час|h\b)) ) )
    | (?P<code> (?<=[^\W\d_]) \d\w* (?: [./-]\w+ )* )
    | (?P<number> \d{{1,3}} (?: {GAP}\d{{3}}(?!\d) )+ (?: [.,]\d+ )? | \d+ (?: [.,]\d+ )* )
      (?: {GAP}? (?P<scale> {"|".join(SCALES)} )
          [^\W\d_]* )?
    """,
    re.VERBOSE,
)
AFTER = re.compile(rf"(?:st|nd|rd|th)?{GAP}?(?:of{GAP})?(?P<name>[^\W\d_]{{3,9}})\b")
BEFORE = re.compile(rf"(?P<name>\b[^\W\d_]{{3,9}})[.,]?{GAP}\Z")
LONGEST_MONTH = 12
"""Characters before a number among which a month is looked for, with what separates them."""
LATIN_SMALL = re.compile("[a-z]")
"""How no English month begins; may and march are verbs."""
SPAN = re.compile(r"((?:19|20)\d\d)[-–/]\Z")
FEWEST_DIGITS = 4
"""Of a code that no translation may leave out; A4 and m2 may be written otherwise."""
MONTHS = 12
YEAR_ALONE = re.compile(YEAR)
CLOCK = re.compile(r"([01]?\d|2[0-3])\.([0-5][1-9]|[1-5]0)")
MARKS, GAPS = re.compile("[.,]"), re.compile(GAP)
GROUP = 3
"""Digits between the marks of a big number."""
MAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,8}")


@dataclass(frozen=True)
class Figure:
    """Something in a text that is the same in every language."""

    readings: tuple[str, ...]
    """What it can mean, the likeliest first: `1234.5`, `11:30`, `month 3`."""
    text: str
    """As it is written."""
    start: int
    """From 0."""
    is_once_enough: bool = False
    """Whether one text may repeat it and another not: a year, a telephone."""
    is_needed: bool = True
    """Whether the other text must have it too."""


def figures(text: str) -> Iterator[Figure]:
    """All figures in their order, the parts of a date one by one; mail addresses are a matter of `mails`."""
    place, last_month = 0, -1
    while begun := BEGINNING.search(text, place):
        found = FIGURE.match(text, begun.start())
        place = found.end() if found else begun.start() + 1
        if found:
            yield from READERS[found.lastgroup or ""](found)
        for month in months_beside(text, found) if found and found["number"] else ():
            if month.start > last_month:
                yield month
                last_month = month.start


def mails(text: str) -> Iterator[Figure]:
    """The mail addresses of a text."""
    for found in MAIL.finditer(text):
        yield Figure((f"mail {found[0].lower()}",), found[0], found.start(), is_once_enough=True)


# ── one by one ──────────────────────────────────────────────────────────────────────────────────────────────


def date(found: re.Match[str]) -> Iterator[Figure]:
    """Day, month and year of a date in figures; 03/04/2026 may be April or March. What no calendar has is numbers."""
    day = found["iso_day"] or found["day"] or found["bare_day"]
    month = found["iso_month"] or found["month"] or found["bare_month"] or found["lone_month"]
    year = found["iso"] or found["year"] or found["its_year"]
    is_american = found["mark"] == "/" and day is not None and int(day) <= MONTHS
    if int(month) > MONTHS and not is_american:
        parts = [(number,) for number in (day, month, year) if number]
        yield from (part(found, tuple(map(plain, readings))) for readings in parts)
        return
    if day:
        yield part(found, (plain(day), *([plain(month)] if is_american else ())))
    readings = (month, *([day] if is_american else ()))
    yield part(found, tuple(f"month {int(number)}" for number in readings), is_once_enough=True)
    if year:
        yield part(found, (year if len(year) > 2 else f"20{year}",), is_once_enough=True)


def part(found: re.Match[str], readings: tuple[str, ...], *, is_once_enough: bool = False) -> Figure:
    """A figure that is a part of what was found."""
    return Figure(readings, found[0], found.start(), is_once_enough)


def phone(found: re.Match[str]) -> Iterator[Figure]:
    """A telephone without what Bulgaria's code or the zero before an area adds."""
    digits = "".join(filter(str.isdigit, found[0]))
    is_foreign = found[0].startswith("+") or digits.startswith("00")
    number = digits.lstrip("0")
    if is_foreign:
        number = number.removeprefix("359").lstrip("0")
    yield part(found, (f"phone {number}",), is_once_enough=True)


def time(found: re.Match[str]) -> Iterator[Figure]:
    """A time of day; 11:00 and 11 o'clock are the number 11."""
    hour, minute = int(found["hour"]), found["minute"] or "00"
    readings = [hour]
    if found["half"]:
        readings.insert(0, hour % 12 + (12 if found["half"] in "pP" else 0))
    if minute == "00":
        yield part(found, tuple(map(str, readings)))
    else:
        yield part(found, (*(f"{hour}:{minute}" for hour in readings), number_of(str(hour), minute)))


def code(found: re.Match[str]) -> Iterator[Figure]:
    """What follows the letters of a code, by its digits alone: its letters may be Cyrillic by mistake."""
    digits = "".join(filter(str.isdigit, found[0]))
    is_long = len(digits) >= FEWEST_DIGITS
    readings = (f"code {digits}",) if is_long else (f"code {digits}", plain(digits))
    yield Figure(readings, found[0], found.start(), is_needed=is_long)


def number(found: re.Match[str]) -> Iterator[Figure]:
    """A number, with the word that multiplies it."""
    zeros = SCALES[found["scale"]] if found["scale"] else 0
    readings = [scaled(*pair, zeros) for pair in splits(found["number"])]
    is_year = not zeros and YEAR_ALONE.fullmatch(found["number"]) is not None
    yield Figure((*readings, *(() if zeros else others(found))), found[0], found.start(), is_year)


def others(found: re.Match[str]) -> Iterator[str]:
    """What else a number may be: a time with a full stop, a year without its century, a chain of numbers."""
    written = found["number"]
    if clock := CLOCK.fullmatch(written):
        yield f"{int(clock[1])}:{clock[2]}"
    if len(written) == 2 and (span := SPAN.search(found.string, max(0, found.start() - 5), found.start())):
        yield span[1][:2] + written
    if found.string[found.end() : found.end() + 1] == "s":
        yield written[-2:]


def months_beside(text: str, found: re.Match[str]) -> Iterator[Figure]:
    """The month named before or after a number."""
    start, end = found.span("number")
    before = BEFORE.search(text, max(0, start - LONGEST_MONTH), start)
    for name in filter(None, (before, AFTER.match(text, end))):
        month = MONTH_NUMBERS.get(name["name"].casefold())
        if month and not LATIN_SMALL.match(name["name"]):
            yield Figure((f"month {month}",), name["name"], name.start("name"), is_once_enough=True)


READERS: Mapping[str, Callable[[re.Match[str]], Iterator[Figure]]] = {
    "date": date, "phone": phone, "time": time, "code": code, "number": number, "scale": number,
}  # fmt: skip
"""By the last group of a match."""


# ── numbers ─────────────────────────────────────────────────────────────────────────────────────────────────


def splits(written: str) -> list[tuple[str, str]]:
    """Whole part and decimals of a number, in each way that its marks allow; a chain like 9.1.2 has none."""
    *heads, last = MARKS.split(GAPS.sub("", written))
    if not heads:
        return [(last, "")]
    are_groups = len(heads[0]) <= GROUP and all(len(head) == GROUP for head in heads[1:])
    marks = MARKS.findall(written)
    ways = []
    if are_groups and len(last) == GROUP and len(set(marks)) == 1 and heads[0] != "0":
        ways.append(("".join((*heads, last)), ""))
    if len(heads) == 1 or (are_groups and len(set(marks[:-1])) == 1 and marks[-1] not in marks[:-1]):
        ways.append(("".join(heads), last))
    return ways or [(".".join(heads), last)]


def number_of(whole: str, decimals: str) -> str:
    """A number without grouping and needless zeros, with a decimal point."""
    whole, decimals = plain(whole), decimals.rstrip("0")
    return f"{whole}.{decimals}" if decimals else whole


def scaled(whole: str, decimals: str, zeros: int) -> str:
    """A number times a power of ten."""
    digits = decimals.ljust(zeros, "0")
    return number_of(whole + digits[:zeros], digits[zeros:])


def plain(digits: str) -> str:
    """A whole number without zeros in front."""
    return digits.lstrip("0") or "0"


# ── two texts ───────────────────────────────────────────────────────────────────────────────────────────────


def unshared(source: Sequence[Figure], translation: Sequence[Figure]) -> tuple[list[Figure], list[Figure]]:
    """The figures that only one of two texts has: first those of the source, then those of the translation."""
    missing, strange = unpaired(*unpaired(source, translation, 1), None)
    return needed(missing, translation), needed(strange, source)


def unpaired(ones: Sequence[Figure], others: Sequence[Figure], most: int | None) -> tuple[list[Figure], list[Figure]]:
    """What is left of both when each figure takes one of the others that shares one of its first readings."""
    waiting: dict[str, deque[int]] = defaultdict(deque)
    for place, other in enumerate(others):
        for reading in other.readings[:most]:
            waiting[reading].append(place)
    taken: set[int] = set()
    left: list[Figure] = []
    for one in ones:
        free = first_free((waiting[reading] for reading in one.readings[:most] if reading in waiting), taken)
        if free is None:
            left.append(one)
        else:
            taken.add(free)
    return left, [other for place, other in enumerate(others) if place not in taken]


def first_free(queues: Iterable[deque[int]], taken: Container[int]) -> int | None:
    """The first place in some queues that nobody has taken."""
    for queue in queues:
        while queue:
            place = queue.popleft()
            if place not in taken:
                return place
    return None


def needed(left: Sequence[Figure], others: Sequence[Figure]) -> list[Figure]:
    """Those that may not be left over: the other text lacks them altogether, or they must be said as often."""
    known = {reading for other in others for reading in other.readings} if left else set()
    return [f for f in left if f.is_needed and not (f.is_once_enough and not known.isdisjoint(f.readings))]
