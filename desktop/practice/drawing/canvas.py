"""A picture that is drawn larger than it will be, so that its edges become smooth."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from PIL import Image, ImageDraw

from desktop.practice.drawing.curves import Place

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from desktop.practice.drawing.curves import Point, Shape

Colour = tuple[int, int, int]

SHARP_PIXELS: Final = 1500
"""A longer side is drawn at this size and scaled up, so that memory stays bounded."""
SMALL_PIXELS: Final = 200
"""Up to here each pixel is made of 36, as every one counts."""


@dataclass(frozen=True)
class Canvas:
    """Draws flat shapes in the units of `place`, at first the finished picture's pixels.

    `zoom` is how many pixels of `image` one pixel of the finished picture takes, `finer` how many
    of them are made one in the end, `corner` where in the whole the image begins.
    """

    width: int
    height: int
    image: Image.Image
    zoom: float
    finer: int
    corner: tuple[int, int] = (0, 0)
    place: Place = field(default_factory=Place)

    @classmethod
    def blank(cls, width: int, height: int) -> Canvas:
        """An empty picture that will have this size."""
        longest = max(width, height)
        shrink = min(1.0, SHARP_PIXELS / longest)
        finer = 2 if longest > SHARP_PIXELS // 2 else 3 if longest > SMALL_PIXELS else 6
        across, down = (max(1, round(side * shrink)) * finer for side in (width, height))
        return cls(width, height, Image.new("RGB", (across, down)), shrink * finer, finer)

    @property
    def unit(self) -> float:
        """A hundredth of the shorter side, or a bit more where the picture is a strip."""
        shorter, longer = sorted((self.width, self.height))
        return max(shorter, longer / 8) / 100

    def at(self, place: Place) -> Canvas:
        """The same picture, drawn on in the units of `place`."""
        return replace(self, place=place)

    def shade(self, top: Colour, bottom: Colour) -> None:
        """Fills the picture with a soft change of colour from top to bottom."""
        ramp = Image.new("RGB", (1, 64))
        for y in range(64):
            ramp.putpixel((0, y), mix(top, bottom, y / 63))
        across, down = self.image.size
        column = ramp.resize((1, down), Image.Resampling.BILINEAR)
        self.image.paste(column.resize((across, down), Image.Resampling.NEAREST))

    def fill(self, shape: Sequence[Point], colour: Colour) -> None:
        """Fills a shape."""
        ImageDraw.Draw(self.image).polygon(self._pixels(shape), fill=colour)

    def line(self, shape: Sequence[Point], colour: Colour, thick: float) -> None:
        """Draws along a shape with a round pen; `thick` is in the units of `place`."""
        points = self._pixels(shape)
        width = max(1, round(thick * self.place.scale * self.zoom))
        pen = ImageDraw.Draw(self.image)
        pen.line(points, fill=colour, width=width)
        reach = (width - 1) / 2
        for x, y in points:
            pen.ellipse((x - reach, y - reach, x + reach, y + reach), fill=colour)

    def outline(self, shape: Sequence[Point], colour: Colour, thick: float) -> None:
        """Draws around a closed shape."""
        self.line([*shape, shape[0], shape[1]], colour, thick)

    def inside(self, shape: Sequence[Point], paint: Callable[[Canvas], None]) -> None:
        """Lets `paint` draw, and keeps only what falls inside the shape."""
        box = self._box(self._pixels(shape))
        corner = (self.corner[0] + box[0], self.corner[1] + box[1])
        part = replace(self, image=self.image.crop(box), corner=corner)
        paint(part)
        mask = Image.new("1", part.image.size)
        moved = [(x - box[0], y - box[1]) for x, y in self._pixels(shape)]
        ImageDraw.Draw(mask).polygon(moved, fill=1)
        self.image.paste(part.image, box[:2], mask)

    def finish(self) -> Image.Image:
        """The picture in its true size."""
        small = self.image.reduce(self.finer)
        if small.size == (self.width, self.height):
            return small
        return small.resize((self.width, self.height), Image.Resampling.BICUBIC)

    def _pixels(self, shape: Sequence[Point]) -> Shape:
        left, top = self.corner
        return [(x * self.zoom - left, y * self.zoom - top) for x, y in self.place.put(shape)]

    def _box(self, points: Shape) -> tuple[int, int, int, int]:
        """The smallest box in the image around the points, at least one pixel."""
        across, down = self.image.size
        left = min(max(0, int(min(x for x, _ in points))), across - 1)
        top = min(max(0, int(min(y for _, y in points))), down - 1)
        right = min(across, int(max(x for x, _ in points)) + 2)
        bottom = min(down, int(max(y for _, y in points)) + 2)
        return left, top, max(left + 1, right), max(top + 1, bottom)


def mix(one: Colour, other: Colour, share: float) -> Colour:
    """The colour between two; `share` 0 is the one, 1 the other."""
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(one, other, strict=True))
    return red, green, blue
