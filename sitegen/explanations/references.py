"""REF: names that lead to other entries."""

from __future__ import annotations

from sitegen.explanations.explanation import Example, Explanation
from sitegen.problems import Severity, message

EXPLANATIONS = (
    Explanation(
        code="REF-01",
        severity=Severity.ERROR,
        what=message("A name leads to no entry."),
        why=message("The page could not name the organisation or the programme."),
        example=Example(
            "procedure_code: BG16RFOP001-5.001\nprogramme: няма-такава",
            "procedure_code: BG16RFOP001-5.001",
            place="project",
        ),
    ),
    Explanation(
        code="REF-02",
        severity=Severity.ERROR,
        what=message("Two projects have one number."),
        why=message("Numbers stand on plaques and in QR codes and must lead to one page for ever."),
        example=Example("number: 7 + number: 7", "number: 7 + number: 8"),
    ),
    Explanation(
        code="REF-03",
        severity=Severity.ERROR,
        what=message("The fund is missing or is not one of the programme's."),
        why=message("The reference to the Fund is obligatory, and a wrong one costs money."),
        law=message("Reg. (EU) 1303/2013, Annex XII, 2.2(1)(b)"),
        example=Example("fund: [phare]", "fund: [erdf]", place="project"),
    ),
    Explanation(
        code="REF-04",
        severity=Severity.ERROR,
        what=message("The project names no beneficiary."),
        why=message("The public must be told who receives the money."),
        law=message("Reg. (EU) 2021/1060, Art. 49(3)(a)"),
        example=Example(
            "---\ntitle: Парк\nprogramme: oprg-2014-2020\ncontract: BG16RFOP001-5.001-0042-C01\n---\n",
            "---\ntitle: Парк\nprogramme: oprg-2014-2020\ncontract: BG16RFOP001-5.001-0042-C01\npartners: [{org: obshtina, role: beneficiary}]\n---\n",
            place="whole project",
        ),
    ),
    Explanation(
        code="REF-05",
        severity=Severity.ERROR,
        what=message("A translation has no source."),
        why=message("The facts stand in the source file; without it there is nothing to translate."),
        example=Example("index.en.md –", "index.bg.md + index.en.md"),
    ),
    Explanation(
        code="REF-06",
        severity=Severity.ERROR,
        what=message("A news item names an event that is not there."),
        why=message("The link between the two would be lost."),
        example=Example("event: events/otkrivane", "event: ../events/otkrivane"),
    ),
)
