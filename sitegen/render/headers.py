"""Headers that a host sends with each file: what a page may load (CSP 3), what is kept how long, what nobody guesses.

The same rules go out in the words of three hosts. Styles stand in the pages, so the policy names their digests; no page
has a script, a style attribute or a handler of its own, and none asks another site for anything.
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256

from sitegen.model.address import FEED
from sitegen.render.redirections import pattern
from sitegen.render.theme import PUBLISHED
from sitegen.render.workshop import Workshop

STYLE = re.compile(r"<style>(.*?)</style>", re.DOTALL)
THEME_STYLE = re.compile(r"\{\{-?\s*style\([^)]*\)\s*-?\}\}")
"""Where a template has the style text of the theme."""
MEANT_FOR_JINJA = re.compile(r"\{[{%#]")
POLICY = (
    "default-src 'none'",
    "script-src 'self'",
    "connect-src 'self'",
    "img-src 'self'",
    "font-src 'self'",
    "media-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
)
YEAR = 31_536_000
"""Seconds."""
FOR_EVER = f"public, max-age={YEAR}, immutable"
SHORT = "public, max-age=300"
"""A correction must not wait for longer than five minutes."""
OPEN_DATA = "data/"
"""Files that pages of other sites may read."""
TYPES: Mapping[str, str] = {
    "avif": "image/avif",
    "csv": "text/csv",
    "ics": "text/calendar",
    "js": "text/javascript",
    "json": "application/json",
    "svg": "image/svg+xml",
    "webmanifest": "application/manifest+json",
    "webp": "image/webp",
    "woff2": "font/woff2",
    "xml": "application/xml",
}
"""By ending: what some hosts do not know or call otherwise. IANA's names; of fonts and pictures too."""
FEED_TYPE = "application/atom+xml"
TEXTS = ("css", "csv", "html", "ics", "js", "json", "svg", "txt", "webmanifest", "xml")
"""Endings of files in UTF-8."""
HIDDEN = r"/\.(?!well-known/)"
"""Names with a dot in front, which are for the host alone: its settings, the list of what was published."""


@dataclass(frozen=True, kw_only=True)
class Hosting:
    """What the header files of a site depend on."""

    root: str
    """The path of the site with a slash at both ends: `/` or `/eu/`."""
    has_hsts: bool
    """Whether browsers are to come by HTTPS only, for a year, to the whole host."""
    compressed: tuple[str, ...] = ()
    """The endings of packed files that stand beside the others: `gz`, `br`."""
    redirects: tuple[str, ...] = ()
    """Lines for Apache that lead from old addresses on."""
    gone: tuple[str, ...] = ()
    """Paths on the host that ended on purpose."""
    folders: tuple[str, ...] = ()
    """Folders at the root of the site whose files are kept for a short time, for hosts that know no exceptions."""


def styles(workshop: Workshop, root: str) -> tuple[str, ...]:
    """The texts of all `style` elements that the theme's templates can write, each once, in order."""
    css = str(workshop.style(root))
    found = (text for template in workshop.theme.templates() for text in STYLE.findall(template.decode()))
    return tuple(sorted({THEME_STYLE.sub(lambda _: css, text) for text in found if is_plain(text)}))


def is_plain(text: str) -> bool:
    """Whether a template's style text is the same on every page."""
    return not MEANT_FOR_JINJA.search(THEME_STYLE.sub("", text))


