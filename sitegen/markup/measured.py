"""What a browser measures of the emblem and the words beside it, and what the rules find in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from sitegen.markup.visibility import BROKEN, FULFILLED, Expected, Finding, first_of
from sitegen.problems import NOTHING, Message, message

SCRIPT = """
name => {
  const named = e => e.classList.contains('emblem') ||
    [e.getAttribute('aria-label'), e.getAttribute('alt'), e.getAttribute('title')].includes(name);
  const pictures = [...document.querySelectorAll('svg, img')];
  const emblem = pictures.find(named);
  if (!emblem) return null;
  const box = e => { const r = e.getBoundingClientRect(); return [r.left, r.top, r.width, r.height]; };
  const up = e => { const all = []; for (; e; e = e.parentElement) all.push(e); return all; };
  const [x, y, w, h] = box(emblem);
  const top = w && h ? document.elementFromPoint(x + w / 2, y + h / 2) : null;
  const filters = up(emblem).map(e => getComputedStyle(e));
  const fills = [...emblem.querySelectorAll('path, polygon, rect')].map(e => getComputedStyle(e).fill);
  const isLogo = e => e.closest('header') || /logo/.test(e.getAttribute('class') || '');
  const logos = pictures.filter(e => e !== emblem && isLogo(e));
  const block = up(emblem).find(e => e.innerText && e.innerText.trim());
  const spoken = block ? [block, ...block.querySelectorAll('*')].filter(e => !emblem.contains(e) &&
    [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim())) : [];
  const ranges = spoken.flatMap(e => { const r = document.createRange(); r.selectNodeContents(e);
    return [...r.getClientRects()].map(b => [b.left, b.top, b.width, b.height]); });
  return {
    box: [x, y, w, h], seen: !!top && (emblem === top || emblem.contains(top)),
    dim: filters.some(s => s.filter !== 'none' || +s.opacity < 1 || s.mixBlendMode !== 'normal'),
    hidden: filters.some(s => s.display === 'none') || getComputedStyle(emblem).visibility !== 'visible',
    fills, logos: logos.map(box), words: ranges,
    styles: spoken.map(e => { const s = getComputedStyle(e); return {
      family: s.fontFamily, style: s.fontStyle, shadow: s.textShadow, color: s.color,
      lines: up(e).map(a => getComputedStyle(a).textDecorationLine).join(' ') }; }),
  };
}
"""
"""Asked of an open page with the name of the emblem; the answer is for `judged_measures`."""


def judged_measures(found: Mapping[str, Any] | None, expected: Expected) -> Iterator[Finding]:
    """The rules that a browser decides, from what `SCRIPT` answered at the smallest screen."""
    if found is None:
        yield Finding("emblem", BROKEN, message("the emblem of the Union is missing in the header"))
        return
    (x, y, width, height), (screen, bottom) = found["box"], expected.screen
    low = message("the emblem is {height} px high, less than {least} px", height=f"{height:g}", least=expected.height)
    yield found_of("emblem_height", height + 0.01 < expected.height, low)
    is_bent = not height or abs(width / height - expected.ratio) > 0.02
    yield found_of(
        "emblem_shape", is_bent, message("the emblem is not the true one: its proportions or its stars are altered")
    )
    is_out = x < 0 or y < 0 or x + width > screen or y + height > bottom
    out = message("the emblem is not in the first screen of {width} × {height} px", width=screen, height=bottom)
    yield found_of("first_screen", is_out, out)
    hidden = message("the emblem is hidden, or something lies over it")
    yield found_of("emblem_visible", bool(found["hidden"]) or not (found["seen"] or is_out), hidden)
    pale = set(found["fills"]) - {rgb(colour) for colour in expected.colours}
    field, stars = expected.colours
    painted = message("the emblem is not in its colours: field {field}, stars {stars}", field=field, stars=stars)
    yield found_of("emblem_colours", bool(pale or found["dim"]), painted)
    yield from of_neighbours(found, expected)


def of_neighbours(found: Mapping[str, Any], expected: Expected) -> Iterator[Finding]:
    """The rules about the logos and the words around it."""
    _, _, width, height = found["box"]
    larger = [box for box in found["logos"] if box[2] > width and box[3] > height]
    size = f"{larger[0][2]:g} × {larger[0][3]:g}" if larger else ""
    yield found_of("largest_logo", bool(larger), message("a logo of {size} px is larger than the emblem", size=size))
    over = any(overlap(found["box"], box) for box in found["words"])
    yield found_of("text_apart", over, message("words lie over the emblem"))
    families = [s["family"] for s in found["styles"] if first_of(s["family"]) not in expected.fonts]
    set_in = message("the words beside the emblem are set in: {words}", words="; ".join(families[:1]))
    yield found_of("statement_fonts", bool(families), set_in)
    effects = [name for style in found["styles"] for name in effects_of(style)]
    decorated = message("the words beside the emblem have: {words}", words=", ".join(dict.fromkeys(effects)))
    yield found_of("statement_plain", bool(effects), decorated)
    inks = {s["color"] for s in found["styles"]} - {rgb(colour) for colour in expected.inks}
    coloured = message("the words beside the emblem have the colour: {words}", words=", ".join(sorted(inks)))
    yield found_of("statement_colours", bool(inks), coloured)


def found_of(rule: str, is_broken: bool, what: Message) -> Finding:
    """A finding of a measured rule."""
    return Finding(rule, BROKEN if is_broken else FULFILLED, what if is_broken else NOTHING)


def effects_of(style: Mapping[str, str]) -> Iterator[str]:
    """What no word beside the emblem may have."""
    if style["style"] != "normal":
        yield "italic"
    if "underline" in style["lines"]:
        yield "underline"
    if style["shadow"] != "none":
        yield "text-shadow"


def rgb(colour: str) -> str:
    """A colour as browsers name it."""
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return f"rgb({red}, {green}, {blue})"


def overlap(one: list[float], other: list[float]) -> bool:
    """Whether two boxes (left, top, width, height) share more than an edge."""
    wide = min(one[0] + one[2], other[0] + other[2]) - max(one[0], other[0])
    high = min(one[1] + one[3], other[1] + other[3]) - max(one[1], other[1])
    return wide > 1 and high > 1
