"""EXPLANATIONS, the one list: what each code of a problem means, why it matters, an example and its correction."""

from __future__ import annotations

from sitegen.explanations import (
    accessibility,
    addresses,
    codes,
    dates,
    documents,
    fields,
    languages,
    links,
    money,
    network,
    pictures,
    privacy,
    publicity,
    references,
    syntax,
    texts,
    themes,
)
from sitegen.explanations.explanation import Explanation

EXPLANATIONS: tuple[Explanation, ...] = (
    *syntax.EXPLANATIONS,
    *fields.EXPLANATIONS,
    *references.EXPLANATIONS,
    *addresses.EXPLANATIONS,
    *links.EXPLANATIONS,
    *codes.EXPLANATIONS,
    *money.EXPLANATIONS,
    *dates.EXPLANATIONS,
    *texts.EXPLANATIONS,
    *languages.EXPLANATIONS,
    *accessibility.EXPLANATIONS,
    *privacy.EXPLANATIONS,
    *documents.EXPLANATIONS,
    *publicity.EXPLANATIONS,
    *pictures.EXPLANATIONS,
    *themes.EXPLANATIONS,
    *network.EXPLANATIONS,
)
