"""What is being written is found again after a restart, its secrets in the keyring alone."""

import sqlite3
from dataclasses import replace

import pytest

from desktop.core.errors import LibraryNewer, StorageFailure
from desktop.core.model.request import Body, Request, Row
from desktop.core.storage.keychain import Keychain
from desktop.core.storage.keyring_backend import NoBackend, backend_name
from desktop.core.tasks.keep_draft import CURRENT, DraftKeeper, with_secrets

SECRET = "Bearer goats-eat-everything"
REQUEST = Request(
    name="A goat",
    method="POST",
    url="https://a.example/?x=1&x=%20",
    params=(Row("x", "1", raw="x=1"), Row("off", "2", enabled=False), Row("x", " ", raw="x=%20")),
    headers=(Row("X-Goat", "yes", note="why"),),
    body=Body("json", '{"legs": 4}'),
)
SECRETIVE = replace(REQUEST, headers=(Row("Authorization", SECRET),))


class Ring:
    """A keyring that lasts as long as the test."""

    def __init__(self):
        self.kept = {}

    def get_password(self, service, username):
        return self.kept.get(username)

    def set_password(self, service, username, password):
        self.kept[username] = password

    def delete_password(self, service, username):
        del self.kept[username]


@pytest.fixture
def ring():
    return Ring()


@pytest.fixture
def path(tmp_path):
    return tmp_path / "bleat" / "library.db"


@pytest.fixture
def start(path, ring):
    """Makes a keeper as a start of the program does; closing the one before."""
    open_ones = []

    def start(find=lambda: ring):
        for keeper in open_ones:
            keeper.close()
        keychain = Keychain(backend=find, allowed={backend_name(ring)}, platform="linux")
        open_ones.append(DraftKeeper(path, keychain))
        return open_ones[-1]

    yield start
    for keeper in open_ones:
        keeper.close()


def no_keyring():
    raise NoBackend


def on_disk(path):
    return b"".join(file.read_bytes() for file in path.parent.iterdir())


def test_the_first_start_finds_nothing_and_that_is_no_failure(start):
    loaded = start().load()
    assert (loaded.id, loaded.request, loaded.references) == ("", None, {})
    assert (loaded.settings, loaded.kept_aside, loaded.failure) == ({}, "", None)


def test_a_request_is_found_again_as_it_was_typed(start):
    start().save("r1", REQUEST)
    loaded = start().load()
    assert (loaded.id, loaded.request) == ("r1", REQUEST)


def test_settings_are_found_again(start):
    keeper = start()
    settings = {"window": {"scale": 1.5, "beside": True}, "list": [1, None, "ä"], "off": False}
    for key, value in settings.items():
        keeper.save_setting(key, value)
    keeper.save_setting("list", [2])
    assert start().load().settings == settings | {"list": [2]}


@pytest.mark.parametrize(
    ("current", "found"), [("r1", "r1"), ("r2", "r2"), ("gone", "r2"), (None, "r2"), ([1], "r2")]
)
def test_of_several_requests_the_one_that_was_open_last_is_found(start, current, found):
    keeper = start()
    for name in ("r1", "r2"):
        keeper.save(name, replace(REQUEST, name=name))
    keeper.save_setting(CURRENT, current)
    loaded = start().load()
    assert (loaded.id, loaded.request.name) == (found, found)


def test_a_secret_goes_to_the_keyring_and_comes_back(start, path, ring):
    keeper = start()
    assert not keeper.needs_settling
    keeper.save("r1", SECRETIVE)
    assert keeper.needs_settling
    assert keeper.settle().place == "keyring"
    assert not keeper.needs_settling
    assert list(ring.kept.values()) == [SECRET]
    assert SECRET.encode() not in on_disk(path)

    keeper = start()
    loaded = keeper.load()
    assert loaded.request.headers == (Row("Authorization", ""),)
    assert with_secrets(loaded.request, loaded, keeper.read_secrets(loaded)) == SECRETIVE


