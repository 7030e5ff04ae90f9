"""How the files of a distribution are signed: with the key that the settings name."""

from __future__ import annotations

from dataclasses import dataclass

from briefs.model.diagnostics import BriefsError
from briefs.model.distribution_names import SETTINGS_PATH
from briefs.model.distribution_settings import DistributionSettings
from briefs.pipeline.distribution_order import DistributionOrder
from briefs.pipeline.file_signatures import project_trust
from briefs.pipeline.signatures import signed_list, signed_pdfs, signing_key, signing_time
from briefs.signing.checking import check_detached
from briefs.signing.signer import Signer
from briefs.signing.time_stamps import TimeStamps, time_stamps

_TRIAL = b"trial"


@dataclass(frozen=True, slots=True)
class Signatures:
    """Signs files with the key of `signer`, with time stamps if there are `stamps`."""

    signer: Signer
    stamps: TimeStamps | None

    @property
    def level(self) -> str:
        """The level of the signatures on PDFs (PAdES): B-B, or B-T with time stamps."""
        return "B-T" if self.stamps else "B-B"

    def sign(self, pdf: bytes) -> bytes:
        """The PDF, signed. Raises BriefsError if that is impossible."""
        return signed_pdfs({"": pdf}, self.signer, self.stamps)[""]

    def sign_list(self, content: bytes) -> bytes:
        """A detached signature (CMS, DER) over a list of checksums. Raises BriefsError if that is impossible."""
        return signed_list(content, self.signer, self.stamps)

    def time(self, pdf: bytes, count: int) -> str:
        """How long it takes to sign `count` PDFs like this one, in words."""
        return signing_time(self.signer, pdf, count, self.stamps)


def signatures_for(order: DistributionOrder, settings: DistributionSettings) -> Signatures | None:
    """What signs the files of a distribution; None if none are to be signed.

    Raises BriefsError if the settings name no key, or it cannot be used.
    """
    if order.signing == "none":
        return None
    if settings.signing is None:
        raise BriefsError("no key to sign with is named", f"name it under `signing:` in {SETTINGS_PATH}")
    signer = signing_key(settings.signing, order.project.root, order.passphrase_fd, order.ask)
    _check_trust(signer, order)
    where = settings.signing.timestamp
    return Signatures(signer, time_stamps(where, order.project.root) if where else None)


def _check_trust(signer: Signer, order: DistributionOrder) -> None:
    """Tell how a certificate will stand with everybody who trusts whom the project trusts, if it names anybody.

    Raises BriefsError if it has been revoked. One that is merely foreign is told: others may trust its issuer.
    """
    trust, trouble = project_trust(order.project.root)
    if trouble:
        order.note(trouble)
    state = check_detached(_TRIAL, signed_list(_TRIAL, signer), trust)
    if state.standing == "revoked":
        raise BriefsError(
            f'the certificate of "{signer.name}" was revoked on {state.since[:10]}',
            "ask the office that issued it for another one",
        )
    if state.standing == "foreign":
        order.note(f'none of the authorities that `trust` names has issued the certificate of "{signer.name}"')
