"""What stands in the output folder from an earlier build: it need not be made again."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from sitegen.builder.fingerprint import Mark, mark_of
from sitegen.builder.memo import Memo
from sitegen.builder.perform import Earlier, Made, Piece
from sitegen.model.artifact import Artifact, Task

ROOM = "output"


class StandingOutput(Earlier):
    """The files of an output folder, with what the tasks that made them depended on."""

    def __init__(self, memo: Memo, output: Path) -> None:
        self.memo, self.output = memo, output

    def same(self, task: Task, fingerprint: bytes) -> Piece | None:
        """The piece of a task that depends on the same as then."""
        return self.piece(task) if self.memo.recall(ROOM, task.path)[0] == fingerprint else None

    def alike(self, task: Task, shown: bytes) -> Piece | None:
        """The piece of a task whose recipe sees the same as then."""
        _, known = self.memo.recall(ROOM, task.path)
        return self.piece(task) if known and known[1].shown == shown else None

    def paths(self) -> frozenset[str]:
        """All that was published then."""
        return frozenset(self.memo.old.get(ROOM, {}))

    def piece(self, task: Task) -> Piece | None:
        """What an earlier build made, if nobody touched the file since."""
        known: tuple[Mark | None, Piece] = self.memo.recall(ROOM, task.path)[1]
        mark, piece = known
        file = f"{self.output}/{task.path}"
        if mark != mark_of(file):
            return None
        return replace(piece, artifact=Artifact(path=task.path, content=None, copy_of=file, origin=task.origin))

    def settle(self, made: Made) -> None:
        """Notes what now stands there."""
        for piece, fingerprint in zip(made.pieces, made.fingerprints, strict=True):
            if piece.artifact:
                path = piece.artifact.path
                mark = mark_of(f"{self.output}/{path}")
                self.memo.keep(ROOM, path, fingerprint, (mark, replace(piece, artifact=None, seconds=0.0)))

    def leave(self) -> None:
        """Notes that all stands as before."""
        self.memo.new[ROOM] = self.memo.old.get(ROOM, {})
