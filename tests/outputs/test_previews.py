"""What a reader and a search engine see of drafts, projects' own pages and figures in words."""

from __future__ import annotations

from pathlib import Path

from tests.sites import PROJECT, build_site

NEWS = "-- projects/park/news/a/index.bg.md --\n---\ntitle: Първа копка\n---\nТекст.\n"


def test_a_preview_asks_search_engines_to_stay_away_from_drafts(tmp_path: Path) -> None:
    built = build_site(tmp_path, f"-- projects/park/index.bg.md --\n---\n{PROJECT}draft: yes\n---\n", drafts=True)
    assert '<meta name="robots" content="noindex">' in built["bg/proekti/park/index.html"]
    assert "/bg/proekti/park/" not in built["sitemap.xml"]


def test_a_windows_title_names_page_project_and_site(tmp_path: Path) -> None:
    built = build_site(tmp_path, f"-- projects/park/index.bg.md --\n---\n{PROJECT}short: Паркът\n---\n{NEWS}")
    assert "<title>Първа копка – Паркът – Проекти</title>" in built["bg/proekti/park/novini/a/index.html"]


def test_a_span_with_one_end_says_which(tmp_path: Path) -> None:
    begun = build_site(tmp_path / "a", f"-- projects/park/index.bg.md --\n---\n{PROJECT}start: 2016-02\n---\n")
    assert 'От <time datetime="2016-02">февруари' in begun["bg/proekti/park/index.html"]
    assert 'Начало: <time datetime="2016-02">февраль' in begun["ru/proekty/park/index.html"]
    ended = build_site(tmp_path / "b", f"-- projects/park/index.bg.md --\n---\n{PROJECT}end: 2027\n---\n")
    assert 'Until <time datetime="2027">2027' in ended["en/projects/park/index.html"]


def test_a_unit_stands_once_beside_its_indicator(tmp_path: Path) -> None:
    results = "results: [{id: r1, text: Капацитет, unit: места, baseline: 24, target: 30}]\n"
    built = build_site(tmp_path, f"-- projects/park/index.bg.md --\n---\n{PROJECT}{results}---\n")
    page = built["bg/proekti/park/index.html"]
    assert '<th scope="row">Капацитет (места)</th>' in page
    assert '<td class="right">24</td>' in page


def test_a_news_list_shows_how_a_text_begins(tmp_path: Path) -> None:
    project = f"-- projects/park/index.bg.md --\n---\n{PROJECT}---\n"
    built = build_site(tmp_path, project + NEWS.replace("Текст.", "Първо изречение. " * 30))
    shown = built["bg/novini/index.html"]
    assert "Първо изречение.</p>" in shown
    assert shown.count("Първо изречение") < 12


def test_footnotes_stand_after_everything(tmp_path: Path) -> None:
    body = "Увод[^1].\n\n## Дейност {#a1}\n\nДълъг текст.\n\n[^1]: Бележка.\n"
    activities = "activities: [{id: a1, title: Т}]\n"
    page = build_site(tmp_path, f"-- projects/park/index.bg.md --\n---\n{PROJECT}{activities}---\n{body}")[
        "bg/proekti/park/index.html"
    ]
    details = page.partition("<details")[2].rpartition("</details>")[0].rpartition("<details")[2]
    assert "Дълъг текст." in details
    assert "Бележка." not in details
    assert "Бележка." in page


def test_pictures_come_from_the_site_alone_and_are_pictures(tmp_path: Path) -> None:
    text = "-- pages/a/index.bg.md --\n---\ntitle: А\ngallery: [{file: g.txt, alt: С}]\n---\n![а](https://x.example/z.jpg)\n"
    built = build_site(tmp_path, text + "-- pages/a/g.txt --\nx\n")
    assert built.errors == ["content/pages/a/index.bg.md:3:18 LNK-09", "content/pages/a/index.bg.md:5:1 PRV-03"]
