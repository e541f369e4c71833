"""From exec to the first painted window, beside a bare window: 15 interleaved runs, medians."""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from tests.benchmarks.table import Row, print_table
from tests.support.xvfb import Desktop, why_not

if TYPE_CHECKING:
    from collections.abc import Sequence

ROOT = Path(__file__).resolve().parent.parent.parent
BUILT = ROOT / "dist" / "bleat" / "bleat"
RUNS = 15
BAR = 1.6
LIMIT_SECONDS = 30
TOO_EARLY = {"requests", "keyring", "flask", "pygments", "yaml", "numpy"}
"""What no window needs before it is up."""
BARE = "bare window"
SOURCE = "bleat, from source"
PACKAGED = "bleat, packaged"


def main() -> bool:
    """Print the medians and the ratios; True when they are within the bar."""
    if reason := why_not():
        print(f"start-up was not measured: {reason}")
        return True
    with Desktop() as desktop:
        commands = _commands()
        for command in commands.values():
            first_paint(desktop, command)
        times = {name: [] for name in commands}
        for _ in range(RUNS):
            for name, command in commands.items():
                times[name].append(first_paint(desktop, command)[0])
        early = TOO_EARLY & set(first_paint(desktop, commands[SOURCE])[1])
    within = print_table(f"Start-up: exec to first paint, {RUNS} runs", _rows(times))
    if early:
        print(f"  imported before the window is up: {', '.join(sorted(early))}: PAST ITS BAR")
    return within and not early


def _commands() -> dict[str, Sequence[str]]:
    commands = {
        BARE: (sys.executable, str(ROOT / "tests" / "benchmarks" / "bare_window.py")),
        SOURCE: (sys.executable, "-m", "desktop"),
    }
    if BUILT.exists():
        commands[PACKAGED] = (str(BUILT),)
    else:
        print("The packaged program is not there: .ci/run builds it.")
    return commands


def _rows(times: dict[str, list[float]]) -> list[Row]:
    medians = {name: statistics.median(one) * 1000 for name, one in times.items()}
    rows = [Row(name, median, "ms") for name, median in medians.items()]
    rows += [Row(f"{name}, fastest", min(one) * 1000, "ms") for name, one in times.items()]
    return rows + [
        Row(f"{name} / {BARE}", median / medians[BARE], "times", BAR)
        for name, median in medians.items()
        if name != BARE
    ]


def first_paint(desktop: Desktop, command: Sequence[str]) -> tuple[float, list[str]]:
    """Seconds from exec to the first paint, and the modules that were loaded by then."""
    report = desktop.home / "first-paint.txt"
    report.unlink(missing_ok=True)
    variables = {"BLEAT_EXIT_AFTER_PAINT": str(report), "BLEAT_HOME": str(desktop.home / "bleat")}
    start = time.monotonic()
    status = subprocess.run(
        command, cwd=ROOT, env=desktop.environment | variables, check=False, timeout=LIMIT_SECONDS
    ).returncode
    if status or not report.exists():
        raise RuntimeError(f"{' '.join(command)} left with {status} and without a first paint")
    moment, *modules = report.read_text(encoding="utf-8").splitlines()
    return float(moment) - start, modules
