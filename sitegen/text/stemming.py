"""Words as search compares them: folded, cut to a stem by one table of endings that the browser uses too.

The browser gets the table with the index (`Table.data`) and does in `search.js` what `folded`, `words` and `stem` do
here. So no language needs a line of script: one without a table is compared by whole words.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from sitegen.text.languages import CYRILLIC, LATIN, SCRIPTS
from sitegen.text.scripts import CYRILLIC_OF, LATIN_OF, as_cyrillic, as_latin, can_be

CONSONANTS = "бвгджзйклмнпрстфхцчшщ"


class Rule(NamedTuple):
    """Endings that may be cut off; the longer stand first."""

    endings: str
    """Parted by spaces."""
    becomes: str = ""
    """What stands in their place."""
    least: int = 3
    """So many letters stay before them."""
    after: str = ""
    """Letters of which one stands before them; "" for any."""


Step = tuple[Rule, ...]
"""The first rule that fits is done, and no other."""


@dataclass(frozen=True)
class Table:
    """How the words of a language lose what changes in them."""

    steps: tuple[Step, ...] = ()
    irregular: Mapping[str, str] = field(default_factory=dict)
    """Whole forms that no ending explains."""
    small: frozenset[str] = frozenset()
    """Words of three letters and more that stand everywhere and are not searched for."""

    @property
    def data(self) -> dict[str, Any]:
        """The table as the browser reads it."""
        return {
            "alike": [["".join(letters), "".join(letters.values())] for letters in (CYRILLIC_OF, LATIN_OF)],
            "steps": [[[rule.endings.split(), *rule[1:]] for rule in step] for step in self.steps],
            "irregular": dict(self.irregular),
            "small": sorted(self.small),
        }


BULGARIAN = Table(
    steps=(
        # The article; what a definite form of another word would be, like the end of `проекта`, is left alone.
        (
            Rule("ът"),
            Rule("ят", "я"),
            Rule("та", least=4, after="ая"),
            Rule("та", after="тжщ"),
            Rule("то", after="ое"),
            Rule("те", after="ие"),
        ),
        # Number and gender.
        (Rule("ове еве"), Rule("ия ие ии ий"), Rule("а я о е и й")),
        # `резултата` and `използват` have lost or kept this by now; without it all forms are the same.
        (Rule("ат"),),
        # Sounds that come, go and change: център/центрове, участник/участници, социален/социална, голям/големи.
        (
            Rule("ин", least=4, after="нр"),
            Rule("ър", "р"),
            Rule("ъл", "л"),
            Rule("ък", "к"),
            Rule("ъг", "г"),
            Rule("ъм", "м", least=4),
            Rule("еец", "ейк"),
            Rule("ъц", "к"),
            Rule("ец ц", "к"),
            Rule("оз", "ог", least=4),
            Rule("ям", "ем"),
            Rule("еен", "ей"),
            Rule("оен", "ой"),
            Rule("ен", after=CONSONANTS),
            Rule("н", after=CONSONANTS),
        ),
    ),
    irregular={
        "дни": "ден", "дните": "ден", "деца": "дет", "децата": "дет", "места": "мяст", "местата": "мяст",
        "пътища": "път", "пътищата": "път", "целта": "цел", "братя": "брат", "братята": "брат", "свят": "свет",
        "светът": "свет", "света": "свет", "хора": "хор", "хората": "хор", "есента": "есен", "вечерта": "вечер",
        "успеси": "успех", "успесите": "успех", "ръце": "рък", "ръцете": "рък", "бели": "бял", "бяла": "бял",
        "брегът": "бряг", "брега": "бряг", "брегове": "бряг", "бреговете": "бряг", "мерки": "мярк", "мерките": "мярк",
        "цветове": "цвят", "цветовете": "цвят", "кръвта": "кръв",
        "лято": "лет", "лятото": "лет",
    },
    small=frozenset(("във", "със", "при", "към", "през", "под", "над", "след", "или", "като", "без", "чрез")),
)  # fmt: skip
"""By the grammar: article, number and gender; of verbs only what looks alike."""

RUSSIAN = Table(
    steps=(
        # Case, number and gender.
        (
            Rule("иями ьями"),
            Rule("ями ами иях иям ией ием иев ьях ьям ьей ьем ьев ьми его ого ему ому ыми ими"),
            Rule("ия ие ии ию ий ья ье ьи ью ям ах ях ам ом ем ов ев ей ой ый ая яя ое ее ые ую юю ых их ым им"),
            Rule("а я о е и ы у ю ь й"),
        ),
        # What looks like an ending and is none: `система` keeps here what `систем` has lost before.
        (Rule("ом ем ам ым им ов ев ах их"), Rule("о е а")),
        # Sounds that come and go: рынок/рынка, площадок/площадка, доброволец/добровольца, гражданин/граждане.
        (
            Rule("ин", least=4, after="н"),
            Rule("лец", "льц"),
            Rule("еец", "ейц"),
            Rule("ец", "ц"),
            Rule("ок ек", "к"),
            Rule("нн", "н"),
        ),
    ),
    irregular={
        "день": "ден", "дня": "ден", "дню": "ден", "днем": "ден", "дне": "ден", "дни": "ден", "дней": "ден",
        "дням": "ден", "днями": "ден", "днях": "ден", "времени": "врем", "временем": "врем", "времена": "врем",
        "времен": "врем", "имени": "им", "имя": "им", "имена": "им", "имен": "им", "денег": "деньг",
        "матери": "мат", "матерью": "мат", "матерей": "мат", "дочери": "доч", "дочерью": "доч", "дочерей": "доч",
        "отца": "отец", "отцу": "отец", "отцом": "отец", "отце": "отец", "отцы": "отец", "отцов": "отец",
        "сестер": "сестр", "писем": "письм", "лет": "год", "окон": "окн",
    },
    small=frozenset(("для", "или", "при", "под", "над", "без", "как", "что", "это", "его", "через", "после")),
)  # fmt: skip
"""By the grammar: case, number and gender of nouns and adjectives, short participles."""

ENGLISH = Table(
    steps=(
        # Number.
        (
            Rule("sses", "ss", least=2),
            Rule("ss", "ss", least=0),
            Rule("us", "us", least=0),
            Rule("is", "is", least=0),
            Rule("ies", "y", least=3),
            Rule("es", after="xzs"),
            Rule("ches", "ch", least=2),
            Rule("shes", "sh", least=2),
            Rule("s"),
        ),
        # Verbs.
        (
            Rule("ied", "y"),
            Rule("eed", "ee", after="rt"),
            Rule("ing"),
            Rule("ed", least=2, after="abcdfghijklmnopqrstuvwxyz"),
        ),
        # Adverbs, and nouns of qualities.
        (
            Rule("fulness", "ful"), Rule("iveness", "ive"), Rule("ousness", "ous"), Rule("ness", least=4),
            Rule("fully", "ful"), Rule("ally", "al"), Rule("ably", "able"), Rule("ibly", "ible"),
            Rule("ily", "y", least=4), Rule("ly", after="cdeghkmnrst"),
        ),
        # Nouns of verbs and adjectives: to the shorter word, then its own ending.
        (
            Rule("isation", "ise"), Rule("ization", "ize"), Rule("ational", "ate", least=4),
            Rule("ability ibility", "able", least=2), Rule("tional", "tion"), Rule("ation ator", "ate", least=4),
            Rule("ality", "al"), Rule("ivity", "ive"), Rule("ement", least=5),
            Rule("ment", least=4, after="bcdfghjklmnpqrstvwxyz"),
            Rule("ence ency", "ent", least=5), Rule("ance", "ant", least=4),
        ),
        (
            Rule("ative", least=4), Rule("able ible", least=6), Rule("ate", least=5), Rule("ive", least=4, after="st"),
            Rule("ent ant ion", least=5, after="bcdfghjklmnpqrstvwxyz"), Rule("ity", least=5), Rule("ful", least=3),
            Rule("al er", least=6), Rule("at", least=5),
        ),
        # Doubled before the ending, and the silent vowel.
        (
            Rule("bb", "b", least=2), Rule("dd", "d", least=2), Rule("gg", "g", least=2), Rule("mm", "m", least=2),
            Rule("nn", "n", least=2), Rule("pp", "p", least=2), Rule("rr", "r", least=2), Rule("tt", "t", least=2),
            Rule("ll", "l", least=4), Rule("e", least=2), Rule("y", "i", least=2),
        ),
        # One spelling of both sides of the ocean: organization, labor.
        (Rule("iz", "is"), Rule("yz", "ys"), Rule("our", "or")),
    ),
    irregular={
        "children": "child", "people": "person", "men": "man", "women": "woman", "built": "build", "held": "hold",
        "paid": "pay", "analyses": "analysis", "criteria": "criterion", "lives": "life", "wives": "wife",
        "center": "centr", "centers": "centr", "centre": "centr", "centres": "centr", "programme": "program",
        "programmes": "program",
    },
    small=frozenset(("the", "and", "for", "with", "from", "that", "this", "are", "was")),
)  # fmt: skip
"""By the grammar, nearly as Snowball's English stemmer (Porter 2) groups words: tests compare them."""

