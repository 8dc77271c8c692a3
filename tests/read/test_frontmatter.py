"""Front matter: what is read as it stands, what is refused, and where the editor is sent."""

from __future__ import annotations

import pytest

from sitegen.model.raw import Entries, Items, Raw, Scalar
from sitegen.problems import Problem
from sitegen.read.decoding import PlacedMistake
from sitegen.read.frontmatter import Split, split_page


def plain(raw: Raw) -> object:
    """A raw value without places."""
    match raw:
        case Scalar(text):
            return text
        case Items(values):
            return [plain(value) for value in values]
        case Entries(pairs):
            return {key.text: plain(value) for key, value in pairs}


def head(text: str) -> Split:
    """A head between its fences, split and read."""
    return split_page(f"---\n{text}---\nТекст.", "a.md")


def value(text: str) -> object:
    """The entries of a head without problems."""
    split = head(text)
    assert split.problems == ()
    return plain(split.head)


def complaint(text: str) -> Problem:
    """The problem that ends the reading of a page."""
    with pytest.raises(PlacedMistake) as caught:
        split_page(text, "a.md")
    return caught.value.problem


def told(problem: Problem) -> str:
    """A problem in one line."""
    return f"{problem.at.line}:{problem.at.column} {problem.code} {problem.message} | {problem.hint}"


# ── the two halves ──────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(("text", "line"), [
    ("---\ntitle: А\n---\nТекст.", 4),
    ("---\ntitle: А\n---\n\n\nТекст.", 4),
    ("\n\n---\ntitle: А\n---\nТекст.", 6),
    ("---  \ntitle: А\n---\t\nТекст.", 4),
    ("---\n---\nТекст.", 3),
    ("\ufeff---\ntitle: А\n---\nТекст.", 4),
])  # fmt: skip
def test_a_body_knows_on_which_line_it_begins(text: str, line: int) -> None:
    split = split_page(text, "a.md")
    assert (split.body.strip(), split.body_line) == ("Текст.", line)
    assert text.split("\n")[line - 1 :] == split.body.split("\n")


def test_a_ruler_in_the_body_does_not_close_or_open_anything() -> None:
    split = split_page("---\ntitle: А\n---\nТекст.\n\n---\n\nОще.", "a.md")
    assert split.body == "Текст.\n\n---\n\nОще."


def test_places_count_characters_not_bytes() -> None:
    split = split_page('---\ntitle: "😀 Щъркелът"\nonly: [бг, ен]\n---\n', "a.md")
    (title, _), (only, languages) = split.head
    assert (title.at.line, title.at.column, only.at.line) == (2, 1, 3)
    assert isinstance(languages, Items)
    assert [(v.at.line, v.at.column) for v in languages.values] == [(3, 8), (3, 12)]


# ── YAML guesses nothing ────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("text", [
    "no", "yes", "on", "off", "null", "~", "true", "10:30", "036", "1.10", "1e3", "0x1F", "0o17", "1_000", ".5", "=",
    "2026-03-05", "05.03.2026", "2026-03-05 10:30", "515 000,00 лв.", "+359 78 551166", ".inf", "12:30:45", "<<",
])  # fmt: skip
def test_a_value_means_what_it_says(text: str) -> None:
    assert value(f"a: {text}\n") == {"a": text}
    assert value(f"a: [{text}]\n" if "," not in text else f"a:\n  - {text}\n") == {"a": [text]}


def test_a_key_means_what_it_says() -> None:
    assert value("no: a\n1: b\n10:30: c\n") == {"no": "a", "1": "b", "10:30": "c"}


def test_quotes_blocks_and_folds_are_read() -> None:
    assert value('a: "Проект: паркове"\nb: |\n  Ред\n  ред\nc: >\n  дълъг\n  ред\nd: \'„x“\'\n') == {
        "a": "Проект: паркове", "b": "Ред\nред\n", "c": "дълъг ред\n", "d": "„x“",
    }  # fmt: skip


@pytest.mark.parametrize("mark", ["\u2028", "\u2029", "\x85"])
def test_line_ends_of_other_programs_do_not_shift_the_lines(mark: str) -> None:
    from sitegen.read.decoding import decode

    split = split_page(decode(f"---\ntitle: Парк{mark}парк\nx: y\n---\n".encode()), "a.md")
    assert plain(split.head) == {"title": "Парк парк", "x": "y"}
    assert [key.at.line for key, _ in split.head] == [2, 3]


