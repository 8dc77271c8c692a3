"""The style text of a site's own theme: each rule with one that keeps it, and one that shuts somebody out."""

from __future__ import annotations

from pathlib import Path

import pytest

from sitegen.markup.style_barriers import barriers
from sitegen.render.theme import default_folder
from tests.sites import SITE, Built, build_content, write_files

DEFAULT = (default_folder() / "assets/site.css").read_text(encoding="utf-8")


def styled(root: Path, css: str, more: str = "") -> Built:
    """A site whose own theme adds a style text."""
    content = write_files(root, f"-- site.yaml --\n{SITE}theme: ours\n{more}")
    file = root / "themes/ours/assets/site.css"
    file.parent.mkdir(parents=True)
    file.write_text(css, encoding="utf-8")
    return build_content(content)


def said(css: str) -> list[str]:
    return [str(found.what) for found in barriers(css, DEFAULT + css)]


def test_the_default_theme_shuts_nobody_out() -> None:
    assert said(DEFAULT) == []


@pytest.mark.parametrize("css", [
    "a:focus { outline: 2px solid }",
    "a:focus:not(:focus-visible) { outline: none }",
    ":focus-visible { outline: 0; box-shadow: 0 0 0 3px #000 }",
    "p { outline: 1px solid }",
    "@media (orientation: landscape) { .card { display: none } }",
    ".tip { display: none } .a:hover .tip { display: block } .a:focus-within .tip { display: block }",
    "a:hover { color: #000 } .a:hover::after { content: '' }",
    "@media (prefers-reduced-motion: no-preference) { p { animation: spin 2s infinite } }",
    "p { animation: spin 2s }",
    "nav a { text-decoration: none }",
    "a { text-decoration: none; border-bottom: 1px solid }",
    "header { position: sticky; top: 0 } html { scroll-padding-top: 5rem }",
    "@media print { header { position: fixed } }",
    ".skip:focus { position: fixed }",
])  # fmt: skip
def test_what_shuts_nobody_out(css: str) -> None:
    assert said(css) == []


@pytest.mark.sample(3)
@pytest.mark.parametrize(("css", "says"), [
    ("a:focus { outline: none }", "'a:focus' takes away the line"),
    ("* { outline: 0 !important }", "'*' takes away the line"),
    ("button { outline-style: none; background: none }", "'button' takes away the line"),
    (":focus-visible { outline: 1px solid }", "draws less than 2 px"),
    ("@media (orientation: portrait) { body { transform: rotate(90deg) } }", "one way only"),
    ("@media (orientation: portrait) { main { display: none } }", "one way only"),
    (".a:hover .tip { display: block }", "to pointers and not to keys"),
    (".a:hover::after { content: attr(title) }", "to pointers and not to keys"),
    ("p { animation: spin 2s linear infinite }", "moves without an end"),
    ("p { animation-iteration-count: infinite }", "moves without an end"),
    ("a { text-decoration: none }", "'a' takes the underline"),
    ("main a:link { text-decoration-line: none }", "'main a:link' takes the underline"),
    ("header { position: sticky; top: 0 }", "can cover what has the focus"),
])  # fmt: skip
def test_what_shuts_somebody_out(tmp_path: Path, css: str, says: str) -> None:
    built = styled(tmp_path, f"/* a {{}} */\n  {css}")
    problem = built.problem("THM-09")
    assert says in str(problem.message)
    assert (problem.at.path, problem.at.line) == ("themes/ours/assets/site.css", 2)
    assert problem.severity == "warning"


def test_the_place_is_that_of_the_rule(tmp_path: Path) -> None:
    built = styled(tmp_path, "p { margin: 0 }\nmain  p,\nmain > a:focus { outline: none }")
    found = [str(one.at) for one in built.problems if one.code == "THM-09"]
    assert found == ["themes/ours/assets/site.css:2:1", "themes/ours/assets/site.css:3:1"]


def test_a_reason_switches_it_off(tmp_path: Path) -> None:
    built = styled(tmp_path, "a:focus { outline: none }", "checks: {THM-09: Има друг знак}\n")
    assert "THM-09" not in {one.code for one in built.problems}
