"""The practice API as a process: takes its port, says where it is, serves until told to stop."""

from __future__ import annotations

import contextlib
import gc
import os
import signal
import sys
import threading
from typing import TYPE_CHECKING, Final

from desktop.practice import listening

if TYPE_CHECKING:
    import socket
    from typing import TextIO

QUIET_EXIT: Final = 0
PORT_TAKEN: Final = 1


def run(port: int | None, until_stdin_closes: bool) -> int:
    """Serves at `port` (None: 4628 or any free one) until a signal or the end of stdin.

    Prints its origin as one line once it can be connected to. The exit status: 0 when told to
    stop, 1 when the port cannot be had, with one sentence on stderr.
    """
    try:
        _leave_on_signals()
        door = listening.listen(port)
        _say(sys.stdout, listening.origin(door))
        if until_stdin_closes:
            threading.Thread(target=_leave_with_stdin, daemon=True).start()
        _serve(door)
    except listening.PortRefused as refused:
        _say(sys.stderr, str(refused))
        return PORT_TAKEN
    except KeyboardInterrupt:
        pass
    return QUIET_EXIT


def _serve(door: socket.socket) -> None:
    """Loads the application and answers; who connects before that waits in the system's queue.

    Looking for garbage while only loading would cost a tenth of the start.
    """
    gc.disable()
    from desktop.practice.application import create_app  # noqa: PLC0415 - takes its time
    from desktop.practice.bounded_server import serve  # noqa: PLC0415

    app = create_app(door.getsockname()[1])
    gc.freeze()
    gc.enable()
    serve(door, app)


def _leave_on_signals() -> None:
    """Makes SIGTERM and SIGINT raise KeyboardInterrupt, also where a shell had SIGINT ignored."""
    if threading.current_thread() is threading.main_thread():
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, signal.default_int_handler)


def _leave_with_stdin() -> None:
    """Ends the process when stdin ends, so that it dies with its parent however that dies.

    Reads the descriptor itself: a thread that waits in `sys.stdin` would break the shutdown.
    """
    with contextlib.suppress(OSError):
        while os.read(0, 4096):
            pass
    os._exit(QUIET_EXIT)


def _say(stream: TextIO | None, line: str) -> None:
    """Writes one line at once; a windowed program has no streams, a dead parent reads none."""
    if stream is None:
        return
    with contextlib.suppress(OSError):
        stream.write(line + "\n")
        stream.flush()
