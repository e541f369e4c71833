"""The program checks itself where it stands: library, keyring, practice goat, window."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QImageReader

from desktop.app import make_application
from desktop.core.model.request import Request
from desktop.core.paths import user_paths
from desktop.core.storage.keychain import Keychain
from desktop.core.storage.library import Library
from desktop.engine import Engine, new_token
from desktop.ui.main_window import MainWindow
from desktop.ui.theme import Theme

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.core.model.answer import Answer
    from desktop.core.model.exchange import Problem
    from desktop.core.model.progress import Progress
    from desktop.core.paths import Paths

GOAT: Final = Request(name="A goat", url="{{practice}}/goats/420/280")
GOAT_SIZE: Final = (420, 280)


def self_test() -> int:
    """Run all checks; 0 when each one holds. What was found is printed, line by line."""
    paths = user_paths()
    application = make_application()
    Theme(application, (paths.resources / "icons").as_posix())
    checks: tuple[tuple[str, Callable[[Paths], str]], ...] = (
        ("library", _check_library),
        ("keyring", _check_keyring),
        ("practice goat", _check_goat),
        ("window", _check_window),
    )
    troubles = [_report(name, check(paths)) for name, check in checks]
    return 1 if any(troubles) else 0


def _report(name: str, trouble: str) -> bool:
    if sys.stdout is not None:
        sys.stdout.write(f"{name}: {trouble or 'ok'}\n")
        sys.stdout.flush()
    return bool(trouble)


def _check_library(_paths: Paths) -> str:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "library.db")
        keychain = Keychain()
        library = Library.open(path, keychain)
        library.save_request("goat", GOAT)
        library.close()
        again = Library.open(path, keychain)
        found = [entry.request for entry in again.open_requests()]
        again.close()
    return "" if found == [GOAT] else "what was saved did not come back"


def _check_keyring(_paths: Paths) -> str:
    state = Keychain().probe()
    if state.kind == "available":
        return ""
    return f"this system keeps no passwords for programs ({state.kind})"


def _check_goat(paths: Paths) -> str:
    engine = Engine(paths)
    try:
        answer = engine.send(GOAT, new_token(), _say_nothing, _answer_no)
    finally:
        engine.close()
    return _trouble_with_goat(answer)


def _trouble_with_goat(answer: Answer) -> str:
    if answer.exchange is None:
        return answer.explanation.headline
    data = QBuffer()
    data.setData(QByteArray(bytes(answer.exchange.response.body)))
    data.open(QIODevice.OpenModeFlag.ReadOnly)
    image = QImageReader(data, QByteArray(b"jpeg")).read()
    drawn = (image.width(), image.height())
    return "" if drawn == GOAT_SIZE else f"the goat is {drawn} pixels large"


def _check_window(_paths: Paths) -> str:
    window = MainWindow()
    window.editor.set_request(GOAT)
    window.show()
    picture = window.grab()
    window.let_close()
    window.close()
    return "the window stayed empty" if picture.isNull() else ""


def _say_nothing(_progress: Progress) -> None:
    pass


def _answer_no(_problem: Problem) -> bool:
    return False
