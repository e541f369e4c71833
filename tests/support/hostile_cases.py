"""The scripts of the hostile server, by the words of the cases that they play."""

from __future__ import annotations

import gzip
import zlib
from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.support.hostile_server import Asked, Line

    Script = Callable[[Line, Asked], bool | None]

MEGABYTE = 1024 * 1024


def head(status: str = "200 OK", *headers: str) -> bytes:
    return "\r\n".join([f"HTTP/1.1 {status}", *headers, "", ""]).encode("utf-8")


def whole(body: bytes = b"ok", status: str = "200 OK", *headers: str) -> bytes:
    return head(status, f"Content-Length: {len(body)}", *headers) + body


def answer(*pieces: bytes) -> Script:
    """Says its pieces and closes."""
    return lambda line, _asked: line.say(*pieces)


def answer_and_stay(*pieces: bytes) -> Script:
    """Says its pieces and hears the next request."""

    def script(line: Line, _asked: Asked) -> bool:
        line.say(*pieces)
        return True

    return script


def answer_and_hang(*pieces: bytes) -> Script:
    def script(line: Line, _asked: Asked) -> None:
        line.say(*pieces)
        line.hang()

    return script


def answer_and_reset(*pieces: bytes) -> Script:
    def script(line: Line, _asked: Asked) -> None:
        line.say(*pieces)
        line.reset()

    return script


def endless(beginning: bytes, piece: bytes, pause: float = 0.0) -> Script:
    """Says its piece again and again until the other side leaves."""

    def script(line: Line, _asked: Asked) -> None:
        line.say(beginning)
        try:
            while not line.server.stopping.wait(pause):
                line.say(piece)
        finally:
            line.server.saw_close.set()

    return script


def drip(beginning: bytes, *pieces: bytes) -> Script:
    """Says its pieces a byte at a time."""

    def script(line: Line, _asked: Asked) -> None:
        line.say(beginning)
        for piece in pieces:
            line.drip(piece)

    return script


def redirect(line: Line, asked: Asked) -> bool:
    """`/redirect?to=...&code=302`; `to` is the Location, byte by byte."""
    location = asked.option("to")
    line.say(whole(b"moved", f"{asked.option('code', '302')} Found", f"Location: {location}"))
    return True


def grow(line: Line, asked: Asked) -> bool:
    line.say(whole(b"", "302 Found", f"Location: {asked.target}/more"))
    return True


def slow_loop(line: Line, asked: Asked) -> bool:
    line.server.stopping.wait(0.2)
    line.say(whole(b"", "302 Found", f"Location: {asked.target}"))
    return True


def many_headers(line: Line, asked: Asked) -> None:
    count = int(asked.option("n", "101"))
    line.say(head("200 OK", *(f"X-{n}: {n}" for n in range(count - 1)), "Content-Length: 0"))


def long_header(line: Line, asked: Asked) -> None:
    line.say(head("200 OK", f"X-Long: {'x' * 1024 * int(asked.option('kb', '70'))}"))


def status(line: Line, asked: Asked) -> bool:
    line.say(whole(b"ok", f"{asked.option('code', '200')} {asked.option('reason', 'Odd')}"))
    return True


def bomb(line: Line, asked: Asked, pack: Callable[[bytes], bytes], coding: str) -> None:
    packed = pack(bytes(int(asked.option("mb", "32")) * MEGABYTE))
    line.say(whole(packed, "200 OK", f"Content-Encoding: {coding}"))


