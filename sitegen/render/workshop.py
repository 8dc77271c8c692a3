"""The workshop: the tools that a recipe may use. One per process."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from jinja2 import BytecodeCache, ChoiceLoader, Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from sitegen.model.language import Phrase
from sitegen.problems import Mistake, message
from sitegen.render.catalogue import Catalogue
from sitegen.render.formats import Formats, native_name
from sitegen.render.prose import weave
from sitegen.render.theme import Theme
from sitegen.render.views import Block, DocumentView, Label, Term
from sitegen.text.typography import typeset


class MissingTerm(Exception):
    """A key that no catalogue of a language has."""

    def __init__(self, key: str, language: str) -> None:
        super().__init__(key)
        self.mistake = Mistake(
            "THM-03",
            message("the catalogue '{language}' has no words for '{key}'", language=language, key=key),
            message("Add them to locale/{language}.po of the theme.", language=language),
        )


class Workshop:
    """Templates, catalogues and formats of one site."""

    def __init__(self, theme: Theme, bytecode: BytecodeCache | None = None) -> None:
        self.theme = theme
        self.bytecode = bytecode
        self.css = Markup(theme.css)
        self.environments: dict[str, Environment] = {}

    def render(self, template: str, language: str, page: object) -> bytes:
        """A template in a language with its view, as UTF-8; raises jinja2.TemplateError and MissingTerm."""
        environment = self.environments.get(language) or self.equip(language)
        frame = getattr(page, "frame", None)
        context: dict[str, Any] = {"page": page} | ({"frame": frame} if frame else {})
        return environment.get_template(template).render(context).encode()

    def equip(self, language: str) -> Environment:
        """The templates' environment for a language."""
        environment = Environment(
            loader=ChoiceLoader([FileSystemLoader(folder) for folder in self.theme.template_folders]),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
            bytecode_cache=self.bytecode,
        )
        tools = Tools(language, self.theme.catalogues)
        environment.globals.update(tools.functions(), language=language, css=self.css)
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
            "t": partial(self.term_in, self.language),
            "t_in": self.term_in,
            "n": self.plural,
            "has_term": lambda key: key in self.catalogues[self.language],
            "in_language": self.in_language,
            "language_name": self.formats.language_name,
            "native_name": native_name,
            "describe": self.describe,
            "span": self.formats.span,
        }

    def filters(self) -> dict[str, Callable[..., Any]]:
        """What templates write after `|`."""
        formats = self.formats
        return {
            "words": self.words,
            "plain": self.plain,
            "money": formats.money,
            "number": formats.number,
            "percent": formats.percent,
            "size": formats.size,
            "fuzzy": formats.fuzzy,
            "day": formats.day,
            "moment": formats.moment,
            "code": breakable,
            "prose": self.prose,
        }

    def term_in(self, language: str, key: str, /, **values: object) -> str:
        """The catalogue's words in a language; markup among the values stays markup."""
        try:
            text = self.catalogues[language].text(key)
        except KeyError:
            raise MissingTerm(key, language) from None
        if any(isinstance(value, Markup) for value in values.values()):
            return Markup(escape(text)).format(**values)
        return text.format(**values) if values else text

    def plural(self, key: str, count: int, /, **values: object) -> str:
        """The catalogue's words for a count."""
        try:
            text = self.catalogues[self.language].plural(key, count)
        except KeyError:
            raise MissingTerm(key, self.language) from None
        return text.format(count=self.formats.number(count), **values)

    def in_language(self, code: str) -> str:
        """`на български`; a language that the catalogue does not know goes by its name."""
        key = f"in_language.{code}"
        words = self.catalogues[self.language]
        return words.text(key) if key in words else self.formats.language_name(code)

    def describe(self, document: DocumentView) -> str:
        """Type, size, number of pages and language of a document: `PDF, 112 kB, 1 страница, на български`."""
        facts = [*filter(None, [document.format]), self.formats.size(document.size)]
        if document.pages:
            facts.append(self.plural("pages", document.pages))
        if document.language:
            facts.append(self.in_language(document.language))
        return ", ".join(facts)

    def prose(self, block: Block) -> Markup:
        """A block of a body as HTML."""
        return weave(block, self.describe, self.in_language)

    def plain(self, label: Label) -> str:
        """Words without markup, typeset in their own language."""
        if isinstance(label, Term):
            return self.term_in(self.language, label.key)
        return typeset(label.text, label.language)

    def words(self, label: Label) -> Markup:
        """Words as HTML; marked with their language where it is not the page's."""
        text = self.plain(label)
        if isinstance(label, Phrase) and label.language and label.language != self.language and label.text:
            return Markup('<span lang="{}">{}</span>').format(label.language, text)
        return escape(text)


def breakable(code: str) -> Markup:
    """A code that may break after its hyphens."""
    return Markup("-<wbr>").join(code.split("-"))
