"""MON: amounts and currencies."""

from __future__ import annotations

from sitegen.explanations.explanation import Example, Explanation
from sitegen.problems import Severity, message

EXPLANATIONS = (
    Explanation(
        code="MON-01",
        severity=Severity.ERROR,
        what=message("The parts of the funding do not add up to the total."),
        why=message("One of the amounts is wrong, and readers will not know which."),
        example=Example(
            "total_value: 100,00 лв.\nfunding:\n  eu: 85,00 лв.\n  national: 10,00 лв.",
            "total_value: 100,00 лв.\nfunding:\n  eu: 85,00 лв.\n  national: 15,00 лв.",
            place="project",
        ),
    ),
    Explanation(
        code="MON-02",
        severity=Severity.ERROR,
        what=message("An amount cannot be read, or in two ways."),
        why=message(
            "515.000 is five hundred and fifteen thousand to one reader and five hundred and fifteen to another."
        ),
        example=Example("total_value: 515.000", "total_value: 515 000,00 лв.", place="project"),
    ),
    Explanation(
        code="MON-03",
        severity=Severity.ERROR,
        what=message("A stated euro amount is not the converted lev amount."),
        why=message("1 EUR = 1.95583 BGN, never shortened; the third decimal decides: below 5 down, from 5 on up."),
        law=message("Reg. (EC) 1103/97, Art. 4 and 5; Reg. (EU) 2025/1409"),
        example=Example(
            "Стойността е 515 000,00 лв. (263 315,00 €).", "Стойността е 515 000,00 лв. (263 315,32 €).", place="body"
        ),
    ),
    Explanation(
        code="MON-04",
        severity=Severity.ERROR,
        what=message("The parts of the funding are in another currency than the total."),
        why=message("Amounts of two currencies cannot be added."),
        example=Example(
            "total_value: 100,00 лв.\nfunding:\n  eu: 100,00 €",
            "total_value: 100,00 лв.\nfunding:\n  eu: 100,00 лв.",
            place="project",
        ),
    ),
    Explanation(
        code="MON-05",
        severity=Severity.INFO,
        what=message("An amount is not in the canonical form; `fix` writes it so."),
        why=message("Everything readable is read; one form makes files easy to compare."),
        example=Example("total_value: 515000.00 лева", "total_value: 515 000,00 лв."),
    ),
)
