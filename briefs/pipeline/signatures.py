"""Signing what is distributed: the key, the files, and what time stamps still lack."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from pathlib import Path

from briefs.files.home_folder import home_expanded
from briefs.model.diagnostics import BriefsError
from briefs.model.distribution_names import SETTINGS_PATH
from briefs.model.distribution_settings import Signing
from briefs.signing.detached import sign_detached
from briefs.signing.hardware_token import open_token
from briefs.signing.key_file import read_key_file
from briefs.signing.passphrase import read_passphrase
from briefs.signing.pdf_signing import seconds_per_signature, sign_pdf
from briefs.signing.signer import Signer
from briefs.signing.time_stamps import StampMissing, TimeStamps


def signing_key(
    settings: Signing,
    project: Path,
    descriptor: int | None = None,
    ask: Callable[[str], str] | None = None,
    moment: datetime.datetime | None = None,
) -> Signer:
    """The key that `settings` name, with paths from the folder `project` on.

    The pass phrase or PIN is read as `read_passphrase` says. Raises BriefsError if no key is named, or it cannot be
    used at `moment` (now, if not given).
    """
    if settings.certificate:
        path = project / home_expanded(settings.certificate)
        prompt = f"Pass phrase for {path.name}: "
        return read_key_file(path, project, lambda: read_passphrase(prompt, descriptor, ask), moment)
    if (token := settings.pkcs11) is not None:
        prompt = f"PIN for {token.token}: "
        pin = lambda: read_passphrase(prompt, descriptor, ask)  # noqa: E731
        return open_token(token.module, token.token, token.label, pin, moment)
    raise BriefsError(
        "no certificate to sign with is named",
        f"name a certificate file (PKCS#12) or a token under `signing` in {SETTINGS_PATH}",
    )


def signed_pdfs(
    pdfs: Mapping[str, bytes],
    signer: Signer,
    stamps: TimeStamps | None = None,
    moment: datetime.datetime | None = None,
) -> dict[str, bytes]:
    """The PDFs, by any names, each signed, as `sign_pdf` does.

    Raises BriefsError; if time stamps are missing in the file of answers, once for all of them, with requests written.
    """
    signed, missing = dict[str, bytes](), list[StampMissing]()
    for name, pdf in pdfs.items():
        try:
            signed[name] = sign_pdf(pdf, signer, stamps, moment)
        except StampMissing as one:
            missing.append(one)
    if missing:
        raise _requested(missing)
    return signed


def signed_list(
    content: bytes, signer: Signer, stamps: TimeStamps | None = None, moment: datetime.datetime | None = None
) -> bytes:
    """The detached signature (CMS, DER) over a list of hashes. Raises BriefsError as `signed_pdfs` does."""
    try:
        return sign_detached(content, signer, stamps, moment)
    except StampMissing as one:
        raise _requested([one]) from one


def signing_time(signer: Signer, pdf: bytes, count: int, stamps: TimeStamps | None = None) -> str:
    """How long it takes to sign `count` PDFs like this one, in words."""
    seconds = count * seconds_per_signature(signer, pdf, stamps)
    if seconds < 100:
        return f"about {max(1, round(seconds))} seconds" if seconds >= 1.5 else "about a second"
    return f"about {round(seconds / 60)} minutes"


def _requested(missing: list[StampMissing]) -> BriefsError:
    """Write the requests for time stamps beside the file of answers; returns what to say."""
    answers = missing[0].path
    paths = [answers.with_name(f"{answers.stem}-{one.key}.tsq") for one in missing]
    try:
        for path, one in zip(paths, missing, strict=True):
            path.write_bytes(one.request)
    except OSError as error:
        return BriefsError(f"the request for a time stamp cannot be written to {error.filename}: {error.strerror}")
    names = ", ".join(path.name for path in paths)
    return BriefsError(
        f"{answers} lacks {len(paths)} of the time stamps; requests for them were written beside it: {names}",
        "send each to the server, add the answers to that file, and run the command again: `curl --header "
        f"'Content-Type: application/timestamp-query' --data-binary @{paths[0].name} ADDRESS >> {answers.name}`",
    )
