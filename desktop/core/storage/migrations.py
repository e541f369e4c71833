"""The schema of the library, one step a version.

1. Open requests, settings, and an index of the secrets that the keyring was given.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from desktop.core.errors import LibraryNewer

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable


def _begin(connection: sqlite3.Connection) -> None:
    connection.execute(
        "CREATE TABLE open_requests (id TEXT PRIMARY KEY, position INTEGER NOT NULL,"
        " document TEXT NOT NULL, changed REAL NOT NULL)"
    )
    connection.execute("CREATE TABLE settings (key TEXT PRIMARY KEY, value TEXT NOT NULL)")
    # Names only: keyrings cannot list what they hold, and nothing must be left behind in them.
    connection.execute(
        "CREATE TABLE secrets (id TEXT PRIMARY KEY, request TEXT NOT NULL, in_use INTEGER NOT NULL)"
    )


_STEPS: Final[tuple[Callable[[sqlite3.Connection], None], ...]] = (_begin,)
VERSION: Final = len(_STEPS)
"""The schema version that this Bleat writes."""


def schema_version(connection: sqlite3.Connection) -> int:
    """The version in the file; 0 where nothing was written yet. Raises `LibraryNewer`."""
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    if version > VERSION:
        raise LibraryNewer(version)
    return version


def migrate(connection: sqlite3.Connection) -> None:
    """Bring the schema up to date, as a whole or not at all; another program may be at it too."""
    if schema_version(connection) == VERSION:
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        for step in _STEPS[schema_version(connection) :]:
            step(connection)
        connection.execute(f"PRAGMA user_version = {VERSION}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
