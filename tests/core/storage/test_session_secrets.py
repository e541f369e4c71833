"""The secrets of a session: what is known, and what the keyring still has to take."""

from desktop.core.storage.session_secrets import SessionSecrets


def test_what_was_typed_is_known_and_waits():
    session = SessionSecrets()
    session.hold("s1", "a")
    assert session.get("s1") == "a"
    assert session.get("s2") is None
    assert session.all() == ("a",)
    assert session.is_fresh
    assert session.waiting() == {"s1": "a"}
    assert not session.is_fresh


def test_what_the_keyring_took_waits_no_more():
    session = SessionSecrets()
    session.hold("s1", "a")
    session.kept("s1", "a")
    assert session.waiting() == {}
    session.hold("s1", "a")
    assert session.waiting() == {}


def test_a_newer_text_goes_on_waiting():
    session = SessionSecrets()
    session.hold("s1", "a")
    session.hold("s1", "ab")
    session.kept("s1", "a")
    assert session.waiting() == {"s1": "ab"}


def test_what_the_keyring_says_is_known_and_does_not_wait():
    session = SessionSecrets()
    session.learn("s1", "a")
    assert session.get("s1") == "a"
    assert session.waiting() == {}
    session.hold("s2", "typed")
    session.learn("s2", "old")
    assert session.get("s2") == "typed"


def test_a_forgotten_secret_is_gone():
    session = SessionSecrets()
    session.hold("s1", "a")
    session.forget("s1")
    session.forget("never")
    assert session.get("s1") is None
    assert session.waiting() == {}
