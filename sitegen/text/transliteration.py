"""Cyrillic and accented letters in plain Latin ones: a table a language, and the exceptions of the law."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache

BULGARIAN: Mapping[str, str] = {
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ж": "zh", "з": "z", "и": "i", "й": "y",
    "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u",
    "ф": "f", "х": "h", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "sht", "ъ": "a", "ь": "y", "ю": "yu", "я": "ya",
}  # fmt: skip
"""Transliteration Act (ДВ 19/2009), Art. 4; the pairs дж, дз, ьо, йо of Art. 5 follow from it."""

RUSSIAN: Mapping[str, str] = {
    **BULGARIAN,
    "ё": "e", "х": "kh", "ц": "ts", "щ": "shch", "ъ": "", "ы": "y", "ь": "", "э": "e",
}  # fmt: skip
"""As Bulgarian, with the letters that sound or exist otherwise; content-format.md 6."""

NEIGHBOURS: Mapping[str, str] = {
    "ђ": "dj", "є": "ye", "і": "i", "ї": "yi", "ј": "j", "љ": "lj", "њ": "nj", "ћ": "c", "ѕ": "dz",
    "џ": "dzh", "ґ": "g",
}  # fmt: skip
"""Letters of partners across the border: Serbian, Macedonian, Ukrainian names in texts of any language."""

LATIN: Mapping[str, str] = {
    "æ": "ae", "đ": "d", "ð": "d", "ħ": "h", "ı": "i", "ł": "l", "ŋ": "ng", "ø": "o", "œ": "oe", "ß": "ss",
    "þ": "th", "ŧ": "t",
}  # fmt: skip
"""Latin letters that Unicode does not take apart into a plain letter and a mark."""

TABLES: Mapping[str, Mapping[str, str]] = {"ru": {**LATIN, **NEIGHBOURS, **RUSSIAN}}
BY_SCRIPT: Mapping[str, str] = {**LATIN, **NEIGHBOURS, **RUSSIAN, **BULGARIAN}
WORD = re.compile(r"[^\W\d_]+")


def transliterate(text: str, language: str) -> str:
    """The text in Latin letters, by the table of `language`; letters of scripts without a table stay."""
    return WORD.sub(lambda found: _word(found[0], language), _composed(text))


def _composed(text: str) -> str:
    """One character a letter: й as a Mac writes it is joined, stress marks and soft hyphens go."""
    joined = unicodedata.normalize("NFC", text)
    return "".join(letter for letter in joined if unicodedata.category(letter) not in {"Mn", "Cf"})


@lru_cache(maxsize=4096)
def _word(word: str, language: str) -> str:
    table = TABLES.get(language, BY_SCRIPT)
    spelled = _respelled(word)
    neighbours = [spelled[place + 1 : place + 2] or spelled[:place][-1:] for place in range(len(spelled))]
    return "".join(map(_cased, spelled, (_latin(letter, table) for letter in spelled), neighbours))


def _respelled(word: str) -> str:
    """The exceptions of the Act, still in Cyrillic: България → Булгария (Art. 6), final ия → иа (Art. 5)."""
    if word.lower() == "българия":
        word = word[0] + _like(word[1], "у") + word[2:]
    if word.lower().endswith("ия"):
        word = word[:-1] + _like(word[-1], "а")
    return word


def _like(pattern: str, letter: str) -> str:
    return letter.upper() if pattern.isupper() else letter


def _latin(letter: str, table: Mapping[str, str]) -> str:
    """The lower-case Latin letters for one letter: by the table, else by what is left without its marks."""
    small = letter.lower()
    if small in table:
        return table[small]
    bare = (part for part in unicodedata.normalize("NFKD", small) if not unicodedata.combining(part))
    latin = "".join(table.get(part, part) for part in bare)
    return latin if latin.isascii() else small


def _cased(letter: str, latin: str, neighbour: str) -> str:
    """Щ is Sht in Щърк and SHT in ЩЪРК: the neighbour tells a capitalised word from capitals."""
    if not letter.isupper():
        return latin
    return latin.upper() if neighbour.isupper() else latin.capitalize()
