"""A page as those meet it who hear it or use keys alone: each rule with a page that breaks it, and one that does not."""

from __future__ import annotations

import pytest

from sitegen.markup.perceived import faults
from sitegen.markup.sweep import FRAME, KEYS, LANGUAGES, NAMES, REFERENCES, TABLES, VOICES, place

PAGE = """\
<!doctype html>
<html lang="bg">
<head><title>Паркът</title><meta name="viewport" content="width=device-width"></head>
<body><a href="#main">Към съдържанието</a>
<header><nav aria-label="Меню"><a href="/">Начало</a></nav></header>
<main id="main"><h1>Паркът</h1>
{}
</main>
<footer>Община</footer>
</body>
</html>
"""


def broken(html: str) -> list[str]:
    return [fault.about for fault in faults(html)]


@pytest.mark.parametrize("right", [
    "", "<p>Текст, a &lt; b</p>",
    '<a href="/"><img src="a.png" alt="Начало"></a>',
    '<a href="/" aria-label="Начало: към картата">Начало</a>',
    '<a href="/" aria-label="Обратно към текста">↩</a>',
    '<a id="a"></a><a href="#a">горе</a><a href="#top">горе</a>',
    "<h2>Цели</h2>",
    '<svg aria-hidden="true"><path d="M0 0"/></svg>',
    '<svg role="img" aria-label="Карта"></svg>',
    '<img src="a.png" alt="">',
    '<img alt="a > b" src="a.png"><p id="b">б</p><a href="#b">в</a>',
    '<iframe title="Карта" src="/karta/"></iframe>',
    '<label>Дума <input name="q"></label>',
    '<label for="q">Дума</label><input id="q">',
    '<input aria-label="Дума">',
    '<input type="hidden"><input type="submit" value="Търси">',
    '<table><caption>Цели</caption><tr><th scope="col">Цел</th></tr></table>',
    '<div role="region" aria-label="Цели"><table><tr><th scope="row">Цел</th></tr></table></div>',
    '<div class="prose"><table><tr><th scope="col">Цел</th></tr></table></div>',
    '<table role="presentation"><tr><td>1</td></tr></table>',
    '<p lang="sr-Latn-RS">Park</p><a href="/en/" hreflang="en">English</a>',
    '<p id="a">а</p><p aria-describedby="a">б</p>',
    '<p tabindex="0">а</p><p tabindex="-1">б</p><p role="status">в</p>',
    "<script>if (a < b) document.write('<table>')</script><style>a > b {}</style><!-- <table> -->",
    "<details><summary>Още</summary><p>а</p></details>",
    "<p>Отворен<p>и пак</p></section>",
    "<h2>а</h2><h3>б</h3><h2>в</h2>",
    '<div class="prose"><h4>Казано във файла</h4></div>',
    "<article><header>а</header><footer>б</footer></article>",
    '<nav aria-label="По азбучен ред"><a href="/">а</a></nav>',
    "<ul><li>а<li>б</ul><dl><div><dt>в</dt><dd>г</dd></div></dl><menu><li>д</li></menu>",
    '<div role="list"><li>а</li></div>',
    '<video controls src="a.mp4"></video>',
    '<p aria-live="polite" aria-current="page">а</p>',
    '<a role="button" href="/">а</a><table role="none"><tr><td>1</td></tr></table>',
    '<div aria-hidden="true"><a href="/" tabindex="-1">а</a><a id="a">б</a></div>',
    '<p lang="en">This page tells what was done in the park.</p>',
    "<p>This is “Park for All”, BG16RFOP001, EN 301 549.</p>",
    "<code>for the page in all of the pages</code><q>this was said in the other language</q>",
    '<div class="prose"><p>this is told in the file of the editor itself</p></div>',
    '<p lang="sr">this language has letters of both kinds or so</p>',
])  # fmt: skip
def test_what_is_right(right: str) -> None:
    assert faults(PAGE.format(right)) == ()


