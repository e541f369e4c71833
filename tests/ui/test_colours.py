"""The colours of both themes: each text can be read on each ground that it stands on."""

from dataclasses import fields

import pytest

from desktop.ui.colours import DARK, LIGHT, Colours

TONES = ("success", "information", "warning", "failure")
METHODS = ("get", "post", "put", "patch", "delete")
GROUNDS = ("window", "panel", "sidebar", *(f"{tone}_ground" for tone in TONES))
PAIRS = [
    *((text, ground) for text in ("text", "soft_text") for ground in (*GROUNDS, "selection")),
    *((tone, f"{tone}_ground") for tone in TONES),
    *((method, "panel") for method in METHODS),
    ("on_accent", "accent"),
]
LEAST = 4.5
"""WCAG 2.2, success criterion 1.4.3."""


def luminance(colour):
    """WCAG 2.2, relative luminance of an sRGB colour."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def cases():
    for name in ("light", "dark"):
        for text, ground in PAIRS:
            yield pytest.param(name, text, ground, id=f"{name}-{text}-on-{ground}")


def test_the_measure_is_right():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#FFFFFF", "#2F6FDE") == pytest.approx(4.72, abs=0.01)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize(("name", "text", "ground"), list(cases()))
def test_text_can_be_read(name, text, ground):
    colours = LIGHT if name == "light" else DARK
    assert contrast(getattr(colours, text), getattr(colours, ground)) >= LEAST


@pytest.mark.parametrize("colours", [LIGHT, DARK])
def test_a_focus_is_seen_on_every_ground(colours):
    for ground in ("window", "panel", "sidebar"):
        assert contrast(colours.accent, getattr(colours, ground)) >= 3


@pytest.mark.parametrize("colours", [LIGHT, DARK])
def test_each_tone_has_a_text_and_a_ground(colours):
    found = [colours.tone(tone) for tone in TONES]
    assert len(set(found)) == len(TONES)
    assert colours.tone("warning") == (colours.warning, colours.warning_ground)


@pytest.mark.parametrize("colours", [LIGHT, DARK])
def test_every_colour_is_written_in_full(colours):
    for field in fields(Colours):
        value = getattr(colours, field.name)
        assert len(value) == 7
        assert int(value[1:], 16) >= 0
