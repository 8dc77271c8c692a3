"""Languages: a text in another language than its file, and a text that was copied to be translated and forgotten."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sitegen.checks.inspection import Inspection
from sitegen.markup.paragraphs import CODE, FIELD, TABLE, Paragraph
from sitegen.model.page import Page
from sitegen.problems import Mistake, Problem, Severity, message
from sitegen.text.languages import LETTERS, SCRIPTS, contradiction

NAMES = frozenset({"address", "person", "speaker", "credit"})
"""Word fields of names, which stay as they are."""
MOST_CHARACTERS = 100_000
"""Of a paragraph or a list; more of them are no text that anybody reads."""
FEWEST_WORDS = 4
"""That two languages hardly have in common."""
APART = re.compile(r"[„“«\"][^„“”«»\"]{0,500}[“”»\"]|\[[^\[\]]{0,500}\]")
"""What may be in another language: quotations, the texts of links, phrases in brackets."""
PLAIN_WORD = re.compile(r"(?<![\w.@/-])[^\W\d_]+(?![\w@/])")


def problems(inspection: Inspection) -> Iterator[Problem]:
    """Both, each paragraph told once."""
    sources = inspection.paragraphs
    for page in inspection.sources:
        known = frozenset() if page.language == page.original else texts(sources.get(page.source, ()))
        for piece in sources[page.file]:
            if not is_excused(piece):
                yield from piece_problems(page, piece, known)


def texts(pieces: tuple[Paragraph, ...]) -> frozenset[str]:
    """The texts of a source, white space aside."""
    return frozenset(folded(piece.text) for piece in pieces)


def folded(text: str) -> str:
    """A text in which lines may break elsewhere."""
    return " ".join(text.split())


def is_excused(piece: Paragraph) -> bool:
    """Whether a piece may be in any language: code, codes, names, quotations, and what says its language itself."""
    if piece.kind in (CODE, TABLE) or len(piece.text) > MOST_CHARACTERS or "lang=" in piece.text:
        return True
    if piece.text.lstrip().startswith((">", "[^")):
        return True
    return piece.kind == FIELD and (piece.id.rpartition(".")[2] in NAMES or piece.id.startswith("documents."))


def piece_problems(page: Page, piece: Paragraph, known: frozenset[str]) -> Iterator[Problem]:
    """What is wrong with the language of one piece."""
    words = APART.sub(" ", piece.prose)
    if folded(piece.text) in known and is_phrase(words, page.original, fewest(page, piece)):
        yield copied(page.source).at(piece.spot(first_letter(piece)), Severity.WARNING)
    elif told := contradiction(words, page.language):
        yield foreign(told, page.language).at(piece.spot(first_letter(piece)), Severity.WARNING)


def first_letter(piece: Paragraph) -> int:
    """Where the words of a piece begin."""
    return len(piece.text) - len(piece.text.lstrip())


def fewest(page: Page, piece: Paragraph) -> int:
    """How many words tell that a piece was copied; of a title in another script a single one does."""
    shares_script = SCRIPTS.get(page.language) == SCRIPTS.get(page.original)
    return 1 if piece.id == "title" and not shares_script else FEWEST_WORDS


def is_phrase(words: str, language: str, count: int) -> bool:
    """Whether so many words are in the letters of a language; a name in other letters stays as it is."""
    letters = LETTERS.get(SCRIPTS.get(language, ""), PLAIN_WORD)
    return sum(1 for word in PLAIN_WORD.findall(words) if letters.match(word)) >= count


def copied(source: str) -> Mistake:
    """The remark about a text that stands in the source too."""
    return Mistake(
        "LNG-03",
        message("this text is the same in {source}: it is not translated", source=source),
        message("Translate it. A field that you delete here shows the original, marked with its language."),
    )


def foreign(told: str, language: str) -> Mistake:
    """The remark about a text in another language than its file."""
    complaints = {
        "cyrillic": message(
            "this text is in Cyrillic letters, the language of the file is '{language}'", language=language
        ),
        "latin": message("this text is in Latin letters, the language of the file is '{language}'", language=language),
    }
    complaint = message(
        "this text is in '{told}', the language of the file is '{language}'", told=told, language=language
    )
    hint = message("Translate it, or say its language where it is meant so: [text]{{lang=en}}.")
    return Mistake("LNG-04", complaints.get(told, complaint), hint)
