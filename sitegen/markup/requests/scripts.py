"""What scripts make a browser do, as far as a static look reaches.

A script may ask for any address that it names; whether it does cannot be known without running it. So each string that
is an address, or a piece of HTML or CSS that loads one, counts as a request. Remarks, patterns and addresses within
sentences do not. An address that a script puts together from parts is not seen.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from sitegen.markup.requests.found import Found, asks
from sitegen.text.requests import Act

REMARK, TEXT, CODE = "remark", "text", "code"
TOKEN = re.compile(
    r"//[^\n]*|/\*.*?(?:\*/|\Z)|<!--[^\n]*|\"(?:\\.|[^\"\\\n])*\"?|'(?:\\.|[^'\\\n])*'?|[\w$]+|\S", re.DOTALL
)
PATTERN = re.compile(r"/(?![*/])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\[\n])+/\w*")
TEMPLATE = re.compile(r"(?:\\.|\$(?!\{)|[^`\\$])*(`|\$\{|\Z)", re.DOTALL)
BEFORE_PATTERN = frozenset([
    "return", "typeof", "instanceof", "in", "of", "new", "delete", "void", "throw", "case", "do", "else",
    "yield", "await",
])  # fmt: skip
"""Words behind which a slash begins a pattern."""
VALUE = re.compile(r"[\w$)\]}'\"`]\Z")
"""What a value ends with, behind which a slash divides."""

COOKIE = re.compile(r"\bcookieStore\b|(?:\bdocument\s*)?[.]\s*cookie\b")
KEEPS = re.compile(
    r"\b(?:localStorage|sessionStorage|indexedDB|webkitIndexedDB|mozIndexedDB|openDatabase|serviceWorker|"
    r"webkitRequestFileSystem|requestFileSystem|navigator\s*\.\s*storage|caches\s*\.\s*(?:open|match|has|keys|delete))\b"
)
HIDDEN_NAMES = {"cookie": Act.KEEP, "cookieStore": Act.KEEP} | dict.fromkeys(
    ("localStorage", "sessionStorage", "indexedDB", "serviceWorker"), Act.KEEP
)
"""The same as `window["localStorage"]` has them."""
BRACKET = re.compile(r"\[\s*[\"'`]\Z")
SIGHT = 9
"""Characters before a string in which the bracket stands."""
NAMESPACE = re.compile(r"http://www\.w3\.org/(?:2000|1999|1998|XML)/[\w./#]*\Z")
START = r"(?:(?:https?|wss?|ftp):[\\/]*|[\\/]{2})[^\s\"'<>()`\\]"
WHOLE = re.compile(rf"\s*({START}[^\s\"'<>`]*)\s*\Z", re.IGNORECASE)
IN_MARKUP = re.compile(
    rf"(?:\b(?:src|srcset|poster|data|action|background|formaction|ping)\s*=\s*\\?[\"']?|"
    rf"<(?:link|image|use|base)\b[^<>]*?\bhref\s*=\s*\\?[\"']?|\burl\(\s*\\?[\"']?|@import\s+\\?[\"']?)"
    rf"({START}[^\s\"'<>)`\\]*)",
    re.IGNORECASE,
)
SPACES = dict.fromkeys("nrtvbf\n", " ")
ESCAPE = re.compile(r"\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|u\{([0-9a-fA-F]{1,5})\}|(.))", re.DOTALL)


@dataclass
class Cut:
    """A script that is cut into pieces."""

    script: str
    at: int = 0
    last: str = ""
    """The last piece that was neither space nor remark."""
    depths: list[int] = field(default_factory=list)
    """Of the templates around: open braces since each went over into code."""

    def pieces(self) -> Iterator[tuple[str, str, int]]:
        """Sort, text and place of each."""
        while found := TOKEN.search(self.script, self.at):
            start, self.at = found.start(), found.end()
            token = found[0]
            if token.startswith(("//", "/*", "<!--")):
                yield REMARK, token, start
            elif token[0] in "\"'":
                yield TEXT, token[1:].removesuffix(token[0]), start + 1
                self.last = token[0]
            elif token == "`" or (token == "}" and self.closes_template()):
                yield TEXT, self.template(), start + 1
            elif token == "/" and (pattern := self.pattern(start)):
                yield REMARK, pattern, start
                self.at, self.last = start + len(pattern), ")"
            else:
                self.depths[-1:] = [depth + (token == "{") for depth in self.depths[-1:]]
                self.last = token
                yield CODE, token, start

    def closes_template(self) -> bool:
        """Whether a closing brace leads back into a template."""
        if not self.depths:
            return False
        self.depths[-1] -= 1
        return self.depths[-1] == 0

    def template(self) -> str:
        """The text of a template up to its end or the next code in it."""
        is_inside = bool(self.depths) and self.depths[-1] == 0
        found = TEMPLATE.match(self.script, self.at)
        assert found
        text = found[0].removesuffix(found[1])
        self.at, self.last = found.end(), "`"
        if is_inside:
            self.depths.pop()
        if found[1] == "${":
            self.depths.append(1)
            self.last = "{"
        return text

    def pattern(self, start: int) -> str:
        """The regular expression that begins with a slash; "" where the slash divides."""
        if VALUE.search(self.last) and self.last not in BEFORE_PATTERN:
            return ""
        found = PATTERN.match(self.script, start)
        return found[0] if found else ""


def in_script(script: str) -> Iterator[Found]:
    """What a script asks for or keeps."""
    code = list(" " * len(script))
    for sort, text, start in Cut(script).pieces():
        if sort == CODE:
            code[start : start + len(text)] = text
        elif sort == TEXT:
            yield from in_string(unescaped(text), start)
            name = HIDDEN_NAMES.get(text) if BRACKET.search(script, max(0, start - SIGHT), start) else None
            yield from (Found(deed, text, start) for deed in (name,) if deed)
    plain = "".join(code)
    yield from (Found(Act.KEEP, found[0], found.start()) for found in COOKIE.finditer(plain))
    yield from (Found(Act.KEEP, found[0], found.start()) for found in KEEPS.finditer(plain))


def in_string(text: str, start: int) -> Iterator[Found]:
    """What a string of a script may load."""
    if (whole := WHOLE.match(text)) and not NAMESPACE.match(whole[1]):
        yield asks(whole[1], start + whole.start(1))
    elif not whole:
        yield from (asks(found[1], start + found.start(1)) for found in IN_MARKUP.finditer(text))


def unescaped(text: str) -> str:
    """A string as it is meant; signs of two halves are put together, and a half alone is none."""
    meant = ESCAPE.sub(lambda found: SPACES.get(found[4], found[4]) or sign(found[1] or found[2] or found[3]), text)
    return meant.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def sign(digits: str) -> str:
    """The character with a number."""
    return chr(min(int(digits, 16), 0x10FFFF))
