"""Grammars of what editors write, right and wrong: front matter in all the styles of YAML, bodies in all of Markdown.

Values come from real files, so that most of a page is plausible and the fault in it is not the only thing read.
"""

from __future__ import annotations

import re
from pathlib import Path

from hypothesis import strategies as st

TESTS = Path(__file__).resolve().parents[1]
FOLDERS = [TESTS.parent / "content", TESTS / "golden" / "content"]
REAL = sorted(path for folder in FOLDERS for path in folder.rglob("*") if path.suffix in (".md", ".yaml", ".lock"))
ENTRY = re.compile(r"^([A-Za-z_]+):(.*\n(?:[ #-].*\n|\n)*)", re.MULTILINE)


def entries() -> dict[str, list[str]]:
    """What stands in real front matter and settings behind each key, as written."""
    found: dict[str, list[str]] = {}
    for path in REAL:
        text = path.read_text(encoding="utf-8")
        head = text.split("\n---\n")[0] + "\n" if path.suffix == ".md" else text
        for key, value in ENTRY.findall(head):
            if value not in found.setdefault(key, []):
                found[key].append(value)
    return found


WRITTEN = entries()
# fmt: off
KEYS = sorted({*WRITTEN, "summary", "draft", "only", "image", "documents", "gallery", "periods", "units", "kind", "x_a", "<<", "зла", "titel", "цели"})
WORDS = [
    "Парк", "", "x", "~", "null", "да", "yes", "0", "-1", "07", "1e9", "2018-02", "2018-02-30", "30.2.2018", "9.1.2018", "2018-02-20T25:00", "до 2019",
    "3 лв.", "1 000,00 лв.", "1,000.00", "1.000", "€ 5", "51,13 € (100 лв.)", "85 %", "g1", "g1,g2", "obshtina", "beneficiary", "park.jpg", "../../x.pdf", "https://a.bg/",
    "http://[::1", "//a", "page:projects/a#b", "page:", "#g1", "bg", "xx", "BG16RFOP001-5.001-0042-C01", "ВG16RFOP001-5.001-0042-С01", "000261630", "8001010008",
    "„Парк“", "„Парк", "Cофия", "и\u0306", "a@b.bg", "+359 78 55 11 66", "lang", "😀", "а: б", "а #б", "- а", "[а", "{а", "'", '"', "&а", "*а", "!!а", "%", "@", "`", "\\", "\u2028", "\ufeff",
]
# fmt: on
SCALARS = st.sampled_from(WORDS) | st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=12)
STYLES = [
    " {}", " '{}'", ' "{}"', " |\n  {}", " >-\n  {}\n\n  {}", " [{}]", " [{}, {}]", " {{bg: {}}}", " {{bg: {}, en: {}}}", "\n  bg: {}\n  ru: {}", "\n  - {}\n  - {}",
    "\n  - {{id: {}, text: {}}}", "\n  - id: {}\n    text: {}", "\n  {}: {{text: {}}}", " {} # бележка", " &a {}", " !!str {}", "\t{}", "{}", "\n{}", " {}\n    {}",
]  # fmt: skip
VALUES = st.builds(lambda style, a, b: style.format(a, b) + "\n", st.sampled_from(STYLES), SCALARS, SCALARS)
TAKEN = st.sampled_from([value for values in WRITTEN.values() for value in values])
"""A value that stands behind any key in a real file."""


def entry(key: str) -> st.SearchStrategy[str]:
    """A key with a value that is right, another's, or made up."""
    own = st.sampled_from(WRITTEN.get(key, [" x\n"]))
    return st.one_of(own, own, TAKEN, VALUES).map(lambda value: f"{key}:{value}")


LINES = st.sampled_from(KEYS).flatmap(entry)
HEADS = st.lists(LINES, max_size=10, unique_by=lambda line: line.partition(":")[0]).map("".join)
"""Front matter without its fences; each key once, or all would end there."""

INLINE = st.recursive(
    SCALARS,
    lambda inner: (
        st.builds(lambda form, a, b: form.format(a, b), st.sampled_from([
            "*{}*", "**{} {}**", "_{}_ {}", "`{}`", "[{}]({})", "[{}](<{}>)", '[{}](a "{}")', "![{}]({})", "[{}][{}]", "[{}]", "[{}]{{lang=en}}", "[{}]{{.x {}}}", "{}[^{}]",
            "<{}>", "<b>{}</b>", "<span class='{}'>{}</span>", "<https://a.bg/{}>", "\\{}", "{}  \n{}", "{} {}", "„{}“", '"{}" {}', "{} & {}", "<!-- {} -->", "&{};",
        ]), inner, inner)
    ),
    max_leaves=6,
)  # fmt: skip
"""Words with markup inside one another."""


def indented(text: str, first: str, rest: str) -> str:
    """The text with a mark before its first line, and room before the others."""
    return first + text.replace("\n", f"\n{rest}")


BLOCKS = st.recursive(
    INLINE | st.sampled_from(["", "---", "***", "    код", "[^а]: бележка", "[а]: б 'в'", "{#а .б}", "<div>", "</div>", ":::", "```"]),
    lambda inner: st.one_of(
        st.builds(lambda n, text: f"{'#' * n} {text}", st.integers(0, 7), inner),
        st.builds("{}\n{}".format, inner, st.sampled_from(["===", "---", "{.x}", "{#g1}", ": дума"])),
        st.builds("\n".join, st.lists(inner, max_size=4)),
        st.builds("\n\n".join, st.lists(inner, max_size=4)),
        st.builds(indented, inner, st.sampled_from(["- ", "* ", "1. ", "3. ", "> ", ":   ", "[^а]: "]), st.sampled_from(["", "  ", "    ", "> "])),
        st.builds("::: {} {}\n{}\n:::".format, st.sampled_from(["note", "warning", "quote", "бележка"]), INLINE, inner),
        st.builds("{0} {1}\n{2}\n{0}".format, st.sampled_from(["```", "~~~~"]), st.sampled_from(["", "yaml", "{.x}"]), inner),
        st.builds("| {} | {} |\n|---|:-:|\n| {} | {} |".format, INLINE, INLINE, INLINE, INLINE),
        st.builds("<{0} {1}>\n{2}\n</{0}>".format, st.sampled_from(["div", "table", "details", "script", "h2", "p"]), st.sampled_from(["", "id='g1'", "style='x'", "onclick=y"]), inner),
    ),
    max_leaves=12,
)  # fmt: skip
"""Blocks within blocks."""
