"""Ours beside seven other generators: the same site of the same corpus, built by each in turns, in one run.

    python benchmarks/peers.py [--pages N …] [--only NAME …] [--runs N] [--tools FOLDER] [--print]

Fetches the programs (PyPI, npm) into a temporary folder, or into FOLDER, where the next run finds them. Each first
proves that it makes every page with its facts, words, switcher and share links, and that an edit arrives. The table
goes into docs/performance.md, unless a part of the field was asked for or `--print` is given. What the figures mean:
benchmarks/README.md.
"""

from __future__ import annotations

import argparse
import os
import platform
import re
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from html import unescape
from itertools import zip_longest
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from benchmarks import corpus  # noqa: E402 - the checkout is put on the path first
from benchmarks.corpus import LANGUAGES, Project, project  # noqa: E402
from benchmarks.field import PEERS, Peer  # noqa: E402
from benchmarks.measure import Run, peak, said, timed  # noqa: E402

PAGE = ROOT / "docs" / "performance.md"
SECTION = re.compile(r"^## Side by side\n.*?(?=^## |\Z)", re.MULTILINE | re.DOTALL)
OPENING = "# Performance, measured\n\nFigures, each with the day and the versions that gave them.\n\n"
SIZES = (99, 999, 9999)
COLD, SAME, BODY, TITLE = "cold", "nothing changed", "one text edited", "one title edited"
CASES = (COLD, SAME, BODY, TITLE)
ADDED = "Работилницата отваря врати в понеделник."
"""A sentence that the corpus does not have."""
RENAMED = "Преименуван"
OURS = "sitegen"


@dataclass
class Program:
    """One that is measured: ours or a peer, with its site."""

    name: str
    site: Path
    build: tuple[str, ...]
    tell: tuple[str, ...]
    """The command that tells the version."""
    file: Callable[[Project, str], str]
    """The source of a page, from the site's folder."""
    made: Callable[[str, str], str]
    """Language and slug to the page made of it."""
    output: str
    """The folder that it makes."""
    lists: tuple[str, ...]
    """Lists, feeds and sitemaps."""
    has_hreflang: bool = True
    """Whether its sitemap names the other languages."""
    environment: dict[str, str] = field(default_factory=dict)
    has_titles: bool = False
    """Whether the edit of a title is measured as well."""
    kept: frozenset[str] = frozenset()
    """What lies in the site's folder before a build."""
    version: str = ""
    memory: int = 0
    """Bytes, of a cold build."""
    starts: list[Run] = field(default_factory=list)
    runs: dict[str, list[Run]] = field(default_factory=lambda: {case: [] for case in CASES})


# ── the programs ────────────────────────────────────────────────────────────────────────────────────────────


def ours(site: Path, pages: int, seed: int) -> Program:
    """Our own program from this checkout, with all checks."""
    corpus.write(site / "content", pages, seed)
    sections = {"bg": "bg/proekti", "en": "en/projects", "ru": "ru/proekty"}
    start = (sys.executable, "-m", "sitegen")
    return Program(
        name=OURS,
        site=site,
        build=(*start, "build", "--quiet"),
        tell=(*start, "--version"),
        file=lambda one, language: f"content/projects/{one.slug}/index.{language}.md",
        made=lambda language, slug: f"output/{sections[language]}/{slug}/index.html",
        output="output",
        lists=("output/sitemap.xml", *(f"output/{path}/index.html" for path in sections.values())),
        environment={"PYTHONPATH": str(ROOT)},
        has_titles=True,
    )


def theirs(peer: Peer, tools: Path, site: Path, pages: int, seed: int) -> Program:
    """A peer with its site."""
    peer.lay(site, pages, seed)
    start = peer.program(tools / peer.id)
    lists = {peer.made(pattern, one) for pattern in (peer.list, peer.feed, peer.sitemap) for one in LANGUAGES}
    return Program(
        name=peer.name,
        site=site,
        build=(*start, *peer.build),
        tell=(*start, *peer.version),
        file=peer.file,
        made=lambda language, slug: peer.made(peer.page, language, slug),
        output=peer.output,
        lists=tuple(sorted(lists)),
        has_hreflang=peer.has_hreflang,
    )


