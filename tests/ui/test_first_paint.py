"""The window says when it is up, and nothing is imported before that it does not need."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

from tests.benchmarks.startup import TOO_EARLY

ROOT = Path(__file__).resolve().parent.parent.parent
LIMIT_SECONDS = 30


def test_the_window_is_up_without_what_it_does_not_need_yet(tmp_path: Path) -> None:
    report = tmp_path / "report.txt"
    before = time.monotonic()
    ended = subprocess.run(
        [sys.executable, "-m", "desktop"], cwd=ROOT, check=False, timeout=LIMIT_SECONDS,
        env=os.environ | {"BLEAT_EXIT_AFTER_PAINT": str(report)},
    )  # fmt: skip
    assert ended.returncode == 0
    moment, *modules = report.read_text(encoding="utf-8").splitlines()
    assert before < float(moment) < time.monotonic()
    assert "desktop.app" in modules
    assert TOO_EARLY & set(modules) == set()
