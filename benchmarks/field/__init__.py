"""The field: the programs beside which ours is measured, each with the same site made of the same corpus."""

from benchmarks.field.eleventy import ELEVENTY
from benchmarks.field.hugo import HUGO
from benchmarks.field.lektor import LEKTOR
from benchmarks.field.mkdocs import MKDOCS
from benchmarks.field.nikola import NIKOLA
from benchmarks.field.peer import Peer
from benchmarks.field.pelican import PELICAN
from benchmarks.field.zola import ZOLA

PEERS: tuple[Peer, ...] = (HUGO, ZOLA, ELEVENTY, PELICAN, MKDOCS, NIKOLA, LEKTOR)

__all__ = ["PEERS", "Peer"]
