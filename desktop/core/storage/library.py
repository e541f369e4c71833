"""The person's library: one SQLite file that holds what they typed, and no secret.

Every call blocks on the disk and belongs into a job; all of them raise a `StorageFailure`.
"""

from __future__ import annotations

import json
import os
import threading
import time
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from desktop.core.storage.connections import Connections
from desktop.core.storage.documents import References, read_document, write_document
from desktop.core.storage.secret_places import part

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from desktop.core.model.request import Request
    from desktop.core.storage.secret_places import Parted


class SecretHolder(Protocol):
    """Takes the secrets of what is saved; `Keychain` is one. Neither call may block."""

    def hold(self, secret_id: str, secret: str) -> None:
        """Keep a secret for this session at once, and for ever when there is time."""

    def holds(self, secret_id: str) -> bool:
        """True when the value is known in this session."""


class OpenRequest(NamedTuple):
    """A saved request; `references` name the secrets that `secret_places.join` puts back."""

    id: str
    request: Request
    references: References


def random_id() -> str:
    """A name for a secret that says nothing about it."""
    return os.urandom(12).hex()


class Library:
    """What is saved. Making one touches no file: each use opens it when that is still to do.

    Hence a use after a failure tries anew.
    """

    def __init__(
        self,
        path: Path,
        secrets: SecretHolder,
        *,
        clock: Callable[[], float] = time.time,
        new_id: Callable[[], str] = random_id,
    ) -> None:
        self._connections = Connections(path)
        self._secrets = secrets
        self._clock = clock
        self._new_id = new_id
        self._lock = threading.Lock()
        self._known: dict[str, References] = {}
        self._to_wash = False

    @classmethod
    def open(cls, path: Path, secrets: SecretHolder) -> Library:
        """Open a library now, or begin one; `kept_aside` tells whether it was damaged."""
        library = cls(path, secrets)
        with library._connections.reading():
            return library

    @property
    def kept_aside(self) -> Path | None:
        """Where a damaged library was put when a new one was begun; None when none was."""
        return self._connections.kept_aside

    def open_requests(self) -> tuple[OpenRequest, ...]:
        """The requests that were open, in their order; places of secrets are empty."""
        query = "SELECT id, document FROM open_requests ORDER BY position, id"
        with self._lock, self._connections.reading() as connection:
            rows = connection.execute(query).fetchall()
        read = ((request_id, read_document(text)) for request_id, text in rows)
        return tuple(OpenRequest(request_id, *parts) for request_id, parts in read if parts)

    def save_request(self, request_id: str, request: Request) -> None:
        """Write one request; its secrets go to their holder and not to the file."""
        with self._lock:
            with self._connections.writing() as connection:
                before = _saved_references(connection, request_id)
                known = before | self._known.get(request_id, {})
                parted = part(request, known, self._secrets.holds, self._new_id)
                # Remembered first, so that a save that fails does not name its secrets anew.
                self._known[request_id] = known | parted.references
                for secret_id, secret in parted.secrets.items():
                    self._secrets.hold(secret_id, secret)
                self._write(connection, request_id, request, parted)
            if not set(parted.references.values()) <= set(before.values()):
                self._to_wash = True
            self._wash()

    def settings(self) -> dict[str, Any]:
        """Every setting by its key; one that cannot be read is left out."""
        with self._connections.reading() as connection:
            rows = connection.execute("SELECT key, value FROM settings").fetchall()
        return {key: value for key, text in rows if (value := _value(text)) is not None}

    def save_setting(self, key: str, value: object) -> None:
        """Write one setting, which may be anything that JSON can hold."""
        with self._connections.writing() as connection:
            connection.execute(
                "INSERT INTO settings VALUES (?, ?)"
                " ON CONFLICT (key) DO UPDATE SET value = excluded.value",
                (key, json.dumps(value)),
            )

    def unused_secrets(self) -> tuple[str, ...]:
        """Secrets that the keyring was given and that no request needs; ask before any save."""
        with self._connections.reading() as connection:
            rows = connection.execute("SELECT id FROM secrets WHERE NOT in_use").fetchall()
        return tuple(secret_id for (secret_id,) in rows)

    def forget_secrets(self, secret_ids: Iterable[str]) -> None:
        """Take secrets off the index that the keyring does not hold any more."""
        with self._connections.writing() as connection:
            connection.executemany(
                "DELETE FROM secrets WHERE id = ? AND NOT in_use", [(each,) for each in secret_ids]
            )

    def close(self) -> None:
        """Close the file. A later use would open it again."""
        self._connections.close()

    def _write(
        self, connection: sqlite3.Connection, request_id: str, request: Request, parted: Parted
    ) -> None:
        connection.execute(
            "INSERT INTO open_requests VALUES"
            " (?, (SELECT COALESCE(MAX(position) + 1, 0) FROM open_requests), ?, ?)"
            " ON CONFLICT (id) DO UPDATE SET document = excluded.document,"
            " changed = excluded.changed",
            (request_id, write_document(request, parted.references), self._clock()),
        )
        connection.execute("UPDATE secrets SET in_use = 0 WHERE request = ?", (request_id,))
        connection.executemany(
            "INSERT INTO secrets VALUES (?, ?, 1) ON CONFLICT (id) DO UPDATE SET in_use = 1",
            [(secret_id, request_id) for secret_id in set(parted.references.values())],
        )

    def _wash(self) -> None:
        """Empty the log of changes after text became a secret: the text stood in it before."""
        if self._to_wash:
            with self._connections.reading() as connection:
                busy, *_ = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
            self._to_wash = bool(busy)


def _saved_references(connection: sqlite3.Connection, request_id: str) -> References:
    query = "SELECT document FROM open_requests WHERE id = ?"
    row = connection.execute(query, (request_id,)).fetchone()
    read = read_document(row[0]) if row else None
    return read[1] if read else {}


def _value(text: str) -> object:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None
