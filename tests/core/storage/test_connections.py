"""Connections: one a thread, transactions whole, files private, failures tried anew."""

import contextlib
import sqlite3
import stat
import sys
import threading

import pytest

from desktop.core import limits
from desktop.core.errors import LibraryUnwritable
from desktop.core.storage.connections import Connections


@pytest.fixture
def path(tmp_path):
    return tmp_path / "home" / "library.db"


@pytest.fixture
def connections(path):
    connections = Connections(path)
    yield connections
    connections.close()


def put(connections, key):
    with connections.writing() as connection:
        connection.execute("INSERT INTO settings VALUES (?, '1')", (key,))


def keys(connections):
    with connections.reading() as connection:
        return [key for (key,) in connection.execute("SELECT key FROM settings ORDER BY key")]


def in_thread(act):
    thread = threading.Thread(target=act)
    thread.start()
    thread.join()


def test_a_transaction_is_kept_whole_or_not_at_all(connections):
    put(connections, "a")
    with contextlib.suppress(ZeroDivisionError), connections.writing() as connection:
        connection.execute("INSERT INTO settings VALUES ('b', '1')")
        raise ZeroDivisionError
    assert keys(connections) == ["a"]
    put(connections, "b")
    assert keys(connections) == ["a", "b"]


def test_writes_are_durable_and_deleted_text_is_wiped(connections):
    with connections.writing() as connection:
        values = [
            connection.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("journal_mode", "synchronous", "secure_delete", "fullfsync")
        ]
    assert values == ["wal", 2, 1, 1]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has rights of another kind")
def test_only_the_person_can_read_the_files(connections, path):
    put(connections, "a")
    modes = {file.name: stat.S_IMODE(file.stat().st_mode) for file in path.parent.iterdir()}
    assert modes == dict.fromkeys(("library.db", "library.db-wal", "library.db-shm"), 0o600)
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has rights of another kind")
def test_a_folder_that_was_there_keeps_its_rights(connections, path):
    path.parent.mkdir(mode=0o755)
    path.touch(mode=0o644)
    put(connections, "a")
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o755
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_each_thread_has_its_connection(connections):
    seen = []

    def note():
        with connections.reading() as first, connections.reading() as second:
            seen.append((first, second))

    note()
    in_thread(note)
    assert all(first is second for first, second in seen)
    assert seen[0][0] is not seen[1][0]


def test_the_log_of_changes_is_gone_after_closing(connections, path):
    put(connections, "a")
    in_thread(lambda: put(connections, "b"))
    connections.close()
    assert [file.name for file in path.parent.iterdir()] == ["library.db"]
    assert keys(connections) == ["a", "b"]


def test_a_failure_is_tried_anew(connections, path):
    path.mkdir(parents=True)
    with pytest.raises(LibraryUnwritable) as failed:
        put(connections, "a")
    assert failed.value.reason == "folder"
    path.rmdir()
    put(connections, "a")


def test_a_busy_file_is_said_so(connections, path, monkeypatch):
    monkeypatch.setattr(limits, "DISK_BUSY_SECONDS", 0.02)
    put(connections, "a")
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(LibraryUnwritable) as failed:
        put(connections, "b")
    other.close()
    assert failed.value.reason == "busy"
    put(connections, "b")


def test_a_large_file_is_not_checked_whole(connections, path, monkeypatch):
    monkeypatch.setattr(limits, "CHECKED_LIBRARY_BYTES", 4096)
    for number in range(200):
        put(connections, f"{number:03}" + "x" * 300)
    connections.close()
    data = bytearray(path.read_bytes())
    data[-4096:] = b"\xa5" * 4096
    path.write_bytes(data)
    with connections.reading():
        assert connections.kept_aside is None


def test_another_thread_leaves_the_damaged_file_when_it_asks_again(connections, path):
    go, seen = [threading.Event(), threading.Event()], []

    def other_thread():
        put(connections, "old")
        go[0].set()
        assert go[1].wait(10)
        seen.extend(keys(connections))

    thread = threading.Thread(target=other_thread)
    thread.start()
    assert go[0].wait(10)
    connections._is_damaged = True
    put(connections, "new")
    go[1].set()
    thread.join()
    assert seen == ["new"]
    assert connections.kept_aside.exists()


def test_a_file_that_was_cut_within_its_last_page_is_damaged(connections, path):
    put(connections, "a")
    connections.close()
    path.write_bytes(path.read_bytes()[:-1])
    assert keys(connections) == []
    assert connections.kept_aside is not None


def test_programs_that_begin_the_file_at_the_same_moment(path):
    together, begun = threading.Barrier(4), []

    def begin():
        connections = Connections(path)
        together.wait(10)
        put(connections, str(threading.get_ident()))
        begun.append(connections)

    threads = [threading.Thread(target=begin) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(keys(begun[0])) == 4
    for connections in begun:
        connections.close()
