"""The ground: letters, slugs and typography; functions from text to text."""
