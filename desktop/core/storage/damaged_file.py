"""Keeps a damaged library where the person can find it."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def keep_aside(path: Path) -> Path | None:
    """Rename a library and its companion files; nothing is ever overwritten.

    Returns the new path, or None where another program has done it already.
    """
    target = _free_path(path)
    try:
        path.rename(target)
    except FileNotFoundError:
        return None
    for companion in ("-wal", "-shm"):
        beside = path.with_name(path.name + companion)
        if beside.exists():
            beside.rename(target.with_name(target.name + companion))
    return target


def _free_path(path: Path) -> Path:
    day = datetime.now().astimezone().strftime("%Y-%m-%d")
    number = 1
    while True:
        ending = f"-{number}" if number > 1 else ""
        target = path.with_name(f"{path.stem}-damaged-{day}{ending}{path.suffix}")
        if not target.exists():
            return target
        number += 1
