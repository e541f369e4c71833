"""The program that people download, as `.ci/run` has built it."""

from __future__ import annotations

import os
import subprocess
from typing import TYPE_CHECKING

import pytest

from tests.support.xvfb import Desktop

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.packaged

SELF_TEST_SECONDS = 60
LARGEST_MEGABYTES = 260
"""A ratchet: what a build without numpy's and Qt's unused parts stays below."""
STRANGERS = ("gtk", "gdk", "webengine", "qt6qml", "qt6quick", "qt6pdf", "tkinter", "libavif")
"""Parts of files' names that only come along when the spec has a hole."""


@pytest.mark.outside
def test_it_passes_its_own_test_with_a_screen_and_a_keyring(built_program: Path) -> None:
    with Desktop(keyring=True) as desktop:
        ended = subprocess.run(
            [str(built_program), "--self-test"],
            env=desktop.environment, capture_output=True, text=True, check=False,
            timeout=SELF_TEST_SECONDS,
        )  # fmt: skip
    print(ended.stdout, ended.stderr)
    assert ended.returncode == 0, ended.stdout + ended.stderr


def test_it_says_in_one_sentence_that_there_is_no_screen(
    built_program: Path, data_folder: Path
) -> None:
    hidden = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    environment = {name: value for name, value in os.environ.items() if name not in hidden}
    ended = subprocess.run(
        [str(built_program)], env=environment, capture_output=True, text=True, check=False,
        timeout=SELF_TEST_SECONDS,
    )  # fmt: skip
    assert ended.returncode == 1
    assert len(ended.stderr.strip().splitlines()) == 1
    assert "Traceback" not in ended.stderr
    assert list(data_folder.iterdir()) == []


def test_it_answers_headless(built_program: Path) -> None:
    ended = subprocess.run(
        [str(built_program), "--version"], capture_output=True, text=True, check=False,
        timeout=SELF_TEST_SECONDS,
    )  # fmt: skip
    assert ended.returncode == 0
    assert ended.stdout.startswith("Bleat ")


@pytest.mark.parametrize("path", ["/", "/goats/40/30", "/echo"])
def test_the_practice_api_is_whole(built_program: Path, path: str) -> None:
    ended = subprocess.run(
        [str(built_program), "send", f"{{{{practice}}}}{path}"],
        capture_output=True, text=True, check=False, timeout=SELF_TEST_SECONDS,
    )  # fmt: skip
    assert ended.returncode == 0, ended.stderr
    assert ended.stdout.startswith("200 OK")


def test_nothing_comes_along_that_it_does_not_use(built_program: Path) -> None:
    names = [one.relative_to(built_program.parent).as_posix() for one in _files(built_program)]
    assert [name for name in names if any(word in name.lower() for word in STRANGERS)] == []


def test_it_is_not_too_large(built_program: Path) -> None:
    megabytes = sum(one.stat().st_size for one in _files(built_program)) / 1024**2
    print(f"{megabytes:.0f} MB")
    assert megabytes < LARGEST_MEGABYTES


def _files(built_program: Path) -> list[Path]:
    return [
        one for one in built_program.parent.rglob("*") if one.is_file() and not one.is_symlink()
    ]
