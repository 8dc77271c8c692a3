"""A glance at a page misses nothing that a close look finds."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.markup.glance import glance
from sitegen.markup.outline import outline

PLAIN = [
    '<a href="/bg/">а</a>', '<img src="a.png" alt="id=\'z\'">', '<p id="п&amp;р">', "<br/>", '<use href="#a"/>',
    "<script>var id = 'q'</script>", '<a\nhref="/b?c&amp;d#e">', '<video poster="p.png" src="v.mp4">', "текст = 5",
    '<a title="x"href="/glued/">', '<input formaction="/f">', "<p id>", '<a href="q>q">', 'а = "б', '<a href="">', '<p ID="в" hidden>',
]  # fmt: skip
ODD = [
    "<a href='/en/' id=x>", "<A HREF = /ru/>", "<!-- <a href='/no/'> -->", "<p class=x id='y'>", "<video poster=p.png>",
    '<img src="a.png" alt="id=\'z\'">', "<p <b>", "<template><a href='/t/'></template>", '<img srcset="a.png 2x">',
]  # fmt: skip
PIECES = st.sampled_from([*PLAIN, *ODD])


@given(st.lists(PIECES, max_size=8))
def test_it_finds_all_that_an_outline_finds(pieces: list[str]) -> None:
    html = "<!doctype html>" + "".join(pieces)
    quick, close = glance(html), outline(html)
    if quick is None:
        assert any(piece in pieces for piece in ODD)
        return
    assert {reference.target for reference in close.references} <= quick.targets
    assert all(quick.ids.count(anchor.id) >= close.ids.__contains__(anchor.id) for anchor in close.anchors)
    assert len(quick.ids) >= len(close.anchors)


@pytest.mark.parametrize("html", ['<img srcset="a.png 2x">', '<meta http-equiv="refresh" content="0; url=/a/">'])
def test_what_is_written_in_a_form_of_its_own_needs_a_close_look(html: str) -> None:
    assert glance(f"<!doctype html>{html}") is None
