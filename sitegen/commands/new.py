"""`new`: asks what it must, or takes flags, and writes a new page in all languages of the site."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Sequence

from sitegen.commands import BAD_COMMAND, DONE, ERRORS, INTERRUPTED
from sitegen.commands.asking import Terminal, terminal
from sitegen.commands.options import add_common, order_of
from sitegen.commands.telling import words_by
from sitegen.editing.ground import survey
from sitegen.editing.interview import Complaint, Interview, Question
from sitegen.editing.questions import QUESTIONS
from sitegen.editing.scaffold import Composer, Trial, write
from sitegen.model.dates import FuzzyDate, Moment
from sitegen.model.money import Money, canonical
from sitegen.model.page import Funded
from sitegen.problems import Mistake, Problem, message
from sitegen.report import Words

ABOUT = {
    "project": "a project",
    "event": "an event of the site or of a project",
    "news": "a news item of the site or of a project",
    "page": "a free page",
}
TAKEN = frozenset({"ADR-01", "ADR-02", "ADR-06"})
"""Complaints about a place that is taken: the command was right, the site has such a page."""


def add_options(command: ArgumentParser) -> None:
    """The kinds, each with a flag for every question and the common options."""
    kinds = command.add_subparsers(dest="kind", metavar="KIND", required=True)
    for name, about in ABOUT.items():
        kind = kinds.add_parser(name, help=about, description=f"Writes {about}; what no flag says is asked.")
        for question in QUESTIONS[name]:
            kind.add_argument(question.flag, dest=question.name, metavar=question.metavar, help=question.about)
        add_common(kind)


def run(arguments: Namespace) -> int:
    """Asks, judges, writes and tells; nothing is written before everything is right."""
    ground, problems = survey(order_of(arguments))
    words = words_by(arguments, ground.config if ground else None)
    if ground is None:
        return refuse(words, problems)
    interview = Interview(arguments.kind, Composer(ground, words.shown))
    try:
        interview, status = held(interview, arguments, terminal(words), words)
        return status or make(interview, arguments, words)
    except (EOFError, KeyboardInterrupt):
        print("\n" + words("Nothing was written."), file=sys.stderr)
        return INTERRUPTED


# ── asking ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def held(interview: Interview, arguments: Namespace, asked: Terminal | None, words: Words) -> tuple[Interview, int]:
    """The interview with all answers, and the exit status where flags are missing or wrong."""
    status = DONE
    for question in QUESTIONS[interview.kind]:
        given = getattr(arguments, question.name)
        is_due = question.is_due(interview)
        if given is None and is_due and asked:
            interview = ask(asked, interview, question)
            continue
        interview = interview.answered(question.name, question.default(interview) if given is None else given.strip())
        found = [*(missing(interview, question) if is_due else ()), *interview.complaints(question)]
        if found and asked and question.prompt.template:
            asked.explain(found)
            interview = ask(asked, interview, question)
        elif found:
            status = max(status, told(question, found, words))
            interview = interview.answered(question.name, "")
    return interview, status


def ask(asked: Terminal, interview: Interview, question: Question) -> Interview:
    """The interview with an answer to one question, which is asked until it is right."""
    while True:
        typed = asked.ask(question.prompt, question.default(interview), question.options(interview))
        tried = interview.answered(question.name, typed)
        found = [no_answer()] if question.is_required and not typed else tried.complaints(question)
        if not found:
            if meaning := understood(tried, question):
                asked.say(f"  = {meaning}")
            return tried
        asked.explain(found)
        better = tried.corrected(question) if typed else None
        if better and asked.agrees(message("Take '{value}' instead? [Y/n]", value=better[question.name])):
            return better


def understood(interview: Interview, question: Question) -> str:
    """How a date or an amount was read, where it was written in another way; euro beside other money."""
    source = interview.composer.try_out(interview.scaffold).source
    value = getattr(source, question.name, None)
    if isinstance(value, Money):
        amounts = [canonical(value)] + [canonical(value.euro)] * value.is_converted
        return " = ".join(amounts)
    if isinstance(value, FuzzyDate | Moment) and value.iso != interview[question.name]:
        return value.iso.replace("T", " ")
    return ""


def no_answer() -> Mistake:
    """The complaint about Enter where something has to be said."""
    return Mistake("FLD-02", message("this has to be answered"), message("Ctrl-C ends without writing anything."))


def missing(interview: Interview, question: Question) -> Iterator[Mistake]:
    """The complaint about a flag without which nothing can be written."""
    if question.is_required and not interview[question.name]:
        yield Mistake(
            "FLD-02",
            message("this is missing, and without a terminal nobody can be asked"),
            message("Add {flag} and its value, or run the command in a terminal.", flag=question.flag),
        )


def told(question: Question, complaints: Sequence[Complaint], words: Words) -> int:
    """Prints what is wrong with a flag, and returns the exit status that follows."""
    for complaint in complaints:
        complain(f"{question.flag}: ", complaint, words)
    return ERRORS if {complaint.code for complaint in complaints} <= TAKEN else BAD_COMMAND


def complain(about: str, complaint: Complaint, words: Words) -> None:
    """Prints a complaint with its advice."""
    print(about + words.shown(complaint.message), file=sys.stderr)
    if complaint.hint.template:
        print(f"    → {words.shown(complaint.hint)}", file=sys.stderr)


def refuse(words: Words, complaints: Sequence[Complaint]) -> int:
    """Prints why nothing is written."""
    for complaint in complaints:
        complain(f"{complaint.at}  " if isinstance(complaint, Problem) else "", complaint, words)
    print(words("Nothing was written."), file=sys.stderr)
    return ERRORS


# ── writing ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def make(interview: Interview, arguments: Namespace, words: Words) -> int:
    """Writes the page and tells what was written and what comes next."""
    composer, scaffold = interview.composer, interview.scaffold
    trial = composer.finish(scaffold)
    if trial.problems:
        return refuse(words, trial.problems)
    try:
        written = write(composer.ground.root, scaffold.id, trial.texts)
    except Mistake as mistake:
        return refuse(words, [mistake])
    if not arguments.quiet:
        for line in story(interview, trial, written, arguments.content.as_posix(), words):
            print(line)
    return DONE


def story(interview: Interview, trial: Trial, written: Sequence[str], content: str, words: Words) -> Iterator[str]:
    """What was written, where it will be read, and what comes next."""
    site, page_id = interview.composer.ground.site, interview.scaffold.id
    yield words("Written:")
    yield from (f"  {content}/{path}" for path in written)
    address = site.url(site.address_in(page_id, site.config.default_language))
    yield words("Address, as soon as the page is public: {address}", address=address)
    if isinstance(trial.source, Funded):
        yield words("For plaques and QR codes: {address}", address=site.url(f"/p/{trial.source.number}/"))
    source, *others = (path.rpartition("/")[2] for path in written)
    yield words("Next: fill in {source}.", source=source)
    if others:
        yield words("Translate {files}; delete a file that nobody will translate.", files=", ".join(others))
    yield words("Run 'check'. The page is a draft until you delete the line 'draft' in {source}.", source=source)
