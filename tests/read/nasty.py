"""Files that no editor wrote: huge, deep, endless, in no encoding.

    python -m tests.read.nasty NAME

builds a site with one of them, within 500 MB, and prints what it cost as JSON. The tests and benchmarks/nasty.py do so.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from itertools import count, takewhile
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time

from sitegen.markup.effort import TooMuch, weigh
from sitegen.read.decoding import LARGEST_FILE
from sitegen.read.frontmatter import LARGEST_BODY, LARGEST_HEAD, LONGEST_VALUE
from tests.read.places import inside
from tests.sites import PROJECT, SITE, build_content, write_files

Files = dict[str, bytes]
MEMORY = 500 * 1024 * 1024
"""Bytes that an answer may take."""
SECONDS = 60
"""A net below a fall, of CPU: what is answered at all is answered in two."""
SENTENCE = "Проектът се осъществява с финансовата подкрепа на Европейския съюз. Общата стойност е 1 000 лв. "

# fmt: off
PIECES = [
    # one line without end
    "a", "а", " ", "\t", "слово", "дума 5 км ", "1", "1 ", "0 0", ".", ";", "$", "=", "~", "'", "а'", "а-", "-- ", "№ ", "(а",
    "*", "_", "**а** ", "*a **b ", "_a_b", "`", "`a` ", "``a` ", "\\", "\\*", "[", "]", "![", "](", "[а](", "[а](б) ", "[а](б '",
    "![а](б) ", "[а][", "[а][б]", "[[а]]", "[^1]", "[а]{.b} ", "{", "{.a", "{.a}", "<", "<a ", "</", "<!--", "<![CDATA[", "<?", "<!",
    "<br>", "<div>", "</div>", "<b>а</b>", "<script>", "<a href='", "<img src=x>", "<http://a.bg> ", "<a@b.bg> ", "http://a.bg ",
    "a@b.bg ", "a@", "www.", "&", "&#", "&amp;", "|", "> ", "- ", "1. ", "#", "-", ":", "::: ", '"', "„", "«", "!", "@",
    "\u2028", "а\u0301", "\u0301", "\u200b", "\u00ad", "\u00a0", "\ufeff", "\x07", "\ue000", "😀",
    "BG05", "+359 88 123 4567 ", "8001010000 ", "BG80BNBG96611020345678 ", "1 000,00 лв. ", "Cофия ", "2018-02-30 ",
    # lines without end
    "\n", "\r", " \n", "a\n", "a\r\n", "a\n\n", "а  \n", "а\\\n", "# \n", "# а\n", "## а\n\n", "# а {#b}\n\n", "а\n# б\n", "- а\n# б\n",
    "---\n", "***\n", "* * *\n\n", "a\n---\n", "a\n===\n", "- а\n---\n", "-\n", "- \n", "- а\n", "- а\n\n", "* a\n  * b\n", "1. а\n", "15. май\n",
    "а\n- б\n", "- а\n\n    б\n\n", "- а\n\n  б\n", ">\n", "> а\n", "> а\n\n", "> а\n# б\n", "    а\n", "    а\n\n", "\tа\n", "```\n", "```\nа\n```\n",
    "~~~~\nа\n", "|\n", "|а|\n", "| |\n|-|\n", "|а|б|\n|-|-|\n|в|г|\n\n", ":::\n", "::: а\n", "::: note\n", "::: note\nа\n:::\n", "[^а]\n", "[^а]: б\n",
    "[a]: b\n", "[\n", "[а]\n", ": б\n", "а\n: б\n", "а\n: б\n\n", "<div>\n", "<div>\n\n", "<div>\nа\n</div>\n\n", "<p>а\n\n", "<b>\n", "<hr>\n", "<hr>\n\n",
    "<br>\n", "<pre>\n", "<script>\n", "<!-- \n", "<!-- а -->\n\n", "<?\n", "&\n", "`\n", '"\n', "*\n", "_\n", "{.a}\n", "а\n{.a}\n\n", "![](а)\n\n",
    SENTENCE, SENTENCE * 5 + "\n\n", f"- {SENTENCE}\n", f"{SENTENCE}[връзка](https://a.bg) и **силно**.\n\n",
]
COUNTED = [
    "а[^{}]\n\n[^{}]: б\n\n", "[^{}]: б\n", "[а{}]: б\n", "[а{}]\n\n[а{}]: б\n\n", "## Заглавие {}\n\nтекст\n\n", "[а](page:{}) ", "![а](p{}.jpg)\n\n", "[а](#a{})\n",
]
HEADS = [
    "title: а\n", "- \n", "? ", "a: {b: ", "[", "{", "\t", "#\n", "a:b\n", "%\n", "...\n", "|\n", ": a\n", "? a\n: b\n", "<<: {a: b}\n", "- !!x y\n", "- {}\n", "a: b\u2028",
]
COUNTED_HEADS = [
    "k{}:\n", "k{}: б\n", "x_{}: б\n", "titl{}: б\n", "тitle{}: б\n", "a{}: б #в\n", "a{}: &a{} [*a{}]\n", "a{}: 'b\n",
]
VALUES = [
    "а", "дума ", "1", "1 ", "1.", "1-", "9", '"', "'", '"a', "a: ", " #а", "/a", "a@", "BG16", "BG05-", "А-", "„а“ ", "а.", "а'а ", "Cо", "8001010000 ",
    "1 000,00 лв. ", "\u0301", "\u200b", "\u00ad", "*a", "[a](b) ",
]
FIELDS = [
    "title", "summary", "contract", "slug", "start", "total_value", "months", "number", "updated", "programme", "publish_at", "only", "image", "theme",
]
LISTS = {
    "goals": "{{id: g{}, text: А}}", "results": "{{id: r{}, text: А, unit: б{}, value: {}}}", "activities": "{{id: a{}, text: А, start: 2018-01, goals: [g1]}}",
    "partners": "{{org: obshtin{}, role: partner}}", "documents": "{{file: a{}.pdf, title: а}}", "gallery": "{{file: a.jpg, alt: а}}",
    "periods": "{{start: 2018-01, end: 2018-02}}", "places": "а{}", "aliases": "/a{}/", "publicity": "а",
}
# fmt: on


def filled(piece: str, size: int) -> str:
    """The piece as often as there is room in so many bytes."""
    return piece * (size // len(piece.encode()))


def counted(piece: str, size: int) -> str:
    """The piece with a number of its own each time."""
    times = size // len(piece.replace("{}", "00000").encode())
    return "".join(piece.replace("{}", str(number)) for number in range(times))


def body(text: str) -> Files:
    """A page with a text."""
    return {"pages/a.bg.md": f"---\ntitle: А\n---\n{text}".encode()}


def heavy(make: Callable[[int], str]) -> str:
    """As much of a text as a page may hold."""
    sizes = takewhile(lambda size: size < LARGEST_BODY, (1000 * 2**power for power in count()))
    best = 0
    for size in sizes:
        if not is_light(make(size)):
            break
        best = size
    step = best // 2
    while step > 500:
        best += step if best + step < LARGEST_BODY and is_light(make(best + step)) else 0
        step //= 2
    return make(best)


def is_light(text: str) -> bool:
    """Whether a text is read, or refused at first sight."""
    try:
        weigh(text)
    except TooMuch:
        return False
    return True


def head(text: str) -> Files:
    """A page and a project with lines in their front matter."""
    return {
        "pages/a.bg.md": f"---\ntitle: А\n{text}---\nтекст\n".encode(),
        "projects/a/index.bg.md": f"---\n{PROJECT}{text}---\nтекст\n".encode(),
        "projects/a/index.en.md": f"---\ntitle: A\n{text}---\nтекст\n".encode(),
    }


def field(name: str, value: str) -> Files:
    """A project with a value in one field."""
    rest = "".join(line for line in PROJECT.splitlines(keepends=True) if not line.startswith(f"{name}:"))
    return {"projects/a/index.bg.md": f"---\n{rest}{name}: {value}\n---\nтекст\n".encode()}


def settings(name: str, text: str) -> Files:
    """A file of settings."""
    return {f"{name}.yaml": ((SITE if name == "site" else "") + text).encode()}


def bomb(levels: int) -> str:
    """YAML that would become two to the power of `levels`."""
    names = "abcdefghijklmnopqrstuvwxyz"[: levels + 1]
    later = "".join(f"{b}: &{b} [*{a}, *{a}]\n" for a, b in zip(names, names[1:], strict=False))
    return f"a: &a [x, x]\n{later}"


def bodies() -> dict[str, Callable[[], Files]]:
    """Each body twice: as large as a file may be, and as heavy as a page may be."""
    made: dict[str, Callable[[], Files]] = {}
    for pieces, fill in ((PIECES, filled), (COUNTED, counted)):
        for piece in pieces:
            made[f"5 MB of {piece[:30]!r}"] = lambda piece=piece, fill=fill: body(fill(piece, LARGEST_FILE - 100))
            made[f"1 MB of {piece[:30]!r}"] = lambda piece=piece, fill=fill: body(fill(piece, LARGEST_BODY - 100))
            made[f"enough of {piece[:30]!r}"] = lambda piece=piece, fill=fill: body(
                heavy(lambda size: fill(piece, size))
            )
    made["lists in lists"] = lambda: body("".join("    " * (n % 20) + "- а\n" for n in range(6_000)))
    made["a list in each list"] = lambda: body("".join("    " * n + "- а\n" for n in range(700)))
    made["quotations in quotations"] = lambda: body("".join("> " * (n % 20) + "а\n" for n in range(1_500)))
    made["a long table"] = lambda: body("|а|б|\n|-|-|\n" + "|в|г|\n" * 6_000)
    made["a wide table"] = lambda: body("|а" * 6_000 + "\n" + "|-" * 6_000 + "\n" + "|в" * 6_000)
    return made


def heads() -> dict[str, Callable[[], Files]]:
    """Front matter of all the room that there is, and of all that passes."""
    made: dict[str, Callable[[], Files]] = {}
    room = LARGEST_HEAD - 500
    for size in (room, 60_000):
        for piece in HEADS:
            made[f"head of {size} {piece!r}"] = lambda piece=piece, size=size: head(filled(piece, size) + "\n")
        for piece in COUNTED_HEADS:
            made[f"head of {size} {piece!r}"] = lambda piece=piece, size=size: head(counted(piece, size))
        for name, item in LISTS.items():
            line = f"- {item}\n".replace("{{", "{").replace("}}", "}")
            made[f"{name} of {size}"] = lambda name=name, line=line, size=size: head(f"{name}:\n{counted(line, size)}")
    for value in VALUES:
        made[f"title of {value!r}"] = lambda value=value: field("title", filled(value, room))
        made[f"summary of {value!r}"] = lambda value=value: field("summary", value * (LONGEST_VALUE // len(value)))
    for name in FIELDS:
        made[f"{name} of digits"] = lambda name=name: field(name, "1" * LONGEST_VALUE)
        made[f"{name} of words"] = lambda name=name: field(name, "а-" * (LONGEST_VALUE // 2))
        made[f"{name} in quotes"] = lambda name=name: field(name, "'" + '"' * (LONGEST_VALUE - 2) + "'")
    made["a map in one line"] = lambda: head("a: {" + counted("b{}: c, ", room) + "}\n")
    made["commas"] = lambda: field("title", "{" + "a," * (room // 2) + "}")
    made["bomb"] = lambda: head(bomb(25))
    made["lines"] = lambda: field("summary", "а\n" + filled("  дума\n", room))
    made["folded"] = lambda: field("summary", ">\n" + "  а\n\n" * 6_000)
    made["escapes"] = lambda: field("title", '"' + "\\x41" * LONGEST_VALUE + '"')
    made["half characters"] = lambda: field("title", '"' + "\\ud800" * 1000 + '"')
    return made


def raw() -> dict[str, Callable[[], Files]]:
    """Bytes that are no page, as page and as settings."""
    top = LARGEST_FILE
    kinds: dict[str, Callable[[], bytes]] = {
        "nothing": lambda: b"",
        "NUL": lambda: b"\0" * top,
        "NUL at the end": lambda: b"---\ntitle: a\n---\n" + b"a" * (LARGEST_BODY // 2) + b"\0",
        "cp1251": lambda: ("---\ntitle: Парк\n---\n" + "дума " * 500_000).encode("cp1251"),
        "UTF-16": lambda: ("---\ntitle: Парк\n---\n" + "дума " * 500_000).encode("utf-16"),
        "UTF-16 without mark": lambda: ("дума " * 500_000).encode("utf-16-le"),
        "Latin-1": lambda: b"\xe9" * top,
        "no character": lambda: b"\xff" * top,
        "half characters": lambda: b"\xed\xa0\x80" * (top // 3),
        "a wrong byte at the end": lambda: b"---\ntitle: a\n---\n" + b"a\n" * 500_000 + b"\xff",
        "all bytes": lambda: bytes(range(1, 256)) * (top // 255),
        "marks of order": lambda: b"\xef\xbb\xbf" * (top // 3),
        "too much": lambda: b"a" * (top + 1),
        "blank": lambda: b" " * top,
        "returns": lambda: b"\r" * top,
        "hyphens": lambda: b"---\n" + b"-" * (top - 4),
        "fences": lambda: b"---\n" * (top // 4),
        "nearly fences": lambda: b"---\na: b\n" + b" -\n" * (top // 3 - 5),
        "a head without end": lambda: b"---\n" + b"a: b\n" * (top // 5 - 1),
        "a head that nearly ends": lambda: b"---\n" + b"a: b\n" * 50_000 + b"--\n" + b"a: b\n" * 900_000,
    }
    made: dict[str, Callable[[], Files]] = {}
    for name, make in kinds.items():
        for path in ("pages/a.bg.md", "site.yaml", "organisations.yaml"):
            made[f"{path} of {name}"] = lambda path=path, make=make: {path: make()}
    return made


def large_settings() -> dict[str, Callable[[], Files]]:
    """Settings of 5 MB."""
    room = LARGEST_FILE - len(SITE.encode()) - 100
    kinds: dict[str, Callable[[], str]] = {
        "100 000 keys": lambda: "".join(f"k{number}: {{name: {{bg: x}}}}\n" for number in range(100_000)),
        "keys": lambda: counted("k{}:\n", room),
        "owners": lambda: counted("k{}:\n  type: municipality\n  name: {bg: Община {}}\n", room),
        "as many owners as may be": lambda: counted("k{}: {type: municipality, name: {bg: Община}}\n", 400_000),
        "names nearly right": lambda: counted("titl{}: б\n", 300_000),
        "one map": lambda: "a: {" + counted("b{}: c, ", room) + "}\n",
        "one list": lambda: filled("- a\n", room),
        "one word": lambda: "a: " + filled("а", room) + "\n",
        "one key": lambda: filled("a: б\n", room),
        "depth": lambda: "a: " + filled("[", room),
        "quotes": lambda: "a: " + filled('"a', room) + "\n",
        "remarks": lambda: filled("# дума\n", room),
        "bomb": lambda: bomb(25),
    }
    made: dict[str, Callable[[], Files]] = {}
    for name, make in kinds.items():
        for file in ("site", "organisations", "programmes"):
            made[f"{file}.yaml: {name}"] = lambda file=file, make=make: settings(file, make())
    return made


NASTY: dict[str, Callable[[], Files]] = {**bodies(), **heads(), **raw(), **large_settings()}
"""All of them by name; made when asked for."""


def answer(name: str) -> dict[str, object]:
    """Builds a site with one of the files; the problems must stand inside it."""
    with TemporaryDirectory() as folder:
        content = write_files(Path(folder), "")
        for path, data in NASTY[name]().items():
            (content / path).parent.mkdir(parents=True, exist_ok=True)
            (content / path).write_bytes(data)
        limit()
        started = process_time()
        built = build_content(content)
        seconds = process_time() - started
        megabytes = memory("VmHWM") - memory("VmRSS")
        inside(built.problems, Path(folder))
    codes = sorted({problem.code for problem in built.problems})
    return {"seconds": seconds, "megabytes": max(megabytes, 0), "codes": codes, "problems": len(built.problems)}


def limit() -> None:
    """Takes the rest of the computer away, where the system can."""
    if sys.platform == "linux":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (memory("VmSize") * 1024 * 1024 + MEMORY,) * 2)
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS + 1))


def memory(name: str) -> int:
    """A size of this process in MB; 0 where the system does not tell."""
    status = Path("/proc/self/status")
    text = status.read_text(encoding="ascii") if status.exists() else ""
    return int(text.partition(f"{name}:")[2].split()[0]) // 1024 if name in text else 0


if __name__ == "__main__":
    print(json.dumps(answer(sys.argv[1])))  # noqa: T201 - the answer is read by the one who asked
