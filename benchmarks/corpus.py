"""A site of any size, made of phrases by a seed: N pages are N / 3 projects in three languages.

    python benchmarks/corpus.py FOLDER [--pages N] [--seed N]

Writes a content folder for sitegen that builds without an error; `benchmarks/field/` writes the same projects for other
programs. The same seed gives the same bytes. The three texts of a project say the same, sentence by sentence, so that
checks of translations have their work and nothing to complain about.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from random import Random

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from benchmarks import phrases  # noqa: E402 - the checkout is put on the path first
from benchmarks.phrases import Phrase  # noqa: E402

LANGUAGES = ("bg", "en", "ru")
"""The first is the language of the sources."""
PROGRAMMES = {
    "oprg-2014-2020": "BG16RFOP001",
    "ophrd-2014-2020": "BG05M9OP001",
    "opgg-2014-2020": "BG05SFOP001",
}
"""Id and the code with which its contracts begin; each has one fund."""
NUMBERS = 9999
"""Contracts of one procedure."""
SITE = """\
title: {bg: "Проекти на Община Полянка", en: "Projects of Polyanka Municipality", ru: "Проекты общины Полянка"}
url: https://proekti.example/
languages: [bg, en, ru]
owner: polyanka
contact:
  unit: {bg: "Общинска администрация", en: "Municipal Administration", ru: "Общинская администрация"}
  phones: ["078 55 11 66"]
  email: proekti@polyanka.example
  address: {bg: "пл. „Липите“ № 1", en: "1 Lipite Square", ru: "пл. «Липите», 1"}
share:
  bg: [facebook, viber, email]
  en: [facebook, viber, email]
  ru: [facebook, viber, email]
accessibility:
  standard: "EN 301 549 V3.2.1 (2021-03)"
  status: partial
  items:
    - text:
        bg: Обходът с четец на екрана не е опитан
        en: Nobody has tried a screen reader
        ru: Программа экранного доступа не испытана
      reason: noncompliance
  prepared: 2026-11-01
  method: self
  reviewed: 2026-11-01
  feedback: {days: 14}
  authority: egov
editor_language: en
"""
OWNER, *OTHERS = phrases.PARTNERS
AUTHORITY = """\
egov:
  type: ministry
  name:
    bg: "Министерство на електронното управление"
    en: "Ministry of Electronic Governance"
    ru: "Министерство электронного управления"
  address: {bg: "София", en: "Sofia", ru: "София"}
  emails: [mail@egov.example]
"""


@dataclass(frozen=True)
class Activity:
    """A step of a project."""

    title: str
    start: str
    """A month: 2018-02."""
    end: str


@dataclass(frozen=True)
class Result:
    """What was counted."""

    text: str
    target: int
    achieved: int


@dataclass(frozen=True)
class Words:
    """A project in one language."""

    title: str
    summary: str
    goals: tuple[str, ...]
    """The overall one, then the specific ones."""
    activities: tuple[Activity, ...]
    groups: tuple[str, ...]
    results: tuple[Result, ...]
    unit: str
    body: str
    """Markdown; links to other projects are `page:projects/<slug>`."""


@dataclass(frozen=True)
class Project:
    """Facts, and words in each language."""

    number: int
    programme: str
    contract: str
    start: date
    end: date
    months: int
    eu: int
    """Stotinki, as `national`."""
    national: int
    partners: tuple[str, ...]
    """Beside the municipality."""
    words: dict[str, Words]

    @property
    def slug(self) -> str:
        """The name of its folder and of its address."""
        return slug(self.number)


def slug(number: int) -> str:
    """The name of a project's folder."""
    return f"proekt-{number:05d}"


def lev(stotinki: int) -> str:
    """An amount as an editor writes it: 515 000,00 лв."""
    return f"{stotinki / 100:,.2f} лв.".replace(",", " ").replace(".", ",", 1)


# ── projects ────────────────────────────────────────────────────────────────────────────────────────────────


def projects(count: int, seed: int) -> Iterator[Project]:
    """So many projects, one after the other: nothing is kept."""
    return (project(number, count, seed) for number in range(1, count + 1))


