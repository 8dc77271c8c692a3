"""EXPLANATIONS, the one list: what each code of a problem means, why it matters, an example and its correction."""
