"""Letters are read as they were meant, also where the header lies or says nothing."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.core.reading.charset import Charset, charset_of, known_codec, transcoded


@pytest.mark.parametrize(
    ("name", "codec"),
    [
        ("utf8", "utf-8"), ("UTF-8", "utf-8"), ("'utf-8'", "utf-8"), ("utf-8-sig", "utf-8"),
        ("x-sjis", "shift_jis"), ("windows-31j", "cp932"), ("latin1", "iso8859-1"),
        ("windows-1251", "cp1251"), ("koi8-r", "koi8-r"), ("gb2312", "gb2312"),
        ("idna", ""), ("undefined", ""), ("rot13", ""), ("hex", ""), ("punycode", ""),
        ("unicode_escape", ""), ("utf-7", ""), ("none", ""), ("a" * 99, ""), ("é", ""),
        ("a\0b", ""), ("", ""), ("../utf-8", ""),
    ],
)  # fmt: skip
def test_only_charsets_of_text_are_known(name: str, codec: str) -> None:
    assert known_codec(name) == codec


@pytest.mark.parametrize(
    ("content", "declared", "expected"),
    [
        (b"hello", "", Charset("utf-8")),
        ("größe".encode(), "", Charset("utf-8")),
        ("größe".encode("utf-8-sig"), "iso-8859-1", Charset("utf-8", 3)),
        ("größe".encode("utf-16-le"), "utf-16", Charset("utf-16-le")),
        ("{}".encode("utf-16-be"), "", Charset("utf-16-be")),
        ("{}".encode("utf-32-le"), "", Charset("utf-32-le")),
        (b"\xff\xfea\x00", "", Charset("utf-16-le", 2)),
        (b"\xff\xfe\x00\x00a\x00\x00\x00", "", Charset("utf-32-le", 4)),
        ("größe".encode("cp1251", "replace"), "windows-1251", Charset("cp1251")),
        (b"caf\xe9", "iso-8859-1", Charset("cp1252")),
        ("日本".encode("shift_jis"), "shift_jis", Charset("shift_jis")),
        (b'<?xml version="1.0" encoding="ISO-8859-15"?><a>\xa4</a>', "", Charset("iso8859-15")),
        (b'<html><meta charset="windows-1250">\x9e', "", Charset("cp1250")),
        (b'<?xml version="1.0" encoding="UTF-16"?><a/>', "", Charset("utf-8")),
    ],
)
def test_where_a_charset_is_found(content: bytes, declared: str, expected: Charset) -> None:
    assert charset_of(content, declared) == expected


@pytest.mark.parametrize(
    ("text", "stored", "declared"),
    [
        ("Grüße aus München", "latin-1", "utf-8"),
        ("Grüße aus München", "utf-8", "iso-8859-1"),
        ("Grüße aus München", "latin-1", "idna"),
        ("Привет, мир! Как дела?", "cp1251", "utf-8"),
        ('{"plain": "ascii"}', "ascii", "utf-16"),
    ],
)
def test_a_lie_is_seen_through(text: str, stored: str, declared: str) -> None:
    content = text.encode(stored)
    found = charset_of(content, declared)
    assert content[found.first :].decode(found.codec) == text


def test_names_that_people_know() -> None:
    assert Charset("cp1252").label == "windows-1252"
    assert Charset("iso8859-15").label == "iso-8859-15"
    assert Charset("shift_jis").label == "shift-jis"


@settings(deadline=None)
@given(
    st.text(st.characters(codec="utf-8")), st.sampled_from(["utf-16-le", "utf-32-be", "gb18030"])
)
def test_what_has_many_bytes_a_letter_becomes_utf8(text: str, codec: str) -> None:
    content, new, first = transcoded(b"??" + text.encode(codec), codec, 2)
    assert content[first:].decode(new) == text


def test_what_can_be_read_at_its_place_is_not_copied() -> None:
    content = b"caf\xe9"
    assert transcoded(content, "cp1252", 1) == (content, "cp1252", 1)
    assert transcoded(content, "cp1252", 1)[0] is content
    assert transcoded(content, "idna", 0) == (content, "utf-8", 0)


@settings(deadline=None)
@given(st.binary(), st.text(max_size=20))
def test_nothing_makes_it_raise(content: bytes, declared: str) -> None:
    found = charset_of(content, declared)
    content[found.first :].decode(found.codec, "replace")
