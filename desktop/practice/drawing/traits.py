"""What makes one goat differ from the next: the same question always gives the same goat."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.practice.drawing.canvas import Colour

T = TypeVar("T")


@dataclass(frozen=True)
class Dice:
    """Numbers that look thrown and are always the same for one seed and one name."""

    seed: str

    def throw(self, name: str) -> float:
        """A number from 0 up to, not including, 1."""
        digest = hashlib.blake2b(f"{self.seed}/{name}".encode(), digest_size=6).digest()
        return int.from_bytes(digest) / 256**6

    def between(self, name: str, low: float, high: float) -> float:
        """A number from low to high."""
        return low + (high - low) * self.throw(name)

    def pick(self, name: str, things: Sequence[T]) -> T:
        """One of the things."""
        return things[int(self.throw(name) * len(things))]


@dataclass(frozen=True)
class Coat:
    """A goat's colours: its hair, the hair in shadow, its patches and its muzzle."""

    hair: Colour
    shadow: Colour
    patch: Colour
    muzzle: Colour


@dataclass(frozen=True)
class Goat:
    """One goat: how it looks, how it feels, and what it wears."""

    mood: str
    coat: Coat
    pattern: str
    horn: Colour
    horn_size: float
    beard: float
    droop: float
    collar: Colour | None
    tilt: float


@dataclass(frozen=True)
class Hour:
    """A time of day: the colours of the sky, of what stands in it, and of the hills."""

    high: Colour
    low: Colour
    light: Colour
    cloud: Colour
    far: Colour
    back: Colour
    front: Colour
    starry: bool = False


def _coats() -> tuple[Coat, ...]:
    return (
        Coat((252, 249, 243), (230, 222, 212), (214, 168, 120), (246, 214, 202)),
        Coat((252, 249, 243), (230, 222, 212), (121, 98, 86), (246, 214, 202)),
        Coat((244, 231, 208), (222, 203, 174), (176, 128, 86), (250, 226, 208)),
        Coat((233, 200, 156), (210, 173, 128), (252, 244, 230), (250, 232, 212)),
        Coat((208, 150, 104), (184, 126, 84), (250, 238, 222), (247, 224, 204)),
        Coat((198, 203, 209), (171, 178, 187), (248, 248, 247), (240, 220, 214)),
    )


def _horns() -> tuple[Colour, ...]:
    return ((201, 168, 116), (183, 148, 104), (168, 152, 136), (214, 190, 146))


def _collars() -> tuple[Colour | None, ...]:
    return (None, (214, 72, 72), (47, 111, 222), (36, 140, 96), (150, 92, 190), None)


def goat(dice: Dice, mood: str) -> Goat:
    """The goat of these dice."""
    return Goat(
        mood=mood,
        coat=dice.pick("coat", _coats()),
        pattern=dice.pick("pattern", ("plain", "patches", "saddle", "socks", "blaze")),
        horn=dice.pick("horn", _horns()),
        horn_size=dice.between("horn size", 0.72, 1.25),
        beard=dice.between("beard", 0.8, 1.35),
        droop=dice.between("droop", -12, 22),
        collar=dice.pick("collar", _collars()),
        tilt=dice.between("tilt", -5, 5) + (9 if mood == "curious" else 0),
    )


def _day() -> tuple[Hour, ...]:
    """Two bright hours, a morning and an afternoon."""
    white = (255, 255, 255)
    return (
        Hour((150, 209, 245), (214, 238, 251), (255, 221, 120), white,
             (166, 212, 178), (140, 201, 142), (110, 180, 120)),
        Hour((190, 227, 248), (221, 241, 250), (255, 222, 134), white,
             (178, 218, 176), (146, 203, 137), (117, 183, 112)),
        Hour((176, 216, 240), (255, 236, 208), (255, 205, 130), (255, 250, 243),
             (178, 210, 190), (158, 203, 150), (124, 181, 122)),
        Hour((134, 196, 236), (250, 240, 214), (255, 208, 104), (255, 253, 248),
             (170, 206, 164), (150, 194, 122), (118, 171, 100)),
    )  # fmt: skip


def _evening() -> tuple[Hour, ...]:
    """A sunset, then dusk and night."""
    return (
        Hour((142, 150, 206), (255, 202, 170), (255, 158, 112), (255, 226, 212),
             (160, 158, 186), (122, 164, 138), (88, 140, 112)),
        Hour((74, 84, 148), (214, 172, 204), (252, 244, 214), (182, 166, 208),
             (112, 118, 164), (84, 124, 132), (62, 104, 108), starry=True),
        Hour((44, 56, 108), (110, 124, 180), (252, 246, 220), (116, 128, 180),
             (74, 92, 138), (62, 104, 116), (48, 84, 94), starry=True),
    )  # fmt: skip


def hour(dice: Dice, mood: str) -> Hour:
    """The time of day of these dice; sleepy goats are seen in the evening."""
    late = mood == "sleepy" or dice.throw("late") < 0.15
    return dice.pick("hour", _evening() if late else _day())
