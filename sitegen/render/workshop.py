"""The workshop: the tools that a recipe may use. One per process."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from pathlib import Path
from types import CodeType
from typing import Any

from jinja2 import (
    BytecodeCache,
    ChoiceLoader,
    Environment,
    FileSystemLoader,
    PrefixLoader,
    StrictUndefined,
    TemplateSyntaxError,
)
from jinja2.bccache import Bucket
from markupsafe import Markup, escape

from sitegen.model.dates import FuzzyDate, Moment
from sitegen.model.language import Phrase
from sitegen.problems import Message, Mistake, message
from sitegen.render.catalogue import Catalogue
from sitegen.render.formats import Formats, native_name
from sitegen.render.picture_store import NO_STORE, PictureStore
from sitegen.render.prose import weave
from sitegen.render.structured import structured
from sitegen.render.theme import MACROS, ROOT, Theme
from sitegen.render.views.body import Block, DocumentView, Label, Term
from sitegen.text.hyphenation import softened
from sitegen.text.typography import typeset

BENEATH = "default"
"""A folder that is none: `default/base.html` is the default theme's, also where the site has a base.html of its own."""
KEPT = 4096
"""Words, dates and amounts of a language that are not set again; menus and names stand on every page."""
MACRO = re.compile(r"(\{%-?\s*macro\s+)(\w+)")
EXTENDS = re.compile(r"\{%-?\s*extends\s+['\"]([^'\"]+)")


class MissingTerm(Exception):
    """Words that a catalogue lacks, or that cannot be filled in."""

    def __init__(self, complaint: Message, language: str) -> None:
        super().__init__(str(complaint))
        hint = message("Put it right in locale/{language}.po of the theme.", language=language)
        self.mistake = Mistake("THM-03", complaint, hint)


