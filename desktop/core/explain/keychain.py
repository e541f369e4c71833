"""Says where a secret is kept when the keyring did not take it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.core.explain.words import Words


def keychain_sentence(code: str, words: Words) -> str:
    """The sentences for a code of `SavedWhere`; an unknown one is a failing keyring."""
    table = words.keychain
    return str(table.get(code) or table["keychain_failing"])
