"""The largest stall while an answer is read beside the window, shown, and paged through.

`showing.py probe` is the child process: it plays every scenario and prints its name, the stall and
when the body had been read, both in milliseconds.
"""

from __future__ import annotations

import io
import json
import os
import statistics
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT))

from PySide6.QtCore import QEventLoop, QObject, Qt, QTimer, Signal, Slot  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

from desktop.core.model.exchange import Response  # noqa: E402
from desktop.core.reading.read import read  # noqa: E402
from desktop.ui.jobs.picture_decoding import PictureDecoding  # noqa: E402
from desktop.ui.jobs.pool import Jobs  # noqa: E402
from desktop.ui.widgets.viewer.image_view import ImageView  # noqa: E402
from desktop.ui.widgets.viewer.line_view import LineView  # noqa: E402
from tests.benchmarks.table import Row, print_table  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.core.model.reading import Reading

RUNS = 5
BAR_MS = 50
MEASURED_ONLY = {"100 MB of JSON, as received"}
"""Its bar comes with the views for answers of any size; until then its figure is watched."""
PERIOD_MS = 5
PAGES = 10
PAGE_MS = 30
LIMIT_SECONDS = 300
MEGABYTE = 1_000_000
RECORD = {
    "id": 7, "name": "Billy Goat Gruff", "email": "billy@example.com", "active": True,
    "score": 618.034, "note": "größe, naïve, 東京", "address": {"city": "Oslo", "at": [59.9, 10.7]},
    "items": [{"sku": f"S{number}", "price": 19.90} for number in range(3)], "parent": None,
}  # fmt: skip


def json_body(megabytes: int) -> bytes:
    """Compact JSON, a list of objects on one line."""
    one = json.dumps(RECORD, ensure_ascii=False, separators=(",", ":")).encode()
    return b"[" + b",".join([one] * (megabytes * MEGABYTE // len(one))) + b"]"


def photograph() -> bytes:
    """A JPEG of 12 million pixels."""
    from PIL import Image

    file = io.BytesIO()
    Image.effect_noise((400, 300), 60).resize((4000, 3000)).convert("RGB").save(file, "JPEG")
    return file.getvalue()


BODIES: dict[str, tuple[str, Callable[[], bytes], bool]] = {
    "1 MB of JSON, tidied": ("application/json", lambda: json_body(1), True),
    "1 MB of JSON, one line as received": ("application/json", lambda: json_body(1), False),
    "1 MB of text in one line": ("text/plain", lambda: b"one plain word " * 66_667, True),
    "20 MB of text in one line": ("text/plain", lambda: "größe ".encode() * 2_500_000, True),
    "100 MB of JSON, as received": ("application/json", lambda: json_body(100), True),
    "a photograph of 12 million pixels": ("image/jpeg", photograph, True),
}
"""Content-Type, body, and whether the preview is shown (else the text as received)."""


class Scenario(QObject):
    """Reads in a thread, shows, turns pages; keeps the largest gap of a timer meanwhile."""

    _was_read = Signal(object)

    def __init__(self, content_type: str, body: bytes, *, preview: bool) -> None:
        super().__init__()
        headers = (("Content-Type", content_type),)
        self._response = Response(200, "OK", "HTTP/1.1", headers, body)
        self._preview = preview
        self._text, self._image = LineView(), ImageView()
        self._jobs = Jobs(_report)
        self._decoding = PictureDecoding(self._jobs, self)
        self._image.decode_wanted.connect(self._decoding.decode)
        self._decoding.decoded.connect(self._image.show_image)
        self._was_read.connect(self._show)
        self._loop = QEventLoop(self)
        self._ticks = _timer(self, PERIOD_MS, self._tick)
        self._turns = _timer(self, PAGE_MS, self._turn)
        self._left = PAGES
        self._begun = self._last = 0.0
        self.largest_ms = self.read_ms = 0.0

    def play(self) -> Scenario:
        """From the moment when the body is there, to the last page."""
        for view in (self._text, self._image):
            view.resize(1100, 700)
            view.show()
        QApplication.processEvents()
        self._begun = self._last = time.perf_counter()
        self._ticks.start()
        threading.Thread(target=self._read).start()
        self._loop.exec()
        for view in (self._text, self._image):
            view.close()
        self._jobs.close()
        return self

    def _read(self) -> None:
        self._was_read.emit(read(self._response))

    @Slot(object)
    def _show(self, reading: Reading) -> None:
        self.read_ms = (time.perf_counter() - self._begun) * 1000
        if reading.kind == "image":
            self._image.show_picture(self._response.body, reading.picture, "broken")
        else:
            self._text.set_lines(reading.preview if self._preview else reading.text)
        self._turns.start()

    @Slot()
    def _turn(self) -> None:
        self._left -= 1
        bar = self._text.verticalScrollBar()
        bar.setValue(bar.maximum() if self._left == 1 else bar.value() + bar.pageStep())
        if not self._left:
            self._loop.quit()

    @Slot()
    def _tick(self) -> None:
        now = time.perf_counter()
        self.largest_ms = max(self.largest_ms, (now - self._last) * 1000 - PERIOD_MS)
        self._last = now


def _timer(owner: QObject, period: int, slot: Callable[[], None]) -> QTimer:
    timer = QTimer(owner, interval=period, timerType=Qt.TimerType.PreciseTimer)
    timer.timeout.connect(slot)
    return timer


def _report(error: BaseException) -> None:
    print(f"a job failed: {error!r}", file=sys.stderr)


def probe() -> None:
    """Play every scenario, and print what came out."""
    application = QApplication([])
    for name, (content_type, make, preview) in BODIES.items():
        body = make()
        runs = [Scenario(content_type, body, preview=preview).play() for _ in range(RUNS)]
        stall = statistics.median(run.largest_ms for run in runs)
        moment = statistics.median(run.read_ms for run in runs)
        print(f"{name}\t{stall:.2f}\t{moment:.2f}", flush=True)
    application.quit()


def main() -> bool:
    """Print the medians; True when no stall is past the bar."""
    found = subprocess.run(
        [sys.executable, __file__, "probe"],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        cwd=ROOT, text=True, stdout=subprocess.PIPE, check=True, timeout=LIMIT_SECONDS,
    )  # fmt: skip
    figures = [line.split("\t") for line in found.stdout.splitlines() if "\t" in line]
    rows = [
        Row(name, float(stall), "ms", None if name in MEASURED_ONLY else BAR_MS)
        for name, stall, _ in figures
    ]
    within = print_table(f"Showing: largest stall, median of {RUNS} runs", rows)
    print_table("Showing: read after", [Row(name, float(ms), "ms") for name, _, ms in figures])
    return within


if __name__ == "__main__":
    if sys.argv[1:] == ["probe"]:
        probe()
    else:
        sys.exit(0 if main() else 1)
