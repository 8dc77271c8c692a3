"""The nouns: frozen values without input or output, which every room above may use."""
