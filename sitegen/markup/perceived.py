"""What a finished page is to those who hear it, feel it or use only keys: one sweep over its tags finds the faults.

The rules are those that a program can decide without a browser (WCAG 2.2, A and AA; EN 301 549, 9). Every page of a
build goes through, so the sweep is a regular expression and a list of open elements, and looks at few attributes.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from html import unescape

from sitegen.markup.aria import MEANING, NATIVE, PRESSED, REFERRING, ROLES, SILENCED, STATES
from sitegen.markup.landmarks import frame_faults, landed, led, stepped
from sitegen.markup.sweep import (
    FRAME,
    KEYS,
    LANGUAGES,
    NAMES,
    REFERENCES,
    TABLES,
    VOICES,
    VOID,
    Fault,
    Open,
    Sweep,
    attributes_of,
)
from sitegen.markup.tags import tags
from sitegen.problems import message
from sitegen.text.languages import SCRIPTS, is_obvious, script

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
NAMED = frozenset({"a", "button", "summary", "title"}) | HEADINGS
"""Elements that are named by what stands in them."""
FIELDS = frozenset({"input", "select", "textarea"})
SILENT = frozenset({"hidden", "submit", "reset", "button"})
"""Types of `input` that need no label."""
LOOKED_AT = (NAMED | FIELDS | frozenset({
    "html", "meta", "img", "area", "iframe", "table", "caption", "th", "label", "svg", "body", "nav", "audio", "video",
})) - {"a"}  # fmt: skip
"""Elements whose attributes matter, whatever they are."""
COUNTED = frozenset({"body", "title", "main", "h1"})
NOTHING: Mapping[str, str] = {}
TELLING = re.compile(r"\b(?:id|for|headers|lang|hreflang|role|tabindex|autofocus|aria-\w+)\b")
LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z]{4})?(?:-(?:[A-Za-z]{2}|\d{3}))?(?:-[A-Za-z0-9]{5,8})*|x-default")
"""A tag of BCP 47, as far as sites use them."""
POSITIVE = re.compile(r"\s*\+?0*[1-9][0-9]*\s*")
SCOPES = frozenset({"row", "col", "rowgroup", "colgroup"})
LISTS = frozenset({"ul", "ol", "menu", "dl"})
QUOTED = frozenset({"address", "blockquote", "cite", "code", "kbd", "pre", "q", "samp", "svg"})
"""Elements whose words may be in any language: quotations, names, code."""
MOST_WORDS = 6
"""Told of a text."""
SHORTEST = 16
"""Characters of a text whose language is looked at: fewer are a name."""


PROSE = re.compile(r"class\s*=\s*[\"']?(?:[^\"'>]*\s)?prose\b")
"""Begins the text of an editor."""


def faults(html: str) -> tuple[Fault, ...]:
    """What is wrong with a page; nothing with one that only leads on."""
    sweep = swept(html)
    if sweep.is_stub:
        return ()
    return (*frame_faults(sweep, html), *sweep.faults, *lost_references(sweep), *nameless_fields(sweep))


def swept(html: str) -> Sweep:
    """All tags, looked at in their order."""
    sweep = Sweep()
    for number, (name, written, text) in enumerate(tags(html).found, 1):
        tag = name.lower()
        if tag[0] != "/":
            begin(sweep, Open(tag, number, written, telling(tag, written) if written else NOTHING))
        elif sweep.stack:
            close(sweep, tag[1:])
        if sweep.stack and text and not text.isspace():
            heard(sweep, text)
    return sweep


@lru_cache(maxsize=1 << 12)
def telling(tag: str, written: str) -> Mapping[str, str]:
    """The attributes of a tag, where they matter; the same tags stand on all pages."""
    is_telling = tag in LOOKED_AT or (tag == "a" and "#" in written) or TELLING.search(written)
    return attributes_of(written) if is_telling else NOTHING


def begin(sweep: Sweep, one: Open) -> None:
    """An element begins."""
    above = sweep.stack[-1] if sweep.stack else None
    if above:
        one.is_hidden, one.is_prose, one.language = above.is_hidden, above.is_prose, above.language
        one.is_quoted = above.is_quoted or one.name in QUOTED
    if "prose" in one.written and PROSE.search(one.written):
        one.is_prose = True
    if one.name in COUNTED:
        sweep.counts[one.name] += 1
    if one.attributes:
        one.is_hidden |= one.attributes.get("aria-hidden") == "true"
        one.language = one.attributes.get("lang", one.language)
        one.has_label = bool(one.attributes.get("aria-label") or one.attributes.get("aria-labelledby"))
        noted(sweep, one)
    if one.name in JUDGES:
        JUDGES[one.name](sweep, one)
    if one.has_label:
        names_those_above(sweep)
    if one.name not in VOID and not one.written.endswith("/"):
        sweep.stack.append(one)
        if one.has_label:
            sweep.spoken.append(one)


def of_the_root(sweep: Sweep, one: Open) -> None:
    """The language of the page."""
    sweep.language = one.attributes.get("lang", "")


def of_the_body(sweep: Sweep, one: Open) -> None:
    """Whether the page has no menu."""
    sweep.is_bare = "bare" in one.attributes.get("class", "").split()


def pressed(sweep: Sweep, one: Open) -> None:
    """Links and buttons do not lie in one another; the first link is remembered."""
    if one.name == "a" and sweep.first_link is None and sweep.counts["body"]:
        sweep.first_link = attributes_of(one.written).get("href", "")
    if one.is_hidden and (one.name != "a" or "href" in one.written) and 'tabindex="-1"' not in one.written:
        sweep.fault(KEYS, one.tag, message("keys reach '{tag}', and it is hidden from those who listen", tag=one.name))
    if sweep.pressing:
        what = message("'{tag}' lies in another element that can be pressed", tag=one.name)
        sweep.fault(KEYS, one.tag, what)
    if one.name != "summary":
        sweep.pressing.append(one)


def labelling(sweep: Sweep, one: Open) -> None:
    """A label names a field by its id."""
    sweep.labelled.add(one.attributes.get("for", ""))


def noted(sweep: Sweep, one: Open) -> None:
    """The attributes that any element may have."""
    attributes = one.attributes
    if attributes.get("id"):
        sweep.ids.add(attributes["id"])
    for name in REFERRING:
        if name in attributes:
            sweep.references.extend((one.tag, target) for target in attributes[name].split())
    if one.name == "a" and attributes.get("href", "").startswith("#") and len(attributes["href"]) > 1:
        sweep.references.append((one.tag, attributes["href"][1:]))
    for name in ("lang", "hreflang"):
        if name in attributes and not LANGUAGE.fullmatch(attributes[name]):
            what = message('{name}="{value}" is no language', name=name, value=attributes[name])
            sweep.fault(LANGUAGES, one.tag, what)
    moved(sweep, one)


def moved(sweep: Sweep, one: Open) -> None:
    """What keys and programs stumble over."""
    attributes = one.attributes
    if "tabindex" in attributes and POSITIVE.fullmatch(attributes["tabindex"]):
        sweep.fault(KEYS, one.tag, message("a positive tabindex changes the order of the keys"))
    if "autofocus" in attributes:
        sweep.fault(KEYS, one.tag, message("autofocus takes readers away from the beginning of the page"))
    for name in attributes:
        if name.startswith("aria-") and name not in STATES:
            sweep.fault(KEYS, one.tag, message("there is no attribute '{name}'", name=name))
    for role in attributes["role"].split() if "role" in attributes else ():
        acted(sweep, one, role)


def acted(sweep: Sweep, one: Open, role: str) -> None:
    """A role that there is, that keys can play, and that leaves the element its meaning."""
    if role not in ROLES:
        sweep.fault(KEYS, one.tag, message("there is no role '{role}'", role=role))
    elif role in PRESSED and one.name not in NATIVE:
        what = message("'{tag}' with the role '{role}' does not answer to keys", tag=one.name, role=role)
        sweep.fault(KEYS, one.tag, what)
    elif role in SILENCED and one.name in MEANING:
        what = message("the role '{role}' takes the meaning from '{tag}'", tag=one.name, role=role)
        sweep.fault(KEYS, one.tag, what)


def played(sweep: Sweep, one: Open) -> None:
    """Films and sound begin when somebody wishes, and can be stopped."""
    if "autoplay" in one.attributes:
        sweep.fault(KEYS, one.tag, message("'{tag}' plays by itself", tag=one.name))
    if "controls" not in one.attributes:
        sweep.fault(KEYS, one.tag, message("'{tag}' has no controls", tag=one.name))


def listed(sweep: Sweep, one: Open) -> None:
    """What belongs into a list stands in one."""
    if sweep.stack and sweep.stack[-1].name in LISTS:
        return
    if not any(open_.name in LISTS or "role=" in open_.written for open_ in sweep.stack):
        sweep.fault(TABLES, one.tag, message("'{tag}' stands outside a list", tag=one.name))


def restless(sweep: Sweep, one: Open) -> None:
    """What moves by itself."""
    sweep.fault(KEYS, one.tag, message("'{tag}' moves and cannot be stopped", tag=one.name))


def of_the_head(sweep: Sweep, one: Open) -> None:
    """The viewport, and a page that leads on by itself."""
    if one.attributes.get("name", "").lower() == "viewport":
        sweep.viewport = one.attributes.get("content", "")
    if one.attributes.get("http-equiv", "").lower() == "refresh":
        sweep.is_stub = bool(re.match(r"\s*0\s*[;,]", one.attributes.get("content", "")))
        if not sweep.is_stub:
            sweep.fault(FRAME, one.tag, message("the page changes by itself after some time"))


def shown(sweep: Sweep, one: Open) -> None:
    """Pictures and frames: each has words, or is of no meaning."""
    tag, attributes = one.name, one.attributes
    if tag == "svg":
        if attributes.get("role") == "img" and not one.has_label:
            sweep.fault(NAMES, one.tag, message("a drawing with role=img has no aria-label"))
    elif tag == "iframe":
        if not (attributes.get("title") or one.has_label):
            sweep.fault(NAMES, one.tag, message("a frame has no title"))
    elif "alt" not in attributes and not one.has_label:
        sweep.fault(NAMES, one.tag, message("'{tag}' has no alt", tag=tag))
    if attributes.get("alt"):
        names_those_above(sweep)


def asked(sweep: Sweep, one: Open) -> None:
    """A field of a form: it has a label, or lies in one."""
    is_silent = one.name == "input" and one.attributes.get("type", "text").lower() in SILENT
    is_inside = any(open_.name == "label" for open_ in sweep.stack)
    if not (is_silent or is_inside or one.has_label or one.attributes.get("title")):
        sweep.fields.append((one.tag, one.attributes.get("id", "")))


def headed(sweep: Sweep, one: Open) -> None:
    """The caption and the heads of a table."""
    table = next((open_ for open_ in reversed(sweep.stack) if open_.name == "table"), None)
    if table is None:
        return
    if one.name == "caption":
        table.has_caption = True
        return
    table.has_heads = True
    if one.attributes.get("scope", "").lower() not in SCOPES:
        sweep.fault(TABLES, one.tag, message("a head of a table does not say whether it is of a row or of a column"))


def heard(sweep: Sweep, text: str) -> None:
    """Words, of which those who listen learn what they stand in is called."""
    top = sweep.stack[-1]
    if not (top.is_named or top.is_hidden):
        names_those_above(sweep)
    for one in sweep.spoken:
        one.words += f" {text}"
    if len(text) > SHORTEST and not (top.is_prose or top.is_quoted) and is_foreign(text, top.language):
        words = " ".join(unescape(text).split()[:MOST_WORDS])
        what = message(
            "'{words} …' is not in the language that is stated, '{language}'", words=words, language=top.language
        )
        sweep.fault(VOICES, top.tag, what)


@lru_cache(maxsize=4096)
def is_foreign(text: str, language: str) -> bool:
    """Whether the words of a text are surely in other letters than its language has."""
    own = SCRIPTS.get(language.partition("-")[0])
    return own is not None and not is_obvious(text, own) and script(text) not in (own, "")


def names_those_above(sweep: Sweep) -> None:
    """All open elements have a name now."""
    for open_ in reversed(sweep.stack):
        if open_.is_named:
            break
        open_.is_named = True


def close(sweep: Sweep, tag: str) -> None:
    """An element ends, and those in it that nobody ended."""
    if sweep.stack[-1].name != tag and all(open_.name != tag for open_ in sweep.stack):
        return
    while True:
        ended = sweep.stack.pop()
        if ended.name in NAMED or ended.name == "table" or ended.has_label:
            finished(sweep, ended)
        if ended.name == tag:
            return


def finished(sweep: Sweep, one: Open) -> None:
    """Whether an element has what it needs, now that all of it is known."""
    if one.has_label:
        sweep.spoken.remove(one)
    if one in sweep.pressing:
        sweep.pressing.remove(one)
    if one.name in NAMED and not (one.is_named or one.has_label or one.is_hidden):
        if one.name != "a" or "href" in one.written:
            sweep.fault(NAMES, one.tag, message("'{tag}' has no words", tag=one.name))
    elif one.name in ("a", "button") and one.attributes.get("aria-label") and one.words.strip():
        spoken, seen = plain(one.attributes["aria-label"]), plain(unescape(one.words))
        if seen not in spoken and any(map(str.isalnum, seen)):
            what = message("'{label}' is spoken where '{words}' is read", label=spoken, words=seen)
            sweep.fault(NAMES, one.tag, what)
    elif one.name == "table":
        of_a_table(sweep, one)


def plain(words: str) -> str:
    """Words as they are compared."""
    return " ".join(words.split()).casefold()


def of_a_table(sweep: Sweep, table: Open) -> None:
    """Every table of facts has heads and a name; those of an editor's text are named by the words around them."""
    if table.attributes.get("role") in ("presentation", "none"):
        return
    is_named = table.has_caption or table.has_label or any(open_.has_label for open_ in sweep.stack)
    if not (is_named or table.is_prose):
        sweep.fault(TABLES, table.tag, message("a table has no caption and no label"))
    if not table.has_heads:
        sweep.fault(TABLES, table.tag, message("a table has no heads"))


