"""A living build: one that goes on in a process keeps in memory what it made."""

from __future__ import annotations

import gc

from sitegen.builder.flow import Outcome, build
from sitegen.builder.memo import Memo
from sitegen.builder.order import Order
from sitegen.builder.perform import Earlier, Made, Piece
from sitegen.model.artifact import Task


class Remembered(Earlier):
    """The pieces of the last build, with their bytes."""

    def __init__(self) -> None:
        self.pieces: dict[str, tuple[bytes, Piece]] = {}

    def same(self, task: Task, fingerprint: bytes) -> Piece | None:
        """The piece of a task that depends on the same as then."""
        known, piece = self.pieces.get(task.path, (b"", None))
        return piece if known == fingerprint else None

    def alike(self, task: Task, shown: bytes) -> Piece | None:
        """The piece of a task whose recipe sees the same as then."""
        _, piece = self.pieces.get(task.path, (b"", None))
        return piece if piece and piece.shown == shown else None

    def paths(self) -> frozenset[str]:
        """All that was published then."""
        return frozenset(self.pieces)

    def renew(self, made: Made) -> None:
        """Keeps what a build made, and nothing else."""
        pairs = zip(made.fingerprints, made.pieces, strict=True)
        self.pieces = {piece.artifact.path: (key, piece) for key, piece in pairs if piece.artifact}


class LivingBuild:
    """Builds again and again; each build makes only what the one before has not."""

    def __init__(self) -> None:
        self.memo, self.remembered = Memo(), Remembered()

    def __call__(self, order: Order) -> Outcome:
        """A build; one that is stopped by a bug leaves the memory as it was."""
        memo = Memo(self.memo.old)
        outcome = build(order, memo, self.remembered)
        if outcome.site:
            is_first = not self.remembered.pieces
            self.memo = memo.turned()
            self.remembered.renew(outcome.made)
            if is_first:
                spare_the_living()
        return outcome


def spare_the_living() -> None:
    """What lives as long as the process is not searched for garbage: else every few edits wait for that."""
    gc.collect()
    gc.freeze()
