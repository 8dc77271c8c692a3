"""Standings of translations."""

from __future__ import annotations

from sitegen.model.translation import STATE_WORDS, Drift, Standing, State


def test_the_changes_that_a_translation_has_not_followed() -> None:
    followed, open_ = Drift("title", "а", "б", is_answered=True), Drift("p1", "а", "б")
    assert Standing(State.STALE, (followed, open_)).unanswered == (open_,)


def test_every_state_has_words() -> None:
    assert set(STATE_WORDS) == set(State)
