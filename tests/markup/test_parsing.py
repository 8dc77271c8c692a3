"""Bodies: what an editor writes, and the document that comes of it."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.markup.findings import Finding
from sitegen.markup.parsing import Parsed, parse_markdown
from sitegen.markup.words import MarkupWords
from sitegen.model.document import CLOSE, OPEN, Document, Heading
from sitegen.problems import Severity

WORDS = MarkupWords(
    back_to_text="Обратно към текста (бележка {number})", note="Забележка", warning="Внимание", quote="Цитат"
)


def parsed(text: str, language: str = "bg", first_line: int = 1) -> Parsed:
    return parse_markdown(text, language=language, first_line=first_line, words=WORDS)


def document(text: str, language: str = "bg") -> Document:
    """The document of a text that has nothing wrong with it."""
    result = parsed(text, language)
    assert result.problems == ()
    return result.document


def html(text: str, language: str = "bg") -> str:
    """All sections' HTML in one line."""
    sections = parsed(text, language).document.sections
    return re.sub(r">\n+<", "><", "".join(section.html for section in sections)).strip()


def told(result: Parsed) -> list[str]:
    return [f"{found.line}:{found.column} {found.code} {found.message}" for found in result.problems]


def test_nothing_is_an_empty_document() -> None:
    assert document("") == document(" \n\n") == Document()


# ── lists, tables, notes ────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Увод:\n- едно\n- две", "<p>Увод:</p><ul><li>едно</li><li>две</li></ul>"),
        ("Увод:\n* едно", "<p>Увод:</p><ul><li>едно</li></ul>"),
        ("Увод:\n1. едно\n2. две", "<p>Увод:</p><ol><li>едно</li><li>две</li></ol>"),
        ("> Увод:\n> - едно", "<blockquote><p>Увод:</p><ul><li>едно</li></ul></blockquote>"),
        ("роден на\n15. май", "<p>роден на\n15. май</p>"),
        ("3. трето\n4. четвърто", '<ol start="3"><li>трето</li><li>четвърто</li></ol>'),
        ("```\nУвод:\n- едно\n```", "<pre><code>Увод:\n- едно\n</code></pre>"),
    ],
)
def test_list_needs_no_blank_line(text: str, expected: str) -> None:
    assert html(text) == expected


def test_tables_are_aligned_by_class() -> None:
    table = html("| А | Б | В | Г |\n|:--|--:|:-:|---|\n| 1 | 2 | 3 | 4 |")
    assert '<th class="left" scope="col">А</th><th class="right" scope="col">Б</th>' in table
    assert '<td class="center">3</td><td>4</td>' in table
    assert "style" not in table


def test_a_class_of_a_cell_stays_beside_its_alignment() -> None:
    assert '<td class="sum right">2</td>' in html("| А | Б |\n|---|--:|\n| 1 | 2 {.sum} |")


def test_definition_lists() -> None:
    assert html("Дума\n:   значение") == "<dl><dt>Дума</dt><dd>значение</dd></dl>"


@pytest.mark.parametrize("name", ["note", "warning"])
def test_notes_have_a_title_and_a_role(name: str) -> None:
    label = getattr(WORDS, name)
    block = html(f"::: {name} Важно *днес*\nТекст:\n- едно\n\nоще\n:::\n\nслед")
    assert block == (
        f'<div aria-label="{label}" class="{name}" role="note"><p class="{name}-title">Важно <em>днес</em></p>'
        "<p>Текст:</p><ul><li>едно</li></ul><p>още</p></div><p>след</p>"
    )
    assert f'<p class="{name}-title">{label}</p>' in html(f"::: {name}\nТекст\n:::")


def test_quotes_are_quotations_and_blocks_nest() -> None:
    assert html("::: quote\nДума\n:::") == '<blockquote class="quote"><p>Дума</p></blockquote>'
    nested = html("::: quote Кметът\n:::: note Бел.\nа\n::::\nб\n:::")
    assert nested == (
        '<blockquote class="quote"><p class="quote-title">Кметът</p><div aria-label="Забележка" class="note" '
        'role="note"><p class="note-title">Бел.</p><p>а</p></div><p>б</p></blockquote>'
    )


