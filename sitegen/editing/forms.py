"""Forms: the front matter of a new page, with remarks and with the optional keys commented out.

The source holds the facts that are known and is a draft, so that nothing of the page is public yet. The other
languages get a file of words: its title is the source's, with a remark that asks to translate it. So no page appears
as translated before somebody has deleted `draft`; then `check` tells of a title of some words that is the same in two
languages, and `status` shows a translation that nobody has accepted.
"""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from sitegen.checks.lengths import LONGEST_SUMMARY, LONGEST_SUMMARY_OF_PROJECT
from sitegen.kinds.project import WORKS
from sitegen.model.attachments import FIRST_DOCUMENTS
from sitegen.problems import NOTHING, Message, message

Tell = Callable[[Message], str]
"""Says a message in the editor's language."""
COLUMN = 40
"""Where remarks begin beside a value; beside a longer one they stand above it."""


@dataclass(frozen=True)
class Entry:
    """A key of a front matter: with its value, else commented out with an example."""

    key: str
    about: Message = NOTHING
    example: str = ""
    """YAML after the colon; "" for a key that is written only with a value."""
    is_lasting: bool = False
    """Whether the remark also stands beside a value."""


@dataclass(frozen=True)
class Remark:
    """A line for the editor between the keys."""

    about: Message


GAP = Remark(NOTHING)
"""An empty line."""
Form = tuple[Entry | Remark, ...]


def front_matter(form: Form, values: Mapping[str, str], tell: Tell) -> str:
    """The head of a page; `values` are YAML by key."""
    lines = (line for item in form for line in written(item, values, tell))
    return "\n".join(("---", *lines, "---", ""))


def written(item: Entry | Remark, values: Mapping[str, str], tell: Tell) -> Iterator[str]:
    """The lines of one item; none for a key without value and example."""
    remark = tell(item.about)
    if isinstance(item, Remark):
        yield f"# {remark}" if remark else ""
    elif item.key in values:
        yield from beside(f"{item.key}: {values[item.key]}", remark if item.is_lasting else "")
    elif item.example:
        yield from beside(f"# {item.key}: {item.example}".replace("\n", "\n# "), remark)


def beside(text: str, remark: str) -> Iterator[str]:
    """A key and its value with a remark on the first line, or above it where it is long."""
    first, *rest = (line.rstrip() for line in text.split("\n"))
    if remark and len(first) >= COLUMN:
        yield f"# {remark}"
    yield f"{first:<{COLUMN}}# {remark}" if remark and len(first) < COLUMN else first
    yield from rest


def block(text: str) -> str:
    """An example on lines of its own."""
    return "\n" + textwrap.indent(textwrap.dedent(text).strip("\n"), "  ")


# ── what the forms share ────────────────────────────────────────────────────────────────────────────────────────────

WORDS = '"…"'
OPTIONAL = Remark(
    message("Lines with # are optional: delete # and the space after it. All fields: docs/content-format.md")
)
TITLE = Entry("title")
SHORT = Entry("short", message("short title for cards and menus"), WORDS)
SUMMARY = Entry("summary", message("one or two sentences, up to {limit} characters", limit=LONGEST_SUMMARY), WORDS)
SUMMARY_OF_PROJECT = replace(
    SUMMARY, about=message("one or two sentences, up to {limit} characters", limit=LONGEST_SUMMARY_OF_PROJECT)
)
DRAFT = Entry("draft", message("not public; delete this line when the page is ready"), is_lasting=True)
CONTACT = Entry(
    "contact",
    message("whom to ask; without it the site's contact serves"),
    block('unit: "…"\nphones: ["078 55 11 66"]\nemail: proekti@example.bg'),
)
GALLERY = Entry(
    "gallery", message("pictures beside this file; alt says what is seen"), block('- file: 01.jpg\n  alt: "…"')
)
IDS = Remark(message("In a list every item has an id of its own: by it translations and links find the item."))
BODY = Remark(message("The text of the page stands below the next line."))

# ── the sources ─────────────────────────────────────────────────────────────────────────────────────────────────────

