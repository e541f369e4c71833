"""How long a send may take, and how much of an answer is kept."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.core import limits


@dataclass(frozen=True, slots=True)
class Bounds:
    """Seconds and bytes; a body above `in_memory` goes to a file, and ends at `body`."""

    deadline: float = limits.DEADLINE_SECONDS
    connect: float = limits.CONNECT_SECONDS
    body: int = limits.BODY_CAP
    in_memory: int = limits.BODY_IN_MEMORY
