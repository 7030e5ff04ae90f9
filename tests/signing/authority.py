"""A certificate authority for tests: keys and certificates of all kinds, lists of revoked ones, and a time stamper."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import pkcs12
from cryptography.x509.oid import AuthorityInformationAccessOID, ExtendedKeyUsageOID, NameOID

from briefs.signing.time_stamps import StampServer

MOMENT = datetime.datetime(2026, 11, 29, 12, 0, tzinfo=datetime.UTC)
"""When tests sign, if they do not say otherwise."""
PASSPHRASE = "Zebra crossing, 17:30"
DAY = datetime.timedelta(days=1)

_USES = ("digital_signature", "content_commitment", "key_encipherment", "data_encipherment", "key_agreement")
_USES_OF_AUTHORITIES = ("key_cert_sign", "crl_sign", "encipher_only", "decipher_only")


@dataclass(frozen=True)
class Identity:
    """A key and the certificate for it, with those of its issuers."""

    key: Any
    certificate: x509.Certificate
    issuers: tuple[x509.Certificate, ...] = ()

    @property
    def der(self) -> bytes:
        return self.certificate.public_bytes(serialization.Encoding.DER)

    @property
    def pem(self) -> bytes:
        return self.certificate.public_bytes(serialization.Encoding.PEM)

    def pkcs12(self, passphrase: str = PASSPHRASE) -> bytes:
        """A file with all of it."""
        # Few rounds, so that tests are fast.
        protection: Any = serialization.NoEncryption()
        if passphrase:
            builder = serialization.PrivateFormat.PKCS12.encryption_builder().kdf_rounds(1000)
            protection = builder.hmac_hash(hashes.SHA256()).build(passphrase.encode())
        return pkcs12.serialize_key_and_certificates(b"key", self.key, self.certificate, self.issuers, protection)


def name(common: str, organisation: str = "") -> x509.Name:
    """A name in a certificate."""
    parts = [x509.NameAttribute(NameOID.COMMON_NAME, common)]
    if organisation:
        parts.insert(0, x509.NameAttribute(NameOID.ORGANIZATION_NAME, organisation))
    return x509.Name(parts)


class Authority:
    """An authority that issues certificates: a root, and what it has revoked."""

    def __init__(self, common: str, above: Authority | None = None) -> None:
        self.key = ec.generate_private_key(ec.SECP256R1())
        self.name = name(common)
        self.above = above
        validity = (MOMENT - 1000 * DAY, MOMENT + 5000 * DAY)
        self.root = (above or self)._certificate(self.name, self.key.public_key(), *validity, True)
        self._revoked: list[x509.RevokedCertificate] = []

    @property
    def pem(self) -> bytes:
        return self.root.public_bytes(serialization.Encoding.PEM)

    @property
    def der(self) -> bytes:
        return self.root.public_bytes(serialization.Encoding.DER)

    def identity(
        self,
        common: str = "Secretariat of the ICMC",
        organisation: str = "ICMC",
        start: datetime.datetime = MOMENT - 30 * DAY,
        end: datetime.datetime = MOMENT + 300 * DAY,
        uses: tuple[str, ...] = ("digital_signature", "content_commitment"),
        extended: tuple[x509.ObjectIdentifier, ...] = (),
        key: Any = None,
        answers: bool = False,
    ) -> Identity:
        """A key with a certificate by this authority; with `answers`, it names a server that answers on it (OCSP)."""
        key = key or ec.generate_private_key(ec.SECP256R1())
        who = name(common, organisation)
        certificate = self._certificate(who, key.public_key(), start, end, False, uses, extended, answers)
        return Identity(key, certificate, (self.root, *((self.above.root,) if self.above else ())))

    def authority_below(self, common: str) -> Authority:
        """An authority that this one vouches for."""
        return Authority(common, self)

    def time_stamper(self, moment: datetime.datetime = MOMENT) -> StampServer:
        """A time stamp server in this process, whose clock stands still at `moment`."""
        return StampServer("a server for tests", self.stamping_client(moment))

    def stamping_client(self, moment: datetime.datetime = MOMENT) -> Any:
        """pyHanko's time stamper for tests, which knows RSA only."""
        from pyhanko.keys.internal import (
            translate_pyca_cryptography_cert_to_asn1,
            translate_pyca_cryptography_key_to_asn1,
        )
        from pyhanko.sign.timestamps.dummy_client import DummyTimeStamper

        if not hasattr(self, "_stamping"):
            key = rsa.generate_private_key(65537, 2048)
            self._stamping = self.identity(
                "Clock of the authority",
                "",
                end=MOMENT + 3000 * DAY,
                key=key,
                uses=("digital_signature",),
                extended=(ExtendedKeyUsageOID.TIME_STAMPING,),
            )
        certificate = translate_pyca_cryptography_cert_to_asn1(self._stamping.certificate)
        key = translate_pyca_cryptography_key_to_asn1(self._stamping.key)
        return DummyTimeStamper(certificate, key, fixed_dt=moment)

    def revoke(self, identity: Identity | Authority, moment: datetime.datetime) -> None:
        """Put a certificate on the list of revoked ones."""
        certificate = identity.root if isinstance(identity, Authority) else identity.certificate
        builder = x509.RevokedCertificateBuilder().serial_number(certificate.serial_number)
        self._revoked.append(builder.revocation_date(moment).build())

    def revoked(self, moment: datetime.datetime = MOMENT + DAY) -> bytes:
        """The list of revoked certificates (CRL, DER), of `moment`, for a month."""
        builder = x509.CertificateRevocationListBuilder().issuer_name(self.name)
        builder = builder.last_update(moment).next_update(moment + 30 * DAY)
        for one in self._revoked:
            builder = builder.add_revoked_certificate(one)
        return builder.sign(self.key, hashes.SHA256()).public_bytes(serialization.Encoding.DER)

    def _certificate(
        self,
        who: x509.Name,
        public: Any,
        start: datetime.datetime,
        end: datetime.datetime,
        is_authority: bool,
        uses: tuple[str, ...] = ("key_cert_sign", "crl_sign"),
        extended: tuple[x509.ObjectIdentifier, ...] = (),
        answers: bool = False,
    ) -> x509.Certificate:
        usage = x509.KeyUsage(**{use: use in uses for use in (*_USES, *_USES_OF_AUTHORITIES)})
        builder = (
            x509.CertificateBuilder()
            .subject_name(who)
            .issuer_name(self.name)
            .public_key(public)
            .serial_number(x509.random_serial_number())
            .not_valid_before(start)
            .not_valid_after(end)
            .add_extension(x509.BasicConstraints(is_authority, None), critical=True)
            .add_extension(usage, critical=True)
            .add_extension(x509.SubjectKeyIdentifier.from_public_key(public), critical=False)
            .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(self.key.public_key()), critical=False)
        )
        if extended:
            builder = builder.add_extension(x509.ExtendedKeyUsage(extended), critical=True)
        if answers:
            server = x509.AccessDescription(
                AuthorityInformationAccessOID.OCSP, x509.UniformResourceIdentifier("http://ocsp.example.org")
            )
            builder = builder.add_extension(x509.AuthorityInformationAccess([server]), critical=False)
        return builder.sign(self.key, hashes.SHA256())


def write(path: Path, content: bytes) -> Path:
    """Write a file and return its path."""
    path.write_bytes(content)
    return path
