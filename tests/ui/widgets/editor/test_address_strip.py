"""The address taken apart: for the eyes in colour, for the ears in a sentence."""

import time

import pytest
from PySide6.QtGui import QColor

from desktop.core.model.address import dissect
from desktop.ui.colours import DARK, LIGHT
from desktop.ui.widgets.editor.address_strip import AddressStrip
from tests.support.plain_text import assert_plain_text
from tests.support.worn_theme import worn

URL = "https://api.example.com/goats/1?mood=happy"


@pytest.fixture
def strip(qtbot):
    strip = AddressStrip()
    qtbot.addWidget(strip)
    strip.resize(900, 24)
    return strip


def show(strip, url, values=lambda _name: None):
    strip.show_address(dissect(url, values))


def colours_in(image):
    pixels = {image.pixel(x, y) for x in range(image.width()) for y in range(image.height())}
    return {QColor(pixel).name().upper() for pixel in pixels}


def test_its_name_and_what_it_says(strip):
    show(strip, URL)
    assert strip.accessibleName() == "The address taken apart"
    spoken = strip.accessibleDescription()
    for part in ("https", "api.example.com", "/goats/1", "mood = happy", "which computer"):
        assert part in spoken


def test_it_follows_the_address(strip):
    show(strip, URL)
    before = strip.grab().toImage()
    show(strip, "")
    assert strip.accessibleDescription() == ""
    assert strip.grab().toImage() != before


def test_variables_are_filled_in(strip):
    show(strip, "{{practice}}/goats", {"practice": "http://127.0.0.1:4628"}.get)
    assert "127.0.0.1:4628" in strip.accessibleDescription()


@pytest.mark.parametrize(("mode", "colours"), [("light", LIGHT), ("dark", DARK)])
def test_each_part_has_its_colour(qapp, strip, mode, colours):
    with worn(qapp, mode, 2.0):
        strip.resize(2200, 60)
        show(strip, URL)
        found = colours_in(strip.grab().toImage())
    assert {colours.put, colours.get, colours.post, colours.soft_text} <= found


def test_what_has_no_room_is_left_out(strip):
    show(strip, URL)
    for width in (900, 200, 40, 1):
        strip.resize(width, 24)
        assert not strip.grab().isNull()
    assert strip.minimumSizeHint().width() == 0


def test_its_margin_is_left_free(strip):
    strip.setContentsMargins(124, 0, 0, 0)
    show(strip, URL)
    image = strip.grab().toImage()
    assert len(colours_in(image.copy(0, 0, 120, image.height()))) == 1
    assert len(colours_in(image)) > 1


def test_a_login_is_not_spoken(strip):
    show(strip, "https://anna:secret@a.example/")
    assert "secret" not in strip.accessibleDescription()
    assert "anna" not in strip.accessibleDescription()


@pytest.mark.parametrize(
    "url",
    [
        "<img src='file:///etc/passwd'>",
        "http://a.example/<b>bold</b>?<i>=\u202ex",
        "\x00\x01\n",
        "http://" + "a" * 1_000_000,
        "http://a/?" + "a=b&" * 250_000,
        "{{" * 500_000,
    ],
    ids=["html", "bidi", "controls", "1 MB host", "1 MB query", "1 MB braces"],
)
def test_hostile_addresses_are_shown_quickly_as_they_are(strip, url):
    started = time.perf_counter()
    show(strip, url)
    strip.grab()
    assert time.perf_counter() - started < 0.1
    assert len(strip.accessibleDescription()) <= 1000
    assert "\u202e" not in strip.accessibleDescription()
    assert_plain_text(strip)
