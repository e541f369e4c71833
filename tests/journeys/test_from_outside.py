"""The real program, driven as a screen reader drives it, by the names that design.md promises."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.support.atspi import LIMIT_SECONDS, Accessibility, Control
from tests.support.xvfb import Desktop

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = pytest.mark.outside

ROOT = Path(__file__).resolve().parent.parent.parent
PICTURES = ROOT / ".pictures" / "from-outside"
START_SECONDS = 30


class Running:
    """Bleat on a screen of its own, with a data folder that outlives a kill."""

    def __init__(self, desktop: Desktop) -> None:
        self.desktop = desktop
        self.data = desktop.home / "bleat"
        self._accessibility = Accessibility(desktop.environment["DBUS_SESSION_BUS_ADDRESS"])
        self.process: subprocess.Popen[str]
        self.window: Control

    def start(self) -> None:
        self.process = self.desktop.start(
            sys.executable, "-m", "desktop", BLEAT_HOME=str(self.data), PYTHONPATH=str(ROOT)
        )
        self.window = self._accessibility.application("Bleat", START_SECONDS)
        self.find("push button", "Send")

    def kill(self) -> None:
        self.process.kill()
        self.process.wait()

    def find(self, role: str, name: str) -> Control:
        return self.window.find(role, name)

    def send(self) -> None:
        self.find("push button", "Send").press()

    def wait_for_status(self, start: str) -> str:
        """The status once it begins like this; what the program printed if it never does."""
        status = self.find("text", "Status")
        try:
            return status.wait_until(
                lambda one: one.text.startswith(start), f"beginning with {start!r}"
            ).text
        except AssertionError:
            print(status.text, self.desktop.output(), sep="\n")
            raise

    def wait_until_saved(self, text: str) -> None:
        """Until the library on disk holds this text."""
        limit = time.monotonic() + LIMIT_SECONDS
        while not any(text.encode() in one.read_bytes() for one in self.data.glob("library.db*")):
            assert time.monotonic() < limit, f"{text!r} was not saved"
            time.sleep(0.05)

    def close(self) -> None:
        self._accessibility.__exit__()


@pytest.fixture
def bleat() -> Iterator[Running]:
    with Desktop(accessible=True) as desktop:
        running = Running(desktop)
        try:
            running.start()
            yield running
        finally:
            running.close()


def test_the_first_goat_needs_one_press(bleat: Running) -> None:
    assert any("Bleat" in one.name for one in bleat.window.children() if one.role == "frame")
    assert bleat.find("text", "URL").text == "{{practice}}/goats/420/280"
    assert "sensitive" not in bleat.find("push button", "Cancel").states
    bleat.send()
    assert bleat.wait_for_status("200 OK")
    assert bleat.find("text", "Explanation").text.strip()
    bleat.find("image", "Response image")
    bleat.desktop.picture(PICTURES / "goat.png")
    assert "went wrong" not in bleat.window.outline()
    assert bleat.process.poll() is None


@pytest.mark.parametrize("name", ["Method", "Body type"])
def test_a_combo_box_says_what_it_is_for(bleat: Running, name: str) -> None:
    if name == "Body type":
        bleat.find("page tab", "Body").press()
    assert bleat.find("combo box", name).name == name


def test_a_refused_call_is_explained(bleat: Running) -> None:
    bleat.find("text", "URL").write("{{practice}}/status/404")
    bleat.send()
    assert bleat.wait_for_status("404")
    assert bleat.find("text", "Explanation").text.strip()
    bleat.desktop.picture(PICTURES / "not-found.png")


def test_a_failure_is_a_sentence(bleat: Running) -> None:
    with socket.create_server(("127.0.0.1", 0)) as unused:
        port = unused.getsockname()[1]
    bleat.find("text", "URL").write(f"http://127.0.0.1:{port}/")
    bleat.send()
    explanation = bleat.find("text", "Explanation").wait_until(
        lambda one: str(port) in one.text, f"about port {port}"
    )
    assert "Error" not in explanation.text
    assert "Traceback" not in bleat.desktop.output()
    bleat.desktop.picture(PICTURES / "nothing-listens.png")


def test_what_was_typed_survives_a_kill(bleat: Running) -> None:
    address = "https://api.example.com/typed?just=now"
    bleat.find("text", "URL").write(address)
    bleat.wait_until_saved("api.example.com/typed")
    bleat.kill()
    bleat.start()
    assert bleat.find("text", "URL").text == address


def test_the_program_checks_itself() -> None:
    with Desktop(keyring=True) as desktop:
        ended = subprocess.run(
            [sys.executable, "-m", "desktop", "--self-test"],
            cwd=ROOT, env=desktop.environment, capture_output=True, text=True, check=False,
            timeout=START_SECONDS,
        )  # fmt: skip
    assert ended.returncode == 0, ended.stdout + ended.stderr