TABLES: Mapping[str, Table] = {"bg": BULGARIAN, "en": ENGLISH, "ru": RUSSIAN}
EMPTY = Table()

ACCENTS = re.compile("([Ии]\u0306)|[\u0300-\u036f\u00ad\u200b-\u200d\u2060\ufeff]")
"""What stands on a letter or within a word and is not told apart, й excepted: ё is е, ѝ is и, ă is a."""
POSSESSIVE = re.compile(r"([A-Za-z])['’][sS](?![A-Za-z])")
RUN = re.compile(r"[^\W_]+(?:[^\w\s]+[^\W_]+)*")
"""Letters and digits up to the next space: a word, words that a mark joins, a code, a date."""
WORD = re.compile(r"[^\W_]+")
CYRILLIC_LETTER, LATIN_LETTER = re.compile("[\u0400-\u052f]"), re.compile("[A-Za-z]")


def table_of(language: str, languages: Sequence[str]) -> Table:
    """The table for the readers of a language; it cuts words in the other script by that of another of the site's."""
    own = SCRIPTS.get(language, LATIN)
    others = (code for code in (*languages, *TABLES) if code in TABLES and SCRIPTS[code] != own)
    return joined(TABLES.get(language, EMPTY), TABLES[next(others)])


def joined(one: Table, other: Table) -> Table:
    """Both tables in one: the endings of one script fit no word in the other."""
    return Table((*one.steps, *other.steps), {**one.irregular, **other.irregular}, one.small | other.small)


