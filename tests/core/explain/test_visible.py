"""Foreign text never hides, moves or runs on."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.explain.visible import visible, visible_address


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Not Found", "Not Found"),
        ("  OK ", "OK"),
        ("", ""),
        ("tab\there", "tab␉here"),
        ("two\r\nlines", "two␍␊lines"),
        ("nul\x00", "nul␀"),
        ("delete\x7f", "delete␡"),
        ("\u202eDENIED", "<U+202E>DENIED"),
        ("next\x85line", "next<U+0085>line"),
        ("lone\ud800", "lone<U+D800>"),
        ("<b>bold</b>", "<b>bold</b>"),
        ("Ziege gefunden \N{GOAT}", "Ziege gefunden \N{GOAT}"),
    ],
)
def test_hidden_signs_are_shown(text, shown):
    assert visible(text, 40) == shown


@given(st.text(), st.integers(1, 60))
def test_nothing_hidden_and_never_too_long(text, limit):
    shown = visible(text, limit)
    assert len(shown) <= limit
    assert not {"Cc", "Cf", "Cs", "Zl", "Zp"} & {unicodedata.category(sign) for sign in shown}


def test_a_long_text_says_that_it_goes_on():
    assert visible("x" * 41, 40) == "x" * 39 + "…"
    assert visible("x" * 40, 40) == "x" * 40


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("https://api.example.com/goats", "https://api.example.com/goats"),
        ("https://api.example.com/goats?api_key=s3cret", "https://api.example.com/goats?…"),
        ("https://billy:s3cret@api.example.com/goats", "https://api.example.com/goats"),
        ("https://api.example.com/goats#s3cret", "https://api.example.com/goats"),
        ("https://a.example/?to=https://u:s3cret@b.example", "https://a.example/?…"),
        (
            "https://a.example/over/https://b.example/x",
            "https://a.example/over/https://b.example/x",
        ),
        ("https://a.example", "https://a.example"),
    ],
)
def test_an_address_is_shown_without_secrets(url, shown):
    assert visible_address(url, 100) == shown
