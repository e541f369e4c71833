"""What is typed is found again, whatever the disk, the keyring and the command line do."""

import time

import pytest
from keyring.errors import KeyringLocked
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton

from desktop.core import limits
from desktop.core.model.request import Request, Row
from desktop.core.paths import user_paths
from desktop.core.storage.keychain import Keychain
from desktop.core.storage.keyring_backend import backend_name
from desktop.core.tasks.keep_draft import DraftKeeper
from desktop.engine import Engine
from desktop.ui.controllers.draft import GOAT, NOT_SAVED, SAVED, TRY_AGAIN, UNSAVED, DraftController
from desktop.ui.jobs.pool import Jobs
from tests.support.made_answers import words
from tests.support.plain_text import assert_plain_text

SECRET = "Bearer goats-eat-everything"
TYPED = "https://a.example/typed"
GIVEN = "https://a.example/given?x=1"
BUSY_SECONDS = 1.0
"""What a computer with much else to do may take on top."""


class Ring:
    """A keyring that lasts as long as the test; it can be locked."""

    def __init__(self):
        self.kept, self.locked = {}, False

    def get_password(self, service, username):
        self._open()
        return self.kept.get(username)

    def set_password(self, service, username, password):
        self._open()
        self.kept[username] = password

    def delete_password(self, service, username):
        self._open()
        del self.kept[username]

    def _open(self):
        if self.locked:
            raise KeyringLocked


class Start:
    """One start of the program, as far as keeping goes."""

    def __init__(self, window, qtbot, path, ring):
        self.window, self.qtbot = window, qtbot
        self.faults = []
        self.jobs = Jobs(self.faults.append)
        keychain = Keychain(backend=lambda: ring, allowed={backend_name(ring)}, platform="linux")
        self.keeper = DraftKeeper(path, keychain)
        self.engine = Engine(user_paths())
        self.draft = DraftController(window, self.jobs, self.keeper, self.engine)
        self.loaded = QSignalSpy(self.draft.loaded)

    def load(self, *named):
        self.draft.restore(named)
        self.qtbot.waitUntil(lambda: self.loaded.count() == 1)
        return self.request

    @property
    def request(self):
        return self.window.editor.request()

    def type(self, text):
        url = next(
            one for one in self.window.findChildren(QLineEdit) if one.accessibleName() == "URL"
        )
        url.selectAll()
        self.qtbot.keyClicks(url, text)

    def put(self, *headers):
        """Change the request as the editor tells it after the person's hand."""
        changed = Request(url=TYPED, headers=headers)
        self.window.editor.set_request(changed)
        self.window.editor.request_changed.emit(changed)

    def wait_for(self, saved):
        self.qtbot.waitUntil(lambda: self.shows(saved))

    def shows(self, text):
        return any(one.text() == text for one in self.window.statusBar().findChildren(QLabel))

    @property
    def banner(self):
        banner = self.window.banner
        return banner.findChild(QLabel).text() if banner.isVisible() else ""

    def wait_for_banner(self):
        self.qtbot.waitUntil(lambda: bool(self.banner))
        return self.banner

    def banner_button(self, text):
        buttons = self.window.banner.findChildren(QPushButton)
        return next((one for one in buttons if one.isVisible() and one.text() == text), None)

    def press(self, text):
        self.qtbot.mouseClick(self.banner_button(text), Qt.MouseButton.LeftButton)

    def leave(self):
        self.draft.flush(10)
        assert self.jobs.close(10)
        self.keeper.close()
        self.engine.close()
        assert self.faults == []
        assert_plain_text(self.window)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "bleat" / "library.db"


@pytest.fixture
def ring():
    return Ring()


@pytest.fixture
def start(open_window, qtbot, path, ring):
    """Starts the program, once more each time; the one before has been left."""
    running = []

    def leave():
        while running:
            running.pop().leave()

    def start():
        leave()
        running.append(Start(open_window(), qtbot, path, ring))
        return running[-1]

    yield start
    leave()


