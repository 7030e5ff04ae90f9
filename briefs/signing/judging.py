"""What a signature (CMS) is worth: whether it is whole, who made it when, and what is known of the certificate."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import product
from typing import Any

from briefs.model.signature import Coverage, Level, SignatureState, Standing
from briefs.signing.certificate import common_name, organisation, why_unfit
from briefs.signing.trust import Trust


async def judged(
    message: Any,
    digest: Callable[[str], bytes],
    coverage: Coverage,
    claimed: datetime.datetime | None,
    trust: Trust,
    now: datetime.datetime,
) -> SignatureState:
    """The state of a signature (asn1crypto SignedData).

    `digest` gives the hash of what is signed, by algorithm; `claimed` is the time that the signer claims.
    """
    from pyhanko.sign.general import extract_signer_info
    from pyhanko.sign.validation.generic_cms import collect_timing_info

    information = extract_signer_info(message)
    timing = await collect_timing_info(information, _context(trust, now), digest)
    stamp = timing.get("timestamp_validity")
    stamped = stamp.timestamp if stamp is not None and stamp.intact and stamp.valid else None
    moment = stamped if stamped and stamp.trusted else now
    status = await _status(message, information, digest, _context(trust, moment))
    certificate = status.signing_cert
    standing, since = _standing(status, certificate, trust, moment)
    if standing in ("trusted", "expired") and (trust.crls or trust.ocsps):
        for context in _strict_contexts(trust, moment):
            revocation = (await _status(message, information, digest, context)).revocation_details
            if revocation is not None:
                standing, since = "revoked", _written(revocation.revocation_date)
                break
    time = stamped or claimed
    return SignatureState(
        signer=common_name(certificate.subject),
        organisation=organisation(certificate.subject),
        issuer=common_name(certificate.issuer),
        moment=_written(time) if time else "",
        level=_level(information, stamped),
        is_intact=bool(status.intact and status.valid),
        coverage=coverage,
        standing=standing,
        since=since,
        stamped_by=common_name(stamp.signing_cert.subject) if stamped else "",
        is_stamp_trusted=bool(stamped and stamp.trusted),
    )


async def _status(message: Any, information: Any, digest: Callable[[str], bytes], context: Any) -> Any:
    """pyHanko's view. The usage of keys is judged here as when signing, see `why_unfit`."""
    from pyhanko.sign.validation.generic_cms import async_validate_cms_signature
    from pyhanko.sign.validation.settings import KeyUsageConstraints

    algorithm = information["digest_algorithm"]["algorithm"].native
    return await async_validate_cms_signature(
        message,
        raw_digest=digest(algorithm),
        validation_context=context,
        key_usage_settings=KeyUsageConstraints(key_usage=set()),
    )


def _context(trust: Trust, moment: datetime.datetime, **rules: Any) -> Any:
    """How certificates are checked; `rules` are those for revocations: none are looked for unless they are given."""
    from asn1crypto.x509 import Certificate
    from pyhanko_certvalidator import ValidationContext
    from pyhanko_certvalidator.policy_decl import NO_REVOCATION, CertRevTrustPolicy

    return ValidationContext(
        trust_roots=[Certificate.load(one) for one in trust.roots],
        other_certs=[Certificate.load(one) for one in trust.others],
        moment=moment,
        crls=trust.crls,
        ocsps=trust.ocsps,
        revinfo_policy=CertRevTrustPolicy(**({"revocation_checking_policy": NO_REVOCATION} | rules)),
        allow_fetching=False,
    )


def _strict_contexts(trust: Trust, moment: datetime.datetime) -> Iterator[Any]:
    """How revocations are looked for: first that of the certificate, then those of its issuers.

    pyHanko looks into lists only if it must find each certificate in one, and ends where it does not; so only what it
    says of revocations counts. A list of any age does: what is revoked stays so.
    """
    from pyhanko_certvalidator.policy_decl import FreshnessReqType, RevocationCheckingPolicy, RevocationCheckingRule

    must, need_not = RevocationCheckingRule.CRL_OR_OCSP_REQUIRED, RevocationCheckingRule.NO_CHECK
    known = [replace(trust, crls=()), replace(trust, ocsps=())]  # apart: a good answer would end the search
    for one, rules in product(known, ((must, need_not), (need_not, must))):
        yield _context(
            one,
            moment,
            revocation_checking_policy=RevocationCheckingPolicy(*rules),
            freshness=datetime.timedelta(days=36500),
            freshness_req_type=FreshnessReqType.MAX_DIFF_REVOCATION_VALIDATION,
        )


def _standing(status: Any, certificate: Any, trust: Trust, moment: datetime.datetime) -> tuple[Standing, str]:
    """What is known of the certificate, and since when."""
    from pyhanko.sign.ades.report import AdESIndeterminate

    problem = status.trust_problem_indic
    if not trust.roots or not status.valid:
        return "not checked", ""
    is_stranger = certificate.self_signed != "no" and certificate.dump() not in trust.roots
    if problem == AdESIndeterminate.NO_CERTIFICATE_CHAIN_FOUND or is_stranger:
        return "foreign", ""
    if certificate.not_valid_after < moment:
        return "expired", _written(certificate.not_valid_after)
    if moment < certificate.not_valid_before:
        return "not yet valid", _written(certificate.not_valid_before)
    if why_unfit(certificate) or problem is not None:
        return "unfit", ""
    return "trusted", ""


def _level(information: Any, stamped: datetime.datetime | None) -> Level:
    """The level of a signature, by its attributes."""
    names = {attribute["type"].native for attribute in information["signed_attrs"]}
    if not names & {"signing_certificate", "signing_certificate_v2"}:
        return ""
    return "B-T" if stamped else "B-B"


def _written(moment: datetime.datetime) -> str:
    """A time in UTC (ISO 8601), to the second."""
    return moment.astimezone(datetime.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
