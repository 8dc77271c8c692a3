"""Texts: what stands in the files of pages, read when somebody asks for it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from sitegen.model.source import Source
from sitegen.read.decoding import PlacedMistake, read_text
from sitegen.read.frontmatter import split_page


class Texts(Mapping[str, Source]):
    """The sources of pages by their paths in problems; one that went meanwhile is empty."""

    def __init__(self, root: Path, paths: Sequence[str]) -> None:
        self.root, self.paths = root, frozenset(paths)

    def __getitem__(self, path: str) -> Source:
        if path not in self.paths:
            raise KeyError(path)
        try:
            text = read_text(self.root.parent / path, path)
            return Source(path, text, split_page(text, path).body_line)
        except PlacedMistake:
            return Source(path, "", 1)

    def __iter__(self) -> Iterator[str]:
        return iter(sorted(self.paths))

    def __len__(self) -> int:
        return len(self.paths)
