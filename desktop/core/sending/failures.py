"""What the system and the libraries raise -> the failures that Bleat names."""

from __future__ import annotations

import ssl
from typing import TYPE_CHECKING, Final

from desktop.core.errors import (
    Cancelled,
    Failure,
    NoAnswer,
    TlsBroken,
    Unreachable,
    Untrusted,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.core.sending.leg import Leg

_CERTIFICATE_REASONS: Final = {
    # OpenSSL's X509_V_ERR_*
    9: "not_yet_valid",
    10: "expired",
    18: "self_signed",
    19: "unknown_issuer",
    20: "unknown_issuer",
    21: "unknown_issuer",
    62: "wrong_host",
    64: "wrong_host",
    # Windows' CERT_E_*
    0x800B0101: "expired",
    0x800B0109: "unknown_issuer",
    0x800B010A: "unknown_issuer",
    0x800B010F: "wrong_host",
    # macOS' errSec*
    -67602: "wrong_host",
    -67818: "expired",
    -67819: "not_yet_valid",
    -67843: "unknown_issuer",
}
_DWORD: Final = 0xFFFFFFFF
_TLS_REASONS: Final = (
    ("plain_on_tls", ("WRONG_VERSION_NUMBER", "HTTP_REQUEST", "PACKET_LENGTH_TOO_LONG")),
    (
        "client_certificate",
        (
            "CERTIFICATE_REQUIRED",
            "ALERT_BAD_CERTIFICATE",
            "ALERT_NO_CERTIFICATE",
            "ALERT_UNKNOWN_CA",
            "ALERT_CERTIFICATE_UNKNOWN",
            "ALERT_ACCESS_DENIED",
        ),
    ),
    (
        "version",
        ("PROTOCOL_VERSION", "UNSUPPORTED_PROTOCOL", "NO_PROTOCOLS", "VERSION_TOO_LOW"),
    ),
    ("reset", ("UNEXPECTED_EOF", "EOF occurred")),
)


def tls_failure(error: OSError, leg: Leg) -> Failure:
    """The failure of a TLS handshake."""
    if leg.token.cancelled:
        return Cancelled()
    if isinstance(error, ssl.SSLCertVerificationError):
        return Untrusted(leg.prepared.host, _certificate_reason(error.verify_code))
    if isinstance(error, TimeoutError):
        return leg.timed_out(leg.connect_limit)
    reason = _tls_reason(error) if isinstance(error, ssl.SSLError) else "reset"
    return TlsBroken(leg.prepared.host, leg.prepared.port, reason)


def wire_failure(error: BaseException, leg: Leg) -> Failure:
    """The failure of a connection that stood; what caused the exception counts too."""
    if leg.token.cancelled:
        return Cancelled()
    for each in _causes(error):
        if isinstance(each, Failure):
            return each
        if isinstance(each, TimeoutError):
            return leg.timed_out()
        if isinstance(each, ssl.SSLError) and _tls_reason(each) not in {"reset", "other"}:
            return tls_failure(each, leg)
    return NoAnswer(leg.prepared.host) if leg.peer else Unreachable(leg.prepared.host)


def _causes(error: BaseException) -> Iterator[BaseException]:
    """An exception and all that it was made of; the libraries hide causes in several places."""
    seen: list[BaseException] = []
    waiting: list[object] = [error]
    while waiting:
        each = waiting.pop(0)
        if isinstance(each, BaseException) and each not in seen:
            seen.append(each)
            yield each
            inner = getattr(each, "reason", None)
            waiting += [each.__cause__, each.__context__, inner, *each.args]


def _certificate_reason(code: int) -> str:
    return _CERTIFICATE_REASONS.get(code, _CERTIFICATE_REASONS.get(code & _DWORD, "other"))


def _tls_reason(error: ssl.SSLError) -> str:
    if isinstance(error, ssl.SSLEOFError | ssl.SSLZeroReturnError):
        return "reset"
    text = error.reason or ""
    found = (name for name, parts in _TLS_REASONS if any(part in text for part in parts))
    return next(found, "other")
