"""What kind of thing a body is: told by its first bytes, and by its Content-Type."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from desktop.core.reading.charset import charset_of

if TYPE_CHECKING:
    from desktop.core.model.reading import Kind

HEAD: Final = 64 * 1024
"""Bytes that a body is judged by."""
RASTER: Final = {
    "image/png": "png",
    "image/jpeg": "jpeg",
    "image/gif": "gif",
    "image/webp": "webp",
    "image/bmp": "bmp",
    "image/x-icon": "ico",
    "image/tiff": "tiff",
}
"""The pictures that are shown, with the names that Qt has for them. SVG is text."""
GENERIC: Final = frozenset({"", "application/octet-stream", "binary/octet-stream", "text/plain"})
"""Types that servers send when they do not know."""
_OTHER_NAMES: Final = {
    "image/jpg": "image/jpeg",
    "image/pjpeg": "image/jpeg",
    "image/x-png": "image/png",
    "image/vnd.microsoft.icon": "image/x-icon",
    "image/ico": "image/x-icon",
    "image/x-ms-bmp": "image/bmp",
    "image/tif": "image/tiff",
    "text/json": "application/json",
    "text/xml": "application/xml",
    "application/x-javascript": "text/javascript",
    "application/javascript": "text/javascript",
    "application/x-yaml": "application/yaml",
    "text/x-yaml": "application/yaml",
    "audio/mp3": "audio/mpeg",
    "audio/x-wav": "audio/wav",
    "application/x-zip-compressed": "application/zip",
    "application/x-gzip": "application/gzip",
}
_TYPE: Final = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+/[!#$%&'*+.^_`|~0-9A-Za-z-]+")
_CHARSET: Final = re.compile(r";\s*charset\s*=\s*(\"[^\"]*\"|[^;,\s]*)", re.IGNORECASE)
_SIGNATURES: Final = tuple(
    (re.compile(pattern, re.DOTALL), name)
    for pattern, name in (
        (rb"\x89PNG\r\n\x1a\n", "image/png"),
        (rb"\xff\xd8\xff", "image/jpeg"),
        (rb"GIF8[79]a", "image/gif"),
        (rb"RIFF.{4}WEBP", "image/webp"),
        (rb"BM.{12}[\x0c\x28\x34\x38\x40\x6c\x7c]\x00\x00\x00", "image/bmp"),
        (rb"\x00\x00\x01\x00[\x01-\xff]\x00.{3}\x00", "image/x-icon"),
        (rb"II\*\x00|MM\x00\*", "image/tiff"),
        (rb".{4}ftypavi[fs]", "image/avif"),
        (rb".{4}ftyp(heic|heix|mif1)", "image/heic"),
        (rb"\x00\x00\x00\x0cjP  ", "image/jp2"),
        (rb"%PDF-", "application/pdf"),
        (rb"PK(\x03\x04|\x05\x06)", "application/zip"),
        (rb"\x1f\x8b\x08", "application/gzip"),
        (rb"7z\xbc\xaf\x27\x1c", "application/x-7z-compressed"),
        (rb"BZh[1-9]1AY", "application/x-bzip2"),
        (rb"ID3[\x02-\x04]|\xff[\xfb\xf3\xf2][\x10-\xef]", "audio/mpeg"),
        (rb"OggS\x00", "audio/ogg"),
        (rb"fLaC", "audio/flac"),
        (rb"RIFF.{4}WAVE", "audio/wav"),
        (rb".{4}ftyp", "video/mp4"),
        (rb"\x1aE\xdf\xa3", "video/webm"),
        (rb"wOFF", "font/woff"),
        (rb"wOF2", "font/woff2"),
        (rb"\x00asm\x01\x00\x00\x00", "application/wasm"),
        (rb"SQLite format 3\x00", "application/vnd.sqlite3"),
    )
)
_SPACE: Final = rb"(?:\xef\xbb\xbf)?[ \t\r\n]*+"
_COMMENT: Final = rb"<!--(?:(?!-->).)*+-->[ \t\r\n]*+"
_JSON: Final = re.compile(_SPACE + rb'(?:\{[ \t\r\n]*+["}]|\[[ \t\r\n]*+["{\[\]0-9tfn-])')
_HTML: Final = re.compile(
    _SPACE + rb"(?:" + _COMMENT + rb"|<\?[^>]*+>[ \t\r\n]*+)*+"
    rb"(?:<!doctype\s+html|<(?:html|head|body|title|script|style|meta)[\s>])",
    re.IGNORECASE | re.DOTALL,
)
_SVG: Final = re.compile(
    _SPACE + rb"(?:" + _COMMENT + rb"|<[?!][^>]*+>[ \t\r\n]*+)*+<svg[\s/>]", re.DOTALL
)
_XML: Final = re.compile(_SPACE + rb"(?:<\?xml\s|<!DOCTYPE\s|<[A-Za-z_][\w.:-]*[\s/>])")
_TEXTUAL: Final = re.compile(
    r"text/.*|.*\+(json|xml|yaml)|application/(json|xml|yaml|x-www-form-urlencoded|graphql|sql"
    r"|toml|x-ndjson|jsonl|x-sh|ld\+json|typescript|x-httpd-php|xml-dtd|rtf|n-triples|trig"
    r"|sparql-query|mbox|x-perl|x-ruby|x-python|javascript|ecmascript|x-pem-file|http)"
)
_CONTROL: Final = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_WIDE: Final = re.compile(
    rb"\xff\xfe|\xfe\xff|\x00\x00\xfe\xff|(?:[\t\n\r -~]\x00){2}|(?:\x00[\t\n\r -~]){2}"
    rb"|\x00\x00\x00[\t\n\r -~]|[\t\n\r -~]\x00\x00\x00"
)
"""Text with two or four bytes a letter."""
SOME: Final = 20
"""A text that is called one may have a control character in this many; more is no text."""


@dataclass(frozen=True, slots=True)
class Declared:
    """A Content-Type taken apart (RFC 9110 section 8.3); empty where there is none."""

    media_type: str = ""
    charset: str = ""


def declared(content_type: str) -> Declared:
    """The type, in small letters and under its usual name, and the charset. Never raises."""
    found = _TYPE.match(content_type.strip())
    charset = _CHARSET.search(content_type)
    name = found[0].lower() if found else ""
    name = "" if "*" in name else name
    return Declared(_OTHER_NAMES.get(name, name), charset[1].strip('"') if charset else "")


def believed(name: str, head: bytes) -> tuple[str, Kind]:
    """Type and kind that a body really has, as far as its first bytes tell; `name` was said."""
    signature = next((kind for pattern, kind in _SIGNATURES if pattern.match(head)), "")
    if signature in RASTER:
        return signature, "image"
    if signature and (name in GENERIC or name in RASTER or is_text(name)):
        return signature, "binary"
    head = _letters(head)
    media_type = _corrected(name, head) if is_text(name) else _by_letters(name, head)
    return media_type, _kind(media_type, head)


def is_json(name: str) -> bool:
    """True for JSON and the forms that are made of it (RFC 6839)."""
    return name == "application/json" or name.endswith("+json")


def is_xml(name: str) -> bool:
    """True for XML and the forms that are made of it, pictures as SVG among them (RFC 7303)."""
    return name == "application/xml" or (name.endswith("+xml") and not is_html(name))


def is_html(name: str) -> bool:
    """True for web pages."""
    return name in {"text/html", "application/xhtml+xml"}


def is_text(name: str) -> bool:
    """True for types whose bytes are letters."""
    return bool(_TEXTUAL.fullmatch(name)) or is_html(name)


def _letters(head: bytes) -> bytes:
    """The same in UTF-8, where it is text with two or four bytes a letter."""
    if not _WIDE.match(head):
        return head
    charset = charset_of(head, "")
    return head[charset.first :].decode(charset.codec, "replace").encode()


def _corrected(name: str, head: bytes) -> str:
    """A type of text, unless this plainly is a web page or data under another name."""
    if name == "text/plain":
        return _by_letters(name, head)
    if (is_json(name) or is_xml(name)) and _HTML.match(head):
        return "text/html"
    if is_json(name) and _XML.match(head):
        return "application/xml"
    if is_html(name) and _JSON.match(head):
        return "application/json"
    return name


def _by_letters(name: str, head: bytes) -> str:
    """The type of something that is said to be anything: what kind of text, if it is one."""
    if _is_binary(name, head):
        return name if name not in {"", "text/plain"} else "application/octet-stream"
    if _JSON.match(head):
        return "application/json"
    if name == "text/plain":
        return name
    for pattern, kind in ((_SVG, "image/svg+xml"), (_HTML, "text/html"), (_XML, "application/xml")):
        if pattern.match(head):
            return kind
    return "text/plain" if name in GENERIC or name in RASTER else name


def _kind(media_type: str, head: bytes) -> Kind:
    if media_type in RASTER:
        return "image"
    if is_json(media_type):
        return "json"
    if is_html(media_type):
        return "html"
    if is_xml(media_type):
        return "xml"
    return "text" if is_text(media_type) or not _is_binary(media_type, head) else "binary"


def _is_binary(name: str, head: bytes) -> bool:
    controls = len(_CONTROL.findall(head))
    return controls * SOME > len(head) if is_text(name) else controls > 0
