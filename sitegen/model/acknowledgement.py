"""The acknowledgement of the Union's support: which words stand beside its emblem, by keys of the catalogues."""

from __future__ import annotations

from sitegen.model.funding import FUNDS

UNION, SEVERAL, EMBLEM = "acknowledgement.union", "acknowledgement.esi", "emblem"
OUTSIDE = ("national", "own", "other")
"""Who pays beside the Union."""
SENTENCES = ("funded", "cofunded", "rrf", "phare", "national")
WORDS = (
    EMBLEM,
    UNION,
    SEVERAL,
    "disclaimer",
    *(f"acknowledgement.{name}" for name in SENTENCES),
    *(f"fund.{fund}" for fund in FUNDS),
)
"""The keys whose words a site is checked by."""


def lines_of(regime: str, acknowledgement: str, funds: tuple[str, ...]) -> tuple[str, ...]:
    """A sentence, or the Union and its funds by name (Reg. 821/2014, Art. 4)."""
    paying = [fund for fund in funds if fund not in OUTSIDE]
    if regime == "national" or (regime == "phare" and acknowledgement == "legacy"):
        return (f"acknowledgement.{regime}",)
    if acknowledgement != "legacy":
        is_rrf = regime == "rrf" and acknowledgement == "funded"
        return ("acknowledgement.rrf" if is_rrf else f"acknowledgement.{acknowledgement}",)
    if len(paying) > 1 and regime == "2014-2020":
        return (UNION, SEVERAL)
    return (UNION, *(f"fund.{fund}" for fund in paying))