def policy(texts: Iterable[str]) -> str:
    """The content security policy of a site with these style texts."""
    digests = " ".join(f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'" for text in texts)
    return "; ".join((*POLICY, f"style-src {digests}" if digests else "style-src 'none'"))


def for_all(workshop: Workshop, hosting: Hosting) -> Mapping[str, str]:
    """The headers of every file."""
    always = {
        "Content-Security-Policy": policy(styles(workshop, hosting.root)),
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "same-origin",
        "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
        "Cross-Origin-Opener-Policy": "same-origin",
    }
    return always | ({"Strict-Transport-Security": f"max-age={YEAR}"} if hosting.has_hsts else {})


# ── in the words of the hosts ───────────────────────────────────────────────────────────────────────────────


def netlify(headers: Mapping[str, str], hosting: Hosting) -> Iterator[str]:
    """`_headers`: a path, its headers below it; Cloudflare Pages reads the same.

    Both join the values of all rules that fit, so no file may get `Cache-Control` from two of them; what no rule names
    they have asked for anew each time. Nothing may stand behind `*`. Types they know by the endings.
    """
    root = hosting.root
    yield f"{root}*"
    yield from (f"  {name}: {value}" for name, value in headers.items())
    for path, kept in ((root, SHORT), *((f"{root}{folder}/*", SHORT) for folder in hosting.folders)):
        yield path
        yield f"  Cache-Control: {kept}"
    yield f"{root}{PUBLISHED}*"
    yield f"  Cache-Control: {FOR_EVER}"
    yield f"{root}{OPEN_DATA}*"
    yield f"  Cache-Control: {SHORT}"
    yield "  Access-Control-Allow-Origin: *"


def apache(headers: Mapping[str, str], hosting: Hosting) -> Iterator[str]:
    """`.htaccess` of Apache 2.4: needs `AllowOverride FileInfo Options`, and mod_headers for the headers."""
    root = hosting.root
    yield "Options -Indexes"
    yield f'RedirectMatch 404 "{HIDDEN}"'
    yield "AddDefaultCharset utf-8"
    yield f"AddCharset utf-8 {' '.join(f'.{ending}' for ending in TEXTS)}"
    yield from (f"AddType {kind} .{ending}" for ending, kind in TYPES.items())
    yield f'<FilesMatch "^{regex(FEED)}(\\.|$)">'
    yield f'  ForceType "{FEED_TYPE}; charset=utf-8"'
    yield "</FilesMatch>"
    yield from (f"ErrorDocument {status} {root}404.html" for status in (404, 410))
    yield "<IfModule mod_headers.c>"
    yield from (f'  Header always set {name} "{value}"' for name, value in headers.items())
    yield f'  Header set Cache-Control "{SHORT}"'
    yield f"""  Header set Cache-Control "{FOR_EVER}" "expr=%{{REQUEST_URI}} =~ m#^{regex(root + PUBLISHED)}#\""""
    yield f"""  Header set Access-Control-Allow-Origin "*" "expr=%{{REQUEST_URI}} =~ m#^{regex(root + OPEN_DATA)}#\""""
    yield "</IfModule>"
    yield from hosting.redirects
    yield from apache_packed(hosting)


def apache_packed(hosting: Hosting) -> Iterator[str]:
    """The packed files of those browsers that can unpack them."""
    encodings = {"br": "br", "gz": "gzip"}
    known = [ending for ending in encodings if ending in hosting.compressed]
    if not known:
        return
    yield "<IfModule mod_rewrite.c>"
    yield "  RewriteEngine On"
    for ending in known:
        yield rf"  RewriteCond %{{HTTP:Accept-Encoding}} \b{encodings[ending]}\b"
        yield f"  RewriteCond %{{REQUEST_FILENAME}}.{ending} -f"
        yield rf"  RewriteRule ^(.+)$ $1.{ending} [L]"
    yield "</IfModule>"
    for ending in known:
        yield f"RemoveType .{ending}"
        yield f"AddEncoding {encodings[ending]} .{ending}"
    yield "<IfModule mod_headers.c>"
    yield "  Header merge Vary Accept-Encoding"
    yield "</IfModule>"


def nginx(headers: Mapping[str, str], hosting: Hosting) -> Iterator[str]:
    """A text to `include` in a `server` block; it keeps itself, as every name with a dot in front, from visitors.

    A `types` block there would replace all that nginx knows, so what it lacks is said ending by ending. nginx itself
    adds text/html to `charset_types` and warns of what is named twice.
    """
    root = hosting.root
    kinds = ("text/css", "text/plain", *(TYPES[ending] for ending in TEXTS if ending in TYPES), FEED_TYPE)
    yield "# include this file in the server block: include /path/to/the/site/.nginx.conf;"
    yield "charset utf-8;"
    yield f"charset_types {' '.join(kinds)};"
    yield f"error_page 404 410 {root}404.html;"
    yield f"location ~ {HIDDEN} {{ return 404; }}"
    yield f"location ~ /{regex(FEED)}$ {{ types {{ }} default_type {FEED_TYPE}; }}"
    yield from (rf"location ~ \.{ending}$ {{ types {{ }} default_type {kind}; }}" for ending, kind in TYPES.items())
    yield f'set $sitegen_cache "{SHORT}";'
    yield 'set $sitegen_origin "";'
    yield f'if ($uri ~ "^{regex(root + PUBLISHED)}") {{ set $sitegen_cache "{FOR_EVER}"; }}'
    yield f'if ($uri ~ "^{regex(root + OPEN_DATA)}") {{ set $sitegen_origin "*"; }}'
    yield from (f'if ($uri ~ "{pattern(address)}") {{ return 410; }}' for address in hosting.gone)
    yield "add_header Cache-Control $sitegen_cache;"
    yield "add_header Access-Control-Allow-Origin $sitegen_origin;"
    yield from (f'add_header {name} "{value}" always;' for name, value in headers.items())
    if hosting.compressed:
        yield "gzip_vary on;"
    if "gz" in hosting.compressed:
        yield "gzip_static on;"
    if "br" in hosting.compressed:
        yield "brotli_static on;"


def regex(path: str) -> str:
    """A path as a regular expression of Apache and nginx."""
    return path.replace(".", r"\.")


Writer = Callable[[Mapping[str, str], Hosting], Iterator[str]]
WRITERS: Mapping[str, tuple[str, Writer]] = {
    "netlify": ("_headers", netlify),
    "apache": (".htaccess", apache),
    "nginx": (".nginx.conf", nginx),
}
"""Host to the name of its file and who writes it; a host that is not named here is told nothing."""


def header_lines(workshop: Workshop, host: str, hosting: Hosting) -> str:
    """The headers of a site in the words of a host."""
    _, write = WRITERS[host]
    return "".join(f"{line}\n" for line in write(for_all(workshop, hosting), hosting))
