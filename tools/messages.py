"""Keeps the editor's catalogues in step with the messages in the source.

    python tools/messages.py

Messages that came are added without a translation and named, those that went are dropped; translations stay.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from sitegen.explanations.forms import texts  # noqa: E402

LOCALE = ROOT / "sitegen" / "locale"
LANGUAGES = ("bg",)
KEYWORDS = {"message": None, "translate": None, "words": None}
"""The calls whose first argument is a msgid."""
HEADER = """\
# What the program tells editors. A msgid is the English sentence in the source, {{name}} is filled in.
# Kept in step with the source by `python tools/messages.py`.
msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Language: {language}\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

"""


def msgids() -> Iterator[str]:
    """The messages in the source."""
    for _, _, msgid, _, _ in extract_from_dir(ROOT / "sitegen", keywords=KEYWORDS):
        if isinstance(msgid, str):
            yield msgid
    yield from texts()


def template() -> Catalog:
    """A catalogue of the messages without translations."""
    catalog = Catalog(charset="utf-8")
    for msgid in sorted(set(msgids())):
        catalog.add(msgid)
    return catalog


def updated(language: str, data: bytes) -> Catalog:
    """A catalogue with exactly the messages of the source."""
    catalog = read_po(BytesIO(data), locale=language, abort_invalid=True)
    catalog.update(template(), no_fuzzy_matching=True)
    catalog.obsolete.clear()
    return catalog


def written(language: str, catalog: Catalog) -> bytes:
    """The catalogue as a file: no dates and no line numbers, so that only words make differences."""
    out = BytesIO()
    write_po(out, catalog, width=120, no_location=True, omit_header=True, sort_output=True)
    return HEADER.format(language=language).encode() + out.getvalue().strip(b"\n") + b"\n"


def untranslated(catalog: Catalog) -> list[str]:
    """The messages that wait for a translator."""
    return [str(entry.id) for entry in catalog if entry.id and not entry.string]


def main() -> int:
    """Updates the files; 1 when something waits for a translator."""
    waiting = 0
    for language in LANGUAGES:
        path = LOCALE / f"{language}.po"
        catalog = updated(language, path.read_bytes() if path.exists() else b"")
        path.write_bytes(written(language, catalog))
        new = untranslated(catalog)
        print(path.relative_to(ROOT), *(f"  to translate: {msgid}" for msgid in new), sep="\n")
        waiting += len(new)
    return 1 if waiting else 0


if __name__ == "__main__":
    sys.exit(main())