def test_an_unclosed_or_unknown_block_is_told_and_shown() -> None:
    result = parsed("текст\n\n::: note Т\nедно\n", first_line=10)
    assert told(result) == ["12:1 SYN-10 the block 'note' is never closed"]
    assert "едно" in result.document.text
    result = parsed("::: бележка Заглавие\nедно\n:::\n\n  :::\n")
    assert told(result) == ["1:1 SYN-10 there is no block 'бележка'", "5:3 SYN-10 ':::' closes no block"]
    assert result.problems[0].severity is Severity.ERROR
    assert result.document.text == "Заглавие\nедно"


def test_blocks_in_code_are_code() -> None:
    assert html("~~~ {.yaml}\n::: note\n~~~") == '<pre><code class="language-yaml">::: note\n</code></pre>'
    assert html("```\nкод без край") == "<p>```\nкод без край</p>"
    assert html("```\nа < б\n```\n```\nв\n```").count("<pre>") == 2


def test_an_end_lost_in_raw_html_closes_nothing() -> None:
    result = parsed("::: note\n<div>\n\n:::\n\n</div>\n\nслед")
    assert result.document.text == "Забележка\nслед"
    assert parsed("<div>\n\n::: note\n\n</div>\nх\n:::\nслед").document.text == "х\nслед"


# ── words ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_text_is_set_by_the_rules_of_its_language() -> None:
    assert html('Каза "да" за 5 км') == "<p>Каза „да“ за 5\u00a0км</p>"
    assert html('He said "yes"', "en") == "<p>He said “yes”</p>"
    assert html('Каза ["да"]{lang=en} "не"') == '<p>Каза <span lang="en">“да”</span> „не“</p>'


def test_what_stands_before_decides_how_a_quotation_closes() -> None:
    assert html('"Нова *градска* среда"') == "<p>„Нова <em>градска</em> среда“</p>"


@pytest.mark.parametrize(
    "code", ['`"a" -- 5 км`', '<kbd>"a"</kbd>', '<pre>"a"</pre>', '```\n"a"\n```', '    "a"', "<https://a.bg/--b>"]
)
def test_code_and_addresses_are_not_set(code: str) -> None:
    shown = html(code)
    assert '"a"' in shown or "https://a.bg/--b" in shown


def test_a_long_text_is_set_piece_by_piece() -> None:
    text = document('"дума" ' * 2000).text
    assert text.count("„дума“") == 2000


def test_the_plain_text_has_a_line_a_block_and_no_marks() -> None:
    text = "# Заглавие\n\nЕдно *две*\nтри[^1]. [връзка](x)\n\n- а\n- б\n\n[^1]: Бележка"
    assert document(text).text == "Заглавие\nЕдно две три. връзка\nа\nб\nБележка"


def test_phrases_carry_their_language() -> None:
    assert html("Това е [текст]{lang=ru} и [друг]{.x lang=en}.") == (
        '<p>Това е <span lang="ru">текст</span> и <span class="x" lang="en">друг</span>.</p>'
    )
    assert (
        html("[скоба] и [скоба] {не} и {проект} и [отворена") == "<p>[скоба] и [скоба] {не} и {проект} и [отворена</p>"
    )


def test_attribute_lists_work_several_times_on_a_line() -> None:
    assert html("*а*{.x} *б*{#y lang=en}") == '<p><em class="x">а</em> <em id="y" lang="en">б</em></p>'
    assert html("Абзац\n{#p .lead}") == '<p class="lead" id="p">Абзац</p>'


def test_unknown_attributes_are_dropped_with_a_word() -> None:
    result = parsed("Абзац\n{.x style=color:red onclick=a}\n\n[а](б){href=в data-x=1}")
    assert [str(found.message).split(" of")[0] for found in result.problems] == [
        f"the attribute '{name}'" for name in ("onclick", "style", "data-x", "href")
    ]
    assert {(found.line, found.code) for found in result.problems} == {(2, "SYN-11"), (4, "SYN-11")}
    assert result.document.sections[0].html.startswith('<p class="x">Абзац</p>')
    assert [link.target for link in result.document.links] == ["б"]


def test_a_word_in_an_attribute_list_is_no_attribute() -> None:
    result = parsed("[дума]{.x втора}")
    assert told(result) == ["1:7 SYN-11 the attribute 'втора' of <span> is not allowed here and was left out"]
    assert result.document.sections[0].html == '<p><span class="x">дума</span></p>'


def test_an_attribute_list_broken_by_a_control_character_is_one() -> None:
    assert html("Абзац\n{\x00.x}") == '<p class="x">Абзац</p>'


