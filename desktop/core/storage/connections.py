"""One SQLite connection for each thread that uses the library, opened when it is first needed."""

from __future__ import annotations

import os
import sqlite3
import threading
import time
from contextlib import closing, contextmanager, suppress
from typing import TYPE_CHECKING, Final, cast

from desktop.core import limits
from desktop.core.errors import LibraryDamaged, LibraryUnwritable, StorageFailure
from desktop.core.storage.damaged_file import keep_aside
from desktop.core.storage.migrations import migrate, schema_version
from desktop.core.storage.sqlite_failures import storage_failures

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_SMALLEST_PAGE: Final = 512
_BUSY_PAUSE: Final = 0.01
_TABLES: Final = frozenset({"open_requests", "settings", "secrets"})


class Connections:
    """Gives each thread its connection; a file that is damaged is kept aside on the way.

    After a failure the thread's connection is dropped, so that the next use tries anew.
    """

    def __init__(self, path: Path) -> None:
        # A library behind a symbolic link keeps its companions beside the real file.
        self._path = path.resolve()
        self._mine = threading.local()
        self._lock = threading.RLock()
        self._open_ones: set[sqlite3.Connection] = set()
        self._file_number = 0
        self._is_damaged = False
        self.kept_aside: Path | None = None
        """Where the last damaged library went; None when there was none."""

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """A connection to read with, also where the file cannot be written."""
        with self._guarded():
            try:
                connection = self._connection()
            except LibraryUnwritable:
                reader = _read_only(self._path)
                if reader is None:
                    raise
                with closing(reader):
                    yield reader
            else:
                yield connection

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """A transaction: all of what is done inside is kept, or nothing."""
        with self._guarded():
            connection = self._connection()
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
                connection.execute("COMMIT")
            except BaseException:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                raise

    def close(self) -> None:
        """Close all; nothing may be running in another thread any more."""
        with self._lock:
            for connection in self._open_ones:
                connection.close()
            self._open_ones.clear()
            self._file_number += 1

    @contextmanager
    def _guarded(self) -> Iterator[None]:
        try:
            with storage_failures(self._path):
                yield
        except StorageFailure as failure:
            self._is_damaged = self._is_damaged or isinstance(failure, LibraryDamaged)
            self._drop()
            raise

    def _connection(self) -> sqlite3.Connection:
        connection, number = getattr(self._mine, "connection", (None, -1))
        if connection is not None and number == self._file_number and not self._is_damaged:
            return cast("sqlite3.Connection", connection)
        self._drop()
        with self._lock:
            connection = self._open()
            self._open_ones.add(connection)
            self._mine.connection = (connection, self._file_number)
        return connection

    def _open(self) -> sqlite3.Connection:
        if not self._is_damaged:
            try:
                return _open(self._path)
            except LibraryDamaged:
                self._is_damaged = True
        # Other threads keep the old file until they ask again and see the new number.
        self.kept_aside = keep_aside(self._path) or self.kept_aside
        self._file_number += 1
        self._is_damaged = False
        return _open(self._path)

    def _drop(self) -> None:
        connection, _ = getattr(self._mine, "connection", (None, -1))
        if connection is not None:
            with self._lock:
                self._open_ones.discard(connection)
            connection.close()
        self._mine.connection = (None, -1)


def _open(path: Path) -> sqlite3.Connection:
    with storage_failures(path):
        _create(path)
        _check_size(path)
        connection = _connect(path, "rw")
        try:
            _prepare(connection, path)
        except BaseException:
            connection.close()
            raise
    return connection


def _read_only(path: Path) -> sqlite3.Connection | None:
    """A file that cannot be written, read without companion files where that must be."""
    for mode in ("ro", "ro&immutable=1"):
        with suppress(sqlite3.OperationalError):
            connection = _connect(path, mode)
            try:
                schema_version(connection)
                connection.execute("SELECT 1 FROM settings").fetchone()
            except BaseException:
                connection.close()
                raise
            return connection
    return None


def _connect(path: Path, mode: str) -> sqlite3.Connection:
    connection = sqlite3.connect(
        f"{path.as_uri()}?mode={mode}",
        uri=True,
        timeout=limits.DISK_BUSY_SECONDS,
        isolation_level=None,
        check_same_thread=False,
    )
    connection.text_factory = _lenient_text
    return connection


def _lenient_text(data: bytes) -> str:
    return data.decode("utf-8", "replace")


def _create(path: Path) -> None:
    """Make the file for this person only; SQLite gives its companion files the same rights.

    An existing file is not opened here: closing it would let go of SQLite's own locks on it.
    """
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    if path.is_dir():
        raise LibraryUnwritable("folder")
    with suppress(FileExistsError):
        os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
    with suppress(OSError):
        path.chmod(0o600)


def _write_ahead(connection: sqlite3.Connection) -> None:
    """Switch to a log of changes; SQLite itself does not wait where two programs begin a file."""
    deadline = time.monotonic() + limits.DISK_BUSY_SECONDS
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorname != "SQLITE_BUSY" or time.monotonic() > deadline:
                raise
            time.sleep(_BUSY_PAUSE)
        else:
            return


def _check_size(path: Path) -> None:
    """Refuse a file that was cut within its last page, which SQLite would fill up with zeros.

    While a log of changes stands beside it, the file need not be whole.
    """
    log = path.with_name(path.name + "-wal")
    is_whole = path.stat().st_size % _SMALLEST_PAGE == 0
    if not is_whole and not (log.exists() and log.stat().st_size):
        raise LibraryDamaged(str(path))


def _prepare(connection: sqlite3.Connection, path: Path) -> None:
    schema_version(connection)
    _write_ahead(connection)
    for setting in (
        "synchronous = FULL",
        "fullfsync = ON",
        "checkpoint_fullfsync = ON",
        "secure_delete = ON",
        "trusted_schema = OFF",
        "cell_size_check = ON",
    ):
        connection.execute(f"PRAGMA {setting}")
    if path.stat().st_size <= limits.CHECKED_LIBRARY_BYTES:
        found = connection.execute("PRAGMA quick_check(1)").fetchone()
        if found != ("ok",):
            raise LibraryDamaged(str(path))
    migrate(connection)
    tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
    if not tables >= _TABLES:
        raise LibraryDamaged(str(path))
