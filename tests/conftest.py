"""What every test starts from: no screen, no keyring, a data folder of its own; it leaves tidy."""

from __future__ import annotations

import logging
import os
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.support import xvfb

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.support.pictures import PictureBook

ROOT = Path(__file__).resolve().parent.parent
BUILT_PROGRAM = ROOT / "dist" / "bleat" / ("bleat.exe" if sys.platform == "win32" else "bleat")


def _set_the_stage() -> None:
    """Before Qt starts: it warns about a bare environment, and a Qt warning fails a test."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"
    if "XDG_RUNTIME_DIR" not in os.environ:
        os.environ["XDG_RUNTIME_DIR"] = tempfile.mkdtemp(prefix="bleat-tests-")
    if os.environ.get("LC_ALL") in {"C", "POSIX"}:
        os.environ["LC_ALL"] = "C.UTF-8"


_set_the_stage()


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line(
        "markers", "expects_log(text): a log record of WARNING or above with this text is meant"
    )


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Leave out, with the reason, what this computer cannot run."""
    if item.get_closest_marker("outside") and (reason := xvfb.why_not()):
        pytest.skip(reason)
    if item.get_closest_marker("packaged") and (reason := _why_no_built_program()):
        pytest.skip(reason)


def _why_no_built_program() -> str:
    if not BUILT_PROGRAM.exists():
        return "the program is not built: .ci/run builds it"
    sources = [*(ROOT / "desktop").rglob("*.py"), *(ROOT / "resources").rglob("*.*")]
    if max(one.stat().st_mtime for one in sources) > BUILT_PROGRAM.stat().st_mtime:
        return "the built program is older than its source: .ci/run builds it anew"
    return ""


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[None]:
    report = yield
    if report.when == "call":
        item.stash[_PASSED] = report.passed
    return report


_PASSED = pytest.StashKey[bool]()


@pytest.fixture(autouse=True)
def data_folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The folder that this test's Bleat writes to."""
    folder = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("BLEAT_HOME", str(folder))
        yield folder


@pytest.fixture(autouse=True)
def _no_warning_is_logged(
    request: pytest.FixtureRequest, caplog: pytest.LogCaptureFixture
) -> Iterator[None]:
    yield
    expected = [mark.args[0] for mark in request.node.iter_markers("expects_log")]
    records = [*caplog.get_records("setup"), *caplog.get_records("call")]
    unexpected = [
        f"{record.name}: {record.getMessage()}"
        for record in records
        if record.levelno >= logging.WARNING
        and not any(text in record.getMessage() for text in expected)
    ]
    if unexpected:
        pytest.fail("logged without being expected:\n" + "\n".join(unexpected), pytrace=False)


@pytest.fixture(autouse=True)
def _nothing_is_left_behind(request: pytest.FixtureRequest) -> Iterator[None]:
    """No thread still runs and no window is still there when a test that uses Qt is over."""
    if "qapp" not in request.fixturenames:
        yield
        return
    from tests.support.leftovers import Leftovers

    leftovers = Leftovers(request.getfixturevalue("qapp"))
    with leftovers.watching():
        yield
    complaints = leftovers.sweep()
    if complaints and request.node.stash.get(_PASSED, False):
        pytest.fail("left behind:\n" + "\n".join(complaints), pytrace=False)


@pytest.fixture
def pictures(request: pytest.FixtureRequest) -> PictureBook:
    """Saves pictures of widgets, light and dark, into .pictures/, for people to look at."""
    from tests.support.pictures import PictureBook

    return PictureBook(request.getfixturevalue("qapp"), ROOT / ".pictures", request.node.name)


@pytest.fixture(scope="session")
def built_program() -> Path:
    """The program that `.ci/run` built."""
    return BUILT_PROGRAM
