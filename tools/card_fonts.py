"""Makes the letters of the social cards: Sofia Sans (OFL), and Ubuntu (UFL) for the words beside the emblem.

    python tools/card_fonts.py [SOFIA UBUNTU]

SOFIA and UBUNTU are the unpacked npm packages @fontsource/sofia-sans and @fontsource/ubuntu; without them `npm pack`
fetches both. Needs fonttools and brotli.

Cards are drawn without a shaper, so that the same words give the same picture everywhere. What a shaper would look up
stands in the font itself: Russian forms of Cyrillic letters at `RUSSIAN` above their places (else Bulgarian ones are
drawn), kerning in the old `kern` table. The programme of eight bytes keeps FreeType's own hinter away, which draws
otherwise in each of its versions. Accented Latin letters are not kerned, they are rare here.
"""

from __future__ import annotations

import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Any

from fontTools.merge import Merger
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont, newTable
from fontTools.ttLib.tables._k_e_r_n import KernTable_format_0
from fontTools.ttLib.tables.ttProgram import Program

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from sitegen.render.lettering import CYRILLIC, MARKS, RUSSIAN, WORDS  # noqa: E402

LETTERS = ROOT / "sitegen" / "render" / "letters"
SOFIA, UBUNTU = "@fontsource/sofia-sans@5.3.0", "@fontsource/ubuntu@5.3.0"
SCRIPTS = ("cyrillic", "cyrillic-ext", "latin", "latin-ext")
NAMES = [0, 13, 14]
"""Whose it is, its licence, and where that stands."""
DERIVATIVE = "Ubuntu derivative Cards"
"""The Ubuntu Font Licence, 2 (c): a version that is cut down bears its own name."""
LEAST = 14
"""Thousandths of the size below which kerning is not seen: a pixel at 70 pixels."""


def fetched(package: str, folder: Path) -> Path:
    """A package's folder, fetched by npm."""
    folder.mkdir()
    subprocess.run(["npm", "pack", "--silent", package], cwd=folder, check=True, stdout=subprocess.DEVNULL)
    with tarfile.open(next(folder.glob("*.tgz"))) as archive:
        archive.extractall(folder, filter="data")
    return folder / "package"


def cut(source: Path, target: Path) -> str:
    """Writes the wanted letters of one of the package's files."""
    font = TTFont(source, recalcTimestamp=False)
    options = Options()
    options.layout_features = ["kern", "locl"]
    options.hinting = False
    options.name_IDs = NAMES
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=WORDS)
    subsetter.subset(font)
    font.flavor = None
    font.save(target)
    return str(target)


def lookups(font: TTFont, table: str, tag: str, language: str = "") -> Iterator[Any]:
    """The subtables of a feature, of all languages or of one."""
    if table not in font:
        return
    whole = font[table].table
    features = whole.FeatureList.FeatureRecord
    wanted = [number for number, record in enumerate(features) if record.FeatureTag == tag]
    if language:
        systems = (s for script in whole.ScriptList.ScriptRecord for s in script.Script.LangSysRecord)
        wanted = [n for s in systems if s.LangSysTag == language for n in s.LangSys.FeatureIndex if n in wanted]
    numbers = sorted({index for number in wanted for index in features[number].Feature.LookupListIndex})
    for number in numbers:
        for subtable in whole.LookupList.Lookup[number].SubTable:
            yield getattr(subtable, "ExtSubTable", subtable)


def russian_forms(font: TTFont) -> dict[int, str]:
    """Private place to glyph, for each Cyrillic letter of the font."""
    forms: dict[str, str] = {}
    for subtable in lookups(font, "GSUB", "locl", "RUS "):
        forms |= getattr(subtable, "mapping", {})
    known = font.getBestCmap()
    return {code + RUSSIAN: forms.get(known[code], known[code]) for code in CYRILLIC if code in known}


