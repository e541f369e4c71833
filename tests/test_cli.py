"""The command line: which words do what, and what the exit status says."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from desktop import cli
from desktop.core.product import version
from desktop.ui.display import DEAD_DISPLAY, NO_DISPLAY
from tests.support.hostile_cases import CASES, answer_and_stay, whole
from tests.support.hostile_server import HostileServer

ROOT = Path(__file__).resolve().parent.parent
SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
PATIENCE = 20
TEXT = "Grüße → 🐐"
SCRIPTS = CASES | {
    "/goats": answer_and_stay(
        whole(TEXT.encode(), "200 OK", "Content-Type: text/plain; charset=utf-8")
    ),
}
linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="X11 and Wayland")
posix = pytest.mark.skipif(sys.platform == "win32", reason="Ctrl+C is another thing there")


@pytest.fixture
def server():
    with HostileServer(SCRIPTS) as running:
        yield running


def environment(**variables):
    bare = {name: value for name, value in os.environ.items() if name not in SCREENS}
    return bare | {"PYTHONPATH": str(ROOT)} | variables


def start(*words, **variables):
    return subprocess.Popen(
        [sys.executable, "-m", "desktop", *words],
        env=environment(**variables),
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


def run(*words, **variables):
    """Exit status, stdout and stderr of the real program."""
    with start(*words, **variables) as process:
        out, err = process.communicate(timeout=PATIENCE)
    return process.returncode, out.decode("utf-8"), err.decode("utf-8")


def test_an_answer_goes_to_stdout_and_is_a_success(server, capsys):
    assert cli.main(["send", server.url("/goats")]) == 0
    out, err = capsys.readouterr()
    assert out.startswith("200 OK: ")
    assert out.endswith(f"{TEXT}\n")
    assert err == ""


def test_json_is_all_that_stands_on_stdout(server, capsys):
    assert cli.main(["send", "--json", server.url("/goats")]) == 0
    assert json.loads(capsys.readouterr().out)["body"] == {"text": TEXT}


@pytest.mark.parametrize(
    ("words", "status"), [(["send", "/rst"], 1), (["send", "/ok{{x}}"], 2)], ids=["1", "2"]
)
def test_failures_are_one_line_on_stderr(server, capsys, words, status):
    assert cli.main([words[0], server.url(words[1])]) == status
    out, err = capsys.readouterr()
    assert out == ""
    assert len(err.splitlines()) == 1


def test_a_windowed_program_has_no_stderr(server, monkeypatch):
    monkeypatch.setattr(sys, "stderr", None)
    monkeypatch.setattr(sys, "stdout", None)
    assert cli.main(["send", server.url("/rst")]) == 1
    assert cli.main(["send", server.url("/goats")]) == 0


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "ascii"])
@pytest.mark.parametrize("options", [(), ("--json",)])
def test_any_text_can_be_printed_whatever_the_system_s_letters_are(server, encoding, options):
    status, out, err = run("send", server.url("/goats"), *options, PYTHONIOENCODING=encoding)
    assert (status, err) == (0, "")
    assert TEXT in out


@posix
@pytest.mark.parametrize("options", [(), ("--json",)])
def test_ctrl_c_is_a_cancel_and_no_traceback(server, options):
    with start("send", server.url("/hang"), *options) as process:
        try:
            while not server.asked:
                assert process.poll() is None
            process.send_signal(signal.SIGINT)
            out, err = process.communicate(timeout=PATIENCE)
        finally:
            process.kill()
    assert process.returncode == 1
    assert len(err.splitlines()) == 1
    assert b"Traceback" not in err
    if options:
        assert json.loads(out)["failure"] == "cancelled"


@posix
def test_a_reader_that_leaves_early_is_no_failure(server):
    with start("send", server.url("/big?mb=4"), "--json") as process:
        process.stdout.read(10)
        process.stdout.close()
        err = process.stderr.read()
        process.wait(PATIENCE)
    assert err == b""


@pytest.mark.parametrize(
    "words", [["send"], ["practice", "--port", "x"], ["--what"], ["send", "a", "b"]]
)
def test_words_that_mean_nothing_are_refused(capsys, words):
    with pytest.raises(SystemExit) as left:
        cli.main(words)
    assert left.value.code == 2
    assert "usage: bleat" in capsys.readouterr().err


def test_help_names_the_commands(capsys):
    with pytest.raises(SystemExit) as left:
        cli.main(["--help"])
    assert left.value.code == 0
    help_ = capsys.readouterr().out
    assert "send" in help_
    assert "practice" in help_
    assert "stdin" not in help_


def test_the_version(capsys):
    with pytest.raises(SystemExit):
        cli.main(["--version"])
    assert capsys.readouterr().out == f"Bleat {version()}\n"


def test_practice_says_where_it_answers():
    with start("practice", "--port", "0") as process:
        try:
            origin = process.stdout.readline().decode().strip()
            assert origin.startswith("http://127.0.0.1:")
            assert run("send", f"{origin}/status/418")[1].startswith("418")
        finally:
            process.terminate()
    assert process.returncode == 0


@linux
@pytest.mark.parametrize(
    ("variables", "sentence"),
    [
        ({}, NO_DISPLAY),
        ({"DISPLAY": ":77"}, DEAD_DISPLAY.format(name=":77")),
        ({"WAYLAND_DISPLAY": "wayland-77"}, DEAD_DISPLAY.format(name="wayland-77")),
        ({"DISPLAY": ":77", "QT_QPA_PLATFORM": "xcb"}, DEAD_DISPLAY.format(name=":77")),
    ],
)
@pytest.mark.parametrize("words", [(), ("a.example",), ("--self-test",)])
def test_without_a_screen_one_sentence_says_so(variables, sentence, words):
    assert run(*words, **variables) == (1, "", f"{sentence}\n")
