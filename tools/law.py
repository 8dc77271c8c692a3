"""Writes docs/law.md: every entry of the law that the package knows, with its source and how sure it is.

python tools/law.py
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from sitegen.explanations.law import shown  # noqa: E402
from sitegen.model.provisions import CONFIDENCES, MEANINGS, Provision  # noqa: E402
from sitegen.read.config import shipped_programmes  # noqa: E402
from sitegen.read.law import shipped_law  # noqa: E402
from sitegen.render.catalogue import parse_catalogue  # noqa: E402

PAGE = ROOT / "docs" / "law.md"
LANGUAGES = ("bg", "en", "ru")
HEAD = """\
# The law that the program knows

Written by `python tools/law.py` from `sitegen/law/*.yaml`. `python3 build.py check --explain law` shows what applies to
a site; the site says otherwise in `content/law.yaml` ([content-format.md](content-format.md), law.yaml). It is a
summary for the program, no legal advice.
"""
TITLES = {"high": "## Certain", "medium": "## Fairly certain", "low": "## Uncertain: a person should confirm"}
ABOUT_LOW = "Compare these with the law or ask the managing authority, then correct the entry and its confidence."
WORDINGS = {
    "acknowledgement.funded": "high",
    "acknowledgement.cofunded": "high",
    "acknowledgement.rrf": "medium",
    "acknowledgement.phare": "low",
    "disclaimer": "low",
}
"""Words of the theme's catalogues that the law or custom asks for, and how sure they are in Bulgarian and English."""
ABOUT_WORDINGS = """\
They stand in `themes/default/locale/*.po`. The Russian ones are plain translations: the official files of the Union's
download centre were not seen, so all of them count as uncertain.
"""


def page() -> str:
    """The whole page."""
    law = shipped_law().provisions.values()
    parts = [HEAD]
    for confidence in CONFIDENCES:
        entries = [one for one in law if one.confidence == confidence]
        about = ABOUT_LOW + "\n\n" if confidence == "low" else ""
        heads = ("entry", "what it is", "value", "periods", "funds", "source")
        parts.append(f"{TITLES[confidence]}\n\n{about}{table(heads, map(row, entries))}")
    parts += [f"## Wordings\n\n{ABOUT_WORDINGS}\n{wordings()}", f"## Programmes\n\n{programmes()}"]
    return "\n".join(parts)


def table(heads: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """A Markdown table."""
    lines = [tuple(heads), *map(tuple, rows)]
    lines.insert(1, tuple("---" for _ in lines[0]))
    return "\n".join("| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |" for cells in lines) + "\n"


def row(one: Provision) -> tuple[str, ...]:
    """An entry."""
    return (f"`{one.id}`", str(MEANINGS[one.id]), shown(one), ", ".join(one.regimes), ", ".join(one.funds), one.source)


def wordings() -> str:
    """The words that visitors read, language by language."""
    rows = []
    for key, confidence in WORDINGS.items():
        rows.append((f"`{key}`", *(words(code, key) for code in LANGUAGES), confidence))
    return table(("key", *LANGUAGES, "confidence (bg, en)"), rows)


def words(language: str, key: str) -> str:
    """A key's words in the default theme."""
    path = ROOT / "themes" / "default" / "locale" / f"{language}.po"
    return parse_catalogue(path.read_bytes(), language).text(key)


def programmes() -> str:
    """Which period and funds the shipped programmes have."""
    rows = ((f"`{p.id}`", p.code, p.regime, ", ".join(p.funds)) for p in shipped_programmes(("bg",)).values())
    return table(("programme", "code", "period", "funds"), rows)


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8", newline="\n")
