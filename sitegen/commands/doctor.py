"""`doctor`: looks whether this machine and the publish targets have what they need, and changes nothing."""

from __future__ import annotations

import json
import shutil
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from sitegen import report
from sitegen.builder.write import site_files
from sitegen.commands import BAD_COMMAND, DONE, ERRORS, FAILED_TO_PUBLISH
from sitegen.commands.options import ZONE, add_format, content_of
from sitegen.commands.sending import chosen_target, errand
from sitegen.commands.telling import problem_lines, words_by
from sitegen.model.targets import Target
from sitegen.problems import NOTHING, Message, Mistake, message
from sitegen.publish.examination import Examination
from sitegen.publish.plan import Plan, make_plan
from sitegen.publish.showing import some
from sitegen.publish.target import Errand, Session
from sitegen.publish.targets import kind_of
from sitegen.publish.tree import tree_of
from sitegen.read.config import read_config
from sitegen.render.formats import Formats
from sitegen.render.lettering import missing_fonts
from sitegen.report import Words

SIGNS = {"fine": "✓", "warning": "!", "error": "✗"}
TOOLS = {
    "rsync": ("rsync", "WSL, then apt install rsync"),
    "ssh": ("openssh-client", "OpenSSH Client"),
    "git": ("git", "winget install Git.Git"),
    "rclone": ("rclone", "winget install Rclone.Rclone"),
}
"""Programs of targets: their Debian packages, and how Windows gets them."""
LITTLE = 500_000_000
"""Bytes: with less free room than this, a publication may not fit."""
OFF = timedelta(minutes=5)
"""Clocks may differ by so much; locks count on it."""
SOON = timedelta(days=21)
"""A certificate that ends so soon should have been renewed by now."""


@dataclass(frozen=True)
class Finding:
    """Something that was looked at."""

    about: str
    """"" for this machine, else the name of a target."""
    level: str
    """A key of SIGNS."""
    message: Message
    hint: Message = NOTHING


def add_options(command: ArgumentParser) -> None:
    """The target, and how it is printed."""
    add_format(command, "text", "json")
    command.add_argument("target", nargs="?", metavar="TARGET", help="a name under `publish` in site.yaml, else all")
    command.add_argument("--content", type=Path, default=Path("content"), metavar="DIR", help="the content folder")
    command.add_argument("--output", type=Path, default=Path("output"), metavar="DIR", help="the folder of the site")
    command.add_argument("--lang", choices=("bg", "en"), help="language of messages")


def run(arguments: Namespace) -> int:
    """Looks at the machine, then at the targets; the exit status."""
    config, problems = read_config(content_of(arguments))
    words = words_by(arguments, config)
    if config is None or any(problem.is_error for problem in problems):
        print("\n".join(problem_lines(arguments, problems, words)))
        return ERRORS
    try:
        targets = (chosen_target(config, arguments.target),) if arguments.target else config.publish
    except Mistake as mistake:
        print(report.as_sentence(mistake, words), file=sys.stderr)
        return BAD_COMMAND
    findings = [*machine(content_of(arguments), words), *programs(targets)]
    for target in targets:
        findings += examined(target, arguments, words)
    print(as_json(findings, words) if arguments.format == "json" else as_text(findings, words))
    failed = {finding.about for finding in findings if finding.level == "error"}
    return FAILED_TO_PUBLISH if failed - {""} else ERRORS if failed else DONE


# ── this machine ────────────────────────────────────────────────────────────────────────────────────────────


def machine(content: Path, words: Words) -> Iterator[Finding]:
    """Python, encodings, time zone, fonts, free room."""
    version = ".".join(map(str, sys.version_info[:3]))
    yield Finding("", "fine", message("Python {version}", version=version))
    encoding = sys.getfilesystemencoding()
    if encoding.lower().replace("-", "") == "utf8":
        yield Finding("", "fine", message("names of files: {encoding}", encoding=encoding))
    else:
        yield Finding(
            "",
            "warning",
            message("names of files: {encoding}", encoding=encoding),
            message("Set the variable PYTHONUTF8=1, so that Cyrillic names are read right."),
        )
    try:
        now = datetime.now(ZoneInfo(ZONE))
        yield Finding("", "fine", message("time in Sofia: {time}", time=f"{now:%Y-%m-%d %H:%M}"))
    except ZoneInfoNotFoundError:
        yield Finding("", "error", message("the time zone {zone} is unknown", zone=ZONE), message("pip install tzdata"))
    yield fonts()
    yield room("", shutil.disk_usage(content.parent).free, words)


def fonts() -> Finding:
    """The typefaces of social cards, and what draws with them."""
    missing = missing_fonts()
    if not missing:
        return Finding("", "fine", message("fonts of the social cards: they are there"))
    return Finding(
        "",
        "error",
        message("fonts of the social cards cannot be read: {names}", names=", ".join(missing)),
        message("Install sitegen and Pillow again."),
    )


