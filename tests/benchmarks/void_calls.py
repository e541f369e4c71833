"""Is a program alive after 20,000 void Qt calls and 20,000 emits?

PySide6 6.12.0 on Python 3.11 loses a reference to None, or to True, with each; then Python aborts.
"""

from __future__ import annotations

import os
import subprocess
import sys

from tests.benchmarks.table import Row, print_table

CALLS = 20_000
ENOUGH_LOST = CALLS / 10
PROGRAM = f"""
import sys
from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QApplication, QLabel

class Talker(QObject):
    said = Signal(bool)

class Listener(QObject):
    heard = 0
    @Slot(bool)
    def hear(self, yes):
        self.heard += yes

application = QApplication([])
label, talker, listener = QLabel(), Talker(), Listener()
talker.said.connect(listener.hear)
before = sys.getrefcount(None), sys.getrefcount(True)
for number in range({CALLS}):
    label.setText("goat")
for number in range({CALLS}):
    talker.said.emit(True)
assert listener.heard == {CALLS}
print(before[0] - sys.getrefcount(None), before[1] - sys.getrefcount(True))
"""


def main() -> bool:
    """Print how many references were lost; True when the program lived and lost none."""
    status, none_lost, true_lost = void_calls()
    print(f"\nA program that made {CALLS} void Qt calls and {CALLS} emits left with {status}.")
    rows = [
        Row("references to None lost", none_lost, "", ENOUGH_LOST),
        Row("references to True lost", true_lost, "", ENOUGH_LOST),
    ]
    return print_table("Void calls", rows) and status == 0


def void_calls() -> tuple[int, int, int]:
    """Exit status, and references to None and True that were lost (in a process of its own)."""
    ended = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    none_lost, true_lost = (int(word) for word in (ended.stdout.split() or ["0", "0"]))
    return ended.returncode, none_lost, true_lost
