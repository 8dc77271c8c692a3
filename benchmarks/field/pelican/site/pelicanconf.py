"""Settings of Pelican."""

import json
from pathlib import Path

PATH = "content"
ARTICLE_PATHS = ["projects"]
THEME = "theme"
SITENAME = "Проекти на Община Полянка"
SITEURL = "https://proekti.example"
TIMEZONE = "Europe/Sofia"
DEFAULT_LANG = "bg"
DEFAULT_PAGINATION = False
READERS = {"html": None}
MARKDOWN: dict[str, dict[str, dict[str, str]]] = {
    "extension_configs": {"markdown.extensions.extra": {}, "markdown.extensions.meta": {}}
}

ARTICLE_URL = ARTICLE_LANG_URL = "{lang}/projects/{slug}/"
ARTICLE_SAVE_AS = ARTICLE_LANG_SAVE_AS = "{lang}/projects/{slug}/index.html"
AUTHOR_SAVE_AS = CATEGORY_SAVE_AS = TAG_SAVE_AS = ""

DIRECT_TEMPLATES = ["home_bg", "home_en", "home_ru", "list_bg", "list_en", "list_ru", "sitemap"]
HOME_BG_SAVE_AS = "bg/index.html"
HOME_EN_SAVE_AS = "en/index.html"
HOME_RU_SAVE_AS = "ru/index.html"
LIST_BG_SAVE_AS = "bg/projects/index.html"
LIST_EN_SAVE_AS = "en/projects/index.html"
LIST_RU_SAVE_AS = "ru/projects/index.html"
SITEMAP_SAVE_AS = "sitemap.xml"

FEED_MAX_ITEMS = 30
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = TRANSLATION_FEED_ATOM = None
TRANSLATION_FEED_RSS = "{lang}/feed.xml"

CACHE_CONTENT = LOAD_CONTENT_CACHE = True
CONTENT_CACHING_LAYER = "reader"
CHECK_MODIFIED_METHOD = "mtime"

WORDS = json.loads(Path("words.json").read_text(encoding="utf-8"))