PROJECT: Form = (
    OPTIONAL,
    TITLE,
    SHORT,
    SUMMARY_OF_PROJECT,
    DRAFT,
    GAP,
    Entry("number", message("for ever: it stands on plaques and in QR codes"), is_lasting=True),
    Entry("programme"),
    Entry("fund"),
    Entry("procedure", message("name of the call"), WORDS),
    Entry("procedure_code", message("number of the call"), "BG16RFOP001-5.001"),
    Entry("contract", message("as soon as it is signed"), "BG16RFOP001-5.001-0042-C01"),
    Entry("start", message("a day; a month (2018-01) or a year where no more is known"), "2018-01-09"),
    Entry("end", message("as planned"), "2020-01-09"),
    Entry("actual_end", message("where it was another day"), "2020-04-09"),
    Entry("months", message("duration by the contract"), "24"),
    Entry("status", message("only where the dates do not tell it"), "suspended"),
    Entry("total_value", message("as in the contract"), '"515 000,00 лв."'),
    Entry(
        "funding",
        message("who pays which part; together they are the total"),
        block('eu: "437 750,00 лв."\nnational: "77 250,00 лв."'),
    ),
    Entry("works", message("one of: {names}", names=", ".join(WORKS)), "construction"),
    GAP,
    Entry("partners", message("organisations.yaml describes the organisations"), is_lasting=True),
    CONTACT,
    GAP,
    IDS,
    Entry("places", message("where it is built or done"), block('- id: p1\n  name: "…"\n  address: "…"')),
    Entry(
        "goals",
        message("the overall aim, then the specific ones"),
        block('- id: g1\n  kind: overall\n  text: "…"\n- id: g2\n  text: "…"'),
    ),
    Entry(
        "activities",
        message("what is done, and what it brings"),
        block('- id: a1\n  title: "…"\n  outputs:\n    - id: o1\n      text: "…"\n      count: 6'),
    ),
    Entry("target_groups", message("whom it is for"), block('- id: t1\n  text: "…"')),
    Entry(
        "results",
        message("what is counted: value at the beginning, promised, reached"),
        block('- id: r1\n  text: "…"\n  unit: "…"\n  baseline: 24\n  target: 30\n  achieved: 30'),
    ),
    Entry(
        "publicity",
        message("how much of it the contract promises"),
        block("press_conference: 2\npermanent_sign: 1\nposter: 1"),
    ),
    GALLERY,
    BODY,
    Remark(message("A heading with {{#a1}} explains activity a1.")),
)
EVENT: Form = (
    OPTIONAL,
    TITLE,
    SUMMARY,
    DRAFT,
    GAP,
    Entry("type"),
    Entry("start", message("the day, better with the hour"), "2018-02-20 11:00"),
    Entry("end", NOTHING, "2018-02-20 12:30"),
    Entry("place", message("hall, street, town"), WORDS),
    Entry("status", message("only where it does not take place"), "cancelled"),
    CONTACT,
    GAP,
    IDS,
    Entry(
        "agenda",
        message("programme of the day"),
        block('- id: i1\n  time: "11:00"\n  text: "…"\n  speaker: "…"'),
    ),
    GALLERY,
    BODY,
)
NEWS: Form = (
    OPTIONAL,
    TITLE,
    SUMMARY,
    DRAFT,
    GAP,
    Entry("date"),
    Entry("event", message("path of the event that it tells of"), "../../events/2018-02-20-start"),
    GALLERY,
    BODY,
)
PAGE: Form = (
    OPTIONAL,
    TITLE,
    SUMMARY,
    DRAFT,
    GAP,
    Entry("menu", message("place in the main menu; without it the page is not there"), "45"),
    GALLERY,
    BODY,
)
SOURCES: Mapping[str, Form] = {"project": PROJECT, "event": EVENT, "news": NEWS, "page": PAGE}


def source_form(kind: str, values: Mapping[str, str], language: str) -> Form:
    """The form of a kind; that of a press conference names the documents that belong to it."""
    if not values.get("type", "").strip("\"'").endswith("press_conference"):
        return SOURCES[kind]
    names = (f"{name.replace('_', '-')}.{language}.pdf" for name in FIRST_DOCUMENTS)
    documents = message("Put the four documents beside this file: {names}", names=", ".join(names))
    return (*EVENT[:-1], Remark(documents), BODY)


# ── the translations ────────────────────────────────────────────────────────────────────────────────────────────────

BARE = tuple(Entry(key, NOTHING, WORDS) for key in ("short", "summary", "procedure", "place"))
WORDED: Mapping[str, Form] = {
    "project": (
        *BARE[:3],
        Entry("contact", NOTHING, block('unit: "…"')),
        Entry("places", NOTHING, block('p1:\n  name: "…"\n  address: "…"')),
        Entry("goals", NOTHING, block('g1: "…"\ng2: "…"')),
        Entry("activities", NOTHING, block('a1:\n  title: "…"\n  outputs:\n    o1: "…"')),
        Entry("target_groups", NOTHING, block('t1: "…"')),
        Entry("results", NOTHING, block('r1: "…"')),
        Entry("units", message("each unit of the results, and its word here"), block('"…": "…"')),
        Entry("gallery", NOTHING, block('01.jpg: "…"')),
    ),
    "event": (
        BARE[1],
        BARE[3],
        Entry("contact", NOTHING, block('unit: "…"')),
        Entry("agenda", NOTHING, block('i1:\n  text: "…"\n  speaker: "…"')),
        Entry("gallery", NOTHING, block('01.jpg: "…"')),
    ),
    "news": (BARE[1], Entry("gallery", NOTHING, block('01.jpg: "…"'))),
    "page": (BARE[1], Entry("gallery", NOTHING, block('01.jpg: "…"'))),
}


def translation_form(kind: str, source: str, *, has_title: bool) -> Form:
    """The form of a translation; `source` is the name of the file with the facts."""
    title = Entry("title", message("translate it: this is the title of {source}", source=source), is_lasting=True)
    return (
        Remark(message("Words only: dates, amounts and codes stand in {source}.", source=source)),
        TITLE if has_title else title,
        *WORDED[kind],
        BODY,
    )
