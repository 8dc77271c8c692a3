"""The words of published texts, without what only programs read."""

from __future__ import annotations

from sitegen.markup.readable import readable


def test_what_can_be_read_of_a_page() -> None:
    page = (
        '<p title="1234567890" id="1111111111"\n>2222222222 <a href="tel:+359">3333333333</a> https://x/?a=4444444444'
        "<style>\n5555555555</style><!-- 6666666666 -->"
    )
    seen = readable("a.html", page)
    assert len(seen) == len(page)
    assert [len(line) for line in seen.split("\n")] == [len(line) for line in page.split("\n")]
    assert seen.split() == ["1234567890", "2222222222", "<!--", "6666666666", "-->"]


def test_other_texts_are_read_as_they_are() -> None:
    assert readable("a.csv", "<a id=5555555555>") == "<a id=5555555555>"
