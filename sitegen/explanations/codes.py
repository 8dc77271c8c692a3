"""COD: numbers of contracts, procedures and companies."""

from __future__ import annotations

from sitegen.explanations.explanation import Example, Explanation
from sitegen.problems import Severity, message

EXPLANATIONS = (
    Explanation(
        code="COD-01",
        severity=Severity.ERROR,
        what=message("A letter of another script stands in a code."),
        why=message(
            "It looks right, but whoever copies the number into a register finds nothing, and a wrong contract number costs money."
        ),
        example=Example("procedure_code: BG16RFОP001-5.001", "procedure_code: BG16RFOP001-5.001", place="project"),
    ),
    Explanation(
        code="COD-02",
        severity=Severity.ERROR,
        what=message("A code does not have the form of its period."),
        why=message(
            "Contract numbers are made by a rule: programme, axis, procedure, project, version. One that breaks it has a typing error."
        ),
        example=Example("procedure_code: BG16RFOP001-5-001", "procedure_code: BG16RFOP001-5.001", place="project"),
    ),
    Explanation(
        code="COD-03",
        severity=Severity.ERROR,
        what=message("A code belongs to another programme than the project."),
        why=message("The page would thank the wrong fund."),
        example=Example("procedure_code: BG05M9OP001-2.002", "procedure_code: BG16RFOP001-5.001", place="project"),
    ),
    Explanation(
        code="COD-04",
        severity=Severity.ERROR,
        what=message("The check digit of an EIK is wrong."),
        why=message("The number belongs to nobody, or to somebody else."),
        law=message("Ordinance on the BULSTAT register: weights of the check digit"),
        example=Example(
            'obshtina:\n  name: {bg: Община}\n  eik: "000261518"',
            'obshtina:\n  name: {bg: Община}\n  eik: "000261517"',
            place="organisations",
        ),
    ),
    Explanation(
        code="COD-05",
        severity=Severity.WARNING,
        what=message("The project has no contract number."),
        why=message("From 2014 on auditors and journalists look for the project by it."),
        example=Example(
            "---\ntitle: Парк\nprogramme: oprg-2014-2020\npartners: [{org: obshtina, role: beneficiary}]\n---\n",
            "---\ntitle: Парк\nprogramme: oprg-2014-2020\ncontract: BG16RFOP001-5.001-0042-C01\npartners: [{org: obshtina, role: beneficiary}]\n---\n",
            place="whole project",
        ),
    ),
)
