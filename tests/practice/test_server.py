"""The practice API's process: how it begins and how it ends."""

from __future__ import annotations

import signal
import socket
import subprocess
import sys
from dataclasses import replace

import pytest

from desktop.practice.listening import listen
from tests.practice.conftest import PATIENCE, RUN, started

posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals")


def test_says_where_it_is_in_one_line_and_answers_there() -> None:
    with started(RUN.format(port=0, until=True)) as running:
        assert running.origin.startswith("http://127.0.0.1:")
        assert running.get("/echo").status == 200
        rest, complaints = running.process.communicate(timeout=PATIENCE)
    assert (rest, complaints) == ("", "")


def test_ends_with_stdin() -> None:
    with started(RUN.format(port=0, until=True)) as running:
        running.process.stdin.close()
        assert running.process.wait(PATIENCE) == 0


def test_ends_with_stdin_even_while_calls_wait() -> None:
    with started(RUN.format(port=0, until=True)) as running, running.connect() as wire:
        wire.sendall(f"GET /delay/60 HTTP/1.1\r\nHost: 127.0.0.1:{running.port}\r\n\r\n".encode())
        running.process.stdin.close()
        assert running.process.wait(PATIENCE) == 0


@posix
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
@pytest.mark.parametrize("at_work", [False, True])
def test_leaves_quietly_on_a_signal(number: signal.Signals, at_work: bool) -> None:
    with started(RUN.format(port=0, until=False)) as running:
        if at_work:
            assert running.get("/echo").status == 200
        running.process.send_signal(number)
        _, complaints = running.process.communicate(timeout=PATIENCE)
        assert (running.process.returncode, complaints) == (0, "")


def test_stays_without_stdin_when_not_asked_to_leave() -> None:
    with started(RUN.format(port=0, until=False)) as running:
        running.process.stdin.close()
        assert running.get("/echo").status == 200
        running.process.kill()


def test_says_in_one_sentence_that_its_port_is_taken() -> None:
    with listen(0) as taken:
        port = taken.getsockname()[1]
        done = subprocess.run(
            [sys.executable, "-c", RUN.format(port=port, until=False)],
            capture_output=True, text=True, timeout=PATIENCE, check=False,
        )  # fmt: skip
    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr.splitlines() == [
        f"Port {port} is already used by another program; try another, or leave it out."
    ]


@posix
def test_its_port_is_free_after_it_was_killed() -> None:
    with started(RUN.format(port=0, until=True)) as running:
        assert running.get("/echo").status == 200
        running.process.kill()
        running.process.wait(PATIENCE)
        with started(RUN.format(port=running.port, until=True)) as again:
            assert again.origin == running.origin
            assert again.get("/echo").status == 200


def test_needs_no_streams() -> None:
    """A windowed program has none."""
    with listen(0) as free:
        port = free.getsockname()[1]
    code = (
        "import sys; out, sys.stdout, sys.stderr = sys.stdout, None, None\n"
        "from desktop.practice import server\n"
        "before = server._serve\n"
        "server._serve = lambda door: (out.write('listening\\n'), out.flush(), before(door))\n"
        f"raise SystemExit(server.run({port}, True))"
    )
    with started(code) as running:
        assert running.origin == "listening"
        assert replace(running, origin=f"http://127.0.0.1:{port}").get("/echo").status == 200


def test_is_there_before_what_it_needs_is_loaded() -> None:
    code = (
        "import sys, desktop.practice.server\n"
        "print([name for name in ('flask', 'waitress', 'PIL', 'jinja2') if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=PATIENCE
    )
    assert done.stdout.strip() == "[]"


def test_runs_in_any_thread() -> None:
    """Signals can be heard in the main thread only; elsewhere the server does without."""
    code = (
        "import threading\n"
        "from desktop.practice.server import run\n"
        "thread = threading.Thread(target=run, args=(0, True))\n"
        "thread.start(); thread.join()"
    )
    with started(code) as running:
        assert running.get("/echo").status == 200


def test_serves_two_at_once() -> None:
    code = RUN.format(port=None, until=True)
    with started(code) as one, started(code) as other:
        assert one.port != other.port
        assert [one.get("/echo").status, other.get("/echo").status] == [200, 200]


def test_listens_to_this_computer_only() -> None:
    with started(RUN.format(port=0, until=True)) as running, socket.socket() as wire:
        wire.settimeout(2)
        assert wire.connect_ex(("127.0.0.2", running.port)) != 0
