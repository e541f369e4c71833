"""An answer is read for what its bytes are, whatever its headers say."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.core import limits
from desktop.core.model.exchange import Response
from desktop.core.reading.read import read

if TYPE_CHECKING:
    from desktop.core.model.reading import Reading

CORPUS = Path(os.environ.get("BLEAT_CORPUS", ""))
needs_corpus = pytest.mark.skipif(
    "BLEAT_CORPUS" not in os.environ, reason="BLEAT_CORPUS is not set"
)
PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\x0dIHDR" + (420).to_bytes(4, "big") + (280).to_bytes(4, "big")
PAGE = b"<!DOCTYPE html><html><body>Sign in</body></html>"


def answer(body: bytes, content_type: str = "") -> Reading:
    headers = (("content-type", content_type),) if content_type else ()
    return read(Response(200, "OK", "HTTP/1.1", headers, body))


@pytest.mark.parametrize(
    ("body", "content_type", "kind", "media_type", "extension"),
    [
        (b"", "application/json", "empty", "application/json", "json"),
        (b'{"a":1}', "application/json; charset=utf-8", "json", "application/json", "json"),
        (b'{"a":1}', "application/problem+json", "json", "application/problem+json", "json"),
        (b'{"a":1}', "text/plain", "json", "application/json", "json"),
        (b'{"a":1}', "text/html", "json", "application/json", "json"),
        (b"[1, 2]", "", "json", "application/json", "json"),
        (b"[hello] world", "text/plain", "text", "text/plain", "txt"),
        (b'["hello"] world', "text/html", "text", "text/html", "html"),
        (b"5", "text/plain", "text", "text/plain", "txt"),
        (b'"hello"', "application/json", "json", "application/json", "json"),
        (PAGE, "text/html", "html", "text/html", "html"),
        (PAGE, "", "html", "text/html", "html"),
        (PAGE, "text/plain", "text", "text/plain", "txt"),
        (b"<a><b/></a>", "text/xml", "xml", "application/xml", "xml"),
        (b"<a><b/></a>", "", "xml", "application/xml", "xml"),
        (b"<svg xmlns='x'></svg>", "image/png", "xml", "image/svg+xml", "svg"),
        (b"<?xml version='1.0'?><!-- x --><svg/>", "", "xml", "image/svg+xml", "svg"),
        (b"a,b\n1,2\n", "text/csv", "text", "text/csv", "csv"),
        (b"plain words", "", "text", "text/plain", "txt"),
        (b"plain words", "application/octet-stream", "text", "text/plain", "txt"),
        (b"key: value", "application/x-yaml", "text", "application/yaml", "yaml"),
        (b"one\x00two\x1b[31m, and a good deal more", "text/plain", "text", "text/plain", "txt"),
        (PNG, "text/plain", "image", "image/png", "png"),
        (PNG, "image/jpeg", "image", "image/png", "png"),
        (b"%PDF-1.7 ...", "application/octet-stream", "binary", "application/pdf", "pdf"),
        (b"%PDF-1.7 ...", "text/plain", "binary", "application/pdf", "pdf"),
        (b"PK\x03\x04\x00\x00", "", "binary", "application/zip", "zip"),
        (b"\x00\x01\x02\x03", "", "binary", "application/octet-stream", "bin"),
        (b"\x00\x01\x02\x03", "video/mp4", "binary", "video/mp4", "mp4"),
        (b"\x00\x00\x00\x1cftypavif", "image/jpeg", "binary", "image/avif", "avif"),
    ],
)
def test_what_it_is(
    body: bytes, content_type: str, kind: str, media_type: str, extension: str
) -> None:
    reading = answer(body, content_type)
    assert (reading.kind, reading.media_type, reading.extension) == (kind, media_type, extension)
    assert (
        (reading.preview is None)
        == (reading.text is None)
        == (kind in {"empty", "image", "binary"})
    )


def test_a_jpeg_of_the_practice_api_is_saved_as_jpeg() -> None:
    reading = answer(b"\xff\xd8\xff\xc0\x00\x11\x08\x01\x18\x01\xa4\x03", "image/jpeg")
    assert reading.extension == "jpeg"
    assert reading.picture is not None
    assert (reading.picture.format, reading.picture.width, reading.picture.height) == (
        "jpeg", 420, 280,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("body", "content_type", "notes"),
    [
        (b'{"a":1,}', "application/json", ("json_broken",)),
        (PAGE, "application/json", ("json_is_html",)),
        (b"<error>no</error>", "application/json", ("json_broken",)),
        (b"\x89PNG\r\n\x1a\nhowever", "image/png", ("picture_broken",)),
        (b"\x00\x01\x02", "image/png", ("picture_broken",)),
        (PNG[:16] + b"\x00\x00\xff\xff\x00\x00\xff\xff", "image/png", ("picture_too_big",)),
        ("Grüße".encode("latin-1"), "text/plain", ("encoding_guessed",)),
        (b"[" * 99_000 + b"]" * 99_000, "application/json", ("too_big_to_tidy",)),
    ],
)
def test_what_the_person_must_know(body: bytes, content_type: str, notes: tuple[str, ...]) -> None:
    assert answer(body, content_type).notes == notes


def test_broken_json_is_shown_as_it_came() -> None:
    reading = answer(b'{"a":1,}', "application/json")
    assert reading.kind == "json"
    assert reading.preview is reading.text
    assert reading.text is not None
    assert reading.text.text() == '{"a":1,}'


def test_json_is_tidied_and_also_there_as_received() -> None:
    reading = answer(b'{"price":1.10,"price":2}', "application/json")
    assert reading.preview is not None
    assert reading.preview.text() == '{\n  "price": 1.10,\n  "price": 2\n}'
    assert reading.text is not None
    assert reading.text.text() == '{"price":1.10,"price":2}'


def test_json_in_two_bytes_a_letter_is_tidied() -> None:
    for codec in ("utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-8-sig"):
        reading = answer('{"größe":"東京"}'.encode(codec), "application/json")
        assert reading.preview is not None
        assert reading.preview.text() == '{\n  "größe": "東京"\n}'


def test_what_is_too_long_to_tidy_is_shown_as_it_came(monkeypatch: pytest.MonkeyPatch) -> None:
    body = b"[" + b"1," * (limits.PRETTY_CAP // 2) + b"1]"
    reading = answer(body, "application/json")
    assert reading.notes == ("too_big_to_tidy",)
    assert reading.preview is reading.text


def test_the_request_hints_at_a_type_that_the_answer_does_not_say() -> None:
    reading = read(Response(200, "OK", "HTTP/1.1", (), b"a,b\n1,2\n"), "text/csv, */*;q=0.5")
    assert (reading.media_type, reading.extension) == ("text/csv", "csv")


@settings(deadline=None)
@given(st.binary(max_size=300), st.text(max_size=60))
def test_no_bytes_and_no_header_make_it_raise(body: bytes, content_type: str) -> None:
    reading = answer(body, content_type)
    for lines in (reading.preview, reading.text):
        if lines is not None:
            assert all(len(lines[at]) <= limits.LINE_CAP for at in range(len(lines)))
            lines.text()


@settings(deadline=None)
@given(
    st.sampled_from([b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF89a", b"RIFFabcdWEBP", b"II*\0",
                     b"MM\0*", b"\0\0\1\0\1\0", b"BM", b"RIFFabcdWEBPVP8 "]),
    st.binary(max_size=200),
)  # fmt: skip
def test_no_broken_picture_makes_it_raise(start: bytes, rest: bytes) -> None:
    assert answer(start + rest, "image/png").kind in {"image", "binary", "text"}


@needs_corpus
def test_every_file_of_the_json_test_suite() -> None:
    for file in sorted((CORPUS / "json").iterdir()):
        reading = answer(file.read_bytes(), "application/json")
        broken = "json_broken" in reading.notes
        assert reading.kind in {"json", "xml"}, file.name
        assert not (file.name.startswith("y_") and reading.notes), file.name
        assert broken or not file.name.startswith("n_"), file.name


@needs_corpus
def test_every_picture_of_the_corpus_is_read() -> None:
    for file in sorted((CORPUS / "images").iterdir()):
        reading = answer(file.read_bytes(), "image/png")
        assert reading.kind in {"image", "binary"}, file.name
