"""DAT: dates, spans and deadlines."""

from __future__ import annotations

from sitegen.explanations.explanation import Example, Explanation
from sitegen.problems import Severity, message

EXPLANATIONS = (
    Explanation(
        code="DAT-01",
        severity=Severity.ERROR,
        what=message("The end lies before the start."),
        why=message("One of the dates is wrong."),
        example=Example("start: 2018-01-09\nend: 2017-01-09", "start: 2017-01-09\nend: 2018-01-09", place="project"),
    ),
    Explanation(
        code="DAT-02",
        severity=Severity.ERROR,
        what=message("The months contradict the dates."),
        why=message("The duration of the contract and its dates must agree."),
        example=Example(
            "start: 2018-01-09\nend: 2020-01-09\nmonths: 40",
            "start: 2018-01-09\nend: 2020-01-09\nmonths: 24",
            place="project",
        ),
    ),
    Explanation(
        code="DAT-03",
        severity=Severity.WARNING,
        what=message("An event lies outside the time of its project."),
        why=message("Either date may be wrong, or the project was extended."),
        example=Example("start: 2021-05-05", "start: 2019-05-05"),
    ),
    Explanation(
        code="DAT-04",
        severity=Severity.WARNING,
        what=message("The project is 'ongoing' after its end."),
        why=message("Forgotten: visitors read that work goes on."),
        example=Example("status: ongoing\nend: 2020-01-09", "end: 2020-01-09", place="project"),
    ),
    Explanation(
        code="DAT-05",
        severity=Severity.ERROR,
        what=message("A date cannot be read, or in two ways."),
        why=message("03/04/2026 is March to one reader and April to another."),
        example=Example("start: 03/04/2026", "start: 2026-04-03", place="project"),
    ),
    Explanation(
        code="DAT-06",
        severity=Severity.INFO,
        what=message("The project ends soon."),
        why=message(
            "The closing press conference, the achieved results and the permanent plaque belong to the end of a project."
        ),
        example=Example("end: 2026-12-20", "end: 2028-12-20", place="project"),
    ),
    Explanation(
        code="DAT-07",
        severity=Severity.INFO,
        what=message("A date is not in the canonical form; `fix` writes it so."),
        why=message("Everything readable is read; one form makes files easy to compare."),
        example=Example("start: 9.1.2018 г.", "start: 2018-01-09"),
    ),
    Explanation(
        code="DAT-08",
        severity=Severity.ERROR,
        what=message("The clocks do not show that hour, or show it twice."),
        why=message(
            "In the night of the last Sunday of March they are put forward by an hour, in that of October back."
        ),
        law=message("Directive 2000/84/EC, Articles 2 and 3."),
        example=Example("publish_at: 2026-03-29 03:30", "publish_at: 2026-03-29 04:00", place="page"),
    ),
    Explanation(
        code="DAT-09",
        severity=Severity.WARNING,
        what=message("A project is in the archive by its status or by its day, and not by both."),
        why=message("The page tells visitors since when it is kept as it is; 'archive' writes both."),
        example=Example(
            "end: 2019-01-31\narchived: 2025-01-10",
            "end: 2019-01-31\nstatus: archived\narchived: 2025-01-10",
            place="project",
        ),
    ),
)
