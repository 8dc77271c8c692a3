"""What is said of a file that cannot be read, whether on reading or on publishing."""

from __future__ import annotations

from sitegen.problems import Mistake, message


def damaged_picture() -> Mistake:
    """The complaint about a picture that is none."""
    return Mistake(
        "PIC-01",
        message("the picture cannot be read"),
        message("Open it and save it again as JPEG or PNG."),
    )


def damaged_pdf() -> Mistake:
    """The complaint about a PDF that is none."""
    return Mistake(
        "DOC-05",
        message("the PDF cannot be read; it is damaged or protected"),
        message("Open it; if it does not open, export it again."),
    )