@pytest.mark.parametrize(("wrong", "about"), [
    ('<a href="/"></a>', NAMES),
    ('<a href="/"><img src="a.png" alt=""></a>', NAMES),
    ('<a href="/"><span aria-hidden="true">→</span></a>', NAMES),
    ("<button></button>", NAMES),
    ("<details><summary></summary></details>", NAMES),
    ("<h2> </h2>", NAMES),
    ('<img src="a.png">', NAMES),
    ('<svg role="img"></svg>', NAMES),
    ('<iframe src="/karta/"></iframe>', NAMES),
    ('<input name="q">', NAMES),
    ('<select id="q"></select>', NAMES),
    ('<a href="/" aria-label="Начало">Карта на сайта</a>', NAMES),
    ('<table><tr><th scope="col">Цел</th></tr></table>', TABLES),
    ("<table><caption>Цели</caption><tr><td>1</td></tr></table>", TABLES),
    ("<table><caption>Цели</caption><tr><th>Цел</th></tr></table>", TABLES),
    ('<p lang="bulgarian">а</p>', LANGUAGES),
    ('<a href="/en/" hreflang="">English</a>', LANGUAGES),
    ('<p aria-labelledby="a">а</p>', REFERENCES),
    ('<a href="#nothing">а</a>', REFERENCES),
    ('<label for="q">а</label>', REFERENCES),
    ('<p tabindex="3">а</p>', KEYS),
    ('<input aria-label="Дума" autofocus>', KEYS),
    ('<p role="headline">а</p>', KEYS),
    ("<marquee>а</marquee>", KEYS),
    ('<a href="/"><button>а</button></a>', KEYS),
    ("<h3>Без ниво</h3>", FRAME),
    ("<nav><a href='/'>Без име</a></nav>", FRAME),
    ("<div><li>а</li></div>", TABLES),
    ("<dt>а</dt>", TABLES),
    ('<video controls autoplay src="a.mp4"></video>', KEYS),
    ('<audio src="a.mp3"></audio>', KEYS),
    ('<p aria-labeledby="a">а</p>', KEYS),
    ('<div role="button">а</div>', KEYS),
    ('<div role="checkbox" tabindex="0">а</div>', KEYS),
    ('<h2 role="presentation">а</h2>', KEYS),
    ('<nav aria-label="а" role="none">а</nav>', KEYS),
    ('<div aria-hidden="true"><a href="/">а</a></div>', KEYS),
    ('<div><button aria-hidden="true">а</button></div>', KEYS),
    ('<p tabindex=" +007 ">а</p>', KEYS),
    ("<p>This page tells what was done in the park.</p>", VOICES),
    ('<p lang="en-GB">На тази страница пише какво е направено.</p>', VOICES),
    ('<div lang="en"><p>На тази страница пише какво е направено.</p></div>', VOICES),
    ("<main></main>", FRAME),
    ("<h1>Пак</h1>", FRAME),
    ('<meta http-equiv="refresh" content="30">', FRAME),
])  # fmt: skip
def test_what_is_wrong(wrong: str, about: str) -> None:
    assert broken(PAGE.format(wrong)) == [about]


@pytest.mark.parametrize(("old", "new"), [
    ("<!doctype html>\n", ""),
    (' lang="bg"', ""),
    ("<title>Паркът</title>", ""),
    ('<meta name="viewport" content="width=device-width">', ""),
    ("width=device-width", "width=device-width, user-scalable=no"),
    ("width=device-width", "maximum-scale=1.0"),
    ('href="#main"', 'href="/"'),
    ("<footer>Община</footer>", ""),
    ("<footer>Община</footer>", "<article><footer>Община</footer></article>"),
    ('<header><nav aria-label="Меню"><a href="/">Начало</a></nav></header>', "<header>а</header>"),
])  # fmt: skip
def test_the_frame_of_a_page(old: str, new: str) -> None:
    assert old in PAGE
    assert broken(PAGE.format("").replace(old, new)) == [FRAME]


def test_a_page_without_a_menu_needs_no_way_past_it() -> None:
    page = PAGE.format("").replace("<body>", '<body class="bare">').replace("<footer>Община</footer>", "")
    assert faults(page.replace('<a href="#main">Към съдържанието</a>', "")) == ()


def test_a_page_that_only_leads_on_is_not_judged() -> None:
    assert faults('<meta http-equiv="refresh" content="0; url=/bg/"><a href="/bg/"></a>') == ()


def test_a_fault_has_its_place() -> None:
    page = PAGE.format("<script>\n'<img>'\n</script>\n<p>а</p> <img src=a.png>")
    [fault] = faults(page)
    assert place(page, fault.tag) == (10, 10)
    assert place(page, 0) == (1, 1)


def test_anything_is_answered() -> None:
    for text in ("", "<", "<a", "</a>", "<a href=<b>", "<table><table></p></table>", "<p lang>", "\x00", "<th>"):
        assert FRAME in broken(text)
