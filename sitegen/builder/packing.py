"""Packed copies beside the files, for hosts that send them as they are: `index.html.gz`, `index.html.br`.

The same content has the same bytes: a packed file knows neither its name nor its time (RFC 1952, MTIME 0; RFC 7932).
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

from sitegen.builder.perform import content_of
from sitegen.model.artifact import Artifact
from sitegen.model.config import Config
from sitegen.problems import Mistake, Problem, message
from sitegen.text.compression import FORM, gzipped

WORDY = (
    "css", "csv", "geojson", "htm", "html", "ics", "js", "json", "svg", "txt", "webmanifest", "xml",
)  # fmt: skip
"""Endings of files that become smaller; pictures, fonts and PDF are packed already."""
LEAST = 256
"""Bytes below which a file is not worth a second one."""
SMALLEST = 9
"""The level of gzip that goes as far as it can."""


@dataclass(frozen=True)
class Packer:
    """A way to pack."""

    ending: str
    pack: Callable[[bytes], bytes]
    unpack: Callable[[bytes], bytes]


def gunzip(packed: bytes) -> bytes:
    """What was packed; ValueError for what is no gzip."""
    try:
        return zlib.decompress(packed, FORM)
    except zlib.error as error:
        raise ValueError(str(error)) from None


def brotli(content: bytes) -> bytes:
    """By Brotli, as small as it goes, with the package that need not be there."""
    packed: bytes = import_module("brotli").compress(content)
    return packed


def unbrotli(packed: bytes) -> bytes:
    """What was packed; ValueError for what is no Brotli."""
    module = import_module("brotli")
    try:
        content: bytes = module.decompress(packed)
    except module.error as error:
        raise ValueError(str(error)) from None
    return content


PACKERS: Mapping[str, Packer] = {
    "gzip": Packer("gz", partial(gzipped, level=SMALLEST), gunzip),
    "br": Packer("br", brotli, unbrotli),
}
"""By their names in site.yaml."""


def cannot_pack(config: Config) -> tuple[Problem, ...]:
    """The problem of a packer that site.yaml wants and this computer lacks."""
    if "br" not in config.compress or find_spec("brotli"):
        return ()
    mistake = Mistake(
        "FLD-03",
        message("'br' needs the package brotli, which is not installed"),
        message("Install it with: pip install brotli. Or write: compress: [gzip]"),
    )
    return (mistake.at(config.at(f"compress.{config.compress.index('br')}")),)


def packed(artifacts: Sequence[Artifact], ways: Sequence[str], standing: Path) -> Iterator[Artifact]:
    """The packed copies of all that becomes smaller; those that stand in the output folder are not packed again."""
    for artifact in artifacts:
        if artifact.path.rpartition(".")[2] in WORDY:
            content = content_of(artifact)
            for packer in (PACKERS[way] for way in ways) if len(content) >= LEAST else ():
                path = f"{artifact.path}.{packer.ending}"
                small = known(standing / path, content, packer) or packer.pack(content)
                if len(small) < len(content):
                    yield Artifact(path=path, content=small, origin=artifact.origin)


def known(file: Path, content: bytes, packer: Packer) -> bytes:
    """What an earlier build packed, if it is the same content; else nothing."""
    with suppress(OSError, ValueError):
        small = file.read_bytes()
        if packer.unpack(small) == content:
            return small
    return b""
