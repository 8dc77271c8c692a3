"""Editing: all that writes into the content folder; every byte that is not meant stays as it is."""
