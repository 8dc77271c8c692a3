"""The language of a text by its letters and its smallest words; silent where it cannot be told for sure."""

from __future__ import annotations

import re
from collections.abc import Mapping

CYRILLIC, LATIN = "cyrillic", "latin"
SCRIPTS: Mapping[str, str] = {
    **dict.fromkeys(("bg", "ru", "mk", "uk", "be"), CYRILLIC),
    **dict.fromkeys(
        ("en", "de", "fr", "es", "it", "pt", "nl", "ro", "pl", "cs", "sk", "sl", "hr", "hu", "sv", "da", "fi", "tr"),
        LATIN,
    ),
}
"""The letters of a language; those with two scripts, and those of other scripts, are not judged."""

FEWEST_WORDS = 5
"""In lower case: fewer may be a name, an address or a code."""
SHARE = 0.8
"""Of the letters, that must be of one script."""
FEWEST_SIGNS = 2
"""Different words that a text of the other language would not have."""
PROPORTION = 5
"""How many signs of one language outweigh one of the other, which may be a name or a quotation."""

LETTERS: Mapping[str, re.Pattern[str]] = {
    CYRILLIC: re.compile("[\u0400-\u052f]+"),
    LATIN: re.compile("[A-Za-z\u00c0-\u024f]+"),
}
PLAIN: Mapping[str, re.Pattern[str]] = {
    CYRILLIC: re.compile("(?<![\\w.@/-])[\u0430-\u045f]{2,}(?![\\w@/])"),
    LATIN: re.compile("(?<![\\w.@/-])[a-z\u00df-\u00f6\u00f8-\u00ff]{2,}(?![\\w@/])"),
}
"""Words in lower case."""
START = re.compile(r"\A[\W_]*\w")
"""A first letter, which is a capital in names and in other words."""

WORDS: Mapping[str, frozenset[str]] = {
    "bg": frozenset(
        (
            *("да", "се", "са", "ще", "бе", "беше", "бяха", "няма", "може", "могат", "трябва", "към", "като", "чрез"),
            *("през", "след", "също", "още", "както", "когато", "където", "който", "която", "което", "които", "чийто"),
            *("този", "тази", "това", "тези", "всички", "всеки", "всяка", "всяко", "тях", "нея", "година", "години"),
            *("деца", "децата", "хора", "хората", "младежи", "младежите", "дейности", "дейностите", "услугите"),
        )
    ),
    "ru": frozenset(
        (
            *("для", "что", "он", "она", "они", "их", "нет", "есть", "уже", "еще", "если", "так", "также", "только"),
            *("чем", "кто", "через", "перед", "который", "которая", "которое", "которой", "которых", "будет", "будут"),
            *("может", "могут", "была", "было", "является", "год", "года", "году", "левов", "дети", "детей", "детям"),
            *("люди", "людей", "людям", "нужно", "всех", "чтобы"),
        )
    ),
}
"""Small and frequent words that the one has and the other has not."""
SPELLINGS: Mapping[str, re.Pattern[str]] = {
    "bg": re.compile(r"(?:ъ(?![еёюя])|ѝ|(?:нето|ието|ията|ността|ната|вата|ните|иите|ските)(?!\S))\S*"),
    "ru": re.compile(r"(?:[ыэё]|ь(?!о)|(?:тся|ск(?:ий|ой|их|им|ом|ого|ому))(?!\S))\S*"),
}
"""Letters and endings that the one has and the other has not, with the rest of the word."""


def contradiction(text: str, language: str) -> str:
    """What a text surely is instead of `language`: "latin", "cyrillic", "bg" or "ru"; "" where nothing contradicts."""
    own = SCRIPTS.get(language)
    if own is None:
        return ""
    found = own if is_obvious(text, own) else script(text)
    if found != own:
        return found
    told = slavic(text) if language in WORDS else ""
    return "" if told == language else told


def is_obvious(text: str, name: str) -> bool:
    """Whether a text cannot be in another script than this one, told at a glance: a Cyrillic letter has two bytes."""
    others = len(text.encode(errors="replace")) - len(text)
    return 2 * others > len(text) if name == CYRILLIC else 4 * others < len(text)


def script(text: str) -> str:
    """The script in which a text of enough plain words is written; "" for names, codes and mixtures."""
    letters = {name: sum(map(len, run.findall(text))) for name, run in LETTERS.items()}
    main = max(letters, key=lambda name: letters[name])
    is_clear = letters[main] > SHARE * sum(letters.values())
    return main if is_clear and len(PLAIN[main].findall(text)) >= FEWEST_WORDS else ""


def slavic(text: str) -> str:
    """Whether a Cyrillic text is Bulgarian ("bg") or Russian ("ru"); "" where too little tells."""
    begun = START.sub(lambda found: found[0].lower(), text, count=1)
    words = frozenset(PLAIN[CYRILLIC].findall(begun))
    if len(words) < FEWEST_WORDS:
        return ""
    bulgarian, russian = (signs(words, language) for language in ("bg", "ru"))
    if bulgarian >= max(FEWEST_SIGNS, PROPORTION * russian):
        return "bg"
    return "ru" if russian >= max(FEWEST_SIGNS, PROPORTION * bulgarian) else ""


def signs(words: frozenset[str], language: str) -> int:
    """How many of the words speak for a language; names are none of them, which keep their letters everywhere."""
    small = words & WORDS[language]
    return len(small) + len(SPELLINGS[language].findall(" ".join(words - small)))
