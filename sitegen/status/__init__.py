"""Status: how far the translations, the promised publicity and the deadlines are."""
