"""A real Secret Service: gnome-keyring on a bus and in a home folder of its own."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PASSWORD = "the keyring's password"
_PROGRAMS = ("dbus-run-session", "gnome-keyring-daemon")
_UNLOCKED = f"printf %s '{PASSWORD.replace(chr(39), chr(39) + chr(92) + chr(39) + chr(39))}' |" + (
    ' gnome-keyring-daemon --unlock --components=secrets >/dev/null && exec "$@"'
)


def missing_programs() -> list[str]:
    """The programs that a real Secret Service needs and that this machine lacks."""
    return [name for name in _PROGRAMS if shutil.which(name) is None]


def environment(home: Path, **more: str) -> dict[str, str]:
    """The environment of a person who has just this home folder and no display."""
    kept = {
        name: os.environ[name] for name in ("PATH", "LANG", "LD_LIBRARY_PATH") if name in os.environ
    }
    return (
        kept
        | {
            "HOME": str(home),
            "XDG_RUNTIME_DIR": str(home / "run"),
            "PYTHONPATH": str(ROOT),
            "PYTHONWARNINGS": "error::ResourceWarning",
        }
        | more
    )


def in_secret_service(home: Path, command: list[str], **more: str) -> list[str]:
    """Run a command with an unlocked keyring; its lines. The home keeps what was stored.

    Skips the test where the programs are missing.
    """
    missing = missing_programs()
    if missing:
        pytest.skip(f"no Secret Service here: {', '.join(missing)} not installed")
    (home / "run").mkdir(mode=0o700, parents=True, exist_ok=True)
    session = ["dbus-run-session", "--", "sh", "-c", _UNLOCKED, "sh", *command]
    return _lines(session, environment(home, **more))


def python_in_secret_service(home: Path, code: str, **more: str) -> list[str]:
    """Run a Python snippet as `in_secret_service` does."""
    return in_secret_service(home, [sys.executable, "-c", code], **more)


def python_on_bare_bus(home: Path, code: str, **more: str) -> list[str]:
    """Run a Python snippet on a bus where nobody offers a keyring."""
    if shutil.which("dbus-run-session") is None:
        pytest.skip("dbus-run-session is not installed")
    (home / "run").mkdir(mode=0o700, parents=True, exist_ok=True)
    config = home / "bus.conf"
    config.write_text(
        "<busconfig><type>session</type><listen>unix:tmpdir=/tmp</listen>"
        "<auth>EXTERNAL</auth><policy context='default'><allow send_destination='*'/>"
        "<allow eavesdrop='false'/><allow own='*'/></policy></busconfig>"
    )
    session = ["dbus-run-session", f"--config-file={config}", "--", sys.executable, "-c", code]
    return _lines(session, environment(home, **more))


def python_without_bus(home: Path, code: str, **more: str) -> list[str]:
    """Run a Python snippet where there is no bus at all."""
    (home / "run").mkdir(mode=0o700, parents=True, exist_ok=True)
    more.setdefault("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent")
    return _lines([sys.executable, "-c", code], environment(home, **more))


def _lines(command: list[str], environ: dict[str, str]) -> list[str]:
    ran = subprocess.run(
        command, cwd=ROOT, env=environ, capture_output=True, text=True, timeout=60, check=False
    )
    assert ran.returncode == 0, ran.stderr
    return ran.stdout.splitlines()
