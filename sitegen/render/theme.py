"""Themes: folders of templates, a style text and catalogues. A site's theme lies over the default one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from sitegen.model.address import FACETS, SECTION_WORDS, default_slug
from sitegen.model.page import STATUSES
from sitegen.problems import Location, Mistake, Problem, message
from sitegen.render.catalogue import Catalogue, parse_catalogue

COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
SETTINGS = Location("content/site.yaml")
SAVE_AS_UTF8 = message("Save it as UTF-8.")
SPACE = re.compile(r"\s*([{};,>])\s*|\s+")


@dataclass(frozen=True)
class Theme:
    """Everything that a site looks and speaks with."""

    folders: tuple[Path, ...]
    """The site's own theme first, the default one last."""
    catalogues: Mapping[str, Catalogue]
    css: str

    @property
    def template_folders(self) -> tuple[Path, ...]:
        """Where templates are looked for."""
        return tuple(folder / "templates" for folder in self.folders)

    def section_words(self) -> dict[str, dict[str, str]]:
        """Language to section or facet to its word in addresses."""
        names = (*SECTION_WORDS, *FACETS)
        return {
            code: {name: words.text(f"slug.{name}") for name in names}
            | {f"status.{name}": default_slug(words.text(f"status.{name}"), code) for name in STATUSES}
            for code, words in self.catalogues.items()
        }


def default_folder() -> Path:
    """The default theme: beside the package in a checkout, inside it where it is installed."""
    package = Path(__file__).resolve().parent.parent
    inside = package / "themes" / "default"
    return inside if inside.is_dir() else package.parent / "themes" / "default"


def load_theme(
    own: Path | None, languages: Sequence[str], at: Location = SETTINGS
) -> tuple[Theme, tuple[Problem, ...]]:
    """A site's theme over the default one, and what it lacks; `at` is where the languages are named."""
    folders = tuple(dict.fromkeys((*([own] if own else []), default_folder())))
    problems: list[Problem] = []
    catalogues = {code: load_catalogue(folders, code, problems) for code in languages}
    theme = Theme(folders, catalogues, "\n".join(minified(text) for text in styles(folders, problems)))
    problems.extend(mistake.at(at) for code, words in catalogues.items() for mistake in missing_words(code, words))
    return theme, tuple(problems)


def load_catalogue(folders: Sequence[Path], language: str, problems: list[Problem]) -> Catalogue:
    """The words of a language, those of the first folder on top."""
    whole = Catalogue(language)
    for folder in folders:
        file = folder / "locale" / f"{language}.po"
        if file.is_file():
            try:
                whole = whole.over(parse_catalogue(file.read_bytes(), language))
            except ValueError as error:
                problems.append(bad_catalogue(str(error)).at(Location(file.as_posix())))
    return whole


def bad_catalogue(reason: str) -> Mistake:
    """The complaint about a .po file that cannot be read."""
    return Mistake(
        "THM-03",
        message("the catalogue cannot be read: {reason}", reason=reason),
        message("Open it with a gettext editor such as Poedit."),
    )


def missing_words(language: str, words: Catalogue) -> Iterator[Mistake]:
    """A language that the theme has no words for; without address words nothing can be built."""
    needed = (*(f"slug.{name}" for name in (*SECTION_WORDS, *FACETS)), *(f"status.{name}" for name in STATUSES))
    absent = [key for key in needed if key not in words]
    if absent:
        yield Mistake(
            "THM-03",
            message("the theme has no words for '{language}': {keys}", language=language, keys=", ".join(absent)),
            message("Add them to locale/{language}.po of the theme.", language=language),
        )


def styles(folders: Sequence[Path], problems: list[Problem]) -> Iterator[str]:
    """The style texts, the default theme's first, so that the site's own come later and win."""
    for folder in reversed(folders):
        file = folder / "assets" / "site.css"
        if file.is_file():
            try:
                yield file.read_text(encoding="utf-8")
            except UnicodeDecodeError:
                complaint = message("the file is not in UTF-8")
                problems.append(Mistake("THM-01", complaint, SAVE_AS_UTF8).at(Location(file.as_posix())))


def minified(css: str) -> str:
    """The style text without comments and needless space."""
    return SPACE.sub(lambda found: found[1] or " ", COMMENT.sub("", css)).replace(";}", "}").strip()
