"""Keeps what is typed: loads it at the start, saves it while it changes."""

from __future__ import annotations

import os
from functools import partial
from typing import TYPE_CHECKING, Final, Protocol

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from desktop.core.errors import Failure
from desktop.core.model.request import Request
from desktop.core.tasks.keep_draft import CURRENT, LoadedDraft, with_secrets
from desktop.ui.jobs.saving import ThrottledSave

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.core.model.explanation import Explanation
    from desktop.core.storage.keychain import SavedWhere
    from desktop.core.tasks.keep_draft import DraftKeeper
    from desktop.ui.jobs.pool import Jobs
    from desktop.ui.main_window import MainWindow

GOAT: Final = Request(name="A goat", url="{{practice}}/goats/420/280")
SAVED: Final = "Everything is saved"
SAVING: Final = "Saving…"
NOT_SAVED: Final = "Not saved yet"
KEPT_ASIDE: Final = (
    "Your saved requests could not be read. The damaged file is kept as {name}, "
    "and Bleat began a new one."
)
UNSAVED: Final = "What you typed last is not saved. Close the window once more to leave without it."
TRY_AGAIN: Final = "Try again"
LOCKED: Final = "keychain_locked"
SECRETS_MILLISECONDS: Final = 150
"""The keyring is asked when the window is up: its library takes a while to load."""


class DraftWords(Protocol):
    """Who can put a failure into words."""

    def explain(self, failure: Failure) -> Explanation:
        """A failure in words."""

    def explain_keychain(self, code: str) -> str:
        """Where a secret is kept, in words."""


class DraftController(QObject):
    """Loads and saves the one open request; the disk and the keyring are asked in jobs."""

    loaded = Signal(object)
    """The settings of the last start, once."""

    def __init__(
        self,
        window: MainWindow,
        jobs: Jobs,
        keeper: DraftKeeper,
        words: DraftWords,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._jobs = jobs
        self._keeper = keeper
        self._words = words
        self._id = os.urandom(16).hex()
        self._named: Request | None = None
        self._found = LoadedDraft()
        self._save = ThrottledSave(jobs, self._write, self)
        self._save.saved.connect(self._hear_saved)
        self._save.not_saved.connect(self._hear_not_saved)
        window.banner.pressed.connect(self._settle_again)
        window.editor.request_changed.connect(self._hear_change)

    def restore(self, named: Sequence[str]) -> None:
        """Load what was open last; what the command line names is shown instead of it."""
        for name in named[:1]:
            self._name(name)
        self._jobs.run(self._keeper.load, self._hear_loaded, lane="disk")

    def _name(self, name: str) -> None:
        from desktop.core.tasks.named_request import named_request  # noqa: PLC0415

        try:
            self._named = named_request(name)
        except Failure as failure:
            self._window.banner.say(self._words.explain(failure).headline)

    @Slot(object)
    def _hear_loaded(self, found: LoadedDraft) -> None:
        self._found = found
        if found.failure is not None:
            explanation = self._words.explain(found.failure)
            self._window.banner.say(f"{explanation.headline} {explanation.meaning}")
        elif found.kept_aside:
            self._window.banner.say(KEPT_ASIDE.format(name=found.kept_aside))
        self._show(found)
        self.loaded.emit(found.settings)
        QTimer.singleShot(SECRETS_MILLISECONDS, self, self._fetch_secrets)

    def _show(self, found: LoadedDraft) -> None:
        editor = self._window.editor
        if editor.request() != Request():
            return
        if self._named is not None:
            editor.set_request(self._named)
            self._save.keep(self._id, self._named)
            return
        if found.request is not None:
            self._id = found.id
        editor.set_request(found.request or GOAT)
        self._window.show_saved(SAVED)

    @Slot()
    def _fetch_secrets(self) -> None:
        self._jobs.run(self._keeper.tidy, None, self._let_be, lane="keyring")
        if self._found.references and self._found.id == self._id:
            read = partial(self._keeper.read_secrets, self._found)
            self._jobs.run(read, self._hear_secrets, lane="keyring")

    @Slot(object)
    def _hear_secrets(self, secrets: dict[str, str]) -> None:
        editor = self._window.editor
        editor.set_request(with_secrets(editor.request(), self._found, secrets))

    @Slot(object)
    def _hear_change(self, request: Request) -> None:
        self._window.show_saved(SAVING)
        self._save.keep(self._id, request)

    def _write(self, request_id: str, request: Request) -> None:
        self._keeper.save(request_id, request)
        self._keeper.save_setting(CURRENT, request_id)

    @Slot()
    def _hear_saved(self) -> None:
        self._window.show_saved(SAVED)
        if self._keeper.needs_settling:
            self._jobs.run(self._keeper.settle, self._hear_settled, lane="keyring")

    @Slot(object)
    def _hear_settled(self, where: SavedWhere) -> None:
        if where.place == "session":
            button = TRY_AGAIN if where.code == LOCKED else ""
            self._window.banner.say(self._words.explain_keychain(where.code), button)

    @Slot()
    def _settle_again(self) -> None:
        self._jobs.run(self._keeper.settle_again, self._hear_settled, lane="keyring")

    @Slot(object)
    def _hear_not_saved(self, failure: object) -> None:
        self._window.show_saved(NOT_SAVED)
        if isinstance(failure, Failure):
            explanation = self._words.explain(failure)
            self._window.banner.say(f"{explanation.headline} {explanation.meaning}")

    def save_setting(self, key: str, value: object) -> None:
        """Write a setting in a job."""
        save = partial(self._keeper.save_setting, key, value)
        self._jobs.run(save, None, self._let_be, lane="disk")

    @Slot(object)
    def _let_be(self, _failure: object) -> None:
        # No fault of the program: a disk in trouble is told where something typed is at stake.
        pass

    def flush(self, seconds: float) -> bool:
        """Write at once what is not written yet; False, and a word, where that fails."""
        self._save.flush()
        self._jobs.finish(seconds)
        if not self._save.is_saved:
            self._window.banner.say(UNSAVED)
        return self._save.is_saved
