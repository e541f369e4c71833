"""Programs that are no web servers are known by their first bytes."""

from __future__ import annotations

import pytest

from desktop.core.sending.stranger import looks_like


@pytest.mark.parametrize(
    ("first", "kind"),
    [
        (b"SSH-2.0-OpenSSH_9.2p1\r\n", "ssh"),
        (b"220 mx.example.com ESMTP ready\r\n", "smtp"),
        (b"220-mail.example.com\r\n", "smtp"),
        (b"554 5.7.1 SMTP not here\r\n", "smtp"),
        (b"220 (vsFTPd 3.0.3)\r\n", "ftp"),
        (b"530 log in\r\n", "ftp"),
        (b"\x15\x03\x01\x00\x02\x02\x46", "tls"),
        (b"\x16\x03\x03", "tls"),
        (b"\x00\x00\x12\x04\x00\x00\x00\x00\x00", "http2"),
        (b"\x4a\x00\x00\x00\x0a8.0.36", "mysql"),
        (b"\x45\x00\x00\x00\xff\x6a\x04Host", "mysql"),
        (b"-ERR unknown command\r\n", "redis"),
        (b"-DENIED Redis is running in protected mode", "redis"),
        (b"<!doctype html><p>", "http09"),
        (b"\n <html>", "http09"),
        (b"+OK POP3 ready", "unknown"),
        (b"\xff\xfe", "unknown"),
        (b"", "unknown"),
    ],
)
def test_what_it_looks_like(first: bytes, kind: str) -> None:
    assert looks_like(first) == kind
