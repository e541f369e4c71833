"""Headers and families of headers have their sentences."""

import pytest

from desktop.core.explain.headers import describe_header, header_lines

COMMON = """
    Content-Type Content-Length Content-Encoding Content-Disposition Content-Range
    Content-Language Cache-Control Expires Age ETag Last-Modified Vary Pragma Accept-Ranges Date
    Server Connection Keep-Alive Transfer-Encoding Via Location Retry-After Link Allow
    Deprecation Sunset Set-Cookie Cookie WWW-Authenticate Authorization Proxy-Authenticate
    Access-Control-Allow-Origin Access-Control-Allow-Methods Access-Control-Allow-Headers
    Access-Control-Expose-Headers Access-Control-Max-Age Access-Control-Allow-Credentials
    Strict-Transport-Security Content-Security-Policy X-Content-Type-Options X-Frame-Options
    X-XSS-Protection Referrer-Policy Permissions-Policy X-RateLimit-Limit X-RateLimit-Remaining
    X-RateLimit-Reset RateLimit RateLimit-Policy RateLimit-Limit RateLimit-Remaining
    RateLimit-Reset CF-Ray CF-Cache-Status X-Cache X-Cache-Hits X-Served-By X-Timer Server-Timing
    Alt-Svc NEL Report-To X-Request-Id X-Correlation-Id Traceparent X-Amzn-Trace-Id X-Amz-Cf-Id
    X-Amz-Cf-Pop X-Amz-Request-Id X-GitHub-Request-Id X-GitHub-Media-Type X-OAuth-Scopes
    X-Goog-Hash X-Cloud-Trace-Context X-Powered-By X-Runtime Accept Accept-Encoding
    Accept-Language User-Agent Host Referer Origin If-None-Match If-Modified-Since If-Match Range
    Expect X-API-Key X-Forwarded-For Idempotency-Key X-Total-Count Prefer X-HTTP-Method-Override
    X-Robots-Tag X-Varnish
"""


@pytest.mark.parametrize("name", COMMON.split())
def test_common_headers_have_a_sentence_of_their_own(words, name):
    assert name.lower() in words.headers


def test_there_are_many(words):
    assert len(words.headers) >= 120


def test_capitals_and_blanks_do_not_matter(words):
    sentence = describe_header("Content-Type", words)
    assert sentence
    assert describe_header("CONTENT-TYPE", words) == sentence
    assert describe_header(" content-type", words) == sentence


def test_an_unknown_header_has_no_sentence(words):
    assert describe_header("X-Goat", words) == ""
    assert describe_header("", words) == ""


@pytest.mark.parametrize(
    ("name", "family"),
    [
        ("X-RateLimit-Limit-Minute", "x-ratelimit-"),
        ("X-Amz-Meta-Goat", "x-amz-meta-"),
        ("x-amz-goat", "x-amz-"),
        ("Sec-Fetch-Mode", "sec-fetch-"),
        ("CF-Goat", "cf-"),
    ],
)
def test_the_nearest_family_speaks_for_a_header(words, name, family):
    assert describe_header(name, words) == words.header_families[family]


def test_lines_keep_order_doubles_and_values(words):
    pairs = (("Set-Cookie", "a=1"), ("X-Goat", "<b>\x00"), ("set-cookie", "b=2"))
    lines = header_lines(pairs, words)
    assert tuple((line.name, line.value) for line in lines) == pairs
    assert [bool(line.sentence) for line in lines] == [True, False, True]
