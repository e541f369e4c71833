"""Why no window can be opened, found out before Qt would abort."""

import ctypes
import socket
import sys

import pytest

from desktop.ui.display import (
    DEAD_DISPLAY,
    LIBRARIES,
    MISSING,
    NO_DISPLAY,
    X11_LIBRARIES,
    trouble_with_display,
)
from tests.support.xvfb import Desktop

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="X11 and Wayland are Linux's"
)


@pytest.fixture(autouse=True)
def _no_screen(monkeypatch):
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def hide(monkeypatch):
    """Makes libraries disappear."""
    real = ctypes.CDLL

    def hide(*libraries):
        def load(name, *arguments, **options):
            if name in libraries:
                raise OSError(f"{name}: cannot open shared object file")
            return real(name, *arguments, **options)

        monkeypatch.setattr("desktop.ui.display.ctypes.CDLL", load)

    return hide


def test_no_screen_is_said():
    assert trouble_with_display() == NO_DISPLAY


@pytest.mark.parametrize("platform", ["offscreen", "minimal", "offscreen:fontconfig=off"])
def test_some_platforms_need_no_screen(monkeypatch, platform):
    monkeypatch.setenv("QT_QPA_PLATFORM", platform)
    assert trouble_with_display() == ""


@pytest.mark.parametrize("variable", ["DISPLAY", "WAYLAND_DISPLAY"])
@pytest.mark.parametrize("name", [":77", "nonsense", "/no/such/socket"])
def test_a_screen_that_does_not_answer_is_named(monkeypatch, variable, name):
    monkeypatch.setenv(variable, name)
    assert trouble_with_display() == DEAD_DISPLAY.format(name=name)


def test_empty_names_are_none(monkeypatch):
    monkeypatch.setenv("DISPLAY", "")
    monkeypatch.setenv("WAYLAND_DISPLAY", "")
    assert trouble_with_display() == NO_DISPLAY


@pytest.mark.parametrize("library", LIBRARIES)
def test_a_missing_library_is_named_with_its_package(hide, library):
    hide(library)
    assert trouble_with_display() == MISSING.format(library=library, package=LIBRARIES[library])


@pytest.mark.parametrize("library", X11_LIBRARIES)
def test_what_only_x11_needs_is_missed_only_there(monkeypatch, hide, library):
    hide(library)
    assert trouble_with_display() == NO_DISPLAY
    monkeypatch.setenv("DISPLAY", ":77")
    expected = MISSING.format(library=library, package=X11_LIBRARIES[library])
    assert trouble_with_display() == expected


def test_libraries_are_missed_offscreen_too(monkeypatch, hide):
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    hide("libEGL.so.1")
    assert "libegl1" in trouble_with_display()


def test_without_the_library_that_asks_a_screen_counts_as_dead(monkeypatch, hide):
    monkeypatch.setenv("DISPLAY", ":77")
    hide("libxcb.so.1")
    assert trouble_with_display() == DEAD_DISPLAY.format(name=":77")


@pytest.mark.parametrize("system", ["win32", "darwin"])
def test_other_systems_always_have_a_screen(monkeypatch, hide, system):
    hide(*LIBRARIES)
    monkeypatch.setattr(sys, "platform", system)
    assert trouble_with_display() == ""


@pytest.mark.parametrize("is_absolute", [False, True])
@pytest.mark.parametrize("has_client", [False, True])
def test_a_wayland_screen_answers(monkeypatch, hide, tmp_path, is_absolute, has_client):
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    path = tmp_path / "wayland-5"
    monkeypatch.setenv("WAYLAND_DISPLAY", str(path) if is_absolute else path.name)
    if not has_client:
        hide("libwayland-client.so.0")
    with socket.socket(socket.AF_UNIX) as screen:
        screen.bind(str(path))
        screen.listen()
        assert trouble_with_display() == ""


@pytest.mark.outside
def test_a_living_x11_screen_answers_also_beside_a_dead_wayland(monkeypatch):
    with Desktop() as desktop:
        monkeypatch.setenv("DISPLAY", desktop.environment["DISPLAY"])
        assert trouble_with_display() == ""
        monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-77")
        assert trouble_with_display() == ""


def test_the_sentences_are_short():
    for sentence in (NO_DISPLAY, DEAD_DISPLAY, *MISSING.split(". ")):
        assert len(sentence.split()) <= 20
