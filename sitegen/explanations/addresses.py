"""ADR: names of files and the addresses that come of them."""

from __future__ import annotations

from sitegen.explanations.explanation import Example, Explanation
from sitegen.problems import Severity, message

EXPLANATIONS = (
    Explanation(
        code="ADR-01",
        severity=Severity.ERROR,
        what=message("Two files are one page."),
        why=message("One of them would be lost, and which one, chance would decide."),
        example=Example("park.bg.md + park/index.bg.md", "park/index.bg.md"),
    ),
    Explanation(
        code="ADR-02",
        severity=Severity.ERROR,
        what=message("Two pages or files have one address."),
        why=message("One would overwrite the other."),
        example=Example("slug: park + slug: park", "slug: park + slug: park-iztok"),
    ),
    Explanation(
        code="ADR-03",
        severity=Severity.ERROR,
        what=message("A slug cannot stand in an address."),
        why=message(
            "Addresses are small Latin letters, digits and hyphens, so that they can be dictated, printed and sent everywhere."
        ),
        example=Example("slug: Нов парк", "slug: nov-park", place="page"),
    ),
    Explanation(
        code="ADR-04",
        severity=Severity.ERROR,
        what=message("An address belongs to the site itself."),
        why=message("The list of projects, the search and the languages have their own addresses."),
        example=Example("slug: proekti", "slug: nashite-proekti", place="page"),
    ),
    Explanation(
        code="ADR-05",
        severity=Severity.ERROR,
        what=message("A name gives a language that the site does not have, or none."),
        why=message("The file would belong to no page."),
        example=Example("park.de.md", "park.bg.md"),
    ),
    Explanation(
        code="ADR-06",
        severity=Severity.ERROR,
        what=message("The ending of a name has capital letters, or names differ by case alone."),
        why=message("Windows takes such names for the same, servers do not."),
        example=Example("park.BG.md", "park.bg.md"),
    ),
    Explanation(
        code="ADR-07",
        severity=Severity.ERROR,
        what=message("A file name cannot exist everywhere."),
        why=message("Windows reserves some names, and some characters do not survive copying."),
        example=Example("aux.bg.md", "spomagatelni.bg.md"),
    ),
    Explanation(
        code="ADR-09",
        severity=Severity.ERROR,
        what=message("An old address is not written from the site's root."),
        why=message("Only so can the program lead those who come there to the new page."),
        example=Example("aliases: [bg/staro]", "aliases: [/bg/staro/]", place="page"),
    ),
    Explanation(
        code="ADR-10",
        severity=Severity.ERROR,
        what=message("The output folder cannot be used."),
        why=message("Files that are not the program's own are never deleted."),
        example=Example("--output /", "--output output"),
    ),
    Explanation(
        code="ADR-11",
        severity=Severity.ERROR,
        what=message("Foreign files lie in the output folder."),
        why=message("The folder is exchanged as a whole; what you keep there would be lost."),
        example=Example("output/moe.docx", "content/moe.docx"),
    ),
    Explanation(
        code="ADR-12",
        severity=Severity.ERROR,
        what=message("The site cannot be written."),
        why=message("The disk is full, or may not be written; the site that stands remains."),
        example=Example("–", "–"),
    ),
    Explanation(
        code="ADR-13",
        severity=Severity.ERROR,
        what=message("The output folder and the content folder lie in each other."),
        why=message("Each build would publish the one before."),
        example=Example("--output content/output", "--output output"),
    ),
    Explanation(
        code="ADR-14",
        severity=Severity.ERROR,
        what=message("An address that is said to be gone has a page."),
        why=message("The page would be published and denied at once."),
        example=Example("gone: [/bg/proekti/]", "gone: [/bg/staro/]", place="site"),
    ),
    Explanation(
        code="ADR-15",
        severity=Severity.ERROR,
        what=message("An address that was published leads nowhere."),
        why=message(
            "It stands on plaques, in contracts and in the bookmarks of readers: published addresses are for ever."
        ),
        example=Example("addresses.lock: /bg/staro/", "aliases: [/bg/staro/]"),
    ),
    Explanation(
        code="ADR-16",
        severity=Severity.ERROR,
        what=message("A line of addresses.lock cannot be read."),
        why=message("The program writes the file; an address that it cannot read would be forgotten."),
        example=Example("<<<<<<< HEAD", "–"),
    ),
)
