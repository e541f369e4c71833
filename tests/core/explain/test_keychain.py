"""Each code of the keychain has its sentences."""

from typing import get_args

import pytest

from desktop.core.explain.keychain import keychain_sentence
from desktop.core.storage.keyring_backend import KeychainKind

CODES = [f"keychain_{kind}" for kind in get_args(KeychainKind) if kind != "available"]


@pytest.mark.parametrize("code", [*CODES, "keychain_too_long"])
def test_each_code_says_how_long_the_secret_is_kept(words, code):
    sentence = keychain_sentence(code, words)
    assert sentence == words.keychain[code]
    assert "only" in sentence
    assert "close" in sentence or "while the window is open" in sentence


def test_no_two_codes_say_the_same(words):
    assert len({keychain_sentence(code, words) for code in CODES}) == len(CODES)


@pytest.mark.parametrize("code", ["", "keychain_from_the_future"])
def test_an_unknown_code_is_a_failing_keyring(words, code):
    assert keychain_sentence(code, words) == words.keychain["keychain_failing"]
