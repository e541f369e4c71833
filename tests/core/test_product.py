"""What the program is called, which version it is, and how it runs itself once more."""

import importlib.metadata
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from desktop.core.product import DISTRIBUTION, own_command, version

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def project():
    with (ROOT / "pyproject.toml").open("rb") as file:
        return tomllib.load(file)["project"]


def test_the_version_is_the_package_s(project):
    assert (DISTRIBUTION, version()) == (project["name"], project["version"])


def test_a_program_that_was_never_installed_has_a_version_too(monkeypatch):
    def missing(name):
        raise importlib.metadata.PackageNotFoundError(name)

    monkeypatch.setattr(importlib.metadata, "version", missing)
    assert version() == "0"


def test_it_runs_itself_from_source():
    run = subprocess.run(
        own_command("--version"), cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert (run.returncode, run.stdout, run.stderr) == (0, f"Bleat {version()}\n", "")


def test_a_packaged_program_is_its_own_command(monkeypatch):
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert own_command("practice", "--port") == (sys.executable, "practice", "--port")
