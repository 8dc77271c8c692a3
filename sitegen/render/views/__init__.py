"""Views: all that a template may see. Frozen values; words are `Phrase` or `Term`, links are ready to be written.

A template shows a `Label` with the filter `words`, which adds `lang` where the words are not in the page's language.
"""