def project(number: int, count: int, seed: int) -> Project:
    """One of `count` projects; its links lead to others of them."""
    chance = Random(f"{seed} {number}")
    start, months = (
        date(chance.randint(2015, 2020), chance.randint(1, 12), chance.randint(1, 28)),
        chance.randint(12, 30),
    )
    total = chance.randint(80_000, 4_000_000) * 100 + chance.randrange(100)
    eu = total * 85 // 100
    programme, code = chance.choice(list(PROGRAMMES.items()))
    procedure, serial = divmod(number - 1, NUMBERS)
    return Project(
        number=number,
        programme=programme,
        contract=f"{code}-{chance.randint(1, 8)}.{procedure + 1:03d}-{serial + 1:04d}-C01",
        start=start,
        end=later(start, months),
        months=months,
        eu=eu,
        national=total - eu,
        partners=tuple(chance.sample(OTHERS, 2)),
        words=words(number, count, seed, start),
    )


def later(day: date, months: int) -> date:
    """The same day some months later."""
    years, month = divmod(day.month - 1 + months, 12)
    return day.replace(year=day.year + years, month=month + 1)


def title(number: int, seed: int) -> Phrase:
    """What a project is called; the number makes it the only one of its name."""
    chance = Random(f"{seed} title {number}")
    work, town = chance.choice(phrases.WORKS), chance.choice(phrases.TOWNS)
    one, two, three = (f"{what} – {where} {number}" for what, where in zip(work, town, strict=True))
    return one, two, three


def words(number: int, count: int, seed: int, start: date) -> dict[str, Words]:
    """A project's words; each language draws the same lots, so that it says the same."""
    return {
        language: told(Random(f"{seed} words {number}"), index, number, count, seed, start)
        for index, language in enumerate(LANGUAGES)
    }


def told(chance: Random, index: int, number: int, count: int, seed: int, start: date) -> Words:  # noqa: PLR0913, PLR0917
    """The words in the language of an index."""
    counts = [chance.randint(5, 95) for _ in range(3)]
    steps = chance.sample(phrases.STEPS, chance.randint(3, 5))
    return Words(
        title=title(number, seed)[index],
        summary=f"{sentence(chance, index)} {sentence(chance, index)}",
        goals=tuple(aim[index] for aim in chance.sample(phrases.AIMS, 4)),
        activities=tuple(
            Activity(step[index], f"{later(start, place):%Y-%m}", f"{later(start, place + 5):%Y-%m}")
            for place, step in enumerate(steps)
        ),
        groups=tuple(group[index] for group in chance.sample(phrases.PEOPLE, 2)),
        results=tuple(
            Result(text[index], wanted, wanted + chance.randint(0, 4))
            for text, wanted in zip(chance.sample(phrases.COUNTED, 2), counts, strict=False)
        ),
        unit=phrases.UNIT[index],
        body=body(chance, index, number, count, seed),
    )


def sentence(chance: Random, index: int) -> str:
    """Somebody does something somewhere."""
    parts = (phrases.WHO, phrases.DOES, phrases.WHEN)
    return " ".join(chance.choice(part)[index] for part in parts) + "."


def sentences(chance: Random, index: int, count: int) -> str:
    """So many."""
    return " ".join(sentence(chance, index) for _ in range(count))


def body(chance: Random, index: int, number: int, count: int, seed: int) -> str:
    """Sections with emphasis in a paragraph, and by turns a list, a link in bold company, a table, a quotation."""
    pieces: list[str] = []
    for place, heading in enumerate(chance.sample(phrases.HEADINGS, 6)):
        other = (number + 7 * place + 1) % count + 1
        pieces += [
            f"## {heading[index]}",
            f"*{chance.choice(phrases.STRONG)[index]}* {sentences(chance, index, chance.randint(1, 2))}",
            (bullets, linked, table, quotation)[place % 4](chance, index, title(other, seed)[index], slug(other)),
        ]
    return "\n\n".join(pieces) + "\n"


def bullets(chance: Random, index: int, _title: str, _slug: str) -> str:
    """A list."""
    return "\n".join(f"- {sentence(chance, index)}" for _ in range(chance.randint(3, 5)))


def linked(chance: Random, index: int, other: str, target: str) -> str:
    """A paragraph with a link to another project and bold words."""
    strong = chance.choice(phrases.STRONG)[index]
    return f"{sentence(chance, index)} **{strong}** [{other}](page:projects/{target}). {sentence(chance, index)}"


def table(chance: Random, index: int, _title: str, _slug: str) -> str:
    """Three counts, at the start and at the end."""
    rows = [
        f"| {what[index]} | {chance.randint(1, 40)} | {chance.randint(41, 95)} |"
        for what in chance.sample(phrases.COUNTED, 3)
    ]
    return "\n".join([f"| {' | '.join(column[index] for column in phrases.COLUMNS)} |", "|---|---:|---:|", *rows])


