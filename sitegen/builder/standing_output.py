"""What stands in the output folder from an earlier build: it need not be made again."""

from __future__ import annotations

from pathlib import Path

from sitegen.builder.fingerprint import Mark, mark_of
from sitegen.builder.memo import Memo
from sitegen.builder.perform import Earlier, Made, Piece
from sitegen.model.artifact import Artifact, Task
from sitegen.problems import Problem

ROOM = "output"
Known = tuple[Mark | None, bytes, tuple[Problem, ...], tuple[Problem, ...]]
"""The mark of a file, what its recipe saw, why it could not be made, what the proofs found in it."""


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
        return self.piece(task) if known and known[1] == shown else None

    def paths(self) -> frozenset[str]:
        """All that was published then."""
        return frozenset(self.memo.old.get(ROOM, {}))

    def piece(self, task: Task) -> Piece | None:
        """What an earlier build made, if nobody touched the file since."""
        known: Known = self.memo.recall(ROOM, task.path)[1]
        mark, shown, problems, found = known
        file = f"{self.output}/{task.path}"
        if mark != mark_of(file):
            return None
        artifact = Artifact(path=task.path, content=None, copy_of=file, origin=task.origin)
        return Piece(artifact, problems=problems, found=found, shown=shown)

    def settle(self, made: Made) -> None:
        """Notes what now stands there."""
        for piece, fingerprint in zip(made.pieces, made.fingerprints, strict=True):
            if piece.artifact:
                path = piece.artifact.path
                known: Known = (mark_of(f"{self.output}/{path}"), piece.shown, piece.problems, piece.found)
                self.memo.keep(ROOM, path, fingerprint, known)

    def leave(self) -> None:
        """Notes that all stands as before."""
        self.memo.new[ROOM] = self.memo.old.get(ROOM, {})
