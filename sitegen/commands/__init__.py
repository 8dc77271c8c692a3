"""COMMANDS, the one list: each is a module here with `add_options(parser)` and `run(arguments) -> exit status`.

Only the module of the command that was given is imported; so a command pays for nothing but itself.
"""

from __future__ import annotations

COMMANDS = {
    "build": "read, check and render the site, then exchange the output folder",
    "serve": "show the site in the browser and again after each change",
    "check": "check everything, write nothing",
    "init": "make a new site for another municipality, with an example project",
    "new": "write a new project, event, news item or page in all languages",
    "preview": "write a draft copy of the site that opens by double-click",
    "fix": "make the safe corrections that problems offer",
    "archive": "put a finished project into the archive; its page keeps its address",
    "accept": "note that a translation matches the present source",
    "publish": "build, check, show what changes and send it to where visitors see it",
    "rollback": "put an earlier publication back",
    "doctor": "look whether this machine and the publish targets have what they need",
    "status": "translations, publicity, deadlines and the next scheduled change",
}
DONE, ERRORS, BAD_COMMAND, FAILED_TO_PUBLISH, NOTHING_DUE, INTERRUPTED = 0, 1, 2, 3, 4, 130
"""The exit statuses of `commands.md`."""
