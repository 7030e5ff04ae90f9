"""The mail server of a project, as its `templates/distribution.yaml` describes it."""

from __future__ import annotations

from pathlib import Path

from briefs.mailing.mail_server import MailServer
from briefs.model.diagnostics import BriefsError, DocumentError
from briefs.model.distribution_names import SETTINGS_PATH
from briefs.recipients.settings_file import read_distribution


def mail_server(project: Path) -> MailServer:
    """The server that takes the messages of the project in the folder `project`.

    Raises DocumentError if its description is wrong, and BriefsError if there is none.
    """
    read = read_distribution(project / SETTINGS_PATH, project)
    if read.has_errors:
        raise DocumentError(read.problems)
    mail = read.value.mail
    if mail is None:
        raise BriefsError(
            f"{SETTINGS_PATH} does not say which server takes messages",
            "describe it there, below `mail:`: sender and host",
        )
    return MailServer(
        mail.host, mail.port, mail.sender, mail.security, mail.user or "", mail.per_minute, mail.connections
    )
