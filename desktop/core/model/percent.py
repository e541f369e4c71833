"""Percent-encoding of a parameter's name or value: what it means, and how it is written."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import quote, unquote_to_bytes

from desktop.core.model.placeholder import SPAN

_ESCAPES: Final = re.compile(r"(?:%[0-9A-Fa-f]{2})+")
_MEANINGFUL: Final = (
    *map(ord, "%&#+"),
    *range(0x21),
    *range(0x7F, 0xA0),
    *(0x2028, 0x2029),  # a text field takes them for line ends
)
_IN_VALUE: Final = {code: quote(chr(code), safe="") for code in _MEANINGFUL}
_IN_NAME: Final = _IN_VALUE | {ord("="): "%3D"}
_BRACES: Final = {ord("{"): "%7B", ord("}"): "%7D"}


def decoded(text: str) -> str:
    """What a name or value of a query means; what is no UTF-8 stays as typed, `{{...}}` too.

    Braces are left encoded where decoding them would make a `{{...}}` that nobody wrote.
    """
    if "%" not in text and "+" not in text:
        return text
    if "{{" not in text and "%7" not in text:
        return _plain(text)
    parts = [_plain(part) for part in _around_spans(text)]
    meaning = _with_spans_of(text, parts)
    if SPAN.findall(meaning) == SPAN.findall(text):
        return meaning
    return _with_spans_of(text, [part.translate(_BRACES) for part in parts])


def encoded(text: str, *, name: bool = False) -> str:
    """A meaning as a URL holds it: only what would change it is encoded, `{{...}}` stays."""
    escapes = _IN_NAME if name else _IN_VALUE
    return _with_spans_of(text, [part.translate(escapes) for part in _around_spans(text)])


def without_stray_braces(text: str) -> str:
    """The same text with every brace encoded that belongs to no `{{...}}`."""
    return _with_spans_of(text, [part.translate(_BRACES) for part in _around_spans(text)])


def _around_spans(text: str) -> list[str]:
    """The text before, between and after all `{{...}}`."""
    starts = [0]
    ends = []
    for span in SPAN.finditer(text):
        ends.append(span.start())
        starts.append(span.end())
    ends.append(len(text))
    return [text[start:end] for start, end in zip(starts, ends, strict=True)]


def _with_spans_of(text: str, around: list[str]) -> str:
    spans = [span[0] for span in SPAN.finditer(text)]
    return "".join(part for pair in zip(around, [*spans, ""], strict=True) for part in pair)


def _plain(part: str) -> str:
    part = part.replace("+", " ")
    try:
        return unquote_to_bytes(part).decode()
    except UnicodeError:
        return _ESCAPES.sub(_characters, part)


def _characters(found: re.Match[str]) -> str:
    """A run of `%XX` as characters; bytes that are no UTF-8 keep the case that was typed."""
    typed = found[0]
    text = unquote_to_bytes(typed).decode("utf-8", "surrogateescape")
    if not any("\udc80" <= char <= "\udcff" for char in text):
        return text
    shown = []
    at = 0
    for char in text:
        length = len(char.encode("utf-8", "surrogateescape"))
        broken = "\udc80" <= char <= "\udcff"
        shown.append(typed[3 * at : 3 * (at + 1)] if broken else char)
        at += length
    return "".join(shown)
