"""A desktop session of its own, on a screen that nobody sees, for driving the real program."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from contextlib import AbstractContextManager, ExitStack, suppress
from pathlib import Path
from typing import Any, Self

from jeepney import message_bus
from jeepney.io.blocking import open_dbus_connection

PROGRAMS = {"Xvfb": "xvfb", "dbus-daemon": "dbus"}
"""What a session needs, and the Debian package that has it."""
ACCESSIBILITY_LAUNCHERS = (
    Path("/usr/libexec/at-spi-bus-launcher"),
    Path("/usr/lib/at-spi2-core/at-spi-bus-launcher"),
    Path("/usr/lib/at-spi2/at-spi-bus-launcher"),
)
SCREEN = "1600x1000x24"
START_SECONDS = 20
LEAVE_SECONDS = 5
POLL_SECONDS = 0.02
CONFUSING = ("DISPLAY", "WAYLAND_DISPLAY", "SESSION_MANAGER", "QT_QPA_PLATFORM", "QT_SCALE_FACTOR")
"""Variables of the real session that must not reach this one."""
NOT_REAL = ("PYTHONDONTWRITEBYTECODE", "PYTHON_KEYRING_BACKEND", "BLEAT_HOME")
"""Variables of the tests that would make the program behave otherwise than a person's."""

PHOTOGRAPHER = """
import sys
from PySide6.QtGui import QGuiApplication
application = QGuiApplication(sys.argv)
sys.exit(not application.primaryScreen().grabWindow(0).save(sys.argv[1]))
"""


def why_not() -> str:
    """Why no such session can be had here; empty when it can."""
    if not sys.platform.startswith("linux"):
        return "driving the program from outside needs Linux"
    missing = [package for name, package in PROGRAMS.items() if not shutil.which(name)]
    if not any(one.exists() for one in ACCESSIBILITY_LAUNCHERS):
        missing.append("at-spi2-core")
    return f"needs the packages {', '.join(missing)}" if missing else ""


