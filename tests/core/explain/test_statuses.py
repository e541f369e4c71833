"""Every code has its words, whoever invented it."""

import pytest

from desktop.core.explain.statuses import is_refusal, is_success, status_entry, status_text

REGISTERED = {
    100: "Continue",
    101: "Switching Protocols",
    102: "Processing",
    103: "Early Hints",
    104: "Upload Resumption Supported",
    200: "OK",
    201: "Created",
    202: "Accepted",
    203: "Non-Authoritative Information",
    204: "No Content",
    205: "Reset Content",
    206: "Partial Content",
    207: "Multi-Status",
    208: "Already Reported",
    226: "IM Used",
    300: "Multiple Choices",
    301: "Moved Permanently",
    302: "Found",
    303: "See Other",
    304: "Not Modified",
    305: "Use Proxy",
    306: "(Unused)",
    307: "Temporary Redirect",
    308: "Permanent Redirect",
    400: "Bad Request",
    401: "Unauthorized",
    402: "Payment Required",
    403: "Forbidden",
    404: "Not Found",
    405: "Method Not Allowed",
    406: "Not Acceptable",
    407: "Proxy Authentication Required",
    408: "Request Timeout",
    409: "Conflict",
    410: "Gone",
    411: "Length Required",
    412: "Precondition Failed",
    413: "Content Too Large",
    414: "URI Too Long",
    415: "Unsupported Media Type",
    416: "Range Not Satisfiable",
    417: "Expectation Failed",
    418: "I'm a teapot",  # the registry says (Unused), since a joke took the number
    421: "Misdirected Request",
    422: "Unprocessable Content",
    423: "Locked",
    424: "Failed Dependency",
    425: "Too Early",
    426: "Upgrade Required",
    428: "Precondition Required",
    429: "Too Many Requests",
    431: "Request Header Fields Too Large",
    451: "Unavailable For Legal Reasons",
    500: "Internal Server Error",
    501: "Not Implemented",
    502: "Bad Gateway",
    503: "Service Unavailable",
    504: "Gateway Timeout",
    505: "HTTP Version Not Supported",
    506: "Variant Also Negotiates",
    507: "Insufficient Storage",
    508: "Loop Detected",
    510: "Not Extended",
    511: "Network Authentication Required",
}
UNOFFICIAL = (
    *(419, 420, 440, 444, 449, 450, 460, 463, *range(494, 500)),
    *(509, *range(520, 528), 529, 530, 561, 598, 599, 999),
)


@pytest.mark.parametrize(("code", "reason"), REGISTERED.items())
def test_registered_codes_have_their_name_and_rfc(words, code, reason):
    entry = status_entry(code, words)
    assert entry.reason == reason
    assert "RFC" in entry.source or "IETF" in entry.source


@pytest.mark.parametrize("code", UNOFFICIAL)
def test_unofficial_codes_say_who_uses_them(words, code):
    entry = status_entry(code, words)
    assert entry.reason
    assert entry.source.endswith("in no standard")


@pytest.mark.parametrize("code", [*REGISTERED, *UNOFFICIAL])
def test_every_code_is_explained_whole(words, code):
    entry = status_entry(code, words)
    assert entry.headline
    assert entry.meaning
    assert 1 <= len(entry.why) <= 3
    assert 1 <= len(entry.tries) <= 3


def test_there_is_no_code_that_nobody_checked(words):
    codes = {int(key) for key in words.statuses if key.isdigit()}
    assert codes == {*REGISTERED, *UNOFFICIAL}


@pytest.mark.parametrize(
    ("code", "key"),
    [(199, "1xx"), (299, "2xx"), (399, "3xx"), (430, "4xx"), (550, "5xx")]
    + [(code, "other") for code in (600, 777, 998, 99, 0)],
)
def test_unlisted_codes_get_the_words_of_their_class(words, code, key):
    assert status_entry(code, words).headline == words.statuses[key]["headline"]
    assert "not a standard code" in status_entry(code, words).meaning


@pytest.mark.parametrize(
    ("code", "reason", "text"),
    [
        (200, "OK", "200 OK"),
        (200, "", "200 OK"),
        (200, "200", "200 OK"),
        (200, "  ", "200 OK"),
        (404, "Goat Not Found", "404 Goat Not Found"),
        (299, "", "299"),
        (299, "Fine By Me", "299 Fine By Me"),
        (500, "a\r\nSet-Cookie: x=1", "500 a␍␊Set-Cookie: x=1"),
        (500, "\x1b[31mred", "500 ␛[31mred"),
        (200, "\u202eKO", "200 <U+202E>KO"),
    ],
)
def test_status_text(words, code, reason, text):
    assert status_text(code, reason, status_entry(code, words)) == text


def test_a_long_reason_is_cut(words):
    text = status_text(400, "Because " * 1000, status_entry(400, words))
    assert len(text) == len("400 ") + 40
    assert text.endswith("…")


@pytest.mark.parametrize(
    ("code", "success", "refusal"),
    [
        (199, False, False),
        (200, True, False),
        (299, True, False),
        (304, False, False),
        (400, False, True),
        (599, False, True),
        (777, False, True),
    ],
)
def test_classes(code, success, refusal):
    assert (is_success(code), is_refusal(code)) == (success, refusal)
