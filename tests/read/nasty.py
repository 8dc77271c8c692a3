"""Files that no editor wrote: huge, deep, endless, in no encoding.

    python -m tests.read.nasty NAME…

builds a site with each of them, within 500 MB, and prints what it cost as JSON. The tests and benchmarks/nasty.py do so.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from functools import partial
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time

from sitegen.markup.effort import TooMuch, weigh
from sitegen.read.decoding import LARGEST_FILE
from sitegen.read.frontmatter import LARGEST_BODY, LARGEST_HEAD, LONGEST_VALUE
from tests.read.places import inside
from tests.sites import PROJECT, SITE, build_content, write_files

Files = dict[str, bytes]
Make = Callable[[], Files]
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
    "goals": "{id: g{}, text: А}", "results": "{id: r{}, text: А, unit: б{}, value: {}}", "activities": "{id: a{}, text: А, start: 2018-01, goals: [g1]}",
    "partners": "{org: obshtin{}, role: partner}", "documents": "{file: a{}.pdf, title: а}", "gallery": "{file: a.jpg, alt: а}",
    "periods": "{start: 2018-01, end: 2018-02}", "places": "а{}", "aliases": "/a{}/", "publicity": "а",
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


def full(fill: Callable[[str, int], str], piece: str, size: int) -> Files:
    """A page with a text of a size."""
    return body(fill(piece, size))


def heavy(fill: Callable[[str, int], str], piece: str) -> Files:
    """A page with as much of a text as is not refused at first sight."""
    least, most = 0, LARGEST_BODY
    while most - least > 500:
        middle = (least + most) // 2
        least, most = (middle, most) if is_light(fill(piece, middle)) else (least, middle)
    return body(fill(piece, least))


def is_light(text: str) -> bool:
    """Whether a text is not refused at first sight."""
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


def items(name: str, item: str, size: int) -> Files:
    """A page and a project with a long list."""
    return head(f"{name}:\n" + counted(f"- {item}\n", size))


def settings(file: str, fill: Callable[[str, int], str], piece: str, size: int) -> Files:
    """A file of settings."""
    return {f"{file}.yaml": ((SITE if file == "site" else "") + fill(piece, size)).encode()}


def repeated(path: str, data: bytes, times: int) -> Files:
    """A file of bytes."""
    return {path: data * times}


def bomb(levels: int) -> str:
    """YAML that would become two to the power of `levels`."""
    names = "abcdefghijklmnopqrstuvwxyz"[: levels + 1]
    later = "".join(f"{b}: &{b} [*{a}, *{a}]\n" for a, b in pairwise(names))
    return f"a: &a [x, x]\n{later}"


def bodies() -> dict[str, Make]:
    """Each body twice: as large as a page may be, and as heavy as one may be."""
    made: dict[str, Make] = {}
    for pieces, fill in ((PIECES, filled), (COUNTED, counted)):
        for piece in pieces:
            made[f"1 MB of {piece[:30]!r}"] = partial(full, fill, piece, LARGEST_BODY - 100)
            made[f"enough of {piece[:30]!r}"] = partial(heavy, fill, piece)
    for piece in ("a", "[", "\n", "- а\n", SENTENCE):
        made[f"5 MB of {piece[:30]!r}"] = partial(full, filled, piece, LARGEST_FILE - 100)
    made["lists in lists"] = partial(body, "".join("    " * (n % 20) + "- а\n" for n in range(6_000)))
    made["a list in each list"] = partial(body, "".join("    " * n + "- а\n" for n in range(700)))
    made["quotations in quotations"] = partial(body, "".join("> " * (n % 20) + "а\n" for n in range(1_500)))
    made["a long table"] = partial(body, "|а|б|\n|-|-|\n" + "|в|г|\n" * 6_000)
    made["a wide table"] = partial(body, "|а" * 6_000 + "\n" + "|-" * 6_000 + "\n" + "|в" * 6_000)
    return made


def heads() -> dict[str, Make]:
    """Front matter of all the room that there is, and of all that passes."""
    made: dict[str, Make] = {}
    room = LARGEST_HEAD - 500
    for size in (room, 60_000):
        made |= {f"head of {size} {piece!r}": partial(head, filled(piece, size) + "\n") for piece in HEADS}
        made |= {f"head of {size} {piece!r}": partial(head, counted(piece, size)) for piece in COUNTED_HEADS}
        made |= {f"{name} of {size}": partial(items, name, item, size) for name, item in LISTS.items()}
    for value in VALUES:
        made[f"title of {value!r}"] = partial(field, "title", filled(value, room))
        made[f"summary of {value!r}"] = partial(field, "summary", value * (LONGEST_VALUE // len(value)))
    for name in FIELDS:
        made[f"{name} of digits"] = partial(field, name, "1" * LONGEST_VALUE)
        made[f"{name} of words"] = partial(field, name, "а-" * (LONGEST_VALUE // 2))
        made[f"{name} in quotes"] = partial(field, name, "'" + '"' * (LONGEST_VALUE - 2) + "'")
    made["a map in one line"] = partial(head, "a: {" + counted("b{}: c, ", room) + "}\n")
    made["commas"] = partial(field, "title", "{" + "a," * (room // 2) + "}")
    made["bomb"] = partial(head, bomb(25))
    made["lines"] = partial(field, "summary", "а\n" + filled("  дума\n", room))
    made["folded"] = partial(field, "summary", ">\n" + "  а\n\n" * 6_000)
    made["escapes"] = partial(field, "title", '"' + "\\x41" * LONGEST_VALUE + '"')
    made["half characters"] = partial(field, "title", '"' + "\\ud800" * 1000 + '"')
    return made


def raw() -> dict[str, Make]:
    """Bytes that are no page, as page and as settings."""
    top = LARGEST_FILE
    kinds = {
        "nothing": (b"", 1),
        "NUL": (b"\0", top),
        "cp1251": ("---\ntitle: Парк\n---\nдума ".encode("cp1251"), 200_000),
        "UTF-16": ("\ufeffдума ".encode("utf-16-le") * 100, 5_000),
        "UTF-16 without mark": ("дума ".encode("utf-16-le"), 500_000),
        "Latin-1": (b"\xe9", top),
        "no character": (b"\xff", top),
        "half characters": (b"\xed\xa0\x80", top // 3),
        "all bytes": (bytes(range(1, 256)), top // 255),
        "marks of order": (b"\xef\xbb\xbf", top // 3),
        "too much": (b"a", top + 1),
        "blank": (b" ", top),
        "returns": (b"\r", top),
        "hyphens": (b"-", top),
        "fences": (b"---\n", top // 4),
        "open heads": (b"---\na: b\n", top // 9),
        "nearly fences": (b"---\na: b\n" + b" -\n" * 100_000, 1),
        "a head without end": (b"---\n" + b"a: b\n" * 1_000_000, 1),
        "a head that nearly ends": (b"---\n" + b"a: b\n" * 50_000 + b"--\n" + b"a: b\n" * 900_000, 1),
        "a NUL at the end": (b"---\ntitle: a\n---\n" + b"a" * 500_000 + b"\0", 1),
        "a wrong byte at the end": (b"---\ntitle: a\n---\n" + b"a\n" * 500_000 + b"\xff", 1),
    }
    return {
        f"{path} of {name}": partial(repeated, path, data, times)
        for name, (data, times) in kinds.items()
        for path in ("pages/a.bg.md", "site.yaml", "organisations.yaml")
    }


def large_settings() -> dict[str, Make]:
    """Settings of 5 MB."""
    room = LARGEST_FILE - 1000
    kinds: dict[str, tuple[Callable[[str, int], str], str, int]] = {
        "100 000 keys": (counted, "k{}: {name: {bg: x}}\n", 2_500_000),
        "keys": (counted, "k{}:\n", room),
        "owners": (counted, "k{}:\n  type: municipality\n  name: {bg: Община}\n", room),
        "as many owners as may be": (counted, "k{}: {type: municipality, name: {bg: Община}}\n", 300_000),
        "names nearly right": (counted, "titl{}: б\n", 300_000),
        "one list": (filled, "- a\n", room),
        "one word": (filled, "а", room),
        "one key": (filled, "a: б\n", room),
        "depth": (filled, "a: [", room),
        "maps": (filled, "{a: ", room),
        "quotes": (filled, '"a', room),
        "remarks": (filled, "# дума\n", room),
    }
    return {
        f"{file}.yaml: {name}": partial(settings, file, fill, piece, size)
        for name, (fill, piece, size) in kinds.items()
        for file in ("site", "organisations", "programmes")
    }


ORDINARY = "an ordinary page"
NASTY: dict[str, Make] = {
    ORDINARY: partial(full, filled, SENTENCE * 5 + "\n\n", 100_000),
    **bodies(),
    **heads(),
    **raw(),
    **large_settings(),
}
"""All of them by name; made when asked for."""


def answer(name: str) -> dict[str, object]:
    """Builds a site with one of the files; the problems must stand inside it."""
    with TemporaryDirectory() as folder:
        content = write_files(Path(folder), "")
        for path, data in NASTY[name]().items():
            (content / path).parent.mkdir(parents=True, exist_ok=True)
            (content / path).write_bytes(data)
        limit()
        before, started = memory("VmRSS"), process_time()
        built = build_content(content)
        seconds, megabytes = process_time() - started, memory("VmHWM") - before
        inside(built.problems, Path(folder))
    codes = sorted({problem.code for problem in built.problems})
    return {"name": name, "seconds": seconds, "megabytes": megabytes, "codes": codes, "problems": len(built.problems)}


def limit() -> None:
    """Takes the rest of the computer away, where the system can; counts memory from here on."""
    if sys.platform == "linux":
        import resource

        Path("/proc/self/clear_refs").write_text("5", encoding="ascii")
        resource.setrlimit(resource.RLIMIT_AS, (memory("VmSize") * 1024 * 1024 + MEMORY, resource.RLIM_INFINITY))
        resource.setrlimit(resource.RLIMIT_CPU, (int(process_time()) + SECONDS, resource.RLIM_INFINITY))


def memory(name: str) -> int:
    """A size of this process in MB; 0 where the system does not tell."""
    status = Path("/proc/self/status")
    text = status.read_text(encoding="ascii") if status.exists() else ""
    return int(text.partition(f"{name}:")[2].split()[0]) // 1024 if name in text else 0


if __name__ == "__main__":
    for asked in sys.argv[1:]:
        print(json.dumps(answer(asked)), flush=True)  # noqa: T201 - the answer is for the one who asked