class Desktop(AbstractContextManager["Desktop"]):
    """Screen, D-Bus session, home and, when asked for, accessibility and an unlocked keyring.

    `environment` is what a program needs to run in it. Everything ends with the `with` block.
    """

    def __init__(
        self, *, accessible: bool = False, keyring: bool = False, screen: str = SCREEN
    ) -> None:
        self._accessible = accessible
        self._keyring = keyring
        self._screen = screen
        self._open = ExitStack()
        self.environment: dict[str, str] = {}
        self.home = Path()
        self._output = Path()

    def __enter__(self) -> Self:
        with self._open:
            self._set_up()
            self._open = self._open.pop_all()
        return self

    def __exit__(self, *_exception: object) -> None:
        self._open.close()

    def _set_up(self) -> None:
        self.home = Path(
            self._open.enter_context(
                tempfile.TemporaryDirectory(prefix="bleat-desktop-", ignore_cleanup_errors=True)
            )
        )
        self._output = self.home / "output.txt"
        self.environment = _environment(self.home)
        self.environment["DISPLAY"] = self._start_screen()
        self.environment["DBUS_SESSION_BUS_ADDRESS"] = self._start_bus()
        if self._keyring:
            self._unlock_keyring()
        if self._accessible:
            self.environment["QT_LINUX_ACCESSIBILITY_ALWAYS_ON"] = "1"
            self._start_accessibility()

    def start(self, *command: str, **variables: str) -> subprocess.Popen[str]:
        """Start a program in this session; it ends, with its children, when the session does."""
        with self._output.open("a", encoding="utf-8") as output:
            return self._start(command, variables, stdout=output, stderr=subprocess.STDOUT)

    def output(self) -> str:
        """What the programs of `start` have printed so far."""
        return self._output.read_text(encoding="utf-8") if self._output.exists() else ""

    def picture(self, file: Path) -> None:
        """Save what the screen shows."""
        file.parent.mkdir(parents=True, exist_ok=True)
        subprocess.run(
            [sys.executable, "-c", PHOTOGRAPHER, str(file)],
            env=self.environment,
            check=True,
            timeout=START_SECONDS,
        )

    def _start(
        self, command: tuple[str, ...], variables: dict[str, str] | None = None, **options: Any
    ) -> subprocess.Popen[str]:
        options = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL} | options
        process = subprocess.Popen(
            command,
            env=self.environment | (variables or {}),
            start_new_session=True,
            text=True,
            **options,
        )
        self._open.callback(_end, process)
        return process

    def _start_screen(self) -> str:
        """Xvfb picks a free number by itself and writes it when it is ready."""
        reader, writer = os.pipe()
        with os.fdopen(reader, encoding="ascii") as numbers:
            self._start(
                ("Xvfb", "-displayfd", str(writer), "-screen", "0", self._screen, "-nolisten",
                 "tcp", "-noreset", "-dpi", "96"),
                pass_fds=[writer],
            )  # fmt: skip
            os.close(writer)
            number = numbers.readline().strip()
        if not number:
            raise RuntimeError("Xvfb did not start")
        return f":{number}"

    def _start_bus(self) -> str:
        bus = self._start(
            ("dbus-daemon", "--session", "--nofork", "--print-address"),
            stdout=subprocess.PIPE,
        )
        return _first_line(bus, "dbus-daemon")

    def _unlock_keyring(self) -> None:
        """A new keyring whose password is empty is made and opened at once."""
        daemon = self._start(
            ("gnome-keyring-daemon", "--foreground", "--unlock", "--components=secrets"),
            stdin=subprocess.PIPE,
        )
        assert daemon.stdin is not None
        daemon.stdin.write("\n")
        daemon.stdin.close()
        _wait_for_name(self.environment["DBUS_SESSION_BUS_ADDRESS"], "org.freedesktop.secrets")

    def _start_accessibility(self) -> None:
        launcher = next(one for one in ACCESSIBILITY_LAUNCHERS if one.exists())
        self._start((str(launcher), "--launch-immediately"))


def _environment(home: Path) -> dict[str, str]:
    runtime = home / "runtime"
    runtime.mkdir(mode=0o700)
    inherited = {
        name: value
        for name, value in os.environ.items()
        if name not in CONFUSING and name not in NOT_REAL and not name.startswith(("DBUS_", "XDG_"))
    }
    return inherited | {
        "HOME": str(home),
        "XDG_RUNTIME_DIR": str(runtime),
        "XDG_CONFIG_HOME": str(home / "config"),
        "XDG_DATA_HOME": str(home / "data"),
        "XDG_CACHE_HOME": str(home / "cache"),
        "LC_ALL": "C.UTF-8",
        "QT_QPA_PLATFORM": "xcb",
        "PYTHONUNBUFFERED": "1",
    }


def _first_line(process: subprocess.Popen[str], name: str) -> str:
    assert process.stdout is not None
    line = process.stdout.readline().strip()
    if not line:
        raise RuntimeError(f"{name} did not start")
    return line


def _wait_for_name(bus: str, name: str) -> None:
    """Asking for the service itself would make D-Bus start a second one beside it."""
    limit = time.monotonic() + START_SECONDS
    with open_dbus_connection(bus) as connection:
        while not connection.send_and_get_reply(message_bus.NameHasOwner(name)).body[0]:
            if time.monotonic() > limit:
                raise RuntimeError(f"{name} did not appear")
            time.sleep(POLL_SECONDS)


def _end(process: subprocess.Popen[str]) -> None:
    """End a program and what it started: each has a process group of its own."""
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGTERM)
    with suppress(subprocess.TimeoutExpired):
        process.wait(LEAVE_SECONDS)
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait(LEAVE_SECONDS)
    for stream in (process.stdin, process.stdout):
        if stream is not None:
            stream.close()
