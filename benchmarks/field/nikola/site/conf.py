"""Settings of Nikola."""

import json
from pathlib import Path

BLOG_AUTHOR = BLOG_TITLE = BLOG_DESCRIPTION = "Проекти на Община Полянка"
BLOG_EMAIL = "proekti@polyanka.example"
SITE_URL = BASE_URL = "https://proekti.example/"
TIMEZONE = "Europe/Sofia"
DEFAULT_LANG = "bg"
TRANSLATIONS = {"bg": "", "en": "./en", "ru": "./ru"}
TRANSLATIONS_PATTERN = "{path}.{lang}.{ext}"
THEME = "plain"
POSTS = (("posts/*.md", "projects", "project.tmpl"),)
PAGES = (("pages/*.md", "", "home.tmpl"),)
COMPILERS = {"markdown": (".md",)}
MARKDOWN_EXTENSIONS = ["markdown.extensions.extra"]
PRETTY_URLS = True
INDEX_PATH = "projects"
INDEX_DISPLAY_POST_COUNT = 1_000_000
FEED_LENGTH = 30
RSS_FILENAME_BASE = "feed"
GENERATE_ATOM = False
FILES_FOLDERS: dict[str, str] = {}
IMAGE_FOLDERS: dict[str, str] = {}
GALLERY_FOLDERS: dict[str, str] = {}
LISTINGS_FOLDERS: dict[str, str] = {}
HIDDEN_TAGS: list[str] = []
DISABLED_PLUGINS = [
    "classify_archive", "classify_authors", "classify_categories", "classify_tags", "classify_sections",
    "classify_page_index", "render_galleries", "render_listings", "create_bundles", "copy_assets", "scale_images",
    "redirect", "robots", "gzip", "slides", "post_lists", "render_sources",
]  # fmt: skip
SHOW_SOURCELINK = COPY_SOURCES = False
USE_BUNDLES = USE_KATEX = False
GLOBAL_CONTEXT = {"words": json.loads(Path("words.json").read_text(encoding="utf-8"))}
