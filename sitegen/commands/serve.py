"""`serve`: shows the site in the browser, from memory, and again after each change; writes nothing."""

from __future__ import annotations

import threading
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path
from time import perf_counter

from sitegen import report
from sitegen.builder.flow import folders_read
from sitegen.builder.living import LivingBuild
from sitegen.builder.order import Order
from sitegen.commands import DONE
from sitegen.commands.options import add_common, cache_of, clock, content_of, order_of
from sitegen.commands.telling import in_colour, line_of
from sitegen.commands.watching import watched
from sitegen.report import Words
from sitegen.serve.preview import Preview, Shown
from sitegen.serve.server import LOOPBACK, Server, server_from
from sitegen.serve.telling import Telling
from sitegen.serve.watch import changes

PORT = 8000
SPOKEN = 10
"""So many errors are printed after a build; the browser shows them all."""


def add_options(command: ArgumentParser) -> None:
    """The common options, and how the preview is reached."""
    add_common(command)
    command.add_argument(
        "--port", type=port, default=PORT, metavar="N", help=f"the port, or the next free one ({PORT})"
    )
    command.add_argument("--no-drafts", action="store_true", help="leave out drafts and embargoed pages")
    command.add_argument("--poll", action="store_true", help="look for changes every half second: for network folders")
    command.add_argument("--open", action="store_true", help="open the preview in the browser")


def port(text: str) -> int:
    """A number of a port; 0 is any free one."""
    if not text.isdecimal() or int(text) > 65_535:
        raise ArgumentTypeError(f"{text!r} is no port")
    return int(text)


def run(arguments: Namespace) -> int:
    """Serves until Ctrl-C, which is the way to end it and no error."""
    try:
        serve(arguments, Preview(LivingBuild()))
    except KeyboardInterrupt:
        if not arguments.quiet:
            print()
    return DONE


def serve(arguments: Namespace, preview: Preview) -> None:
    """Builds, serves, and builds again whenever a file changes or a page's time has come."""
    telling = Telling(
        line=partial(line_of, content_of(arguments)), language=arguments.lang or "", strict=arguments.strict
    )
    with serving(server_from(preview, telling, arguments.port)) as start:
        for has_changed in changes(partial(folders, arguments), poll=arguments.poll):
            if has_changed or is_due(arguments, preview.shown):
                before, started = preview.shown, perf_counter()
                with watched(arguments) as progress:
                    preview.rebuild(replace(order(arguments), watcher=progress))
                start(arguments, telling.words(preview.shown.site))
                tell(arguments, before, preview.shown, telling, perf_counter() - started)


def order(arguments: Namespace) -> Order:
    """What is built: with the clock of this moment, and never in several processes, which threads forbid."""
    asked = order_of(arguments)
    return replace(asked, cache=cache_of(arguments), jobs=1, drafts=not arguments.no_drafts)


def folders(arguments: Namespace) -> tuple[Path, ...]:
    """Everything that a build reads: content and themes, its own and the default one."""
    return folders_read(content_of(arguments), arguments.theme and arguments.theme.resolve())


def is_due(arguments: Namespace, shown: Shown) -> bool:
    """Whether the site changes by itself at this moment."""
    return shown.due is not None and shown.due <= clock(arguments)


# ── serving ─────────────────────────────────────────────────────────────────────────────────────────────────


@contextmanager
def serving(server: Server) -> Iterator[Callable[[Namespace, Words], None]]:
    """A server with its port; it answers from the first call on, browsers wait that long."""
    thread = threading.Thread(target=partial(server.serve_forever, 0.2), daemon=True)

    def start(arguments: Namespace, words: Words) -> None:
        if not thread.ident:
            thread.start()
            announce(arguments, server, words)

    try:
        yield start
    finally:
        if thread.ident:
            server.shutdown()
        server.server_close()


def announce(arguments: Namespace, server: Server, words: Words) -> None:
    """One line: where the preview is, and how it is ended."""
    address = f"http://{LOOPBACK}:{server.server_port}{server.preview.shown.base_path}/"
    if arguments.port in (0, server.server_port):
        print(words("The preview is at {address} (Ctrl-C ends it).", address=address), flush=True)
    else:
        sentence = words(
            "Port {port} is taken; the preview is at {address} (Ctrl-C ends it).", port=arguments.port, address=address
        )
        print(sentence, flush=True)
    if arguments.open:
        import webbrowser

        threading.Thread(target=webbrowser.open, args=(address,), daemon=True).start()  # some wait for their browser


def tell(arguments: Namespace, before: Shown, shown: Shown, telling: Telling, seconds: float) -> None:
    """Prints what is newly wrong and one line about the build."""
    words = telling.words(shown.site)
    if shown.crash:
        print(shown.crash, flush=True)
    news = [problem for problem in shown.problems if telling.is_grave(problem) and problem not in before.problems]
    for problem in news[:SPOKEN]:
        print(report.as_text(problem, words, telling.line, in_colour=in_colour()) + "\n")
    if not arguments.quiet:
        print(line_about(arguments, shown, words, seconds), flush=True)


def line_about(arguments: Namespace, shown: Shown, words: Words, seconds: float) -> str:
    """When it was built, what was found, how long it took."""
    counts = report.counted(shown.problems)
    found = words(
        "errors: {errors}, warnings: {warnings}, advice: {infos}",
        errors=counts["error"],
        warnings=counts["warning"],
        infos=counts["info"],
    )
    return f"{clock(arguments):%H:%M:%S} · {found} · {seconds:.2f} s"
