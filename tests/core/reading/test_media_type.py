"""Types come from the first bytes, then from Content-Type; strange headers do no harm."""

from __future__ import annotations

import pytest

from desktop.core.reading.media_type import believed, declared, is_html, is_json, is_text, is_xml


@pytest.mark.parametrize(
    ("header", "media_type", "charset"),
    [
        ("application/json", "application/json", ""),
        ("Text/HTML; Charset=UTF-8", "text/html", "UTF-8"),
        ('text/plain;charset="iso-8859-1"; x=y', "text/plain", "iso-8859-1"),
        ("application/json, text/html", "application/json", ""),
        ("image/jpg", "image/jpeg", ""),
        ("text/xml", "application/xml", ""),
        ("*/*", "", ""),
        ("json", "", ""),
        ("", "", ""),
        (";;;charset=", "", ""),
    ],
)
def test_content_type_is_taken_apart(header: str, media_type: str, charset: str) -> None:
    said = declared(header)
    assert (said.media_type, said.charset) == (media_type, charset)


def test_families_of_types() -> None:
    assert is_json("application/vnd.api+json")
    assert is_xml("image/svg+xml")
    assert not is_xml("application/xhtml+xml")
    assert is_html("application/xhtml+xml")
    assert is_text("application/graphql")
    assert not is_text("application/pdf")


@pytest.mark.parametrize(
    ("name", "head", "expected"),
    [
        ("application/foo", b"{}", ("application/json", "json")),
        ("application/foo", b"words", ("application/foo", "text")),
        ("application/foo", b"\x00\x01", ("application/foo", "binary")),
        ("application/xml", b"<!-- hi --><html>", ("text/html", "html")),
        ("application/xhtml+xml", b"<?xml version='1.0'?><html>",
         ("application/xhtml+xml", "html")),
        ("image/svg+xml", b"\x1f\x8b\x08\x00", ("application/gzip", "binary")),
        ("", '{"a": 1}'.encode("utf-16"), ("application/json", "json")),
        ("", b"BM is no picture, it is a word", ("text/plain", "text")),
        ("application/vnd.openxmlformats-officedocument.wordprocessingml.document",
         b"PK\x03\x04\x00",
         ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "binary")),
    ],
)  # fmt: skip
def test_what_is_believed(name: str, head: bytes, expected: tuple[str, str]) -> None:
    assert believed(name, head) == expected


@pytest.mark.parametrize(
    "head", [b"<!" * 50_000, b"<!-- " * 50_000, b"<?>" * 50_000, b" " * 65_000]
)
def test_hostile_beginnings_take_no_time(head: bytes) -> None:
    assert believed("", head)[1] in {"text", "xml"}
