"""Writes the body of an answer into a file, under a name that is safe on every system."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote, urlsplit

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.core.model.answer import Answer
    from desktop.core.model.exchange import Content

LONGEST_NAME: Final = 120
RESERVED: Final = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)$", re.IGNORECASE)
UNSAFE: Final = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*\u200e\u200f\u202a-\u202e\u2066-\u2069]')
ONLY_NUMBERS: Final = re.compile(r"(\d[\d.,x-]*)?$")
GIVEN_NAME: Final = re.compile(
    r"filename\*=UTF-8''(?P<encoded>[^;\s]+)|filename=(?:\"(?P<quoted>[^\"]*)\"|(?P<token>[^;\s]+))",
    re.IGNORECASE,
)
CHUNK: Final = 1 << 20


def suggested_name(answer: Answer) -> str:
    """A file name with the right extension, such as `goat.jpeg`.

    It comes from Content-Disposition (RFC 6266) or else from the address, and never holds a
    folder, a control character, or a name that a system keeps for itself.
    """
    extension = answer.reading.extension if answer.reading else "bin"
    return f"{_given_stem(answer) or _address_stem(answer) or 'answer'}.{extension}"


def _given_stem(answer: Answer) -> str:
    response = answer.exchange.response if answer.exchange else None
    given = GIVEN_NAME.search(response.header("Content-Disposition")) if response else None
    if given is None:
        return ""
    name = unquote(given["encoded"]) if given["encoded"] else given["quoted"] or given["token"]
    return _clean(re.split(r"[/\\]", name)[-1])


def _address_stem(answer: Answer) -> str:
    # The last word of the path that says something: /goats/420/280 is about goats.
    url = answer.sent.url if answer.sent else ""
    words = [unquote(word) for word in urlsplit(url).path.split("/")]
    named = [word for word in words if not ONLY_NUMBERS.match(word)]
    return _clean(named[-1]) if named else ""


def _clean(name: str) -> str:
    stem = UNSAFE.sub("", name).strip(" .").split(".")[0].strip()
    return "" if RESERVED.match(stem) else stem[:LONGEST_NAME]


def save_body(body: Content, path: Path) -> None:
    """Write a body whole or not at all. Raises OSError; an older file then stays as it was."""
    unfinished = path.with_name(f".bleat-{os.urandom(8).hex()}")
    try:
        with unfinished.open("xb") as file:
            for start in range(0, len(body), CHUNK):
                file.write(body[start : start + CHUNK])
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(path)
    except BaseException:
        unfinished.unlink(missing_ok=True)
        raise
