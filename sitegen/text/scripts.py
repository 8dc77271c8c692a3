"""Scripts: Cyrillic and Latin letters that look alike, and the words in which they got mixed.

A word is a run of letters: digits end it, and parts that a hyphen joins are words of their own (IT-специалист, C01).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from sitegen.text.languages import CYRILLIC, LATIN
from sitegen.text.strangers import Stranger

LATIN_OF: Mapping[str, str] = dict(
    zip("АВЕКМНОРСТУХІЈЅаекорсухіјѕ", "ABEKMHOPCTYXIJSaekopcyxijs", strict=True),
)
"""From each Cyrillic letter to the Latin one that looks like it; і, ј and ѕ are Ukrainian, Serbian and Macedonian."""
CYRILLIC_OF: Mapping[str, str] = {latin: letter for letter, latin in LATIN_OF.items() if letter not in "ІЈЅіјѕ"}
"""From each Latin letter to the Bulgarian and Russian one that looks like it."""
LOOKALIKES: Mapping[str, Mapping[str, str]] = {CYRILLIC: CYRILLIC_OF, LATIN: LATIN_OF}
"""By the script that is wanted."""
TO_LATIN = str.maketrans(dict(LATIN_OF))
TO_CYRILLIC = str.maketrans(dict(CYRILLIC_OF))

CYRILLIC_LETTERS = "\u0400-\u0481\u048a-\u052f"
LATIN_LETTERS = "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f"
JOINERS = "\u00ad\u0300-\u036f"
"""What may stand within a word and is no letter: soft hyphen, accents."""
SEAM = re.compile(
    rf"[{LATIN_LETTERS}](?:(?<=[{CYRILLIC_LETTERS}{JOINERS}].)|[{JOINERS}]*[{CYRILLIC_LETTERS}])", re.DOTALL
)
"""Where the scripts may meet; without one a text has no mixed word. It begins with what is rare in Cyrillic texts."""
WORD = re.compile(rf"(?:[^\W\d_]|[{JOINERS}])+")
LONGEST = 60
ONE_SCRIPT: Mapping[str, re.Pattern[str]] = {
    CYRILLIC: re.compile(f"[{CYRILLIC_LETTERS}]"),
    LATIN: re.compile(f"[{LATIN_LETTERS}]"),
}

PROPER = (
    re.compile(r"[IVX]+(?:[а-з]|[вмрт][аио])"),  # a class or an ordinal: VIIIа, XXти
    re.compile(r"Яndex"),
)
"""Words that mix scripts rightly, though a hyphen would be better in most."""
HASHTAG = "#"
"""Joins words that have no other way to stand together: #EUвБългария."""
ENDING = re.compile(rf"([{LATIN_LETTERS}]{{2,}})([а-я]{{1,4}})")
"""A Latin word with a Cyrillic ending, between which the spelling asks for a hyphen."""


def as_latin(token: str) -> str:
    """The token with the Cyrillic letters that look like Latin ones replaced; as long as before."""
    return token.translate(TO_LATIN)


def as_cyrillic(word: str) -> str:
    """The word with the Latin letters that look like Cyrillic ones replaced; as long as before."""
    return word.translate(TO_CYRILLIC)


def mixed_words(text: str) -> Iterator[tuple[int, str]]:
    """Place and letters of each word that mixes the scripts and should not; longer than LONGEST is no word."""
    if text.isascii() or not SEAM.search(text):
        return
    for found in WORD.finditer(text):
        start = found.start()
        if (
            len(found[0]) <= LONGEST
            and SEAM.search(found[0])
            and not is_proper(found[0], text[max(start - 1, 0) : start])
        ):
            yield start, found[0]


def is_proper(word: str, before: str) -> bool:
    """Whether a mixture is right: by the list, or in a hashtag where no letter can be a mistake for another."""
    if any(pattern.fullmatch(word) for pattern in PROPER):
        return True
    return before == HASHTAG and not any(can_be(word, script) for script in LOOKALIKES)


def can_be(word: str, script: str) -> bool:
    """Whether all letters of the other script in a word look like letters of this one."""
    return all(stranger.right for stranger in strangers(word, script))


def strangers(word: str, script: str) -> tuple[Stranger, ...]:
    """The letters of a word that do not belong to the script in which it is meant."""
    other = ONE_SCRIPT[LATIN if script == CYRILLIC else CYRILLIC]
    alike = LOOKALIKES[script]
    return tuple(Stranger(found.start(), found[0], alike.get(found[0], "")) for found in other.finditer(word))


def main_script(word: str, usual: str) -> str:
    """The script of most letters; `usual`, that of the text, where both have as many."""
    cyrillic, latin = (len(pattern.findall(word)) for pattern in (ONE_SCRIPT[CYRILLIC], ONE_SCRIPT[LATIN]))
    if cyrillic == latin:
        return usual or CYRILLIC
    return CYRILLIC if cyrillic > latin else LATIN


def meant_script(word: str, usual: str) -> str:
    """The script in which a mixed word is meant: the one it can have; of two, that of the text."""
    possible = [script for script in LOOKALIKES if can_be(word, script)]
    if len(possible) == 1:
        return possible[0]
    return usual if possible and usual else main_script(word, usual)


def respelled(word: str, usual: str) -> str:
    """The word in one script, where nobody can have meant another; else ""."""
    script = meant_script(word, usual)
    if not can_be(word, script) or is_doubtful(word, script, usual):
        return ""
    return as_cyrillic(word) if script == CYRILLIC else as_latin(word)


def is_doubtful(word: str, script: str, usual: str) -> bool:
    """Whether a word that can be of a script may still be meant in another way."""
    can_be_both = all(can_be(word, one) for one in LOOKALIKES)
    return (can_be_both and main_script(word, usual) != script) or bool(with_hyphen(word, usual))


def with_hyphen(word: str, usual: str) -> str:
    """A Latin word and its Cyrillic ending with the hyphen between them, PDF-ът; "" for other words."""
    found = ENDING.fullmatch(word) if usual == CYRILLIC and not can_be(word, CYRILLIC) else None
    return f"{found[1]}-{found[2]}" if found else ""
