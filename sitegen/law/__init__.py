"""Law as data: programmes, funds and thresholds, each with its source, where a person can correct them."""
