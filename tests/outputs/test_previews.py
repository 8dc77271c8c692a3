"""What a reader and a search engine see of drafts, projects' own pages and figures in words."""

from __future__ import annotations

import re
from pathlib import Path

from tests.sites import PROJECT, Built, build_site

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


def notices(built: Built, path: str) -> list[str]:
    return [
        re.sub(r"<[^>]+>", "", found).replace("\xa0", " ")
        for found in re.findall(r'<p class="notice">(.*?)</p>', built[path])
    ]


def test_a_preview_tells_why_the_public_does_not_see_a_page(tmp_path: Path) -> None:
    heads = {
        "draft": "draft: yes\n",
        "early": "publish_at: 2027-03-01 10:00\n",
        "over": "unpublish_at: 2026-11-01\n",
        "both": "draft: yes\npublish_at: 2027-03-01\n",
        "open": "publish_at: 2026-01-01\nunpublish_at: 2028-01-01\n",
    }
    text = "".join(f"-- pages/{name}.bg.md --\n---\ntitle: А\n{head}---\nТекст.\n" for name, head in heads.items())
    built = build_site(tmp_path, text, drafts=True)
    told = {name: notices(built, f"bg/{name}/index.html") for name in heads}
    draft = ["Чернова: страницата още не е публикувана."]
    assert told == {
        "draft": draft,
        "early": ["Страницата още не е публична. Дата на публикуване: понеделник, 1 март 2027 г., 10:00 ч."],
        "over": ["Страницата вече не е публична. Показвана е до: неделя, 1 ноември 2026 г."],
        "both": draft,
        "open": [],
    }


def test_what_lies_below_a_hidden_page_is_marked_like_it(tmp_path: Path) -> None:
    text = f"-- projects/park/index.bg.md --\n---\n{PROJECT}publish_at: 2027-03-01\n---\n{NEWS}"
    built = build_site(tmp_path / "preview", text, drafts=True)
    below = "bg/proekti/park/novini/a/index.html"
    assert notices(built, below) == notices(built, "bg/proekti/park/index.html") != []
    assert '<meta name="robots" content="noindex">' in built[below]
    assert "/novini/a/" not in built["sitemap.xml"]
    assert below not in build_site(tmp_path / "public", text)


def test_a_hidden_section_page_hides_and_marks_nothing_below_it(tmp_path: Path) -> None:
    text = f"-- projects/index.bg.md --\n---\ntitle: Проекти\ndraft: yes\n---\n-- projects/park/index.bg.md --\n---\n{PROJECT}---\n"
    built = build_site(tmp_path, text, drafts=True)
    assert notices(built, "bg/proekti/park/index.html") == []
    assert notices(built, "bg/proekti/index.html") != []
