"""What tests of mail share: certificates, made once."""

from __future__ import annotations

import logging
from collections.abc import Iterator

import pytest

from tests.mailing.mail_servers import Certificates, make_certificates


@pytest.fixture(scope="session")
def certificates(tmp_path_factory: pytest.TempPathFactory) -> Certificates:
    """A certificate authority of the tests."""
    return make_certificates(tmp_path_factory.mktemp("certificates"))


@pytest.fixture(autouse=True)
def the_server_logs_nothing() -> Iterator[None]:
    """What the server of the tests says of connections that break on purpose is not logged."""
    logger = logging.getLogger("mail.log")
    before, logger.disabled = logger.disabled, True
    yield
    logger.disabled = before
