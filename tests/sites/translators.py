"""Translators outside: what they make of an exported file, and what their programs do to it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from sitegen.cli import main

CORE = "{urn:oasis:names:tc:xliff:document:2.0}"
LATIN = str.maketrans(
    "абвгдежзийклмнопрстуфхцчшщъьюяАБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЬЮЯ„",
    "abvgdejziyklmnoprstufhccssaiiaABVGDEJZIYKLMNOPRSTUFHCCSSAIIA“",
)
"""A translator who keeps the meaning to himself, and all signs in their places."""
Translate = Callable[[str, str], str]
"""From the id of a paragraph and its source to the translation; "" for none."""


def export(root: Path, language: str = "en") -> Path:
    """The file of what is missing or out of date in a language of the site below `root`."""
    folder = root / "out"
    assert main(["status", "--export", language, str(folder), "--content", str(root / "content"), "--quiet"]) == 0
    [file] = folder.iterdir()
    return file


def in_latin(_name: str, source: str) -> str:
    """Any text, letter by letter."""
    return source.translate(LATIN)


def translated(file: Path, translate: Translate = in_latin, state: str = "translated") -> Path:
    """The file as a translator saves it; where `translate` gives "", the segment stays as it is."""
    tree = ElementTree.parse(file)
    for unit in tree.iter(f"{CORE}unit"):
        [segment] = unit.iter(f"{CORE}segment")
        source = segment.find(f"{CORE}source")
        assert source is not None
        text = translate(unit.get("name", ""), "".join(source.itertext()))
        if text:
            fill(segment, text)
            segment.set("state", state)
    tree.write(file, encoding="utf-8", xml_declaration=True)
    return file


def fill(segment: Element, text: str) -> None:
    """Writes the translation of a segment."""
    found = segment.find(f"{CORE}target")
    target = ElementTree.SubElement(segment, f"{CORE}target") if found is None else found
    target.text = text
