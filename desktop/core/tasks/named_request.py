"""What stands on the command line: an address, or a file with a request in it."""

from __future__ import annotations

from pathlib import Path

from desktop.core.errors import UnreadableFile
from desktop.core.formats.neutral import read_neutral
from desktop.core.limits import REQUEST_FILE_CAP
from desktop.core.model.query import rows_from_url
from desktop.core.model.request import Request


def named_request(named: str) -> Request:
    """The request that an address or a request file names; of several, the first.

    Raises UnreadableFile where a file is there and cannot be used.
    """
    path = Path(named)
    if _looks_like_file(named, path):
        return _read(path)[0]
    return Request(url=named, params=rows_from_url(named, ()))


def _looks_like_file(named: str, path: Path) -> bool:
    if "://" in named or named.startswith("{{"):
        return False
    try:
        return path.is_file() or named.endswith(".json")
    except (OSError, ValueError):
        return False


def _read(path: Path) -> tuple[Request, ...]:
    try:
        if path.stat().st_size > REQUEST_FILE_CAP:
            raise UnreadableFile("too_large")
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnreadableFile("not_text") from error
    except (OSError, ValueError) as error:
        raise UnreadableFile("not_found") from error
    return read_neutral(text)
