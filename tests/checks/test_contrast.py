"""Colours that a theme declares can be read, in the light, in the dark and on paper."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.sites import SITE, Built, build_content, write_files


def styled(root: Path, css: str, more: str = "") -> Built:
    """A site whose own theme adds a style text."""
    content = write_files(root, f"-- site.yaml --\n{SITE}theme: ours\n{more}")
    file = root / "themes/ours/assets/site.css"
    file.parent.mkdir(parents=True)
    file.write_text(css, encoding="utf-8")
    return build_content(content)


def told(built: Built) -> list[str]:
    return [str(one.message) for one in built.problems if one.code == "THM-08"]


@pytest.mark.parametrize("css", [
    "", "@media (prefers-color-scheme: light) { :root { --muted: #595959 } }", "p { color: #fff }", "p { color: #767676; background: #fff }",
    "@media (prefers-contrast: more) { :root { --muted: #ccc } }",
    "@media (prefers-color-scheme: light) { :root { --muted: rgb(80, 80, 80) } }",
    ":root { --mine: #eee; --muted: color-mix(in srgb, red, blue) }",
    "p { color: var(--bg); background: url(a.png) }",
])  # fmt: skip
def test_colours_that_can_be_read(tmp_path: Path, css: str) -> None:
    assert told(styled(tmp_path, css)) == []


@pytest.mark.sample(3)
@pytest.mark.parametrize(("css", "says"), [
    (":root { --muted: #999 }", "the colour --muted #999999 on --bg #ffffff has the contrast 2.84:1 in light mode, 4.5:1"),
    ("html { --link: rgb(170 170 255) }", "--link #aaaaff on --bg #ffffff has the contrast"),
    (":root { --pale: #bbb; --muted: var(--pale) }", "--muted #bbbbbb on --bg"),
    (":root { --muted: var(--none, #ccc) }", "--muted #cccccc on --bg"),
    ("@media (prefers-color-scheme: dark) { :root { --ink: #334 } }", "--ink #333344 on --bg #0e1524 has the contrast 1."),
    (":root { --muted: #595959 }", "--muted #595959 on --bg #0e1524 has the contrast 2.60:1 in dark mode"),
    (":root { --control: #ccc }", "--control #cccccc on --bg #ffffff has the contrast 1.60:1 in light mode, 3:1"),
    ("p { color: #777; background: #fff }", "the colour p #777777 on #ffffff has the contrast 4.47:1"),
    ("@media print { p { color: #bbb; background: #fff } }", "on paper"),
])  # fmt: skip
def test_colours_that_cannot(tmp_path: Path, css: str, says: str) -> None:
    built = styled(tmp_path, css)
    assert any(says in message for message in told(built)), told(built)
    assert {one.severity for one in built.problems if one.code == "THM-08"} == {"error"}
    assert built.problem("THM-08").at.path == "themes/ours/assets/site.css"


@pytest.mark.parametrize(("css", "place"), [
    ("/* --muted: #999 */\n:root {\n  --muted: #999 }", "3:3"),
    (":root { --muted: #333 }\n@media (prefers-color-scheme: light) { :root { --muted: #999 } }", "2:48"),
    (":root { --bg: #999;\n --muted: #999 }", "2:2"),
    (":root {\n --bg: #666 }", "2:2"),
    ("p, .a  > b,\ni { color: #777; background: #fff }", "1:1"),
    ("p b { color: #000 }\n  p  >  b { color: #777; background: #fff }", "2:3"),
    ("@media print {\n:root { --muted: #bbb } }", "2:9"),
])  # fmt: skip
def test_the_place_is_that_of_the_site_s_own_style_text(tmp_path: Path, css: str, place: str) -> None:
    found = [str(one.at) for one in styled(tmp_path, css).problems if one.code == "THM-08"]
    assert f"themes/ours/assets/site.css:{place}" in found
    assert all(one.startswith("themes/ours/assets/site.css:") for one in found)


def test_each_pair_is_told_once(tmp_path: Path) -> None:
    found = told(styled(tmp_path, "p { color: #777; background: #fff }"))
    assert len(found) == 1


def test_a_reason_switches_it_off(tmp_path: Path) -> None:
    assert told(styled(tmp_path, ":root { --muted: #999 }", "checks: {THM-08: Цветовете са на герба}\n")) == []
