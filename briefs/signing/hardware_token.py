"""Keys on tokens and smart cards (PKCS#11)."""

from __future__ import annotations

import datetime
import importlib.util
from collections.abc import Callable

from briefs.model.diagnostics import BriefsError
from briefs.signing.certificate import check_certificate
from briefs.signing.pyhanko_extra import require_pyhanko
from briefs.signing.signer import Signer


def open_token(
    module: str, token: str, label: str, pin: Callable[[], str], moment: datetime.datetime | None = None
) -> Signer:
    """The signer whose certificate and key are called `label` on `token`; `module` is the library of its maker.

    `token` is empty if there is only one. `pin` is called for the PIN. The token stays open until the program ends.
    Raises BriefsError if there is none that can sign at `moment` (now, if not given).
    """
    require_pyhanko()
    if importlib.util.find_spec("pkcs11") is None:
        raise BriefsError(
            "keys on tokens need the package python-pkcs11, which is not installed",
            "install it with `.venv/bin/pip install python-pkcs11`, or sign with a certificate file",
        )
    from pkcs11 import PKCS11Error
    from pyhanko.config.pkcs11 import TokenCriteria
    from pyhanko.sign.pkcs11 import PKCS11Signer, open_pkcs11_session

    criteria = TokenCriteria(label=token) if token else None
    try:
        session = open_pkcs11_session(module, token_criteria=criteria, user_pin=pin())
        implementation = PKCS11Signer(session, cert_label=label, key_label=label)
        certificate = implementation.signing_cert
    except (PKCS11Error, OSError, RuntimeError) as error:
        said = " ".join(str(error).split()) or type(error).__name__
        raise BriefsError(
            f'the key "{label}" on the token cannot be used: {said}',
            "plug the token in, and compare module, token and label in distribution.yaml with what its maker says",
        ) from error
    check_certificate(certificate, moment or datetime.datetime.now(datetime.UTC))
    return Signer(implementation, certificate)