def fetch(peers: Iterable[Peer], tools: Path) -> None:
    """Installs what is not there yet; a stamp says that an installation was finished."""
    for peer in peers:
        folder = tools / peer.id
        if not (folder / "stamp").exists():
            print(f"fetching {peer.name}", flush=True)
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir(parents=True)
            peer.install(folder)
            (folder / "stamp").touch()


# ── proofs ──────────────────────────────────────────────────────────────────────────────────────────────────


def prove(program: Program, pages: int, seed: int) -> None:
    """A cold build, under watch for its memory, and one after an edit; both must show what was written."""
    count = pages // len(LANGUAGES)
    program.kept = frozenset(entry.name for entry in program.site.iterdir())
    program.version = told_version(program)
    program.memory = peak(program.build, program.site, program.environment)
    for number in {1, count // 2 + 1, count}:
        one = project(number, count, seed)
        for language in LANGUAGES:
            prove_page(program, one, language)
    prove_whole(program, pages)
    change(program, BODY, pages, seed)
    timed(program.build, program.site, program.environment)
    edited = project(count // 2 + 1, count, seed)
    assert plain(ADDED) in text_of(page(program, LANGUAGES[0], edited.slug)), f"{program.name} does not take up an edit"
    restore(program, pages, seed)
    made = sum(1 for _ in (program.site / program.output).rglob("*.html"))
    print(f"{program.version}: {made} HTML files, {program.memory / 2**20:,.0f} MiB", flush=True)


def prove_whole(program: Program, pages: int) -> None:
    """All pages are there, lists and feeds, and sitemaps that name all pages and, where they can, the languages."""
    numbers = range(1, pages // len(LANGUAGES) + 1)
    whole = sum(page(program, one, corpus.slug(number)).is_file() for number in numbers for one in LANGUAGES)
    assert whole == pages, f"{program.name} makes {whole} pages of {pages}"
    missing = [path for path in program.lists if not (program.site / path).is_file()]
    assert not missing, f"{program.name} does not make {missing}"
    found = (program.site / program.output).rglob("sitemap*.xml")
    sitemaps = "".join(path.read_text(encoding="utf-8") for path in found)
    assert sitemaps.count("<loc>") >= pages, f"{program.name} leaves pages out of its sitemap"
    assert ("hreflang" in sitemaps) == program.has_hreflang, f"{program.name}: hreflang in the sitemap"


def prove_page(program: Program, one: Project, language: str) -> None:
    """A page shows facts, words, switcher and share links."""
    path, told = page(program, language, one.slug), one.words[language]
    assert path.is_file(), f"{program.name} does not make {path}"
    html, text = path.read_text(encoding="utf-8"), text_of(path)
    last = re.split(r"[.|]", told.body.rstrip().rpartition("\n")[2].strip("|>- "))[0]
    shown = (told.title, told.summary, one.contract, *told.goals, told.groups[0], told.activities[0].title, last)
    missing = [words for words in shown if plain(words) not in text]
    marks = ["facebook.com/sharer", "viber://", "mailto:", *(f'hreflang="{other}"' for other in LANGUAGES)]
    missing += [mark for mark in marks if mark not in html]
    assert not missing, f"{path} lacks {missing}"


def page(program: Program, language: str, slug: str) -> Path:
    """The page of a project."""
    return program.site / program.made(language, slug)


def text_of(path: Path) -> str:
    """The words of a page, without marks that typography changes."""
    return plain(unescape(re.sub(r"<[^>]+>", "", path.read_text(encoding="utf-8"))))


def plain(text: str) -> str:
    """Letters and digits with single spaces between them."""
    return " ".join(re.findall(r"\w+", text.replace("\u00ad", "")))


def told_version(program: Program) -> str:
    """What a program calls itself: a word and a number."""
    timed(program.tell, program.site, program.environment)
    found = re.search(r"\d+(\.\d+)+", said(program.site).read_text(encoding="utf-8", errors="replace"))
    return f"{program.name} {found[0] if found else ''}".strip()


# ── runs ────────────────────────────────────────────────────────────────────────────────────────────────────


def change(program: Program, case: str, pages: int, seed: int) -> None:
    """Brings about what a case is about; the edit of a title comes after that of a text."""
    count = pages // len(LANGUAGES)
    one = project(count // 2 + 1, count, seed)
    path = program.site / program.file(one, LANGUAGES[0])
    if case == COLD:
        for entry in program.site.iterdir():
            if entry.name not in program.kept:
                shutil.rmtree(entry) if entry.is_dir() else entry.unlink()
    elif case == BODY:
        with path.open("a", encoding="utf-8", newline="\n") as file:
            file.write(f"\n{ADDED}\n")
    elif case == TITLE:
        title = one.words[LANGUAGES[0]].title
        text = path.read_text(encoding="utf-8").replace(title, f"{RENAMED} {title}", 1)
        path.write_text(text, encoding="utf-8", newline="\n")


def restore(program: Program, pages: int, seed: int) -> None:
    """Takes the edits back."""
    count = pages // len(LANGUAGES)
    one = project(count // 2 + 1, count, seed)
    path = program.site / program.file(one, LANGUAGES[0])
    text = path.read_text(encoding="utf-8").replace(f"\n{ADDED}\n", "").replace(f"{RENAMED} ", "")
    path.write_text(text, encoding="utf-8", newline="\n")


def race(programs: Sequence[Program], pages: int, seed: int, runs: int) -> list[Run]:
    """Case by case, in each of them program by program, so that all meet the same moods of the machine.

    Returns how long Python alone takes to start and end.
    """
    bare = []
    for number in range(runs):
        bare.append(timed((sys.executable, "-c", ""), programs[0].site))
        for program in programs:
            program.starts.append(timed(program.tell, program.site, program.environment))
        for case in CASES:
            for program in programs:
                if case != TITLE or program.has_titles:
                    change(program, case, pages, seed)
                    program.runs[case].append(timed(program.build, program.site, program.environment))
        for program in programs:
            restore(program, pages, seed)
        print(f"{pages} pages, run {number + 1} of {runs}", flush=True)
    return bare


# ── the table ───────────────────────────────────────────────────────────────────────────────────────────────

ABSOLUTE = ("program", "cold", "nothing changed", "one text edited", "one title edited", "peak MiB", "`--version`")
RATIOS = ("sitegen ÷", "cold", "nothing changed", "one text edited", "peak memory")


def seconds(runs: Sequence[Run]) -> str:
    """Medians: on the clock, and of all processors."""
    if not runs:
        return "–"
    return f"{median(run.wall for run in runs):.3g} ({median(run.cpu for run in runs):.3g})"


def ratio(mine: Sequence[Run], other: Sequence[Run]) -> str:
    """The median of ours ÷ theirs, run by run."""
    wall = median(a.wall / b.wall for a, b in zip(mine, other, strict=True))
    cpu = median(a.cpu / b.cpu for a, b in zip(mine, other, strict=True))
    return f"{wall:.3g} ({cpu:.3g})"


def row(program: Program) -> tuple[str, ...]:
    """A program's figures."""
    figures = (seconds(program.runs[case]) for case in CASES)
    return (program.version, *figures, f"{program.memory / 2**20:,.0f}", seconds(program.starts))


def ratios(mine: Program, other: Program) -> tuple[str, ...]:
    """Ours by theirs."""
    figures = (ratio(mine.runs[case], other.runs[case]) for case in (COLD, SAME, BODY))
    return (other.version, *figures, f"{mine.memory / other.memory:.2g}")


def table(heads: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    """A Markdown table, figures to the right."""
    lines = [heads, ("---", *("---:" for _ in heads[1:])), *rows]
    return "\n".join("| " + " | ".join(cells) + " |" for cells in lines) + "\n"


def part(programs: Sequence[Program], pages: int, bare: Sequence[Run]) -> str:
    """The figures of one size."""
    mine = next((program for program in programs if program.name == OURS), None)
    text = f"### {pages:,} pages\n\n{table(ABSOLUTE, map(row, programs))}\nPython alone starts in {seconds(bare)}.\n"
    if mine:
        text += "\n" + table(RATIOS, (ratios(mine, other) for other in programs if other is not mine))
    return text


def section(parts: Sequence[str], runs: Sequence[int]) -> str:
    """The part of the page about the field."""
    today = datetime.now().astimezone()
    return (
        f"## Side by side\n\n{today:%Y-%m-%d}, {os.cpu_count()} cores ({platform.machine()}, {platform.system()}), "
        f"Python {platform.python_version()}; medians of "
        f"{', '.join(map(str, runs))} runs by size, interleaved between the programs, "
        "whole processes. Seconds on the clock, in brackets those of all processors together; ratios are ours by "
        "theirs, run by run, below 1 we are quicker. Made by `python benchmarks/peers.py`; what is measured and what "
        "not: [benchmarks/README.md](../benchmarks/README.md).\n\n" + "\n".join(parts)
    )


def write(text: str) -> None:
    """Puts the part into the page, in the place of an earlier one."""
    whole = PAGE.read_text(encoding="utf-8") if PAGE.exists() else OPENING
    if SECTION.search(whole):
        whole = SECTION.sub(lambda found: text + ("\n" if found.end() < len(whole) else ""), whole)
    else:
        whole = whole.rstrip("\n") + "\n\n" + text
    PAGE.write_text(whole, encoding="utf-8", newline="\n")


# ── the command ─────────────────────────────────────────────────────────────────────────────────────────────


def compare(
    peers: Sequence[Peer], tools: Path, scratch: Path, options: argparse.Namespace, asked: tuple[int, int]
) -> str:
    """All programs at one size, proved and measured so many times: pages and runs are asked for."""
    pages, runs = asked
    programs = [theirs(peer, tools, scratch / peer.id, pages, options.seed) for peer in peers]
    if not options.only or OURS in options.only:
        programs.insert(0, ours(scratch / OURS, pages, options.seed))
    for program in programs:
        prove(program, pages, options.seed)
    bare = race(programs, pages, options.seed, runs)
    return part(programs, pages, bare)


def arguments() -> argparse.Namespace:
    """What was asked for."""
    names = [OURS, *(peer.id for peer in PEERS)]
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--pages", type=int, nargs="+", default=SIZES, metavar="N", help="projects times three")
    parser.add_argument("--only", nargs="+", choices=names, metavar="NAME", help=f"of {', '.join(names)}")
    parser.add_argument("--runs", type=int, nargs="+", default=[5], metavar="N", help="of each size; the last for more")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--tools", type=Path, help="where the programs stay for the next run")
    parser.add_argument("--print", action="store_true", help="leave docs/performance.md as it is")
    return parser.parse_args()


def main() -> None:
    """Fetches, proves, measures, prints and writes."""
    options = arguments()
    peers = [peer for peer in PEERS if not options.only or peer.id in options.only]
    with tempfile.TemporaryDirectory(prefix="peers-") as scratch:
        tools = (options.tools or Path(scratch, "tools")).resolve()
        fetch(peers, tools)
        parts = []
        for size, runs in zip_longest(options.pages, options.runs[: len(options.pages)], fillvalue=options.runs[-1]):
            pages = size - size % len(LANGUAGES)
            parts.append(compare(peers, tools, Path(scratch, str(pages)), options, (pages, runs)))
            print(f"\n{parts[-1]}", flush=True)
    if not options.only and not options.print:
        write(section(parts, options.runs))


if __name__ == "__main__":
    main()
