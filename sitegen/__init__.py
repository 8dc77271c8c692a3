"""sitegen: a multilingual static site generator for publicly funded projects."""

__version__ = "0.1.0"
