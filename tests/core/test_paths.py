"""Paths: the system's rules, a folder of the person's own, and the program's files."""

import subprocess
import sys
from pathlib import Path

import platformdirs.macos
import platformdirs.unix
import pytest

from desktop.core.paths import resources_folder, user_paths


def test_linux_paths_are_those_of_platformdirs(monkeypatch, tmp_path):
    monkeypatch.delenv("XDG_DATA_HOME", raising=False)
    monkeypatch.delenv("XDG_STATE_HOME", raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    paths = user_paths({}, "linux")
    folders = platformdirs.unix.Unix("bleat")
    assert paths.data == folders.user_data_path
    assert paths.logs == folders.user_log_path


def test_xdg_folders_count_when_they_are_absolute(monkeypatch, tmp_path):
    monkeypatch.setenv("HOME", "/home/ada")
    named = {"XDG_DATA_HOME": str(tmp_path), "XDG_STATE_HOME": "relative"}
    paths = user_paths(named, "linux")
    assert paths.data == tmp_path / "bleat"
    assert paths.logs == Path("/home/ada/.local/state/bleat/log")


def test_macos_paths_are_those_of_platformdirs(monkeypatch, tmp_path):
    monkeypatch.setenv("HOME", str(tmp_path))
    paths = user_paths({}, "darwin")
    folders = platformdirs.macos.MacOS("Bleat", appauthor=False)
    assert paths.data == folders.user_data_path
    assert paths.logs == folders.user_log_path


def test_bleat_home_holds_everything_that_is_written(tmp_path):
    paths = user_paths({"BLEAT_HOME": str(tmp_path / "stick")}, "linux")
    assert paths.data == tmp_path / "stick"
    assert paths.library == tmp_path / "stick" / "library.db"
    assert paths.logs == tmp_path / "stick" / "logs"
    assert paths.crash == tmp_path / "stick" / "logs" / "crash.txt"
    assert not paths.data.exists()


def test_a_relative_bleat_home_does_not_follow_a_change_of_folder(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    assert user_paths({"BLEAT_HOME": "here/../there"}, "linux").data == tmp_path / "there"


def test_resources_stand_beside_the_source():
    folder = resources_folder()
    assert folder == Path(__file__).parents[2] / "resources"
    assert (folder / "en").is_dir()


def test_resources_of_a_bundle(monkeypatch, tmp_path):
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert resources_folder() == tmp_path / "resources"


def test_resources_of_a_wheel(tmp_path):
    package = tmp_path / "desktop"
    (package / "core").mkdir(parents=True)
    (package / "_resources").mkdir()
    for part in ("__init__.py", "core/__init__.py"):
        (package / part).touch()
    source = Path(user_paths.__code__.co_filename)
    (package / "core" / "paths.py").write_bytes(source.read_bytes())
    code = "from desktop.core.paths import resources_folder as f; print(f())"
    printed = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert Path(printed.stdout.strip()) == package / "_resources"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows asks platformdirs for its folders")
def test_platformdirs_is_not_imported_at_start(monkeypatch):
    monkeypatch.delenv("BLEAT_HOME")
    code = (
        "import sys, desktop.core.paths as p; p.user_paths(); print('platformdirs' in sys.modules)"
    )
    printed = subprocess.run(
        [sys.executable, "-c", code],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=True,
    )
    assert printed.stdout.strip() == "False"