JUDGES: Mapping[str, Callable[[Sweep, Open], None]] = {
    "html": of_the_root,
    "body": of_the_body,
    "meta": of_the_head,
    "a": pressed,
    "button": pressed,
    "summary": pressed,
    "img": shown,
    "area": shown,
    "iframe": shown,
    "svg": shown,
    "input": asked,
    "select": asked,
    "textarea": asked,
    "label": labelling,
    "caption": headed,
    "th": headed,
    "marquee": restless,
    "blink": restless,
    "audio": played,
    "video": played,
    "li": listed,
    "dt": listed,
    "dd": listed,
    "header": landed,
    "footer": landed,
    "nav": led,
    **dict.fromkeys(HEADINGS, stepped),
}
"""What an opening tag is looked at for, beside what all may say."""


def lost_references(sweep: Sweep) -> Iterator[Fault]:
    """What names an element of the page that is not there."""
    for tag, target in sweep.references:
        if target not in sweep.ids and target != "top":
            yield Fault(REFERENCES, message("the page has no element with the id '{id}'", id=target), tag)


def nameless_fields(sweep: Sweep) -> Iterator[Fault]:
    """Fields of forms that no label names."""
    for tag, own in sweep.fields:
        if not own or own not in sweep.labelled:
            yield Fault(NAMES, message("a field of a form has no label"), tag)
