"""The stair: the five steps of a build, and what happens to their results."""
