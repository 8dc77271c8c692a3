"""Fitting: to which paragraph a returned text belongs, and whether it may be put there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeVar

from sitegen.editing.bilingual import BOX, CONTAINER, Bilingual
from sitegen.editing.xliff import INITIAL, Unit
from sitegen.markup.intact import damage
from sitegen.markup.normalising import NONE, digest, normalised
from sitegen.markup.pairing import places
from sitegen.markup.paragraphs import FIELD, Paragraph
from sitegen.markup.standing import OF_BODY
from sitegen.problems import Message, Mistake, Problem, Severity, message

Group = TypeVar("Group")
WHITE = " \t\r\n"
"""What programs put around a text."""
MOST_NAMED = 5
"""So many paragraphs are named in one complaint."""

AGAIN = message("Let the translator finish it, and read the file again.")
COMPARE = message("Compare the two, and put in by hand what is better in this one.")
REPAIR = message("Put it right in this file and read it again, or put it in by hand.")
ANEW = message("Export what is missing again; this text stands in the file.")


@dataclass
class Fitted:
    """What becomes of the units of one page."""

    texts: dict[str, str] = field(default_factory=dict)
    """What is put in, by the paragraph of the source."""
    numbers: dict[str, int] = field(default_factory=dict)
    """Which paragraphs of the translation's body they replace or confirm."""
    sources: dict[str, str] = field(default_factory=dict)
    """The text that was translated, normalised, by the paragraph of the source: put in or confirmed."""
    claimed: set[int] = field(default_factory=set)
    """Those paragraphs."""
    older: dict[str, Problem] = field(default_factory=dict)
    """What is told of those whose source says something else by now."""
    confirmed: int = 0
    """Texts that stand there already."""
    empty: int = 0
    """Units that came back as they went."""
    problems: list[Problem] = field(default_factory=list)

    def refuse(self, unit: Unit, reason: Message, hint: Message) -> None:
        """Notes why a text is left out."""
        complaint = message(
            "the text for '{paragraph}' of '{page}' was left out: {reason}",
            paragraph=unit.paragraph, page=unit.page, reason=reason,
        )  # fmt: skip
        self.problems.append(Mistake("LNG-08", complaint, hint).at(unit.at, Severity.WARNING))

    def drop(self, names: Iterable[str]) -> None:
        """Takes texts back."""
        for name in names:
            del self.texts[name]
            self.sources.pop(name, None)
            self.older.pop(name, None)