def test_emphasis_that_the_library_tangles() -> None:
    assert html("*]**!*&amp;край") == "<p><em>]</em><em>!</em>&amp;край</p>"
    assert html("**силно** и *меко* и ***двете***") == (
        "<p><strong>силно</strong> и <em>меко</em> и <strong><em>двете</em></strong></p>"
    )


def test_footnotes_lead_there_and_back_and_are_no_links() -> None:
    text = "Първо[^б 2] второ[^а] пак[^а]\n\n[^а]: Вторa.\n[^б 2]: Първa [връзка](x).\n[^в]:"
    found = document(text)
    shown = "".join(section.html for section in found.sections)
    assert '<sup id="fnref:б-2"><a class="footnote-ref" href="#fn:б-2">1</a></sup>' in shown
    assert 'aria-label="Обратно към текста (бележка 1)" class="footnote-backref" href="#fnref:б-2">↩</a>' in shown
    assert 'href="#fnref2:а"' in shown
    assert [link.target for link in found.links] == ["x"]
    assert {"fn:а", "fn:в", "fnref:а", "fnref2:а"} <= found.anchors


# ── headings and sections ───────────────────────────────────────────────────────────────────────────────────────────


def test_cyrillic_headings_get_transliterated_ids() -> None:
    found = document("## Щъркелът\n\n## Щъркелът\n\n## „…“\n\n### Цели {#g1 .big}\n")
    assert [heading.id for heading in found.headings] == ["shtarkelat", "shtarkelat-2", "section", "g1"]
    assert found.headings[3] == Heading(level=3, id="g1", text="Цели", line=7, column=1)
    assert found.anchors == {"shtarkelat", "shtarkelat-2", "section", "g1"}


def test_a_made_id_keeps_clear_of_a_later_written_one() -> None:
    found = document("## Цели\n\n## Задачи {#tseli}\n\nтекст\n{#zadachi}")
    assert [heading.id for heading in found.headings] == ["tseli-2", "tseli"]


def test_many_headings_of_one_name() -> None:
    found = document("## А\n\n" * 150)
    assert len({heading.id for heading in found.headings}) == 150


def test_an_id_that_stands_twice_is_told_at_the_second() -> None:
    result = parsed("## А {#x}\n\n## Б {#x}\n\n<p id='x'>в</p>", first_line=5)
    assert told(result) == [
        "7:1 FLD-08 the id 'x' stands twice on the page",
        "9:1 FLD-08 the id 'x' stands twice on the page",
    ]
    assert [heading.id for heading in result.document.headings] == ["x", "x-2"]
    assert '<p id="x-3">' in result.document.sections[1].html


def test_a_tag_that_had_to_be_opened_again_has_one_id() -> None:
    result = parsed("<div><b id='x'>а<p>б</b>в</p></div>")
    assert result.problems == ()
    assert result.document.sections[0].html.count('id="x"') == 1
    assert html("<p id=' '>а</p>") == "<p>а</p>"


def test_sections_are_cut_at_top_level_headings_alone() -> None:
    text = "Увод\n\n# Едно\n\nтекст\n\n> ## В цитат\n\n- # В списък\n\n::: note\n## В бележка\n:::\n\nДве\n===\n\nкрай\n\n## *Три* и [x](y)\n"
    found = document(text)
    assert [section.heading.text if section.heading else None for section in found.sections] == [
        None, "Едно", "Две", "Три и x",
    ]  # fmt: skip
    assert [heading.text for heading in found.headings] == [
        "Едно", "В цитат", "В списък", "В бележка", "Две", "Три и x",
    ]  # fmt: skip
    assert [(heading.line, heading.column) for heading in found.headings] == [
        (3, 1), (7, 3), (9, 3), (12, 1), (15, 1), (20, 1),
    ]  # fmt: skip
    assert found.sections[0].html == "<p>Увод</p>"
    assert '<h2 id="v-tsitat">В цитат</h2>' in found.sections[1].html
    assert "Едно" not in found.sections[1].html
    assert found.sections[3].html == ""
    assert [heading.level for heading in found.headings] == [1, 2, 1, 2, 1, 2]


def test_lines_are_counted_whatever_ends_them() -> None:
    assert [heading.line for heading in document("а\r\n\r\n# б\r\r# в\n\n\x00\ue000# г").headings] == [3, 5, 7]