def kerning(font: TTFont, glyphs: set[str]) -> dict[tuple[str, str], int]:
    """How much nearer or farther two letters stand, in units of the font."""
    pairs: dict[tuple[str, str], int] = {}
    for subtable in lookups(font, "GPOS", "kern"):
        for pair in product(sorted(glyphs & set(subtable.Coverage.glyphs)), sorted(glyphs)):
            value = distance(subtable, *pair)
            if value is not None:
                pairs.setdefault(pair, value)
    least = LEAST * font["head"].unitsPerEm / 1000
    return {pair: value for pair, value in pairs.items() if abs(value) >= least}


def distance(subtable: Any, left: str, right: str) -> int | None:
    """What a subtable says of a pair; None where it leaves it to the next one."""
    if subtable.Format == 1:
        records = subtable.PairSet[subtable.Coverage.glyphs.index(left)].PairValueRecord
        value = next((record.Value1 for record in records if record.SecondGlyph == right), None)
        return getattr(value, "XAdvance", 0) if value else None
    first, second = subtable.ClassDef1.classDefs.get(left, 0), subtable.ClassDef2.classDefs.get(right, 0)
    return getattr(subtable.Class1Record[first].Class2Record[second].Value1, "XAdvance", 0) or 0


def settle(font: TTFont, pairs: dict[tuple[str, str], int]) -> None:
    """Puts the kerning where no shaper is needed, and drops what only a shaper reads."""
    table = newTable("kern")
    table.version = 0
    inner = KernTable_format_0(apple=False)
    inner.coverage, inner.tupleIndex, inner.kernTable = 1, None, pairs
    table.kernTables = [inner]
    font["kern"] = table
    font["prep"] = newTable("prep")
    font["prep"].program = Program()
    font["prep"].program.fromAssembly(["PUSHB[ ] 0 0 0 0", "POP[ ]", "POP[ ]", "POP[ ]", "POP[ ]"])
    for name in ("GSUB", "GPOS", "GDEF"):
        if name in font:
            del font[name]


def made(package: Path, weight: int, target: Path, name: str = "") -> None:
    """Writes one font."""
    family = next(package.glob("files/*-latin-400-normal.woff2")).name.removesuffix("-latin-400-normal.woff2")
    with tempfile.TemporaryDirectory() as scratch:
        files = [package / "files" / f"{family}-{script}-{weight}-normal.woff2" for script in SCRIPTS]
        parts = [cut(file, Path(scratch, f"{file.stem}.ttf")) for file in files if has_wanted(file)]
        font = Merger().merge(parts)
        created = TTFont(parts[0])["head"].created
    private, known = russian_forms(font), font.getBestCmap()
    pairs = kerning(font, {*(known[code] for code in (*MARKS, *CYRILLIC) if code in known), *private.values()})
    for table in (t for t in font["cmap"].tables if t.isUnicode()):
        table.cmap |= private
    settle(font, pairs)
    if name:
        font["name"].setName(name, 1, 3, 1, 0x409)
    font.recalcTimestamp = False
    font["head"].created = font["head"].modified = created
    font.save(target)
    print(f"{target.relative_to(ROOT)}  {target.stat().st_size} B, {len(font.getBestCmap())} signs, {len(pairs)} pairs")


def has_wanted(file: Path) -> bool:
    """Whether a file has some of the letters."""
    return not set(WORDS).isdisjoint(TTFont(file).getBestCmap())


def main(sofia: Path, ubuntu: Path) -> None:
    """Writes the fonts and their licences."""
    LETTERS.mkdir(exist_ok=True)
    (LETTERS / "OFL.txt").write_bytes((sofia / "LICENSE").read_bytes())
    (LETTERS / "UFL.txt").write_bytes((ubuntu / "LICENSE").read_bytes())
    made(sofia, 400, LETTERS / "sofia-sans-400.ttf")
    made(sofia, 700, LETTERS / "sofia-sans-700.ttf")
    made(ubuntu, 400, LETTERS / "ubuntu-400.ttf", DERIVATIVE)


if __name__ == "__main__":
    if len(sys.argv) > 1:
        main(Path(sys.argv[1]), Path(sys.argv[2]))
    else:
        with tempfile.TemporaryDirectory() as scratch:
            main(fetched(SOFIA, Path(scratch, "sofia")), fetched(UBUNTU, Path(scratch, "ubuntu")))
