"""Makes the theme's fonts: Sofia Sans (OFL), cut down to the letters that three languages need.

    python tools/fonts.py [FOLDER]

FOLDER is the unpacked npm package @fontsource/sofia-sans; without it `npm pack` fetches it. Needs fonttools and brotli.
What decides the look stays in: `locl` (Russian forms under lang="ru", Bulgarian ones otherwise), `kern`, `tnum`
and `ccmp`; a subset without `locl` would show Bulgarian letters to Russian readers.
"""

from __future__ import annotations

import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

from fontTools.merge import Merger
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

ROOT = Path(__file__).resolve().parents[1]
FONTS = ROOT / "themes" / "default" / "assets" / "fonts"
PACKAGE = "@fontsource/sofia-sans@5.3.0"
WEIGHTS = (400, 700)
SCRIPTS = ("cyrillic", "latin")
"""The package cuts each weight by script; a sentence with a number needs both, so ours holds them together."""
FEATURES = ["ccmp", "kern", "locl", "tnum"]
NAMES = [0, 13, 14]
"""Whose it is, its licence, and where that stands."""
LETTERS = (
    *range(0x0020, 0x007F),
    *range(0x0410, 0x0450),
    *(ord(letter) for letter in "ЁёЍѝ№\u00a0\u00ad§©«°²·»×ÄÖÜßáâäçèéëíîóöúüăĂ–—‘’“”„•…‹›€−"),
)
"""Bulgarian, Russian and English, with the marks of print and the accents of the names that partners have."""


def fetched(folder: Path) -> Path:
    """The package's folder, fetched by npm."""
    subprocess.run(["npm", "pack", "--silent", PACKAGE], cwd=folder, check=True, stdout=subprocess.DEVNULL)
    with tarfile.open(next(folder.glob("*.tgz"))) as archive:
        archive.extractall(folder, filter="data")
    return folder / "package"


def cut(source: Path, target: Path) -> Path:
    """Writes the wanted letters of one of the package's files."""
    font = TTFont(source, recalcTimestamp=False)
    options = Options()
    options.layout_features = FEATURES
    options.hinting = False
    options.name_IDs = NAMES
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=LETTERS)
    subsetter.subset(font)
    font.flavor = None
    font.save(target)
    return target


def one_of(parts: list[Path], target: Path) -> None:
    """Writes the parts as one web font."""
    font = Merger().merge([str(part) for part in parts])
    font.recalcTimestamp = False
    font["head"].created = font["head"].modified = TTFont(parts[0])["head"].created
    font.flavor = "woff2"
    font.save(target)


def main(package: Path) -> None:
    """Writes the fonts and their licence."""
    FONTS.mkdir(exist_ok=True)
    (FONTS / "OFL.txt").write_bytes((package / "LICENSE").read_bytes())
    with tempfile.TemporaryDirectory() as scratch:
        for weight in WEIGHTS:
            files = (package / "files" / f"sofia-sans-{script}-{weight}-normal.woff2" for script in SCRIPTS)
            parts = [cut(file, Path(scratch, f"{file.stem}.ttf")) for file in files]
            target = FONTS / f"sofia-sans-{weight}.woff2"
            one_of(parts, target)
            print(f"{target.relative_to(ROOT)}  {target.stat().st_size} B")


if __name__ == "__main__":
    if len(sys.argv) > 1:
        main(Path(sys.argv[1]))
    else:
        with tempfile.TemporaryDirectory() as scratch:
            main(fetched(Path(scratch)))
