"""A writer that is killed at random moments: the library always opens, with all that was said."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from desktop.core.storage.library import Library
from tests.support.library_writer import numbered
from tests.support.secret_memory import SecretMemory

KILLS = 200 if os.environ.get("BLEAT_THOROUGH") else 25
ROOT = Path(__file__).parents[3]


def write_until_killed(path, first, seconds):
    """Start the writer, let it work this long, kill it; the last number that it announced."""
    writer = subprocess.Popen(
        [sys.executable, "-m", "tests.support.library_writer", str(path), str(first)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    )
    announced = writer.stdout.readline()
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        announced = writer.stdout.readline()
    writer.send_signal(signal.SIGKILL)
    rest, _ = writer.communicate()
    whole = [line for line in rest.splitlines(keepends=True) if line.endswith("\n")]
    return int(whole[-1] if whole else announced)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no kill -9")
@pytest.mark.timeout(20 + 2 * KILLS)
def test_nothing_that_was_announced_is_lost(tmp_path):
    path = tmp_path / "library.db"
    chance = random.Random(4628)
    last = 0
    for _ in range(KILLS):
        last = write_until_killed(path, last + 1, chance.uniform(0, 0.03))
        library = Library.open(path, SecretMemory())
        (opened,) = library.open_requests()
        found = int(opened.request.headers[0].value)
        assert library.kept_aside is None
        assert found in {last, last + 1}
        assert opened.request == numbered(found)
        library.close()
