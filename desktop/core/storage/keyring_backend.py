"""Finds the system's keyring among those that `keyring` knows, and refuses all others.

This and `keychain` are the only users of `keyring`, which is imported when a secret first turns up:
its import takes a quarter of a second.
"""

from __future__ import annotations

import sys
from typing import Final, Literal, Protocol

KeychainKind = Literal["available", "none", "locked", "unsupported", "failing"]


class Backend(Protocol):
    """What Bleat uses of a keyring; each call may block on a prompt and may raise anything."""

    def get_password(self, service: str, username: str, /) -> str | None:
        """The secret, or None where there is none."""

    def set_password(self, service: str, username: str, password: str, /) -> None:
        """Keep a secret."""

    def delete_password(self, service: str, username: str, /) -> None:
        """Remove a secret; raises where there is none."""


class NoBackend(Exception):
    """No keyring of this system answers."""


_LINUX: Final = (
    "keyring.backends.SecretService.Keyring",
    "keyring.backends.kwallet.DBusKeyring",
    "keyring.backends.libsecret.Keyring",
)
_BY_PLATFORM: Final = {
    "win32": ("keyring.backends.Windows.WinVaultKeyring",),
    "darwin": ("keyring.backends.macOS.Keyring",),
}


def allowed_backends(platform: str = sys.platform) -> tuple[str, ...]:
    """The keyrings that encrypt and belong to this system; plain files are none of them."""
    return _BY_PLATFORM.get(platform, _LINUX)


def backend_name(backend: object) -> str:
    """The full name of a backend's class, as the settings of `keyring` write it."""
    return f"{type(backend).__module__}.{type(backend).__qualname__}"


def system_backend() -> Backend:
    """The keyring that the person configured, else the best that this system allows.

    Asked anew each time, since `keyring` itself remembers for ever that there was none. Raises
    `NoBackend`, or whatever a configured backend raises.
    """
    from keyring import core  # noqa: PLC0415

    configured = core.load_env() or core.load_config()
    if configured is not None:
        return configured
    found = []
    for name in allowed_backends():
        try:
            found.append(core.load_keyring(name))
        except Exception:  # noqa: BLE001, S112 - one that is not viable may raise anything
            continue
    if not found:
        raise NoBackend
    return max(found, key=lambda backend: float(backend.priority))


def kind_of_failure(error: Exception) -> KeychainKind:
    """What an exception of a backend says about the keyring."""
    from keyring import errors  # noqa: PLC0415

    if isinstance(error, errors.KeyringLocked):
        return "locked"
    if isinstance(error, (NoBackend, errors.NoKeyringError, errors.InitError)):
        return "none"
    # A backend that was configured and that cannot be loaded.
    if isinstance(error, (ImportError, AttributeError)):
        return "unsupported"
    return "failing"
