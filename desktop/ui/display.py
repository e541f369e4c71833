"""Finds out, before Qt is loaded, whether a window can be opened: Qt would abort instead."""

from __future__ import annotations

import ctypes
import os
import sys
from pathlib import Path
from typing import Final

HEADLESS_PLATFORMS: Final = ("offscreen", "minimal", "vnc", "linuxfb", "eglfs")
NO_DISPLAY: Final = "Bleat needs a screen to open its window, and this session has none."
DEAD_DISPLAY: Final = "Bleat cannot open its window: the screen “{name}” does not answer."
MISSING: Final = (
    "Bleat cannot open its window: {library} is missing. Install the package {package}."
)

LIBRARIES: Final = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
}
X11_LIBRARIES: Final = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
"""Library to Debian's package; other systems name theirs alike."""


def trouble_with_display() -> str:
    """A sentence that says why no window can be opened; empty when one can."""
    if not sys.platform.startswith("linux"):
        return ""
    missing = _first_missing(LIBRARIES)
    if missing:
        return missing
    if os.environ.get("QT_QPA_PLATFORM", "").split(":")[0] in HEADLESS_PLATFORMS:
        return ""
    return _trouble_with_screen()


def _trouble_with_screen() -> str:
    wayland = os.environ.get("WAYLAND_DISPLAY", "")
    x11 = os.environ.get("DISPLAY", "")
    if not wayland and not x11:
        return NO_DISPLAY
    if wayland and _wayland_answers(wayland):
        return ""
    if not x11:
        return DEAD_DISPLAY.format(name=wayland)
    missing = _first_missing(X11_LIBRARIES)
    if missing:
        return missing
    return "" if _x11_answers() else DEAD_DISPLAY.format(name=x11)


def _first_missing(libraries: dict[str, str]) -> str:
    for library, package in libraries.items():
        try:
            ctypes.CDLL(library)
        except OSError:
            return MISSING.format(library=library, package=package)
    return ""


def _x11_answers() -> bool:
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return False
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connection_has_error.argtypes = [ctypes.c_void_p]
    xcb.xcb_disconnect.argtypes = [ctypes.c_void_p]
    connection = xcb.xcb_connect(None, None)
    answers = not xcb.xcb_connection_has_error(connection)
    xcb.xcb_disconnect(connection)
    return answers


def _wayland_answers(name: str) -> bool:
    # An absolute name is the socket itself; else it lies in the session's own folder.
    folder = os.environ.get("XDG_RUNTIME_DIR", "")
    if not Path(folder, name).exists():
        return False
    try:
        client = ctypes.CDLL("libwayland-client.so.0")
    except OSError:
        # Qt brings its own client library; the socket is there.
        return True
    client.wl_display_connect.restype = ctypes.c_void_p
    client.wl_display_disconnect.argtypes = [ctypes.c_void_p]
    display = client.wl_display_connect(None)
    if not display:
        return False
    client.wl_display_disconnect(display)
    return True
