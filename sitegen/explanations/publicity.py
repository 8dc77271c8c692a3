"""PUB: what European money obliges to tell."""

from __future__ import annotations

from sitegen.explanations.explanation import Example, Explanation
from sitegen.problems import Severity, message

EXPLANATIONS = (
    Explanation(
        code="PUB-04",
        severity=Severity.WARNING,
        what=message("The project page lacks its aims, results or summary."),
        why=message(
            "The website must describe the operation, its aims and results, and highlight the support of the Union."
        ),
        law=message("Reg. (EU) 2021/1060, Art. 50(1)(a); Reg. (EU) 1303/2013, Annex XII, 2.2(2)(a)"),
        example=Example(
            "---\ntitle: Парк\nprogramme: oprg-2014-2020\ncontract: BG16RFOP001-5.001-0042-C01\npartners: [{org: obshtina, role: beneficiary}]\n---\n",
            "---\ntitle: Парк\nsummary: Нов парк в центъра на града.\nprogramme: oprg-2014-2020\ncontract: BG16RFOP001-5.001-0042-C01\npartners: [{org: obshtina, role: beneficiary}]\ngoals: [{id: g1, text: Повече зеленина}]\nresults: [{id: r1, text: Нов парк}]\n---\n",
            place="whole project",
        ),
    ),
)
