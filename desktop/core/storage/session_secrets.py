"""The secrets of this session, in memory."""

from __future__ import annotations

import threading


class SessionSecrets:
    """Remembers secrets by their ids, and which of them the keyring has not taken yet.

    Any thread may call; no call waits for anything.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._texts: dict[str, str] = {}
        self._waiting: dict[str, str] = {}
        self._is_fresh = False

    @property
    def is_fresh(self) -> bool:
        """True when a secret was typed since `waiting` was last asked."""
        return self._is_fresh

    def hold(self, secret_id: str, secret: str) -> None:
        """Remember what was typed."""
        with self._lock:
            if self._texts.get(secret_id) != secret:
                self._texts[secret_id] = self._waiting[secret_id] = secret
                self._is_fresh = True

    def learn(self, secret_id: str, secret: str) -> None:
        """Remember what the keyring said; what was typed meanwhile counts more."""
        with self._lock:
            self._texts.setdefault(secret_id, secret)

    def get(self, secret_id: str) -> str | None:
        """The secret; None when it is not known in this session."""
        with self._lock:
            return self._texts.get(secret_id)

    def all(self) -> tuple[str, ...]:
        """Every secret that is known."""
        with self._lock:
            return tuple(self._texts.values())

    def waiting(self) -> dict[str, str]:
        """What the keyring has not taken yet."""
        with self._lock:
            self._is_fresh = False
            return dict(self._waiting)

    def kept(self, secret_id: str, secret: str) -> None:
        """The keyring took this; a newer text of the same id goes on waiting."""
        with self._lock:
            if self._waiting.get(secret_id) == secret:
                del self._waiting[secret_id]

    def forget(self, secret_id: str) -> None:
        """Know nothing of this secret any more."""
        with self._lock:
            self._texts.pop(secret_id, None)
            self._waiting.pop(secret_id, None)