def quotation(chance: Random, index: int, _title: str, _slug: str) -> str:
    """What somebody is quoted with."""
    return f"> {sentence(chance, index)}"


# ── the content folder of sitegen ───────────────────────────────────────────────────────────────────────────


def source(project: Project, language: str) -> str:
    """A page: facts and words in the first language, words alone in the others."""
    told = project.words[language]
    head = facts(project, told) if language == LANGUAGES[0] else translations(told)
    return f'---\ntitle: "{told.title}"\nsummary: "{told.summary}"\n{head}---\n{told.body}'


def facts(project: Project, told: Words) -> str:
    """The front matter of a source."""
    goals = "".join(
        f'  - {{id: g{place}, kind: {"specific" if place else "overall"}, text: "{goal}"}}\n'
        for place, goal in enumerate(told.goals)
    )
    activities = "".join(
        f'  - {{id: a{place}, number: "{place}", title: "{one.title}", start: {one.start}, end: {one.end}}}\n'
        for place, one in enumerate(told.activities, 1)
    )
    results = "".join(
        f'  - {{id: r{place}, text: "{one.text}", unit: {told.unit}, target: {one.target}, achieved: {one.achieved}}}\n'
        for place, one in enumerate(told.results, 1)
    )
    groups = "".join(f'  - {{id: t{place}, text: "{group}"}}\n' for place, group in enumerate(told.groups, 1))
    partners = "".join(f"  - {{org: {partner}, role: partner}}\n" for partner in project.partners)
    return (
        f"number: {project.number}\nprogramme: {project.programme}\ncontract: {project.contract}\n"
        f"start: {project.start}\nend: {project.end}\nmonths: {project.months}\n"
        f'total_value: "{lev(project.eu + project.national)}"\n'
        f'funding:\n  eu: "{lev(project.eu)}"\n  national: "{lev(project.national)}"\n'
        f"partners:\n  - {{org: {OWNER}, role: beneficiary}}\n{partners}"
        f"goals:\n{goals}activities:\n{activities}target_groups:\n{groups}results:\n{results}"
    )


def translations(told: Words) -> str:
    """The front matter of a translation."""
    return (
        named("goals", "g", told.goals, first=0)
        + named("activities", "a", [one.title for one in told.activities])
        + named("target_groups", "t", told.groups)
        + named("results", "r", [one.text for one in told.results])
        + f'units: {{{phrases.UNIT[0]}: "{told.unit}"}}\n'
    )


def organisations() -> str:
    """The entries of organisations.yaml."""
    entries = (
        f"{key}:\n  type: {'municipality' if key == OWNER else 'ngo'}\n"
        f'  name: {{bg: "{name[0]}", en: "{name[1]}", ru: "{name[2]}"}}\n'
        for key, name in phrases.PARTNERS.items()
    )
    return "".join(entries) + AUTHORITY


def named(field: str, letter: str, texts: Sequence[str], first: int = 1) -> str:
    """The words of a list by the ids of its items."""
    return f"{field}:\n" + "".join(f'  {letter}{place}: "{text}"\n' for place, text in enumerate(texts, first))


def write(content: Path, pages: int, seed: int = 1) -> int:
    """Lays a content folder and returns the bytes of its pages."""
    content.mkdir(parents=True, exist_ok=True)
    (content / "site.yaml").write_text(SITE, encoding="utf-8", newline="\n")
    (content / "organisations.yaml").write_text(organisations(), encoding="utf-8", newline="\n")
    size = 0
    for one in projects(pages // len(LANGUAGES), seed):
        folder = content / "projects" / one.slug
        folder.mkdir(parents=True)
        for language in LANGUAGES:
            size += (folder / f"index.{language}.md").write_bytes(source(one, language).encode())
    return size


def main() -> None:
    """Writes a content folder and says what was made."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", type=Path, help="the content folder, new or empty")
    parser.add_argument("--pages", type=int, default=999, help="projects times three languages")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    size = write(options.folder, options.pages, options.seed)
    count = options.pages // len(LANGUAGES)
    pages = count * len(LANGUAGES)
    print(
        f"{options.folder}: {count} projects in {len(LANGUAGES)} languages, {pages} pages, {size / pages:,.0f} B each"
    )


if __name__ == "__main__":
    main()
