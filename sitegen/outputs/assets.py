"""Files beside the pages, as far as pages use them; the theme's files and `static/`. Pictures lose their metadata."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.model.address import file_address, output_path
from sitegen.model.artifact import Copy, Task
from sitegen.model.attachments import used_files
from sitegen.model.media import File
from sitegen.model.site import Site
from sitegen.render.pictures import publish_picture


def tasks(site: Site) -> Iterator[Task]:
    """One task for each file that is published."""
    for path in sorted(used_files(site)):
        file = site.files[path]
        yield task(file, output_path(file_address(path)), f"{site.root}/{path}")
    for file in site.config.theme_files:
        yield Task(path=file.path, recipe=copy, inputs=file, origin="sitegen: theme")
    for file in site.static:
        yield task(file, file.path, f"{site.root}/static/{file.path}")


def task(file: File, path: str, origin: str) -> Task:
    """A picture is cleaned, any other file is copied."""
    return Task(path=path, recipe=publish_picture if file.is_picture else copy, inputs=file, origin=origin)


def copy(_workshop: object, file: File) -> Copy:
    """The file as it is."""
    return Copy(file.disk)
