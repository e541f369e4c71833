"""Decodes pictures beside the window, as large as they are needed and no larger."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QBuffer, QByteArray, QObject, QSize, Signal, Slot
from PySide6.QtGui import QImage, QImageIOHandler, QImageReader

from desktop.core.limits import PICTURE_PIXELS

if TYPE_CHECKING:
    from desktop.core.reading.picture_wanted import PictureWanted
    from desktop.ui.jobs.pool import Jobs

_READY: Final = frozenset(
    {
        QImage.Format.Format_RGB32,
        QImage.Format.Format_ARGB32_Premultiplied,
        QImage.Format.Format_Invalid,
    }
)
"""What a window paints without changing it first."""


class PictureDecoding(QObject):
    """Takes wishes, and gives pictures; only the last wish counts."""

    decoded = Signal(object, object)
    """The `PictureWanted`, and its `QImage`, which is null where the picture is broken."""

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._latest: PictureWanted | None = None

    @Slot(object)
    def decode(self, wanted: PictureWanted) -> None:
        """Decode a picture soon; one that is still wanted from before is given up."""
        self._latest = wanted
        self._jobs.run(partial(self._decode, wanted), self._tell, lane="reading")

    def _decode(self, wanted: PictureWanted) -> tuple[PictureWanted, QImage] | None:
        """Runs in the job's thread."""
        return (wanted, decoded_picture(wanted)) if wanted is self._latest else None

    def _tell(self, found: tuple[PictureWanted, QImage] | None) -> None:
        if found and found[0] is self._latest:
            self._latest = None
            self.decoded.emit(*found)


def decoded_picture(wanted: PictureWanted) -> QImage:
    """The picture, turned as its EXIF says, at most as large as wanted; null where it is broken.

    Only the named format is tried, and only the first frame is read.
    """
    buffer = QBuffer()
    buffer.setData(QByteArray(wanted.content[:]))
    buffer.open(QBuffer.OpenModeFlag.ReadOnly)
    image = _read(buffer, wanted)
    if image.format() in _READY:
        return image
    plain = QImage.Format.Format_RGB32
    alpha = QImage.Format.Format_ARGB32_Premultiplied
    return image.convertToFormat(alpha if image.hasAlphaChannel() else plain)


def _read(buffer: QBuffer, wanted: PictureWanted) -> QImage:
    # A function of its own, so that the reader goes before the buffer: TIFF's reads it at its end.
    reader = QImageReader(buffer, QByteArray(wanted.format.encode("ascii")))
    reader.setAutoDetectImageFormat(False)
    reader.setAutoTransform(True)
    size = reader.size()
    if size.width() * size.height() > PICTURE_PIXELS:
        return QImage()
    if size.isValid():
        _scale(reader, size, wanted)
    return reader.read()


def _scale(reader: QImageReader, size: QSize, wanted: PictureWanted) -> None:
    room = QSize(wanted.width, wanted.height)
    sideways = QImageIOHandler.Transformation.TransformationRotate90
    if reader.transformation() & sideways:
        room.transpose()
    if size.width() > room.width() or size.height() > room.height():
        # Through a rounding, one side could come out as nothing.
        reader.setScaledSize(room.expandedTo(QSize(1, 1)))
