"""EU visibility on the built pages: a theme that breaks a rule on purpose is caught, the default one is not."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from sitegen.checks.visibility import findings
from sitegen.render.theme import default_folder
from tests.sites import Built, build_site, whole

MACROS = (default_folder() / "templates" / "macros.html").read_text(encoding="utf-8")
STRIP = MACROS[MACROS.index("{% macro strip(") : MACROS.index("{% endmacro %}", MACROS.index("{% macro strip("))]
EMBLEM = (default_folder() / "templates" / "emblem.svg").read_text(encoding="utf-8")
PROJECT = f"-- projects/park/index.bg.md --\n---\n{whole()}---\n"
SENTENCE = PROJECT.replace("oprg-2014-2020", "drp-2021-2027\nfund: [erdf]").replace(
    "BG16RFOP001-5.001-0042-C01", "BG16FFPR003-1.001-0042-C01"
)


def themed(
    root: Path, *, css: str = "", strip: str = "", emblem: str = "", base: str = "", text: str = PROJECT
) -> Built:
    """A site whose own theme adds styles, or replaces a template or a macro."""
    own = root / "themes" / "default"
    files = {
        "assets/site.css": css,
        "templates/macros.html": f"{strip}{{% endmacro %}}" if strip else "",
        "templates/emblem.svg": emblem,
        "templates/base.html": base,
    }
    for name, content in files.items():
        if content:
            (own / name).parent.mkdir(parents=True, exist_ok=True)
            (own / name).write_text(content, encoding="utf-8")
    return build_site(root, text)


def broken(built: Built) -> dict[str, str]:
    """Code to message of what is wrong with the page of the project."""
    path = "output/bg/proekti/park/index.html"
    found = [p for p in built.problems if p.code.startswith("PUB") and p.at.path == path]
    return {code: "; ".join(str(p.message) for p in found if p.code == code) for code in {p.code for p in found}}


@pytest.mark.parametrize("text", [PROJECT, SENTENCE], ids=["2014-2020", "2021-2027"])
def test_the_default_theme_fulfils_all(tmp_path: Path, text: str) -> None:
    built = themed(tmp_path, text=text)
    assert [str(p.message) for p in built.problems if p.code.startswith("PUB")] == []


@pytest.mark.sample(3)
@pytest.mark.parametrize(("css", "code", "says"), [
    (".emblem{height:20px}", "PUB-01", "20 px high, less than 38 px"),
    (".emblem{width:45px}", "PUB-01", "30 px high, less than 38 px"),
    (".emblem{max-height:1.5rem}", "PUB-01", "27 px high"),
    ("header .emblem{width:60px;height:60px}", "PUB-01", "proportions or its stars"),
    (".emblem{transform:skewX(9deg)}", "PUB-01", "proportions or its stars"),
    (".emblem path{fill:#000}", "PUB-01", "not in its colours"),
    (".strip{filter:grayscale(1)}", "PUB-01", "not in its colours"),
    (".strip .emblem{opacity:.5}", "PUB-01", "not in its colours"),
    (".emblem{display:none}", "PUB-01", "the emblem is hidden"),
    (".strip{visibility:hidden}", "PUB-01", "the emblem is hidden"),
    ("@media (max-width:40rem){.strip{display:none}}", "PUB-01", "the emblem is hidden"),
    (".strip{margin-top:20rem}", "PUB-03", "not in the first screen of 320 × 256 px"),
    (".strip{padding-top:100vh}", "PUB-03", "not in the first screen"),
    (".strip{position:fixed;bottom:0}", "PUB-03", "not in the first screen"),
    (".strip p{font-style:italic}", "PUB-07", "have: italic"),
    (".strip{font:italic 16px/1.3 Arial}", "PUB-07", "have: italic"),
    ("body .strip p{text-decoration:underline}", "PUB-07", "have: underline"),
    (".strip p{text-shadow:1px 1px #999}", "PUB-07", "have: text-shadow"),
    (".strip p{font-family:Georgia,serif}", "PUB-07", "set in: Georgia"),
    (".strip p{color:#a00}", "PUB-07", "colour: #a00"),
])  # fmt: skip
def test_styles_that_break_a_rule(tmp_path: Path, css: str, code: str, says: str) -> None:
    assert says in broken(themed(tmp_path, css=css)).get(code, "")


@pytest.mark.sample(3)
@pytest.mark.parametrize("css", [
    ".emblem{width:90px}",
    "aside .emblem{height:9px}",
    ".strip p:hover{text-decoration:underline}",
    "@media print{.strip{display:none}}",
    "@media (min-width:48rem){.strip{margin-top:1rem}}",
    ".strip{font-family:'Trebuchet MS',sans-serif}",
    ".emblem{height:10px}.strip .emblem{height:50px;width:75px}",
])  # fmt: skip
def test_styles_that_break_none(tmp_path: Path, css: str) -> None:
    assert broken(themed(tmp_path, css=css)) == {}


@pytest.mark.sample(2)
@pytest.mark.parametrize(("old", "new", "code", "says"), [
    ('width="60" height="40"', 'width="48" height="32"', "PUB-01", "32 px high, less than 38 px"),
    ("acknowledgement(view, '<br>' | safe)", "t('acknowledgement.union')", "PUB-03", "do not name the fund"),
    ("acknowledgement(view, '<br>' | safe)", "t('fund.erdf')", "PUB-02", "words are missing: Европейски съюз"),
    ("acknowledgement(view, '<br>' | safe)", "t('acknowledgement.union') }} {{ t('fund.esf')", "PUB-03", "a fund that does not pay: Европейски социален фонд"),
    ("<p>{{", "<p>ЕС {{", "PUB-02", "the name of the Union is shortened: ЕС"),
    ("<p>{{", "<p><em>Проект</em> {{", "PUB-07", "have: italic"),
    ("<p>{{", '<p><u>Проект</u> {{', "PUB-07", "have: underline"),
    ("<p>{{", '<p><img src="/x.svg" alt="" width="200" height="90"> {{', "PUB-01", "a logo of 200 × 90 px is larger"),
    ('<div class="strip">', '<div class="strip" hidden>', "PUB-01", "the emblem is hidden"),
])  # fmt: skip
def test_a_strip_that_breaks_a_rule(tmp_path: Path, old: str, new: str, code: str, says: str) -> None:
    assert old in STRIP
    help_macro = "{% macro acknowledgement(view, between) %}{% for line in view.lines %}{{ between if not loop.first }}{{ t(line.key) }}{% endfor %}{% endmacro %}"
    built = themed(tmp_path, strip=help_macro + STRIP.replace(old, new), text=PROJECT + "-- static/x.svg --\n<svg/>\n")
    assert says in broken(built).get(code, "")


@pytest.mark.sample(2)
@pytest.mark.parametrize(("old", "new", "says"), [
    ("#003399", "#002266", "not in its colours"),
    ("#ffcc00", "#ffffff", "not in its colours"),
    ("M195 80", "M205 80", "proportions or its stars"),
    ("h270v180", "h200v180", "proportions or its stars"),
    ('<path fill="#003399"', '<circle r="9"/><path fill="#003399"', "proportions or its stars"),
])  # fmt: skip
def test_an_emblem_that_is_altered(tmp_path: Path, old: str, new: str, says: str) -> None:
    assert old in EMBLEM
    assert says in broken(themed(tmp_path, emblem=EMBLEM.replace(old, new)))["PUB-01"]


def test_an_emblem_that_is_gone_or_out_of_the_header(tmp_path: Path) -> None:
    base = (default_folder() / "templates" / "base.html").read_text(encoding="utf-8")
    strip = "  {% if frame.strip %}\n  {{ m.strip(frame.strip) }}\n  {% endif %}\n"
    assert "is missing in the header" in broken(themed(tmp_path / "a", base=base.replace(strip, "")))["PUB-01"]
    moved = base.replace(strip, "").replace("<footer>", strip + "<footer>")
    assert set(broken(themed(tmp_path / "b", base=moved))) & {"PUB-01", "PUB-03"}


def test_a_wrong_word_in_the_themes_catalogue(tmp_path: Path) -> None:
    file = tmp_path / "themes/default/locale/bg.po"
    file.parent.mkdir(parents=True)
    file.write_text(
        'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n\nmsgid "fund.erdf"\nmsgstr "Европейски социален фонд"\n',
        encoding="utf-8",
    )
    assert "Европейски" in broken(build_site(tmp_path, PROJECT))["PUB-03"]


def test_a_template_without_aims(tmp_path: Path) -> None:
    text = (default_folder() / "templates" / "project.html").read_text(encoding="utf-8")
    own = tmp_path / "themes/default/templates/project.html"
    own.parent.mkdir(parents=True)
    own.write_text(text.replace("{% if page.goals %}", "{% if page.goals and false %}"), encoding="utf-8")
    found = broken(build_site(tmp_path, PROJECT))
    assert "does not show: goals" in found.get("PUB-04", "")


def test_a_page_that_does_not_name_the_programme(tmp_path: Path) -> None:
    built = build_site(tmp_path, PROJECT)
    path, site = "bg/proekti/park/index.html", built.outcome.site
    assert site
    states = {one.rule: one.state for one in findings(site, path, built[path])}
    assert states["description.support"] == "fulfilled"
    html = re.sub("Региони.{1,9}растеж", "", built[path])
    assert {one.rule for one in findings(site, path, html) if one.state == "broken"} == {"description.support"}


@pytest.mark.sample(2)
@pytest.mark.parametrize("path", ["index.html", "404.html", "bg/index.html", "bg/proekti/index.html", "en/index.html"])
def test_the_pages_around_the_projects_show_the_support_too(tmp_path: Path, path: str) -> None:
    built = themed(tmp_path, css=".emblem{height:20px}")
    assert "PUB-01" in {p.code for p in built.problems if p.at.path == f"output/{path}"}


def test_documents_without_a_disclaimer(tmp_path: Path) -> None:
    base = (default_folder() / "templates" / "base.html").read_text(encoding="utf-8")
    text = PROJECT + "Ето: [таблица](/table.xlsx)\n-- static/table.xlsx --\nx\n"
    assert "PUB-08" not in broken(themed(tmp_path / "a", text=text))
    without = base.replace("{{ t('disclaimer') }}", "")
    assert "whose opinion they are" in broken(themed(tmp_path / "b", base=without, text=text))["PUB-08"]
    assert "PUB-08" not in broken(themed(tmp_path / "c", base=without))


def test_what_the_state_alone_pays_for_needs_no_emblem(tmp_path: Path) -> None:
    own = "-- programmes.yaml --\nown: {name: {bg: Своя, en: Own, ru: Своя}, regime: national, funds: [national]}\n"
    built = themed(tmp_path, css=".strip{display:none}", text=PROJECT.replace("oprg-2014-2020", "own") + own)
    assert broken(built) == {}


def test_a_sites_own_law_counts(tmp_path: Path) -> None:
    own = '-- law.yaml --\nemblem_height: {value: [48], source: "писмо"}\n'
    assert "40 px high, less than 48 px" in broken(themed(tmp_path, text=PROJECT + own))["PUB-01"]
