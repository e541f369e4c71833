"""Writes that fail, each in turn: the old state stays whole, and there is a word for it."""

import contextlib
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from desktop.core.errors import LibraryUnwritable
from desktop.core.model.request import Body, Request
from desktop.core.storage.library import Library
from tests.support.secret_memory import SecretMemory

ROOT = Path(__file__).parents[3]
LARGE = Request(url="https://a.example/", body=Body("text", "x" * 300_000))
SMALL = Request(url="https://a.example/small")

EVERY_WRITE = """
import resource, sys
from pathlib import Path
from desktop.core.errors import LibraryUnwritable
from desktop.core.model.request import Body, Request
from desktop.core.storage.library import Library
from tests.support.secret_memory import SecretMemory

path, step = Path(sys.argv[1]), int(sys.argv[2])
hard = resource.getrlimit(resource.RLIMIT_FSIZE)[1]

def allow(size):
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))

def request(number):
    return Request(url=str(number), body=Body("text", str(number) * 4000))

library = Library(path, SecretMemory())
library.save_request("one", request(0))
failures = successes = 0
for size in range(0, 200_000, step):
    old = library.open_requests()[0].request
    new = request(size + 1)
    allow(size)
    try:
        library.save_request("one", new)
        succeeded = True
    except LibraryUnwritable as failure:
        assert failure.reason in {"disk_error", "disk_full"}, failure.reason
        succeeded = False
    finally:
        allow(hard)
    failures, successes = failures + (not succeeded), successes + succeeded
    fresh = Library(path, SecretMemory())
    (found,) = fresh.open_requests()
    assert found.request == (new if succeeded else old), (size, succeeded, found.request.url)
    assert fresh.kept_aside is None
    fresh.close()
    library.save_request("one", new)
    if size // step % 5 == 0:
        library.close()
print(failures, successes)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit of this kind")
def test_every_write_fails_in_turn(tmp_path):
    ran = subprocess.run(
        [sys.executable, "-c", EVERY_WRITE, str(tmp_path / "library.db"), "509"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.stderr == ""
    failures, successes = map(int, ran.stdout.split())
    assert failures > 10
    assert successes > 10


@pytest.fixture
def small_disk(tmp_path):
    """A disk of 256 KB, where we may have one."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", str(folder)]
    try:
        subprocess.run(mount, check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError) as error:
        pytest.skip(f"no small disk here: {error}")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)


def fill_up(folder):
    """Leave no room at all; returns the file that took it."""
    filler = folder / "filler"
    with filler.open("wb", buffering=0) as file, contextlib.suppress(OSError):
        while True:
            file.write(bytes(4096))
    return filler


def reason_of(act):
    with pytest.raises(LibraryUnwritable) as failed:
        act()
    return failed.value.reason


def test_a_full_disk_keeps_the_old_and_takes_the_new_when_there_is_room(small_disk):
    path = small_disk / "library.db"
    library = Library(path, SecretMemory())
    library.save_request("one", SMALL)
    assert reason_of(lambda: library.save_request("one", LARGE)) == "disk_full"
    assert library.open_requests()[0].request == SMALL
    later = replace(SMALL, method="PUT")
    library.save_request("one", later)
    library.close()
    opened = Library(path, SecretMemory())
    assert opened.open_requests()[0].request == later
    opened.close()


def test_a_library_on_a_full_disk_can_still_be_read(small_disk):
    path = small_disk / "library.db"
    library = Library(path, SecretMemory())
    library.save_request("one", SMALL)
    library.close()
    filler = fill_up(small_disk)
    assert library.open_requests()[0].request == SMALL
    assert reason_of(lambda: library.save_request("one", LARGE)) in {"disk_full", "disk_error"}
    filler.unlink()
    library.save_request("one", replace(SMALL, name="room"))
    assert library.open_requests()[0].request.name == "room"
    library.close()


def test_a_full_disk_has_no_room_for_a_new_library(small_disk):
    filler = fill_up(small_disk)
    library = Library(small_disk / "home" / "library.db", SecretMemory())
    assert reason_of(lambda: library.save_request("one", SMALL)) in {"disk_full", "disk_error"}
    filler.unlink()
    library.save_request("one", SMALL)
    library.close()


@pytest.mark.parametrize("closed", [True, False])
def test_a_library_on_a_disk_that_cannot_be_written(small_disk, closed):
    path = small_disk / "library.db"
    library = Library(path, SecretMemory())
    library.save_request("one", SMALL)
    if closed:
        library.close()
    else:
        # As a kill leaves it: the change is only in the log.
        for file in list(small_disk.iterdir()):
            (small_disk / f"copy-{file.name.removeprefix('library.')}").write_bytes(
                file.read_bytes()
            )
        library.close()
        for name in ("db", "db-wal", "db-shm"):
            (small_disk / f"copy-{name}").replace(small_disk / f"library.{name}")
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    opened = Library(path, SecretMemory())
    assert opened.open_requests()[0].request == SMALL
    assert opened.settings() == {}
    assert reason_of(lambda: opened.save_request("one", LARGE)) in {"read_only", "no_access"}
    opened.close()
