"""The keychain with keyrings that forget, refuse, raise and wait."""

import threading

import pytest
from keyring import errors

from desktop.core.storage.keychain import IN_KEYRING, Keychain, KeychainState, SavedWhere
from desktop.core.storage.keyring_backend import (
    NoBackend,
    backend_name,
)


class Scripted:
    """A keyring in memory; `acts` are called before each use and may raise or wait."""

    def __init__(self, act=lambda: None):
        self.kept = {}
        self.act = act
        self.calls = []

    def get_password(self, service, username):
        self.calls.append("get")
        self.act()
        return self.kept.get((service, username))

    def set_password(self, service, username, password):
        self.calls.append("set")
        self.act()
        self.kept[service, username] = password

    def delete_password(self, service, username):
        self.calls.append("delete")
        self.act()
        del self.kept[service, username]


class Forgetful(Scripted):
    def set_password(self, service, username, password):
        pass


class Raising:
    def __init__(self, error):
        self.error = error
        self.calls = 0

    def __call__(self):
        self.calls += 1
        if self.error is not None:
            raise self.error


def keychain_of(backend, platform="linux"):
    return Keychain(backend=lambda: backend, allowed={backend_name(backend)}, platform=platform)


def test_nothing_is_asked_before_it_is_needed():
    keychain = Keychain(backend=Raising(AssertionError("asked")))
    keychain.hold("s1", "a")
    assert keychain.holds("s1")
    assert not keychain.holds("s2")
    assert keychain.secrets() == ("a",)
    assert keychain.needs_settling
    assert keychain.read("s1") == "a"
    assert keychain.state is None


def test_a_secret_is_kept_and_read_back():
    backend = Scripted()
    keychain = keychain_of(backend)
    assert keychain.save("s1", "a") == IN_KEYRING
    assert backend.kept == {("Bleat", "s1"): "a"}
    assert backend.calls == ["set", "get"]
    assert keychain_of(backend).read("s1") == "a"


def test_the_probe_writes_reads_and_removes():
    backend = Scripted()
    state = keychain_of(backend).probe()
    assert state == KeychainState("available", backend_name(backend))
    assert backend.calls == ["set", "get", "get", "delete"]
    assert backend.kept == {}


def test_a_keyring_that_forgets_is_found_out():
    keychain = keychain_of(Forgetful())
    assert keychain.save("s1", "a") == SavedWhere("session", "keychain_failing")
    assert keychain.probe().kind == "failing"
    assert keychain.read("s1") == "a"


def test_unknown_keyrings_are_refused_before_they_get_anything():
    backend = Scripted()
    keychain = Keychain(backend=lambda: backend)
    assert keychain.save("s1", "a") == SavedWhere("session", "keychain_unsupported")
    assert keychain.state.backend == backend_name(backend)
    assert backend.calls == []


ERRORS = [
    (errors.KeyringLocked("no"), "locked"),
    (errors.InitError("no"), "none"),
    (errors.NoKeyringError("no"), "none"),
    (NoBackend(), "none"),
    (errors.PasswordSetError("no"), "failing"),
    (OSError(1783, "The stub received bad data"), "failing"),
    (UnicodeEncodeError("utf-8", "\ud800", 0, 1, "surrogates"), "failing"),
    (ModuleNotFoundError("no such backend"), "unsupported"),
    (RuntimeError("anything"), "failing"),
    (TimeoutError(), "failing"),
]


@pytest.mark.parametrize(("error", "kind"), ERRORS)
def test_whatever_a_keyring_raises(error, kind):
    for keychain in (keychain_of(Scripted(Raising(error))), Keychain(backend=Raising(error))):
        assert keychain.save("s1", "a") == SavedWhere("session", f"keychain_{kind}")
        assert keychain.state.kind == kind
        assert keychain.state.code == f"keychain_{kind}"
        assert keychain.read("s1") == "a"
        assert keychain.read("s2") is None
        assert keychain.delete("s2") is False
        assert keychain.settle().place == "session"
        assert keychain.probe().kind == kind


@pytest.mark.parametrize("kind", ["locked", "none"])
def test_a_refused_keyring_is_left_alone_until_the_probe(kind):
    refusal = Raising(errors.KeyringLocked() if kind == "locked" else errors.InitError())
    backend = Scripted(refusal)
    keychain = keychain_of(backend)
    for number in range(10):
        keychain.save("s1", f"typed {number}")
    keychain.read("s2")
    keychain.settle()
    assert refusal.calls == 1
    refusal.error = None
    assert keychain.probe().kind == "available"
    assert keychain.settle() == IN_KEYRING
    assert backend.kept == {("Bleat", "s1"): "typed 9"}


def test_a_keyring_that_failed_once_is_asked_again():
    failing = Raising(OSError(5, "input/output error"))
    backend = Scripted(failing)
    keychain = keychain_of(backend)
    keychain.hold("s1", "a")
    assert keychain.settle().place == "session"
    failing.error = None
    keychain.hold("s2", "b")
    assert keychain.settle() == IN_KEYRING
    assert set(backend.kept.values()) == {"a", "b"}


@pytest.mark.parametrize(
    ("secret", "fits"),
    [("x" * 1200, True), ("x" * 1201, False), ("🐐" * 600, True), ("🐐" * 601, False)],
)
def test_windows_takes_no_long_secrets(secret, fits):
    backend = Scripted()
    where = keychain_of(backend, platform="win32").save("s1", secret)
    assert where == (IN_KEYRING if fits else SavedWhere("session", "keychain_too_long"))
    assert bool(backend.calls) == fits
    assert keychain_of(backend, platform="linux").save("s1", secret) == IN_KEYRING


def test_a_lone_surrogate_does_no_harm_on_windows():
    assert keychain_of(Scripted(), platform="win32").save("s1", "\ud800") == IN_KEYRING


def test_deleting_what_is_not_there_is_done():
    backend = Scripted()
    assert keychain_of(backend).delete("s1") is True
    assert "delete" not in backend.calls


def test_a_deleted_secret_is_forgotten():
    keychain = keychain_of(Scripted())
    keychain.save("s1", "a")
    assert keychain.delete("s1") is True
    assert keychain.read("s1") is None
    assert keychain.secrets() == ()


def test_what_was_typed_counts_more_than_what_the_keyring_says():
    backend = Scripted()
    backend.kept["Bleat", "s1"] = "old"
    keychain = keychain_of(backend)
    backend.act = lambda: keychain.hold("s1", "typed")
    assert keychain.read("s1") == "typed"


def test_a_newer_text_is_not_lost_while_the_older_is_kept():
    backend = Scripted()
    keychain = keychain_of(backend)
    keychain.hold("s1", "a")
    backend.act = lambda: keychain.hold("s1", "ab")
    keychain.settle()
    assert keychain.needs_settling
    keychain.settle()
    assert backend.kept == {("Bleat", "s1"): "ab"}


def test_a_prompt_that_is_left_open_holds_up_nobody_else():
    asked, answered = threading.Event(), threading.Event()

    def prompt():
        asked.set()
        assert answered.wait(20)

    backend = Scripted(prompt)
    keychain = keychain_of(backend)
    keychain.hold("s1", "a")
    job = threading.Thread(target=keychain.settle)
    job.start()
    assert asked.wait(20)
    keychain.hold("s2", "b")
    assert keychain.read("s1") == "a"
    assert keychain.holds("s2")
    assert keychain.secrets() == ("a", "b")
    assert keychain.needs_settling
    assert keychain.state is None
    answered.set()
    job.join()
    assert keychain.state.kind == "available"
