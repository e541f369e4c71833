"""What makes goats differ."""

from __future__ import annotations

from statistics import mean

import pytest

from desktop.practice.drawing.traits import Dice, goat, hour

MOODS = ["gentle", "happy", "sleepy", "curious"]


def test_the_same_dice_throw_the_same() -> None:
    assert Dice("a").throw("horns") == Dice("a").throw("horns")
    assert Dice("a").throw("horns") != Dice("a").throw("coat")
    assert Dice("a").throw("horns") != Dice("b").throw("horns")


def test_the_dice_are_fair() -> None:
    throws = [Dice(str(number)).throw("x") for number in range(1000)]
    assert 0 <= min(throws) < 0.02
    assert 0.98 < max(throws) < 1
    assert mean(throws) == pytest.approx(0.5, abs=0.03)


def test_throws_stay_within_what_was_asked() -> None:
    dice = [Dice(str(number)) for number in range(200)]
    assert all(3 <= one.between("x", 3, 4) < 4 for one in dice)
    assert {one.pick("x", "abc") for one in dice} == set("abc")


@pytest.mark.parametrize("mood", MOODS)
def test_goats_of_a_mood_differ_in_everything(mood: str) -> None:
    herd = [goat(Dice(f"{number} {mood}"), mood) for number in range(100)]
    assert {one.mood for one in herd} == {mood}
    assert len({one.coat for one in herd}) == 6
    assert {one.pattern for one in herd} == {"plain", "patches", "saddle", "socks", "blaze"}
    assert {one.collar is None for one in herd} == {True, False}
    assert len({one.horn_size for one in herd}) == 100


def test_sleepy_goats_are_seen_in_the_evening() -> None:
    assert any(hour(Dice(str(number)), "sleepy").starry for number in range(20))
    late = [hour(Dice(str(number)), "sleepy") for number in range(50)]
    day = {hour(Dice(str(number)), "happy") for number in range(50)}
    assert len(day - set(late)) == 4, "four hours of the day"
