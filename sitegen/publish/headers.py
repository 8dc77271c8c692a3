"""Headers: what targets that store them beside each file are told of it."""

from __future__ import annotations

from collections.abc import Mapping

from sitegen.publish.plan import THEME, unpacked
from sitegen.render.headers import FOR_EVER, SHORT

TYPES = {
    "html": "text/html; charset=utf-8",
    "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "json": "application/json",
    "geojson": "application/geo+json",
    "webmanifest": "application/manifest+json",
    "xml": "application/xml; charset=utf-8",
    "txt": "text/plain; charset=utf-8",
    "csv": "text/csv; charset=utf-8",
    "ics": "text/calendar; charset=utf-8",
    "vcf": "text/vcard; charset=utf-8",
    "svg": "image/svg+xml",
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "gif": "image/gif",
    "webp": "image/webp",
    "avif": "image/avif",
    "ico": "image/x-icon",
    "woff2": "font/woff2",
    "pdf": "application/pdf",
    "zip": "application/zip",
    "doc": "application/msword",
    "xls": "application/vnd.ms-excel",
    "ppt": "application/vnd.ms-powerpoint",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "odt": "application/vnd.oasis.opendocument.text",
    "ods": "application/vnd.oasis.opendocument.spreadsheet",
    "odp": "application/vnd.oasis.opendocument.presentation",
    "mp3": "audio/mpeg",
    "mp4": "video/mp4",
    "webm": "video/webm",
    "vtt": "text/vtt; charset=utf-8",
}
"""By the ending of the name (IANA media types); written out, for what a machine has registered differs."""
UNKNOWN = "application/octet-stream"
ENCODINGS = {".gz": "gzip", ".br": "br"}


def headers_of(path: str) -> Mapping[str, str]:
    """`Content-Type` and `Cache-Control` of a file of the site, and `Content-Encoding` of a packed copy."""
    plain = unpacked(path)
    headers = {
        "Content-Type": TYPES.get(plain.rpartition(".")[2].lower(), UNKNOWN),
        "Cache-Control": FOR_EVER if path.startswith(THEME) else SHORT,
    }
    encoding = ENCODINGS.get(path.removeprefix(plain))
    return headers | ({"Content-Encoding": encoding} if encoding else {})
