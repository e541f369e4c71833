"""Which keyring is taken; see `test_keychain_real` for real ones."""

import pytest
from keyring import errors
from keyring.backends import fail, null

from desktop.core.storage.keyring_backend import (
    NoBackend,
    allowed_backends,
    backend_name,
    kind_of_failure,
    system_backend,
)


@pytest.mark.parametrize(
    ("platform", "module"),
    [
        ("win32", "Windows"),
        ("darwin", "macOS"),
        ("linux", "SecretService"),
        ("freebsd14", "kwallet"),
    ],
)
def test_each_system_allows_its_own_keyrings(platform, module):
    names = allowed_backends(platform)
    assert any(f".{module}." in name for name in names)
    assert not any(word in name for name in names for word in ("null", "fail", "file", "chainer"))


def test_what_is_configured_is_found_and_then_refused(monkeypatch):
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.null.Keyring")
    backend = system_backend()
    assert isinstance(backend, null.Keyring)
    assert backend_name(backend) not in allowed_backends()


def test_without_any_there_is_none(monkeypatch, tmp_path):
    monkeypatch.delenv("PYTHON_KEYRING_BACKEND")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent")
    monkeypatch.setattr(
        "desktop.core.storage.keyring_backend.allowed_backends", lambda: ("no.such",)
    )
    with pytest.raises(NoBackend):
        system_backend()


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        (errors.KeyringLocked("no"), "locked"),
        (errors.InitError("no"), "none"),
        (errors.NoKeyringError("no"), "none"),
        (NoBackend(), "none"),
        (errors.PasswordSetError("no"), "failing"),
        (ModuleNotFoundError("no such backend"), "unsupported"),
        (AttributeError("no such class"), "unsupported"),
        (OSError(1783, "The stub received bad data"), "failing"),
    ],
)
def test_what_an_exception_says(error, kind):
    assert kind_of_failure(error) == kind


def test_names_are_those_of_the_settings():
    assert backend_name(fail.Keyring()) == "keyring.backends.fail.Keyring"
