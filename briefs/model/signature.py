"""What is known of a signature: by whom, when, over what, and whether it can be relied on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

Level: TypeAlias = Literal["B-B", "B-T", ""]
"""The level of a signature (ETSI EN 319 142-1, EN 319 122-1): basic, or with a time stamp; empty if it has neither."""

Coverage: TypeAlias = Literal["whole", "completed", "changed"]
"""What a signature covers: everything; everything but fields that were filled in or signatures that were added later,
as the signer allowed; or a version that was changed afterwards."""

Standing: TypeAlias = Literal[
    "trusted", "not checked", "foreign", "expired", "not yet valid", "revoked", "unfit", "unreadable"
]
"""What is known of the certificate at the time of the time stamp, or now if there is none.

`not checked`: nothing was given to check it by. `foreign`: none of the given authorities has issued it. `unfit`: it is
for another use, or too weak. `unreadable`: the signature cannot be read at all.
"""

_STANDINGS = {
    "trusted": "the certificate is trusted",
    "not checked": "whose certificate it is was not checked, since no trusted authorities are named",
    "foreign": "none of the trusted authorities has issued the certificate",
    "expired": "the certificate has expired",
    "not yet valid": "the certificate was not valid yet",
    "revoked": "the certificate is revoked",
    "unfit": "the certificate is not one to sign documents with",
}
_COVERAGES = {
    "whole": "the file is as signed",
    "completed": "fields were filled in since, as the signer allowed",
    "changed": "the file was changed since",
}


@dataclass(frozen=True, slots=True)
class SignatureState:
    """A signature as found. `signer`, `organisation` and `issuer` are what the certificate says; they may be empty.

    `moment` is the time stamp, or else the time that the signer claims (ISO 8601, UTC); `stamped_by` names the time
    stamp server, if its stamp is whole; whether that is trusted says `is_stamp_trusted`. `is_intact` says that what was
    signed is unchanged and the signature is mathematically right. `since` is when a certificate expired, was revoked or
    becomes valid.
    """

    signer: str = ""
    organisation: str = ""
    issuer: str = ""
    moment: str = ""
    level: Level = ""
    is_intact: bool = False
    coverage: Coverage = "whole"
    standing: Standing = "unreadable"
    since: str = ""
    stamped_by: str = ""
    is_stamp_trusted: bool = False

    @property
    def is_good(self) -> bool:
        """Whether nothing speaks against it; its certificate need not have been checked."""
        return self.is_intact and self.coverage != "changed" and self.standing in ("trusted", "not checked")

    def __str__(self) -> str:
        """The state in one line, to read."""
        if self.standing == "unreadable":
            return "there is a signature that cannot be read: the file is damaged, or it is no signature"
        organisation = f" ({self.organisation})" if self.organisation not in ("", self.signer) else ""
        issuer = f", certificate by {self.issuer}" if self.issuer not in ("", self.signer) else ""
        time = f", {self.moment}" if self.moment else ""
        stamp = f", time stamp by {self.stamped_by}" if self.stamped_by else ""
        who = f"signed by {self.signer or 'an unnamed signer'}{organisation}{issuer}{time}{stamp}"
        if not self.is_intact:
            return f"{who}: broken, what was signed has been changed"
        since = f" ({self.since})" if self.since else ""
        return f"{who}: {_COVERAGES[self.coverage]}; {_STANDINGS[self.standing]}{since}"
