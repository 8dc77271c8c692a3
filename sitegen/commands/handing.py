"""Handing over: `status --export LANG DIR` writes what an outside translator has to translate."""

from __future__ import annotations

import sys
from argparse import Namespace
from pathlib import Path

from sitegen.builder.flow import Understood
from sitegen.commands import DONE, ERRORS
from sitegen.commands.choosing import chosen_language
from sitegen.commands.options import content_of
from sitegen.editing.exchange import Outgoing, Sender, save_exchanges
from sitegen.model.site import Site
from sitegen.read.ledger import read_ledger
from sitegen.report import Words


def hand_over(arguments: Namespace, read: Understood, site: Site, words: Words) -> int:
    """Writes the files of a language, and tells what is in them; raises Mistake."""
    language, folder = chosen_language(site, arguments.export[0]), Path(arguments.export[1])
    content = content_of(arguments)
    sender = Sender(site, read_ledger(content).ledger, read.problems, words.shown)
    found = sender.outgoing(language, drafts=arguments.drafts)
    files = save_exchanges(folder, site.config.owner, found, (content, arguments.output)) if found.units else ()
    if not arguments.quiet:
        tell(found, files, words)
    for page_id in found.unsound:
        print(words("'{page}' has errors and was left out; 'check' shows them.", page=page_id), file=sys.stderr)
    return ERRORS if found.unsound else DONE


def tell(found: Outgoing, files: tuple[Path, ...], words: Words) -> None:
    """What was written, and what was not."""
    for file, exchange in zip(files, found.exchanges, strict=True):
        counts = {"pages": len(exchange.batches), "paragraphs": len(exchange.units), "words": exchange.words}
        told = words("pages: {pages}, paragraphs: {paragraphs}, words: {words}", **counts)
        print(f"{file}: {told}")
    if files:
        command = f"python3 build.py accept --from {files[0]}"
        print(words("When it comes back translated: {command}", command=command))
    else:
        print(words("There is nothing to translate."))
    if found.drafts:
        drafts = words("Not public and left out: {count}. They come along with --drafts.", count=len(found.drafts))
        print(drafts)