def programs(targets: tuple[Target, ...]) -> Iterator[Finding]:
    """The programs that the targets need."""
    for target in targets:
        for name in kind_of(target.type).needs:
            if shutil.which(name):
                yield Finding(target.name, "fine", message("program {name}: it is there", name=name))
            else:
                yield Finding(target.name, "error", message("program {name}: it is missing", name=name), source(name))


def source(name: str) -> Message:
    """Where a program is to be had."""
    package, windows = TOOLS[name]
    return message(
        "Debian: apt install {package}; macOS: brew install {name}; Windows: {windows}",
        package=package,
        name=name,
        windows=windows,
    )


def room(about: str, free: int, words: Words) -> Finding:
    """The free room somewhere."""
    told = message("free room: {size}", size=Formats(words.language).size(free))
    if free >= LITTLE:
        return Finding(about, "fine", told)
    return Finding(about, "warning", told, message("A publication may not fit: free some space."))


# ── targets ─────────────────────────────────────────────────────────────────────────────────────────────────


def examined(target: Target, arguments: Namespace, words: Words) -> list[Finding]:
    """What a target tells; where it cannot be reached, why."""
    found: list[Finding] = []
    try:
        with kind_of(target.type).open(target, bound := errand(arguments, target, words)) as session:
            plan = plan_of(arguments, session, bound)  # some targets are first reached now
            found.append(Finding(target.name, "fine", message("it was reached, and let us in")))
            found += replaced(target, plan)
            found += told(target, session.examine(), words)
    except Mistake as mistake:
        found.append(Finding(target.name, "error", mistake.message, mistake.hint))
    return found


def plan_of(arguments: Namespace, session: Session, bound: Errand) -> Plan:
    """What publishing the last build would do; without one, what stands there stays."""
    output: Path = arguments.output.resolve()
    files = tree_of(output, site_files(output), {}) if output.is_dir() else {}
    return make_plan(files, session.standing(), number="", by=bound.holder.by)


def replaced(target: Target, plan: Plan) -> Iterator[Finding]:
    """Files of others, and those that they changed."""
    standing = plan.before
    yield Finding(
        target.name,
        "fine",
        message(
            "files there: {count}, of them ours: {ours}", count=len(standing.found), ours=len(standing.manifest.files)
        ),
    )
    if plan.foreign:
        told = message(
            "Files of others, which stay: {count} ({files})", count=len(plan.foreign), files=some(plan.foreign)
        )
        yield Finding(target.name, "fine", told)
    if plan.in_the_way:
        count, files = len(plan.in_the_way), some(plan.in_the_way)
        yield Finding(
            target.name,
            "warning",
            message("Files of others that would be replaced or removed: {count} ({files})", count=count, files=files),
            message("Look at them; --overwrite replaces them."),
        )


def told(target: Target, found: Examination, words: Words) -> Iterator[Finding]:
    """Rights, clock, room and certificate, as far as the target knows them."""
    name, now = target.name, datetime.now(UTC)
    if found.is_writable:
        yield Finding(name, "fine", message("writing, renaming and deleting are allowed"))
    if found.clock:
        seconds = round((found.clock - now).total_seconds())
        is_right = abs(seconds) < OFF.total_seconds()
        yield Finding(
            name,
            "fine" if is_right else "warning",
            message("its clock differs from ours by {seconds} s", seconds=seconds),
            NOTHING if is_right else message("Set the clock that is wrong: locks and dates count on it."),
        )
    if found.expires:
        is_long = found.expires - now > SOON
        yield Finding(
            name,
            "fine" if is_long else "warning",
            message("its certificate holds until {day}", day=f"{found.expires:%Y-%m-%d}"),
            NOTHING if is_long else message("Tell the hoster: without a new one nothing can be published soon."),
        )
    if found.free is not None:
        yield room(name, found.free, words)


# ── telling ─────────────────────────────────────────────────────────────────────────────────────────────────


def as_text(findings: list[Finding], words: Words) -> str:
    """One line each, with advice below; the machine first."""
    lines: list[str] = []
    about = None
    for finding in sorted(findings, key=lambda finding: finding.about):
        if finding.about != about:
            about = finding.about
            lines.append(words("Target {name}:", name=about) if about else words("This machine:"))
        lines.append(f"  {SIGNS[finding.level]} {words.shown(finding.message)}")
        if finding.hint.template:
            lines.append(f"    → {words.shown(finding.hint)}")
    return "\n".join(lines)


def as_json(findings: list[Finding], words: Words) -> str:
    """One object; `target` is empty for this machine."""
    found = [
        {
            "target": finding.about,
            "level": finding.level,
            "message": words.shown(finding.message),
            "hint": words.shown(finding.hint) if finding.hint.template else "",
        }
        for finding in findings
    ]
    return json.dumps({"findings": found}, ensure_ascii=False, indent=2)