class Templates(FileSystemLoader):
    """Folders of templates, the site's own first. Its macros are added to the default ones, all else stands alone."""

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        """A template's text; raises jinja2.TemplateSyntaxError."""
        text, file, is_current = self.read(environment, template)
        if template == MACROS and not Path(file).is_relative_to(self.searchpath[-1]):
            environment.parse(text, template, file)  # so that a fault is not sought in what follows
            text = joined(text, Templates(self.searchpath[-1:]).read(environment, template)[0])
        return text, file, is_current

    def read(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        """A file's text; one in another encoding than UTF-8, or that extends itself, is a mistake of its line."""
        try:
            text, file, is_current = super().get_source(environment, template)
        except UnicodeDecodeError as error:
            line = error.object.count(b"\n", 0, error.start) + 1
            file = next(str(path) for folder in self.searchpath if (path := Path(folder, template)).is_file())
            raise TemplateSyntaxError("the file is not in UTF-8", line, template, file) from None
        own = next((found for found in EXTENDS.finditer(text) if found[1] == template), None)
        if own:
            line, advice = text.count("\n", 0, own.start()) + 1, f"it extends itself; write '{BENEATH}/{template}'"
            raise TemplateSyntaxError(advice, line, template, file)
        return text, file, is_current


def joined(own: str, default: str) -> str:
    """The site's macros before the default ones; one that has been replaced is called `default_<name>` there."""
    names = {found[2] for found in MACRO.finditer(own)}
    return f"{own}\n" + MACRO.sub(lambda found: found[1] + "default_" * (found[2] in names) + found[2], default)


class Memory(BytecodeCache):
    """Compiled templates by name and text, the same for all languages."""

    def __init__(self) -> None:
        self.codes: dict[str, CodeType | None] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Gives a template that another language has compiled."""
        bucket.code = self.codes.get(bucket.key + bucket.checksum)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keeps a compiled template."""
        self.codes[bucket.key + bucket.checksum] = bucket.code


class Workshop:
    """Templates, catalogues and formats of one site."""

    def __init__(self, theme: Theme, bytecode: BytecodeCache | None = None, pictures: PictureStore = NO_STORE) -> None:
        self.theme = theme
        self.pictures = pictures
        self.bytecode = bytecode or Memory()
        self.environments: dict[str, Environment] = {}

    def render(self, template: str, language: str, page: object) -> bytes:
        """A template in a language with its view, as UTF-8; raises jinja2.TemplateError and MissingTerm."""
        environment = self.environments.get(language) or self.equip(language)
        frame = getattr(page, "frame", None)
        context: dict[str, Any] = {"page": page} | ({"frame": frame} if frame else {})
        return environment.get_template(template).render(context).encode()

    def style(self, root: str) -> Markup:
        """The style text of a page from which `root` leads to the site's root."""
        return Markup(self.theme.css.replace(ROOT, root))

    def asset(self, root: str, name: str) -> str:
        """The address of a file of the theme; "" where the theme, or the choice of `font`, leaves it out."""
        file = self.theme.files.get(name)
        return root + file.path if file else ""

    def plain(self, label: Label, language: str) -> str:
        """Words without markup, for readers of a language, typeset."""
        text: str = (self.environments.get(language) or self.equip(language)).filters["plain"](label)
        return text

    def in_language(self, code: str, reader: str) -> str:
        """`на български`, said to readers of a language."""
        return Tools(reader, self.theme.catalogues).in_language(code)

    def equip(self, language: str) -> Environment:
        """The templates' environment for a language."""
        folders = self.theme.template_folders
        environment = Environment(
            loader=ChoiceLoader([Templates(folders), PrefixLoader({BENEATH: Templates(folders[-1:])})]),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
            bytecode_cache=self.bytecode,
        )
        tools = Tools(language, self.theme.catalogues)
        environment.globals.update(tools.functions(), language=language, style=self.style, asset=self.asset)
        environment.filters.update(tools.filters())
        self.environments[language] = environment
        return environment


class Tools:
    """The functions and filters of a language's templates."""

    def __init__(self, language: str, catalogues: Mapping[str, Catalogue]) -> None:
        self.language = language
        self.catalogues = catalogues
        self.formats = Formats(language)

    def functions(self) -> dict[str, Callable[..., Any]]:
        """What templates call by name."""
        return {
            "t": self.term,
            "t_in": self.term_in,
            "n": self.plural,
            "in_language": self.in_language,
            "version_in": self.version_in,
            "language_name": self.formats.language_name,
            "native_name": native_name,
            "describe": self.describe,
            "span": lru_cache(KEPT)(self.span),
            "structured": self.structured,
        }

    def filters(self) -> dict[str, Callable[..., Any]]:
        """What templates write after `|`."""
        formats = self.formats
        kept = lru_cache(KEPT)
        return {
            "words": kept(self.words),
            "plain": kept(self.plain),
            "money": kept(formats.money),
            "number": kept(formats.number),
            "percent": kept(formats.percent),
            "size": kept(formats.size),
            "fuzzy": kept(formats.fuzzy),
            "day": kept(formats.day),
            "instant": kept(formats.instant),
            "moment": kept(formats.moment),
            "code": breakable,
            "prose": self.prose,
        }

    def term(self, key: str, /, **values: object) -> str:
        """The catalogue's words in the page's language; a value fills the place of its name."""
        return self.term_in(self.language, key, **values)

    def term_in(self, language: str, key: str, /, **values: object) -> str:
        """The catalogue's words in a language; markup among the values stays markup."""
        text = self.catalogues[language].texts.get(key)
        if text is None:
            raise missing(key, language)
        is_markup = any(isinstance(value, Markup) for value in values.values())
        return filled(Markup(escape(text)) if is_markup else text, key, language, values)

    def plural(self, key: str, count: int, /, **values: object) -> str:
        """The catalogue's words for a count."""
        catalogue = self.catalogues[self.language]
        if key not in catalogue.plurals:
            raise missing(key, self.language)
        values |= {"count": self.formats.number(count)}
        text = catalogue.plural(key, count)
        is_markup = any(isinstance(value, Markup) for value in values.values())
        return filled(Markup(escape(text)) if is_markup else text, key, self.language, values)

    def in_language(self, code: str, reader: str = "") -> str:
        """`на български`, said in the page's or a reader's language; one that its catalogue lacks goes by its name."""
        key, language = f"in_language.{code}", reader or self.language
        words = self.catalogues[language]
        return words.text(key) if key in words else Formats(language).language_name(code)

    def version_in(self, code: str) -> str:
        """`Българската версия`; of a language that the catalogue does not know, the original one."""
        key = f"version.{code}"
        words = self.catalogues[self.language]
        return words.text(key) if key in words else self.term_in(self.language, "version.original")

    def span(self, start: FuzzyDate | Moment | None, end: FuzzyDate | Moment | None) -> Markup | str:
        """From a date to another; where one is not known, it says which the other is."""
        if start and end:
            return self.formats.span(start, end)
        if isinstance(start, Moment):
            return self.formats.span(start, end)
        known = self.formats.span(start, end)
        return self.term_in(self.language, "from" if start else "until", date=known) if known else ""

    def describe(self, document: DocumentView) -> str:
        """Type, size, number of pages and language of a document: `PDF, 112 kB, 1 страница, на български`."""
        facts = [*filter(None, [document.format]), self.formats.size(document.size)]
        if document.pages:
            facts.append(self.plural("pages", document.pages))
        if document.language:
            facts.append(self.in_language(document.language))
        return ", ".join(facts)

    def structured(self, page: object) -> Markup:
        """What a page shows, for machines: JSON-LD in the words of schema.org."""
        return structured(page, self.plain)

    def prose(self, block: Block) -> Markup:
        """A block of a body as HTML."""
        return weave(block, self.describe, self.in_language)

    def plain(self, label: Label) -> str:
        """Words without markup, typeset in their own language."""
        if isinstance(label, Term):
            number = {} if label.number is None else {"number": self.formats.number(label.number)}
            return self.term_in(self.language, label.key, **number)
        return typeset(label.text, label.language)

    def words(self, label: Label) -> Markup:
        """Words as HTML; marked with their language where it is not the page's."""
        language = label.language if isinstance(label, Phrase) and label.language else self.language
        text = softened(self.plain(label), language)
        if isinstance(label, Phrase) and label.language and label.language != self.language and label.text:
            return Markup('<span lang="{}">{}</span>').format(label.language, text)
        return escape(text)


def missing(key: str, language: str) -> MissingTerm:
    """The complaint about a key without words."""
    return MissingTerm(
        message("the catalogue '{language}' has no words for '{key}'", language=language, key=key), language
    )


def filled(text: str, key: str, language: str, values: Mapping[str, object]) -> str:
    """The words with the values in their places; raises MissingTerm for a place that nothing fills."""
    try:
        return text.format(**values)
    except (LookupError, ValueError, AttributeError):
        complaint = message(
            "nothing fills a {{…}} of the words for '{key}' in '{language}'", key=key, language=language
        )
        raise MissingTerm(complaint, language) from None


def breakable(code: str) -> Markup:
    """A code as HTML that may break after its hyphens."""
    return Markup("-<wbr>").join(code.split("-"))
