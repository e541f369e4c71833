"""What the system raises becomes a failure with a name."""

from __future__ import annotations

import ssl
from typing import TYPE_CHECKING

import pytest

from desktop.core.errors import Cancelled, NoAnswer, TimedOut, TlsBroken, Untrusted
from desktop.core.model.request import Request
from desktop.core.sending.cancel import CancelToken
from desktop.core.sending.deadline import Deadline
from desktop.core.sending.failures import tls_failure, wire_failure
from desktop.core.sending.leg import Leg
from desktop.core.sending.prepare import prepare
from desktop.core.sending.timing import Stopwatch
from desktop.core.sending.tls import Contexts

if TYPE_CHECKING:
    from desktop.core.errors import Failure


@pytest.fixture
def leg() -> Leg:
    watch = Stopwatch("h", lambda _: None)
    watch.begin("waiting")
    prepared = prepare(Request(url="https://h/"), "1")
    made = Leg(prepared, CancelToken(), Deadline(9), 3, Contexts(), watch, lambda _: None)
    made.peer = "127.0.0.1"
    return made


def certificate_error(code: int) -> ssl.SSLCertVerificationError:
    error = ssl.SSLCertVerificationError(1, "no")
    error.verify_code = code
    return error


def tls_error(reason: str) -> ssl.SSLError:
    error = ssl.SSLError(1, "no")
    error.reason = reason
    return error


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        (10, "expired"),
        (18, "self_signed"),
        (19, "unknown_issuer"),
        (62, "wrong_host"),
        (23, "other"),
        (0x800B0101, "expired"),
        (0x800B0101 - 2**32, "expired"),
        (0x800B0109, "unknown_issuer"),
        (-67602, "wrong_host"),
        (-67843, "unknown_issuer"),
    ],
)
def test_certificates(leg: Leg, code: int, reason: str) -> None:
    assert facts(tls_failure(certificate_error(code), leg)) == (Untrusted, "h", reason)


@pytest.mark.parametrize(
    ("reason", "expected"),
    [
        ("WRONG_VERSION_NUMBER", "plain_on_tls"),
        ("HTTP_REQUEST", "plain_on_tls"),
        ("TLSV13_ALERT_CERTIFICATE_REQUIRED", "client_certificate"),
        ("SSLV3_ALERT_BAD_CERTIFICATE", "client_certificate"),
        ("TLSV1_ALERT_PROTOCOL_VERSION", "version"),
        ("UNSUPPORTED_PROTOCOL", "version"),
        ("UNEXPECTED_EOF_WHILE_READING", "reset"),
        ("SSLV3_ALERT_HANDSHAKE_FAILURE", "other"),
    ],
)
def test_tls(leg: Leg, reason: str, expected: str) -> None:
    assert facts(tls_failure(tls_error(reason), leg)) == (TlsBroken, "h", 443, expected)


def test_ends_of_a_handshake(leg: Leg) -> None:
    assert facts(tls_failure(ConnectionResetError(), leg)) == (TlsBroken, "h", 443, "reset")
    assert facts(tls_failure(ssl.SSLEOFError(), leg)) == (TlsBroken, "h", 443, "reset")


def test_what_is_hidden_in_other_exceptions(leg: Leg) -> None:
    hidden = ValueError("x", OSError(ValueError(TimeoutError())))

    assert facts(wire_failure(hidden, leg)) == (TimedOut, "h", "waiting", 9)
    outer = OSError("outer")
    outer.__cause__ = tls_error("TLSV13_ALERT_CERTIFICATE_REQUIRED")
    assert facts(wire_failure(outer, leg))[0] is TlsBroken


def test_a_cause_that_goes_round_in_circles(leg: Leg) -> None:
    first, second = OSError("one"), OSError("two")
    first.__context__, second.__context__ = second, first

    assert facts(wire_failure(first, leg)) == (NoAnswer, "h")


def test_a_named_failure_stays_what_it_is(leg: Leg) -> None:
    assert wire_failure(ValueError(failure := NoAnswer("x")), leg) is failure


def test_everything_is_cancelled_once_it_is(leg: Leg) -> None:
    leg.token.cancel()

    assert isinstance(wire_failure(ConnectionResetError(), leg), Cancelled)
    assert isinstance(tls_failure(ConnectionResetError(), leg), Cancelled)


def facts(failure: Failure) -> tuple[object, ...]:
    return (type(failure), *failure.facts().values())
