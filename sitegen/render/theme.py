"""Themes: folders of templates, a style text and catalogues. A site's theme lies over the default one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from sitegen.model.acknowledgement import WORDS
from sitegen.model.address import ADDRESS_WORDS, default_slug
from sitegen.model.media import File
from sitegen.model.page import STATUSES
from sitegen.problems import Location, Mistake, Problem, message
from sitegen.render.catalogue import Catalogue, ParseCatalogue, parse_catalogue

COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
SETTINGS = Location("content/site.yaml")
SAVE_AS_UTF8 = message("Save it as UTF-8.")
SPACE = re.compile(r"(\"[^\"]*\"|'[^']*')|\s*([{};,>])\s*|(?<=[\w-])(:)\s+|\s+")
"""A string, which stays as it is; the space around a mark, that after the colon of a declaration, and all other."""
ADDRESS = re.compile(r"url\(\s*[\"']?(?![a-z]+:|/|#)([^)\"']+?)[\"']?\s*\)")
"""A file of the theme that a style text names, from the folder `assets/` on."""
ROOT = "\ue010"
"""Stands in a style text for the way from a page to the site's root."""
PUBLISHED = "assets/theme/"
"""Where a theme's files are published, below the site's root."""
MACROS = "macros.html"
"""The one template whose parts a site's own file replaces one by one."""
FONTS = "fonts.css"
"""The style text of the typeface; a site's own one replaces the default one, its folder `fonts/` included."""
WRITTEN = ("templates/**/*", "assets/**/*")
"""Where a theme has files that pages are made of."""
TEXTS = frozenset({".css", ".htm", ".html", ".js", ".mjs", ".svg", ".webmanifest", ".xml", ".xsl"})
"""Endings of those that make a browser do something."""
STYLES = ("site.css", FONTS)
"""The style texts; the second is left out where site.yaml says `font: system`, and so is the folder `fonts/`."""


@dataclass(frozen=True)
class Theme:
    """Everything that a site looks and speaks with."""

    folders: tuple[Path, ...]
    """The site's own theme first, the default one last."""
    catalogues: Mapping[str, Catalogue]
    css: str
    """All style texts in one; `ROOT` stands where the way to the site's root belongs."""
    files: Mapping[str, File]
    """What is published beside the pages, by its name below `assets/`; the paths are those of the site."""
    own_texts: tuple[tuple[str, str], ...] = ()
    """The templates, style texts and scripts of the site's own theme, each with the path of the file."""
    own_styles: tuple[tuple[str, str], ...] = ()
    """The style texts of the site's own theme as they are written, each with the path of the file."""

    @property
    def template_folders(self) -> tuple[Path, ...]:
        """Where templates are looked for."""
        return tuple(folder / "templates" for folder in self.folders)

    def templates(self) -> Iterator[bytes]:
        """Name and content of every template."""
        for folder in self.template_folders:
            for file in sorted(folder.rglob("*.html")):
                yield file.relative_to(folder).as_posix().encode()
                yield file.read_bytes()

    def place(self, file: Path, line: int) -> tuple[Path, int]:
        """The file and line that an editor sees for a line at work: own macros are followed by the default ones."""
        default = self.template_folders[-1] / MACROS
        if file.name != MACROS or file == default or not file.is_file():
            return file, line
        own = file.read_text(encoding="utf-8").count("\n") + 1
        return (default, line - own) if line > own else (file, line)

    def section_words(self) -> dict[str, dict[str, str]]:
        """Language to section, facet or further page of a list to its word in addresses."""
        return {
            code: {name: words.text(f"slug.{name}") for name in ADDRESS_WORDS}
            | {f"status.{name}": default_slug(words.text(f"status.{name}"), code) for name in STATUSES}
            for code, words in self.catalogues.items()
        }


def default_folder() -> Path:
    """The default theme: beside the package in a checkout, inside it where it is installed."""
    package = Path(__file__).resolve().parent.parent
    inside = package / "themes" / "default"
    return inside if inside.is_dir() else package.parent / "themes" / "default"


def load_theme(  # noqa: PLR0913
    own: Path | None,
    languages: Sequence[str],
    at: Location = SETTINGS,
    *,
    has_fonts: bool = True,
    brand: str = "",
    parse: ParseCatalogue = parse_catalogue,
) -> tuple[Theme, tuple[Problem, ...]]:
    """A site's theme over the default one, and what it lacks; `at` is where the languages are named."""
    folders = tuple(dict.fromkeys((*([own] if own else []), default_folder())))
    problems: list[Problem] = []
    catalogues = {code: load_catalogue(folders, code, problems, parse) for code in languages}
    lettered = with_fonts(folders) if has_fonts else ()
    files = theme_files(folders, lettered)
    written = tuple(styles(folders, lettered, problems))
    css = "\n".join(linked(minified(text), files, Location(file.as_posix()), problems) for file, text in written)
    if brand:
        css += f"\n:root{{--brand:{brand}}}"
    own_styles = tuple(
        (place_of(file.parents[1], file), text) for file, text in written if file.parents[1] in folders[:-1]
    )
    theme = Theme(folders, catalogues, css, files, tuple(texts_in(folders[:-1])), own_styles)
    problems.extend(mistake.at(at) for code, words in catalogues.items() for mistake in missing_words(code, words))
    return theme, tuple(problems)


