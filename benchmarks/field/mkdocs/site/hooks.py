"""Gives the words to the templates."""

import json
from pathlib import Path
from typing import Any


def on_env(env: Any, **_: Any) -> Any:
    """Called once a build."""
    env.globals["words"] = json.loads(Path("words.json").read_text(encoding="utf-8"))
    return env
