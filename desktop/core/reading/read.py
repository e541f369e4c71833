"""Reads an answer: what its bytes are, and how they can be shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.core.limits import PICTURE_PIXELS
from desktop.core.model.reading import Lines, Reading, Syntax
from desktop.core.reading.charset import Charset, charset_of
from desktop.core.reading.extension import extension_of
from desktop.core.reading.json_lines import may_be_tidied, sound_json_lines
from desktop.core.reading.lines import text_lines
from desktop.core.reading.media_type import (
    GENERIC,
    HEAD,
    RASTER,
    Declared,
    believed,
    declared,
    is_json,
)
from desktop.core.reading.picture_facts import picture_facts

if TYPE_CHECKING:
    from desktop.core.model.exchange import Content, Response
    from desktop.core.model.reading import Kind

_SYNTAX: dict[Kind, Syntax] = {"json": "json", "xml": "xml", "html": "xml"}


def read(response: Response, request_accept: str = "") -> Reading:
    """What an answer can be shown as. Never raises, whatever the bytes and headers are.

    `request_accept` is what the request asked for: a hint where the answer does not say.
    """
    said = declared(response.header("Content-Type"))
    body = response.body
    if not len(body):
        return Reading("empty", said.media_type, extension=extension_of(said.media_type, text=True))
    media_type, kind = believed(said.media_type, body[:HEAD])
    if kind == "image":
        return _picture(body, media_type)
    if kind == "binary":
        return Reading(kind, media_type, extension=extension_of(media_type, text=False))
    if media_type in GENERIC and request_accept:
        media_type = declared(request_accept).media_type or media_type
    return _text(body, said, media_type, kind)


def _picture(body: Content, media_type: str) -> Reading:
    picture = picture_facts(body, RASTER[media_type])
    notes: tuple[str, ...] = ()
    if picture is None:
        notes = ("picture_broken",)
    elif picture.width * picture.height > PICTURE_PIXELS:
        notes = ("picture_too_big",)
    extension = extension_of(media_type, text=False)
    return Reading("image", media_type, extension=extension, picture=picture, notes=notes)


def _text(body: Content, said: Declared, media_type: str, kind: Kind) -> Reading:
    charset = charset_of(body, said.charset)
    preview, notes = _tidied(body, charset) if kind == "json" else (None, ())
    if "json_broken" in notes and not is_json(said.media_type):
        media_type, kind, notes = said.media_type or "text/plain", "text", ()
    if is_json(said.media_type) and kind != "json":
        notes += ("json_is_html" if kind == "html" else "json_broken",)
    if charset.guessed:
        notes += ("encoding_guessed",)
    lines = text_lines(body, charset.codec, charset.first, _SYNTAX.get(kind, "text"))
    return Reading(
        kind,
        media_type,
        charset.label,
        extension_of(media_type, text=True),
        preview=preview or lines,
        text=lines,
        notes=notes,
    )


def _tidied(body: Content, charset: Charset) -> tuple[Lines | None, tuple[str, ...]]:
    if not may_be_tidied(body):
        return None, ("too_big_to_tidy",)
    lines = sound_json_lines(body, charset.codec, charset.first)
    if lines is None:
        return None, ("json_broken",)
    return (lines, ()) if lines.fits else (None, ("too_big_to_tidy",))
