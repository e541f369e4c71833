"""The keychain with the real gnome-keyring, and on systems that have none."""

import json
import sys

import pytest

from tests.support.secret_service import (
    python_in_secret_service,
    python_on_bare_bus,
    python_without_bus,
)

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the Secret Service is Linux's")

START = """
import json
from desktop.core.storage.keychain import Keychain
def tell(*values):
    print(json.dumps(values))
def other_session():
    return Keychain()
keychain = Keychain()
"""
LOCK = """
import contextlib, secretstorage
def lock():
    with contextlib.closing(secretstorage.dbus_init()) as bus:
        secretstorage.get_default_collection(bus).lock()
"""


def run(how, home, code, **environ):
    return [json.loads(line) for line in how(home, START + code, **environ)]


def test_saved_read_and_deleted(tmp_path):
    code = """
secrets = ["plain", "Päßwörd 🐐", "a\\nb", "x" * 100_000, " "]
for number, secret in enumerate(secrets):
    tell(keychain.save(f"s{number}", secret).place)
tell(keychain.state.kind, keychain.state.backend)
other = other_session()
tell([other.read(f"s{number}") for number in range(len(secrets))] == secrets)
tell(other.delete("s0"), other.read("s0"), other_session().read("s0"), other.delete("s0"))
tell(other.read("never"))
"""
    assert run(python_in_secret_service, tmp_path, code) == [
        *[["keyring"]] * 5,
        ["available", "keyring.backends.SecretService.Keyring"],
        [True],
        [True, None, None, True],
        [None],
    ]


def test_a_secret_outlives_the_session(tmp_path):
    run(python_in_secret_service, tmp_path, 'keychain.save("s1", "kept")')
    assert run(python_in_secret_service, tmp_path, 'tell(keychain.read("s1"))') == [["kept"]]
    files = [file for file in tmp_path.rglob("*") if file.is_file()]
    assert files
    assert not any(b"kept" in file.read_bytes() for file in files)


def test_the_probe_leaves_nothing_behind(tmp_path):
    code = """
import contextlib, secretstorage
tell(keychain.probe().kind)
with contextlib.closing(secretstorage.dbus_init()) as bus:
    tell(len(list(secretstorage.get_default_collection(bus).get_all_items())))
"""
    assert run(python_in_secret_service, tmp_path, code) == [["available"], [0]]


def test_held_secrets_are_settled(tmp_path):
    code = """
keychain.hold("s1", "a"); keychain.hold("s1", "ab"); keychain.hold("s2", "c")
tell(keychain.needs_settling, keychain.settle().place, keychain.needs_settling)
tell(other_session().read_all(["s1", "s2", "s3"]))
"""
    assert run(python_in_secret_service, tmp_path, code) == [
        [True, "keyring", False],
        [{"s1": "ab", "s2": "c"}],
    ]


def test_a_locked_keyring_whose_prompt_is_refused(tmp_path):
    code = (
        LOCK
        + """
keychain.save("s1", "old")
lock()
other = other_session()
tell(other.read("s1"), other.state.kind)
tell(other.save("s2", "new").code, other.read("s2"), other.delete("s1"))
tell(keychain.read("s1"), keychain.save("s1", "newer").code, keychain.read("s1"))
"""
    )
    assert run(python_in_secret_service, tmp_path, code) == [
        [None, "locked"],
        ["keychain_locked", "new", False],
        ["old", "keychain_locked", "newer"],
    ]


def test_without_a_bus_there_is_none(tmp_path):
    code = """
tell(keychain.probe().kind, keychain.save("s1", "a").code, keychain.read("s1"))
tell(other_session().read("s1"))
"""
    assert run(python_without_bus, tmp_path, code) == [["none", "keychain_none", "a"], [None]]


@pytest.mark.parametrize("address", ["", "nonsense", "unix:", "tcp:host=127.0.0.1,port=1"])
def test_a_broken_address_of_the_bus(tmp_path, address):
    code = 'tell(keychain.probe().kind, keychain.save("s1", "a").place)'
    found = run(python_without_bus, tmp_path, code, DBUS_SESSION_BUS_ADDRESS=address)
    assert found == [["none", "session"]]


def test_a_bus_without_a_keyring(tmp_path):
    code = 'tell(keychain.probe().kind, keychain.save("s1", "a").code, keychain.read("s1"))'
    assert run(python_on_bare_bus, tmp_path, code) == [["none", "keychain_none", "a"]]


@pytest.mark.parametrize(
    ("backend", "kind"),
    [
        ("keyring.backends.null.Keyring", "unsupported"),
        ("keyring.backends.fail.Keyring", "unsupported"),
        ("keyring.backends.chainer.ChainerBackend", "unsupported"),
        ("no.such.Backend", "unsupported"),
        ("keyring.backends.null.NoSuch", "unsupported"),
        ("nonsense", "failing"),
    ],
)
def test_a_configured_backend_that_keeps_nothing_safe(tmp_path, backend, kind):
    code = 'tell(keychain.save("s1", "a").place, keychain.state.kind, keychain.read("s1"))'
    for how in (python_in_secret_service, python_without_bus):
        found = run(how, tmp_path, code, PYTHON_KEYRING_BACKEND=backend)
        assert found == [["session", kind, "a"]]


KILL = """
import contextlib, os, secretstorage, signal
from jeepney import DBusAddress, new_method_call
def kill_daemon():
    name = "org.freedesktop.DBus"
    bus_itself = DBusAddress("/org/freedesktop/DBus", name, name)
    with contextlib.closing(secretstorage.dbus_init()) as bus:
        ask = new_method_call(
            bus_itself, "GetConnectionUnixProcessID", "s", ("org.freedesktop.secrets",)
        )
        (number,) = bus.send_and_get_reply(ask).body
        os.kill(number, signal.SIGKILL)
"""


def test_a_daemon_that_dies(tmp_path):
    code = (
        KILL
        + """
keychain.save("s1", "a")
kill_daemon()
other = other_session()
tell(other.read("s1"), other.save("s2", "b").place, other.read("s2"))
tell(keychain.read("s1"), keychain.save("s3", "c").place)
"""
    )
    assert run(python_in_secret_service, tmp_path, code) == [
        [None, "session", "b"],
        ["a", "session"],
    ]
