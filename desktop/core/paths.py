"""Where Bleat keeps its things and finds its own."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Paths:
    """`data` and `logs` belong to the person; `resources` come with the program.

    Nothing is created here; who writes creates its folder, for this person only.
    """

    data: Path
    logs: Path
    library: Path
    crash: Path
    resources: Path


def user_paths(environ: Mapping[str, str] = os.environ, platform: str = sys.platform) -> Paths:
    """The person's paths; `BLEAT_HOME` puts all that is written into one folder (on a stick)."""
    home = environ.get("BLEAT_HOME", "")
    if home:
        data = Path(os.path.abspath(os.path.expanduser(home)))  # noqa: PTH100, PTH111
        logs = data / "logs"
    else:
        data, logs = _system_folders(environ, platform)
    return Paths(
        data=data,
        logs=logs,
        library=data / "library.db",
        crash=logs / "crash.txt",
        resources=resources_folder(),
    )


def _system_folders(environ: Mapping[str, str], platform: str) -> tuple[Path, Path]:
    """The folders for data and logs; platformdirs is asked only where the rule is not a line.

    Importing it takes 7 to 15 ms of the time before the window is up.
    """
    if platform == "win32":
        from platformdirs.windows import Windows  # noqa: PLC0415

        folders = Windows("Bleat", appauthor=False)
        return folders.user_data_path, folders.user_log_path
    home = Path.home()
    if platform == "darwin":
        library = home / "Library"
        return library / "Application Support" / "Bleat", library / "Logs" / "Bleat"
    data = _base_folder(environ, "XDG_DATA_HOME", home / ".local" / "share")
    state = _base_folder(environ, "XDG_STATE_HOME", home / ".local" / "state")
    return data / "bleat", state / "bleat" / "log"


def _base_folder(environ: Mapping[str, str], variable: str, default: Path) -> Path:
    """A folder of the XDG Base Directory Specification, which ignores relative paths."""
    named = Path(environ.get(variable, ""))
    return named if named.is_absolute() else default


def resources_folder() -> Path:
    """The files that come with the program: in a bundle, in the wheel or in the source tree."""
    bundle = getattr(sys, "_MEIPASS", None)
    if bundle:
        return Path(bundle) / "resources"
    package = Path(__file__).parent.parent
    in_wheel = package / "_resources"
    return in_wheel if in_wheel.is_dir() else package.parent / "resources"