# ── refused ─────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(("text", "place"), [
    ("a: &x b\n", (2, 4)),
    ("a: *x\n", (2, 4)),
    ("a: !!int 3\n", (2, 4)),
    ("a: !x 3\n", (2, 4)),
    ("a: ! 3\n", (2, 4)),
    ("a: b\nc: {d: &e f}\n", (3, 8)),
    ("&a b: c\n", (2, 1)),
    ("a: !!python/object/apply:os.system [ls]\n", (2, 4)),
])  # fmt: skip
def test_anchors_aliases_and_tags_are_refused_where_they_stand(text: str, place: tuple[int, int]) -> None:
    problem = complaint(f"---\n{text}---\n")
    assert (problem.code, (problem.at.line, problem.at.column)) == ("SYN-05", place)
    assert "anchors (&), aliases (*), tags (!)" in str(problem.message)
    assert "quotes around a text that begins with & * or !" in str(problem.hint)


def test_merge_keys_are_refused_where_they_stand() -> None:
    split = head("title: А\n<<: {a: b}\n")
    assert [told(p)[:10] for p in split.problems] == ["3:1 SYN-05"]
    assert plain(split.head) == {"title": "А"}


def test_a_key_that_stands_twice_is_named_with_both_lines() -> None:
    split = head("title: А\nsummary: x\n\ntitle: Б\n")
    [problem] = split.problems
    assert told(problem) == (
        "5:1 SYN-04 the key 'title' stands here twice, the first time on line 2 | Keep one of the two lines."
    )
    assert plain(split.head) == {"title": "А", "summary": "x"}


def test_a_key_that_stands_twice_inside_braces_or_items_is_found_too() -> None:
    assert [told(p)[:12] for p in head("a:\n  - {b: 1, b: 2}\n").problems] == ["3:12 SYN-04 "]
    assert [told(p)[:11] for p in head("a:\n  b: 1\n  c: 2\n  b: 3\n").problems] == ["5:3 SYN-04 "]


def test_six_levels_are_read_and_a_seventh_is_refused() -> None:
    assert value("a: [[[[[x]]]]]\n") == {"a": [[[[["x"]]]]]}
    assert told(complaint("---\na: [[[[[[x]]]]]]\n---\n")) == (
        "2:9 SYN-06 the front matter nests deeper than 6 levels | "
        "See docs/content-format.md for the form of each field."
    )


def test_256_kilobytes_are_read_and_more_is_refused() -> None:
    lines = "".join(f"{n:05}: {'я' * 124}\n" for n in range(1024))
    assert len(split_page(f"---\n{lines}---\n", "a.md").head.pairs) == 1024
    problem = complaint(f"---\n{lines}#\n---\n")
    assert told(problem) == "1:1 SYN-06 the front matter is larger than 256 KB | Move long texts below the second ---."


def test_a_megabyte_of_text_is_read_and_more_is_refused() -> None:
    assert split_page("---\ntitle: А\n---\n" + "я" * (512 * 1024), "a.md").body == "я" * (512 * 1024)
    assert told(complaint("---\ntitle: А\n---\n" + "я" * (512 * 1024) + "!")) == (
        "4:1 SYN-06 the text below the front matter is larger than 1024 KB | "
        "Divide it into several pages, or offer it as a document."
    )


def test_ten_thousand_values_are_read_and_more_are_refused() -> None:
    values = "- а\n" * 9_997
    assert plain(split_page(f"---\na:\n{values}---\n", "a.md").head) == {"a": ["а"] * 9_997}
    assert told(complaint(f"---\na:\n{values}- б\n---\n")).startswith(
        "10000:3 SYN-06 there are more than 10000 keys and values before this place | "
    )


def test_a_value_of_twenty_thousand_characters_is_read_and_a_longer_one_is_refused() -> None:
    assert plain(split_page(f"---\na: {'я' * 20_000}\n---\n", "a.md").head) == {"a": "я" * 20_000}
    assert told(complaint(f"---\nb: а\na: '{'я' * 20_001}'\n---\n")) == (
        "3:4 SYN-06 the value that begins here has 20001 characters; 20000 may be | "
        "Look for a missing quotation mark, or move long texts below the second ---."
    )


