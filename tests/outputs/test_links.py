"""Links: every one leads to something, in every language, at the root, under a path and from the disk."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import Phase, given, note, settings
from hypothesis import strategies as st
from lxml import html

from tests.outputs.conftest import GOLDEN
from tests.outputs.web import Page, Web, web_of
from tests.sites import ORGANISATIONS, PROJECT

MODES = [("https://proekti.example/", False), ("https://x.example/eu/", False), ("https://x.example/eu/", True)]
LANGUAGES = ("bg", "en", "ru")
HEADS = {
    "project": PROJECT,
    "event": "title: Парк\ntype: training\nstart: 2026-05-01\n",
    "news": "title: Парк\ndate: 2026-05-01\n",
    "page": "title: Парк\n",
}
PLACES = {
    "projects/p1": "project",
    "projects/p1/events/e1": "event",
    "projects/p1/news/n1": "news",
    "projects/p1/plan": "page",
    "projects/p1/plan/deep": "page",
    "projects/p2": "project",
    "projects/p2/events/e1": "event",
    "events/e1": "event",
    "news/n1": "news",
    "pages/a": "page",
    "pages/a/b": "page",
    "pages/a/b/c": "page",
    "index": "page",
    "projects": "page",
    "contacts": "page",
    "news": "page",
}


@st.composite
def folders(draw: st.DrawFn) -> dict[str, str]:
    """The files of a site: each page in some of the languages, or in these alone."""
    languages = draw(st.permutations(LANGUAGES).map(lambda all_: all_[: draw(st.integers(1, 3))]))
    titles = ", ".join(f"{code}: Т" for code in languages)
    files = {
        "site.yaml": f"title: {{{titles}}}\nurl: https://proekti.example/\nlanguages: [{', '.join(languages)}]\nowner: obshtina\n",
        "organisations.yaml": ORGANISATIONS if len(languages) == 3 else f"obshtina:\n  name: {{{titles}}}\n",
    }
    for page_id in draw(st.sets(st.sampled_from(sorted(PLACES)))):
        files |= draw(versions(page_id, languages))
    return files


@st.composite
def versions(draw: st.DrawFn, page_id: str, languages: list[str]) -> dict[str, str]:
    chosen = draw(st.sets(st.sampled_from(languages), min_size=1))
    has = [code for code in languages if code in chosen]
    only = f"only: [{', '.join(has)}]\n" if languages[0] not in has or draw(st.booleans()) else ""
    source = has[0] if only else languages[0]
    extra = only + draw(st.sampled_from(["", "draft: yes\n", "menu: 15\n", "publish_at: 2030-01-01\n"]))
    extra += f"aliases: [/old/{page_id}/{source}]\n" if draw(st.booleans()) else ""
    head = HEADS[PLACES[page_id]].replace("park", page_id)
    files = {f"{page_id}.{source}.md": f"---\n{head}{extra}---\nТекст.\n"}
    for code in has:
        if code != source:
            slug = (
                f"slug: {code}-{page_id.replace('/', '-')}\n"
                if page_id not in ("index", "projects", "contacts", "news") and draw(st.booleans())
                else ""
            )
            files[f"{page_id}.{code}.md"] = f"---\ntitle: Парк {code}\n{slug}---\nТекст.\n"
    return {
        name.replace("projects/p1.", "projects/p1/index.").replace("projects/p2.", "projects/p2/index."): t
        for name, t in files.items()
    }


def laid(root: str, files: dict[str, str]) -> Path:
    for name, text in files.items():
        path = Path(root, "content", name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return Path(root, "content")


@pytest.mark.sample(1)
@pytest.mark.parametrize(("url", "is_relative"), MODES)
def test_every_link_of_the_golden_site_leads_to_something(url: str, is_relative: bool) -> None:
    web = web_of(GOLDEN, url=url, relative_links=is_relative)
    assert web.broken() == []
    assert_relative(web) if is_relative else None


@pytest.mark.long
@settings(max_examples=settings().max_examples // 2, phases=[Phase.explicit, Phase.generate])
@given(files=folders(), mode=st.sampled_from(MODES))
def test_faults_12_and_17_every_link_of_any_site_leads_to_something(
    files: dict[str, str], mode: tuple[str, bool]
) -> None:
    with tempfile.TemporaryDirectory() as root:
        content = laid(root, files)
        web = web_of(content, url=mode[0], relative_links=mode[1])
        note(str(files))
        assert web.broken() == []
        assert_for_search_engines(web)
        assert_switchers(web)
        assert_relative(web) if mode[1] else None


def assert_relative(web: Web) -> None:
    """No link names a folder or begins at the root but those of 404.html, which is served at any depth."""
    for path, page in web.pages.items():
        for reference in page.references:
            if web.leads_to(path, reference) is not None and not reference.startswith(("https:", "#")):
                assert reference.startswith("/") is (path == "404.html"), (path, reference)
                assert path == "404.html" or not reference.partition("#")[0].endswith("/"), (path, reference)


def test_the_golden_site_for_search_engines_and_its_switchers(web: Web) -> None:
    assert_for_search_engines(web)
    assert_switchers(web)


def assert_for_search_engines(web: Web) -> None:
    """Canonical self, alternates mutual, x-default right; what is noindex has none and is not in the sitemap."""
    by_address = {web.address(path): page for path, page in web.pages.items()}
    for address, page in by_address.items():
        assert page.canonical == address or not page.switcher
        if page.is_noindex:
            assert not page.alternates
            assert address not in web.sitemap
            continue
        assert page.canonical == address
        if address == web.url + "data/":  # speaks all languages at once
            assert not page.alternates
            continue
        assert address in page.alternates.values()
        assert {code: by_address[other].alternates for code, other in page.alternates.items()} == dict.fromkeys(
            page.alternates, page.alternates
        )
        assert page.alternates["x-default"] == x_default(web, page)
        if address in web.sitemap:
            assert web.sitemap[address][1] == page.alternates
    assert web.sitemap.keys() <= by_address.keys()
    languages = web.built.outcome.site.config.languages  # type: ignore[union-attr]
    sections = {f"{web.url}{code}/" for code in languages} | {web.url}
    indexed = {address for address in sections if not by_address[address].is_noindex}
    assert indexed <= web.sitemap.keys()


def x_default(web: Web, page: Page) -> str:
    """The default language's page, else the source's; the language choice for home pages."""
    config = web.built.outcome.site.config  # type: ignore[union-attr]
    if page.path in {"index.html", *(f"{code}/index.html" for code in config.languages)}:
        return web.url
    known = page.alternates
    sources = {known[code] for code in known if code != "x-default"}
    return known.get(config.default_language) or (known["x-default"] if known["x-default"] in sources else "a source")


def assert_switchers(web: Web) -> None:
    """Each entry opens the same page, its facts or an ancestor, and says which; never a 404."""
    site = web.built.outcome.site
    assert site
    for path, page in web.pages.items():
        if page.switcher:
            assert list(page.switcher) == list(site.config.languages)
            for code, entry in page.switcher.items():
                assert_entry(web, path, code, entry)


def assert_entry(web: Web, path: str, code: str, entry: html.HtmlElement) -> None:
    page = web.pages[path]
    if path.startswith(f"{code}/"):
        assert entry.get("aria-current") == "true"
        assert entry.get("href") is None
        return
    target = web.leads_to(path, entry.get("href"))
    assert target in web.pages, (path, code)
    assert target.startswith(f"{code}/"), (path, code)
    label = entry.findtext("small")
    is_same = entry.get("rel") == "alternate"
    assert is_same == (label is None)
    if is_same and not page.is_noindex:
        assert page.alternates[code] == web.address(target)
    if not is_same:
        assert code not in page.alternates
