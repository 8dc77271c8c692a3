"""Interviews: what a new page needs to know, what is offered, and what is wrong with an answer."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from sitegen.checks.references import unknown
from sitegen.editing.scaffold import Composer, Scaffold, room_for
from sitegen.model.address import default_slug
from sitegen.model.dates import parse_day, parse_moment
from sitegen.model.values import slug
from sitegen.problems import NOTHING, Message, Mistake, Problem, message
from sitegen.read.syntax import CONTROL, control_character
from sitegen.text.nearest import nearest

LONGEST_NAME = 40
"""Characters of a folder's name that is made of a title."""
UNNAMED = "new"
"""Stands for the name of the folder until it is known."""
OF_PLACE = frozenset({"project", "folder", "beneficiary"})
"""Answers that are no fields of the front matter."""
Complaint = Problem | Mistake


@dataclass(frozen=True)
class Option:
    """One of the answers that a question offers."""

    value: str
    label: str


def always(_interview: Interview) -> bool:
    """For questions that everybody is asked."""
    return True


def never(_interview: Interview) -> bool:
    """For what only a flag says."""
    return False


def nothing(_interview: Interview) -> str:
    """For questions without a default."""
    return ""


def no_options(_interview: Interview) -> Sequence[Option]:
    """For questions that offer nothing."""
    return ()


@dataclass(frozen=True, kw_only=True)
class Question:
    """A question on a terminal, and the flag that answers it."""

    name: str
    """Of the field, unless it belongs to the place."""
    prompt: Message = NOTHING
    flag: str
    metavar: str = "TEXT"
    about: str
    """Of the flag, in English as all of `--help`."""
    is_required: bool = False
    is_due: Callable[[Interview], bool] = always
    """Whether it is asked, and needed where it is required."""
    default: Callable[[Interview], str] = nothing
    options: Callable[[Interview], Sequence[Option]] = no_options
    judge: Callable[[Interview], Sequence[Complaint]]


@dataclass(frozen=True)
class Interview:
    """What is known of a new page so far."""

    kind: str
    composer: Composer
    answers: Mapping[str, str] = field(default_factory=dict)
    """By the name of the question, as they were given."""

    def __getitem__(self, name: str) -> str:
        return self.answers.get(name, "")

    def answered(self, name: str, answer: str) -> Interview:
        """The interview with one more answer."""
        return replace(self, answers={**self.answers, name: answer})

    @property
    def scaffold(self) -> Scaffold:
        """The page as far as it is known."""
        return Scaffold(
            kind=self.kind,
            project=self.project,
            name=self.name or UNNAMED,
            answers={name: text for name, text in self.answers.items() if name not in OF_PLACE},
            beneficiary=self["beneficiary"],
        )

    @property
    def project(self) -> str:
        """The id of the project that the page belongs to; "" for none, or one that does not exist."""
        named = self["project"].strip("/")
        return next((name for name in self.composer.ground.projects if named in (name, short_id(name))), "")

    @property
    def name(self) -> str:
        """The name of the folder: as it was given, else made of the title; an event and a news begin with their day."""
        made = self["folder"] or self.name_of_title
        return made if made.startswith(self.day) or not made else f"{self.day}{made}"

    @property
    def name_of_title(self) -> str:
        """The short title, else the title, in letters of an address; "" where none of its letters has any."""
        words = default_slug(self["short"] or self["title"], self.composer.ground.language)
        return words if len(words) <= LONGEST_NAME else words[: LONGEST_NAME + 1].rpartition("-")[0] or words

    @property
    def day(self) -> str:
        """`2018-02-20-` where the page is of a day."""
        try:
            if self["start"] and self.kind == "event":
                return f"{parse_moment(self['start']).date}-"
            return f"{parse_day(self['date'])}-" if self["date"] and self.kind == "news" else ""
        except Mistake:
            return ""

    def complaints(self, question: Question) -> Sequence[Complaint]:
        """What is wrong with the answer to a question, as `check` would say it."""
        answer = self[question.name]
        strange = CONTROL.search(answer)
        if strange:
            return [control_character(strange[0])]
        try:
            return question.judge(self) if answer else []
        except Mistake as mistake:
            return [mistake]

    def corrected(self, question: Question) -> Interview | None:
        """The interview with the answer as its problems propose it; None where they propose nothing, or not enough."""
        if CONTROL.search(self[question.name]):
            return None
        better = self.composer.try_out(self.scaffold).corrected(question.name)
        made = self.answered(question.name, better)
        return made if better and not made.complaints(question) else None


def short_id(project: str) -> str:
    """The name of a project's folder."""
    return project.rpartition("/")[2]


# ── judging ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def by_field(name: str) -> Callable[[Interview], Sequence[Complaint]]:
    """Judges the field of a name as all checks do."""
    return lambda interview: interview.composer.try_out(interview.scaffold).about(name)


def by_projects(interview: Interview) -> Sequence[Complaint]:
    """Judges the name of a project."""
    if interview.project:
        return []
    known = [short_id(name) for name in interview.composer.ground.projects]
    near = nearest(interview["project"], known)
    hint = (
        message("Did you mean '{near}'?", near=near)
        if near
        else message("The projects are: {known}.", known=", ".join(known) or "–")
    )
    return [Mistake("REF-01", message("there is no project '{name}'", name=interview["project"]), hint)]


def by_organisations(interview: Interview) -> Sequence[Complaint]:
    """Judges the name of an organisation."""
    known, name = interview.composer.ground.config.organisations, interview["beneficiary"]
    return [] if name in known else [unknown("organisation", name, known)]


def by_place(interview: Interview) -> Sequence[Complaint]:
    """Judges the name of the folder: its letters, what stands there already, the address that it gives."""
    slug(interview["folder"])
    room_for(interview.composer.ground.root, interview.scaffold.id)
    return interview.composer.try_out(interview.scaffold).about("folder")
