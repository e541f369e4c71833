"""The system's keyring, with a memory of its own for this session."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from desktop.core import limits
from desktop.core.storage.keyring_backend import (
    allowed_backends,
    backend_name,
    kind_of_failure,
    system_backend,
)
from desktop.core.storage.session_secrets import SessionSecrets

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable

    from desktop.core.storage.keyring_backend import Backend, KeychainKind

_STICKY: Final = frozenset({"none", "locked", "unsupported"})
"""What does not change by itself; asking again would only bring up the same prompt again."""


@dataclass(frozen=True, slots=True)
class KeychainState:
    """What became of the keyring; `backend` is the name of its program's class, for details."""

    kind: KeychainKind
    backend: str = ""

    @property
    def code(self) -> str:
        """The key of its words."""
        return f"keychain_{self.kind}"


@dataclass(frozen=True, slots=True)
class SavedWhere:
    """Where a secret is kept; `code` is the key of the words that say why it is not kept longer."""

    place: Literal["keyring", "session"]
    code: str = ""


IN_KEYRING: Final = SavedWhere("keyring")


class Keychain:
    """Keeps secrets by their ids.

    `hold`, `holds`, `secrets`, `state` and `needs_settling` answer from memory. All else blocks,
    on a prompt for as long as the person likes: never call it on the UI thread. No call raises.
    After a refusal (none, locked, unsupported) the keyring is left alone until `probe`.
    """

    def __init__(
        self,
        service: str = "Bleat",
        backend: Callable[[], Backend] = system_backend,
        *,
        allowed: Collection[str] = allowed_backends(),
        platform: str = sys.platform,
    ) -> None:
        self._service = service
        self._find_backend = backend
        self._allowed = allowed
        self._is_windows = platform == "win32"
        self._backend: Backend | None = None
        self._state: KeychainState | None = None
        self._session = SessionSecrets()

    @property
    def state(self) -> KeychainState | None:
        """What the last use found; None before the first one."""
        return self._state

    @property
    def needs_settling(self) -> bool:
        """True when something was held since the last `settle`."""
        return self._session.is_fresh

    def hold(self, secret_id: str, secret: str) -> None:
        """Keep a secret in memory now; `settle` brings it to the keyring."""
        self._session.hold(secret_id, secret)

    def holds(self, secret_id: str) -> bool:
        """True when the secret was typed or read in this session."""
        return self._session.get(secret_id) is not None

    def secrets(self) -> tuple[str, ...]:
        """Every secret of this session, for `Redactor`."""
        return self._session.all()

    def probe(self) -> KeychainState:
        """Look for the keyring anew, and check that it gives back what it is given. Blocks."""
        self._backend = self._state = None
        if self._store("check", os.urandom(8).hex()) == IN_KEYRING:
            self._remove("check")
        return self._state or KeychainState("failing")

    def settle(self) -> SavedWhere:
        """Bring all that is held to the keyring. Blocks; what it does not take stays in memory.

        Returns where the worst placed of them is.
        """
        worst = IN_KEYRING
        for secret_id, secret in self._session.waiting().items():
            where = self._store(secret_id, secret)
            if where == IN_KEYRING:
                self._session.kept(secret_id, secret)
            else:
                worst = where
        return worst

    def save(self, secret_id: str, secret: str) -> SavedWhere:
        """Keep one secret, and say where. Blocks."""
        self._session.hold(secret_id, secret)
        where = self._store(secret_id, secret)
        if where == IN_KEYRING:
            self._session.kept(secret_id, secret)
        return where

    def read(self, secret_id: str) -> str | None:
        """The secret, from memory or the keyring; None where neither has it. Blocks."""
        known = self._session.get(secret_id)
        if known is None:
            secret = self._fetch(secret_id)
            if secret is not None:
                self._session.learn(secret_id, secret)
        return self._session.get(secret_id)

    def read_all(self, secret_ids: Iterable[str]) -> dict[str, str]:
        """Those of the secrets that are found. Blocks."""
        found = {secret_id: self.read(secret_id) for secret_id in secret_ids}
        return {secret_id: secret for secret_id, secret in found.items() if secret is not None}

    def delete(self, secret_id: str) -> bool:
        """Forget a secret everywhere; False where the keyring may still hold it. Blocks."""
        self._session.forget(secret_id)
        return self._remove(secret_id)

    def _store(self, secret_id: str, secret: str) -> SavedWhere:
        if self._is_windows and _units(secret) > limits.WINDOWS_SECRET_UNITS:
            return SavedWhere("session", "keychain_too_long")
        backend = self._ready()
        if backend is not None:
            try:
                backend.set_password(self._service, secret_id, secret)
                kept = backend.get_password(self._service, secret_id)
            except Exception as error:  # noqa: BLE001 - a backend may raise anything
                self._refused(error)
            else:
                # The null backend forgets without a word.
                self._state = self._found(backend, "available" if kept == secret else "failing")
        if self._state is not None and self._state.kind == "available":
            return IN_KEYRING
        return SavedWhere("session", self._state.code if self._state else "keychain_failing")

    def _fetch(self, secret_id: str) -> str | None:
        backend = self._ready()
        if backend is None:
            return None
        try:
            secret = backend.get_password(self._service, secret_id)
        except Exception as error:  # noqa: BLE001 - a backend may raise anything
            self._refused(error)
            return None
        self._state = self._found(backend, "available")
        return secret

    def _remove(self, secret_id: str) -> bool:
        backend = self._ready()
        if backend is None:
            return False
        try:
            if backend.get_password(self._service, secret_id) is not None:
                backend.delete_password(self._service, secret_id)
        except Exception as error:  # noqa: BLE001 - a backend may raise anything
            self._refused(error)
            return False
        return True

    def _ready(self) -> Backend | None:
        """The backend, looked for at the first use; None once it has refused."""
        if self._state is not None and self._state.kind in _STICKY:
            return None
        if self._backend is None:
            try:
                backend = self._find_backend()
            except Exception as error:  # noqa: BLE001 - a backend may raise anything
                self._refused(error)
                return None
            if backend_name(backend) not in self._allowed:
                self._state = self._found(backend, "unsupported")
                return None
            self._backend = backend
        return self._backend

    def _refused(self, error: Exception) -> None:
        self._state = self._found(self._backend, kind_of_failure(error))

    @staticmethod
    def _found(backend: Backend | None, kind: KeychainKind) -> KeychainState:
        return KeychainState(kind, backend_name(backend) if backend is not None else "")


def _units(secret: str) -> int:
    """The length as Windows counts it, in UTF-16 units."""
    return len(secret.encode("utf-16-le", "surrogatepass")) // 2
