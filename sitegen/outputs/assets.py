"""Files beside the pages, as far as pages use them; the theme's files and `static/`. Pictures lose their metadata.

Large pictures go out in sizes, and never as they came. One that is offered as a document, a poster to print, is there
whole as well, without metadata.
"""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.model.address import file_address, output_path
from sitegen.model.artifact import Copy, Task
from sitegen.model.attachments import offered_files, used_files
from sitegen.model.media import File
from sitegen.model.site import Site
from sitegen.model.sizes import form_of, size_address, widths
from sitegen.render.pdfs import publish_pdf
from sitegen.render.pictures import Sized, publish_picture, publish_size


def tasks(site: Site) -> Iterator[Task]:
    """One task for each file that is published."""
    offered = offered_files(site)
    for path in sorted(site.once(used_files)):
        file, origin = site.files[path], f"{site.root}/{path}"
        yield from sizes(site, file, origin)
        if path in offered or not widths(file):
            yield task(site, file, output_path(file_address(path)), origin)
    for file in site.config.theme_files:
        yield Task(path=file.path, recipe=copy, inputs=file, origin="sitegen: theme")
    for file in site.static:
        yield task(site, file, file.path, f"{site.root}/static/{file.path}")


def sizes(site: Site, file: File, origin: str) -> Iterator[Task]:
    """A picture in all its widths, in the format that all browsers know and in those that the site chose."""
    for form in (form_of(file), *site.config.pictures):
        for width in widths(file):
            path = output_path(size_address(file, width, form))
            sized = Sized(file=file, width=width, form=form)
            yield Task(path=path, recipe=publish_size, inputs=sized, origin=origin)


def task(site: Site, file: File, path: str, origin: str) -> Task:
    """A picture is cleaned, a PDF too where the site asks for that, any other file is copied."""
    recipe = publish_picture if file.is_picture else publish_pdf if site.config.loses_authors(file) else copy
    return Task(path=path, recipe=recipe, inputs=file, origin=origin)


def copy(_workshop: object, file: File) -> Copy:
    """The file as it is."""
    return Copy(file.disk)
