"""Makes certificates for servers of the tests: good ones, and all kinds of bad ones."""

from __future__ import annotations

import ipaddress
import ssl
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

if TYPE_CHECKING:
    from pathlib import Path

DAY = timedelta(days=1)


@dataclass
class Pair:
    """A certificate with its key."""

    certificate: x509.Certificate
    key: ec.EllipticCurvePrivateKey

    def save(self, path: Path) -> Path:
        key = self.key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
        path.write_bytes(self.certificate.public_bytes(serialization.Encoding.PEM) + key)
        return path


class Authority:
    """Signs certificates; `file` is what a computer that trusts it has in its store."""

    def __init__(self, folder: Path, name: str = "Goat Authority") -> None:
        self._folder = folder
        self._root = make(name)
        self.file = self._root.save(folder / "authority.pem")

    def server_context(
        self,
        *,
        host: str = "127.0.0.1",
        starts: timedelta = -DAY,
        ends: timedelta = DAY,
        self_signed: bool = False,
    ) -> ssl.SSLContext:
        """What a server shows whose certificate is for `host`, from `starts` to `ends` from now."""
        issuer = None if self_signed else self._root
        pair = make(host, issuer, starts=starts, ends=ends)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(pair.save(self._folder / "server.pem"))
        return context


def make(
    name: str, issuer: Pair | None = None, *, starts: timedelta = -DAY, ends: timedelta = DAY
) -> Pair:
    """A certificate for a name; its own issuer where none is given."""
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    now = datetime.now(UTC)
    builder = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer.certificate.subject if issuer else subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now + starts)
        .not_valid_after(now + ends)
        .add_extension(x509.SubjectAlternativeName([_general_name(name)]), critical=False)
        .add_extension(x509.BasicConstraints(ca=issuer is None, path_length=None), critical=True)
    )
    return Pair(builder.sign(issuer.key if issuer else key, hashes.SHA256()), key)


def _general_name(name: str) -> x509.GeneralName:
    try:
        return x509.IPAddress(ipaddress.ip_address(name))
    except ValueError:
        return x509.DNSName(name.replace(" ", "-"))
