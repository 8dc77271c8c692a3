"""What pages, drawings and feeds make a browser do: HTML, SVG and XML, with the styles and scripts in them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from sitegen.markup.outline import REFRESH, SETS, candidates
from sitegen.markup.requests.found import Found, asks
from sitegen.markup.requests.scripts import in_script
from sitegen.markup.requests.styles import in_styles
from sitegen.markup.tags import Tags, tags
from sitegen.markup.tolerant import TolerantParser
from sitegen.text.requests import Act

LOADING = frozenset([
    "stylesheet", "icon", "apple-touch-icon", "apple-touch-icon-precomposed", "mask-icon", "preload",
    "prefetch", "prerender", "preconnect", "dns-prefetch", "modulepreload", "manifest", "search",
])  # fmt: skip
"""What a `<link>` says of itself that makes a browser ask (HTML Living Standard, 4.6.7; habits of browsers)."""
EVERYWHERE = frozenset(["src", "poster", "background", "formaction", "lowsrc", "dynsrc", "codebase"])
"""Attributes that load, or send a form, whatever has them."""
DRAWN = frozenset([
    "image", "use", "script", "feimage", "mpath", "textpath", "pattern", "lineargradient", "radialgradient",
    "filter", "cursor", "tref", "import", "include", "animate", "animatemotion", "animatetransform", "set",
])  # fmt: skip
"""Elements of SVG and XSLT whose `href` is followed without a click."""
LOADED = frozenset({("form", "action"), ("object", "data"), ("base", "href"), ("html", "manifest")}) | frozenset(
    (tag, "url") for tag in ("enclosure", "content", "thumbnail")
)
"""Element and attribute; the last ones are of feeds."""
CHANGED = ("to", "from", "by", "values")
"""Where an animation has the addresses that it puts into an `href`."""
WORDS = frozenset(["alt", "title", "content", "aria-label", "placeholder", "value", "label"])
"""Attributes of words, in which `url(` means nothing."""
STEPS = ("href", "src", "action", "formaction", "data")
"""Attributes in which `javascript:` stands."""
SCRIPTS = re.compile(r"(?:|module|(?:text|application)/(?:x-)?(?:java|ecma)script.*)\Z", re.IGNORECASE)
"""Types of scripts that browsers run; the others are data."""
RULES = frozenset({"importmap", "speculationrules"})
"""Types of data in a `<script>` that browsers follow."""
ADDRESS = re.compile(r'"((?:https?:)?//[^"]*)"')
IN_FEED = frozenset(["content", "description", "summary", "encoded"])
"""Elements of feeds that hold HTML, escaped."""
PICTURED = frozenset(["icon", "logo", "url"])
"""Elements of feeds that are the address of a picture."""
SHEET = re.compile(r"xml-stylesheet\b.*?\bhref\s*=\s*[\"']([^\"']*)", re.DOTALL | re.IGNORECASE)
CDATA = re.compile(r"<!\[CDATA\[|\]\]>")

STYLE = re.compile(r"<style>([^<]*(?:<(?!/style>)[^<]*)*)</style>")
CAREFUL = frozenset(["http-equiv", "ping", "srcdoc"])
"""Attributes that only a whole reading can judge; so all that begin with `on`."""
HARD = re.compile(r"[<>\\]|script:|&#(?!3[49];)")
"""With them what must be read with care in whatever tag it stands; in small letters."""
QUIET: Mapping[str, tuple[str, ...]] = {
    "a": ("",),
    "link": (' rel="canonical"', ' rel="alternate"'),
    "meta": (' property="', ' name="'),
    "script": (' type="application/ld+json"',),
}
"""Tags that ask nobody, by the beginning of their attributes; unless they are styled."""
NAMESPACE = re.compile(r"xmlns(?::\w+)?=\"[^\"]*\"")
LOUD = ("//", "http:", "https:", "ws:", "wss:", "ftp:", "@import")
DRAWN_BY = re.compile(r"url\((?![\"']?#)")
"""With `LOUD` what asks somebody, where a tag is not quiet."""


def in_page(html: str) -> tuple[Found, ...]:
    """What a page makes a browser do; of a page without anything suspicious only what its styles ask for."""
    cut = tags(html)
    if not cut.is_plain or is_hard(cut) or is_loud(cut):
        return read(html)
    return tuple(one.moved(style.start(1)) for style in STYLE.finditer(html) for one in in_styles(style[1]))


def is_hard(cut: Tags) -> bool:
    """Whether the attributes of a page have something that only a whole reading can judge."""
    if cut.attributes is None:
        return True
    names = {name for name, _ in cut.attributes}
    written = {written for _, written, _ in cut.found}
    return (
        not CAREFUL.isdisjoint(names)
        or any(name.startswith("on") for name in names)
        or HARD.search("".join(written).lower()) is not None
    )


def is_loud(cut: Tags) -> bool:
    """Whether what is not quiet of a page may ask somebody."""
    telling = {(name, written) for name, written, _ in cut.found if not is_quiet(name, written)}
    if any(is_steering(name.lower(), written) for name, written in telling):
        return True
    rest = NAMESPACE.sub("", "".join(written for _, written in telling).lower())
    return any(sign in rest for sign in LOUD) or DRAWN_BY.search(rest) is not None


def is_quiet(name: str, written: str) -> bool:
    """Whether a tag asks nobody."""
    return written.startswith(QUIET.get(name, ())) and "style" not in written.lower()


def is_steering(name: str, written: str) -> bool:
    """Whether an element has a text that steers the browser, or moves all addresses."""
    return (
        name == "base" or (name == "style" and written != "") or (name == "script" and not written.startswith(' src="'))
    )


def in_tree(xml: str) -> tuple[Found, ...]:
    """The same of XML: a drawing, a feed, or any other."""
    return read(CDATA.sub(lambda found: " " * len(found[0]), xml), is_xml=True)


def read(text: str, *, is_xml: bool = False) -> tuple[Found, ...]:
    """All of it, read with care."""
    reader = Reader(text, is_xml=is_xml)
    reader.feed(text)
    reader.close()
    return tuple(reader.found)


class Reader(TolerantParser):
    """Notes what every element does."""

    def __init__(self, text: str, *, is_xml: bool) -> None:
        super().__init__()
        self.is_xml = is_xml
        self.found: list[Found] = []
        self.lines = [0, *(found.end() for found in re.finditer("\n", text))]
        self.inside = ""
        """`style`, `script`, `rules`, or the element of a feed whose text comes."""

    @property
    def place(self) -> int:
        """Where the reader is."""
        line, column = self.getpos()
        return self.lines[line - 1] + column

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        name = local(tag)
        attributes = {local(key): value or "" for key, value in reversed(attrs) if not key.startswith("xmlns")}
        start, raw = self.place, self.get_starttag_text() or ""
        for one in in_element(name, attributes):
            self.found.append(one.moved(start + max(raw.find(one.said.partition("&")[0]), 0)))
        self.inside = self.kind(name, attributes)

    def kind(self, name: str, attributes: dict[str, str]) -> str:
        """What the text of an element is."""
        if name == "script":
            sort = attributes.get("type", "").strip().lower()
            return "script" if SCRIPTS.match(sort) else "rules" if sort in RULES else ""
        return name if name == "style" or (self.is_xml and name in IN_FEED | PICTURED) else ""

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        self.inside = ""

    def handle_endtag(self, tag: str) -> None:
        self.inside = ""

    def handle_data(self, data: str) -> None:
        place = self.place
        if self.inside == "style":
            self.found += (one.moved(place) for one in in_styles(data))
        elif self.inside == "script":
            self.found += (one.moved(place) for one in in_script(data))
        elif self.inside == "rules":
            self.found += (asks(found[1], place + found.start(1)) for found in ADDRESS.finditer(data))
        elif self.inside in IN_FEED and "<" in data:
            self.found += (Found(one.act, one.said, place) for one in read(data))
        elif self.inside in PICTURED:
            self.found.append(asks(data, place))

    def handle_pi(self, data: str) -> None:
        self.found += (asks(found[1], self.place) for found in SHEET.finditer(data))


def local(name: str) -> str:
    """A name without its namespace."""
    return name.rpartition(":")[2]


def in_element(tag: str, attributes: dict[str, str]) -> Iterator[Found]:
    """What an element does by its attributes; the places are those in each value."""
    for name, value in attributes.items():
        yield from (asks(address, 0) for address in addresses(tag, name, value, attributes))
        if "(" in value and name not in WORDS:
            yield from in_styles(value)
        if name.startswith("on"):
            yield from in_script(value)
        elif name in STEPS and value.strip().lower().startswith("javascript:"):
            yield from in_script(value.partition(":")[2])
        elif (tag, name) == ("iframe", "srcdoc"):
            yield from (Found(one.act, one.said, 0) for one in read(value))
    if tag == "meta" and attributes.get("http-equiv", "").strip().lower() == "set-cookie":
        yield Found(Act.KEEP, "set-cookie", 0)


def addresses(tag: str, name: str, value: str, attributes: dict[str, str]) -> list[str]:
    """The addresses in an attribute that a browser asks by itself."""
    if name in SETS:
        return candidates(value)
    if name in ("ping", "attributionsrc", "archive"):
        return value.split()
    if name in EVERYWHERE or (tag, name) in LOADED or (name == "href" and is_followed(tag, attributes)):
        return [value]
    if tag in DRAWN and name in CHANGED and local(attributes.get("attributename", "")) == "href":
        return value.split(";")
    if tag == "meta" and name == "content" and attributes.get("http-equiv", "").strip().lower() == "refresh":
        return [address.strip() for address in REFRESH.findall(value)]
    return []


def is_followed(tag: str, attributes: dict[str, str]) -> bool:
    """Whether an `href` is asked for without a click."""
    if tag == "link":
        return not LOADING.isdisjoint(attributes.get("rel", "").lower().split())
    return tag in DRAWN
