"""Publishing: what a target has, what a site would change there, and how it gets there whole."""
