"""Writes docs/checks.md and docs/checks.bg.md: every code with what it means, why, an example and its correction.

python tools/checks.py
"""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from sitegen.checks.switches import SWITCHABLE  # noqa: E402
from sitegen.explanations import EXPLANATIONS  # noqa: E402
from sitegen.explanations.explanation import Explanation  # noqa: E402
from sitegen.report import Words  # noqa: E402

PAGES = {"en": ROOT / "docs" / "checks.md", "bg": ROOT / "docs" / "checks.bg.md"}
HEADS = {
    "en": (
        "# Codes of problems",
        "In the terminal: `python3 build.py check --explain MON-01`. [In Bulgarian](checks.bg.md).",
        "A site may switch these off under `checks` in `site.yaml`, each with its reason:",
        "| code | severity | what | why (source) | example | correction |",
    ),
    "bg": (
        "# Кодове на съобщенията",
        "Същото в терминала: `python3 build.py check --explain MON-01`. In English: [checks.md](checks.md).",
        "Тези може да се изключат под `checks` в `site.yaml`, всяка с причината:",
        "| код | тежест | какво | защо (източник) | пример | поправка |",
    ),
}
LONGEST = 120
"""Characters of an example that a table shows."""


def page(language: str) -> str:
    """The whole page in a language."""
    title, about, switches, head = HEADS[language]
    switchable = f"{switches} {', '.join(f'`{one}`' for one in SWITCHABLE)}."
    rows = (row(one, Words(language)) for one in EXPLANATIONS)
    return "\n".join((title, "", about, "", switchable, "", head, "|---|---|---|---|---|---|", *rows)) + "\n"


def row(one: Explanation, words: Words) -> str:
    """One code as a row."""
    why = words.shown(one.why) + (f" ({words.shown(one.law)})" if one.law.template else "")
    cells = (one.code, words.severity(one.severity), words.shown(one.what), why)
    return "| " + " | ".join((*map(plain, cells), code(one.example.wrong), code(one.example.right))) + " |"


def plain(text: str) -> str:
    """Words for a cell of a table."""
    return text.replace("|", "\\|").replace("<", "&lt;")


def code(text: str) -> str:
    """An example for a cell of a table: its lines one after the other, as code."""
    lines = (line.rstrip() for line in text.strip("\n").split("\n"))
    shown = (line if len(line) <= LONGEST else line[:LONGEST].rstrip() + " …" for line in lines if line)
    return "<br>".join(f"`` {line} ``".replace("|", "\\|") for line in shown)


if __name__ == "__main__":
    for name, path in PAGES.items():
        path.write_text(page(name), encoding="utf-8", newline="\n")
