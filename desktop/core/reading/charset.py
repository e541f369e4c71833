"""How the letters of a text are stored: from its first bytes, its headers or itself."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from desktop.core.model.exchange import Content

SAMPLE: Final = 64 * 1024
"""Bytes of a text that are looked at closely."""
STEP: Final = 256 * 1024
"""Bytes that are decoded in one go, so that no step takes long."""
DECLARATION: Final = 2048
GUESS: Final = 8 * 1024
"""Bytes that a guess is made from."""
FOREIGN_SHARE: Final = 4
"""Where fewer than one byte in four is foreign, the letters are Latin, with accents."""
_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_NAME: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.:+-]{0,39}")
_ONE_BYTE: Final = re.compile(
    r"iso8859-\d+|cp125\d|koi8-[rut]|cp(437|720|737|775|85\d|86\d|874)|mac-.*|tis-620|kz1048|ptcp154"
)
_MANY_BYTES: Final = re.compile(
    r"utf-(8|16|32)(-[bl]e|-sig)?|ascii|big5(hkscs)?|cp9(32|49|50)|euc_(jp|kr|jis_2004|jisx0213)"
    r"|gb(2312|k|18030)|hz|iso2022_(jp|kr).*|johab|shift_jis(_2004|x0213)?"
)
_FOREIGN: Final = re.compile(rb"[\x80-\xff]")
_XML: Final = re.compile(rb"""\s*<\?xml[^>]*?\sencoding\s*=\s*["']([A-Za-z0-9_.:-]+)""")
_HTML: Final = re.compile(rb"""<meta[^>]*?\scharset\s*=\s*["']?([A-Za-z0-9_.:-]+)""", re.IGNORECASE)
_ZEROS: Final = {
    (True, True, True, False): "utf-32-be",
    (False, True, True, True): "utf-32-le",
    (True, False, True, False): "utf-16-be",
    (False, True, False, True): "utf-16-le",
    (True, False): "utf-16-be",
    (False, True): "utf-16-le",
}
_SAME: Final = {"windows-31j": "cp932"}
_OLD_WINDOWS: Final = {"ascii": "cp1252", "iso8859-1": "cp1252"}
"""Those who say Latin-1 mean Windows' version of it (WHATWG Encoding, section 4.2)."""


@dataclass(frozen=True, slots=True)
class Charset:
    """`codec` is Python's name; `first` leaves a byte order mark out."""

    codec: str
    first: int = 0
    guessed: bool = False

    @property
    def label(self) -> str:
        """The name that people know, such as `windows-1252`."""
        name = re.sub(r"^cp(125\d)$", r"windows-\1", self.codec)
        return re.sub(r"^iso8859", "iso-8859", name).replace("_", "-")


def known_codec(name: str) -> str:
    """Python's name for a charset of text; empty for a name that is none or does other things."""
    name = name.strip(" \t'\"")
    if not _NAME.fullmatch(name):
        return ""
    try:
        codec = codecs.lookup(_SAME.get(name.lower(), name.removeprefix("x-"))).name
    except (LookupError, ValueError):
        return ""
    known = _ONE_BYTE.fullmatch(codec) or _MANY_BYTES.fullmatch(codec)
    return codec.removesuffix("-sig") if known else ""


def charset_of(content: Content, declared: str) -> Charset:
    """The charset of a text: byte order mark, header, its own declaration, or what fits.

    A name that the bytes contradict does not count. Never raises.
    """
    sample = content[:SAMPLE]
    for mark, codec in _MARKS:
        if sample.startswith(mark):
            return Charset(codec, len(mark))
    zeros = _by_zeros(sample)
    named = _named(known_codec(declared), zeros) or _named(_own_declaration(sample), zeros)
    if named and not _contradicted(named, sample):
        return Charset(_OLD_WINDOWS.get(named, named))
    if zeros:
        return Charset(zeros)
    return Charset("utf-8") if _all_utf8(content) else Charset(_guess(sample), guessed=True)


def transcoded(content: Content, charset: str, first: int) -> tuple[Content, str, int]:
    """The text in bytes where a line end is one byte and letters are found fast.

    Returns the bytes, their codec (UTF-8 or one with a byte a letter) and the first byte.
    """
    codec = known_codec(charset) or "utf-8"
    if codec in {"utf-8", "ascii"} or _ONE_BYTE.fullmatch(codec):
        return content, "utf-8" if codec == "ascii" else codec, first
    decoder = codecs.getincrementaldecoder(codec)("replace")
    places = range(first, len(content), STEP)
    parts = [decoder.decode(content[place : place + STEP]) for place in places]
    parts.append(decoder.decode(b"", final=True))
    return b"".join(part.encode("utf-8", "replace") for part in parts), "utf-8", 0


def _by_zeros(sample: bytes) -> str:
    """UTF-16 or UTF-32 without a mark, told by the zeros of its first letters (RFC 4627)."""
    return _ZEROS.get(tuple(byte == 0 for byte in sample[:4]), "")


def _named(codec: str, zeros: str) -> str:
    """A named codec, its order of bytes made certain."""
    return (zeros or f"{codec}-le") if codec in {"utf-16", "utf-32"} else codec


def _own_declaration(sample: bytes) -> str:
    found = _XML.match(sample) or _HTML.search(sample, 0, DECLARATION)
    codec = known_codec(found[1].decode("ascii")) if found else ""
    # Its letters could be read as ASCII, so it is not stored in two bytes a letter.
    return "" if codec.startswith(("utf-16", "utf-32")) else codec


def _contradicted(codec: str, sample: bytes) -> bool:
    if codec.startswith(("utf-16", "utf-32")):
        return sample.isascii() and b"\0" not in sample
    if codec == "utf-8":
        return not _mostly_utf8(sample)
    # Text in another charset is hardly ever good UTF-8 by chance.
    plain = codec == "ascii" or _ONE_BYTE.fullmatch(codec)
    return bool(plain) and not sample.isascii() and _is_utf8(sample)


def _mostly_utf8(sample: bytes) -> bool:
    text = sample.decode("utf-8", "replace")
    foreign = len(text) - sum(map(str.isascii, text)) if not text.isascii() else 0
    return text.count("\N{REPLACEMENT CHARACTER}") * 2 <= foreign


def _is_utf8(sample: bytes) -> bool:
    try:
        codecs.getincrementaldecoder("utf-8")().decode(sample, final=len(sample) < SAMPLE)
    except UnicodeDecodeError:
        return False
    return True


def _all_utf8(content: Content) -> bool:
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        for place in range(0, len(content), STEP):
            decoder.decode(content[place : place + STEP])
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def _guess(sample: bytes) -> str:
    """The charset that makes the most sense; Windows' Latin letters when there is too little."""
    if _mostly_utf8(sample):
        return "utf-8"
    foreign = _FOREIGN.search(sample)
    part = sample[foreign.start() :][:GUESS] if foreign else b""
    if len(_FOREIGN.findall(part)) * FOREIGN_SHARE < len(part):
        return "cp1252"
    from charset_normalizer import from_bytes  # noqa: PLC0415

    best = from_bytes(part).best()
    codec = known_codec(best.encoding) if best else ""
    return codec if codec and not codec.startswith("utf-") else "cp1252"