def test_what_was_typed_while_the_keyring_was_slow_stays(start):
    keeper = start()
    keeper.save("r1", SECRETIVE)
    keeper.settle()
    keeper = start()
    loaded = keeper.load()
    typed = replace(loaded.request, headers=(Row("Authorization", "Bearer mine"),))
    assert with_secrets(typed, loaded, keeper.read_secrets(loaded)) == typed
    renamed = replace(loaded.request, url="https://b.example/")
    joined = with_secrets(renamed, loaded, keeper.read_secrets(loaded))
    assert (joined.url, joined.headers) == ("https://b.example/", SECRETIVE.headers)


def test_a_save_before_the_keyring_answered_loses_no_secret(start):
    keeper = start()
    keeper.save("r1", SECRETIVE)
    keeper.settle()
    keeper = start()
    keeper.save("r1", replace(keeper.load().request, name="typed at once"))
    keeper = start()
    keeper.tidy()
    loaded = keeper.load()
    joined = with_secrets(loaded.request, loaded, keeper.read_secrets(loaded))
    assert joined == replace(SECRETIVE, name="typed at once")


def test_without_a_keyring_a_secret_lives_for_this_session_and_that_is_said(start, path):
    keeper = start(no_keyring)
    keeper.save("r1", SECRETIVE)
    where = keeper.settle()
    assert (where.place, bool(where.code)) == ("session", True)
    assert SECRET.encode() not in on_disk(path)
    loaded = keeper.load()
    joined = with_secrets(loaded.request, loaded, keeper.read_secrets(loaded))
    assert joined == SECRETIVE

    keeper = start(no_keyring)
    loaded = keeper.load()
    assert keeper.read_secrets(loaded) == {}
    assert loaded.request.headers == (Row("Authorization", ""),)


def test_a_keyring_that_is_there_later_is_found_by_settling_again(start, ring):
    there = []

    def find():
        if not there:
            raise NoBackend
        return ring

    keeper = start(find)
    keeper.save("r1", SECRETIVE)
    assert keeper.settle().place == "session"
    there.append(True)
    assert keeper.settle().place == "session"
    assert keeper.settle_again().place == "keyring"
    assert SECRET in ring.kept.values()


def test_what_no_request_needs_leaves_the_keyring(start, ring):
    keeper = start()
    keeper.save("r1", SECRETIVE)
    keeper.settle()
    keeper.save("r1", REQUEST)
    keeper = start()
    keeper.tidy()
    assert ring.kept == {}
    keeper.tidy()


def test_tidying_keeps_what_is_needed(start, ring):
    keeper = start()
    keeper.save("r1", SECRETIVE)
    keeper.settle()
    start().tidy()
    assert list(ring.kept.values()) == [SECRET]


def test_what_the_keyring_would_not_give_up_is_tried_again(start, ring):
    keeper = start()
    keeper.save("r1", SECRETIVE)
    keeper.settle()
    keeper.save("r1", REQUEST)
    start(no_keyring).tidy()
    assert ring.kept
    start().tidy()
    assert ring.kept == {}


def test_a_damaged_library_is_put_aside_and_named(start, path):
    path.parent.mkdir()
    path.write_bytes(b"\xff" * 8192)
    keeper = start()
    loaded = keeper.load()
    assert (loaded.request, loaded.failure) == (None, None)
    assert (path.parent / loaded.kept_aside).read_bytes() == b"\xff" * 8192
    keeper.save("r1", REQUEST)
    assert start().load().request == REQUEST


def test_a_library_of_a_newer_bleat_is_a_failure_and_stays_as_it_is(start, path):
    start().save("r1", REQUEST)
    start()
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA user_version = 999")
    connection.close()
    keeper = start()
    loaded = keeper.load()
    assert isinstance(loaded.failure, LibraryNewer)
    assert (loaded.request, loaded.kept_aside) == (None, "")
    with pytest.raises(LibraryNewer):
        keeper.save("r1", SECRETIVE)


def test_a_folder_that_cannot_be_made_is_a_failure(start, path):
    path.parent.write_text("in the way")
    keeper = start()
    assert isinstance(keeper.load().failure, StorageFailure)
    with pytest.raises(StorageFailure):
        keeper.save_setting("a", 1)
    path.parent.unlink()
    keeper.save("r1", REQUEST)
    assert keeper.load().request == REQUEST


def test_after_closing_it_can_be_used_again(start):
    keeper = start()
    keeper.save("r1", REQUEST)
    keeper.close()
    assert keeper.load().request == REQUEST
