"""Archives: a site as a folder that opens without a server or the program, with what proves that no file changed.

`manifest-sha256.txt` is read by `sha256sum -c` and is written as BagIt has it (RFC 8493, 2.1.3), `bag-info.txt` as its
2.2.2. The files stand at the top instead of below `data/`, so that a double click on `index.html` opens the site.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from hashlib import sha256
from pathlib import Path

from sitegen import __version__
from sitegen.builder.flow import Outcome
from sitegen.builder.offline import Offline, dead_links, names_for
from sitegen.builder.perform import content_of
from sitegen.builder.write import CARRIED, LITTER, MANIFEST, write_site
from sitegen.model.artifact import Artifact
from sitegen.model.site import Site
from sitegen.problems import Location, Mistake, Problem, message

SUMS = "manifest-sha256.txt"
INFO = "bag-info.txt"
BAD_DISK = message("Check the disk and build the archive again.")


def write_archive(outcome: Outcome, folder: Path, stage: Path | None = None) -> tuple[Problem, ...]:
    """Writes the archive of a site that was built with relative links, and reads it again.

    After a problem of writing an earlier archive stands as before; so do files of others, which are never replaced.
    """
    assert outcome.site
    if is_another_site(folder):
        return (not_an_archive(folder).at(Location(folder.name)),)
    copy = Offline(outcome.site.config, names_for(artifact.path for artifact in outcome.artifacts), stage)
    files = tuple(copy.files(outcome.artifacts))
    if dead := dead_links(files):
        return dead
    told = info(outcome.site, files)
    sums = sums_of((*files, told))
    listed = Artifact(path=SUMS, content=sums, origin="sitegen: archive")
    return write_site((*files, told, listed), folder) or tuple(differences(folder, sums))


def is_another_site(folder: Path) -> bool:
    """Whether a site stands there that is no archive: the output folder, say."""
    return (folder / MANIFEST).is_file() and not (folder / SUMS).is_file()


def not_an_archive(folder: Path) -> Mistake:
    """The complaint about a folder that a build wrote for the web."""
    return Mistake(
        "ADR-10",
        message("'{folder}' holds a site that is no archive", folder=folder),
        message("Name a folder that is empty, that does not exist yet, or that holds an earlier archive."),
    )


def info(site: Site, files: Sequence[Artifact]) -> Artifact:
    """What the archive is, of which day, and how large: bytes and number of the files of the site."""
    owner = site.owner_name(site.config.default_language).text
    size = sum(len(content_of(file)) for file in files)
    lines = {
        "Source-Organization": owner,
        "External-Description": site.config.title.into(site.config.default_language).text,
        "External-Identifier": site.config.url,
        "Bagging-Date": site.today.isoformat(),
        "Payload-Oxum": f"{size}.{len(files)}",
        "Bag-Software-Agent": f"sitegen {__version__}",
    }
    text = "".join(f"{label}: {value}\n" for label, value in lines.items() if value)
    return Artifact(path=INFO, content=text.encode(), origin="sitegen: archive")


def sums_of(files: Sequence[Artifact]) -> bytes:
    """The digest and the name of each file, a line each, in the order of the names."""
    digests = sorted((file.path, sha256(content_of(file)).hexdigest()) for file in files)
    return "".join(f"{digest}  {path}\n" for path, digest in digests).encode()


# ── reading it again ────────────────────────────────────────────────────────────────────────────────────────────────


def differences(folder: Path, sums: bytes) -> Iterator[Problem]:
    """What on the disk is not as it was written: every file is read again, and nothing else may lie there."""
    expected = {path: digest for digest, _, path in (line.partition("  ") for line in sums.decode().splitlines())}
    expected[SUMS] = sha256(sums).hexdigest()
    found = dict(digests_in(folder))
    for path in sorted(expected.keys() | found.keys()):
        if expected.get(path) != found.get(path):
            mistake = Mistake("ADR-12", message("'{path}' reads otherwise than it was written", path=path), BAD_DISK)
            yield mistake.at(Location(folder.name))


def digests_in(folder: Path) -> Iterator[tuple[str, str]]:
    """The path and the digest of each file of a folder; "" for one that cannot be read."""
    for place, _, names in os.walk(folder):
        for name in names:
            file = Path(place, name)
            path = file.relative_to(folder).as_posix()
            if path not in {MANIFEST, *CARRIED} and name.casefold() not in LITTER:
                yield path, digest_on_disk(file)


def digest_on_disk(file: Path) -> str:
    """The digest of a file; "" for one that cannot be read."""
    try:
        return sha256(file.read_bytes()).hexdigest()
    except OSError:
        return ""