def test_a_control_character_that_is_spelled_out_is_told_at_its_value() -> None:
    assert [told(p) for p in head('title: "А\\0Б"\n').problems] == [
        "2:8 SYN-02 an invisible control character (U+0000) stands here | Delete it; it came along with pasted text."
    ]


@pytest.mark.parametrize("text", ["- a\n- b\n", "само текст\n", "[a, b]\n", "title:Парк\n"])
def test_what_is_no_map_is_refused(text: str) -> None:
    problem = complaint(f"---\n{text}---\n")
    assert told(problem).startswith("2:1 SYN-08 'key: value' is expected here")
    assert "a space after the colon" in str(problem.hint)


def test_a_key_must_be_a_word() -> None:
    assert [told(p) for p in head("title: А\n? [a, b]\n: c\n").problems] == [
        "3:3 SYN-08 a key must be a single word | Write key: value; put quotes around a value that begins with [ or {."
    ]


# ── not closed, not there ───────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(("text", "line", "hint"), [
    ("---\ntitle: А\n\nТекст.\n", 1, "Put a line with three hyphens (---) after its last line."),
    ("\n\n---\ntitle: А\n", 3, "Put a line with three hyphens (---) after its last line."),
    ("---", 1, "Put a line with three hyphens (---) after its last line."),
    ("---\ntitle: А\n———\nТекст.\n", 1, "Write three hyphens (---) instead of '———' after its last line."),
    ("---\ntitle: А\n----\nТекст.\n", 1, "Write three hyphens (---) instead of '----' after its last line."),
    ("---\ntitle: А\n--\nТекст.\n", 1, "Write three hyphens (---) instead of '--' after its last line."),
    ("---\ntitle: А\n  ---\nТекст.\n", 1, "Begin the line of three hyphens (---) without spaces."),
])  # fmt: skip
def test_a_head_that_is_not_closed_is_reported_where_it_opens(text: str, line: int, hint: str) -> None:
    assert told(complaint(text)) == f"{line}:1 SYN-03 the front matter is not closed | {hint}"


@pytest.mark.parametrize("text", ["", "\n\n", "Текст.", "title: Парк\n\nТекст.", "# Заглавие\n\n---\n\nТекст."])
def test_a_page_without_head_learns_how_it_begins(text: str) -> None:
    assert told(complaint(text)) == (
        "1:1 FLD-02 'title' is missing: the page has no front matter | "
        "Begin the file with three lines: ---, then title: …, then ---."
    )


# ── commas and hashes ───────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(("text", "place", "rest", "shown", "kept"), [
    ("funding: {eu: 437 750,02 лв.}\n", "2:23", "02 лв.", 'eu: "437 750,02 лв."', {"eu": "437 750,02 лв."}),
    ("a:\n  - {text: Ремонт, обзавеждане, id: g1}\n", "3:20", "обзавеждане", 'text: "Ремонт, обзавеждане"', None),
    ("a: {b: едно, две, три, c: d}\n", "2:14", "две", 'b: "едно, две, три"', {"b": "едно, две, три", "c": "d"}),
    ('a: {b: каза "да", после}\n', "2:19", "после", "b: 'каза \"да\", после'", None),
])  # fmt: skip
def test_a_value_that_a_comma_cuts_is_shown_whole(
    text: str, place: str, rest: str, shown: str, kept: dict[str, str] | None
) -> None:
    split = head(text)
    assert [told(p) for p in split.problems] == [
        (
            f"{place} SYN-09 inside {{…}} a comma ends the value; '{rest}' was cut off | "
            f"Put the value in quotes, {shown}, or give each key a line of its own."
        )
    ]
    if kept:
        assert kept in [plain(v) for _, v in split.head]


@pytest.mark.parametrize(
    "text", ["a: {b: c, d: e}\n", 'a: {b: "c, d"}\n', "a: {b}\n", "a: [b, c]\n", "a: {b: , c: }\n"]
)
def test_commas_that_cut_nothing_are_silent(text: str) -> None:
    assert head(text).problems == ()


