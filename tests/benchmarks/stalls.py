"""The largest stall of the real window while somebody types, sends, cancels and reads 1 MB."""

from __future__ import annotations

import shutil
import statistics
import subprocess
import sys
from pathlib import Path

from tests.benchmarks.table import Row, print_table
from tests.support.xvfb import Desktop, why_not

ROOT = Path(__file__).resolve().parent.parent.parent
PROBE = (sys.executable, str(ROOT / "tests" / "benchmarks" / "stall_probe.py"))
SCENARIOS = {
    "typing": "typing in the URL",
    "sending": "sending, showing the goat",
    "cancelling": "cancelling",
    "showing": "showing 1 MB of JSON",
}
RUNS = 5
MOST_TRIES = 15
BAR_MS = 50
QUIET_MS = 20
"""A run counts only while a Qt process that does nothing stays under this."""
LIMIT_SECONDS = 60


def main() -> bool:
    """Print the median of the largest stalls; True when all are within the bar."""
    if reason := why_not():
        print(f"stalls were not measured: {reason}")
        return True
    with Desktop() as desktop:
        server = _start(desktop, "serve")
        address = server.stdout.readline().strip()
        try:
            rows = [_row(desktop, name, address) for name in SCENARIOS]
        finally:
            server.kill()
            server.communicate()
    return print_table(f"Stalls: median of {RUNS} runs, largest gap of a 5 ms timer", rows)


def _row(desktop: Desktop, name: str, address: str) -> Row:
    stalls = []
    for _ in range(MOST_TRIES):
        stall, quiet = _run(desktop, name, address)
        if quiet < QUIET_MS:
            stalls.append(stall)
        if len(stalls) == RUNS:
            break
    if not stalls:
        raise RuntimeError("this computer is too busy to measure stalls")
    print(f"  {name}: {', '.join(f'{one:.0f}' for one in stalls)} ms")
    return Row(SCENARIOS[name], statistics.median(stalls), "ms", BAR_MS)


def _run(desktop: Desktop, name: str, address: str) -> tuple[float, float]:
    """The stall of the window, and that of the idle process beside it."""
    shutil.rmtree(desktop.home / "bleat", ignore_errors=True)
    beside = _start(desktop, "idle")
    window = _start(desktop, name, address)
    try:
        stall = window.communicate(timeout=LIMIT_SECONDS)[0]
        quiet = beside.communicate(timeout=LIMIT_SECONDS)[0]
    finally:
        window.kill()
        beside.kill()
    if window.returncode or not stall.strip():
        raise RuntimeError(f"the scenario {name} left with {window.returncode}")
    return float(stall.split()[-1]), float(quiet)


def _start(desktop: Desktop, *words: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [*PROBE, *words],
        cwd=ROOT, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        env=desktop.environment | {"BLEAT_HOME": str(desktop.home / "bleat")},
    )  # fmt: skip
