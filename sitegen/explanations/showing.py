"""Explanations as text: for the terminal."""

from __future__ import annotations

from sitegen.explanations import EXPLANATIONS, forms
from sitegen.explanations.explanation import Explanation
from sitegen.explanations.forms import FORMS
from sitegen.problems import Mistake, message
from sitegen.report import Words
from sitegen.text.nearest import nearest


def explained(subject: str, words: Words) -> str:
    """A code, a kind of page or a file of settings in full; raises Mistake for an unknown one."""
    name = subject.strip().lower()
    return forms.as_text(name, words) if name in FORMS else as_text(explanation(subject), words)


def explanation(code: str) -> Explanation:
    """The explanation of a code, however it is written; raises Mistake for an unknown one."""
    known = {one.code: one for one in EXPLANATIONS}
    wanted = code.strip().upper()
    if wanted not in known:
        near = nearest(wanted, list(known))
        hint = message("Did you mean '{near}'?", near=near) if near else message("See docs/checks.md for all codes.")
        raise Mistake("FLD-03", message("there is no code '{code}'", code=code), hint)
    return known[wanted]


def as_text(one: Explanation, words: Words) -> str:
    """Code and severity, what it means, why it matters, the rule, an example and its correction."""
    parts = [f"{one.code}  {words.severity(one.severity)}", words.shown(one.what), words.shown(one.why)]
    if one.law.template:
        parts.append(words("Rule: {rule}", rule=words.shown(one.law)))
    parts += [words("Wrong:"), indented(one.example.wrong), words("Right:"), indented(one.example.right)]
    return "\n".join(parts)


def indented(text: str) -> str:
    """Lines of an example, set off from the words around them."""
    shown = text if len(text) <= LONGEST_EXAMPLE else text[:LONGEST_EXAMPLE].rstrip() + " …"
    return "\n".join("    " + line for line in shown.rstrip("\n").split("\n"))


LONGEST_EXAMPLE = 300
"""Characters."""
