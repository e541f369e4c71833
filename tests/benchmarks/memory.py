"""What the idle program holds: PSS of all its processes, some seconds after the first paint."""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from tests.benchmarks.table import Row, print_table
from tests.support.xvfb import Desktop, why_not

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

ROOT = Path(__file__).resolve().parent.parent.parent
BUILT = ROOT / "dist" / "bleat" / "bleat"
BAR_MB = 100
SETTLE_SECONDS = 4
"""Longer than the imports that are made after the first paint."""


def main() -> bool:
    """Print the memory of the idle program; True when it is within the bar."""
    if reason := why_not():
        print(f"memory was not measured: {reason}")
        return True
    commands = {"bleat, from source": (sys.executable, "-m", "desktop")}
    if BUILT.exists():
        commands["bleat, packaged"] = (str(BUILT),)
    with Desktop() as desktop:
        rows = [
            Row(f"{name}, idle", _idle_megabytes(desktop, command), "MB PSS", BAR_MB)
            for name, command in commands.items()
        ]
    return print_table("Memory", rows)


def _idle_megabytes(desktop: Desktop, command: Sequence[str]) -> float:
    process = desktop.start(*command, BLEAT_HOME=str(desktop.home / "bleat"), PYTHONPATH=str(ROOT))
    time.sleep(SETTLE_SECONDS)
    if process.poll() is not None:
        raise RuntimeError(f"{' '.join(command)} did not stay:\n{desktop.output()}")
    total = sum(pss_megabytes(pid) for pid in family(process.pid))
    process.terminate()
    process.wait()
    return total


def family(pid: int) -> Iterator[int]:
    """A process and all that it started."""
    yield pid
    for task in Path(f"/proc/{pid}/task").iterdir():
        for child in (task / "children").read_text().split():
            yield from family(int(child))


def pss_megabytes(pid: int) -> float:
    """Its memory, with what is shared divided among those who share it."""
    for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1]) / 1024
    return 0.0
