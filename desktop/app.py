"""Composition root of the window: builds every part and connects them."""

from __future__ import annotations

import logging
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, QTimer, Slot
from PySide6.QtWidgets import QApplication

from desktop.core import product
from desktop.core.paths import user_paths
from desktop.core.storage.keychain import Keychain
from desktop.core.tasks.keep_draft import DraftKeeper
from desktop.engine import Engine, new_token
from desktop.ui.controllers.answer_file import AnswerFile
from desktop.ui.controllers.draft import DraftController
from desktop.ui.controllers.help import HelpController
from desktop.ui.controllers.layout import KEY, LayoutController
from desktop.ui.controllers.offers import OfferController
from desktop.ui.controllers.pictures import PictureController
from desktop.ui.controllers.send import SendController
from desktop.ui.crash import CrashReporter, log_to
from desktop.ui.first_paint import FirstPaint
from desktop.ui.jobs.garbage import UiThreadGarbage
from desktop.ui.jobs.pool import Jobs
from desktop.ui.main_window import MainWindow
from desktop.ui.theme import Theme

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QIcon

    from desktop.core.paths import Paths
    from desktop.core.storage.redact import Redactor

SWITCH_SECONDS: Final = 0.001
"""Threads hand the interpreter over often, so that the window waits little."""
CRASHED: Final = (
    "Something went wrong inside Bleat. What you typed is kept. "
    "The details are in the folder {folder}."
)
WARM_MILLISECONDS: Final = 120
"""After the window is up, and before a person can have pressed Send."""
LEAVE_SECONDS: Final = 1.0


class Program(QObject):
    """Owns the parts as long as the window is open."""

    def __init__(self, application: QApplication, paths: Paths) -> None:
        super().__init__(application)
        self.paths = paths
        self.application = application
        self.theme = Theme(application, (paths.resources / "icons").as_posix(), parent=self)
        self.garbage = UiThreadGarbage(self)
        self.keychain = Keychain()
        self._redactor: Redactor | None = None
        self.log = log_to(paths.logs, self._redact)
        self.crashes = CrashReporter(self._redact, self)
        left = self.crashes.install(paths.crash)
        if left:
            logging.getLogger(__name__).warning("the last run ended like this:\n%s", left)
        self.jobs = Jobs(self.crashes.report, self)
        self.engine = Engine(paths)
        self.keeper = DraftKeeper(paths.library, self.keychain)
        self.window = MainWindow()
        self._was_warned = False
        self._build_controllers()
        self._connect()

    def _build_controllers(self) -> None:
        window = self.window
        self.sending = SendController(
            window.editor, window.viewer, self.engine.send, new_token, self
        )
        self.draft = DraftController(window, self.jobs, self.keeper, self.engine)
        self.layout = LayoutController(window, self.theme)
        self.offers = OfferController(window, self.sending)
        self.answer_file = AnswerFile(window, self.jobs)
        self.pictures = PictureController(window.viewer, self.jobs, self)
        self.help = HelpController(window)

    def _connect(self) -> None:
        table = self.window.actions_table
        table["send"].triggered.connect(self.sending.send)
        table["cancel"].triggered.connect(self.sending.cancel)
        table["quit"].triggered.connect(self.window.close)
        table["edit_url"].triggered.connect(self.window.editor.focus_url)
        self.window.leave_requested.connect(self._hear_leave)
        self.window.editor.set_values(self.engine.values.expected)
        self.crashes.crashed.connect(self._admit)
        self.draft.loaded.connect(self.layout.restore)

    def open(self, named: Sequence[str]) -> None:
        """Show the window with what was typed last, or with what the command line names."""
        self.draft.restore(named)
        # The address is where everything begins.
        self.window.editor.take_focus()
        self.window.show()
        QTimer.singleShot(WARM_MILLISECONDS, self, self._warm)

    def _redact(self, text: str) -> str:
        if self._redactor is None:
            from desktop.core.storage.redact import Redactor  # noqa: PLC0415

            self._redactor = Redactor(self.keychain.secrets)
        return self._redactor(text)

    @Slot(object)
    def _admit(self, _crash: object) -> None:
        self.window.banner.say(CRASHED.format(folder=self.paths.logs))

    @Slot()
    def _warm(self) -> None:
        self.application.setWindowIcon(icon(self.paths))
        self.garbage.spare()
        self.window.editor.prepare()
        self.window.viewer.prepare()
        self.jobs.run(self.engine.warm, None, lane="warming")

    @Slot()
    def _hear_leave(self) -> None:
        self.draft.save_setting(KEY, self.layout.state())
        if self.draft.flush(LEAVE_SECONDS) or self._was_warned:
            self.window.let_close()
        self._was_warned = True

    def leave(self) -> None:
        """Cancel and stop what runs beside the window, within about two seconds."""
        self.garbage.stop()
        self.sending.finish(round(LEAVE_SECONDS * 1000))
        self.jobs.close(LEAVE_SECONDS)
        self.engine.close()


def open_window(named: Sequence[str]) -> int:
    """Open the window, stay until it is closed, and leave with an exit status."""
    sys.setswitchinterval(SWITCH_SECONDS)
    paths = user_paths()
    application = make_application()
    program = Program(application, paths)
    program.open(named)
    watcher = FirstPaint.from_environment(program.window)
    status = application.exec()
    del watcher
    program.leave()
    # A thread that hangs in a name look-up would hold the interpreter's own way out for long.
    os._exit(status)


def icon(paths: Paths) -> QIcon:
    """The goat's head, which the system's own lists of windows show."""
    from PySide6.QtGui import QIcon  # noqa: PLC0415 - 3 ms that no first paint needs

    return QIcon(str(Path(paths.resources, "icons", "bleat.png")))


def make_application() -> QApplication:
    """The QApplication with the program's name and style."""
    QApplication.setApplicationName(product.NAME)
    QApplication.setDesktopFileName("bleat")
    application = QApplication(sys.argv[:1])
    if sys.platform != "darwin":
        application.setStyle("Fusion")
        # The menu stands in the window; asking the desktop for a menu elsewhere takes 14 ms.
        application.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeMenuBar)
    return application
