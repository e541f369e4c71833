"""Reads what a person typed as an address: who to ask, and for what, to the byte."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from desktop.core.errors import NotAnAddress
from desktop.core.model.address import is_this_computer

PORTS: Final = {"http": 80, "https": 443}

_BLANKS: Final = " \t\r\n\f\v\u00a0\u200b\ufeff"
_SCHEME: Final = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):(?P<slashes>/{0,2})")
_ONLY_PORT: Final = re.compile(r"\d+(?=[/?#]|$)")
_AUTHORITY_END: Final = re.compile(r"[/?]")
_UNSENDABLE: Final = re.compile(r"[^\x21-\x7e]+")
_HOST: Final = re.compile(r"(?!\.)[a-z0-9_.-]+")
_LONGEST_LABEL: Final = 63
_LONGEST_HOST: Final = 253
_LAST_PORT: Final = 65535


@dataclass(frozen=True, slots=True)
class Address:
    """An address that can be asked.

    `target` is what stands in the request line. `login` is the `user:password` that stood before
    the host, with its percent-encoding undone; None where none was given.
    """

    scheme: str
    host: str
    port: int
    target: str
    login: bytes | None = None

    @property
    def authority(self) -> str:
        """Host and port as the Host header names them (RFC 9110 section 7.2)."""
        host = f"[{self.host.partition('%')[0]}]" if ":" in self.host else self.host
        return host if self.port == PORTS[self.scheme] else f"{host}:{self.port}"

    @property
    def url(self) -> str:
        """The absolute URL, without a login."""
        return f"{self.scheme}://{self.authority}{self.target}"


def read_address(text: str) -> Address:
    """The address in a text.

    Without a scheme it is https, or http for this computer. The fragment is left out.
    Raises NotAnAddress.
    """
    typed = text.strip(_BLANKS)
    if not typed:
        raise NotAnAddress(text, "empty")
    scheme, rest = _split_scheme(typed)
    rest = rest.partition("#")[0]
    end = _AUTHORITY_END.search(rest)
    authority, target = (rest[: end.start()], rest[end.start() :]) if end else (rest, "")
    if "\\" in authority:  # some programs take it for a slash, so the host would be in doubt
        raise NotAnAddress(typed, "bad_host")
    login, _, place = authority.rpartition("@")
    host, port = _split_port(place, typed)
    host = _host(host, typed)
    if not scheme:
        scheme = "http" if is_this_computer(f"[{host}]" if ":" in host else host) else "https"
    return Address(scheme, host, port or PORTS[scheme], encode_target(target), _login(login))


def encode_target(text: str) -> str:
    """Path and query as typed; what may not stand in a request line is percent-encoded.

    That is blanks, control characters, and what is not ASCII (as UTF-8).
    """
    if not text.startswith("/"):
        text = f"/{text}"
    return _UNSENDABLE.sub(_percent, text)


def _percent(found: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in found[0].encode("utf-8", "replace"))


def _split_scheme(typed: str) -> tuple[str, str]:
    found = _SCHEME.match(typed)
    if not found:
        return "", typed.removeprefix("//")
    name, rest = found[1].lower(), typed[found.end() :]
    if name in PORTS:
        return name, rest
    after_colon = typed[found.end(1) + 1 :]
    if found["slashes"] != "//" and _is_host(name, after_colon):
        return "", typed
    raise NotAnAddress(typed, "other_scheme", name)


def _is_host(name: str, after_colon: str) -> bool:
    """True where `name:...` is rather a computer and its port, or a login, than a scheme."""
    if _ONLY_PORT.match(after_colon) or name == "localhost" or "." in name:
        return True
    return "@" in _AUTHORITY_END.split(after_colon)[0] and name != "mailto"


def _split_port(place: str, typed: str) -> tuple[str, int]:
    """Host and port; the port is 0 where none was given."""
    bracketed, bracket, rest = place.rpartition("]")
    host, colon, digits = rest.partition(":") if bracket else place.rpartition(":")
    if not colon:
        return place, 0
    host = bracketed + bracket + host
    if not digits:
        return host, 0
    if not (digits.isascii() and digits.isdigit() and 0 < int(digits[:6]) <= _LAST_PORT):
        raise NotAnAddress(typed, "bad_port" if host else "no_host")
    return host, int(digits)


def _host(text: str, typed: str) -> str:
    if not text:
        raise NotAnAddress(typed, "no_host")
    if text.startswith("[") and text.endswith("]"):
        return _ip6(text, typed)
    host = text.lower() if text.isascii() else _punycode(text, typed)
    labels = host.removesuffix(".").split(".")
    fits = all(0 < len(label) <= _LONGEST_LABEL for label in labels)
    if not (fits and len(host) <= _LONGEST_HOST and _HOST.fullmatch(host)):
        raise NotAnAddress(typed, "bad_host")
    return host


def _ip6(text: str, typed: str) -> str:
    from ipaddress import IPv6Address  # noqa: PLC0415 - few addresses need it

    address, _, zone = text[1:-1].replace("%25", "%").partition("%")
    if zone and not _HOST.fullmatch(zone.lower()):
        raise NotAnAddress(typed, "bad_host")
    try:
        return str(IPv6Address(f"{address}%{zone}" if zone else address))
    except ValueError:
        raise NotAnAddress(typed, "bad_host") from None


def _punycode(text: str, typed: str) -> str:
    """The name as the name service knows it (UTS 46, which browsers follow)."""
    import idna  # noqa: PLC0415 - few addresses need it

    try:
        mapped = idna.uts46_remap(text, std3_rules=False, transitional=False)
        return ".".join(
            label if label.isascii() else "xn--" + label.encode("punycode").decode("ascii")
            for label in mapped.split(".")
        )
    except (idna.IDNAError, UnicodeError):
        raise NotAnAddress(typed, "bad_host") from None


def _login(text: str) -> bytes | None:
    if not text:
        return None
    user, _, password = text.partition(":")
    return _plain(user) + b":" + _plain(password)


def _plain(text: str) -> bytes:
    from urllib.parse import unquote_to_bytes  # noqa: PLC0415 - few addresses need it

    return unquote_to_bytes(text.encode("utf-8", "replace"))
