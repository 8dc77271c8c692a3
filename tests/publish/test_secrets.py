"""Secrets: from the environment, the keyring or a prompt; shown by nothing."""

from __future__ import annotations

import sys
from types import ModuleType

import pytest

from sitegen.problems import Mistake
from sitegen.publish.secrets import Secrets, variable_of


@pytest.fixture
def keyring(monkeypatch: pytest.MonkeyPatch) -> dict[tuple[str, str], str]:
    """A keyring with what a test puts in."""
    kept: dict[tuple[str, str], str] = {}
    room, errors = ModuleType("keyring"), ModuleType("keyring.errors")
    room.get_password = lambda service, account: kept.get((service, account))  # type: ignore[attr-defined]
    errors.KeyringError = OSError  # type: ignore[attr-defined]
    room.errors = errors  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "keyring", room)
    monkeypatch.setitem(sys.modules, "keyring.errors", errors)
    return kept


def test_the_environment_comes_first_then_the_keyring_then_a_question(keyring: dict[tuple[str, str], str]) -> None:
    asked: list[str] = []

    def prompt(what: str) -> str:
        asked.append(what)
        return "typed"

    keyring["sitegen", "web/password"] = "kept"
    assert Secrets("web", {"SITEGEN_WEB_PASSWORD": "env"}, prompt).need("password") == "env"
    assert Secrets("web", {"OTHER": "named"}, prompt).need("password", "OTHER") == "named"
    assert Secrets("web", {}, prompt).need("password") == "kept"
    secrets = Secrets("trial", {}, prompt)
    assert [secrets.need("password"), secrets.need("password")] == ["typed", "typed"]
    assert asked == ["password"]


def test_nobody_is_asked_for_what_is_not_needed(keyring: dict[tuple[str, str], str]) -> None:
    assert Secrets("web", {}, lambda what: "typed").get("password") is None


def test_a_locked_keyring_has_nothing(keyring: dict[tuple[str, str], str], monkeypatch: pytest.MonkeyPatch) -> None:
    def locked(service: str, account: str) -> str:
        raise OSError

    monkeypatch.setattr(sys.modules["keyring"], "get_password", locked)
    assert Secrets("web").get("password") is None


def test_where_nobody_types_the_variable_is_named() -> None:
    with pytest.raises(Mistake) as told:
        Secrets("my-web").need("secret_key")
    assert told.value.code == "NET-03"
    assert "SITEGEN_MY_WEB_SECRET_KEY" in str(told.value.hint)
    assert variable_of("web", "password") == "SITEGEN_WEB_PASSWORD"


def test_no_secret_is_in_the_text_of_the_object() -> None:
    secrets = Secrets("web", {"SITEGEN_WEB_PASSWORD": "мусака"})
    assert secrets.need("password") == "мусака"
    assert "мусака" not in repr(secrets) + str(secrets)