# ── raw HTML ────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("raw", "complaint", "shown"),
    [
        ("<script>alert(1)</script>", "<script> is not allowed here and was left out", ""),
        ("<iframe src='x'>видео</iframe>", "<iframe> is not allowed here and was left out", ""),
        ("<font color=red>дума</font>", "<font> is not allowed here and was left out", "дума"),
        ("<o:p>дума</o:p>", "<o:p> is not allowed here and was left out", "дума"),
        ("<b style='color:red'>дума</b>", "the attribute 'style' of <b> is not allowed here and was left out", "<b>дума</b>"),
        ("<b onclick=x>дума</b>", "the attribute 'onclick' of <b> is not allowed here and was left out", "<b>дума</b>"),
        (
            "<a href='java&#115;cript:x'>дума</a>",
            "'javascript:x' is no address that a page may lead to; it was left out",
            "дума",
        ),
        ("<img alt='x'>", "a picture without an address was left out", ""),
    ],
)  # fmt: skip
def test_raw_html_is_cleaned_with_a_word(raw: str, complaint: str, shown: str) -> None:
    result = parsed(f"ред\n\nТекст {raw} край", first_line=4)
    assert told(result) == [f"6:7 SYN-11 {complaint}"]
    assert result.problems[0].severity is Severity.WARNING
    expected = re.sub(" +", " ", f"<p>Текст {shown} край</p>")
    assert re.sub(" +", " ", result.document.sections[0].html.splitlines()[-1]) == expected


def test_markdown_links_are_cleaned_with_a_word_too() -> None:
    result = parsed("[лошо](javascript:alert) и ![x](data:image/png;base64,x)")
    assert [found.code for found in result.problems] == ["SYN-11", "SYN-11"]
    assert result.document.links == ()
    assert result.document.sections[0].html == "<p>лошо и </p>"


def test_html_in_comments_and_code_is_nobodys_loss() -> None:
    assert parsed("<!-- <script> <b onclick='x'> -->\n\n`<script>` и\n\n    <iframe>").problems == ()


def test_what_is_allowed_stays() -> None:
    raw = '<details class="x" open><summary>А</summary><p lang="en" title="t">б<br>в</p></details>'
    assert html(raw) == raw.replace(" open", ' open=""')
    assert parsed(raw).problems == ()


def test_tags_that_swallow_the_rest_swallow_nothing() -> None:
    result = parsed("<plaintext>\n\nа <textarea> б\n\n# В")
    assert [heading.text for heading in result.document.headings] == ["В"]
    assert [found.code for found in result.problems] == ["SYN-11", "SYN-11"]


# ── any input ───────────────────────────────────────────────────────────────────────────────────────────────────────

PIECES = """[ | ] | ( | ) | ! | < | > | ` | ``` | ~~~ | * | ** | _ | # | ##  | -  | 1.  | >  | --- | === | : | ::: note
| ::: | {#a} | {.decorative} | {lang=en} | { | } | [^1] | [^1]:  | [a]:  | ](b) | ](<b c>) | <a href='x'> | </a> | <div>
| </div> | <script> | </script> | <style> | <p style='x'> | <img src=x> | &amp; | & | \\ | <img onerror=y src=z alt='q'>
| <!-- | --> | <![ | <![CDATA[ | ]]> | <? | ?> | " | ' | „ | дума | <http://x.bg> | <m@x> | \ue000 | \ue001 | \ue00c
| \x02 | \x03 | <svg> | <h2 id=a> | </h2> | <table> | <td> | <li> | <b> | </b> | <plaintext> | <textarea> | <iframe>
| <pre> | <br/> | javascript:x | {style=x} | <template> | %D0%B0 | %ff | ///Footnotes Go Here///"""
TANGLED = st.lists(
    st.sampled_from([*(piece.strip("\n") for piece in PIECES.split(" | ")), "|", "\n", "\n\n", "    ", " ", "\r", "\t"])
).map("".join)


