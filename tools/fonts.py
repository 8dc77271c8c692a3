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

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

ROOT = Path(__file__).resolve().parents[1]
FONTS = ROOT / "themes" / "default" / "assets" / "fonts"
PACKAGE = "@fontsource/sofia-sans@5.3.0"
WEIGHTS = (400, 700)
FEATURES = ["ccmp", "kern", "locl", "tnum"]
LETTERS = {
    "cyrillic": [*range(0x0410, 0x0450), 0x0401, 0x0451, 0x040D, 0x045D, 0x2116],
    "latin": [
        *range(0x0020, 0x007F),
        *(ord(letter) for letter in "\u00a0\u00ad§©«°²·»×ÄÖÜßáâäçèéëíîóöúüăĂ–—‘’“”„…‹›€−"),
    ],
}
"""Bulgarian, Russian and English, with the marks of print, and the accents of the names that partners have."""


def fetched(folder: Path) -> Path:
    """The package's folder, fetched by npm."""
    subprocess.run(["npm", "pack", "--silent", PACKAGE], cwd=folder, check=True, stdout=subprocess.DEVNULL)
    with tarfile.open(next(folder.glob("*.tgz"))) as archive:
        archive.extractall(folder, filter="data")
    return folder / "package"


def cut(source: Path, letters: list[int], target: Path) -> None:
    """Writes a font with some of its letters."""
    font = TTFont(source, recalcTimestamp=False)
    options = Options()
    options.layout_features = FEATURES
    options.flavor = "woff2"
    options.hinting = False
    options.name_IDs = [0, 1, 2, 4, 6, 13, 14]  # the licence and its address stay inside
    options.notdef_outline = True
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=letters)
    subsetter.subset(font)
    font.flavor = "woff2"
    font.save(target)


def main(package: Path) -> None:
    """Writes the fonts and their licence."""
    FONTS.mkdir(exist_ok=True)
    (FONTS / "OFL.txt").write_bytes((package / "LICENSE").read_bytes())
    for script, letters in LETTERS.items():
        for weight in WEIGHTS:
            source = package / "files" / f"sofia-sans-{script}-{weight}-normal.woff2"
            target = FONTS / f"sofia-sans-{script}-{weight}.woff2"
            cut(source, letters, target)
            print(f"{target.relative_to(ROOT)}  {target.stat().st_size} B")


if __name__ == "__main__":
    if len(sys.argv) > 1:
        main(Path(sys.argv[1]))
    else:
        with tempfile.TemporaryDirectory() as scratch:
            main(fetched(Path(scratch)))