def on_disk(path):
    return b"".join(file.read_bytes() for file in path.parent.iterdir())


def test_the_first_start_shows_a_goat(start):
    bleat = start()
    assert bleat.load() == GOAT
    assert bleat.shows(SAVED)
    assert bleat.banner == ""


def test_what_was_typed_is_there_at_the_next_start(start):
    bleat = start()
    bleat.load()
    bleat.type(TYPED)
    again = start()
    assert again.load().url == TYPED
    assert again.banner == ""


def test_what_is_typed_is_soon_on_the_disk(start, path):
    bleat = start()
    bleat.load()
    started = time.monotonic()
    bleat.type(TYPED)
    assert not bleat.shows(SAVED)
    bleat.wait_for(SAVED)
    assert time.monotonic() - started < limits.SAVE_SECONDS + BUSY_SECONDS
    assert TYPED.encode() in on_disk(path)


def test_what_was_typed_before_the_disk_answered_stays(start):
    bleat = start()
    bleat.load()
    bleat.type("https://a.example/older")
    fast = start()
    fast.draft.restore(())
    fast.type(TYPED)
    fast.qtbot.waitUntil(lambda: fast.loaded.count() == 1)
    assert fast.request.url == TYPED
    assert start().load().url == TYPED


def test_settings_are_told_once_and_kept(start):
    bleat = start()
    bleat.load()
    bleat.draft.save_setting("window", {"scale": 1.5})
    again = start()
    again.load()
    assert again.loaded.at(0)[0]["window"] == {"scale": 1.5}


def test_an_address_on_the_command_line_is_shown_and_the_older_request_kept(start, path):
    bleat = start()
    bleat.load()
    bleat.type(TYPED)
    named = start()
    assert named.load(GIVEN).url == GIVEN
    assert [(row.name, row.value) for row in named.request.params] == [("x", "1")]
    assert start().load().url == GIVEN
    assert TYPED.encode() in on_disk(path)


def test_a_file_that_cannot_be_read_is_a_sentence_beside_the_last_request(start, tmp_path):
    bleat = start()
    bleat.load()
    bleat.type(TYPED)
    named = start()
    assert named.load(str(tmp_path / "gone.json")).url == TYPED
    assert named.banner
    assert "Errno" not in named.banner


def test_a_disk_that_fails_is_told_and_loses_nothing(start, path):
    path.parent.write_text("in the way")
    bleat = start()
    assert bleat.load() == GOAT
    assert bleat.banner
    bleat.window.banner.hide()
    bleat.type(TYPED)
    told = bleat.wait_for_banner()
    assert bleat.shows(NOT_SAVED)
    assert "Errno" not in told
    assert bleat.request.url == TYPED

    path.parent.unlink()
    bleat.type(TYPED + "/again")
    bleat.wait_for(SAVED)
    assert start().load().url == TYPED + "/again"


def test_a_disk_that_fails_is_no_fault_of_the_program(start, path):
    path.parent.write_text("in the way")
    bleat = start()
    bleat.load()
    bleat.draft.save_setting("window", {"scale": 1.5})
    assert bleat.jobs.finish(10)
    assert bleat.faults == []
    assert bleat.banner


def test_a_disk_that_is_back_is_found_without_typing(start, path):
    path.parent.write_text("in the way")
    bleat = start()
    bleat.load()
    bleat.type(TYPED)
    bleat.wait_for(NOT_SAVED)
    path.parent.unlink()
    bleat.wait_for(SAVED)
    assert TYPED.encode() in on_disk(path)


def test_who_leaves_is_told_once_what_is_not_saved(start, path):
    path.parent.write_text("in the way")
    bleat = start()
    bleat.load()
    bleat.type(TYPED)
    assert not bleat.draft.flush(10)
    assert bleat.banner == UNSAVED
    path.parent.unlink()
    assert bleat.draft.flush(10)


