"""The picture of a goat, as a JPEG of exactly the size asked for."""

from __future__ import annotations

import io
from dataclasses import dataclass, replace
from typing import Final

from desktop.practice.drawing import company, goat, head, traits
from desktop.practice.drawing.canvas import Canvas
from desktop.practice.drawing.curves import Place
from desktop.practice.drawing.meadow import Meadow
from desktop.practice.drawing.sky import Sky

PORTRAIT_BELOW: Final = 72
"""On a shorter side of fewer pixels only the head is drawn, so that it is still a face."""
SMALL_FILE_ABOVE: Final = 1500
"""A longer side is saved with less detail in its colours, which saves a third of the time."""


def goat_jpeg(width: int, height: int, mood: str) -> bytes:
    """A goat of 1 to 4000 pixels a side; mood is gentle, happy, sleepy or curious."""
    canvas = Canvas.blank(width, height)
    Picture(canvas, traits.Dice(f"bell {width}x{height} {mood}"), mood).draw()
    large = max(width, height) > SMALL_FILE_ABOVE
    file = io.BytesIO()
    canvas.finish().save(file, "JPEG", quality=86 if large else 92, subsampling=2 if large else 0)
    return file.getvalue()


@dataclass(frozen=True)
class Picture:
    """One goat in one meadow, put together to fit the canvas."""

    canvas: Canvas
    dice: traits.Dice
    mood: str

    def draw(self) -> None:
        """The whole goat, or its head where there are too few pixels."""
        hour = traits.hour(self.dice, self.mood)
        animal = traits.goat(self.dice, self.mood)
        sky, meadow = Sky(self.canvas, self.dice, hour), Meadow(self.canvas, self.dice, hour)
        sky.draw()
        meadow.hills()
        if min(self.canvas.width, self.canvas.height) < PORTRAIT_BELOW:
            self._portrait(animal)
            return
        place = self._stand(sky.light_is_left)
        meadow.plants(0.82, 0.90, 9)
        meadow.shadow((place.x, place.y), place.scale)
        goat.draw(self.canvas.at(place), animal)
        company.draw(self.canvas.at(place), self.dice, hour, self.mood)
        meadow.plants(0.93, 1.0, 7)

    def _stand(self, facing_left: bool) -> Place:
        """Where the goat stands: a little away from the sun, and looking towards it."""
        wide, high = self.canvas.width, self.canvas.height
        scale = min(high * 0.80 / goat.HEIGHT, wide * 0.84 / goat.WIDTH)
        free = max(0.0, wide - goat.WIDTH * scale)
        aside = self.dice.between("stands", 0.02, 0.14) * (free if facing_left else -free)
        y = high * self.dice.between("ground", 0.90, 0.93)
        return Place(wide / 2 + aside, y, scale, facing_left)

    def _portrait(self, animal: traits.Goat) -> None:
        """The head alone, as large as fits."""
        wide, high = self.canvas.width, self.canvas.height
        place = Place(wide / 2, high * 0.53, min(wide / 112, high / 142))
        calm = replace(animal, tilt=animal.tilt / 2, horn_size=min(animal.horn_size, 1.0))
        head.draw(self.canvas.at(place), calm)
