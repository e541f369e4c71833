"""SQLite's and the system's errors as failures that have words."""

from __future__ import annotations

import errno
import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from desktop.core.errors import LibraryDamaged, LibraryUnwritable, StorageFailure

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_DAMAGED: Final = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB})
_SQLITE_REASONS: Final = {
    sqlite3.SQLITE_FULL: "disk_full",
    sqlite3.SQLITE_READONLY: "read_only",
    sqlite3.SQLITE_PERM: "no_access",
    sqlite3.SQLITE_CANTOPEN: "no_access",
    sqlite3.SQLITE_BUSY: "busy",
    sqlite3.SQLITE_LOCKED: "busy",
    sqlite3.SQLITE_PROTOCOL: "busy",
}
_SYSTEM_REASONS: Final = {
    errno.ENOSPC: "disk_full",
    errno.EDQUOT: "disk_full",
    errno.EROFS: "read_only",
    errno.EACCES: "no_access",
    errno.EPERM: "no_access",
    errno.EISDIR: "folder",
}
_PRIMARY_CODE: Final = 0xFF


@contextmanager
def storage_failures(path: Path) -> Iterator[None]:
    """Raise a `StorageFailure` instead of what SQLite or the system raises inside."""
    try:
        yield
    except sqlite3.Error as error:
        raise _sqlite_failure(error, path) from error
    except OSError as error:
        raise LibraryUnwritable(_SYSTEM_REASONS.get(error.errno or 0, "disk_error")) from error


def _sqlite_failure(error: sqlite3.Error, path: Path) -> StorageFailure:
    # SQLite's extended codes carry the primary one in the lowest byte.
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & _PRIMARY_CODE
    if code in _DAMAGED:
        return LibraryDamaged(str(path))
    if path.is_dir():
        return LibraryUnwritable("folder")
    return LibraryUnwritable(_SQLITE_REASONS.get(code, "disk_error"))
