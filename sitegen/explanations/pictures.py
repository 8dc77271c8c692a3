"""PIC: pictures."""

from __future__ import annotations

from sitegen.explanations.explanation import Example, Explanation
from sitegen.problems import Severity, message

EXPLANATIONS = (
    Explanation(
        code="PIC-01",
        severity=Severity.ERROR,
        what=message("A picture cannot be read."),
        why=message("Browsers would show nothing."),
        example=Example("park.jpg", "park.jpg"),
    ),
    Explanation(
        code="PIC-02",
        severity=Severity.ERROR,
        what=message("A picture is far too large."),
        why=message("No page needs a hundred million pixels, and such a file can exhaust the computer."),
        example=Example("16000 × 9000", "2000 × 1125"),
    ),
    Explanation(
        code="PIC-03",
        severity=Severity.ERROR,
        what=message("The outline of the municipality cannot be read."),
        why=message("The map of places needs an area in degrees; without one the list of places stands alone."),
        example=Example('{"type": "Point", "coordinates": [22.7, 42.3]}', '{"type": "Polygon", "coordinates": …}'),
    ),
    Explanation(
        code="PIC-04",
        severity=Severity.ERROR,
        what=message("A picture is in the HEIC format of telephones."),
        why=message("Most browsers cannot show it."),
        example=Example("IMG_0412.HEIC", "IMG_0412.jpg"),
    ),
)
