"""Who signs: a certificate and the key for it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from briefs.signing.certificate import common_name, organisation


@dataclass(frozen=True, slots=True)
class Signer:
    """A key to sign with. `implementation` is a signer of pyHanko, `certificate` its certificate (asn1crypto)."""

    implementation: Any
    certificate: Any

    @property
    def name(self) -> str:
        """The name of the signer, as the certificate says it."""
        return common_name(self.certificate.subject)

    @property
    def organisation(self) -> str:
        """The organisation of the signer; empty if the certificate names none."""
        return organisation(self.certificate.subject)

    @property
    def size(self) -> int:
        """The bytes that its certificates take in a signature."""
        others = self.implementation.cert_registry or ()
        return sum(len(one.dump()) for one in {*others, self.certificate})

    @property
    def digest(self) -> str:
        """The hash function for what it signs, as strong as its key."""
        from pyhanko.sign.signers.pdf_cms import select_suitable_signing_md

        return str(select_suitable_signing_md(self.certificate.public_key))
