"""Making bytes: templates, catalogues and formats, and the views that are all a template may see."""
