"""Words in a language, and one text in several languages."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Phrase:
    """Plain words with the language that they are written in, so that a page can mark what is not in its own."""

    text: str
    language: str

    def __str__(self) -> str:
        return self.text

    def __bool__(self) -> bool:
        return bool(self.text)


@dataclass(frozen=True)
class Multilingual:
    """One text in some languages, in the order of the site's languages."""

    texts: tuple[tuple[str, str], ...] = ()

    def into(self, language: str) -> Phrase:
        """The text in `language`, else in the first language that has it."""
        for name, text in self.texts:
            if name == language:
                return Phrase(text, name)
        return Phrase(self.texts[0][1], self.texts[0][0]) if self.texts else Phrase("", language)

    def __bool__(self) -> bool:
        return bool(self.texts)
