"""What a body may hold: the list of tags and attributes, and a word for all that is taken out."""

from __future__ import annotations

import re
from html import escape, unescape

import nh3

from sitegen.markup.findings import Finding
from sitegen.markup.positions import ATTRIBUTE_PREFIX, Place, place_of, without_places
from sitegen.problems import Message, Severity, message

GLOBAL = frozenset({"class", "id", "lang", "title"})
"""Attributes that every tag may have."""
TAGS: dict[str, frozenset[str]] = {
    **{f"h{level}": frozenset() for level in range(1, 7)},
    "p": frozenset(),
    "br": frozenset(),
    "hr": frozenset(),
    "div": frozenset({"aria-label", "role"}),
    "span": frozenset(),
    "blockquote": frozenset(),
    "pre": frozenset(),
    "details": frozenset({"open"}),
    "summary": frozenset(),
    "figure": frozenset(),
    "figcaption": frozenset(),
    "em": frozenset(),
    "strong": frozenset(),
    "b": frozenset(),
    "i": frozenset(),
    "sub": frozenset(),
    "sup": frozenset(),
    "small": frozenset(),
    "mark": frozenset(),
    "abbr": frozenset(),
    "cite": frozenset(),
    "q": frozenset(),
    "code": frozenset(),
    "kbd": frozenset(),
    "time": frozenset({"datetime"}),
    "del": frozenset({"datetime"}),
    "ins": frozenset({"datetime"}),
    "ul": frozenset(),
    "ol": frozenset({"reversed", "start"}),
    "li": frozenset({"value"}),
    "dl": frozenset(),
    "dt": frozenset(),
    "dd": frozenset(),
    "table": frozenset(),
    "caption": frozenset(),
    "thead": frozenset(),
    "tbody": frozenset(),
    "tfoot": frozenset(),
    "tr": frozenset(),
    "th": frozenset({"colspan", "headers", "rowspan", "scope"}),
    "td": frozenset({"colspan", "headers", "rowspan"}),
    "a": frozenset({"aria-label", "href", "hreflang"}),
    "img": frozenset({"alt", "height", "src", "width"}),
}
"""The tags and what each may have besides."""
VOID = frozenset({"br", "hr", "img"})
"""Allowed tags without an end."""
SCHEMES = frozenset({"http", "https", "mailto", "page", "tel"})
"""What an address may begin with; others (javascript, data, file) are taken out."""
_WITH_CONTENT = frozenset(
    {"script", "style", "template", "svg", "math", "object", "iframe", "noscript", "noembed", "noframes", "xmp"}
)
"""Tags that go together with what stands inside them."""

_CLEANER = nh3.Cleaner(
    tags=set(TAGS),
    clean_content_tags=set(_WITH_CONTENT),
    attributes={"*": set(GLOBAL), **{tag: set(names) for tag, names in TAGS.items() if names}},
    generic_attribute_prefixes={ATTRIBUTE_PREFIX},
    url_schemes=set(SCHEMES),
    link_rel=None,
)
_SWALLOWING = re.compile(r"</?(?:plaintext|textarea|title|select|frameset)(?=[\s/>])[^>]*+>?", re.IGNORECASE)
"""Tags after which a browser, and so the cleaner, reads other tags as text or not at all."""
# No possessive groups here: Python before 3.11.5 matches them wrongly (python/cpython#106052).
_COMMENT = re.compile(r"<!--(?:-?>|.*?(?:--!?>|\Z))", re.DOTALL)
_TAG = re.compile(r"""<([A-Za-z][\w:.-]*+)\s*(?=[\s/>])((?:[^"'>]+|"[^"]*"|'[^']*')*)""")
_ATTRIBUTE = re.compile(r"""([^\s"'=<>/]++)(?:\s*+=\s*+("[^"]*+"|'[^']*+'|[^\s"'>]++))?""")


def clean(html: str) -> str:
    """The HTML with nothing in it but what the list allows, well-formed."""
    return _CLEANER.clean(_SWALLOWING.sub("", html))


def allowed_attributes(tag: str) -> frozenset[str]:
    """What a tag may have."""
    return GLOBAL | TAGS.get(tag, frozenset())


def removals(html: str) -> list[Finding]:
    """A finding for each tag and attribute that `clean` takes out."""
    found: list[Finding] = []
    for tag in _TAG.finditer(_COMMENT.sub("", html)):
        attributes = [(name, value.strip("\"'")) for name, value in _ATTRIBUTE.findall(tag[2])]
        place = place_of(attributes)
        if place:
            found += _removed(tag[1].lower(), attributes, place)
    return found


def _removed(tag: str, attributes: list[tuple[str, str | None]], place: Place) -> list[Finding]:
    if tag not in TAGS:
        return [_removal(message("<{tag}> is not allowed here and was left out", tag=tag), place)]
    own = [(name.lower(), value) for name, value in attributes if not name.startswith(ATTRIBUTE_PREFIX)]
    refused = [removed_attribute(tag, name, place) for name, _ in own if name not in allowed_attributes(tag)]
    if tag == "img" and "src" not in dict(own):
        refused.append(_removal(message("a picture without an address was left out"), place))
    addresses = (unescape(value or "") for name, value in own if name in ("href", "src"))
    return refused + [_removed_address(address, place) for address in addresses if not _is_kept(address)]


def _is_kept(address: str) -> bool:
    """Whether the cleaner, which knows what an address is, leaves it."""
    return "href=" in clean(f'<a href="{escape(address)}">')


def _removed_address(address: str, place: Place) -> Finding:
    complaint = message("'{address}' is no address that a page may lead to; it was left out", address=address)
    hint = message("Write a path, or an address that begins with https:, mailto: or tel:.")
    return Finding(*place, "SYN-11", complaint, hint, Severity.WARNING)


def removed_attribute(tag: str, name: str, place: Place) -> Finding:
    """A finding for an attribute that is left out."""
    shown = without_places(name)
    complaint = message("the attribute '{name}' of <{tag}> is not allowed here and was left out", name=shown, tag=tag)
    return _removal(complaint, place)


def _removal(complaint: Message, place: Place) -> Finding:
    hint = message("Use Markdown instead; how a page looks is the theme's matter.")
    return Finding(*place, "SYN-11", complaint, hint, Severity.WARNING)
