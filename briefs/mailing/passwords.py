"""The password for the mail server: from the environment, or from the keyring of the system."""

from __future__ import annotations

import os

from briefs.mailing.mail_server import MailServer
from briefs.model.diagnostics import BriefsError

VARIABLE = "BRIEFS_SMTP_PASSWORD"


def password_for(server: MailServer) -> str:
    """The password of `server.user`; empty if the server has no user to log in as.

    Raises BriefsError if there is none, or if the keyring cannot be read.
    """
    if not server.user:
        return ""
    if given := os.environ.get(VARIABLE, ""):
        return given
    service = f"briefs:{server.host}"
    failure = BriefsError(
        f"there is no password for {server.user} at {server.host}",
        f"set {VARIABLE}, or store it in the keyring: keyring set {service} {server.user}",
    )
    try:
        import keyring
        from keyring.errors import KeyringError
    except ImportError:
        raise BriefsError(
            failure.message, f"set {VARIABLE}, or install what keyrings need with `make extras`"
        ) from None
    try:
        kept = keyring.get_password(service, server.user)
    except KeyringError as error:
        reason = str(error).partition("\n")[0].rstrip(".")
        raise BriefsError(f"the keyring cannot be read: {reason}", f"set {VARIABLE} instead") from error
    if not kept:
        raise failure
    return kept