@dataclass(frozen=True)
class Fitting:
    """The units of one page beside the page as it is now."""

    two: Bilingual
    language: str
    units: tuple[Unit, ...]

    def fitted(self) -> Fitted:
        """What is put in, and what is not and why."""
        done = Fitted()
        seen: set[str] = set()
        for unit in self.units:
            name = self.place(unit) if unit.target else ""
            if not unit.target:
                done.empty += not unit.is_partial
                if unit.is_partial:
                    done.refuse(unit, message("only a part of it is translated"), AGAIN)
            elif not name and self.is_title(unit):
                done.confirmed += 1
            elif not name:
                done.refuse(
                    unit, message("its paragraph is no longer in the source, or has both moved and changed"), ANEW
                )
            elif name in seen:
                done.refuse(unit, message("it stands in the file twice"), message("Keep one of the two."))
            else:
                seen.add(name)
                self.fit(unit, self.two.paragraphs[name], done)
        if not self.two.has_body:
            self.keep_whole(done)
        done.problems += done.older.values()
        return done

    def fit(self, unit: Unit, paragraph: Paragraph, done: Fitted) -> None:
        """One text whose paragraph is known."""
        number = self.number(unit, paragraph)
        present = self.two.target(paragraph.id) if number is None else self.two.after.blocks[number]
        text = tidied(unit.target, paragraph)
        is_there, is_old = is_same(text, present), digest(present) == (unit.target_digest or NONE)
        if is_there and unit.state == INITIAL and (is_old or not unit.target_digest):
            done.empty += 1
            return
        is_free = is_there or (is_old and number not in done.claimed)
        refusal = None if is_there else self.refusal(unit, paragraph, (present, text), is_free=is_free)
        if refusal:
            done.refuse(unit, *refusal)
            return
        if number is not None:
            done.numbers[paragraph.id] = number
            done.claimed.add(number)
        if is_there:
            done.confirmed += 1
        else:
            done.texts[paragraph.id] = text
        self.note_source(unit, paragraph, done)

    def refusal(
        self, unit: Unit, paragraph: Paragraph, texts: tuple[str, str], *, is_free: bool
    ) -> tuple[Message, Message] | None:
        """Why a text may not take the place of the present one, and what to do; None where it may."""
        if not is_free:
            return message("the translation was changed since the file was made"), COMPARE
        if paragraph.kind in (FIELD, BOX):
            return None
        if self.two.has_body and self.two.answers is None:
            by_hand = message(
                "Put it in by hand, then run: accept {page} {language}", page=unit.page, language=self.language
            )
            return message("the translation is built in another way than its source"), by_hand
        broken = damage(tidied(unit.source, paragraph), *texts)
        return (broken, REPAIR) if broken else None

    def not_accepted(self, unit: Unit) -> Problem:
        """A text that was put in, though the source says something else by now."""
        complaint = message(
            "the text for '{paragraph}' of '{page}' was put in, but it translates an older text of the source",
            paragraph=unit.paragraph, page=unit.page,
        )  # fmt: skip
        hint = message(
            "See what changed: status --diff {page} {language}; then run: accept {page} {language}",
            page=unit.page, language=self.language,
        )  # fmt: skip
        return Mistake("LNG-08", complaint, hint).at(unit.at, Severity.WARNING)

    def note_source(self, unit: Unit, paragraph: Paragraph, done: Fitted) -> None:
        """Notes which text of the source was translated, and tells where it is an older one."""
        text = normalised(unit.source)
        if self.has_same_source(unit, paragraph):
            done.sources[paragraph.id] = normalised(paragraph.text)
            return
        done.older[paragraph.id] = self.not_accepted(unit)
        if digest(text) == source_digest(unit):
            done.sources[paragraph.id] = text

    def has_same_source(self, unit: Unit, paragraph: Paragraph) -> bool:
        """Whether the source is as it was handed over."""
        return digest(normalised(paragraph.text)) == source_digest(unit)

    # ── the place ───────────────────────────────────────────────────────────────────────────────────────────────────

    def place(self, unit: Unit) -> str:
        """The present paragraph that a unit is of; "" for none."""
        known = self.two.paragraphs.get(unit.paragraph)
        if not OF_BODY.fullmatch(unit.paragraph):
            is_other = known and known.kind == BOX and not self.has_same_source(unit, known)
            return known.id if known and not is_other else ""
        same = self.by_digest.get(source_digest(unit), ())
        if unit.paragraph in same:
            return unit.paragraph
        if len(same) == 1:
            return same[0]
        return self.by_translation(unit) if self.two.has_body else self.by_order.get(unit.paragraph, "")

    def number(self, unit: Unit, paragraph: Paragraph) -> int | None:
        """The paragraph of the translation's body that is meant: as it was handed over, else the one that answers."""
        if paragraph.kind in (FIELD, BOX) or not self.two.has_body:
            return None
        answer = self.two.answer(paragraph.id)
        found = self.by_target.get(unit.target_digest, ())
        return found[0] if len(found) == 1 else answer

    @cached_property
    def by_target(self) -> Mapping[str, Sequence[int]]:
        """The paragraphs of the translation's body by their text."""
        return grouped((digest(block), number) for number, block in enumerate(self.two.after.blocks))

    def is_title(self, unit: Unit) -> bool:
        """Whether a unit is the title of a box and stands in the translation already."""
        lines = self.two.translation_file.lines if unit.paragraph.startswith(BOX) else []
        return any(CONTAINER.match(line) and line.rstrip().endswith(unit.target.strip()) for line in lines)

    @cached_property
    def by_digest(self) -> Mapping[str, Sequence[str]]:
        """The paragraphs of the source's body by their text."""
        return grouped((digest(normalised(paragraph.text)), paragraph.id) for paragraph in self.two.body)

    def by_translation(self, unit: Unit) -> str:
        """The paragraph whose translation is the one that was handed over, or the one that came back."""
        for text in (unit.target_digest, digest(unit.target.strip(WHITE))):
            numbers = self.by_target.get(text, ())
            if len(numbers) == 1 and self.two.answers and numbers[0] in self.two.answers:
                return self.two.body[self.two.answers.index(numbers[0])].id
        return ""

    @cached_property
    def by_order(self) -> Mapping[str, str]:
        """The paragraphs of a whole body that was handed over, by the ids that they had then."""
        then = sorted((u for u in self.units if OF_BODY.fullmatch(u.paragraph)), key=lambda u: int(u.paragraph[1:]))
        now = [digest(normalised(paragraph.text)) for paragraph in self.two.body]
        spots = places([source_digest(unit) for unit in then], now)
        return {
            then[before].paragraph: paragraph.id
            for paragraph, (before, came) in zip(self.two.body, spots, strict=True)
            if not came
        }

    # ── a whole body ────────────────────────────────────────────────────────────────────────────────────────────────

    def keep_whole(self, done: Fitted) -> None:
        """A translation without a body gets a whole one or none; one without a file needs its title too."""
        body = [paragraph.id for paragraph in self.two.body]
        is_new = self.two.translation is None
        parts = {*body, *(box.id for box in self.two.boxes)}
        begun = [name for name in done.texts if is_new or name in parts]
        lacking = [name for name in (["title", *body] if is_new else body) if name not in done.texts]
        if begun and lacking:
            done.drop(begun)
            done.problems.append(self.not_whole(lacking))

    def not_whole(self, lacking: Sequence[str]) -> Problem:
        """A new page or a new body of which something is lacking."""
        complaint = message(
            "the texts for the new translation of '{page}' were left out: there is none for {paragraphs}",
            page=self.two.source.id,
            paragraphs=", ".join(lacking[:MOST_NAMED]) + (", …" if len(lacking) > MOST_NAMED else ""),
        )
        hint = message("Let the translator finish this file, or export the page again if its source has changed.")
        return Mistake("LNG-08", complaint, hint).at(self.units[0].at, Severity.WARNING)


def source_digest(unit: Unit) -> str:
    """What tells the text that was handed over."""
    return unit.source_digest or digest(normalised(unit.source))


def tidied(text: str, paragraph: Paragraph) -> str:
    """A returned text without the white space that programs put around it; a body's keeps the indentation."""
    if paragraph.kind in (FIELD, BOX):
        return " ".join(text.split())
    indent = paragraph.text[: len(paragraph.text) - len(paragraph.text.lstrip(" "))]
    return indent + text.strip(WHITE)


def is_same(one: str, other: str) -> bool:
    """Whether two texts differ in the white space around them at most."""
    return one.strip(WHITE) == other.strip(WHITE)


def page_problem(unit: Unit, mistake: Mistake) -> Problem:
    """The complaint about all units of a page, at the first."""
    complaint = message("the texts for '{page}' were left out: {reason}", page=unit.page, reason=mistake.message)
    return Mistake("LNG-08", complaint, mistake.hint).at(unit.at, Severity.WARNING)


def grouped(pairs: Iterable[tuple[str, Group]]) -> dict[str, list[Group]]:
    """All that has one key under it."""
    found: dict[str, list[Group]] = {}
    for key, one in pairs:
        found.setdefault(key, []).append(one)
    return found
