"""The lock of a target: who publishes there, since when, and whether that is still true. Touches nothing itself."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from sitegen.problems import Mistake
from sitegen.publish import faults
from sitegen.publish.manifest import OURS

LOCK = f"{OURS}/lock.json"
PULSE = timedelta(minutes=1)
"""So often who works for long gives a sign of life."""
DEAD = timedelta(minutes=30)
"""Without a sign of life for so long, a lock holds nobody off; clocks may differ by some minutes."""


@dataclass(frozen=True)
class Holder:
    """Who publishes."""

    by: str
    """User and machine: `ivanova@kmetstvo-3`."""
    since: datetime
    """With its zone."""
    token: str
    """Chance letters: tell our own lock from another's."""
    process: int = 0
    """Its number on that machine."""
    alive: datetime | None = None
    """The last sign of life."""

    @property
    def last_sign(self) -> datetime:
        """When the holder was at work for certain."""
        return self.alive or self.since


def written(holder: Holder) -> bytes:
    """The text of a lock."""
    data = {
        "by": holder.by,
        "since": holder.since.isoformat(),
        "token": holder.token,
        "process": holder.process,
        "alive": holder.last_sign.isoformat(),
    }
    return json.dumps(data, ensure_ascii=False).encode()


def read_holder(data: bytes) -> Holder | None:
    """The holder that a lock names; None where the text was cut short."""
    try:
        found = json.loads(data)
        since, alive = (datetime.fromisoformat(found[key]) for key in ("since", "alive"))
        return Holder(str(found["by"]), since, str(found["token"]), int(found["process"]), alive)
    except (ValueError, KeyError, TypeError):
        return None


def alive(holder: Holder, now: datetime) -> Holder:
    """The same holder with a new sign of life."""
    return replace(holder, alive=now)


def holds_off(other: Holder | None, us: Holder, is_running: Callable[[int], bool]) -> bool:
    """Whether another one's lock still counts: not when its process here is gone, or when it was silent for long."""
    if other is None or other.token == us.token:
        return False
    if other.by == us.by and not is_running(other.process):
        return False
    return us.last_sign - other.last_sign < DEAD


def told(target: str, other: Holder) -> Mistake:
    """The complaint of the second publisher."""
    return faults.locked(target, other.by, other.since)


def is_running(process: int) -> bool:
    """Whether a process of this machine is at work; where nobody can tell, it is."""
    if process <= 0 or os.name == "nt":
        return True
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True
