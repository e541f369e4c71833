"""Sizes of pictures from their heads, equal to what decoding gives."""

from __future__ import annotations

import io
import os
from pathlib import Path

import pytest
from PIL import Image, ImageOps, UnidentifiedImageError

from desktop.core.reading.media_type import RASTER, believed
from desktop.core.reading.picture_facts import picture_facts

CORPUS = Path(os.environ.get("BLEAT_CORPUS", ""))


@pytest.mark.parametrize(
    ("kind", "options"),
    [
        ("png", {}), ("jpeg", {}), ("jpeg", {"progressive": True}), ("gif", {}), ("bmp", {}),
        ("webp", {"lossless": True}), ("webp", {"quality": 50}), ("ico", {"sizes": [(42, 28)]}),
        ("tiff", {}),
    ],
)  # fmt: skip
def test_each_format(kind: str, options: dict[str, object]) -> None:
    file = io.BytesIO()
    Image.new("RGB", (42, 28), "teal").save(file, kind, **options)
    picture = picture_facts(file.getvalue(), kind)
    assert picture is not None
    assert (picture.format, picture.width, picture.height) == (kind, 42, 28)


@pytest.mark.parametrize("kind", ["jpeg", "tiff"])
def test_a_photo_on_its_side_counts_as_it_is_shown(kind: str) -> None:
    photo = Image.new("RGB", (42, 28), "teal")
    exif = photo.getexif()
    exif[274] = 6
    file = io.BytesIO()
    photo.save(file, kind, exif=exif, tiffinfo=exif)
    picture = picture_facts(file.getvalue(), kind)
    assert picture is not None
    assert (picture.width, picture.height) == (28, 42)


@pytest.mark.parametrize("kind", RASTER.values())
@pytest.mark.parametrize("content", [b"", b"\xff\xd8\xff", b"\xff\xd8" + b"\xff" * 99, bytes(64)])
def test_what_is_broken_has_no_size(kind: str, content: bytes) -> None:
    if kind not in {"ico", "gif", "bmp"}:  # their sizes can be any bytes
        assert picture_facts(content, kind) is None
    picture_facts(content, kind)


@pytest.mark.filterwarnings("ignore")  # Pillow's, about what is broken in them
@pytest.mark.skipif("BLEAT_CORPUS" not in os.environ, reason="BLEAT_CORPUS is not set")
def test_every_picture_of_the_corpus_agrees_with_pillow() -> None:
    compared = 0
    for file in sorted((CORPUS / "images").iterdir()):
        content = file.read_bytes()
        kind = RASTER.get(believed("", content)[0], "")
        if kind not in {"png", "gif", "webp", "bmp", "jpeg"}:
            continue
        try:
            with Image.open(io.BytesIO(content)) as image:
                size = ImageOps.exif_transpose(image).size if kind == "jpeg" else image.size
        except (
            UnidentifiedImageError,
            Image.DecompressionBombError,
            OSError,
            ValueError,
            SyntaxError,
            RuntimeError,
        ):
            continue
        picture = picture_facts(content, kind)
        assert picture is not None, file.name
        assert (picture.width, picture.height) == size, file.name
        compared += 1
    assert compared > 100
