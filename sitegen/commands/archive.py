"""`archive`: puts a finished project into the archive; its page keeps its address and says since when."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from dataclasses import dataclass

from sitegen import report
from sitegen.builder.flow import understand
from sitegen.commands import DONE, ERRORS
from sitegen.commands.asking import terminal
from sitegen.commands.choosing import chosen_page
from sitegen.commands.fix import show, show_problems
from sitegen.commands.options import add_common, content_of, order_of
from sitegen.commands.telling import words_for
from sitegen.editing.corrections import Change, write
from sitegen.editing.retiring import advice, retirement
from sitegen.kinds.project import Project
from sitegen.model.site import Site
from sitegen.problems import Mistake, message


def add_options(command: ArgumentParser) -> None:
    """The project, whether to write and to ask, and the common options."""
    command.add_argument("project", metavar="PROJECT", help="a project by its id, the end of it, or one of its files")
    command.add_argument("--dry-run", action="store_true", help="show the change, write nothing")
    command.add_argument("--yes", action="store_true", help="do not ask before writing")
    add_common(command)


def run(arguments: Namespace) -> int:
    """Changes the facts of one project."""
    read = understand(order_of(arguments))
    words = words_for(arguments, read.site)
    if read.site is None:
        show_problems(arguments, [problem for problem in read.problems if problem.is_error], words)
        return ERRORS
    desk = Desk(arguments, read.site, words)
    try:
        return desk.serve()
    except Mistake as mistake:
        print(f"{words.shown(mistake.message)}\n    → {words.shown(mistake.hint)}", file=sys.stderr)
        return ERRORS


@dataclass(frozen=True)
class Desk:
    """The site, what is asked for, and the words to tell of it."""

    arguments: Namespace
    site: Site
    words: report.Words

    def serve(self) -> int:
        """Shows the change, asks, and writes it; raises Mistake."""
        project = self.project()
        if project.status == "archived":
            self.tell(self.words("'{page}' is in the archive already.", page=project.id))
            self.tell(self.words.shown(advice(self.site, project)))
            return DONE
        change = retirement(content_of(self.arguments), project, self.site.today)
        if not self.arguments.quiet:
            show([change], self.words)
        if self.arguments.dry_run or not self.is_wanted():
            self.tell(self.words("Nothing was written."))
            return DONE
        return self.write(project, change)

    def project(self) -> Project:
        """The project that is named, in the language of its facts; raises Mistake."""
        page_id = chosen_page(self.site, self.arguments.project, content_of(self.arguments))
        page = self.site.nearest(page_id, self.site.config.default_language)
        original = self.site.page(page_id, page.original) if page else None
        if isinstance(original, Project):
            return original
        raise Mistake(
            "REF-01",
            message("'{page}' is no project that can be read", page=page_id),
            message("Projects lie in the folder projects/. What 'check' says of this one comes first."),
        )

    def is_wanted(self) -> bool:
        """Whether the change is to be written: somebody at a terminal is asked."""
        someone = None if self.arguments.yes else terminal(self.words)
        try:
            return someone is None or someone.agrees(message("Write this? [Y/n]"))
        except EOFError:
            return False

    def write(self, project: Project, change: Change) -> int:
        """Writes the change, and tells what follows from it."""
        if problem := write(content_of(self.arguments), change):
            show_problems(self.arguments, [problem], self.words)
            return ERRORS
        address = self.site.url(self.site.address(project))
        self.tell(self.words("Archived: {path}. The address stays: {address}", path=change.path, address=address))
        self.tell(self.words.shown(advice(self.site, project)))
        return DONE

    def tell(self, line: str) -> None:
        """Prints a line, unless the command is to be quiet."""
        if not self.arguments.quiet:
            print(line)
