"""THM: templates, words and colours of a theme."""

from __future__ import annotations

from sitegen.explanations.explanation import Example, Explanation
from sitegen.problems import Severity, message

EXPLANATIONS = (
    Explanation(
        code="THM-01",
        severity=Severity.ERROR,
        what=message("A template of the theme has an error of syntax."),
        why=message("No page can be made with it."),
        example=Example("{% if %}", "{% if page.summary %}"),
    ),
    Explanation(
        code="THM-02",
        severity=Severity.ERROR,
        what=message("A template cannot be rendered."),
        why=message("It asks for something that the page does not have; a silent gap would be worse."),
        example=Example("{{ page.titel }}", "{{ page.title }}"),
    ),
    Explanation(
        code="THM-03",
        severity=Severity.ERROR,
        what=message("A word of the theme is missing in a language."),
        why=message("Visitors would read a key instead of a word."),
        example=Example("locale/ru.po –", "locale/ru.po"),
    ),
    Explanation(
        code="THM-04",
        severity=Severity.ERROR,
        what=message("The contrast of the brand colour with white is below 7:1."),
        why=message("Many people could not read the words on it."),
        law=message("WCAG 2.2, 1.4.6"),
        example=Example('brand: "#CC8800"', 'brand: "#0B2F6B"', place="site"),
    ),
    Explanation(
        code="THM-05",
        severity=Severity.ERROR,
        what=message("The theme is not there."),
        why=message("Without its templates no page can be made."),
        example=Example("theme: nyama", "theme: default"),
    ),
    Explanation(
        code="THM-06",
        severity=Severity.ERROR,
        what=message("A file that the theme names is not there."),
        why=message("The page would ask for a picture or a font that nobody has."),
        example=Example("background: url(fon.png)", "assets/fon.png"),
    ),
    Explanation(
        code="THM-07",
        severity=Severity.WARNING,
        what=message(
            "The page, the styles or the fonts weigh more than a phone on a slow network should wait for: a page"
            " 13,000 B compressed (about what a server sends at once), styles 3,000 B, fonts 34,000 B."
        ),
        why=message("Visitors with an old phone or a weak signal wait, and some leave before they see anything."),
        example=Example("font: url(all-languages.woff2)", "font: system"),
    ),
    Explanation(
        code="THM-08",
        severity=Severity.ERROR,
        what=message("A colour that the theme declares cannot be told well enough from its ground."),
        why=message("Who sees little, or reads in the sun, cannot read it. Words need 4.5:1, borders and signs 3:1."),
        law=message("WCAG 2.2: 1.4.3, 1.4.11"),
        example=Example(
            ":root { --muted: #999 }", "@media (prefers-color-scheme: light) { :root { --muted: #595959 } }"
        ),
    ),
    Explanation(
        code="THM-09",
        severity=Severity.WARNING,
        what=message("A rule of the theme's own style text shuts somebody out."),
        why=message(
            "Who uses keys loses the focus, who cannot turn the screen reads nothing, who sees no colours no links."
        ),
        law=message("WCAG 2.2: 1.3.4, 1.4.1, 1.4.13, 2.2.2, 2.4.7, 2.4.11"),
        example=Example("a:focus { outline: none }", "a:focus { outline: 3px solid }"),
    ),
)
