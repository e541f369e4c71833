"""Any text is an address, to the byte, or is refused with a reason."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.errors import NotAnAddress
from desktop.core.sending.address import read_address


@pytest.mark.parametrize(
    ("typed", "url"),
    [
        ("example.com", "https://example.com/"),
        ("  example.com/a \n", "https://example.com/a"),
        ("http://example.com", "http://example.com/"),
        ("HTTP://EXAMPLE.com/Path", "http://example.com/Path"),
        ("http:example.com/x", "http://example.com/x"),
        ("//example.com/x", "https://example.com/x"),
        ("localhost", "http://localhost/"),
        ("localhost:8080/x", "http://localhost:8080/x"),
        ("goats.localhost/x", "http://goats.localhost/x"),
        ("127.0.0.1:5000", "http://127.0.0.1:5000/"),
        ("[::1]:80/x", "http://[::1]/x"),
        ("[0:0::1]/x", "http://[::1]/x"),
        ("example.com:8080", "https://example.com:8080/"),
        ("example.com:443/x", "https://example.com/x"),
        ("http://example.com:443/", "http://example.com:443/"),
        ("http://example.com:/x", "http://example.com/x"),
        ("example.com?a=1", "https://example.com/?a=1"),
        ("example.com/?", "https://example.com/?"),
        ("example.com/#part", "https://example.com/"),
        ("example.com#a?b/c", "https://example.com/"),
        ("example.com./x", "https://example.com./x"),
        ("my_box/x", "https://my_box/x"),
        ("https://bücher.example/", "https://xn--bcher-kva.example/"),
        ("https://BÜCHER.example/", "https://xn--bcher-kva.example/"),
        ("https://☃.net", "https://xn--n3h.net/"),
        ("https://faß.de", "https://xn--fa-hia.de/"),
        ("https://例え。jp/", "https://xn--r8jz45g.jp/"),
        ("http://0x7f.1/", "http://0x7f.1/"),
        ("http://[fe80::1%25eth0]/x", "http://[fe80::1]/x"),
    ],
)
def test_what_an_address_means(typed: str, url: str) -> None:
    assert read_address(typed).url == url


@pytest.mark.parametrize(
    ("typed", "target"),
    [
        ("h", "/"),
        ("h/a/../b/./c//d", "/a/../b/./c//d"),
        ("h/%7E%zz%2e%2E", "/%7E%zz%2e%2E"),
        ("h/[1]{id}|^`\"<>\\'", "/[1]{id}|^`\"<>\\'"),
        ("h/?", "/?"),
        ("h/?a&b=&=c&&a=1", "/?a&b=&=c&&a=1"),
        ("h/?q=a+b c", "/?q=a+b%20c"),
        ("h/a\r\nX: y\tz\0\x7f", "/a%0D%0AX:%20y%09z%00%7F"),
        ("h/é☃\U0001f410", "/%C3%A9%E2%98%83%F0%9F%90%90"),
        ("h/\ud83d", "/%3F"),
        ("h/?u=http://x/y?z#f", "/?u=http://x/y?z"),
        ("h/a@b:c", "/a@b:c"),
    ],
)
def test_the_target_is_sent_as_typed(typed: str, target: str) -> None:
    assert read_address(typed).target == target


@pytest.mark.parametrize(
    ("typed", "reason", "scheme"),
    [
        ("", "empty", ""),
        (" \t\n", "empty", ""),
        ("http://", "no_host", ""),
        ("https:///path", "no_host", ""),
        ("/path", "no_host", ""),
        ("?a=1", "no_host", ""),
        ("http://:80/", "no_host", ""),
        ("http://user@/x", "no_host", ""),
        ("http://a..b/", "bad_host", ""),
        ("http://.a/", "bad_host", ""),
        ("http://two words/", "bad_host", ""),
        ("http://a\\@b/", "bad_host", ""),
        ("http://" + "a" * 64 + "/", "bad_host", ""),
        ("http://" + "a." * 130 + "/", "bad_host", ""),
        ("http://[::1/", "bad_host", ""),
        ("http://[goat]/", "bad_host", ""),
        ("http://[fe80::1%a/b]/", "bad_port", ""),
        ("http://[::1]x/", "bad_host", ""),
        ("http://[::1]:x/", "bad_port", ""),
        ("http://[fe80::1%a b]/", "bad_host", ""),
        ("http://::1/", "bad_host", ""),
        ("http://a%41/", "bad_host", ""),
        ("http://a<b>/", "bad_host", ""),
        ("http://℀.com/", "bad_host", ""),
        ("http://a\u00ad\u00ad..é/", "bad_host", ""),
        ("http://h:goat/", "bad_port", ""),
        ("http://h:-1/", "bad_port", ""),
        ("http://h:0/", "bad_port", ""),
        ("http://h:65536/", "bad_port", ""),
        ("http://h:99999999999/", "bad_port", ""),
        ("http://h:٣/", "bad_port", ""),
        ("localhost:goat", "bad_port", ""),
        ("ftp://h/x", "other_scheme", "ftp"),
        ("file:///etc/passwd", "other_scheme", "file"),
        ("mailto:a@b.c", "other_scheme", "mailto"),
        ("javascript:alert(1)", "other_scheme", "javascript"),
        ("data:text/html,x", "other_scheme", "data"),
        ("WS://h/", "other_scheme", "ws"),
    ],
)
def test_what_is_no_address(typed: str, reason: str, scheme: str) -> None:
    with pytest.raises(NotAnAddress) as caught:
        read_address(typed)

    assert (caught.value.reason, caught.value.scheme) == (reason, scheme)


@pytest.mark.parametrize(
    ("typed", "login"),
    [
        ("http://h/", None),
        ("http://@h/", None),
        ("http://user:pw@h/", b"user:pw"),
        ("user:pw@h.example/x", b"user:pw"),
        ("http://user@h/", b"user:"),
        ("http://u%40x:p%3Aw%2F@h/", b"u@x:p:w/"),
        ("http://a:b@c@h/", b"a:b@c"),
        ("http://jörg:☃@h/", "jörg:☃".encode()),
        ("http://h/x@y", None),
    ],
)
def test_a_login_is_taken_out(typed: str, login: bytes | None) -> None:
    address = read_address(typed)

    assert address.login == login
    assert "@" not in address.authority


@given(st.text())
def test_any_text_is_an_address_or_is_refused_in_words(text: str) -> None:
    try:
        address = read_address(text)
    except NotAnAddress:
        return
    sendable = address.authority + address.target
    assert sendable.isascii()
    assert not any(character <= " " or character == "\x7f" for character in sendable)


@given(st.text(st.characters(min_codepoint=0x21, max_codepoint=0x7E, exclude_characters="#")))
def test_what_can_be_sent_is_sent_as_typed(path: str) -> None:
    assert read_address(f"http://h/{path}").target == f"/{path}"
