"""Errors of SQLite and of the system, with names that have words."""

import errno
import sqlite3

import pytest

from desktop.core.errors import LibraryDamaged, LibraryNewer, LibraryUnwritable
from desktop.core.storage.sqlite_failures import storage_failures


def sqlite_error(code):
    error = sqlite3.OperationalError("words of SQLite")
    error.sqlite_errorcode = code
    return error


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (sqlite_error(sqlite3.SQLITE_FULL), "disk_full"),
        (sqlite_error(sqlite3.SQLITE_READONLY_DIRECTORY), "read_only"),
        (sqlite_error(sqlite3.SQLITE_CANTOPEN_FULLPATH), "no_access"),
        (sqlite_error(sqlite3.SQLITE_BUSY_SNAPSHOT), "busy"),
        (sqlite_error(sqlite3.SQLITE_IOERR_FSYNC), "disk_error"),
        (sqlite3.InterfaceError("no code at all"), "disk_error"),
        (OSError(errno.ENOSPC, "full"), "disk_full"),
        (PermissionError(errno.EACCES, "no"), "no_access"),
        (OSError(errno.EROFS, "no"), "read_only"),
        (OSError("no number"), "disk_error"),
    ],
)
def test_a_file_that_cannot_be_written(tmp_path, error, reason):
    with pytest.raises(LibraryUnwritable) as failed, storage_failures(tmp_path / "library.db"):
        raise error
    assert failed.value.reason == reason
    assert failed.value.__cause__ is error


@pytest.mark.parametrize("code", [sqlite3.SQLITE_CORRUPT_INDEX, sqlite3.SQLITE_NOTADB])
def test_a_file_that_is_damaged(tmp_path, code):
    path = tmp_path / "library.db"
    with pytest.raises(LibraryDamaged) as failed, storage_failures(path):
        raise sqlite_error(code)
    assert failed.value.path == str(path)


def test_a_folder(tmp_path):
    with pytest.raises(LibraryUnwritable) as failed, storage_failures(tmp_path):
        raise sqlite_error(sqlite3.SQLITE_CANTOPEN)
    assert failed.value.reason == "folder"


def test_failures_that_have_a_name_keep_it(tmp_path):
    with pytest.raises(LibraryNewer), storage_failures(tmp_path):
        raise LibraryNewer(7)