def texts_in(folders: Sequence[Path]) -> Iterator[tuple[str, str]]:
    """The templates, style texts and scripts of themes."""
    files = ((folder, file) for folder in folders for name in WRITTEN for file in sorted(folder.glob(name)))
    for root, file in files:
        if file.is_file() and file.suffix.lower() in TEXTS:
            yield place_of(root, file), file.read_text(encoding="utf-8", errors="replace")


def place_of(folder: Path, file: Path) -> str:
    """How a file of a theme is named in a problem."""
    return f"themes/{folder.name}/{file.relative_to(folder).as_posix()}"


def load_catalogue(folders: Sequence[Path], language: str, problems: list[Problem], parse: ParseCatalogue) -> Catalogue:
    """The words of a language, those of the first folder on top."""
    whole = Catalogue(language)
    for folder in folders:
        file = folder / "locale" / f"{language}.po"
        if file.is_file():
            try:
                whole = whole.over(parse(file.read_bytes(), language))
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
    needed = (*(f"slug.{name}" for name in ADDRESS_WORDS), *(f"status.{name}" for name in STATUSES))
    absent = [key for key in needed if key not in words]
    if absent:
        yield Mistake(
            "THM-03",
            message("the theme has no words for '{language}': {keys}", language=language, keys=", ".join(absent)),
            message("Add them to locale/{language}.po of the theme.", language=language),
        )


def official_words(theme: Theme, parse: ParseCatalogue = parse_catalogue) -> dict[str, dict[str, str]]:
    """Language to key to the words of support: the default theme's; a language that it lacks has those of the theme."""
    found = {}
    for code, words in theme.catalogues.items():
        own = load_catalogue(theme.folders[-1:], code, [], parse) if len(theme.folders) > 1 else words
        whole = own.over(words).texts
        found[code] = {key: whole[key] for key in WORDS if key in whole}
    return found


def with_fonts(folders: Sequence[Path]) -> tuple[Path, ...]:
    """The folders whose fonts count: down to the first that has a style text for its typeface."""
    has_own = [(folder / "assets" / FONTS).is_file() for folder in folders]
    return tuple(folders[: has_own.index(True) + 1])


def theme_files(folders: Sequence[Path], lettered: Sequence[Path]) -> dict[str, File]:
    """The files of `assets/` but the style texts; their published names change with their content."""
    found: dict[str, File] = {}
    for folder in reversed(folders):
        assets = folder / "assets"
        for disk in sorted(path for path in assets.rglob("*") if path.is_file()):
            name = disk.relative_to(assets).as_posix()
            if name not in STYLES and (folder in lettered or not name.startswith("fonts/")):
                content = disk.read_bytes()
                found[name] = File(path=published_name(name, content), disk=str(disk), size=len(content))
    return found


def published_name(name: str, content: bytes) -> str:
    """The address of a file below the site's root: `assets/theme/fonts/a.1f2e3d4c.woff2`, good for ever."""
    stem, dot, ending = name.rpartition(".")
    return f"{PUBLISHED}{stem or ending}.{sha256(content).hexdigest()[:8]}{dot and '.' + ending}"


def linked(css: str, files: Mapping[str, File], place: Location, problems: list[Problem]) -> str:
    """A style text with the published addresses of the files that it names."""

    def address(found: re.Match[str]) -> str:
        file = files.get(found[1])
        if file is None:
            complaint = message("the theme has no file '{name}'", name=found[1])
            problems.append(Mistake("THM-06", complaint, message("Put it into assets/ of the theme.")).at(place))
            return found[0]
        return f"url({ROOT}{file.path})"

    return ADDRESS.sub(address, css)


def styles(folders: Sequence[Path], lettered: Sequence[Path], problems: list[Problem]) -> Iterator[tuple[Path, str]]:
    """The style texts, the default theme's first, so that the site's own come later and win."""
    for file in (folder / "assets" / name for folder in reversed(folders) for name in STYLES):
        if file.is_file() and (file.name != FONTS or file.parents[1] in lettered):
            try:
                yield file, file.read_text(encoding="utf-8")
            except UnicodeDecodeError:
                complaint = message("the file is not in UTF-8")
                problems.append(Mistake("THM-01", complaint, SAVE_AS_UTF8).at(Location(file.as_posix())))


def minified(css: str) -> str:
    """The style text without comments and needless space."""
    kept = SPACE.sub(lambda found: found[1] or found[2] or found[3] or " ", COMMENT.sub("", css))
    return kept.replace(";}", "}").strip()
