"""All checks, with one command: format, lint, types, import contracts, then all tests.

uv run --group dev python tests/run.py
"""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree as ET

ROOT = Path(__file__).resolve().parent.parent
BESIDE_PYTHON = Path(sys.executable).parent
APT_SECONDS = 300
PROGRAMS = {
    "Xvfb": "xvfb",
    "dbus-daemon": "dbus",
    "dbus-run-session": "dbus",
    "gnome-keyring-daemon": "gnome-keyring",
    "objcopy": "binutils",
}
"""A program that the tests or the package need, and the Debian package that has it."""
LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
}
"""A library that Qt loads, and the Debian package that has it."""
ACCESSIBILITY = ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher")
FONTS = ("/usr/share/fonts", "/usr/local/share/fonts")
WITHOUT_QT = (
    "-p", "no:pytest-qt", "-W", "ignore::pytest.PytestConfigWarning",
    "-o", "addopts=-ra --strict-markers --import-mode=importlib",
    "tests/core", "tests/practice", "tests/test_house.py",
)  # fmt: skip
"""What pytest can still run where Qt cannot be loaded."""


@dataclass(frozen=True)
class Result:
    """How one check went."""

    name: str
    passed: bool
    seconds: float
    note: str = ""


def main() -> int:
    """Run everything, say how each went; the exit status is 0 when all passed."""
    missing = _provide_system_packages()
    environment = _environment()
    results = [_check(name, command, environment) for name, command in _checks().items()]
    tests, left_out = _run_tests(environment, sys.argv[1:])
    return _report([*results, tests], left_out, missing)


def _checks() -> dict[str, list[str]]:
    python = [sys.executable, "-m"]
    return {
        "format": [*python, "ruff", "format", "--check", "."],
        "lint": [*python, "ruff", "check", "."],
        "types": [*python, "mypy"],
        "import contracts": [str(BESIDE_PYTHON / "lint-imports")],
    }


def _environment() -> dict[str, str]:
    environment = {
        name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"
    }
    return environment | {"QT_QPA_PLATFORM": "offscreen"}


def _check(name: str, command: list[str], environment: dict[str, str]) -> Result:
    print(f"\n== {name}", flush=True)
    start = time.monotonic()
    try:
        status = subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode
    except FileNotFoundError:
        print(f"{command[0]} is not installed; start this with `uv run --group dev`.")
        status = 1
    return Result(name, status == 0, time.monotonic() - start)


def _run_tests(environment: dict[str, str], extra: list[str]) -> tuple[Result, list[str]]:
    """Run pytest; also name each test that was left out, with the reason."""
    arguments = list(extra)
    left_out = []
    if not _qt_loads(environment):
        arguments = [*WITHOUT_QT, *extra]
        left_out = ["all tests of the window: Qt cannot be loaded here"]
    with tempfile.TemporaryDirectory() as folder:
        record = Path(folder) / "tests.xml"
        command = [sys.executable, "-m", "pytest", f"--junitxml={record}", "--durations=10"]
        result = _check("tests", [*command, *arguments], environment)
        note, skipped = _read_record(record)
    return Result(result.name, result.passed, result.seconds, note), left_out + skipped


def _qt_loads(environment: dict[str, str]) -> bool:
    command = [sys.executable, "-c", "import PySide6.QtWidgets"]
    return subprocess.run(command, env=environment, check=False).returncode == 0


def _read_record(record: Path) -> tuple[str, list[str]]:
    if not record.exists():
        return "pytest did not finish", []
    tree = ET.parse(record)
    cases = list(tree.iter("testcase"))
    for one in tree.iter("property"):
        if not one.get("name", "").startswith("hypothesis-"):
            print(f"{one.get('name')}: {one.get('value')}")
    skipped = {
        f"{case.get('classname')}.{case.get('name')}": reason.get("message", "")
        for case in cases
        if (reason := case.find("skipped")) is not None and reason.get("type") != "pytest.xfail"
    }
    note = f"{len(cases) - len(skipped)} run, {len(skipped)} left out"
    return note, [f"{name}: {reason}" for name, reason in skipped.items()]


def _provide_system_packages() -> list[str]:
    """Install what is missing when we may; the answer is what is missing still."""
    missing = _missing_packages()
    if missing and _may_install():
        print("Installing system packages:", " ".join(missing), flush=True)
        _install(missing)
        missing = _missing_packages()
    return missing


def _missing_packages() -> list[str]:
    """Debian packages by what they hold, so that other systems and newer names count too."""
    if not sys.platform.startswith("linux"):
        return []
    wanted = [package for name, package in PROGRAMS.items() if not shutil.which(name)]
    wanted += [package for name, package in LIBRARIES.items() if not _loads(name)]
    if not any(Path(one).exists() for one in ACCESSIBILITY):
        wanted.append("at-spi2-core")
    if not any(list(Path(one).rglob("*.[ot]tf")) for one in FONTS):
        wanted.append("fonts-dejavu-core")
    return sorted(set(wanted))


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _may_install() -> bool:
    return os.geteuid() == 0 and shutil.which("apt-get") is not None


def _install(packages: list[str]) -> None:
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    install = ["install", "--yes", "--no-install-recommends", *packages]
    for arguments in (["update", "--quiet"], install):
        try:
            subprocess.run(
                ["apt-get", *arguments], env=environment, check=False, timeout=APT_SECONDS
            )
        except subprocess.TimeoutExpired:
            print(f"apt-get {arguments[0]} took longer than {APT_SECONDS} seconds.")


def _report(results: list[Result], left_out: list[str], missing: list[str]) -> int:
    print("\n== summary")
    for one in results:
        verdict = "passed" if one.passed else "FAILED"
        print(f"{one.name:18}{verdict:8}{one.seconds:7.1f} s  {one.note}".rstrip())
    if left_out:
        print("\nTests left out:", *left_out, sep="\n  ")
    if missing:
        print("\nMissing system packages (their names on Debian and Ubuntu), to install with:")
        print("  sudo apt-get install", " ".join(missing))
    passed = all(one.passed for one in results)
    print("\nAll checks passed." if passed else "\nSome checks failed.")
    return 0 if passed else 1


if __name__ == "__main__":
    sys.exit(main())