def test_leaving_writes_what_was_typed_last(start, path):
    bleat = start()
    bleat.load()
    bleat.type(TYPED)
    assert bleat.draft.flush(10)
    assert TYPED.encode() in on_disk(path)


def test_a_damaged_library_is_kept_aside_and_named(start, path):
    path.parent.mkdir()
    path.write_bytes(b"\xff" * 8192)
    bleat = start()
    assert bleat.load() == GOAT
    (aside,) = [one for one in path.parent.iterdir() if one.read_bytes() == b"\xff" * 8192]
    assert aside.name in bleat.banner
    bleat.type(TYPED)
    assert start().load().url == TYPED


def test_a_secret_comes_back_from_the_keyring_and_is_in_no_file(start, path, ring):
    bleat = start()
    bleat.load()
    bleat.put(Row("Authorization", SECRET))
    bleat.qtbot.waitUntil(lambda: SECRET in ring.kept.values())
    assert bleat.banner == ""
    assert SECRET.encode() not in on_disk(path)

    again = start()
    assert again.load().headers == (Row("Authorization", ""),)
    again.qtbot.waitUntil(lambda: again.request.headers == (Row("Authorization", SECRET),))
    assert again.request.url == TYPED
    assert SECRET.encode() not in on_disk(path)


def test_leaving_at_once_brings_the_secret_to_the_keyring(start, path, ring):
    bleat = start()
    bleat.load()
    bleat.put(Row("Authorization", SECRET))
    assert bleat.draft.flush(10)
    assert list(ring.kept.values()) == [SECRET]
    assert SECRET.encode() not in on_disk(path)


def test_what_is_typed_while_the_keyring_is_asked_stays(start):
    bleat = start()
    bleat.load()
    bleat.put(Row("Authorization", SECRET))
    again = start()
    again.load()
    again.type(TYPED + "/new")
    again.qtbot.waitUntil(lambda: again.request.headers == (Row("Authorization", SECRET),))
    assert again.request.url == TYPED + "/new"


def test_a_secret_that_is_no_longer_needed_leaves_the_keyring(start, ring):
    bleat = start()
    bleat.load()
    bleat.put(Row("Authorization", SECRET))
    assert bleat.draft.flush(10)
    assert ring.kept
    bleat.put()
    again = start()
    again.load()
    again.qtbot.waitUntil(lambda: ring.kept == {})


def test_a_locked_keyring_is_told_and_tried_again(start, path, ring):
    ring.locked = True
    bleat = start()
    bleat.load()
    bleat.put(Row("Authorization", SECRET))
    assert bleat.wait_for_banner() == words().keychain["keychain_locked"]
    assert SECRET.encode() not in on_disk(path)

    bleat.press(TRY_AGAIN)
    assert bleat.wait_for_banner() == words().keychain["keychain_locked"]
    ring.locked = False
    bleat.press(TRY_AGAIN)
    bleat.qtbot.waitUntil(lambda: SECRET in ring.kept.values())
    assert bleat.jobs.finish(10)
    assert bleat.banner == ""
    assert bleat.request.headers == (Row("Authorization", SECRET),)


def test_a_keyring_that_is_locked_at_the_start_takes_nothing_from_the_request(start, ring):
    bleat = start()
    bleat.load()
    bleat.put(Row("Authorization", SECRET))
    assert bleat.draft.flush(10)
    assert ring.kept
    ring.locked = True
    locked = start()
    locked.load()
    locked.type(TYPED + "/new")
    locked.wait_for(SAVED)
    ring.locked = False
    again = start()
    assert again.load().url == TYPED + "/new"
    again.qtbot.waitUntil(lambda: again.request.headers == (Row("Authorization", SECRET),))


def test_without_try_again_where_trying_would_not_help(start, ring):
    ring.set_password = lambda *_: None
    bleat = start()
    bleat.load()
    bleat.put(Row("Authorization", SECRET))
    assert bleat.wait_for_banner() == words().keychain["keychain_failing"]
    assert bleat.banner_button(TRY_AGAIN) is None