def folded(text: str) -> str:
    """A text without what readers do not tell apart: accents, capitals, letters of the other script in a word."""
    plain = unicodedata.normalize("NFD", POSSESSIVE.sub(r"\1", text))
    composed = unicodedata.normalize("NFC", ACCENTS.sub(r"\1", plain))
    if CYRILLIC_LETTER.search(composed) and LATIN_LETTER.search(composed):
        composed = WORD.sub(lambda found: in_one_script(found[0]), composed)
    return composed.lower()


def in_one_script(word: str) -> str:
    """A word that mixes scripts in the one that it can have, Cyrillic before Latin; others as they are."""
    if not (CYRILLIC_LETTER.search(word) and LATIN_LETTER.search(word)):
        return word
    if can_be(word, CYRILLIC):
        return as_cyrillic(word)
    return as_latin(word) if can_be(word, LATIN) else word


def runs(text: str) -> Iterator[tuple[str, ...]]:
    """The words of each run of a text; two and more where a mark joins them."""
    for run in RUN.findall(folded(text)):
        yield tuple(WORD.findall(run))


def stem(word: str, table: Table) -> str:
    """The part of a folded word that stays the same in its forms."""
    if word in table.irregular:
        return table.irregular[word]
    for step in table.steps:
        word = cut(word, step)
    return word


def cut(word: str, step: Step) -> str:
    """The word after the first rule that fits."""
    for rule in step:
        for ending in rule.endings.split():
            start = len(word) - len(ending)
            if start >= rule.least and word.endswith(ending) and (not rule.after or word[start - 1] in rule.after):
                return word[:start] + rule.becomes
    return word


def words(text: str) -> Iterator[str]:
    """The folded words of a text; of what a hyphen joins also the whole (прес-конференция, пресконференция)."""
    for run in runs(text):
        yield from run
        if len(run) > 1 and all(word.isalpha() for word in run):
            yield "".join(run)


def bare(code: str) -> str:
    """A code without the marks between its parts and in Latin letters."""
    return as_latin("".join(WORD.findall(folded(code))).upper()).lower()