def test_a_hash_that_cuts_a_value_is_pointed_at() -> None:
    [problem] = head("title: Сграда #1\n").problems
    assert told(problem) == (
        "2:15 SYN-13 '#1' is not read: # after a space begins a remark | "
        'Put the value in quotes, "Сграда #1", or a space after the #.'
    )
    assert not problem.is_error
    assert [told(p)[:11] for p in head("brand: #0B2F6B\n").problems] == ["2:8 SYN-13 "]


@pytest.mark.parametrize(
    "text", ["title: А # бележка\n", "# цял ред\ntitle: А\n", "title: А#1\n", 'title: "А #1"\n', "title:   # после\n"]
)
def test_remarks_are_silent(text: str) -> None:
    assert head(text).problems == ()


# ── what YAML cannot read ───────────────────────────────────────────────────────────────────────────────────────────

QUOTES = "YAML cannot read this line: the value needs quotes"


@pytest.mark.parametrize(("line", "column", "said"), [
    ("title: Проект: нови паркове", 8, f'{QUOTES} | Write: title: "Проект: нови паркове"'),
    ("title: „Зелена община“: край", 8, f'{QUOTES} | Write: title: "„Зелена община“: край"'),
    ('title: "Зелена" община', 8, f"{QUOTES} | Write: title: '\"Зелена\" община'"),
    ('title: "Парк "Зора" отвори"', 8, f"{QUOTES} | Write: title: 'Парк \"Зора\" отвори'"),
    ("title: 'Park's opening'", 8, f'{QUOTES} | Write: title: "Park\'s opening"'),
    ("title: **Важно**", 8, f'{QUOTES} | Write: title: "**Важно**"'),
    ("title: @община", 8, f'{QUOTES} | Write: title: "@община"'),
    ("title: %", 8, f'{QUOTES} | Write: title: "%"'),
    ("title: [Проект] парк", 8, f'{QUOTES} | Write: title: "[Проект] парк"'),
    ("title: &Парк", 8, f'{QUOTES} | Write: title: "&Парк"'),
    ("title: C:\\парк: план", 8, f"{QUOTES} | Write: title: 'C:\\парк: план'"),
    ('title: "Парк', 8, "'\"' is opened here and not closed | Put \" at the end of the value."),
    ("only: [bg, en", 7, "'[' is opened here and not closed | Put ] at the end of the value."),
    ("eu: {a: b", 5, "'{' is opened here and not closed | Put } at the end of the value."),
    ("title: А\n\tsummary: x", 1, "a tab stands where only spaces may | Replace the tab by spaces."),
    ("title:Парк\nsummary: x", 6, "a space is missing after the colon | Write: title: Парк"),
    ("title: Парк\nsummary:x", 8, "a space is missing after the colon | Write: summary: x"),
    ("title: А\nБележка на ред", 1,
     ("'Бележка на ред' is not of the form 'key: value' | "
     "The text of the page stands below the second line of three hyphens (---).")),
    ("title: А\nsummary: Б\x07В", 11, "an invisible control character (U+0007) stands here | Delete it; it came along with pasted text."),
])  # fmt: skip
def test_what_yaml_refuses_is_shown_as_it_should_be(line: str, column: int, said: str) -> None:
    problem = complaint(f"---\n{line}\ndraft: yes\n---\n")
    culprit = 3 if "\n" in line and "title:Парк" not in line else 2
    assert told(problem) == f"{culprit}:{column} SYN-02 {said}"


@pytest.mark.parametrize(("value", "proposal"), [("Проект: нови", '"Проект: нови"'), ('"а" и "б"', '\'"а" и "б"\'')])
def test_the_proposed_line_can_be_read(value: str, proposal: str) -> None:
    hint = str(complaint(f"---\ntitle: {value}\n---\n").hint).removeprefix("Write: ")
    assert hint == f"title: {proposal}"
    assert plain(head(hint + "\n").head) == {"title": value}


@pytest.mark.parametrize("text", ["a: b\n  c: d\n", "a:\n  - b\n - c\n", "a: b\n- c\n", "a: b\n...\nc: d\n"])
def test_a_wrong_indentation_is_reported_on_its_line(text: str) -> None:
    problem = complaint(f"---\ntitle: А\n{text}---\n")
    assert problem.code == "SYN-02"
    assert 4 <= problem.at.line <= 6
    assert "indentation" in str(problem.hint)
