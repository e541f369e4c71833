"""A fault of ours: logged without secrets, told once, never fatal."""

import logging
import os
import stat
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QThread, Signal
from PySide6.QtTest import QSignalSpy

from desktop.core import limits
from desktop.core.storage.redact import Redactor
from desktop.ui.crash import LOG_NAME, CrashReporter, log_to

CANARY = "c4nary-0123456789"
ROOT = Path(__file__).parents[2]
redact = Redactor(lambda: [CANARY])


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "logs"


@pytest.fixture
def log(folder):
    handler = log_to(folder, redact)
    yield folder / LOG_NAME
    logging.getLogger().removeHandler(handler)
    handler.close()


@pytest.fixture
def reporter(qapp, folder, log):
    hooks = sys.excepthook, threading.excepthook
    reporter = CrashReporter(redact)
    reporter.install(folder / "crash.txt")
    yield reporter
    reporter.remove()
    assert (sys.excepthook, threading.excepthook) == hooks


class Clumsy(QObject):
    pushed = Signal()

    def __init__(self):
        super().__init__()
        self.pushed.connect(self.stumble)

    def stumble(self):
        raise KeyError(CANARY)


expected = pytest.mark.expects_log("Error")


@expected
def test_an_exception_in_a_slot_is_told_after_the_slot_and_logged(qtbot, reporter, log):
    told = QSignalSpy(reporter.crashed)
    clumsy = Clumsy()
    with qtbot.waitSignal(reporter.crashed) as crashed:
        clumsy.pushed.emit()
        assert told.count() == 0
    (crash,) = crashed.args
    assert crash.summary == "KeyError: '[hidden]'"
    assert "in stumble" in crash.details
    assert "in stumble" in log.read_text()
    assert CANARY not in crash.details + log.read_text()


@expected
def test_an_exception_in_a_thread_is_told_on_the_ui_thread(qtbot, reporter):
    threads = []

    class Banner(QObject):
        def show(self, crash):
            threads.append(QThread.currentThread())

    banner = Banner()
    reporter.crashed.connect(banner.show)
    with qtbot.waitSignal(reporter.crashed):
        thread = threading.Thread(target=Clumsy.stumble, args=(None,))
        thread.start()
        thread.join()
    assert threads == [QThread.currentThread()]


@expected
def test_an_exception_in_a_qthread_is_told(qtbot, reporter):
    class Worker(QThread):
        def run(self):
            raise ZeroDivisionError

    worker = Worker()
    with qtbot.waitSignals([reporter.crashed, worker.finished]):
        worker.start()


@expected
def test_a_storm_is_told_once(qtbot, reporter, log):
    told = QSignalSpy(reporter.crashed)
    clumsy = Clumsy()
    with qtbot.waitSignal(reporter.crashed):
        for _ in range(50):
            clumsy.pushed.emit()
    with qtbot.waitSignal(reporter.crashed):
        reporter.report(ZeroDivisionError("another"))
    assert told.count() == 2
    assert log.read_text().count("Traceback") == 1


def test_reporting_never_raises(qapp, caplog, request):
    def broken(text):
        raise RuntimeError

    request.node.add_marker(pytest.mark.expects_log("could not be reported"))
    CrashReporter(broken).report(ValueError("x"))
    assert "RuntimeError" in caplog.text


@expected
def test_it_is_printed_too_where_there_is_a_terminal(reporter, capsys):
    reporter.report(KeyError(CANARY))
    printed = capsys.readouterr().err
    assert "KeyError" in printed
    assert CANARY not in printed


@expected
def test_a_windowed_program_has_no_terminal(qtbot, reporter, monkeypatch):
    monkeypatch.setattr(sys, "stderr", None)
    with qtbot.waitSignal(reporter.crashed):
        reporter.report(KeyError("x"))


def test_ctrl_c_is_no_crash(reporter, monkeypatch, log):
    heard = []
    monkeypatch.setattr(reporter, "_hooks", (lambda *all_: heard.append(all_), None))
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    monkeypatch.undo()
    assert len(heard) == 1
    assert not log.exists()


def test_a_start_that_goes_well_writes_no_log(folder):
    handler = log_to(folder, redact)
    logging.getLogger().removeHandler(handler)
    assert not folder.exists()


@pytest.mark.expects_log("odd")
def test_log_lines_are_redacted_and_private(log):
    logging.getLogger("desktop.odd").warning("odd %s with %r", CANARY, {"token": "abc"})
    text = log.read_text()
    assert "WARNING MainThread desktop.odd: odd [hidden]" in text
    assert "abc" not in text
    if sys.platform != "win32":
        assert stat.S_IMODE(log.stat().st_mode) == 0o600
        assert stat.S_IMODE(log.parent.stat().st_mode) == 0o700


def test_libraries_are_heard_from_warnings_on(log):
    logging.getLogger("urllib3").info("GET /?q=private")
    logging.getLogger("desktop.start").info("ready")
    assert "private" not in log.read_text()
    assert "ready" in log.read_text()


def test_the_log_is_rotated(log, monkeypatch):
    monkeypatch.setattr(limits, "LOG_BYTES", 500)
    for number in range(100):
        logging.getLogger("desktop").info("line %d", number)
    files = sorted(file.name for file in log.parent.iterdir())
    assert files == [LOG_NAME, *(f"{LOG_NAME}.{n}" for n in range(1, limits.LOG_FILES + 1))]
    assert all(file.stat().st_size <= 500 for file in log.parent.iterdir())
    assert "line 99" in log.read_text()


def test_a_log_that_cannot_be_written_stops_nothing(tmp_path):
    (tmp_path / "file").write_text("")
    handler = log_to(tmp_path / "file" / "logs", redact)
    logging.getLogger("desktop").info("into the void")
    logging.getLogger().removeHandler(handler)


HARD_CRASH = """
import sys
from pathlib import Path
from desktop.ui.crash import CrashReporter
reporter = CrashReporter(str)
sys.stdout.write(repr(reporter.install(Path(sys.argv[1]) / "logs" / "crash.txt")))
sys.stdout.flush()
if sys.argv[2] == "crash":
    import faulthandler
    faulthandler._sigsegv()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows ends a crash in another way")
def test_a_hard_crash_is_known_at_the_next_start(tmp_path):
    def run(what):
        return subprocess.run(
            [sys.executable, "-c", HARD_CRASH, str(tmp_path), what],
            cwd=ROOT,
            env=os.environ | {"PYTHONPATH": str(ROOT)},
            capture_output=True,
            text=True,
            check=False,
        )

    assert run("crash").stdout == "''"
    after = run("end well")
    assert "Segmentation fault" in after.stdout
    assert after.stderr == ""
    assert run("end well").stdout == "''"


def test_no_log_module_is_loaded_for_a_start(qapp):
    late = "{'logging.handlers', 'socket', 'json', 'sqlite3', 'keyring'}"
    code = (
        "import sys; from pathlib import Path; from desktop.ui.crash import log_to;"
        f"log_to(Path('x'), str); print(sorted({late} & set(sys.modules)))"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert ran.stdout.strip() == "[]"