def sound(result: Parsed, text: str) -> None:
    """Nothing dangerous, nothing of ours left over, each mark closed once, places within the text."""
    shown = "".join(section.html for section in result.document.sections)
    assert not re.search(r"<script|<[^>]* style=|<[^>]* on\w+=", shown, re.IGNORECASE)
    assert not re.search("[\ue002-\ue00f\x02\x03]|klzzwxh|wzxhzdk", f"{shown}{result.document.text}{result!r}")
    for number, link in enumerate(result.document.links):
        assert shown.count(f"{OPEN}{number}{CLOSE}") <= 1
        ends = shown.count(f"{OPEN}/{number}{CLOSE}")
        assert ends == (0 if link.is_picture else shown.count(f"{OPEN}{number}{CLOSE}"))
    lines = re.split("\r\n|\r|\n", text)
    places = [(found.line, found.column) for found in result.problems]
    places += [(link.line, link.column) for link in result.document.links]
    places += [(heading.line, heading.column) for heading in result.document.headings]
    for line, column in places:
        assert 1 <= column <= len(lines[line - 1]) + 1


@given(TANGLED | st.text())
def test_any_text_is_answered(text: str) -> None:
    sound(parsed(text), text)


@given(TANGLED)
def test_the_same_text_gives_the_same_answer(text: str) -> None:
    assert parsed(text) == parsed(text)


def test_half_characters_are_answered() -> None:
    assert parsed("а\ud800б").document.text == "а\ufffdб"


@pytest.mark.parametrize("text", ["- " * 3000, "> " * 3000, "<div>" * 3000, "::: note\n" * 3000])
def test_what_is_nested_too_deep_is_told_and_shown_as_it_stands(text: str) -> None:
    result = parsed(text + "дума", first_line=3)
    assert "SYN-12" in {found.code for found in result.problems} or "<blockquote>" in html(text)
    assert result.document.text.endswith("дума")


@pytest.mark.parametrize("piece", ["дума 5 км ", "[", "<a ", "[а](б) ", "*а ", "`", '"'])
def test_a_line_of_megabytes_is_answered(piece: str) -> None:
    text = piece * (200_000 // len(piece))
    sound(parsed(text), text)


def test_what_is_too_dear_is_told_where_it_begins() -> None:
    result = parsed("ред\n\nдума " + "[а](б) " * 4_000)
    assert any(line.startswith("3:") and "SYN-12 a paragraph of " in line for line in told(result))
    assert result.document.links == ()


def test_more_signs_than_a_page_needs_are_told_of_the_whole() -> None:
    result = parsed("ред\n\nдума " + "[а](б) " * 20_000)
    assert told(result)[0].startswith("1:1 SYN-12 the text holds more ")
    assert result.document.links == ()


@pytest.mark.parametrize(
    "piece", ["# а\n", *(pytest.param(piece, marks=pytest.mark.long) for piece in ("---\n", "а\n: б\n", "- а\n\n"))]
)
def test_what_is_cut_into_too_many_blocks_is_told_and_shown_as_it_stands(piece: str) -> None:
    result = parsed(piece * 9_900, first_line=3)
    assert told(result) == ["3:1 SYN-12 the text holds more lists, tables, links or tags than a page can have"]
    assert result.document.text == piece * 9_900
    assert [section.html[:5] for section in result.document.sections] == ["<pre>"]


def test_a_megabyte_of_prose_is_read() -> None:
    result = parsed(("Проектът се осъществява с финансовата подкрепа на Съюза. " * 10 + "\n\n") * 900)
    assert result.problems == ()
    assert result.document.text.count("\n") == 899


def test_brackets_have_an_end_within_reach() -> None:
    for text, links in (
        ("[" * 19 + "а" + "]" * 19 + "(б)", 1),
        ("[" * 30 + "а" + "]" * 30 + "(б)", 0),
        (f"[{'а' * 1900}](б)", 1),
        (f"[{'а' * 2100}](б)", 0),
        (f"[а]({'б' * 1900})", 1),
        (f"[а]({'б' * 2100})", 0),
    ):
        assert len(parsed(text).document.links) == links


def test_findings_are_in_order_and_told_once() -> None:
    result = parsed("<b style=x>а</b>\n\n![](x)\n\n::: foo\n:::")
    assert [(found.line, found.code) for found in result.problems] == [(1, "SYN-11"), (3, "A11Y-01"), (5, "SYN-10")]
    assert all(isinstance(found, Finding) for found in result.problems)


def test_a_footnote_that_nothing_refers_to_has_no_way_back() -> None:
    shown = "".join(section.html for section in document("Текст[^1].\n\n[^1]: Едно.\n[^2]: Две.\n").sections)
    assert shown.count("footnote-backref") == 1
    assert 'href="#fnref:1"' in shown
    assert "Две." in shown
