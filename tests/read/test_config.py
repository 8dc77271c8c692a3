"""Settings: site.yaml, organisations.yaml, programmes.yaml, each mistake at its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from sitegen.read.config import read_config
from tests.read.folder import Folder, page, project, read_folder
from tests.sites import SITE, write_files


def settings(root: Path, more: str) -> Folder:
    """A site with more lines in site.yaml, from line 5 on."""
    return read_folder(root, f"-- site.yaml --\n{SITE}{more}")


def organisations(root: Path, text: str, more: str = "") -> Folder:
    """A site whose organisations.yaml has the owner on line 1 and more below."""
    return read_folder(root, f'-- organisations.yaml --\nobshtina: {{name: {{bg: "Община"}}}}\n{text}{more}')


# ── what must be there ──────────────────────────────────────────────────────────────────────────────────────────────


def told(root: Path) -> list[str]:
    """What is wrong with a content folder that cannot be read."""
    config, problems = read_config(root)
    assert config is None
    return [f"{p.at} {p.code} {p.message}" for p in problems if "organisations" not in p.at.path]


def test_a_missing_folder_is_reported_on_its_path(tmp_path: Path) -> None:
    assert told(tmp_path / "content") == ["content:1:1 SYN-07 there is no content folder 'content'"]


def test_a_missing_site_yaml_is_reported_on_its_path(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    assert told(tmp_path / "content") == ["content/site.yaml:1:1 SYN-07 there is no site.yaml in the content folder"]


@pytest.mark.parametrize(("text", "expected"), [
    ("", ["1:1 FLD-02 'languages' is missing"]),
    ("languages: bg\n", ["1:12 FLD-05 a list is expected here: one '- …' a line, or […]"]),
    ("languages: [bg, BG]\n", ["1:12 FLD-03 the languages must be different codes of two or three letters"]),
    ("languages: [bg, bg]\n", ["1:12 FLD-03 the languages must be different codes of two or three letters"]),
    ("- a\n", ["1:1 SYN-08 'key: value' is expected here, a key and a colon on each line"]),
    ("title: {bg: П\n", ["1:8 SYN-02 '{' is opened here and not closed"]),
    ("languages: [bg]\n", ["1:1 FLD-02 'title' is missing", "1:1 FLD-02 'url' is missing", "1:1 FLD-02 'owner' is missing"]),
    ("languages: [bg]\ntitle: Проекти\nurl: x.bg\nowner: a\n",
     ["2:8 FLD-05 a map of 'key: value' is expected here", "3:6 FLD-03 'x.bg' is not the address of a site"]),
])  # fmt: skip
def test_settings_without_which_nothing_can_be_read(tmp_path: Path, text: str, expected: list[str]) -> None:
    content = write_files(tmp_path, f"-- site.yaml --\n{text}")
    assert told(content) == [f"content/site.yaml:{line}" for line in expected]


def test_settings_in_another_encoding_are_named(tmp_path: Path) -> None:
    content = write_files(tmp_path, "")
    (content / "site.yaml").write_bytes("title: {bg: Проекти}".encode("cp1251"))
    assert told(content) == ["content/site.yaml:1:1 SYN-01 the file is in Windows-1251 (cp1251), not in UTF-8"]


# ── single settings ─────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(("line", "column", "code", "said"), [
    ("foo: x", 1, "FLD-01", "unknown key 'foo' | Known keys: title, url"),
    ("languges: x", 1, "FLD-01", "unknown key 'languges' | Did you mean 'languages'?"),
    ("title: {bg: А}", 1, "SYN-04", "the key 'title' stands here twice, the first time on line 1 | Keep one"),
    ("contact: {unit: {de: x}}", 18, "ADR-05", "'de' is not a language of the site | The languages are bg, en, ru"),
    ("contact: {email: x}", 18, "FLD-03", "'x' is not an e-mail address | "),
    ("share: {bg: [facebok]}", 14, "FLD-03", "'facebok' is not a value of this field | Did you mean 'facebook'?"),
    ("require_languages: {project: [bg, de]}", 35, "ADR-05", "'de' is not a language of the site | "),
    ("require_languages: {projects: [bg]}", 21, "FLD-01", "unknown key 'projects' | Did you mean 'project'?"),
    ("accessibility: {status: ful}", 25, "FLD-03", "'ful' is not a value of this field | Did you mean 'full'?"),
    ("accessibility: {method: self}", 16, "FLD-02", "'status' is missing | "),
    ("accessibility: {status: none, authority: eg, prepared: 2026-11-01, feedback: {email: a@b.bg}, items: [{text: {bg: X}, reason: burden}]}", 42, "REF-01", "there is no organisation 'eg' in organisations.yaml | Known: "),
    ("host: iis", 7, "FLD-03", "'iis' is not a value of this field | Choose one of: generic, netlify"),
    ("editor_language: ru", 18, "FLD-03", "'ru' is not a value of this field | "),
    ("gone: [star]", 8, "ADR-09", "'star' is not an address of this site | "),
    ('brand: "#0B2F"', 8, "FLD-03", None),
    ('brand: "#ffee00"', 8, None, None),
    ("font: arial", 7, "FLD-03", None),
    ("publish: x", 10, "FLD-05", None),
])  # fmt: skip
def test_a_wrong_setting_is_told_at_its_place(
    tmp_path: Path, line: str, column: int, code: str | None, said: str | None
) -> None:
    folder = settings(tmp_path, f"{line}\n")
    [problem] = folder.problems
    assert str(problem.at) == f"content/site.yaml:5:{column}"
    assert code in (None, problem.code)
    assert f"{problem.message} | {problem.hint}".startswith(said or "")
    assert str(problem.hint)


def test_the_owner_must_be_an_organisation(tmp_path: Path) -> None:
    folder = read_folder(tmp_path, f"-- site.yaml --\n{SITE.replace('obshtina', 'obstina')}")
    assert folder.found == ["site.yaml:4:8 REF-01"]
    assert folder.says("REF-01") == (
        "there is no organisation 'obstina' in organisations.yaml | Did you mean 'obshtina'?"
    )


def test_without_organisations_the_advice_says_how_one_is_written(tmp_path: Path) -> None:
    folder = read_folder(tmp_path, "-- organisations.yaml --\n# празно\n")
    assert folder.says("REF-01").endswith("| Write it there first: the id, and below it type and name.")


# ── organisations and programmes ────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(("text", "place", "code"), [
    ("b: {type: ministry}\n", "2:4", "FLD-02"),
    ("b: Община\n", "2:4", "FLD-05"),
    ("b: {nmae: {bg: Б}}\n", "2:5", "FLD-01"),
    ("b: {name: {bg: Б}, type: kmetstvo}\n", "2:26", "FLD-03"),
    ("b: {name: {bg: Б}, eik: 12}\n", "2:25", "FLD-03"),
    ("b: {name: {bg: Б}, website: b.bg}\n", "2:29", "FLD-03"),
    ("b: {name: {bg: Б}, emails: [b]}\n", "2:29", "FLD-03"),
    ("b: {name: {bg: Б, de: B}}\n", "2:19", "ADR-05"),
    ("b: {name: {bg: Б}, logo: l.svg}\n", "2:26", "DOC-01"),
    ("obshtina: {name: {bg: Б}}\n", "2:1", "SYN-04"),
    ("b: [\n", "2:4", "SYN-02"),
])  # fmt: skip
def test_a_wrong_organisation_is_told_at_its_place(tmp_path: Path, text: str, place: str, code: str) -> None:
    assert f"organisations.yaml:{place} {code}" in organisations(tmp_path, text).errors


def test_what_a_broken_organisations_file_lacks_is_not_reported_again(tmp_path: Path) -> None:
    folder = organisations(tmp_path, "b: [\n", f"-- projects/park/index.bg.md --\n{project()}")
    assert folder.errors == ["organisations.yaml:2:4 SYN-02"]


def test_a_folder_in_place_of_a_settings_file_is_reported(tmp_path: Path) -> None:
    content = write_files(tmp_path, "")
    (content / "organisations.yaml").unlink()
    (content / "organisations.yaml").mkdir()
    _, problems = read_config(content)
    assert [f"{p.at} {p.code}" for p in problems] == ["content/organisations.yaml:1:1 SYN-07"]


@pytest.mark.parametrize(("text", "place", "code"), [
    ("p: {name: {bg: Б}, funds: [erdf]}\n", "1:4", "FLD-02"),
    ("p: {name: {bg: Б}, regime: national}\n", "1:4", "FLD-02"),
    ("p: {name: {bg: Б}, regime: 2014, funds: [erdf]}\n", "1:28", "FLD-03"),
    ("p: {name: {bg: Б}, regime: national, funds: [efrr]}\n", "1:46", "FLD-03"),
    ("p: {name: {bg: Б}, regime: national, funds: [own], managing_authority: x}\n", "1:72", "REF-01"),
])  # fmt: skip
def test_a_wrong_programme_is_told_at_its_place(tmp_path: Path, text: str, place: str, code: str) -> None:
    assert read_folder(tmp_path, f"-- programmes.yaml --\n{text}").errors == [f"programmes.yaml:{place} {code}"]


def test_a_programme_of_the_site_joins_those_that_come_along(tmp_path: Path) -> None:
    folder = read_folder(
        tmp_path,
        "-- programmes.yaml --\nmine: {name: {bg: Моя}, regime: national, funds: [own]}\n"
        f"-- projects/a.bg.md --\n{project().replace('oprg-2014-2020', 'mine')}"
        f"-- projects/b.bg.md --\n{project().replace('title: Парк', 'title: Друг парк')}",
    )
    assert folder.found == []


SHIPPED = """phare ophrd-2007-2013 oprd-2007-2013 oprg-2014-2020 ophrd-2014-2020 opgg-2014-2020 opseig-2014-2020 ope-2014-2020
fead-2014-2020 hrdp-2021-2027 drp-2021-2027 education-2021-2027 food-2021-2027"""


def test_the_shipped_programmes_are_those_of_the_format(tmp_path: Path) -> None:
    config, _ = read_config(write_files(tmp_path, ""))
    assert config
    assert set(config.programmes) == set(SHIPPED.split())


def test_organisations_may_be_many(tmp_path: Path) -> None:
    """The limit of 256 KB is one of front matter; a settings file may have 5 MB."""
    name = "Организация " * 20
    folder = organisations(tmp_path, "".join(f"o{n}: {{name: {{bg: {name}{n}}}}}\n" for n in range(1000)))
    assert folder.found == []


def test_own_keys_of_the_site_are_free(tmp_path: Path) -> None:
    assert settings(tmp_path, "x_map: {a: [b]}\n").found == []


def test_pages_are_read_with_the_languages_of_the_site(tmp_path: Path) -> None:
    text = "-- site.yaml --\ntitle: {en: A}\nurl: https://a.example/\nlanguages: [en]\nowner: o\n-- organisations.yaml --\no: {name: {en: O}}\n"
    folder = read_folder(tmp_path, f"{text}-- pages/a.en.md --\n{page()}-- pages/b.bg.md --\n{page()}")
    assert folder.found == ["pages/b.bg.md:1:1 ADR-05"]
