"""How far a running send has come."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Phase = Literal["starting", "name", "connect", "tls", "sending", "waiting", "receiving"]


@dataclass(frozen=True, slots=True)
class Progress:
    """`total` is None where the server did not say how many bytes come."""

    phase: Phase
    host: str = ""
    done: int = 0
    total: int | None = None
