"""Signatures of distributions, and the certificates that the project trusts, if it names any."""

from __future__ import annotations

from pathlib import Path

from briefs.files.bounded_reading import read_file
from briefs.files.home_folder import home_expanded
from briefs.model.diagnostics import BriefsError
from briefs.model.distribution_names import SETTINGS_PATH
from briefs.model.signature import SignatureState
from briefs.recipients.settings_file import read_distribution
from briefs.signing.checking import check_detached
from briefs.signing.trust import NOBODY, Trust, read_trust


def project_trust(project: Path | None) -> tuple[Trust, str]:
    """Whom `templates/distribution.yaml` of a project trusts, and a line that says why that cannot be read, if so."""
    if project is None:
        return NOBODY, ""
    try:
        settings = read_distribution(project / SETTINGS_PATH, project).value
        paths = [project / home_expanded(path) for path in settings.signing.trust] if settings.signing else []
        return (read_trust(paths) if paths else NOBODY), ""
    except BriefsError as error:
        return NOBODY, f"{error.message}: certificates were not checked"


def list_signature(signature: Path | None, sha256: str, trust: Trust) -> SignatureState | None:
    """The detached signature in the file `signature` over a list of hashes beside it, if that has `sha256`.

    None if there is none, if one of the files cannot be read, or if the list does not have the hash. Raises BriefsError
    if the library that checks signatures is missing.
    """
    if signature is None:
        return None
    try:
        listed, content = read_file(signature.with_suffix("")), read_file(signature)
    except OSError:
        return None
    hashes = {line.partition(b" ")[0] for line in listed.splitlines()}
    return check_detached(listed, content, trust) if sha256.encode() in hashes else None
