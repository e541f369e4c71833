"""What this program is called and which version it is."""

from __future__ import annotations

import sys
from typing import Final

NAME: Final = "Bleat"
DISTRIBUTION: Final = "bleat-desktop"


def version() -> str:
    """The version as the package says it; the import costs 20 ms, so never while starting."""
    from importlib.metadata import PackageNotFoundError, version  # noqa: PLC0415

    try:
        return version(DISTRIBUTION)
    except PackageNotFoundError:
        return "0"


def own_command(*words: str) -> tuple[str, ...]:
    """The command line that runs this program once more, packaged or from source."""
    if getattr(sys, "frozen", False):
        return (sys.executable, *words)
    return (sys.executable, "-m", "desktop", *words)
