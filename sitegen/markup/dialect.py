"""Our dialect of Markdown: the library, its extensions and our own processors, put together in one place."""

from __future__ import annotations

import re

from markdown import Markdown
from markdown.extensions import Extension
from markdown.extensions.def_list import DefListExtension
from markdown.extensions.sane_lists import SaneListExtension
from markdown.extensions.tables import TableExtension
from markdown.inlinepatterns import AUTOMAIL_RE, IMAGE_LINK_RE, LINK_RE

from sitegen.markup.blocks import Footnotes, ListProcessor
from sitegen.markup.containers import Container, ContainerPreprocessor, ContainerProcessor
from sitegen.markup.effort import MOST_READING, MOST_SEARCHING, Budget, Meter
from sitegen.markup.fences import FencePreprocessor
from sitegen.markup.findings import Finding
from sitegen.markup.inline import (
    AttributeLists,
    Brackets,
    EmphasisProcessor,
    Finish,
    MailProcessor,
    PhraseProcessor,
    Picture,
    PictureReference,
    Reference,
    References,
    ShortPictureReference,
    ShortReference,
)
from sitegen.markup.swift import InlineProcessor
from sitegen.markup.words import MarkupWords

_SPACES = re.compile(r" {200,}")


class Dialect(Extension):
    """All that is ours. The numbers are priorities among the library's own (its pages on extensions list them)."""

    def __init__(self, words: MarkupWords) -> None:
        super().__init__()
        self.words = words
        self.findings: list[Finding] = []
        self.opened: list[Container] = []

    def reset(self) -> None:
        """Forgets the text before."""
        self.findings.clear()
        self.opened.clear()
        self.meter.left, self.budget.left = MOST_READING, MOST_SEARCHING
        self.emphasis.reset()

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802  # the library's own name
        """Puts our processors between the library's."""
        md.registerExtension(self)
        labels = {"note": self.words.note, "warning": self.words.warning, "quote": self.words.quote}
        blocks = md.parser.blockprocessors
        md.references = References()
        self.meter, self.budget, self.emphasis = Meter(md.parser), Budget(md, self.findings), EmphasisProcessor(md)
        blocks.register(self.meter, "meter", 200)
        md.preprocessors.register(FencePreprocessor(md), "fences", 27)
        md.preprocessors.register(ContainerPreprocessor(md, self.opened, self.findings), "containers", 26)
        blocks.register(ContainerProcessor(md.parser, self.opened, labels), "containers", 95)
        blocks.register(ListProcessor(md.parser), "lists", 11)
        md.inlinePatterns.register(Reference(LINK_RE, md), "reference", 170)
        md.inlinePatterns.register(PhraseProcessor(LINK_RE, md), "phrase", 165)
        md.inlinePatterns.register(Brackets(LINK_RE, md), "link", 160)
        md.inlinePatterns.register(Picture(IMAGE_LINK_RE, md), "image_link", 150)
        md.inlinePatterns.register(PictureReference(IMAGE_LINK_RE, md), "image_reference", 140)
        md.inlinePatterns.register(ShortReference(LINK_RE, md), "short_reference", 130)
        md.inlinePatterns.register(ShortPictureReference(IMAGE_LINK_RE, md), "short_image_ref", 125)
        md.inlinePatterns.register(MailProcessor(AUTOMAIL_RE, md), "automail", 110)
        md.inlinePatterns.register(self.emphasis, "em_strong", 60)
        md.treeprocessors.register(self.budget, "budget", 45)
        md.treeprocessors.register(InlineProcessor(md), "inline", 20)
        md.treeprocessors.register(AttributeLists(md, self.findings), "attr_list", 8)
        md.treeprocessors.register(Finish(md, self.words.back_to_text), "finish", 5)


class Converter:
    """The library with all extensions; to put it together costs as much as to convert a short text."""

    def __init__(self, words: MarkupWords) -> None:
        self.dialect = Dialect(words)
        extensions: list[Extension] = [
            TableExtension(use_align_attribute=True),
            DefListExtension(),
            SaneListExtension(),
            Footnotes(),
            self.dialect,
        ]
        self.markdown = Markdown(extensions=extensions, output_format="html")

    def convert(self, text: str, findings: list[Finding]) -> str:
        """The HTML of a text."""
        self.markdown.reset()
        try:
            return str(self.markdown.convert(text))
        finally:
            findings += self.dialect.findings


_RESTING: dict[MarkupWords, Converter] = {}
"""Converters between two texts; one that failed within a text does not come back."""


def to_html(text: str, words: MarkupWords, findings: list[Finding]) -> str:
    """The HTML of a Markdown text, not yet clean; adds what it has to say to the findings."""
    converter = _RESTING.pop(words, None) or Converter(words)
    html = converter.convert(_SPACES.sub(" " * 200, text), findings)
    _RESTING[words] = converter
    return html
