"""The words that the program says, read from TOML files that people edit."""

from __future__ import annotations

import tomllib
from functools import cached_property
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

Table = dict[str, Any]
"""A table of a TOML file."""


class Words:
    """The words of one language; each file of the folder is read when first needed, and kept.

    A file that is missing or no TOML raises OSError or tomllib.TOMLDecodeError: the installation
    is damaged then.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @cached_property
    def statuses(self) -> Table:
        """What each status code means, by its digits; then by its class (`4xx`) and `other`."""
        return self._read("statuses")

    @cached_property
    def failures(self) -> Table:
        """What each failure means, by its code; `when` in it holds its variants."""
        return self._read("failures")

    @cached_property
    def problems(self) -> Table:
        """`problems` of an answer and `notes` of its reading, by code."""
        return self._read("problems")

    @cached_property
    def kinds(self) -> Table:
        """What the body of an answer is, by its kind."""
        return self._read("kinds")

    @cached_property
    def labels(self) -> Table:
        """Short words: buttons (`offers`), the lines of the `details`, spans of time."""
        return self._read("labels")

    @cached_property
    def keychain(self) -> Table:
        """Where a secret is kept when the keyring does not take it, by code."""
        return self._read("keychain")

    @cached_property
    def redirects(self) -> Table:
        """Sentences about the way from one address to the next."""
        return self._read("redirects")

    @cached_property
    def headers(self) -> Mapping[str, str]:
        """One sentence a header, by its name in small letters."""
        return _lowered(self._headers["headers"])

    @cached_property
    def header_families(self) -> Mapping[str, str]:
        """One sentence for all headers whose names begin alike, by that beginning."""
        return _lowered(self._headers["families"])

    @cached_property
    def _headers(self) -> Table:
        return self._read("headers")

    def _read(self, name: str) -> Table:
        with (self._folder / f"{name}.toml").open("rb") as file:
            return tomllib.load(file)


def _lowered(sentences: Table) -> dict[str, str]:
    return {name.lower(): sentence for name, sentence in sentences.items()}
