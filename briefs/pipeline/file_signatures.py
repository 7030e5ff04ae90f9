"""Signatures on files that turn up, checked with the certificates that the project trusts, if it names any."""

from __future__ import annotations

from pathlib import Path

from briefs.model.diagnostics import BriefsError
from briefs.model.signature import SignatureState
from briefs.recipients.file_names import SETTINGS
from briefs.recipients.settings_file import read_distribution
from briefs.signing.checking import signatures_of
from briefs.signing.pyhanko_extra import require_pyhanko
from briefs.signing.trust import NOBODY, Trust, read_trust


def project_trust(project: Path | None) -> tuple[Trust, str]:
    """Whom `templates/distribution.yaml` of a project trusts, and a line that says why that cannot be read, if so."""
    if project is None:
        return NOBODY, ""
    try:
        settings = read_distribution(project / "templates" / SETTINGS, project).value
        paths = [project / Path(path).expanduser() for path in settings.signing.trust] if settings.signing else []
        return (read_trust(paths) if paths else NOBODY), ""
    except BriefsError as error:
        return NOBODY, f"{error.message}: certificates were not checked"


def file_signatures(content: bytes, trust: Trust) -> tuple[SignatureState, ...] | None:
    """The signatures on a PDF, none if it has none; None if the library that checks them is not installed."""
    if b"/ByteRange" not in content:
        return ()
    try:
        require_pyhanko()
    except BriefsError:
        return None
    return signatures_of(content, trust)
