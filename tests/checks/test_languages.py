"""Languages: text in another language than its file, and text that was not translated."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.read.folder import Folder, page, project, read_folder

BULGARIAN = "Дневният център подкрепя деца и младежи с трайни увреждания, които живеят в общината."
RUSSIAN = "Дневной центр помогает детям и молодёжи, которые живут в общине, и поддерживает их семьи."
ENGLISH = "The day centre supports children and young people with disabilities who live in the municipality."
TEXTS = {"bg": BULGARIAN, "ru": RUSSIAN, "en": ENGLISH}


def read(root: Path, language: str, body: str, head: str = "") -> Folder:
    """A page in a language, beside a Bulgarian one with other words; its body begins on line 4."""
    source = f"-- pages/a.bg.md --\n{page()}" if language != "bg" else ""
    return read_folder(root, f"{source}-- pages/a.{language}.md --\n---\ntitle: A\n{head}---\n{body}\n")


def codes(folder: Folder) -> list[str]:
    """Place and code of what is said of languages."""
    return [f"{p.at.line}:{p.at.column} {p.code}" for p in folder.problems if p.code in ("LNG-03", "LNG-04")]


@pytest.mark.parametrize("language", ["bg", "ru", "en"])
@pytest.mark.parametrize("text", ["bg", "ru", "en"])
def test_a_text_is_in_the_language_of_its_file(tmp_path: Path, language: str, text: str) -> None:
    folder = read(tmp_path, language, f"\n  {TEXTS[text]}", f"summary: {TEXTS[text]}\n")
    assert codes(folder) == ([] if language == text else ["3:10 LNG-04", "6:3 LNG-04"])
    assert folder.errors == []


@pytest.mark.parametrize(("language", "text", "said"), [
    ("bg", ENGLISH, "this text is in Latin letters, the language of the file is 'bg'"),
    ("en", RUSSIAN, "this text is in Cyrillic letters, the language of the file is 'en'"),
    ("ru", BULGARIAN, "this text is in 'bg', the language of the file is 'ru'"),
])  # fmt: skip
def test_what_is_said(tmp_path: Path, language: str, text: str, said: str) -> None:
    assert read(tmp_path, language, text).says("LNG-04") == (
        f"{said} | Translate it, or say its language where it is meant so: [text]{{lang=en}}."
    )


@pytest.mark.parametrize("body", [
    f"“{ENGLISH}”",
    f"> {ENGLISH}",
    f"[{ENGLISH}]{{lang=en}}",
    f"{ENGLISH}\n{{: lang=en}}",
    f'<p lang="en">{ENGLISH}</p>',
    f"[{ENGLISH}](https://example.org/)",
    f"`{ENGLISH}`",
    f"```\n{ENGLISH}\n```",
    f"| A |\n|---|\n| {ENGLISH} |",
    f"Текст.[^1]\n\n[^1]: {ENGLISH}",
    f"Изданието „{ENGLISH}“ описва тази мярка.",
    "## Center for Social Work Vranje",
    "- BG16RFOP001-5.001-0042-C01\n- Interreg IPA CBC Bulgaria – Serbia\n- European Regional Development Fund",
    "office@example.bg https://example.org/the/day/centre/supports/children plan.en.pdf",
    "Rue de la Loi 200, 1049 Bruxelles, Belgique",
])  # fmt: skip
def test_what_may_be_in_another_language(tmp_path: Path, body: str) -> None:
    assert codes(read(tmp_path, "bg", body)) == []


def test_names_may_be_in_another_language(tmp_path: Path) -> None:
    head = (
        "places: [{id: p1, name: Център, address: at the very end of the street near the river}]\n"
        "documents: [{file: a.pdf, title: The guidelines for all applicants of the programme}]\n"
    )
    folder = read_folder(tmp_path, f"-- projects/park/index.bg.md --\n{project(head)}")
    assert codes(folder) == []


def translated(root: Path, language: str, head: str, body: str) -> Folder:
    """A project with a goal and a paragraph in Bulgarian, and a translation; its head goes on in line 3."""
    source = project(
        "summary: Услуги за деца и младежи в община Ружинци\n"
        "goals: [{id: g1, text: По-добър достъп до социални услуги}]\n"
        "contact: {unit: Община Ружинци, address: село Ружинци в центъра на селото}\n"
        "places: [{id: p1, name: Center for social work of Vranje}]\n",
        f"{BULGARIAN}\n\n- BG16RFOP001-5.001\n\nДеца и младежи в риск",
    )
    translation = f"---\ntitle: Park\n{head}---\n{body}\n"
    return read_folder(
        root, f"-- projects/a/index.bg.md --\n{source}-- projects/a/index.{language}.md --\n{translation}"
    )


@pytest.mark.parametrize("language", ["ru", "en"])
def test_a_text_that_is_the_same_in_the_source_is_told_once(tmp_path: Path, language: str) -> None:
    folder = translated(
        tmp_path,
        language,
        "summary: 'Услуги за деца и младежи в община Ружинци'\ngoals: {g1: По-добър достъп до социални услуги}\n",
        f"{BULGARIAN.replace(' и ', chr(10) + 'и ')}\n\nДеца и младежи в риск",
    )
    assert codes(folder) == ["3:10 LNG-03", "4:13 LNG-03", "6:1 LNG-03", "9:1 LNG-03"]
    first = next(p for p in folder.problems if p.code == "LNG-03")
    assert not first.is_error
    assert f"{first.message} | {first.hint}" == (
        "this text is the same in content/projects/a/index.bg.md: it is not translated | "
        "Translate it. A field that you delete here shows the original, marked with its language."
    )


@pytest.mark.parametrize(("head", "body"), [
    ("summary: Услуги детям и молодёжи\n", RUSSIAN),
    ("contact: {unit: Община Ружинци, address: село Ружинци в центъра на селото}\n", ""),
    ("places: {p1: Center for social work of Vranje}\n", ""),
    ("", "- BG16RFOP001-5.001"),
    ("", "Дети и молодёжь в риске\n\nДеца и младежи"),
    ("", "[Деца и младежи в риск]{lang=bg}"),
])  # fmt: skip
def test_what_may_be_the_same(tmp_path: Path, head: str, body: str) -> None:
    assert codes(translated(tmp_path, "ru", head, body)) == []


def test_a_source_is_not_compared_with_itself(tmp_path: Path) -> None:
    folder = read_folder(tmp_path, f"-- pages/a.bg.md --\n{page('', f'{BULGARIAN}{chr(10) * 2}{BULGARIAN}')}")
    assert folder.found == []


def test_the_first_language_of_only_is_the_source(tmp_path: Path) -> None:
    head = "only: [ru, en]\n"
    folder = read_folder(
        tmp_path,
        f"-- pages/a.ru.md --\n---\ntitle: А\n{head}---\n{RUSSIAN}\n-- pages/a.en.md --\n---\ntitle: A\n---\n{RUSSIAN}\n",
    )
    assert codes(folder) == ["4:1 LNG-03"]


def test_a_text_beyond_reading_is_not_judged(tmp_path: Path) -> None:
    assert codes(read(tmp_path, "bg", f"{ENGLISH} " * 1100)) == []


@pytest.mark.parametrize(("title", "told"), [("Парк", ["2:8 LNG-03"]), ("Park", []), ("EU", [])])
def test_a_title_of_one_word_in_another_script_was_copied(tmp_path: Path, title: str, told: list[str]) -> None:
    original = "EU" if title == "EU" else "Парк"
    folder = read_folder(
        tmp_path,
        f"-- pages/a.bg.md --\n---\ntitle: {original}\n---\n\n-- pages/a.en.md --\n---\ntitle: {title}\n---\n",
    )
    assert codes(folder) == told


def test_a_title_may_be_the_same_where_the_script_is(tmp_path: Path) -> None:
    folder = read_folder(
        tmp_path, "-- pages/a.bg.md --\n---\ntitle: Парк\n---\n\n-- pages/a.ru.md --\n---\ntitle: Парк\n---\n"
    )
    assert codes(folder) == []
