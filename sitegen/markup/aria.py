"""What WAI-ARIA 1.2 knows: roles, states and properties, and which of them name other elements."""

from __future__ import annotations

ROLES = frozenset({
    "alert", "alertdialog", "application", "article", "banner", "button", "caption", "cell", "checkbox", "code",
    "columnheader", "combobox", "complementary", "contentinfo", "definition", "deletion", "dialog", "directory",
    "document", "emphasis", "feed", "figure", "form", "generic", "grid", "gridcell", "group", "heading", "img",
    "insertion", "link", "list", "listbox", "listitem", "log", "main", "mark", "marquee", "math", "menu", "menubar",
    "menuitem", "menuitemcheckbox", "menuitemradio", "meter", "navigation", "none", "note", "option", "paragraph",
    "presentation", "progressbar", "radio", "radiogroup", "region", "row", "rowgroup", "rowheader", "scrollbar",
    "search", "searchbox", "separator", "slider", "spinbutton", "status", "strong", "subscript", "suggestion",
    "superscript", "switch", "tab", "table", "tablist", "tabpanel", "term", "textbox", "time", "timer", "toolbar",
    "tooltip", "tree", "treegrid", "treeitem",
})  # fmt: skip
"""WAI-ARIA 1.2."""
PRESSED = frozenset({
    "button", "checkbox", "combobox", "link", "listbox", "menuitem", "menuitemcheckbox", "menuitemradio", "option",
    "radio", "scrollbar", "searchbox", "slider", "spinbutton", "switch", "tab", "textbox", "treeitem",
})  # fmt: skip
"""Roles of what visitors operate: HTML has elements for them, which answer to keys without a script."""
NATIVE = frozenset({"a", "area", "button", "details", "input", "option", "select", "summary", "textarea"})
"""Those elements."""
MEANING = NATIVE | frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "header", "footer", "main", "nav", "th"})
"""Elements whose meaning must not be taken from them."""
SILENCED = frozenset({"none", "presentation"})
"""Roles that take it."""
REFERRING = (
    "aria-labelledby", "aria-describedby", "aria-controls", "aria-owns", "aria-details", "for", "headers", "list",
)  # fmt: skip
"""Attributes that name elements of the page."""
STATES = frozenset("aria-" + name for name in (
    "activedescendant", "atomic", "autocomplete", "braillelabel", "brailleroledescription", "busy", "checked",
    "colcount", "colindex", "colindextext", "colspan", "controls", "current", "describedby", "description", "details",
    "disabled", "dropeffect", "errormessage", "expanded", "flowto", "grabbed", "haspopup", "hidden", "invalid",
    "keyshortcuts", "label", "labelledby", "level", "live", "modal", "multiline", "multiselectable", "orientation",
    "owns", "placeholder", "posinset", "pressed", "readonly", "relevant", "required", "roledescription", "rowcount",
    "rowindex", "rowindextext", "rowspan", "selected", "setsize", "sort", "valuemax", "valuemin", "valuenow",
    "valuetext",
))  # fmt: skip
"""States and properties."""