def big(line: Line, asked: Asked) -> None:
    size = int(asked.option("mb", "10")) * MEGABYTE
    line.say(head("200 OK", f"Content-Length: {size}"))
    for number in range(size // MEGABYTE):
        line.say(bytes([number % 256]) * MEGABYTE)


def bare_deflate(data: bytes) -> bytes:
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    return packer.compress(data) + packer.flush()


GOAT = b"The goat stood on the hill. " * 40
CHUNKED = "Transfer-Encoding: chunked"
PACKED = "Content-Encoding: gzip"

CASES: dict[str, Script] = {
    "/ok": answer_and_stay(whole()),
    "/hang": answer_and_hang(),
    "/hang/after-headers": answer_and_hang(head("200 OK", "Content-Length: 10"), b"x"),
    "/rst": answer_and_reset(),
    "/cut/nothing": answer(),
    "/cut/reset": answer_and_reset(head("200 OK", "Content-Length: 100"), b"some of it"),
    "/cut/content-length": answer(head("200 OK", "Content-Length: 10"), b"four"),
    "/cut/chunk": answer(head("200 OK", CHUNKED), b"10\r\nfour"),
    "/cut/last-chunk": answer(head("200 OK", CHUNKED), b"4\r\nfour\r\n"),
    "/cut/gzip": answer(whole(gzip.compress(GOAT)[:-12], "200 OK", PACKED)),
    "/cut/headers": answer(b"HTTP/1.1 200 OK\r\nX-One: 1\r\nX-Tw"),
    "/cut/status": answer(b"HTTP/1.1 20"),
    "/slow/body-of-60": drip(head("200 OK", "Content-Length: 60"), b"x" * 60),
    "/slow/body": drip(head("200 OK", "Content-Length: 1000"), b"x" * 1000),
    "/slow/status": drip(b"HTTP/1", b".1 200 " + b"O" * 1000),
    "/slow/header-lines": drip(b"HTTP/1.1 200 OK\r\n", b"X: y\r\n" * 90),
    "/endless/1xx": endless(b"", head("102 Processing"), 0.005),
    "/endless/header": endless(b"HTTP/1.1 200 OK\r\nX-Long: ", b"x" * 1000),
    "/endless/close": endless(head("200 OK", "Connection: close"), b"x" * 65536),
    "/endless/chunked": endless(head("200 OK", CHUNKED), b"4000\r\n" + b"x" * 16384 + b"\r\n"),
    "/endless/sse": endless(
        head("200 OK", "Content-Type: text/event-stream"), b"data: meh\n\n", 0.02
    ),
    "/endless/trailer": endless(head("200 OK", CHUNKED) + b"2\r\nok\r\n0\r\n", b"X: y\r\n", 0.005),
    "/lies/two-lengths": answer(
        head("200 OK", "Content-Length: 4", "Content-Length: 6"), b"fourandmore"
    ),
    "/lies/bad-chunk-size": answer(
        head("200 OK", CHUNKED), b"4\r\nfour\r\nzz\r\nmore\r\n0\r\n\r\n"
    ),
    "/lies/negative-chunk": answer(
        head("200 OK", CHUNKED), b"4\r\nfour\r\n-5\r\nmore\r\n0\r\n\r\n"
    ),
    "/lies/negative-length": answer(head("200 OK", "Content-Length: -5"), b"four"),
    "/lies/length-and-chunked": answer(
        head("200 OK", CHUNKED, "Content-Length: 99"), b"4\r\nfour\r\n0\r\n\r\n"
    ),
    "/lies/gzip-that-is-not": answer_and_stay(whole(GOAT, "200 OK", PACKED)),
    "/lies/gzip-then-not": answer_and_stay(
        whole(gzip.compress(bytes(range(256)) * 2000)[:-8] + bytes(8), "200 OK", PACKED)
    ),
    "/lies/br": answer_and_stay(whole(b"\x1b\x0e\x00", "200 OK", "Content-Encoding: br")),
    "/lies/zstd": answer_and_stay(whole(b"\x28\xb5\x2f\xfd", "200 OK", "Content-Encoding: zstd")),
    "/packed/gzip": answer_and_stay(whole(gzip.compress(GOAT), "200 OK", PACKED)),
    "/packed/members": answer_and_stay(
        whole(
            gzip.compress(GOAT) + gzip.compress(GOAT) + b"\0\0",
            "200 OK",
            "content-encoding: X-GZIP",
        )
    ),
    "/packed/deflate": answer_and_stay(
        whole(zlib.compress(GOAT), "200 OK", "Content-Encoding: deflate")
    ),
    "/packed/bare-deflate": answer_and_stay(
        whole(bare_deflate(GOAT), "200 OK", "Content-Encoding: deflate")
    ),
    "/packed/drip": drip(
        head("200 OK", "Connection: close", "Content-Encoding: deflate"), bare_deflate(GOAT)
    ),
    "/packed/twice": answer_and_stay(
        whole(gzip.compress(zlib.compress(GOAT)), "200 OK", "Content-Encoding: deflate, gzip")
    ),
    "/packed/six-times": answer_and_stay(
        whole(b"x", "200 OK", "Content-Encoding: gzip, gzip, gzip, gzip, gzip, gzip")
    ),
    "/packed/transfer": answer_and_stay(
        head("200 OK", "Transfer-Encoding: gzip, chunked"),
        b"%x\r\n%b\r\n0\r\n\r\n"
        % (len(gzip.compress(GOAT, mtime=0)), gzip.compress(GOAT, mtime=0)),
    ),
    "/bomb/gzip": partial(bomb, pack=gzip.compress, coding="gzip"),
    "/bomb/deflate": partial(bomb, pack=zlib.compress, coding="deflate"),
    "/bomb/double-gzip": partial(
        bomb, pack=lambda data: gzip.compress(gzip.compress(data)), coding="gzip, gzip"
    ),
    "/bomb/headers": many_headers,
    "/bomb/header-line": long_header,
    "/big": big,
    "/chunked": answer_and_stay(
        head("200 OK", CHUNKED), b"4;x=y\r\nfour\r\n3\r\nten\r\n0\r\nT: t\r\n\r\n"
    ),
    "/odd/103": answer_and_stay(head("103 Early Hints", "Link: </a>"), whole(b"the real one")),
    "/odd/1xx": answer_and_stay(
        head("100 Continue"),
        head("102 Processing"),
        head("150 Odd", "X: y"),
        whole(b"the real one"),
    ),
    "/odd/101": answer(head("101 Switching Protocols", "Upgrade: goat"), b"\x00\x01bleat"),
    "/odd/http09": answer(b"<html>an old goat</html>"),
    "/odd/ssh": answer_and_hang(b"SSH-2.0-OpenSSH_9.2\r\n"),
    "/odd/smtp": answer_and_hang(b"220 mail.example.com ESMTP Postfix\r\n"),
    "/odd/ftp": answer_and_hang(b"220 Welcome to this FTP service\r\n"),
    "/odd/tls-alert": answer(b"\x15\x03\x03\x00\x02\x02\x46"),
    "/odd/http2-frame": answer_and_hang(b"\x00\x00\x12\x04\x00\x00\x00\x00\x00" + bytes(18)),
    "/odd/http2-version": answer(b"HTTP/2.0 200 OK\r\n\r\n"),
    "/odd/mysql": answer_and_hang(b"\x4a\x00\x00\x00\x0a8.0.36\x00" + bytes(40)),
    "/odd/redis": answer_and_hang(b"-ERR wrong number of arguments for 'get' command\r\n"),
    "/odd/noise": answer(bytes(range(200, 256))),
    "/odd/status-nonum": answer(b"HTTP/1.1 OK\r\n\r\n"),
    "/odd/status-99": answer(b"HTTP/1.1 99 Low\r\n\r\n"),
    "/odd/status-1000": answer(b"HTTP/1.1 1000 High\r\n\r\n"),
    "/odd/status": status,
    "/odd/no-reason": answer_and_stay(b"HTTP/1.1 200\r\nContent-Length: 2\r\n\r\nok"),
    "/odd/headers": answer_and_stay(
        b"HTTP/1.1 200 Sch\xc3\xb6n\r\nSet-Cookie: a=1; Expires=Wed, 21 Oct 2026\r\nX-One:1\r\n"
        b"set-cookie: b=2\r\nX-Utf8: J\xc3\xb6rg \xe2\x98\x83\r\nX-Latin: J\xf6rg\r\nX-Empty:\r\n"
        b"X-Folded: one\r\n  two\r\nContent-Length: 2\r\n\r\nok"
    ),
    "/odd/broken-headers": answer_and_stay(
        b"HTTP/1.1 200 OK\r\nX-One: 1\r\nno colon here\r\nX Two: 2\r\nX-Three : 3\r\n"
        b"Content-Length: 2\r\n\r\nok"
    ),
    "/odd/204": answer_and_stay(head("204 No Content", "Content-Length: 5")),
    "/odd/304": answer_and_stay(head("304 Not Modified", "Content-Length: 5", PACKED)),
    "/odd/http10": answer(b"HTTP/1.0 200 OK\r\n\r\nuntil the end"),
    "/head": answer_and_stay(head("200 OK", "Content-Length: 12345", PACKED)),
    "/early": answer(whole(b"too large", "413 Content Too Large")),
    "/redirect": redirect,
    "/redirect/loop": answer_and_stay(whole(b"", "302 Found", "Location: /redirect/loop")),
    "/redirect/grow": grow,
    "/redirect/slow-loop": slow_loop,
    "/redirect/two-locations": answer_and_stay(
        whole(b"two", "302 Found", "Location: /ok", "Location: /hang")
    ),
    "/redirect/none": answer_and_stay(whole(b"none", "302 Found")),
    "/redirect/utf8": answer_and_stay(whole(b"", "302 Found", "Location: /ok/\u00e9 x")),
    "/redirect/endless-body": endless(head("302 Found", "Location: /ok"), b"x" * 65536),
    "/redirect/stalled-body": answer_and_hang(
        head("302 Found", "Location: /ok", "Content-Length: 10"), b"x"
    ),
}
