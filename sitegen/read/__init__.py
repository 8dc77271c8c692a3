"""Understanding: the content folder becomes a `Site` and a list of problems. Alone reads the editor's files."""

from sitegen.read.site import Reading, read_site

__all__ = ["Reading", "read_site"]
