"""Markdown text becomes a `Document`; a built page becomes an `Outline`.

`parsing` is the way in. `positions` and `fences` prepare the text, `dialect`, `containers` and `blocks` convert it,
`cleaning` takes out what a page may not hold, `reading` cuts the clean HTML into sections, headings and links.
"""
