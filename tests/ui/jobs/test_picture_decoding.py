"""Pictures are decoded in their format alone, turned, and as small as they are needed."""

from __future__ import annotations

import io
import os
import threading
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PIL import Image
from PySide6.QtGui import QImage

from desktop.core.limits import PICTURE_PIXELS
from desktop.core.reading.media_type import RASTER, believed
from desktop.core.reading.picture_facts import picture_facts
from desktop.core.reading.picture_wanted import PictureWanted
from desktop.ui.jobs.picture_decoding import PictureDecoding, decoded_picture
from desktop.ui.jobs.pool import Jobs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

CORPUS = Path(os.environ.get("BLEAT_CORPUS", ""))
pytestmark = pytest.mark.usefixtures("qapp")


def picture(kind: str, width: int, height: int, mode: str = "RGB", turned: int = 1) -> bytes:
    file = io.BytesIO()
    image = Image.new(mode, (width, height))
    exif = image.getexif()
    exif[274] = turned
    image.save(file, kind, **({"exif": exif} if kind == "JPEG" else {}))
    return file.getvalue()


@pytest.mark.parametrize("kind", ["png", "jpeg", "gif", "webp", "bmp", "tiff", "ico"])
def test_each_format(kind: str) -> None:
    content = picture(kind.upper(), 64, 48)
    facts = picture_facts(content, kind)
    assert facts is not None
    image = decoded_picture(PictureWanted(content, kind, 1000, 1000))
    assert (image.width(), image.height()) == (facts.width, facts.height)


def test_no_larger_than_wanted() -> None:
    image = decoded_picture(PictureWanted(picture("JPEG", 800, 600), "jpeg", 200, 150))
    assert (image.width(), image.height()) == (200, 150)
    image = decoded_picture(PictureWanted(picture("PNG", 900, 1), "png", 3, 1))
    assert (image.width(), image.height()) == (3, 1)


def test_a_photo_on_its_side_is_turned() -> None:
    content = picture("JPEG", 800, 600, turned=6)
    image = decoded_picture(PictureWanted(content, "jpeg", 150, 200))
    assert (image.width(), image.height()) == (150, 200)


def test_what_is_seen_through_stays_so() -> None:
    image = decoded_picture(PictureWanted(picture("PNG", 8, 8, "RGBA"), "png", 8, 8))
    assert image.format() == QImage.Format.Format_ARGB32_Premultiplied


@pytest.mark.qt_log_ignore("Bogus marker length")
@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"", "png"),
        (picture("JPEG", 64, 48)[:200], "jpeg"),
        (picture("GIF", 64, 48), "png"),
        (b"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>", "png"),
    ],
    ids=["nothing", "cut", "another format", "a drawing"],
)
def test_anything_else_is_no_picture(content: bytes, kind: str) -> None:
    assert decoded_picture(PictureWanted(content, kind, 10, 10)).isNull()


def test_a_picture_with_too_many_pixels_is_not_begun() -> None:
    head = bytearray(picture("BMP", 4, 4))
    side = int(PICTURE_PIXELS**0.5) + 1
    head[18:26] = side.to_bytes(4, "little") * 2
    assert decoded_picture(PictureWanted(bytes(head), "bmp", 10, 10)).isNull()


@pytest.fixture
def jobs() -> Iterator[Jobs]:
    errors: list[BaseException] = []
    jobs = Jobs(errors.append)
    yield jobs
    assert jobs.close(10)
    assert errors == []


def test_only_the_last_wish_is_answered(jobs: Jobs, qtbot: QtBot) -> None:
    decoding = PictureDecoding(jobs)
    answers: list[tuple[PictureWanted, QImage, threading.Thread]] = []
    decoding.decoded.connect(
        lambda wanted, image: answers.append((wanted, image, threading.current_thread()))
    )
    content = picture("JPEG", 2000, 1500)
    wishes = [PictureWanted(content, "jpeg", size, size) for size in range(100, 120)]
    for wish in wishes:
        decoding.decode(wish)
    qtbot.waitUntil(lambda: bool(answers))
    assert jobs.finish(10)
    ((wanted, image, thread),) = answers
    assert (wanted, image.width()) == (wishes[-1], 119)
    assert thread is threading.main_thread()


def test_nobody_is_told_when_nobody_is_left(jobs: Jobs) -> None:
    decoding = PictureDecoding(jobs)
    decoding.decode(PictureWanted(picture("JPEG", 2000, 1500), "jpeg", 100, 100))
    del decoding
    assert jobs.finish(10)


@pytest.mark.skipif("BLEAT_CORPUS" not in os.environ, reason="BLEAT_CORPUS is not set")
@pytest.mark.qt_log_ignore(".*")
def test_every_picture_of_the_corpus_gives_a_picture_or_none() -> None:
    decoded = 0
    for file in sorted((CORPUS / "images").iterdir()):
        content = file.read_bytes()
        kind = RASTER.get(believed("", content)[0], "")
        facts = picture_facts(content, kind) if kind else None
        if facts is not None:
            image = decoded_picture(PictureWanted(content, kind, facts.width, facts.height))
            decoded += not image.isNull()
    assert decoded > 120
