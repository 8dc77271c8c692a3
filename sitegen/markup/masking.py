"""Masking: what of a Markdown text is prose, each character where it stands."""

from __future__ import annotations

import re

_HIDDEN = re.compile(
    r"""
      (?P<code> (?<!`) (?P<ticks>`{1,8}) (?!`) .{0,2000}? (?<!`) (?P=ticks) (?!`) )
    | (?P<comment> <!-- (?: (?!<!--) . ){0,5000}? --> )
    | (?P<address> <? (?: https?:// | www\. | mailto: ) [^\s<>"„“”«»)\]]* [^\s<>"„“”«»)\],.;:!?] >? )
    | (?P<mail> (?<![\w.+-]) [\w.+-]{1,64} @ [\w-]{1,64} (?: \. [\w-]{1,64} ){1,8} )
    | (?P<tag> </? [A-Za-z] [^<>]{0,2000} > )
    | (?<=\]) (?P<target> \( (?: [^()\n] | \( [^()\n]* \) ){0,2000} \) )
    | (?P<reference> (?m:^ \ {0,3} \[ [^\]\n]{1,500} \] : [^\n]* ) )
    | (?P<footnote> \[ \^ [^\]\n]{1,200} \] :? )
    | (?P<attributes> \{ :? [ ]* (?: [#.] | [\w-]+ = ) [^{}\n]{0,500} \} )
    | (?P<entity> & (?: \# \d+ | \# [xX] [0-9A-Fa-f]+ | \w+ ) ; )
    """,
    re.VERBOSE | re.DOTALL,
)
_SIGN = re.compile(r"[`<@\]\[{&]|://|www\.|mailto:")
"""One of these is in all of that; most texts have none."""
_NOT_BREAKS = re.compile(r"[^\n]")


def prose(text: str) -> str:
    """The text with spaces in the place of code, addresses, targets of links, tags and attribute lists.

    Of the same length and with the same line breaks, so that places keep their meaning.
    """
    if not _SIGN.search(text):
        return text
    return _HIDDEN.sub(lambda match: _NOT_BREAKS.sub(" ", match[0]), text)
