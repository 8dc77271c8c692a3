"""The law that applies to a site, as text: each entry with its value, its source and how sure it is."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.model.provisions import CONFIDENCE, MEANINGS, Law, Provision
from sitegen.problems import Mistake, message
from sitegen.report import Words
from sitegen.text.nearest import nearest


def as_text(law: Law, words: Words, wanted: str = "") -> str:
    """Every entry, or one by its id or of a period; raises Mistake where there is none."""
    found = [one for one in law.provisions.values() if wanted in ("", one.id) or wanted in one.regimes]
    if not found:
        near = nearest(wanted, list(law.provisions))
        hint = message("Did you mean '{near}'?", near=near) if near else message("See docs/law.md for all entries.")
        raise Mistake("FLD-03", message("the law has no entry '{name}'", name=wanted), hint)
    return "\n\n".join("\n".join(lines(one, words)) for one in found)


def lines(one: Provision, words: Words) -> Iterator[str]:
    """One entry."""
    yield f"{one.id}: {shown(one)}"
    yield f"  {words.shown(MEANINGS[one.id])}"
    if one.regimes:
        yield "  " + words("Periods: {regimes}", regimes=", ".join(one.regimes))
    if one.funds:
        yield "  " + words("Funds: {funds}", funds=", ".join(one.funds))
    yield "  " + words("Source: {source}", source=words.translate(one.source))
    yield "  " + words.shown(CONFIDENCE[one.confidence])
    if one.is_own:
        yield "  " + words("So says law.yaml of this site.")


def shown(one: Provision) -> str:
    """The value with its unit."""
    sign = {"EUR": " EUR", "px": " px", "days": " d", "years": " y", "percent": " %"}.get(one.unit, "")
    return ("; " if one.unit == "text" else ", ").join(one.value) + sign
